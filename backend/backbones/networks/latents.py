"""Encodes images as the latents that are the input of Stable Diffusion's networks.

The autoencoder encodes 8 × 8 pixels as one latent. Windows are enlarged by the same factor before,
so that every pixel of the scene has a latent of its own. Only the encoder is loaded.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from torch.nn import functional

from .layout import CONFIG, read_json
from .unet import unsupported
from .weights import build_network

KIND = "AutoencoderKL"


class Latents:
    """The frozen encoder of an autoencoder."""

    def __init__(self, folder: Path, device: torch.device, dtype: torch.dtype):
        # imported here, since it takes seconds
        from diffusers import AutoencoderKL

        kind = read_json(folder / CONFIG).get("_class_name")
        if kind != KIND:
            raise unsupported(f"has an autoencoder of the class {kind}")
        # half precision overflows in some of these encoders
        dtype = torch.float32 if dtype == torch.float16 else dtype
        self._model = build_network(AutoencoderKL, folder, _keep_encoder, dtype)
        self._model.to(device, memory_format=torch.channels_last)
        config = self._model.config
        if config.in_channels != 3:
            raise unsupported(f"encodes images of {config.in_channels} channels")
        self._dtype = dtype
        self._factor: float = config.scaling_factor
        self._shift: float = config.shift_factor or 0.0
        self.channels: int = config.latent_channels
        self.enlargement: int = 2 ** (len(config.block_out_channels) - 1)
        self._widest: int = max(config.block_out_channels[:2])

    def encode(self, images: torch.Tensor) -> torch.Tensor:
        """Latents (images, channels, height, width), one for each pixel of the images."""
        large = functional.interpolate(
            images, scale_factor=float(self.enlargement), mode="bicubic"
        ).clamp(-1, 1)
        large = large.to(self._dtype).contiguous(memory_format=torch.channels_last)
        with torch.inference_mode():
            encoded = self._model.encoder(large)
            if self._model.quant_conv is not None:
                encoded = self._model.quant_conv(encoded)
        # the mean of the encoder's distribution, since a draw would differ from run to run
        mean: torch.Tensor = encoded.chunk(2, dim=1)[0].float()
        return (mean - self._shift) * self._factor

    def image_bytes(self, size: int) -> int:
        """Approximate memory for encoding an image of a size."""
        return 4 * self._widest * (size * self.enlargement) ** 2 * self._dtype.itemsize


def _keep_encoder(model: Any) -> None:
    model.decoder = model.post_quant_conv = None
