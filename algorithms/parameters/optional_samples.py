"""A parameter group around labelled geometries that may be left out."""

from __future__ import annotations

from typing import Any

from .group import ParameterGroup
from .labelled_layer import LabelledLayer
from .values import ParameterValues


class OptionalSamplesParameter(ParameterGroup):
    """Labelled geometries that are checked and read where they are given."""

    _samples: LabelledLayer

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        return self._samples.openable_values(values)

    def check(self, values: ParameterValues) -> None:
        if self._samples.is_given(values):
            self._samples.check(values)

    def sources(self, values: ParameterValues) -> list[str]:
        return self._samples.sources(values)

    def prepare(self, values: ParameterValues) -> None:
        self._samples.prepare(values)
