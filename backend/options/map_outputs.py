"""The rasters of a classified scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import option


@dataclass(frozen=True, kw_only=True)
class MapOutputs:
    """The class map and optional rasters on the same grid."""

    output: Path = option("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = option(
        "Confidence to write (GeoTIFF, percent).", None, metavar="FILE"
    )
    probabilities: Path | None = option(
        "Class probabilities to write (GeoTIFF, one band per class).", None, metavar="FILE"
    )
    applicability: Path | None = option(
        "Dissimilarity to the training data to write (GeoTIFF); pixels above 1 lie outside the "
        "area of applicability.",
        None,
        metavar="FILE",
    )
    second_choice: Path | None = option(
        "Map of the second most probable class to write (GeoTIFF).", None, metavar="FILE"
    )
    margin: Path | None = option(
        "Difference between the probabilities of the mapped class and the second most probable one "
        "to write (GeoTIFF, percent).",
        None,
        metavar="FILE",
    )

    @property
    def class_only(self) -> bool:
        """Whether there is no raster beside the class map."""
        optional = (
            self.confidence,
            self.probabilities,
            self.applicability,
            self.second_choice,
            self.margin,
        )
        return not any(optional)
