"""The UNet of the bundled backbone and of other DDPM networks on pixels, in plain torch.

The same layers, names of weights and results as `UNet2DModel` of `diffusers`, which takes longer to
load than a small scene to classify. Configurations with other layers are left to `diffusers`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from itertools import pairwise
from typing import Any, cast

import torch
from torch import nn
from torch.nn import functional

#: Settings that are the same in all supported networks; they are also the defaults of `diffusers`.
_FIXED: dict[str, Any] = {
    "act_fn": "silu",
    "add_attention": True,
    "attn_norm_num_groups": None,
    "center_input_sample": False,
    "class_embed_type": None,
    "downsample_padding": 1,
    "downsample_type": "conv",
    "flip_sin_to_cos": True,
    "freq_shift": 0,
    "mid_block_scale_factor": 1,
    "mid_block_type": "UNetMidBlock2D",
    "num_class_embeds": None,
    "resnet_time_scale_shift": "default",
    "time_embedding_dim": None,
    "time_embedding_type": "positional",
    "upsample_type": "conv",
}
#: Settings without effect on what the network computes.
_IRRELEVANT = {"_class_name", "_diffusers_version", "dropout", "num_train_timesteps", "sample_size"}
_COUNTS = ("in_channels", "out_channels", "layers_per_block", "norm_num_groups")
_ATTENTION_DOWN, _ATTENTION_UP = "AttnDownBlock2D", "AttnUpBlock2D"
_DOWN, _UP = {"DownBlock2D", _ATTENTION_DOWN}, {"UpBlock2D", _ATTENTION_UP}
#: The longest period of the time's sines and cosines.
MAX_PERIOD = 10_000


def is_pixel_unet(config: Mapping[str, Any]) -> bool:
    """Whether `PixelUnet` computes what a configuration describes."""
    widths, head = config.get("block_out_channels"), config.get("attention_head_dim")
    down, up = config.get("down_block_types"), config.get("up_block_types")
    varying = {*_COUNTS, "norm_eps", "attention_head_dim", "block_out_channels"}
    known = varying | _IRRELEVANT | {"down_block_types", "up_block_types"}
    if not (isinstance(widths, list) and isinstance(down, list) and isinstance(up, list)):
        return False
    return (
        config.get("_class_name") == "UNet2DModel"
        and all(name in known or _FIXED.get(name, value) == value for name, value in config.items())
        and config.keys() <= known | _FIXED.keys()
        and all(_is_count(config.get(name)) for name in _COUNTS)
        and isinstance(config.get("norm_eps"), float)
        and len(widths) == len(down) == len(up) > 0
        and all(_is_count(width) for width in widths)
        and widths[0] % 2 == 0
        and all(isinstance(kind, str) for kind in (*down, *up))
        and {*down} <= _DOWN
        and {*up} <= _UP
        and _is_count(head)
        and cast(int, head) <= min(widths)
    )


def _is_count(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value > 0


class ResidualBlock(nn.Module):
    """Two convolutions of normalised values, shifted by the time, added to the input."""

    def __init__(self, inputs: int, outputs: int, time: int, groups: int, epsilon: float):
        super().__init__()
        self.norm1 = nn.GroupNorm(groups, inputs, epsilon)
        self.conv1 = nn.Conv2d(inputs, outputs, 3, padding=1)
        self.time_emb_proj = nn.Linear(time, outputs)
        self.norm2 = nn.GroupNorm(groups, outputs, epsilon)
        self.conv2 = nn.Conv2d(outputs, outputs, 3, padding=1)
        self.conv_shortcut = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else None

    def forward(self, values: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        hidden: torch.Tensor = self.conv1(functional.silu(self.norm1(values)))
        hidden = hidden + self.time_emb_proj(functional.silu(time))[:, :, None, None]
        hidden = self.conv2(functional.silu(self.norm2(hidden)))
        if self.conv_shortcut is not None:
            values = self.conv_shortcut(values)
        return values + hidden


class Attention(nn.Module):
    """Self-attention among all positions of an image, added to the input."""

    def __init__(self, channels: int, head: int, groups: int, epsilon: float):
        super().__init__()
        self.heads, self.head = channels // head, head
        inner = self.heads * head
        self.group_norm = nn.GroupNorm(groups, channels, epsilon)
        self.to_q, self.to_k, self.to_v = (nn.Linear(channels, inner) for _ in range(3))
        self.to_out = nn.ModuleList([nn.Linear(inner, channels)])

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        count, channels, height, width = values.shape
        flat = self.group_norm(values.view(count, channels, height * width)).transpose(1, 2)
        query, key, value = (
            layer(flat).view(count, -1, self.heads, self.head).transpose(1, 2)
            for layer in (self.to_q, self.to_k, self.to_v)
        )
        found = functional.scaled_dot_product_attention(query, key, value)
        joined = found.transpose(1, 2).reshape(count, -1, self.heads * self.head)
        output = self.to_out[0](joined).transpose(-1, -2).reshape(values.shape)
        return cast(torch.Tensor, output + values)


class Downsampling(nn.Module):
    """Halves width and height."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2, padding=1)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        return cast(torch.Tensor, self.conv(values))


