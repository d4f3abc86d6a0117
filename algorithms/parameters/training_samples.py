"""Training samples: vector features with a class field, or a raster of class codes."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingParameterRasterLayer

from ...bridge.errors import BridgeError
from ...bridge.labels import raster_class_styles
from ...bridge.rasters import file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from ..widgets import set_widget
from .group import ParameterGroup
from .labelled_layer import LabelledLayer
from .scene import ImageParameter
from .sections import training_data_section
from .spectral_libraries import SpectralLibraryParameters
from .values import ParameterValues
from .vector_layer import class_field_parameter, vector_parameter


class TrainingSampleParameters(ParameterGroup):
    """The training samples of an algorithm that fits a classifier.

    They may be missing where spectral libraries are given. A file of another tool that QGIS cannot
    open as a layer is read by the backend.
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
        self._samples = LabelledLayer(self.LABELS)
        self._raster = ""
        self._raster_styles: list[dict[str, Any]] = []

    def add_to(self, algorithm: Algorithm) -> None:
        help_text = self._help_text or tr(
            "Polygons, points or lines of known class, in any coordinate reference system: at "
            "least two classes with three pixels each; recommended are five to ten small "
            "polygons per class, spread over the scene. Selections, filters, joins and "
            "temporary layers are respected."
        )
        files = tr(
            "Annotation layers are training samples, too: the text in a shape is its class, or the "
            "name of a layer without texts. Files of other tools can be given by their path: "
            "training input of the SCP (.scpx), regions of ENVI (.xml, .txt), datasets of the "
            "EnMAP-Box (.json) and tables with coordinates (.csv)."
        )
        algorithm.add(
            vector_parameter(self.LABELS, tr("Training samples"), is_marked_optional=False),
            f"{help_text} {files}",
            section=training_data_section(),
        )
        algorithm.add(
            class_field_parameter(self.LABELS),
            tr(
                "The field that holds the class of a training sample, as a name or an integer "
                "code. Samples without a value are ignored. If empty, it is the field that "
                "styles the layer, one with a usual name such as class or species, or the only "
                "text field."
            ),
        )
        raster = QgsProcessingParameterRasterLayer(
            self.LABEL_RASTER, tr("Label raster (instead of training samples)"), optional=True
        )
        set_widget(raster, is_marked_optional=False)
        algorithm.add(
            raster,
            tr(
                "A raster to use instead of training samples: its first band holds an integer code "
                "for each class, and 0 or no data where the class is unknown. Connected pixels of "
                "a class are treated as one polygon. Class names and colours are read from the "
                "layer's style or from the file."
            ),
        )

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        return self._samples.openable_values(values)

    def check(self, values: ParameterValues) -> None:
        has_vector = self._samples.is_given(values)
        has_raster = values.is_set(self.LABEL_RASTER)
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
            self._samples.check(values)
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
        return self._samples.sources(values)

    def prepare(self, values: ParameterValues) -> None:
        raster = values.raster(self.LABEL_RASTER)
        if raster is not None:
            self._raster = gdal_source(raster)
            self._raster_styles = raster_class_styles(raster)
            return
        self._samples.prepare(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if self._raster:
            return {"classes": self._raster_styles or None, "labels": self._raster}
        if not values.is_set(self.LABELS):
            return {}
        samples = self._samples.write(values, self._image.crs, feedback)
        return {
            "classes": samples.styles or None,
            "labels": samples.path,
            "labels_layer": samples.layer,
            "class_field": samples.class_field,
        }
