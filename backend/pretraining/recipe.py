"""The settings of the backbone's training, its network and its noise schedule."""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path

from diffusers import DDPMScheduler, UNet2DModel

WIDTHS = (32, 64, 96, 112)
#: What the network predicts, as `diffusers` names it.
PREDICTIONS = ("epsilon", "sample", "v_prediction")
TIMESTEPS = 1000


@dataclass(frozen=True)
class Recipe:
    """Images, network, noise, loss and optimizer.

    `prediction` is the quantity that the network predicts. `loss` is the quantity whose squared
    error is minimised: each of the three is a weighting, by timestep, of the error of the clean
    image.
    """

    images: tuple[Path, ...]
    work: Path
    output: Path
    start: Path | None = None  # a backbone from whose weights training starts
    include: tuple[str, ...] = ("*",)
    widths: tuple[int, ...] = WIDTHS
    layers: int = 2
    window: int = 64
    prediction: str = "epsilon"
    loss: str = "epsilon"
    timesteps: tuple[int, int] = (0, TIMESTEPS - 1)
    skew: float = 2.0  # timesteps are drawn as low + (high − low) · u^skew
    leaves: float = 0.25
    flat: float = 0.0
    components: float = 0.0
    steps: int = 6000
    batch: int = 8
    rate: float = 4e-4
    warm_up: int = 200
    decay_share: float = 0.25
    average: float = 0.998
    seed: int = 0
    device: str = "cpu"
    threads: int = 1
    workers: int = 0
    checkpoint_every: int = 250
    minutes: float = math.inf  # time limit; the same command continues later

    def learning_rate(self, step: int) -> float:
        """Linear warm-up, constant, and linear decay to zero over the last share of the steps."""
        decay = max(1, int(self.steps * self.decay_share))
        return self.rate * min(1.0, (step + 1) / self.warm_up, (self.steps - step) / decay)


def new_backbone(
    widths: tuple[int, ...] = WIDTHS, layers: int = 2, window: int = 64
) -> UNet2DModel:
    """An untrained network of the bundled architecture (attention at the two coarsest levels)."""
    plain = len(widths) - 2
    return UNet2DModel(
        sample_size=window,
        in_channels=3,
        out_channels=3,
        layers_per_block=layers,
        block_out_channels=widths,
        down_block_types=("DownBlock2D",) * plain + ("AttnDownBlock2D",) * 2,
        up_block_types=("AttnUpBlock2D",) * 2 + ("UpBlock2D",) * plain,
        norm_num_groups=8,
        attention_head_dim=32,
    )


def new_schedule(prediction: str = "epsilon") -> DDPMScheduler:
    """The noise schedule: cosine, which has many timesteps with little noise."""
    return DDPMScheduler(
        num_train_timesteps=TIMESTEPS,
        beta_schedule="squaredcos_cap_v2",
        prediction_type=prediction,
    )
