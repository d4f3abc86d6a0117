"""The part of the plugin that computes; it runs in its own Python and knows nothing of QGIS."""

from .common.version import VERSION

__all__ = ["VERSION"]
