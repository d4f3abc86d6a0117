"""FFDNet as a backbone: a network that was trained to denoise photographs only.

It is a control, used in the same way as the denoised image of a diffusion network. The package
`ffdnet` is not a dependency of the project; its row is in the table if it is installed.
"""

from __future__ import annotations

from importlib import import_module

import torch

from backend.backbones.networks.schedules import DiscreteSchedule, read_schedule
from backend.backbones.source import BUNDLED, find_backbone

FFDNET = "ffdnet"


class FfdnetBackbone:
    """A backbone as `FeatureExtractor` needs it."""

    denoised_block = 0
    device = torch.device("cpu")

    def __init__(self) -> None:
        module = import_module(FFDNET)
        self.source = find_backbone(BUNDLED)  # whose noise levels are used
        schedule = read_schedule(self.source.layout.schedule)
        if not isinstance(schedule, DiscreteSchedule):
            raise TypeError("the bundled backbone has no timesteps")
        self._schedule = schedule
        self._network = module.FFDNet(num_input_channels=3)
        self._network.load()
        self._network.eval()

    def noise_shape(self, size: int) -> tuple[int, int, int, int]:
        """The shape of the noise for windows of a size."""
        return (1, 3, size, size)

    def clean(self, windows: torch.Tensor) -> torch.Tensor:
        """Windows in −1..1."""
        return windows

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """Add noise with the signal-to-noise ratio of a timestep."""
        return clean + self._sigma(timestep) * noise

    def activations(
        self, noisy: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The denoised image in −1..1, for any blocks."""
        sigma = torch.full((len(noisy),), self._sigma(timestep) / 2)
        with torch.inference_mode():
            found = self._network((noisy + 1) / 2, sigma) * 2 - 1
        return [found] * len(blocks)

    def image_bytes(self, size: int) -> int:
        """Approximate memory for processing an image of a size."""
        return 4 * 4 * 96 * size * size // 4

    def _sigma(self, timestep: int) -> float:
        alpha_bar = self._schedule.alpha_bar_at(timestep)
        return float(((1 - alpha_bar) / alpha_bar) ** 0.5)
