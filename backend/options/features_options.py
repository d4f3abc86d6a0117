"""The settings of `features`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .feature_options import FeatureOptions


@dataclass(frozen=True, kw_only=True)
class Settings(FeatureOptions):
    """What `features` needs and may be told."""

    output: Path = setting("Features to write (GeoTIFF), one band each.", metavar="FILE")
