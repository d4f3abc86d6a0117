"""Runs inside QGIS as `qgis --code startup_driver.py`: measures the loading time of the plugin."""

import json
import os
import sys
from pathlib import Path

from qgis.utils import plugin_times

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import run_driver


def drive(job):
    """The times that QGIS has measured, and the modules that are loaded."""
    own = sorted(name for name in sys.modules if name.split(".")[0] == "geodiffnet")
    return {"times": plugin_times, "modules": own, "heavy": [*set(job["heavy"]) & set(sys.modules)]}


run_driver(drive)
