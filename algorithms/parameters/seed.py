"""The random seed."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback, QgsProcessingParameterNumber

from ...backend.common.choices import MAX_SEED
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .sections import computing_section
from .values import ParameterValues


class SeedParameter(ParameterGroup):
    """The seed of the random numbers, which makes a run repeatable."""

    SEED = "SEED"

    def __init__(self, help_text: str):
        self._help_text = help_text

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterNumber(
                self.SEED,
                tr("Random seed"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=MAX_SEED,
            ),
            self._help_text,
            advanced=True,
            section=computing_section(),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"seed": values.integer(self.SEED)}
