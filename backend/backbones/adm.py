"""Converts the paper's backbone, OpenAI's ADM for ImageNet 64 × 64, to `diffusers` format.

The checkpoint is one file of tensors with the names of the original code. Each of them corresponds
to a tensor of a `UNet2DModel`, and vice versa; checkpoints of other architectures are refused.
"""

from __future__ import annotations

import json
import pickle  # nosec B403: only for the error that a damaged file raises
import struct
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import torch
from safetensors.torch import save_file

from ..core.errors import UserError, first_line
from .networks.layout import CONFIG, SCHEDULE
from .networks.schedules import COSINE

WEIGHTS = "diffusion_pytorch_model.safetensors"

ARCHITECTURE: dict[str, Any] = {
    "_class_name": "UNet2DModel",
    "sample_size": 64,
    "in_channels": 3,
    "out_channels": 6,
    "layers_per_block": 3,
    "block_out_channels": [192, 384, 576, 768],
    "num_class_embeds": 1000,
    "attention_head_dim": 64,
    "resnet_time_scale_shift": "scale_shift",
    "attn_norm_num_groups": 32,
    "upsample_type": "resnet",
    "downsample_type": "resnet",
    "down_block_types": ["ResnetDownsampleBlock2D", *["AttnDownBlock2D"] * 3],
    "up_block_types": [*["AttnUpBlock2D"] * 3, "ResnetUpsampleBlock2D"],
}

#: Errors of `torch.load` (weights only) for damaged files, forbidden content and other formats.
_READ_ERRORS = (
    OSError,
    RuntimeError,
    ValueError,
    TypeError,
    EOFError,
    LookupError,
    AttributeError,
    AssertionError,
    ArithmeticError,
    struct.error,
    zipfile.BadZipFile,
    pickle.UnpicklingError,
)

#: Names in `diffusers` and in the checkpoint: in residual blocks, in attention, and single layers.
_RESIDUAL = {
    "norm1": "in_layers.0",
    "conv1": "in_layers.2",
    "time_emb_proj": "emb_layers.1",
    "norm2": "out_layers.0",
    "conv2": "out_layers.3",
    "conv_shortcut": "skip_connection",
}
_ATTENTION = {"group_norm": "norm", "to_out.0": "proj_out"}
_SINGLE_LAYERS = {
    "time_embedding.linear_1": "time_embed.0",
    "time_embedding.linear_2": "time_embed.2",
    "class_embedding": "label_emb",
    "conv_in": "input_blocks.0.0",
    "conv_norm_out": "out.0",
    "conv_out": "out.2",
}


def convert(checkpoint: Path, folder: Path, architecture: Mapping[str, Any] = ARCHITECTURE) -> None:
    """Convert a checkpoint to a `diffusers` folder, which must exist and be empty."""
    weights = rename(_read(checkpoint), architecture, checkpoint)
    save_file(weights, folder / WEIGHTS)
    schedule = {"_class_name": "DDPMScheduler", **COSINE}
    for name, content in ((CONFIG, architecture), (SCHEDULE, schedule)):
        text = json.dumps(dict(content), indent=2, sort_keys=True) + "\n"
        (folder / name).write_text(text, encoding="utf-8")


def rename(
    found: Mapping[str, torch.Tensor], architecture: Mapping[str, Any], origin: Path
) -> dict[str, torch.Tensor]:
    """The tensors of a checkpoint with the names and shapes of `diffusers`."""
    from diffusers import UNet2DModel

    with torch.device("meta"):
        wanted = UNet2DModel.from_config(dict(architecture)).state_dict()
    layer_names = _layer_names(architecture)
    renamed, used = {}, set()
    for name, shape in ((name, value.shape) for name, value in wanted.items()):
        checkpoint_name, chunk_index = _checkpoint_name(name, layer_names)
        if checkpoint_name not in found:
            raise _unexpected_checkpoint(origin, f"{checkpoint_name} is missing")
        value = found[checkpoint_name]
        if chunk_index is not None:
            # this checkpoint holds all queries, all keys, all values; ADM's other checkpoints hold
            # them head by head
            value = value.chunk(3)[chunk_index]
        if value.dim() > len(shape):
            value = value.flatten(len(shape) - 1)  # 1 × 1 convolutions of attention
        if value.shape != shape:
            raise _unexpected_checkpoint(origin, f"{checkpoint_name} has an unexpected shape")
        renamed[name] = value.float().contiguous()
        used.add(checkpoint_name)
    rest = sorted(set(found) - used)
    if rest:
        raise _unexpected_checkpoint(origin, f"{rest[0]} is unexpected")
    return renamed


