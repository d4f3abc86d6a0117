"""How fast the live map follows edits in a real QGIS."""
