"""The training samples that a model was trained with."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .labelled_layer import LabelledLayer
from .scene import ImageParameter
from .values import ParameterValues
from .vector_layer import CLASS_FIELD, class_field_parameter, vector_parameter


class KnownSamplesParameter(ParameterGroup):
    """Training samples that suggested locations should differ from, and their class field."""

    LABELS = "LABELS"

    def __init__(self, image: ImageParameter):
        self._image = image
        self._samples = LabelledLayer(self.LABELS)

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            vector_parameter(self.LABELS, tr("Training samples")),
            tr(
                "The training samples of the model. Locations similar to them have a low priority, "
                "and none is inside one of them."
            ),
        )
        algorithm.add(
            class_field_parameter(self.LABELS),
            tr(
                "The field of the training samples that holds the class. The suggested locations "
                "get an empty field of the same name."
            ),
        )

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        return self._samples.openable_values(values)

    def check(self, values: ParameterValues) -> None:
        if self._samples.is_given(values):
            self._samples.check(values)

    def sources(self, values: ParameterValues) -> list[str]:
        return self._samples.sources(values)

    def prepare(self, values: ParameterValues) -> None:
        self._samples.prepare(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if not values.is_set(self.LABELS):
            return {"class_field": values.text(CLASS_FIELD) or None}
        samples = self._samples.write(values, self._image.crs, feedback)
        return {"labels": samples.path, "class_field": samples.class_field}
