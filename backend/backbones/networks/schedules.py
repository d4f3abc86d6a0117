"""Noise schedules: the noise of a timestep, and a network's inputs for it.

Timesteps are those of a training with 1000 steps. Networks trained on Karras' noise levels (EDM,
consistency models) have levels σ instead; for them a timestep means the same signal-to-noise ratio
as in the cosine schedule, so that timesteps are comparable.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import torch

from ...core.errors import UserError
from .layout import read_json
from .unet import unsupported

#: Schedulers of `diffusers` for Karras' noise levels, with the factor of their time input.
CONSISTENCY_MODEL = "CMStochasticIterativeScheduler"
KARRAS = {
    CONSISTENCY_MODEL: 1000.0,
    "EDMEulerScheduler": 1.0,
    "EDMDPMSolverMultistepScheduler": 1.0,
}
_BETAS = (
    "num_train_timesteps",
    "beta_start",
    "beta_end",
    "beta_schedule",
    "trained_betas",
    "rescale_betas_zero_snr",
)
COSINE = {"num_train_timesteps": 1000, "beta_schedule": "squaredcos_cap_v2"}
#: What a network may have been trained to predict, as `diffusers` names it.
_PREDICTIONS = ("epsilon", "sample", "v_prediction")
#: More timesteps than any training has.
MAX_STEPS = 100_000
#: Lower limit of ᾱ as a divisor.
_MIN_ALPHA_BAR = 1e-4


class Schedule(Protocol):
    """The noise schedule of a network's training."""

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """The network's input: an image with the noise of a timestep."""

    def denoised(
        self, noisy: torch.Tensor, model_output: torch.Tensor, timestep: int
    ) -> torch.Tensor:
        """The clean image, from the network's input and output."""

    def time(self, timestep: int) -> float:
        """The network's time input."""


@dataclass(frozen=True)
class DiscreteSchedule:
    """Numbered timesteps; `alpha_bar` is the image's share of the variance at each (ᾱ)."""

    alpha_bar: torch.Tensor
    prediction: str = "epsilon"

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """√ᾱ·image + √(1−ᾱ)·noise."""
        alpha_bar = self.alpha_bar_at(timestep)
        return math.sqrt(alpha_bar) * clean + math.sqrt(1 - alpha_bar) * noise

    def denoised(
        self, noisy: torch.Tensor, model_output: torch.Tensor, timestep: int
    ) -> torch.Tensor:
        """The clean image, from the predicted noise, image or velocity."""
        alpha_bar = self.alpha_bar_at(timestep)
        if self.prediction == "sample":
            return model_output
        if self.prediction == "v_prediction":
            return math.sqrt(alpha_bar) * noisy - math.sqrt(1 - alpha_bar) * model_output
        return (noisy - math.sqrt(1 - alpha_bar) * model_output) / math.sqrt(
            max(alpha_bar, _MIN_ALPHA_BAR)
        )

    def time(self, timestep: int) -> float:
        """The timestep itself."""
        self.alpha_bar_at(timestep)
        return float(timestep)

    def alpha_bar_at(self, timestep: int) -> float:
        """ᾱ of a timestep."""
        if not 0 <= timestep < len(self.alpha_bar):
            raise UserError(
                "backbone.no_such_timestep",
                f"The backbone was not trained at timestep {timestep}.",
                f"Choose timesteps from 0 to {len(self.alpha_bar) - 1}.",
            )
        return float(self.alpha_bar[timestep])


