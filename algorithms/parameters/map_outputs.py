"""What algorithms that write a class map share: its parameters and how it is drawn."""

from __future__ import annotations

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterRasterDestination

from ...bridge.styling import ApplicabilityStyle, ClassMapStyle, ConfidenceStyle

MAP_LAYER_STYLES = {
    "OUTPUT": ClassMapStyle,
    "CONFIDENCE": ConfidenceStyle,
    "APPLICABILITY": ApplicabilityStyle,
}
#: What the job calls the share of the scene that looks like nothing in the training data.
MAP_RESULT_OUTPUTS = {"OUTSIDE": "outside"}


class MapOutputParameters:
    """What an algorithm that writes a class map is made of besides `BackendAlgorithm`."""

    def add_maps(self) -> None:
        """Add the class map and what may come with it."""
        self.add(
            QgsProcessingParameterRasterDestination("OUTPUT", self.tr("Class map")),
            self.tr(
                "The map as a GeoTIFF on the grid of the image; class names and colours stand in "
                "the file. 0 is where the image has no data."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "CONFIDENCE", self.tr("Confidence"), optional=True, createByDefault=False
            ),
            self.tr(
                "A GeoTIFF with the probability of the chosen class in percent. Where it is low, "
                "more examples help most."
            ),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "PROBABILITIES",
                self.tr("Probabilities of the classes"),
                optional=True,
                createByDefault=False,
            ),
            self.tr("A GeoTIFF with one band a class: the probability of that class, 0 to 1."),
        )
        self.add(
            QgsProcessingParameterRasterDestination(
                "APPLICABILITY",
                self.tr("Area of applicability"),
                optional=True,
                createByDefault=False,
            ),
            self.tr(
                "A GeoTIFF that tells how unlike all training pixels a pixel is. Above 1 it looks "
                "like nothing the model has learnt from, and the accuracies do not speak of it."
            ),
        )
        self.addOutput(
            QgsProcessingOutputNumber(
                "OUTSIDE", self.tr("Share of the scene outside the area of applicability")
            )
        )
