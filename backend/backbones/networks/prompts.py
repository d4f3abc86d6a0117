"""What Stable Diffusion's text encoder says of an empty prompt, computed from its weights.

The network is one of those that CLIP uses for texts: embeddings of tokens and places, layers of
causal attention, a last normalisation. An empty prompt needs no tokenizer: it is the mark of the
beginning, the mark of the end, and padding.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import torch
from safetensors import safe_open
from torch.nn import functional

from .layout import CONFIG, read_json, weight_files
from .unet import unsupported

KIND = "CLIPTextModel"
_PREFIX = "text_model."
_ACTIVATIONS = {
    "quick_gelu": lambda value: value * torch.sigmoid(1.702 * value),
    "gelu": functional.gelu,
}
#: Marks of CLIP's vocabulary. Stable Diffusion 2 has another activation, and pads with 0.
BEGIN, END = 49406, 49407
PADDING = {"quick_gelu": END, "gelu": 0}


def empty_prompt(folder: Path) -> torch.Tensor:
    """The embedding (1, tokens, width) of an empty prompt, in single precision."""
    config = read_json(folder / CONFIG)
    architectures = config.get("architectures") or [None]
    if architectures[0] != KIND or config.get("hidden_act") not in _ACTIVATIONS:
        raise unsupported(f"has a text encoder of the kind {architectures[0]}")
    weights = _read(folder)
    tokens = _tokens(config)
    with torch.inference_mode():
        found = weights["embeddings.token_embedding.weight"][tokens]
        found = found + weights["embeddings.position_embedding.weight"][: len(tokens)]
        for layer in range(config["num_hidden_layers"]):
            found = _layer(found, weights, f"encoder.layers.{layer}", config)
        return _normalise(found, weights, "final_layer_norm", config)[None]


def _tokens(config: dict[str, Any]) -> torch.Tensor:
    last = config["vocab_size"] - 1  # small vocabularies have their marks at the end, too
    begin, end = min(BEGIN, last - 1), min(END, last)
    padding = min(PADDING[config["hidden_act"]], last)
    length = config["max_position_embeddings"]
    return torch.tensor([begin, end, *[padding] * (length - 2)][:length])


def _layer(
    given: torch.Tensor, weights: dict[str, torch.Tensor], name: str, config: dict[str, Any]
) -> torch.Tensor:
    def linear(value: torch.Tensor, part: str) -> torch.Tensor:
        key = f"{name}.{part}"
        return functional.linear(value, weights[f"{key}.weight"], weights[f"{key}.bias"])

    heads = config["num_attention_heads"]
    seen = _normalise(given, weights, f"{name}.layer_norm1", config)
    query, key, value = (
        linear(seen, f"self_attn.{part}_proj").unflatten(-1, (heads, -1)).transpose(0, 1)
        for part in "qkv"
    )
    attended = functional.scaled_dot_product_attention(query, key, value, is_causal=True)
    given = given + linear(attended.transpose(0, 1).flatten(1), "self_attn.out_proj")
    seen = _normalise(given, weights, f"{name}.layer_norm2", config)
    return given + linear(_ACTIVATIONS[config["hidden_act"]](linear(seen, "mlp.fc1")), "mlp.fc2")


def _normalise(
    given: torch.Tensor, weights: dict[str, torch.Tensor], name: str, config: dict[str, Any]
) -> torch.Tensor:
    return functional.layer_norm(
        given,
        given.shape[-1:],
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
