"""Options of all jobs of the live map: the scene, its bands and features, and the device."""

from __future__ import annotations

from dataclasses import dataclass

from ..options.band_options import BandOptions
from ..options.common_options import image_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group
from ..options.feature_options import FeatureOptions


@dataclass(frozen=True, kw_only=True)
class LiveSceneOptions:
    """Named as in `classify`."""

    image: str = image_option()
    features: FeatureOptions = group(FeatureOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
