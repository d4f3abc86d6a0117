"""A frozen UNet, truncated after the last decoder block whose output is extracted.

Decoder blocks are numbered as in the original code: from 0, all residual blocks of the decoder in
the order of execution; the last one of a resolution includes the upsampling. The number after the
last block stands for the network's output.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any, cast

import torch
from torch import nn

from ...core.errors import UserError
from .layout import CONFIG, read_json
from .pixel_unet import PixelUnet, is_pixel_unet
from .weights import build_network

PIXELS = "UNet2DModel"
CONDITIONED = "UNet2DConditionModel"
KNOWN_DECODERS = ("UpBlock2D", "AttnUpBlock2D", "ResnetUpsampleBlock2D", "CrossAttnUpBlock2D")
#: Settings of networks with inputs other than image, time, class and text.
_FOREIGN_CONDITIONS = ("addition_embed_type", "encoder_hid_dim_type", "time_cond_proj_dim")


def unsupported(what: str) -> UserError:
    """The error for an intact backbone of an unsupported kind."""
    return UserError(
        "backbone.unsupported",
        f"The backbone {what}.",
        "Choose bundled, adm-imagenet64, or a diffusers model whose network is a UNet2DModel on "
        "pixels, or a UNet2DConditionModel with an AutoencoderKL as in Stable Diffusion 1 and 2.",
    )


class Unet:
    """The network up to one decoder block."""

    def __init__(self, folder: Path, last_block: int, device: torch.device, dtype: torch.dtype):
        config = read_json(folder / CONFIG)
        self.kind = config.get("_class_name")
        kind = _network_class(config)
        _check(config)
        self._per_level = config.get("layers_per_block", 2) + 1
        levels = len(config["up_block_types"])
        self.denoised_block: int = self._per_level * levels
        if not 0 <= last_block <= self.denoised_block:
            raise UserError(
                "backbone.no_such_block",
                f"The backbone in {folder} has no decoder block {last_block}.",
                f"Choose blocks from 0 to {self.denoised_block - 1}, or "
                f"{self.denoised_block} for the denoised image.",
            )
        model = build_network(kind, folder, lambda model: self._truncate(model, last_block), dtype)
        _replace_class_embedding(model)
        self.model = model.to(device, memory_format=torch.channels_last)
        self.channels: int = model.config["in_channels"]
        self.granularity: int = 2 ** (levels - 1)
        self.text_width: int | None = model.config.get("cross_attention_dim")
        self._hooked: set[int] = set()
        self._hooking = threading.Lock()
        self._caught = threading.local()

    @property
    def dtype(self) -> torch.dtype:
        """The data type of the weights."""
        return cast(torch.dtype, next(self.model.parameters()).dtype)

    def run(
        self, sample: torch.Tensor, time: float, text: torch.Tensor | None, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The outputs of the chosen decoder blocks, in the order of `blocks`."""
        self._record_output(blocks)
        self._caught.outputs = {}
        sample = sample.to(self.dtype).contiguous(memory_format=torch.channels_last)
        times = torch.full((len(sample),), time, device=sample.device)
        more: dict[str, Any] = {}
        if text is not None:
            more["encoder_hidden_states"] = text.expand(len(sample), -1, -1)
        if self.model.class_embedding is not None:
            more["class_labels"] = torch.zeros(len(sample), dtype=torch.long, device=sample.device)
        with torch.inference_mode():
            self.model(sample, times, **more)
        outputs, self._caught.outputs = self._caught.outputs, {}
        if self.denoised_block in outputs:  # some networks predict variances as well
            outputs[self.denoised_block] = outputs[self.denoised_block][:, : self.channels]
        return [outputs[block] for block in blocks]

    def image_bytes(self, size: int) -> int:
        """Approximate memory for processing an image of a size."""
        widths: list[int] = list(self.model.config["block_out_channels"])
        cells: list[int] = [width * size * size // 4**level for level, width in enumerate(widths)]
        kept = int(self._per_level) * sum(cells)
        # at the widest layer: concatenation with the skip, normalisation, convolution and sum
        working = 6 * max(here + below for here, below in zip(cells, [*cells[1:], 0], strict=True))
        return (kept + working) * self.dtype.itemsize

    def _record_output(self, blocks: tuple[int, ...]) -> None:
        """Register forward hooks once for each block; outputs are stored by thread."""
        with self._hooking:
            for block in set(blocks) - self._hooked:

                def keep(_m: nn.Module, _i: object, output: Any, block: int = block) -> None:
                    found = output[0] if isinstance(output, tuple) else output
                    self._caught.outputs[block] = found

                self._module_of(block).register_forward_hook(keep)
                self._hooked.add(block)

    def _module_of(self, number: int) -> nn.Module:
        if number == self.denoised_block:
            return cast(nn.Module, self.model.conv_out)
        level, layer = divmod(number, self._per_level)
        block = self.model.up_blocks[level]
        if layer < self._per_level - 1:
            block = (getattr(block, "attentions", None) or block.resnets)[layer]
        return cast(nn.Module, block)

    def _truncate(self, model: Any, last_block: int) -> None:
        """Remove all layers after a block, so that the model's `forward` still works."""
        if last_block == self.denoised_block:
            return
        level, layer = divmod(last_block, self._per_level)
        model.up_blocks = model.up_blocks[: level + 1]
        block = model.up_blocks[level]
        if layer < self._per_level - 1:
            block.resnets = block.resnets[: layer + 1]
            if getattr(block, "attentions", None):
                block.attentions = block.attentions[: layer + 1]
            block.upsamplers = None
        model.conv_norm_out = model.conv_act = model.conv_out = nn.Identity()


class _MeanClassEmbedding(nn.Module):
    """The mean of all class embeddings, since no class is known for a scene."""

    mean: torch.Tensor

    def __init__(self, classes: nn.Embedding):
        super().__init__()
        mean = classes.weight.float().mean(dim=0, keepdim=True)
        self.register_buffer("mean", mean.to(classes.weight.dtype))

    def forward(self, labels: torch.Tensor) -> torch.Tensor:
        """The mean embedding, once for each image."""
        return self.mean.expand(len(labels), -1)


def _replace_class_embedding(model: Any) -> None:
    if model.class_embedding is None:
        return
    if not isinstance(model.class_embedding, nn.Embedding):
        raise unsupported("has a class condition that is not an embedding of class numbers")
    model.class_embedding = _MeanClassEmbedding(model.class_embedding)


def _network_class(config: dict[str, Any]) -> Any:
    name = config.get("_class_name")
    if name not in (PIXELS, CONDITIONED):
        raise unsupported(f"has the class {name}, not {PIXELS} or {CONDITIONED}")
    if is_pixel_unet(config):
        return PixelUnet
    # imported here, since it takes seconds and the bundled backbone does not need it
    import diffusers
    from diffusers.utils import logging

    logging.set_verbosity_error()
    return getattr(diffusers, name)


def _check(config: dict[str, Any]) -> None:
    """Refuse networks that could be loaded, but not run as in training."""
    decoders = config.get("up_block_types") or ()
    if not isinstance(config.get("layers_per_block", 2), int):
        raise unsupported("has different numbers of layers in its blocks")
    for name in decoders:
        if name not in KNOWN_DECODERS:
            raise unsupported(f"has decoder blocks of the class {name}")
    if not decoders:
        raise ValueError("its configuration has no decoder blocks")
    for name in _FOREIGN_CONDITIONS:
        if config.get(name) is not None:
            raise unsupported(f"needs an input that is not supported ({name})")
    if config["_class_name"] == CONDITIONED and config.get("class_embed_type") is not None:
        raise unsupported("needs a class as well as a text")
    if config.get("time_embedding_type", "positional") != "positional":
        raise unsupported("has a time embedding that is not supported")
