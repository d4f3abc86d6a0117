"""What the plugin costs when QGIS starts, as QGIS measures it."""
