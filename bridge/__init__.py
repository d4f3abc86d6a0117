"""The QGIS side of the worker protocol; used by `algorithms/` and `gui/`."""
