"""Builds a truncated network from its folder, reading only the weights that it needs.

The network is created on torch's meta device, without memory, and truncated. Then its tensors are
read one by one.
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

#: Upper limits of a configuration; larger networks take very long even to create without memory.
MAX_LAYERS, MAX_CHANNELS = 128, 1_000_000
#: Names of attention layers in the first versions of `diffusers`, and current ones.
_OLD_ATTENTION_NAMES = {"query": "to_q", "key": "to_k", "value": "to_v", "proj_attn": "to_out.0"}
_OLD_ATTENTION_PATTERN = re.compile(r"\.(query|key|value|proj_attn)\.(weight|bias)$")


def build_network(
    kind: Any, folder: Path, truncate: Callable[[Any], None], dtype: torch.dtype
) -> Any:
    """A frozen network of a `diffusers` class; ValueError where its weights do not fit."""
    config = read_json(folder / CONFIG)
    check_size(config)
    with torch.device("meta"):
        network = kind.from_config(config)
    truncate(network)
    load_weights(network, folder, dtype)
    return network.eval().requires_grad_(False)


def check_size(config: dict[str, Any]) -> None:
    """Check that the numbers of a configuration are within limits; else ValueError."""
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
    """Load the weights of a network on the meta device."""
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
                    found[name] = _reshape(value, wanted[name].shape, name).to(dtype, copy=True)
    missing = wanted.keys() - found.keys()
    if missing:
        raise ValueError(f"{len(missing)} of its weights are missing")
    network.load_state_dict(found, assign=True)


def _reshape(value: torch.Tensor, shape: torch.Size, name: str) -> torch.Tensor:
    if value.shape != shape:
        # a 1 × 1 convolution and a linear layer have the same weights
        if value.dim() < 2 or value.flatten(1).shape != torch.Size([shape[0], shape[1:].numel()]):
            raise ValueError("its weights do not fit its configuration")
        value = value.reshape(shape)
    if not bool(torch.isfinite(value).all()):
        raise ValueError(f"its weight {name} is not finite")
    return value