@dataclass(frozen=True)
class KarrasSchedule:
    """Noise levels σ: inputs are c_in·(image + σ·noise) and c_noise = ln(σ)/4."""

    steps: DiscreteSchedule
    sigma_data: float  # σ_data, the standard deviation of the training images
    sigma_min: float
    sigma_max: float
    factor: float
    prediction: str = "epsilon"
    consistent: bool = False  # a consistency model: at σ_min the output is the input

    def sigma(self, timestep: int) -> float:
        """The noise level with the signal-to-noise ratio of the timestep."""
        alpha_bar = self.steps.alpha_bar_at(timestep)
        return min(max(math.sqrt((1 - alpha_bar) / alpha_bar), self.sigma_min), self.sigma_max)

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """c_in·(image + σ·noise)."""
        sigma = self.sigma(timestep)
        return (clean + sigma * noise) / math.sqrt(sigma**2 + self.sigma_data**2)

    def denoised(
        self, noisy: torch.Tensor, model_output: torch.Tensor, timestep: int
    ) -> torch.Tensor:
        """c_skip·(image + σ·noise) + c_out·output."""
        if self.prediction == "sample":
            return model_output
        sigma = self.sigma(timestep)
        above = sigma - self.sigma_min if self.consistent else sigma
        total = math.sqrt(sigma**2 + self.sigma_data**2)
        skip = self.sigma_data**2 / (above**2 + self.sigma_data**2)
        out = above * self.sigma_data / total
        if self.prediction == "v_prediction":
            out = -out
        return skip * total * noisy + out * model_output

    def time(self, timestep: int) -> float:
        """c_noise in the network's units."""
        return self.factor * 0.25 * math.log(self.sigma(timestep))


def read_schedule(path: Path) -> Schedule:
    """The schedule of a scheduler's configuration."""
    config = read_json(path)
    name = config.get("_class_name")
    prediction = config.get("prediction_type") or "epsilon"
    if prediction not in _PREDICTIONS:
        raise unsupported(f"was trained to predict {prediction}, which is not supported")
    if name in KARRAS:
        return KarrasSchedule(
            _discrete_schedule(COSINE),
            float(config.get("sigma_data", 0.5)),
            float(config.get("sigma_min", 0.002)),
            float(config.get("sigma_max", 80.0)),
            KARRAS[name],
            prediction,
            consistent=name == CONSISTENCY_MODEL,
        )
    if "beta_schedule" not in config and "trained_betas" not in config:
        raise unsupported(f"was trained with the scheduler {name}, which is not supported")
    betas = {key: config[key] for key in _BETAS if config.get(key) is not None}
    return _discrete_schedule(betas, prediction)


def _discrete_schedule(betas: dict[str, Any], prediction: str = "epsilon") -> DiscreteSchedule:
    if _is_cosine(betas):
        alpha_bar = _cosine_alpha_bar(betas["num_train_timesteps"]).double()
        return DiscreteSchedule(alpha_bar, prediction)
    # imported here, since it takes seconds and the bundled backbone does not need it
    from diffusers import DDPMScheduler

    alpha_bar = DDPMScheduler(**betas).alphas_cumprod.double()
    if alpha_bar.ndim != 1 or not bool(((alpha_bar >= 0) & (alpha_bar <= 1)).all()):
        raise ValueError("its scheduler has noise levels out of bounds")
    return DiscreteSchedule(alpha_bar, prediction)


def _is_cosine(betas: dict[str, Any]) -> bool:
    steps = betas.get("num_train_timesteps")
    return (
        betas.get("beta_schedule") == COSINE["beta_schedule"]
        and isinstance(steps, int)
        and 0 < steps <= MAX_STEPS
        and "trained_betas" not in betas
        and not betas.get("rescale_betas_zero_snr")
    )


def _cosine_alpha_bar(steps: int) -> torch.Tensor:
    """ᾱ of Nichol and Dhariwal's cosine schedule, equal to that of `diffusers` to the last bit."""

    def share(time: float) -> float:
        return math.cos((time + 0.008) / 1.008 * math.pi / 2) ** 2

    betas = [
        min(1 - share((step + 1) / steps) / share(step / steps), 0.999) for step in range(steps)
    ]
    return torch.cumprod(1.0 - torch.tensor(betas, dtype=torch.float32), dim=0)
