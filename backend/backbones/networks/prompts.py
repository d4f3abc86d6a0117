"""The embedding of an empty prompt, computed from the weights of Stable Diffusion's text encoder.

The encoder is CLIP's: token and position embeddings, layers with causal attention, and a final
layer normalisation. An empty prompt needs no tokenizer: it consists of the start token, the end
token and padding.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch.nn import functional

from .layout import CONFIG, read_json, weight_files
from .unet import unsupported

KIND = "CLIPTextModel"
_PREFIX = "text_model."
_ACTIVATIONS: dict[str, Callable[[torch.Tensor], torch.Tensor]] = {
    "quick_gelu": lambda value: value * torch.sigmoid(1.702 * value),
    "gelu": functional.gelu,
}
#: Tokens of CLIP's vocabulary. Stable Diffusion 2 has another activation, and pads with 0.
BEGIN, END = 49406, 49407
PADDING = {"quick_gelu": END, "gelu": 0}


def empty_prompt(folder: Path) -> torch.Tensor:
    """The embedding (1, tokens, width) of an empty prompt, in single precision."""
    config = read_json(folder / CONFIG)
    architectures = config.get("architectures") or [None]
    if architectures[0] != KIND or config.get("hidden_act") not in _ACTIVATIONS:
        raise unsupported(f"has a text encoder of the class {architectures[0]}")
    weights = _read(folder)
    tokens = _tokens(config)
    with torch.inference_mode():
        found = weights["embeddings.token_embedding.weight"][tokens]
        found = found + weights["embeddings.position_embedding.weight"][: len(tokens)]
        for layer in range(config["num_hidden_layers"]):
            found = _layer(found, weights, f"encoder.layers.{layer}", config)
        return _normalise(found, weights, "final_layer_norm", config)[None]


def _tokens(config: dict[str, Any]) -> torch.Tensor:
    last = config["vocab_size"] - 1  # smaller vocabularies end with these tokens as well
    begin, end = min(BEGIN, last - 1), min(END, last)
    padding = min(PADDING[config["hidden_act"]], last)
    length = config["max_position_embeddings"]
    return torch.tensor([begin, end, *[padding] * (length - 2)][:length])


def _layer(
    values: torch.Tensor, weights: dict[str, torch.Tensor], name: str, config: dict[str, Any]
) -> torch.Tensor:
    def linear(value: torch.Tensor, part: str) -> torch.Tensor:
        key = f"{name}.{part}"
        return functional.linear(value, weights[f"{key}.weight"], weights[f"{key}.bias"])

    heads = config["num_attention_heads"]
    normalised = _normalise(values, weights, f"{name}.layer_norm1", config)
    query, key, value = (
        linear(normalised, f"self_attn.{part}_proj")
        .reshape(len(normalised), heads, -1)
        .transpose(0, 1)
        for part in "qkv"
    )
    attended = functional.scaled_dot_product_attention(query, key, value, is_causal=True)
    values = values + linear(attended.transpose(0, 1).flatten(1), "self_attn.out_proj")
    normalised = _normalise(values, weights, f"{name}.layer_norm2", config)
    activation = _ACTIVATIONS[config["hidden_act"]]
    return values + linear(activation(linear(normalised, "mlp.fc1")), "mlp.fc2")


def _normalise(
    values: torch.Tensor, weights: dict[str, torch.Tensor], name: str, config: dict[str, Any]
) -> torch.Tensor:
    return functional.layer_norm(
        values,
        values.shape[-1:],
        weights[f"{name}.weight"],
        weights[f"{name}.bias"],
        config.get("layer_norm_eps", 1e-5),
    )


def _read(folder: Path) -> dict[str, torch.Tensor]:
    found = {}
    for path in weight_files(folder):
        with safe_open(path, framework="pt") as file:
            for name in file.keys():  # noqa: SIM118
                value = file.get_tensor(name)
                if value.is_floating_point():
                    found[name.removeprefix(_PREFIX)] = value.float()
    return found
