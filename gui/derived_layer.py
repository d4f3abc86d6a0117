"""A raster layer of a temporary file that the panel can compute again."""

from __future__ import annotations

from qgis.core import QgsRasterLayer


class DerivedRasterLayer(QgsRasterLayer):
    """A layer of a temporary file, which is no loss.

    QGIS asks before it closes a project with temporary layers; the custom property that prevents
    this has an effect on layers in memory only.
    """

    def isTemporary(self) -> bool:  # noqa: N802 - the name of QGIS
        return False
