"""The time that loading the plugin adds to QGIS's start, as measured by QGIS."""
