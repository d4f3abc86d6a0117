"""The hyperspectral image, the bands that are used, and the computing resources."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ...backend.common.choices import DEVICES, MIN_BANDS
from ...bridge.errors import BridgeError
from ...bridge.products import preview_source
from ...bridge.rasters import allows_external_references, file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from ..choices import choice_parameter
from .group import ParameterGroup
from .sections import band_section, computing_section
from .values import ParameterValues


class ImageParameter(ParameterGroup):
    """The hyperspectral image; also the path of a product that QGIS cannot open itself."""

    INPUT = "INPUT"

    def __init__(self) -> None:
        self.crs = QgsCoordinateReferenceSystem()
        self._source = ""

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterRasterLayer(self.INPUT, tr("Hyperspectral image")),
            tr(
                "The scene, as reflectance, with at least three bands. Wavelengths and bad bands "
                "are read from its metadata. Any format or subdataset that QGIS opens as a raster "
                "layer is supported, and the metadata file or folder of an EnMAP, PRISMA, DESIS, "
                "EMIT, Tanager, NEON, AVIRIS, Wyvern or Hyperfield product."
            ),
        )

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        product = self._product_path(values)
        return {self.INPUT: preview_source(product)} if product else {}

    def check(self, values: ParameterValues) -> None:
        image = input_image_layer(values, self.INPUT)
        gdal_source(image)
        if image.bandCount() < MIN_BANDS:
            raise BridgeError(
                "scene.too_few_bands",
                tr("The image {} has too few bands ({}); at least {} are needed.").format(
                    image.name(), image.bandCount(), MIN_BANDS
                ),
                tr("Choose the hyperspectral scene, not a map or a single band of it."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        image = values.raster(self.INPUT)
        return [file_of(gdal_source(image))] if image is not None else []

    def prepare(self, values: ParameterValues) -> None:
        product = self._product_path(values)
        if product:
            values = values.replaced(self.INPUT, preview_source(product))
        image = input_image_layer(values, self.INPUT)
        self._source = os.path.abspath(product) if product else gdal_source(image)
        self.crs = image.crs()

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"image": self._source}

    def _product_path(self, values: ParameterValues) -> str:
        """The path of a product that was chosen; empty for any other image."""
        value = values.raw(self.INPUT)
        if isinstance(value, str) and os.path.exists(value) and preview_source(value) != value:
            return value
        return ""


class DeviceParameters(ParameterGroup):
    """The device to compute on, and the memory that may be used."""

    DEVICE = "DEVICE"
    MEMORY = "MEMORY"

    def add_to(self, algorithm: Algorithm) -> None:
        titles = {
            "auto": tr("Automatic"),
            "cpu": tr("CPU"),
            "cuda": tr("NVIDIA GPU (CUDA)"),
            "mps": tr("Apple GPU (MPS)"),
        }
        algorithm.add(
            choice_parameter(
                self.DEVICE, tr("Device"), {device: titles[device] for device in DEVICES}
            ),
            tr("The device to compute on. “Automatic” uses a GPU where a suitable one is found."),
            advanced=True,
            section=computing_section(),
        )
        algorithm.add(
            QgsProcessingParameterNumber(
                self.MEMORY,
                tr("Memory limit (MB)"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=512,
            ),
            tr(
                "Approximate amount of memory that may be used. If empty, it depends on the free "
                "memory. Decrease it if a run was stopped because memory ran out."
            ),
            advanced=True,
            section=computing_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        memory = values.integer(self.MEMORY) if values.is_set(self.MEMORY) else None
        return {"device": values.choice(self.DEVICE), "memory_mb": memory}


class ExternalReferencesParameter(ParameterGroup):
    """Whether input data may refer to other folders or to the network."""

    ALLOW_EXTERNAL = "ALLOW_EXTERNAL"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterBoolean(
                self.ALLOW_EXTERNAL,
                tr("Allow references to other folders and the network"),
                defaultValue=allows_external_references(),
            ),
            tr(
                "Also read data that refer to files outside their own folder or to the network, as "
                "virtual rasters may. Use this only for data that you trust. The default is set in "
                "the options of the plugin."
            ),
            advanced=True,
            section=computing_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"allow_external": values.flag(self.ALLOW_EXTERNAL) or None}


class BandParameters(ParameterGroup):
    """The bands to exclude, and those of the true-colour composite."""

    BAD_BANDS = "BAD_BANDS"
    RGB_BANDS = "RGB_BANDS"
    DROP_WEAK_BANDS = "DROP_WEAK_BANDS"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterString(self.BAD_BANDS, tr("Bands to exclude"), optional=True),
            tr(
                "Band numbers and ranges, such as 1-5, 130-135. Bands that the metadata mark as "
                "bad and empty bands are always excluded."
            ),
            advanced=True,
            section=band_section(),
        )
        algorithm.add(
            QgsProcessingParameterString(
                self.RGB_BANDS, tr("Red, green and blue bands"), optional=True
            ),
            tr(
                "Three band numbers, such as 30, 20, 10, for an image without wavelengths. "
                "Otherwise the bands are selected by wavelength."
            ),
            advanced=True,
            section=band_section(),
        )
        algorithm.add(
            QgsProcessingParameterBoolean(
                self.DROP_WEAK_BANDS, tr("Exclude bands without signal"), defaultValue=False
            ),
            tr(
                "Exclude bands in the water vapour absorption regions (1340–1460, 1790–1960 and "
                "above 2450 nm) and bands with almost constant values. The log lists them."
            ),
            advanced=True,
            section=band_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {
            "bad_bands": values.text(self.BAD_BANDS).strip() or None,
            "rgb_bands": values.text(self.RGB_BANDS).strip() or None,
            "drop_weak_bands": values.flag(self.DROP_WEAK_BANDS) or None,
        }


def input_image_layer(values: ParameterValues, name: str) -> QgsRasterLayer:
    """The layer of an image; BridgeError where QGIS cannot open it."""
    image = values.valid_raster(name)
    if image is None:
        raise BridgeError(
            "scene.unreadable",
            tr("The image cannot be opened: {}").format(values.raw(name)),
            tr("Check that the file exists and opens in QGIS as a raster layer."),
        )
    return image
