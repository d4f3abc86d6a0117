"""Frozen diffusion networks: loading them, and extracting activations.

Only the required part of a network is loaded: layers after the last extracted decoder block are
never read.
"""

from __future__ import annotations

import torch
from safetensors import SafetensorError

from ..compute.batches import out_of_memory
from ..core.errors import UserError
from ..core.failures import is_out_of_memory
from .networks.latents import Latents
from .networks.layout import CONFIG, Layout, read_json
from .networks.prompts import empty_prompt
from .networks.schedules import read_schedule
from .networks.unet import CONDITIONED, Unet, unsupported
from .source import BackboneSource, damaged_backbone


class Backbone:
    """A frozen network whose decoder activations can be extracted at chosen timesteps."""

    def __init__(
        self,
        source: BackboneSource,
        last_block: int,
        device: torch.device,
        precision: str = "float32",
    ):
        self.source = source
        self.device = device
        layout = source.layout
        try:
            self._load(layout, last_block, getattr(torch, precision))
            self._test_run(last_block)
        except _LOAD_ERRORS as error:
            if is_out_of_memory(error):
                raise out_of_memory(f"load the backbone {source.name}") from error
            raise damaged_backbone(source.folder, error) from error
        self.denoised_block = self._unet.denoised_block
        self.model = self._unet.model

    def _load(self, layout: Layout, last_block: int, dtype: torch.dtype) -> None:
        if layout.unsupported_encoder:
            raise unsupported(f"has an unsupported part ({layout.unsupported_encoder})")
        kind = read_json(layout.unet / CONFIG).get("_class_name")
        if kind == CONDITIONED and layout.vae is None:
            raise unsupported(f"is a {CONDITIONED} without an autoencoder")
        self._schedule = read_schedule(layout.schedule)
        self._unet = Unet(layout.unet, last_block, self.device, dtype)
        self._latents = Latents(layout.vae, self.device, dtype) if layout.vae else None
        channels = self._latents.channels if self._latents else 3
        if self._unet.channels != channels:
            raise unsupported(f"expects {self._unet.channels} channels instead of {channels}")
        self._text_embedding: torch.Tensor | None = None
        if self._unet.kind == CONDITIONED:
            self._text_embedding = self._read_text(layout).to(self.device, self._unet.dtype)

    def _test_run(self, last_block: int) -> None:
        """Run on a tiny image, to find parts that do not fit together."""
        side = 2 * self._unet.granularity
        clean = self.clean(torch.zeros((1, 3, side, side), device=self.device))
        noise = torch.zeros(self.noise_shape(side), device=self.device)
        self.activations(self.noisy(clean, 0, noise), 0, (last_block,))

    def _read_text(self, layout: Layout) -> torch.Tensor:
        """The embedding of an empty prompt; zeros without a text encoder."""
        width = self._unet.text_width
        if width is None:
            raise unsupported("has no width of texts in its configuration")
        if layout.text_encoder is None:
            return torch.zeros((1, 1, width))
        text = empty_prompt(layout.text_encoder)
        if text.shape[-1] != width:
            raise unsupported(
                f"expects text embeddings of width {width}, but its encoder gives {text.shape[-1]}"
            )
        return text

    def noise_shape(self, size: int) -> tuple[int, int, int, int]:
        """The shape of the noise for windows of a size; with latents, one for each pixel."""
        return (1, self._unet.channels, size, size)

    def clean(self, windows: torch.Tensor) -> torch.Tensor:
        """The network's input without noise for windows in −1..1: the windows, or their latents."""
        return self._latents.encode(windows) if self._latents else windows

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """Add the noise of a timestep to the result of `clean`."""
        return self._schedule.noisy(clean, timestep, noise)

    def activations(
        self, noisy: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The outputs of the chosen decoder blocks, in the order of `blocks`.

        The number after the last block stands for the denoised image.
        """
        granularity = self._unet.granularity
        if any(side % granularity for side in noisy.shape[-2:]):
            raise UserError(
                "backbone.window_size",
                f"The backbone {self.source.name} cannot process windows of {noisy.shape[-1]} "
                "pixels.",
                f"Choose a multiple of {granularity} as the window size.",
            )
        found = self._unet.run(noisy, self._schedule.time(timestep), self._text_embedding, blocks)
        return [
            self._schedule.denoised(noisy, output.float(), timestep)
            if block == self._unet.denoised_block
            else output
            for block, output in zip(blocks, found, strict=True)
        ]

    def image_bytes(self, size: int) -> int:
        """Approximate memory for processing an image of a size."""
        encoding = self._latents.image_bytes(size) if self._latents else 0
        return max(encoding, self._unet.image_bytes(size))


_LOAD_ERRORS = (
    OSError,
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    ArithmeticError,
    RuntimeError,
    SafetensorError,
)
