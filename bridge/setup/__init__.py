"""Installation of the backend's Python environment from QGIS.

`actions` is the interface of the package.
"""
