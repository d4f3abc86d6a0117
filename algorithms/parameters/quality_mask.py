"""Pixels that are excluded because they cannot be classified, such as clouds."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterRasterLayer,
)

from ...backend.common.choices import NO_MASK
from ...bridge.errors import BridgeError
from ...bridge.rasters import file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .sections import band_section
from .values import ParameterValues


class QualityMaskParameters(ParameterGroup):
    """The quality layers of the product, none, or a raster."""

    QUALITY_MASK = "QUALITY_MASK"
    QUALITY_LAYERS = "QUALITY_LAYERS"

    def __init__(self) -> None:
        self._mask: str | None = None

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterBoolean(
                self.QUALITY_LAYERS,
                tr("Exclude pixels by the quality layers of the product"),
                defaultValue=True,
            ),
            tr(
                "Exclude clouds, cirrus, haze, shadows, snow and saturated pixels, as far as the "
                "product flags them. The log states the share. Other images have no such layers."
            ),
            advanced=True,
            section=band_section(),
        )
        algorithm.add(
            QgsProcessingParameterRasterLayer(self.QUALITY_MASK, tr("Quality mask"), optional=True),
            tr(
                "A raster with one band that excludes pixels where it is not 0, instead of the "
                "quality layers. It is resampled to the grid of the image if necessary."
            ),
            advanced=True,
            section=band_section(),
        )

    def check(self, values: ParameterValues) -> None:
        if not values.is_set(self.QUALITY_MASK):
            return
        mask = values.valid_raster(self.QUALITY_MASK)
        if mask is None:
            raise BridgeError(
                "scene.invalid_quality_mask",
                tr("The quality mask cannot be opened: {}").format(values.raw(self.QUALITY_MASK)),
                tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        gdal_source(mask)
        if mask.bandCount() != 1:
            raise BridgeError(
                "scene.invalid_quality_mask",
                tr("The quality mask {} has {} bands.").format(mask.name(), mask.bandCount()),
                tr("Choose a raster with one band, in which 0 marks the pixels to keep."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        mask = values.raster(self.QUALITY_MASK) if values.is_set(self.QUALITY_MASK) else None
        return [file_of(gdal_source(mask))] if mask is not None else []

    def prepare(self, values: ParameterValues) -> None:
        mask = values.raster(self.QUALITY_MASK) if values.is_set(self.QUALITY_MASK) else None
        self._mask = gdal_source(mask) if mask is not None else None

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        without_layers = None if values.flag(self.QUALITY_LAYERS) else NO_MASK
        return {"quality_mask": self._mask or without_layers}
