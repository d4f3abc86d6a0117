"""The QGIS side of the door to the backend; it may be used by `algorithms/` and `gui/`."""
