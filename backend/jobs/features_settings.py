"""The settings of `features`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .feature_choice import FeatureChoice
from .settings import setting


@dataclass(frozen=True, kw_only=True)
class Settings(FeatureChoice):
    """What `features` needs and may be told."""

    output: Path = setting("Features to write (GeoTIFF), one band each.", metavar="FILE")