class Upsampling(nn.Module):
    """Doubles width and height."""

    def __init__(self, channels: int):
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, values: torch.Tensor) -> torch.Tensor:
        enlarged = functional.interpolate(values, scale_factor=2.0, mode="nearest")
        return cast(torch.Tensor, self.conv(enlarged))


class Level(nn.Module):
    """The residual blocks of one resolution, with attention after each of them or none."""

    attentions: nn.ModuleList | None

    def __init__(self, blocks: list[ResidualBlock], attentions: list[Attention]):
        super().__init__()
        self.resnets = nn.ModuleList(blocks)
        self.attentions = nn.ModuleList(attentions) if attentions else None

    def step(self, number: int, values: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        """The output of a residual block, and of the attention after it."""
        values = self.resnets[number](values, time)
        if self.attentions is not None:
            values = self.attentions[number](values)
        return values


class EncoderLevel(Level):
    """A resolution of the encoder, and the way down to the next one."""

    def __init__(
        self, blocks: list[ResidualBlock], attentions: list[Attention], channels: int | None
    ):
        super().__init__(blocks, attentions)
        self.downsamplers = nn.ModuleList([Downsampling(channels)] if channels else [])

    def forward(self, values: torch.Tensor, time: torch.Tensor) -> list[torch.Tensor]:
        """The output of every step, for the decoder."""
        outputs = []
        for number in range(len(self.resnets)):
            values = self.step(number, values, time)
            outputs.append(values)
        for layer in self.downsamplers:
            outputs.append(layer(outputs[-1]))
        return outputs


class Middle(nn.Module):
    """Two residual blocks with attention between them, at the coarsest resolution."""

    def __init__(self, blocks: list[ResidualBlock], attention: Attention):
        super().__init__()
        self.resnets = nn.ModuleList(blocks)
        self.attentions = nn.ModuleList([attention])

    def forward(self, values: torch.Tensor, time: torch.Tensor) -> torch.Tensor:
        values = self.attentions[0](self.resnets[0](values, time))
        return cast(torch.Tensor, self.resnets[1](values, time))


class DecoderLevel(Level):
    """A resolution of the decoder, and the way up to the next one."""

    upsamplers: nn.ModuleList | None

    def __init__(
        self, blocks: list[ResidualBlock], attentions: list[Attention], channels: int | None
    ):
        super().__init__(blocks, attentions)
        self.upsamplers = nn.ModuleList([Upsampling(channels)]) if channels else None

    def forward(
        self, values: torch.Tensor, skips: list[torch.Tensor], time: torch.Tensor
    ) -> torch.Tensor:
        """The output of the level; the last of `skips` are taken from the list."""
        for number in range(len(self.resnets)):
            values = self.step(number, torch.cat([values, skips.pop()], dim=1), time)
        for layer in self.upsamplers or ():
            values = layer(values)
        return values


class TimeEmbedding(nn.Module):
    """Sines and cosines of the time, through two layers."""

    def __init__(self, inputs: int, outputs: int):
        super().__init__()
        self.inputs = inputs
        self.linear_1, self.linear_2 = nn.Linear(inputs, outputs), nn.Linear(outputs, outputs)

    def forward(self, times: torch.Tensor, dtype: torch.dtype) -> torch.Tensor:
        half = self.inputs // 2
        steps = torch.arange(half, dtype=torch.float32, device=times.device)
        angles = times[:, None].float() * torch.exp(-math.log(MAX_PERIOD) * steps / half)
        waves = torch.cat([torch.cos(angles), torch.sin(angles)], dim=-1).to(dtype)
        return cast(torch.Tensor, self.linear_2(functional.silu(self.linear_1(waves))))


class PixelUnet(nn.Module):
    """The network that a configuration describes."""

    #: Networks with classes are left to `diffusers`.
    class_embedding = None

    def __init__(self, config: Mapping[str, Any]):
        super().__init__()
        self.config = dict(config)
        widths: list[int] = config["block_out_channels"]
        layers, time = config["layers_per_block"], 4 * widths[0]
        shared = config["norm_num_groups"], config["norm_eps"]

        def blocks(pairs: list[tuple[int, int]]) -> list[ResidualBlock]:
            return [ResidualBlock(inputs, outputs, time, *shared) for inputs, outputs in pairs]

        def attentions(count: int, channels: int) -> list[Attention]:
            return [
                Attention(channels, config["attention_head_dim"], *shared) for _ in range(count)
            ]

        self.conv_in = nn.Conv2d(config["in_channels"], widths[0], 3, padding=1)
        self.time_embedding = TimeEmbedding(widths[0], time)
        self.down_blocks = nn.ModuleList()
        for number, (before, width) in enumerate(pairwise([widths[0], *widths])):
            kind, is_last = config["down_block_types"][number], number == len(widths) - 1
            self.down_blocks.append(
                EncoderLevel(
                    blocks([(before, width), *[(width, width)] * (layers - 1)]),
                    attentions(layers if kind == _ATTENTION_DOWN else 0, width),
                    None if is_last else width,
                )
            )
        self.mid_block = Middle(blocks([(widths[-1], widths[-1])] * 2), *attentions(1, widths[-1]))
        self.up_blocks = nn.ModuleList()
        rising = widths[::-1]
        for number, (before, width) in enumerate(pairwise([rising[0], *rising])):
            kind, is_last = config["up_block_types"][number], number == len(widths) - 1
            # the last skip of a level comes from the level below it in the encoder
            skips = [*[width] * layers, rising[min(number + 1, len(widths) - 1)]]
            inputs = [before, *[width] * layers]
            self.up_blocks.append(
                DecoderLevel(
                    blocks([(a + b, width) for a, b in zip(inputs, skips, strict=True)]),
                    attentions(layers + 1 if kind == _ATTENTION_UP else 0, width),
                    None if is_last else width,
                )
            )
        self.conv_norm_out: nn.Module = nn.GroupNorm(shared[0], widths[0], shared[1])
        self.conv_act: nn.Module = nn.SiLU()
        self.conv_out: nn.Module = nn.Conv2d(widths[0], config["out_channels"], 3, padding=1)

    @classmethod
    def from_config(cls, config: Mapping[str, Any]) -> PixelUnet:
        """An untrained network, as `diffusers` makes its own."""
        return cls(config)

    def forward(self, sample: torch.Tensor, times: torch.Tensor) -> torch.Tensor:
        """The network's output for images with noise at the given times."""
        time = self.time_embedding(times, sample.dtype)
        skips = [self.conv_in(sample)]
        for level in self.down_blocks:
            skips += level(skips[-1], time)
        values = self.mid_block(skips[-1], time)
        for level in self.up_blocks:
            values = level(values, skips, time)
        return cast(torch.Tensor, self.conv_out(self.conv_act(self.conv_norm_out(values))))
