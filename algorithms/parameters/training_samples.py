"""Training samples: vector features with a class field, or a raster of class codes."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback, QgsProcessingParameterRasterLayer

from ...backend.common.choices import DEFAULT_CLASS_FIELD
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

#: Endings of tables, which QGIS opens without geometries; the backend reads their coordinates.
TABLE_ENDINGS = (".csv", ".tsv", ".txt")


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
        self._raster = ""
        self._file = ""
        self._styles: list[dict[str, Any]] = []

    def add_to(self, algorithm: Algorithm) -> None:
        help_text = self._help_text or tr(
            "Polygons, points or lines of known class, in any coordinate reference system: at "
            "least two classes with three pixels each; recommended are five to ten small "
            "polygons per class, spread over the scene. Selections, filters, joins and "
            "temporary layers are respected."
        )
        files = tr(
            "Files of other tools can be given by their path: training input of the SCP (.scpx), "
            "regions of ENVI (.xml, .txt), datasets of the EnMAP-Box (.json) and tables with "
            "coordinates (.csv)."
        )
        algorithm.add(vector_parameter(self.LABELS, tr("Training samples")), f"{help_text} {files}")
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

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        self._file = self._file_of_other_tool(values)
        return {self.LABELS: None} if self._file else {}

    def check(self, values: ParameterValues) -> None:
        has_vector = values.is_set(self.LABELS) or bool(self._file)
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
        elif self._file:
            return  # the backend checks it
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
        if self._file:
            return [self._file]
        return [vector_layer_file(values, self.LABELS)]

    def prepare(self, values: ParameterValues) -> None:
        raster = values.raster(self.LABEL_RASTER)
        if raster is not None:
            self._raster = gdal_source(raster)
            self._styles = raster_class_styles(raster)
            return
        self._file = self._file_of_other_tool(values)
        if values.is_set(self.LABELS) and not self._file:
            self._styles = class_styles(values.vector(self.LABELS), values.text(CLASS_FIELD))

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        classes = self._styles or None
        if self._raster:
            return {"classes": classes, "labels": self._raster}
        if not values.is_set(self.LABELS):
            return {}
        field = values.text(CLASS_FIELD)
        if self._file:
            # Each format has a default of its own.
            return {
                "labels": self._file,
                "class_field": field if field and field != DEFAULT_CLASS_FIELD else None,
            }
        labels = write_vector_layer(values, self.LABELS, field, self._image.crs, feedback)
        return {
            "classes": classes,
            "labels": labels.path,
            "labels_layer": labels.layer,
            "class_field": field,
        }

    def _file_of_other_tool(self, values: ParameterValues) -> str:
        """The path of a file that is no layer for QGIS; empty for layers, and for none."""
        file = values.source_text(self.LABELS)
        if not os.path.isfile(file):
            return ""
        source = values.feature_source(self.LABELS)
        is_table = source is not None and source.wkbType() == Qgis.WkbType.NoGeometry
        if source is None or (is_table and file.lower().endswith(TABLE_ENDINGS)):
            return os.path.abspath(file)
        return ""
