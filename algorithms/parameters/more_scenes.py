"""Parameters for several images, as layers of the project or as files."""

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
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .sections import sample_section
from .values import ParameterValues


class MoreScenesParameter(ParameterGroup):
    """Additional scenes to train on."""

    MORE_IMAGES = "MORE_IMAGES"

    def __init__(self) -> None:
        self._sources: list[str] = []

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterMultipleLayers(
                self.MORE_IMAGES,
                tr("Additional training scenes"),
                Qgis.ProcessingSourceType.Raster,
                optional=True,
            ),
            tr(
                "Images of the same sensor that also contain training samples; the samples of all "
                "scenes are in one layer. Bands are matched to the first image by wavelength. "
                "Where each class occurs in two scenes, whole scenes are held out in "
                "cross-validation."
            ),
            advanced=True,
            section=sample_section(),
        )

    def sources(self, values: ParameterValues) -> list[str]:
        return [file_of(source) for source in self._images(values)]

    def prepare(self, values: ParameterValues) -> None:
        self._sources = self._images(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"more_images": self._sources or None}

    def _images(self, values: ParameterValues) -> list[str]:
        return image_list_sources(values.raw(self.MORE_IMAGES), values.context)


def image_list_sources(value: Any, context: QgsProcessingContext) -> list[str]:
    """The GDAL names of the images in a parameter for multiple layers."""
    items = value if isinstance(value, (list, tuple)) else [value] if value else []
    return [_source(item, context) for item in items]


def _source(item: Any, context: QgsProcessingContext) -> str:
    layer = item
    if not isinstance(item, QgsMapLayer):
        # A file is not loaded as a layer for this: the backend opens it.
        layer = QgsProcessingUtils.mapLayerFromString(str(item), context, False)
    if layer is not None:
        return gdal_source(layer)
    return os.path.abspath(str(item)) if os.path.exists(str(item)) else str(item)
