"""GeoDiffNet, a QGIS plugin: classification of hyperspectral images with diffusion features.

QGIS imports this package and asks it for the plugin; nothing else happens here.
"""

from __future__ import annotations


def classFactory(iface):  # noqa: N802 - the name QGIS looks for
    """The plugin, as QGIS asks for it."""
    from .plugin import GeoDiffNetPlugin

    return GeoDiffNetPlugin(iface)
