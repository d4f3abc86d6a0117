"""The class map and the rasters that can be written with it."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from ...bridge.styling import ClassMapStyle, ConfidenceStyle, PlainStyle, StyleFileStyle
from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup


class MapOutputs(ParameterGroup):
    """Class map, confidence, probabilities, area of applicability, and the second choice."""

    OUTPUT = "OUTPUT"
    CONFIDENCE = "CONFIDENCE"
    PROBABILITIES = "PROBABILITIES"
    APPLICABILITY = "APPLICABILITY"
    SECOND_CHOICE = "SECOND_CHOICE"
    MARGIN = "MARGIN"
    OUTSIDE = "OUTSIDE"

    LAYER_STYLES: ClassVar = {
        OUTPUT: ClassMapStyle,
        CONFIDENCE: ConfidenceStyle,
        APPLICABILITY: StyleFileStyle,
        SECOND_CHOICE: ClassMapStyle,
        MARGIN: StyleFileStyle,
        PROBABILITIES: PlainStyle,
    }
    BELOW: ClassVar = dict.fromkeys(
        (CONFIDENCE, APPLICABILITY, SECOND_CHOICE, MARGIN, PROBABILITIES), OUTPUT
    )
    RESULT_OUTPUTS: ClassVar = {OUTSIDE: "outside"}

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterRasterDestination(self.OUTPUT, tr("Class map")),
            tr(
                "The map as a GeoTIFF on the grid of the image, with class names and colours. 0 "
                "marks pixels without data."
            ),
        )
        for name, title, help_text in (
            (
                self.CONFIDENCE,
                tr("Confidence"),
                tr(
                    "A GeoTIFF with the probability of the predicted class in percent. Additional "
                    "training samples help most where it is low."
                ),
            ),
            (
                self.PROBABILITIES,
                tr("Class probabilities"),
                tr("A GeoTIFF with one band per class: the probability of that class, 0 to 1."),
            ),
            (
                self.APPLICABILITY,
                tr("Area of applicability"),
                tr(
                    "A GeoTIFF with the dissimilarity of each pixel to the training pixels. Above "
                    "1, a pixel is outside the area of applicability: its spectrum is unlike any "
                    "training sample, and the accuracies do not apply to it."
                ),
            ),
            (
                self.SECOND_CHOICE,
                tr("Second choice"),
                tr(
                    "A GeoTIFF with the second most probable class of each pixel, in the names and "
                    "colours of the map. Where the margin is low, it shows with which class the "
                    "mapped one is confused."
                ),
            ),
            (
                self.MARGIN,
                tr("Margin to the second choice"),
                tr(
                    "A GeoTIFF with the difference between the probabilities of the mapped class "
                    "and the second choice, in percent."
                ),
            ),
        ):
            algorithm.add(
                QgsProcessingParameterRasterDestination(
                    name, title, optional=True, createByDefault=False
                ),
                help_text,
            )
        algorithm.addOutput(
            QgsProcessingOutputNumber(
                self.OUTSIDE, tr("Fraction of the scene outside the area of applicability")
            )
        )
