"""Which activations of a backbone are features of a pixel."""

from __future__ import annotations

from dataclasses import dataclass, replace

from ..backbones.source import BUNDLED, BackboneSource
from ..common.choices import AUTO


@dataclass(frozen=True)
class FeatureSettings:
    """Which activations of the backbone are features; the defaults suit the bundled backbone.

    The number after the last block is the denoised image, all of whose channels are kept.
    Activations are averaged over `draws` of noise; with 0 the input is the image without noise. The
    precision `auto` is resolved where features are stored. With `separate_components` every block
    at every timestep has `components` of its own, in this order, so that they can be compared; a
    denoised image of no more channels is kept as it is.
    """

    composites: tuple[str, ...] = ("pca1", "pca2")
    timesteps: tuple[int, ...] = (300,)
    blocks: tuple[int, ...] = (2, 12)
    scales: tuple[int, ...] = (2, 4)
    size: int = 96
    stride: int = 80
    components: int = 4
    seed: int = 0
    draws: int = 0
    precision: str = AUTO
    separate_components: bool = False


#: The settings for backbones without a denoised image: little noise, windows as in training.
BLOCK_FEATURES = FeatureSettings(
    timesteps=(50,), blocks=(5, 8, 11), scales=(2,), size=64, stride=48, components=32, draws=1
)


def default_features(source: BackboneSource) -> FeatureSettings:
    """The default settings for a backbone."""
    if source.name == BUNDLED:
        return FeatureSettings()
    return replace(BLOCK_FEATURES, blocks=source.default_blocks())
