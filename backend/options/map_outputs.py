"""The rasters that a map consists of, as settings of every job that makes one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting


@dataclass(frozen=True, kw_only=True)
class MapOutputs:
    """The class map itself and what may be written beside it."""

    output: Path = setting("Class map to write (GeoTIFF).", metavar="FILE")
    confidence: Path | None = setting("Confidence in percent to write.", None, metavar="FILE")
    probabilities: Path | None = setting(
        "Probabilities to write, one band a class.", None, metavar="FILE"
    )
    applicability: Path | None = setting(
        "Dissimilarity to the training data to write; above 1 the model does not apply.",
        None,
        metavar="FILE",
    )
