"""The part of the plugin that computes; it runs in its own Python and knows nothing of QGIS."""

__version__ = "0.1.0"
VERSION = __version__
