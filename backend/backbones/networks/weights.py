"""Builds a network from its folder with only those weights that are still wanted.

The network is laid out without memory, cut short, and then filled tensor by tensor: what was cut
off is never read.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch import nn

from .layout import CONFIG, read_json, weight_files

#: More than any network has; what is laid out takes time, though no memory.
MAX_LAYERS, MAX_CHANNELS = 128, 1_000_000
#: Names that attention had in the first versions of `diffusers`, with those of today.
_OLD_ATTENTION_NAMES = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_OLD_ATTENTION_PATTERN = re.compile(r"\.(query|key|value|proj_attn)\.(weight|bias)$")


def build_network(
    kind: Any, folder: Path, truncate: Callable[[Any], None], dtype: torch.dtype
) -> Any:
    """A frozen network of a class of `diffusers`; ValueError where its weights do not fit."""
    config = read_json(folder / CONFIG)
    check_size(config)
    with torch.device("meta"):
        network = kind.from_config(config)
    truncate(network)
    load_weights(network, folder, dtype)
    return network.eval().requires_grad_(False)


def check_size(config: dict[str, Any]) -> None:
    """Refuse a configuration of a network that nobody could lay out; ValueError says why."""
    pending = list(config.items())
    while pending:
        name, value = pending.pop()
        if isinstance(value, list):
            if len(value) > MAX_LAYERS:
                raise ValueError(f"its {name} is out of bounds")
            pending += [(name, item) for item in value]
        elif isinstance(value, (int, float)) and not isinstance(value, bool):
            limit = MAX_LAYERS if "layers" in name else MAX_CHANNELS
            if not -limit <= value <= limit:
                raise ValueError(f"its {name} is out of bounds")


def load_weights(network: nn.Module, folder: Path, dtype: torch.dtype) -> None:
    """Give every parameter of a network without memory its value."""
    wanted = network.state_dict()
    found: dict[str, torch.Tensor] = {}
    for path in weight_files(folder):
        with safe_open(path, framework="pt") as file:
            for stored in file.keys():  # noqa: SIM118
                name = _OLD_ATTENTION_PATTERN.sub(
                    lambda match: f".{_OLD_ATTENTION_NAMES[match[1]]}.{match[2]}", stored
                )
                if name in wanted:
                    value = file.get_tensor(stored)
                    found[name] = _fitting(value, wanted[name].shape, name).to(dtype, copy=True)
    missing = wanted.keys() - found.keys()
    if missing:
        raise ValueError(f"{len(missing)} of its weights are missing")
    network.load_state_dict(found, assign=True)


def _fitting(value: torch.Tensor, shape: torch.Size, name: str) -> torch.Tensor:
    if value.shape != shape:
        # a convolution of one pixel and a linear layer are the same
        if value.dim() < 2 or value.flatten(1).shape != torch.Size([shape[0], shape[1:].numel()]):
            raise ValueError("its weights do not fit its configuration")
        value = value.reshape(shape)
    if not bool(torch.isfinite(value).all()):
        raise ValueError(f"its weight {name} is not finite")
    return value
