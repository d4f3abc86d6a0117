"""Options of the commands that train a model: `classify` and `train`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.methods import DEFAULT_METHOD, METHODS
from ..common.methods import needs_features as method_needs_features
from .band_options import BandOptions
from .common_options import report_option, seed_option
from .compute_options import ComputeOptions
from .declaration import group, option
from .feature_options import FeatureOptions
from .label_options import MultiSceneLabelOptions


@dataclass(frozen=True, kw_only=True)
class MethodOptions:
    """The classifier, and the seed of its random numbers."""

    method: str = option("Classification method.", DEFAULT_METHOD, choices=METHODS)
    lda_features: bool = option("Let the method lda use diffusion features too.", False)
    seed: int = seed_option("the same seed gives the same map")

    @property
    def needs_features(self) -> bool:
        """Whether the method is fitted to diffusion features."""
        return method_needs_features(self.method) or (self.method == "lda" and self.lda_features)


@dataclass(frozen=True, kw_only=True)
class TrainingOptions:
    """Labelled scenes of one sensor, a method, and what may be used to fit it."""

    image: str = option(
        "Hyperspectral raster, or a product's folder or metadata file; give it again for each "
        "further scene with training samples.",
        metavar="FILE",
        repeated_as="more_images",
    )
    more_images: tuple[str, ...] = option("Further scenes with training samples.", ())
    labels: MultiSceneLabelOptions = group(MultiSceneLabelOptions)
    method: MethodOptions = group(MethodOptions)
    features: FeatureOptions = group(FeatureOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    report: Path | None = report_option(None)

    @property
    def images(self) -> tuple[str, ...]:
        """All scenes, the one to be mapped first."""
        return (self.image, *self.more_images)

    @property
    def inputs(self) -> list[str | Path]:
        """Everything that is read, which no output may replace."""
        labels = self.labels
        own = [labels.labels] if labels.labels else []
        return [*self.images, *own, *labels.more_labels, *labels.library]
