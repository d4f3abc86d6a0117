"""Starts QGIS as the tests of its windows do, with a backend in this Python."""

from __future__ import annotations

import os
import sys
from pathlib import Path

os.environ.setdefault("GEODIFFNET_PYTHON", sys.executable)
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "tests" / "gui"))

from gui_support import drive_qgis

__all__ = ["drive_qgis"]
