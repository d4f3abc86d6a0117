"""GeoDiffNet, a QGIS plugin: classification of hyperspectral images with diffusion features.

QGIS imports this package and calls `classFactory`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from qgis.gui import QgisInterface

    from .plugin import GeoDiffNetPlugin


def classFactory(iface: QgisInterface | None) -> GeoDiffNetPlugin:  # noqa: N802 - called by QGIS
    """Create the plugin."""
    from .plugin import GeoDiffNetPlugin

    return GeoDiffNetPlugin(iface)
