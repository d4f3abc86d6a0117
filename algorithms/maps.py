"""What algorithms that write a class map share: its parameters and how it is drawn."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterRasterDestination

from ..bridge.styling import ClassMapStyle, ConfidenceStyle

MAP_STYLES = {"OUTPUT": ClassMapStyle, "CONFIDENCE": ConfidenceStyle}


class MapOutputs:
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
