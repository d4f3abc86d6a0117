"""A frozen UNet that ends at the last decoder block that is read, and what its blocks put out.

Decoder blocks are numbered as the output blocks of the original code: from 0, every residual block
of the decoder in the order it runs; the last one of a resolution includes the upsampling. The
number after the last block means the network's own answer.
"""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import torch
from torch import nn

from ...core.errors import UserError
from .layout import CONFIG, read_json
from .weights import build_network

PIXELS = "UNet2DModel"
CONDITIONED = "UNet2DConditionModel"
KNOWN_DECODERS = ("UpBlock2D", "AttnUpBlock2D", "ResnetUpsampleBlock2D", "CrossAttnUpBlock2D")
#: Conditions that a network may ask for besides noise, time, class and text: nobody has them here.
_FOREIGN_CONDITIONS = ("addition_embed_type", "encoder_hid_dim_type", "time_cond_proj_dim")


def unsupported(what: str) -> UserError:
    """The error for a backbone that is whole, but of a kind that is not read."""
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
        kind = _class_named(self.kind)
        _check(config)
        self._per_level = config.get("layers_per_block", 2) + 1
        levels = len(config["up_block_types"])
        self.denoised_block = (
            self._per_level * levels
        )  # what it predicts, counted like a block more
        if not 0 <= last_block <= self.denoised_block:
            raise UserError(
                "backbone.no_such_block",
                f"The backbone in {folder} has no decoder block {last_block}.",
                f"Choose blocks from 0 to {self.denoised_block - 1}, or "
                f"{self.denoised_block} for the denoised image.",
            )
        model = build_network(kind, folder, lambda model: self._truncate(model, last_block), dtype)
        _mean_class(model)
        self.model = model.to(device, memory_format=torch.channels_last)
        self.channels: int = model.config.in_channels
        self.granularity = 2 ** (levels - 1)
        self.text_width: int | None = model.config.get("cross_attention_dim")
        self._hooked: set[int] = set()
        self._hooking = threading.Lock()
        self._caught = threading.local()

    @property
    def dtype(self) -> torch.dtype:
        """What the network computes in."""
        return self.model.dtype

    def run(
        self, sample: torch.Tensor, time: float, text: torch.Tensor | None, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The outputs of the chosen decoder blocks, in the order of `blocks`."""
        self._record_output(blocks)
        self._caught.outputs = {}
        sample = sample.to(self.dtype).contiguous(memory_format=torch.channels_last)
        times = torch.full((len(sample),), time, device=sample.device)
        more: dict[str, Any] = {}
        if self.kind == CONDITIONED:
            more["encoder_hidden_states"] = text.expand(len(sample), -1, -1)
        if self.model.class_embedding is not None:
            more["class_labels"] = torch.zeros(len(sample), dtype=torch.long, device=sample.device)
        with torch.inference_mode():
            self.model(sample, times, return_dict=False, **more)
        outputs, self._caught.outputs = self._caught.outputs, {}
        if self.denoised_block in outputs:  # some networks predict how certain they are as well
            outputs[self.denoised_block] = outputs[self.denoised_block][:, : self.channels]
        return [outputs[block] for block in blocks]

    def image_bytes(self, size: int) -> int:
        """About how much memory one picture takes on its way through the network."""
        widths = list(self.model.config.block_out_channels)
        cells = [width * size * size // 4**level for level, width in enumerate(widths)]
        kept = self._per_level * sum(cells)
        # the widest place: joined with the skip, normalised, convolved, and added up
        working = 6 * max(here + below for here, below in zip(cells, [*cells[1:], 0], strict=True))
        return (kept + working) * self.dtype.itemsize

    def _record_output(self, blocks: tuple[int, ...]) -> None:
        """Hook the blocks once; what they catch belongs to the thread that runs them."""
        with self._hooking:
            for block in set(blocks) - self._hooked:

                def keep(_m: nn.Module, _i: object, output: Any, block: int = block) -> None:
                    found = output[0] if isinstance(output, tuple) else output
                    self._caught.outputs[block] = found

                self._module_of(block).register_forward_hook(keep)
                self._hooked.add(block)

    def _module_of(self, number: int) -> nn.Module:
        if number == self.denoised_block:
            return self.model.conv_out
        level, layer = divmod(number, self._per_level)
        block = self.model.up_blocks[level]
        if layer == self._per_level - 1:
            return block
        attentions = getattr(block, "attentions", None)
        return attentions[layer] if attentions else block.resnets[layer]

    def _truncate(self, model: Any, last_block: int) -> None:
        """Drop everything after a block; the model's own way through still leads to the end."""
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


class _MeanOfClasses(nn.Module):
    """Stands for no class in particular; a random one would change the features every run."""

    def __init__(self, classes: nn.Embedding):
        super().__init__()
        mean = classes.weight.float().mean(dim=0, keepdim=True)
        self.register_buffer("mean", mean.to(classes.weight.dtype))

    def forward(self, labels: torch.Tensor) -> torch.Tensor:
        """The same for every picture."""
        return self.mean.expand(len(labels), -1)


def _mean_class(model: Any) -> None:
    if model.class_embedding is None:
        return
    if not isinstance(model.class_embedding, nn.Embedding):
        raise unsupported("expects a class condition that is not a list of classes")
    model.class_embedding = _MeanOfClasses(model.class_embedding)


def _class_named(name: Any) -> Any:
    # takes seconds to load, and nothing of it is needed where features are in the cache
    import diffusers
    from diffusers.utils import logging

    logging.set_verbosity_error()
    if name not in (PIXELS, CONDITIONED):
        raise unsupported(f"is a {name or 'thing without a name'}, not a {PIXELS} or {CONDITIONED}")
    return getattr(diffusers, name)


def _check(config: dict[str, Any]) -> None:
    """Refuse what could be loaded, but not run as it was trained."""
    decoders = config.get("up_block_types") or ()
    if not isinstance(config.get("layers_per_block", 2), int):
        raise unsupported("has levels of unequal depth")
    for name in decoders:
        if name not in KNOWN_DECODERS:
            raise unsupported(f"has decoder blocks of the kind {name}")
    if not decoders:
        raise ValueError("its decoder is not described")
    for name in _FOREIGN_CONDITIONS:
        if config.get(name) is not None:
            raise unsupported(f"expects a condition that is not known here ({name})")
    if config["_class_name"] == CONDITIONED and config.get("class_embed_type") is not None:
        raise unsupported("expects classes besides a text")
    if config.get("time_embedding_type", "positional") != "positional":
        raise unsupported("counts time in a way that is not known here")
