"""What algorithms on a scene share: the image, its bands, and what of the machine may be used."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...bridge.errors import BridgeError
from ...bridge.products import preview_source
from ...bridge.rasters import file_of, gdal_source
from ..base import BackendAlgorithm

DEVICES = ("auto", "cpu", "cuda", "mps")
MIN_BANDS = 3


class SceneAlgorithm(BackendAlgorithm):
    """An algorithm whose `INPUT` is a hyperspectral image."""

    def add_image(self) -> None:
        """Add the image itself."""
        self.add(
            QgsProcessingParameterRasterLayer("INPUT", self.tr("Hyperspectral image")),
            self.tr(
                "The scene, as reflectance, with at least three bands. Wavelengths and "
                "bad bands are read from its metadata where there are any. Every format and "
                "subdataset that QGIS opens as a raster layer will do, and the metadata file or "
                "folder of an EnMAP, PRISMA, DESIS or EMIT product."
            ),
        )

    def add_compute_options(self) -> None:
        """Add what is computed with; right as it is for most."""
        self.add(
            QgsProcessingParameterEnum(
                "DEVICE",
                self.tr("Device"),
                options=list(DEVICES),
                defaultValue=DEVICES[0],
                usesStaticStrings=True,
            ),
            self.tr(
                "Where to compute: auto takes a graphics card where there is a suitable one; cpu "
                "the processor; cuda an NVIDIA card; mps the graphics of an Apple computer."
            ),
            advanced=True,
        )
        self.add(
            QgsProcessingParameterNumber(
                "MEMORY",
                self.tr("Memory limit (MB)"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                optional=True,
                minValue=512,
            ),
            self.tr(
                "How much memory the computation may use, roughly. Left empty it is chosen by what "
                "is free; set less when the computation was stopped for lack of memory."
            ),
            advanced=True,
        )
        self.add_external()

    def add_bands(self) -> None:
        """Add which bands are used; right as it is for most."""
        for name, title, help_text in (
            (
                "BAD_BANDS",
                self.tr("Bands to leave out"),
                self.tr(
                    "Numbers and ranges, such as 1-5, 130-135, besides the bands that the image "
                    "itself marks as bad or that are empty."
                ),
            ),
            (
                "RGB_BANDS",
                self.tr("Bands for red, green and blue"),
                self.tr(
                    "Three band numbers, such as 30, 20, 10, for an image without wavelengths; "
                    "otherwise they are found by wavelength."
                ),
            ),
        ):
            self.add(
                QgsProcessingParameterString(name, title, optional=True), help_text, advanced=True
            )
        self.add(
            QgsProcessingParameterBoolean(
                "DROP_WEAK_BANDS",
                self.tr("Also leave out bands without signal"),
                defaultValue=False,
            ),
            self.tr(
                "Bands in the windows of water vapour (1340–1460, 1790–1960 and above 2450 nm) and "
                "bands whose values hardly differ. The log names them."
            ),
            advanced=True,
        )

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        # QGIS itself refuses what it cannot open as a layer.
        return super().checkParameterValues(_with_preview_source(parameters), context)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        image = self.input_image_layer(parameters, context)
        gdal_source(image)
        if image.bandCount() < MIN_BANDS:
            raise BridgeError(
                "scene.too_few_bands",
                self.tr("The image {} has too few bands ({}); at least {} are needed.").format(
                    image.name(), image.bandCount(), MIN_BANDS
                ),
                self.tr("Choose the hyperspectral scene itself rather than a map or a band of it."),
            )

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        return [file_of(gdal_source(self.parameterAsRasterLayer(parameters, "INPUT", context)))]

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        image = self.parameterAsRasterLayer(_with_preview_source(parameters), "INPUT", context)
        chosen = _product_path(parameters)
        self._image = os.path.abspath(chosen) if chosen else gdal_source(image)
        self._crs = image.crs()
        return True

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        return {"image": self._image, **self.scene_settings(parameters, context)}

    def scene_settings(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> dict[str, Any]:
        """What was chosen of bands and machine."""
        job_settings: dict[str, Any] = {
            "device": self.parameterAsEnumString(parameters, "DEVICE", context)
        }
        # What is left empty is the backend's to choose.
        if parameters.get("MEMORY") is not None:
            job_settings["memory_mb"] = self.parameterAsInt(parameters, "MEMORY", context)
        for name in ("BAD_BANDS", "RGB_BANDS"):
            if numbers := self.parameterAsString(parameters, name, context).strip():
                job_settings[name.lower()] = numbers
        if self.parameterAsBool(parameters, "DROP_WEAK_BANDS", context):
            job_settings["drop_weak_bands"] = True
        if self.parameterAsBool(parameters, "ALLOW_EXTERNAL", context):
            job_settings["allow_external"] = True
        return job_settings


def _product_path(parameters: dict[str, Any]) -> str:
    """The file or folder of a product that was chosen as image; empty for any other image."""
    value = parameters.get("INPUT")
    is_product = isinstance(value, str) and os.path.exists(value) and preview_source(value) != value
    return value if is_product else ""


def _with_preview_source(parameters: dict[str, Any]) -> dict[str, Any]:
    """The parameters with an image that QGIS can open as a layer, where a product was chosen."""
    product = _product_path(parameters)
    return {**parameters, "INPUT": preview_source(product)} if product else parameters
