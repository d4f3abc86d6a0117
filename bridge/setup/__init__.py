"""Set-up of the backend's own Python environment, from QGIS and without the user's help.

`actions` is what others use; every other module has one subject.
"""
