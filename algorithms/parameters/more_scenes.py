"""Several images in one parameter: as GDAL knows them, be they layers of the project or files."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingUtils,
)

from ...bridge.rasters import file_of, gdal_source


class MoreScenesParameters:
    """What an algorithm that learns from further scenes is made of besides `SceneAlgorithm`."""

    def add_more_scenes(self) -> None:
        """Add the further scenes."""
        self.add(
            QgsProcessingParameterMultipleLayers(
                "MORE_IMAGES",
                self.tr("Further scenes with labels"),
                Qgis.ProcessingSourceType.Raster,
                optional=True,
            ),
            self.tr(
                "Images of the same sensor on which examples lie as well; the one layer of "
                "examples serves all. Bands are matched by wavelength to the first image. Whole "
                "scenes are then held out for the accuracies, where each class lies in two of them."
            ),
            advanced=True,
        )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        more_scenes = image_list_sources(parameters.get("MORE_IMAGES"), context)
        return [*super().sources(parameters, context), *map(file_of, more_scenes)]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        self._more_scenes = image_list_sources(parameters.get("MORE_IMAGES"), context)
        return super().prepareAlgorithm(parameters, context, feedback)

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        more_scenes = {"more_images": self._more_scenes} if self._more_scenes else {}
        return more_scenes | super().settings(parameters, context, feedback)


def image_list_sources(value: Any, context: QgsProcessingContext) -> list[str]:
    """The images of a parameter for several layers, as GDAL knows them."""
    items = value if isinstance(value, (list, tuple)) else [value] if value else []
    return [_source(item, context) for item in items]


def _source(item: Any, context: QgsProcessingContext) -> str:
    layer = item
    if not isinstance(item, QgsMapLayer):
        # a file that is no layer yet need not become one: the backend opens it
        layer = QgsProcessingUtils.mapLayerFromString(str(item), context, False)
    if layer is not None:
        return gdal_source(layer)
    return os.path.abspath(str(item)) if os.path.exists(str(item)) else str(item)
