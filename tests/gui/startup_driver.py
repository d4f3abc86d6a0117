"""Runs inside QGIS as `qgis --code startup_driver.py`: tells what loading the plugin has cost."""

import json
import os
import sys
from pathlib import Path

from qgis.utils import plugin_times

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import run_driver


def drive(job):
    """What QGIS itself has measured, and what is loaded now."""
    own = sorted(name for name in sys.modules if name.split(".")[0] == "geodiffnet")
    return {"times": plugin_times, "modules": own, "heavy": [*set(job["heavy"]) & set(sys.modules)]}


run_driver(drive)