def _checkpoint_name(name: str, layer_names: Mapping[str, str]) -> tuple[str, int | None]:
    """The checkpoint's name of a tensor, and which third of it where it is a third."""
    module, _, kind = name.rpartition(".")
    if module in _SINGLE_LAYERS:
        return f"{_SINGLE_LAYERS[module]}.{kind}", None
    part = ".".join(module.split(".")[:-1])
    leaf = module.rpartition(".")[2]
    if part not in layer_names:  # the name `to_out.0` contains a dot
        part, leaf = part.rpartition(".")[0], "to_out.0"
    checkpoint_layer = layer_names[part]
    if leaf in ("to_q", "to_k", "to_v"):
        return f"{checkpoint_layer}.qkv.{kind}", ("to_q", "to_k", "to_v").index(leaf)
    return f"{checkpoint_layer}.{(_RESIDUAL | _ATTENTION)[leaf]}.{kind}", None


def _layer_names(architecture: Mapping[str, Any]) -> dict[str, str]:
    """Residual blocks and attention layers in `diffusers`, with their names in the checkpoint."""
    layer_names = {
        "mid_block.resnets.0": "middle_block.0",
        "mid_block.attentions.0": "middle_block.1",
        "mid_block.resnets.1": "middle_block.2",
    }
    layers = architecture["layers_per_block"]
    for side, kinds, count, numbers, ending in (
        ("down", "down_block_types", layers, _numbers("input_blocks", 1), "downsamplers"),
        ("up", "up_block_types", layers + 1, _numbers("output_blocks", 0), "upsamplers"),
    ):
        for level, kind in enumerate(architecture[kinds]):
            attention = kind.startswith("Attn")
            checkpoint_layer = ""
            for layer in range(count):
                checkpoint_layer = next(numbers)
                layer_names[f"{side}_blocks.{level}.resnets.{layer}"] = f"{checkpoint_layer}.0"
                if attention:
                    layer_names[f"{side}_blocks.{level}.attentions.{layer}"] = (
                        f"{checkpoint_layer}.1"
                    )
            if level == len(architecture[kinds]) - 1:
                continue
            # downsampling is a block of its own, upsampling the end of a level's last block
            if side == "down":
                resample = f"{next(numbers)}.0"
            else:
                resample = f"{checkpoint_layer}.{2 if attention else 1}"
            layer_names[f"{side}_blocks.{level}.{ending}.0"] = resample
    return layer_names


def _numbers(name: str, first: int) -> Iterator[str]:
    while True:
        yield f"{name}.{first}"
        first += 1


def _read(checkpoint: Path) -> dict[str, torch.Tensor]:
    try:
        found = torch.load(
            checkpoint,
            map_location="cpu",
            weights_only=True,
            mmap=zipfile.is_zipfile(checkpoint),
        )
    except _READ_ERRORS as error:
        raise UserError(
            "backbone.damaged",
            f"The checkpoint {checkpoint} cannot be read ({first_line(error)[:100]}).",
            "The file is damaged, incomplete, or not a PyTorch checkpoint: download it again.",
        ) from error
    if not isinstance(found, dict):
        raise _unexpected_checkpoint(checkpoint, "it is not a dictionary of tensors")
    tensors = {key: value for key, value in found.items() if isinstance(value, torch.Tensor)}
    if len(tensors) < len(found):
        raise _unexpected_checkpoint(checkpoint, "it is not a dictionary of tensors")
    return tensors


def _unexpected_checkpoint(checkpoint: Path, reason: str) -> UserError:
    return UserError(
        "backbone.unsupported",
        f"The checkpoint {checkpoint} is not OpenAI's ADM for ImageNet at 64 × 64: {reason}.",
        "Choose the file 64x64_diffusion.pt; other sizes and ADM's classifiers are not supported.",
    )
