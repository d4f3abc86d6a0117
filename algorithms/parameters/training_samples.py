"""Training samples: vector features with a class field, or a raster of class codes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterRasterLayer

from ...bridge.errors import BridgeError
from ...bridge.labels import class_styles, raster_class_styles
from ...bridge.rasters import file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .scene import ImageParameter
from .spectral_libraries import SpectralLibraryParameters
from .values import ParameterValues
from .vector_layer import (
    CLASS_FIELD,
    check_class_field,
    class_field_parameter,
    vector_layer_file,
    vector_parameter,
    write_vector_layer,
)


class TrainingSampleParameters(ParameterGroup):
    """The training samples of an algorithm that fits a classifier.

    They may be missing where spectral libraries are given.
    """

    LABELS = "LABELS"
    LABEL_RASTER = "LABEL_RASTER"

    def __init__(
        self,
        image: ImageParameter,
        libraries: SpectralLibraryParameters | None = None,
        help_text: str = "",
    ):
        self._image, self._libraries, self._help_text = image, libraries, help_text
        self._raster = ""
        self._styles: list[dict[str, Any]] = []

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            vector_parameter(self.LABELS, tr("Training samples")),
            self._help_text
            or tr(
                "Polygons, points or lines of known class, in any coordinate reference system: at "
                "least two classes with three pixels each; recommended are five to ten small "
                "polygons per class, spread over the scene. Selections, filters, joins and "
                "temporary layers are respected."
            ),
        )
        algorithm.add(
            class_field_parameter(self.LABELS),
            tr(
                "The field that holds the class of a training sample, as a name or an integer "
                "code. Samples without a value are ignored."
            ),
        )
        algorithm.add(
            QgsProcessingParameterRasterLayer(
                self.LABEL_RASTER, tr("Label raster (instead of training samples)"), optional=True
            ),
            tr(
                "A raster to use instead of training samples: its first band holds an integer code "
                "for each class, and 0 or no data where the class is unknown. Connected pixels of "
                "a class are treated as one polygon. Class names and colours are read from the "
                "layer's style or from the file."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        has_vector, has_raster = values.is_set(self.LABELS), values.is_set(self.LABEL_RASTER)
        if has_vector and has_raster:
            raise BridgeError(
                "labels.two_sources",
                tr("Both training samples and a label raster were given."),
                tr("Leave one of them empty."),
            )
        if has_raster:
            layer = values.valid_raster(self.LABEL_RASTER)
            if layer is None:
                raise BridgeError(
                    "labels.unreadable",
                    tr("The label raster cannot be opened: {}").format(
                        values.raw(self.LABEL_RASTER)
                    ),
                    tr("Check that the file exists and opens in QGIS as a raster layer."),
                )
            gdal_source(layer)
        elif has_vector:
            check_class_field(values, self.LABELS)
        elif self._libraries is None:
            raise BridgeError(
                "labels.missing",
                tr("No training samples were given."),
                tr("Choose a layer of training samples or a label raster."),
            )
        elif not self._libraries.files(values):
            raise BridgeError(
                "labels.missing",
                tr("No training samples were given."),
                tr("Choose a layer of training samples, a label raster or spectral libraries."),
            )

    def sources(self, values: ParameterValues) -> list[str]:
        layer = values.raster(self.LABEL_RASTER)
        if layer is not None:
            return [file_of(gdal_source(layer))]
        return [vector_layer_file(values, self.LABELS)]

    def prepare(self, values: ParameterValues) -> None:
        raster = values.raster(self.LABEL_RASTER)
        if raster is not None:
            self._raster = gdal_source(raster)
            self._styles = raster_class_styles(raster)
        elif values.is_set(self.LABELS):
            self._styles = class_styles(values.vector(self.LABELS), values.text(CLASS_FIELD))

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        classes = self._styles or None
        if self._raster:
            return {"classes": classes, "labels": self._raster}
        if not values.is_set(self.LABELS):
            return {}
        field = values.text(CLASS_FIELD)
        labels = write_vector_layer(values, self.LABELS, field, self._image.crs, feedback)
        return {
            "classes": classes,
            "labels": labels.path,
            "labels_layer": labels.layer,
            "class_field": field,
        }
