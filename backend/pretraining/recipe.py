"""Everything that decides what the backbone becomes."""

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
    """Pictures, network, noise, loss and optimiser; all but folders and device are in the result.

    `prediction` is what the network puts out, `loss` of which of the same three quantities the
    square error is taken: each is a weight, by timestep, on the error of the clean picture.
    """

    pictures: tuple[Path, ...]
    work: Path
    output: Path
    start: Path | None = None  # a backbone whose weights are trained further
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
    minutes: float = math.inf  # a sitting; the same command goes on later

    def learning_rate(self, step: int) -> float:
        """Warm up, hold, and fall to nothing over the last share of the steps."""
        decay = max(1, int(self.steps * self.decay_share))
        return self.rate * min(1.0, (step + 1) / self.warm_up, (self.steps - step) / decay)


def new_backbone(
    widths: tuple[int, ...] = WIDTHS, layers: int = 2, window: int = 64
) -> UNet2DModel:
    """The bundled architecture: attention at the two coarsest resolutions."""
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
    """The noise schedule; cosine, because features are read where there is little noise."""
    return DDPMScheduler(
        num_train_timesteps=TIMESTEPS,
        beta_schedule="squaredcos_cap_v2",
        prediction_type=prediction,
    )
