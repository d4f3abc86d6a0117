"""How much noise a timestep stands for, and how a network wants the noisy picture and the time.

Timesteps are counted as in training with a thousand steps. Networks trained on Karras' noise
levels (EDM, consistency models) count in σ instead; for them a timestep means the same ratio of
noise to picture as in the cosine schedule, so that one number says the same everywhere.
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

#: Schedulers of `diffusers` for Karras' noise levels, with the factor that they count time in.
CONSISTENT = "CMStochasticIterativeScheduler"
KARRAS = {
    CONSISTENT: 1000.0,
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
#: Less of a picture is never taken to be left: what the network says of the rest is noise.
_LEAST_KEPT = 1e-4


class Schedule(Protocol):
    """What a network was trained on."""

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """A picture as the network takes it at that timestep."""

    def denoised(self, noisy: torch.Tensor, answer: torch.Tensor, timestep: int) -> torch.Tensor:
        """The clean picture that the network's answer stands for."""

    def time(self, timestep: int) -> float:
        """The timestep as the network counts it."""


@dataclass(frozen=True)
class Steps:
    """Numbered timesteps; `kept` is the share of the picture's variance left at each (ᾱ)."""

    kept: torch.Tensor
    prediction: str = "epsilon"

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """√ᾱ·picture + √(1−ᾱ)·noise."""
        kept = self.at(timestep)
        return math.sqrt(kept) * clean + math.sqrt(1 - kept) * noise

    def denoised(self, noisy: torch.Tensor, answer: torch.Tensor, timestep: int) -> torch.Tensor:
        """What `noisy` was made of, by the noise, the picture or the velocity predicted."""
        kept = self.at(timestep)
        if self.prediction == "sample":
            return answer
        if self.prediction == "v_prediction":
            return math.sqrt(kept) * noisy - math.sqrt(1 - kept) * answer
        return (noisy - math.sqrt(1 - kept) * answer) / math.sqrt(max(kept, _LEAST_KEPT))

    def time(self, timestep: int) -> float:
        """The number itself."""
        self.at(timestep)
        return float(timestep)

    def at(self, timestep: int) -> float:
        """ᾱ of a timestep."""
        if not 0 <= timestep < len(self.kept):
            raise UserError(
                "backbone.no_such_timestep",
                f"The backbone was not trained at timestep {timestep}.",
                f"Choose timesteps from 0 to {len(self.kept) - 1}.",
            )
        return float(self.kept[timestep])


@dataclass(frozen=True)
class Karras:
    """Noise levels σ: the network takes c_in·(picture + σ·noise) and c_noise = ln(σ)/4."""

    steps: Steps
    spread: float  # σ_data, the deviation of pictures in training
    least: float
    most: float
    factor: float
    prediction: str = "epsilon"
    consistent: bool = False  # at the least noise the picture itself is the answer

    def sigma(self, timestep: int) -> float:
        """The noise level whose ratio of noise to picture is that of the timestep."""
        kept = self.steps.at(timestep)
        return min(max(math.sqrt((1 - kept) / kept), self.least), self.most)

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """c_in·(picture + σ·noise)."""
        sigma = self.sigma(timestep)
        return (clean + sigma * noise) / math.sqrt(sigma**2 + self.spread**2)

    def denoised(self, noisy: torch.Tensor, answer: torch.Tensor, timestep: int) -> torch.Tensor:
        """c_skip·(picture + σ·noise) + c_out·answer."""
        if self.prediction == "sample":
            return answer
        sigma = self.sigma(timestep)
        above = sigma - self.least if self.consistent else sigma
        total = math.sqrt(sigma**2 + self.spread**2)
        skip = self.spread**2 / (above**2 + self.spread**2)
        out = above * self.spread / total
        if self.prediction == "v_prediction":
            out = -out
        return skip * total * noisy + out * answer

    def time(self, timestep: int) -> float:
        """c_noise in the network's own units."""
        return self.factor * 0.25 * math.log(self.sigma(timestep))


def read_schedule(path: Path) -> Schedule:
    """The schedule that a scheduler's configuration describes."""
    config = read_json(path)
    name = config.get("_class_name")
    prediction = config.get("prediction_type") or "epsilon"
    if prediction not in _PREDICTIONS:
        raise unsupported(f"was trained to predict {prediction}, which is not known here")
    if name in KARRAS:
        return Karras(
            _steps(COSINE),
            float(config.get("sigma_data", 0.5)),
            float(config.get("sigma_min", 0.002)),
            float(config.get("sigma_max", 80.0)),
            KARRAS[name],
            prediction,
            consistent=name == CONSISTENT,
        )
    if "beta_schedule" not in config and "trained_betas" not in config:
        raise unsupported(f"was trained with {name}, whose noise is not known here")
    betas = {key: config[key] for key in _BETAS if config.get(key) is not None}
    return _steps(betas, prediction)


def _steps(betas: dict[str, Any], prediction: str = "epsilon") -> Steps:
    from diffusers import DDPMScheduler

    kept = DDPMScheduler(**betas).alphas_cumprod.double()
    if kept.ndim != 1 or not bool(((kept >= 0) & (kept <= 1)).all()):
        raise ValueError("its scheduler keeps less than nothing of a picture, or more than all")
    return Steps(kept, prediction)
