"""The sampling design of reference data, and the sample to draw."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback, QgsProcessingParameterNumber

from ...backend.common.choices import ALLOCATIONS, DEFAULT_SAMPLE_SIZE, DESIGNS
from ...bridge.translation import tr
from ..base import Algorithm
from ..choices import choice_parameter
from .group import ParameterGroup
from .values import ParameterValues


class DesignParameter(ParameterGroup):
    """How the locations of the reference data were selected."""

    DESIGN = "DESIGN"

    def add_to(self, algorithm: Algorithm) -> None:
        titles = {
            "auto": tr("Automatic"),
            "random": tr("Simple random"),
            "stratified": tr("Stratified random"),
            "purposive": tr("Purposive (not random)"),
            "census": tr("Census (complete coverage)"),
        }
        algorithm.add(
            choice_parameter(
                self.DESIGN, tr("Sampling design"), {design: titles[design] for design in DESIGNS}
            ),
            tr(
                "How the locations of the reference data were selected: at random over the whole "
                "map, at random within each class, purposively (which allows no estimates for the "
                "whole map), or everywhere. “Automatic” assumes a stratified sample for points and "
                "a purposive one for polygons and lines."
            ),
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"design": values.choice(self.DESIGN)}


class SampleParameters(ParameterGroup):
    """The size of the reference sample to draw, and its allocation to the classes."""

    COUNT = "COUNT"
    ALLOCATION = "ALLOCATION"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterNumber(
                self.COUNT,
                tr("Sample size"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=DEFAULT_SAMPLE_SIZE,
                minValue=1,
                maxValue=1_000_000,
            ),
            tr("Number of points to draw. Used only when a reference sample is drawn."),
            advanced=True,
        )
        titles = {
            "olofsson": tr("Olofsson et al. (recommended)"),
            "proportional": tr("Proportional to area"),
            "equal": tr("Equal"),
        }
        algorithm.add(
            choice_parameter(
                self.ALLOCATION,
                tr("Sample allocation"),
                {allocation: titles[allocation] for allocation in ALLOCATIONS},
            ),
            tr(
                "How the points are allocated to the classes. Olofsson et al. (olofsson): 50 to "
                "100 points for rare classes, proportional to area for the others; proportional: "
                "proportional to area; equal: the same number for each class."
            ),
            advanced=True,
        )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        return {"count": values.integer(self.COUNT), "allocation": values.choice(self.ALLOCATION)}
