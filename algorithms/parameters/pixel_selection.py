"""Which pixels the training samples label."""

from __future__ import annotations

from typing import Any

from qgis.core import Qgis, QgsProcessingFeedback, QgsProcessingParameterNumber

from ...backend.common.choices import DEFAULT_MIN_COVERAGE, POLYGON_RULES
from ...bridge.translation import tr
from ..base import Algorithm
from ..choices import choice_parameter
from .group import ParameterGroup
from .sections import sample_section
from .values import ParameterValues


class PixelSelectionParameters(ParameterGroup):
    """The pixel selection rule of polygons, the radius of points and the width of lines."""

    PIXEL_RULE = "PIXEL_RULE"
    MIN_COVERAGE = "MIN_COVERAGE"
    POINT_RADIUS = "POINT_RADIUS"
    LINE_WIDTH = "LINE_WIDTH"

    def add_to(self, algorithm: Algorithm) -> None:
        titles = {
            "centre": tr("Centre inside the polygon"),
            "touched": tr("All touched pixels"),
            "coverage": tr("Minimum coverage"),
        }
        algorithm.add(
            choice_parameter(
                self.PIXEL_RULE,
                tr("Pixel selection rule"),
                {rule: titles[rule] for rule in POLYGON_RULES},
            ),
            tr(
                "Which pixels a polygon labels: those with their centre inside it, all that it "
                "touches, or those that it covers by the minimum coverage. A polygon that is too "
                "small for any labels the pixel that it lies in."
            ),
            advanced=True,
            section=sample_section(),
        )
        for name, title, help_text, default, minimum, maximum in (
            (
                self.MIN_COVERAGE,
                tr("Minimum coverage"),
                tr(
                    "Fraction of a pixel that a polygon has to cover, above 0 to 1. Used by the "
                    "rule “Minimum coverage”."
                ),
                DEFAULT_MIN_COVERAGE,
                0.01,
                1.0,
            ),
            (
                self.POINT_RADIUS,
                tr("Point radius (pixels)"),
                tr(
                    "A point labels the pixel that it lies in and the pixels whose centre is "
                    "within this radius."
                ),
                0.0,
                0.0,
                100.0,
            ),
            (
                self.LINE_WIDTH,
                tr("Line width (pixels)"),
                tr(
                    "A line of width 0 labels the pixels that it touches, a wider line those with "
                    "their centre inside it."
                ),
                0.0,
                0.0,
                100.0,
            ),
        ):
            algorithm.add(
                QgsProcessingParameterNumber(
                    name,
                    title,
                    type=Qgis.ProcessingNumberParameterType.Double,
                    defaultValue=default,
                    minValue=minimum,
                    maxValue=maximum,
                ),
                help_text,
                advanced=True,
                section=sample_section(),
            )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        rule = values.choice(self.PIXEL_RULE)
        is_coverage = rule == "coverage"
        return {
            "pixel_rule": rule if rule != POLYGON_RULES[0] else None,
            "min_coverage": values.number(self.MIN_COVERAGE) if is_coverage else None,
            "point_radius": values.number(self.POINT_RADIUS) or None,
            "line_width": values.number(self.LINE_WIDTH) or None,
        }
