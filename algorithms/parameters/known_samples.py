"""The training samples that a model was trained with."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProcessingFeedback

from ...bridge.translation import tr
from ..base import Algorithm
from .labelled_layer import LabelledLayer
from .optional_samples import OptionalSamplesParameter
from .scene import ImageParameter
from .values import ParameterValues
from .vector_layer import CLASS_FIELD, class_field_parameter, vector_parameter


class KnownSamplesParameter(OptionalSamplesParameter):
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

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if not values.is_set(self.LABELS):
            return {"class_field": values.text(CLASS_FIELD) or None}
        samples = self._samples.write(values, self._image.crs, feedback)
        return {"labels": samples.path, "class_field": samples.class_field}
