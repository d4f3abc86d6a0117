"""Which diffusion features describe the context of a pixel."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.choices import MAX_COMPONENTS, PAPER_PRESET
from .common_options import backbone_option, preset_option, scales_option
from .declaration import option
from .parsing import parse_blocks, parse_composites, parse_timesteps


@dataclass(frozen=True, kw_only=True)
class FeatureOptions:
    """The diffusion network, its input and what is extracted from it.

    What is left empty has the default of the preset and the network.
    """

    backbone: str = backbone_option()
    preset: str = preset_option()
    blocks: tuple[int, ...] = option(
        "Decoder blocks to extract, from 0; the number after the last block stands for the "
        "denoised image. 2, 12 by default, 12 being the denoised image.",
        (),
        metavar="NUMBERS",
        parse=parse_blocks,
    )
    timesteps: tuple[int, ...] = option(
        "Diffusion timesteps (noise levels), 0 to 999, such as 100, 300; 300 by default.",
        (),
        metavar="NUMBERS",
        parse=parse_timesteps,
    )
    composites: tuple[str, ...] = option(
        "Composites of the scene that the network processes: rgb, cir, swir, pca1, pca2; "
        "pca1, pca2 by default.",
        (),
        metavar="NAMES",
        parse=parse_composites,
    )
    scales: tuple[int, ...] = scales_option()
    components: int | None = option(
        "Principal components to keep of each scale's activations, besides the denoised image; 4 "
        "by default, 32 where other blocks are chosen.",
        None,
        minimum=1,
        maximum=MAX_COMPONENTS,
    )

    @property
    def as_published(self) -> bool:
        """Whether features and networks are those of the paper."""
        return self.preset == PAPER_PRESET
