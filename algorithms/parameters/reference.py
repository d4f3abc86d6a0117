"""The class map to assess, and the reference data for it."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterLayer,
)

from ...backend.common.choices import CLASS_MATCHES
from ...bridge.errors import BridgeError
from ...bridge.labels import raster_class_styles
from ...bridge.rasters import file_of, gdal_source
from ...bridge.translation import tr
from ..base import Algorithm
from ..choices import choice_parameter
from .group import ParameterGroup
from .labelled_layer import LabelledLayer
from .optional_samples import OptionalSamplesParameter
from .values import ParameterValues
from .vector_layer import class_field_parameter, vector_parameter


class ClassRasterParameter(ParameterGroup):
    """A raster of class codes, with the names and colours of its layer."""

    def __init__(
        self,
        name: str,
        setting: str,
        title: str,
        help_text: str,
        optional: bool = True,
        advanced: bool = False,
    ):
        self._name, self._setting, self._title = name, setting, title
        self._help_text, self._optional, self._advanced = help_text, optional, advanced
        self._settings: dict[str, Any] = {}
        self.crs = QgsCoordinateReferenceSystem()

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterRasterLayer(self._name, self._title, optional=self._optional),
            self._help_text,
            self._advanced,
        )

    def check(self, values: ParameterValues) -> None:
        if self._optional and not values.is_set(self._name):
            return
        layer = values.valid_raster(self._name)
        if layer is None:
            raise BridgeError(
                "map.unreadable",
                tr("{} cannot be opened: {}").format(
                    values.title(self._name), values.raw(self._name)
                ),
                tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        gdal_source(layer)

    def sources(self, values: ParameterValues) -> list[str]:
        layer = values.raster(self._name)
        return [file_of(gdal_source(layer))] if layer is not None else []

    def prepare(self, values: ParameterValues) -> None:
        layer = values.raster(self._name)
        if layer is not None:
            self.crs = layer.crs()
            styles = raster_class_styles(layer, lowest=0)
            self._settings = {
                self._setting: gdal_source(layer),
                f"{self._setting}_classes": styles or None,
            }

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return self._settings


class ReferenceParameters(ParameterGroup):
    """Reference data as a vector layer, and how its classes are matched with those of the map."""

    REFERENCE = "REFERENCE"
    REFERENCE_MAP = "REFERENCE_MAP"
    MATCH = "MATCH"

    def __init__(self, class_map: ClassRasterParameter):
        self._class_map = class_map
        self._reference = LabelledLayer(self.REFERENCE)

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            vector_parameter(self.REFERENCE, tr("Reference data")),
            tr(
                "Points, polygons or lines of known class. Selections, filters, joins and "
                "temporary layers are respected."
            ),
        )
        algorithm.add(
            class_field_parameter(self.REFERENCE),
            tr(
                "The field of the reference data that holds the class: its name as in the map, or "
                "its code. Features without a value are ignored."
            ),
        )
        titles = {"auto": tr("Automatic"), "names": tr("By name"), "codes": tr("By code")}
        algorithm.add(
            choice_parameter(
                self.MATCH, tr("Class matching"), {match: titles[match] for match in CLASS_MATCHES}
            ),
            tr(
                "How classes of the reference data are matched with classes of the map. "
                "“Automatic” matches the names that the layers show, and codes only where neither "
                "has names or the codes are unambiguous. Choose “By code” where the same code is "
                "known to mean the same class in both."
            ),
            advanced=True,
        )

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        return self._reference.openable_values(values)

    def is_given(self, values: ParameterValues) -> bool:
        """Whether there is reference data, as a layer or as a map."""
        return self._reference.is_given(values) or values.is_set(self.REFERENCE_MAP)

    def check(self, values: ParameterValues) -> None:
        if self._reference.is_given(values):
            if values.is_set(self.REFERENCE_MAP):
                raise BridgeError(
                    "assess.two_references",
                    tr("Both reference data and a reference map were given."),
                    tr("Leave one of them empty."),
                )
            self._reference.check(values)

    def sources(self, values: ParameterValues) -> list[str]:
        return self._reference.sources(values)

    def prepare(self, values: ParameterValues) -> None:
        self._reference.prepare(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        match = values.choice(self.MATCH)
        settings: dict[str, Any] = {"match": match if match != CLASS_MATCHES[0] else None}
        if values.is_set(self.REFERENCE):
            reference = self._reference.write(values, self._class_map.crs, feedback)
            settings["reference"] = reference.path
            settings["class_field"] = reference.class_field
            settings["reference_classes"] = reference.styles or None
        return settings


class ExcludedSamplesParameter(OptionalSamplesParameter):
    """The training samples of the map, which reference data should not overlap."""

    TRAINING = "TRAINING"

    def __init__(self, class_map: ClassRasterParameter):
        self._class_map = class_map
        self._samples = LabelledLayer(self.TRAINING, any_field=True)

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            vector_parameter(self.TRAINING, tr("Training samples")),
            tr(
                "The training samples of the map. Reference data inside them would make the "
                "accuracy too optimistic and are reported separately."
            ),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if not values.is_set(self.TRAINING):
            return {}
        return {"training": self._samples.write(values, self._class_map.crs, feedback).path}
