"""The part of the plugin that computes; it runs in its own Python and knows nothing of QGIS."""

VERSION = "0.1.0"
