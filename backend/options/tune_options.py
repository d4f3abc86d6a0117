"""The settings of `tune`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from .declaration import setting
from .training_options import LabelOptions

HEADS = ("geodiffnet-f", "geodiffnet")


@dataclass(frozen=True, kw_only=True)
class Settings(LabelOptions):
    """What `tune` needs and may be told: its lists are what is tried."""

    report: Path = setting(
        "Report to write (HTML); its numbers go beside it as JSON.", metavar="FILE"
    )
    blocks: str | None = setting(
        "Decoder blocks to try, such as 5, 8, 11; by default some spread over the network, and the "
        "denoised picture.",
        None,
        metavar="NUMBERS",
    )
    timesteps: str | None = setting(
        "Timesteps to try, 0 to 999; 50, 150, 300 by default.", None, metavar="NUMBERS"
    )
    composites: str | None = setting(
        "Composites to try, out of rgb, cir, swir, pca1, pca2; pca1+pca2, rgb by default. With + "
        "between them, such as rgb+pca1, they are read together.",
        None,
        metavar="NAMES",
    )
    components: int | None = setting(
        "Numbers that are kept of each scale's activations of a block; 32 by default, as in "
        "classify and train where blocks are chosen.",
        None,
        minimum=1,
        maximum=256,
    )
    method: str = setting(
        "What learns from the features: geodiffnet sees nothing else, geodiffnet-f the spectrum "
        "as well. A small ensemble ranks the settings; the best one and the default are then "
        "validated with the whole method.",
        HEADS[0],
        choices=HEADS,
    )
