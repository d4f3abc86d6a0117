"""Frozen diffusion networks: where their weights are and how their inner activations are read.

Only the part of a network that is needed is kept: everything after the last tapped decoder block
is dropped when it is loaded, its weights included.
"""

from __future__ import annotations

import hashlib
import json
import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError
from torch import nn

from ..errors import UserError, first_line

if TYPE_CHECKING:
    from diffusers import DDPMScheduler, UNet2DModel

BUNDLED_FOLDER = Path(__file__).resolve().parents[2] / "resources" / "backbone"
BUNDLED = "bundled"


@dataclass(frozen=True)
class BackboneSource:
    """A `diffusers` folder and what identifies its weights."""

    name: str
    folder: Path
    digest: str


def find_backbone(name: str) -> BackboneSource:
    """The backbone that a user names: `bundled`, or a folder in `diffusers` format."""
    folder = BUNDLED_FOLDER if name == BUNDLED else Path(name)
    weights = sorted(folder.glob("*.safetensors")) if folder.is_dir() else []
    if not weights or not (folder / "config.json").is_file():
        raise UserError(
            "backbone.not_found",
            f"There is no diffusion backbone at {folder}.",
            f"Choose {BUNDLED}, or a folder in diffusers format that holds config.json and "
            "safetensors weights.",
        )
    digest = hashlib.sha256()
    for path in (folder / "config.json", *weights):
        digest.update(path.read_bytes())
    return BackboneSource(name, folder, digest.hexdigest())


class Backbone:
    """A frozen UNet whose decoder blocks can be read at chosen timesteps.

    Decoder blocks are numbered as the output blocks of the original code: from 0, every residual
    block of the decoder in the order it runs; the last one of a resolution includes the upsampling.
    """

    def __init__(self, source: BackboneSource, last_block: int, device: torch.device):
        self.source = source
        self.device = device
        model, self._scheduler = _load(source)
        per_level = model.config.layers_per_block + 1
        self.block_count = per_level * len(model.up_blocks)
        if not 0 <= last_block < self.block_count:
            raise UserError(
                "backbone.no_such_block",
                f"The backbone {source.name} has no decoder block {last_block}.",
                f"Choose blocks from 0 to {self.block_count - 1}.",
            )
        self._per_level = per_level
        self.granularity = 2 ** (len(model.down_blocks) - 1)
        _drop_after(model, last_block, per_level)
        self._levels = last_block // per_level + 1
        self.model = model.to(device, memory_format=torch.channels_last).eval()
        self.model.requires_grad_(False)
        self._class_embedding = _mean_class_embedding(model)
        self._hooked: set[int] = set()
        self._hooking = threading.Lock()
        self._caught = threading.local()

    def noisy(self, windows: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        """Windows in −1..1 as the network saw them in training at that timestep."""
        times = torch.full((len(windows),), timestep, device=windows.device)
        return self._scheduler.add_noise(windows, noise.expand_as(windows), times)

    def activations(
        self, windows: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        """The outputs of the chosen decoder blocks, in the order of `blocks`."""
        self._catch(blocks)
        self._caught.outputs = {}
        with torch.inference_mode():
            self._run(windows, timestep)
        return [self._caught.outputs[block] for block in blocks]

    def _catch(self, blocks: tuple[int, ...]) -> None:
        """Hook the blocks once; what they catch belongs to the thread that runs them."""
        with self._hooking:
            for block in set(blocks) - self._hooked:

                def keep(
                    _m: nn.Module, _i: object, output: torch.Tensor, block: int = block
                ) -> None:
                    self._caught.outputs[block] = output

                _module_of_block(self.model, block, self._per_level).register_forward_hook(keep)
                self._hooked.add(block)

    def _run(self, sample: torch.Tensor, timestep: int) -> None:
        """The forward pass up to the last block that was kept."""
        model = self.model
        times = torch.full((len(sample),), timestep, device=sample.device)
        embedding = model.time_embedding(model.time_proj(times).to(sample.dtype))
        if self._class_embedding is not None:
            embedding = embedding + self._class_embedding
        sample = model.conv_in(sample.contiguous(memory_format=torch.channels_last))
        residuals: tuple[torch.Tensor, ...] = (sample,)
        for block in model.down_blocks:
            sample, outputs = block(hidden_states=sample, temb=embedding)
            residuals += outputs
        sample = model.mid_block(sample, embedding)
        for block in model.up_blocks[: self._levels]:
            used = len(block.resnets)
            sample = block(sample, residuals[-used:], embedding)
            residuals = residuals[:-used]


def _load(source: BackboneSource) -> tuple[UNet2DModel, DDPMScheduler]:
    # takes seconds to load, and nothing of it is needed where features are in the cache
    from diffusers import DDPMScheduler, UNet2DModel
    from diffusers.utils import logging

    logging.set_verbosity_error()
    variant = "fp16" if list(source.folder.glob("*.fp16.safetensors")) else None
    try:
        config = json.loads((source.folder / "config.json").read_text(encoding="utf-8"))
        kind = config.get("_class_name") if isinstance(config, dict) else None
        if kind != "UNet2DModel":
            raise UserError(
                "backbone.unsupported",
                f"The backbone {source.name} is a {kind}, not a UNet2DModel.",
                "Choose a pixel-space diffusion model whose network is a UNet2DModel.",
            )
        model, loaded = UNet2DModel.from_pretrained(
            source.folder,
            variant=variant,
            use_safetensors=True,
            local_files_only=True,
            low_cpu_mem_usage=False,
            output_loading_info=True,
        )
        if loaded["missing_keys"]:  # diffusers would leave them random
            raise ValueError(f"{len(loaded['missing_keys'])} of its weights are missing")
        scheduler = DDPMScheduler.from_pretrained(source.folder, local_files_only=True)
    except (OSError, ValueError, TypeError, RuntimeError, SafetensorError) as error:
        if isinstance(error, RuntimeError):  # of torch, page by page
            reason = "its weights do not fit its configuration"
        else:
            reason = first_line(error).removeprefix("Error ")
        raise UserError(
            "backbone.damaged",
            f"The backbone in {source.folder} cannot be loaded ({reason}).",
            "Its files are damaged or incomplete; install or download it again.",
        ) from error
    return model.float(), scheduler


def _drop_after(model: UNet2DModel, last_block: int, per_level: int) -> None:
    level, layer = divmod(last_block, per_level)
    model.up_blocks = model.up_blocks[: level + 1]
    block = model.up_blocks[level]
    if layer < per_level - 1:
        block.resnets = block.resnets[: layer + 1]
        if getattr(block, "attentions", None) is not None:
            block.attentions = block.attentions[: layer + 1]
        block.upsamplers = None
    model.conv_norm_out = model.conv_out = nn.Identity()


def _module_of_block(model: UNet2DModel, number: int, per_level: int) -> nn.Module:
    level, layer = divmod(number, per_level)
    block = model.up_blocks[level]
    if layer == per_level - 1:
        return block
    attentions = getattr(block, "attentions", None)
    return attentions[layer] if attentions is not None else block.resnets[layer]


def _mean_class_embedding(model: UNet2DModel) -> torch.Tensor | None:
    """No class is meant, so the mean of all stands for it; a random one would change every run."""
    if model.class_embedding is None:
        return None
    if not isinstance(model.class_embedding, nn.Embedding):
        raise UserError(
            "backbone.unsupported",
            "The backbone expects a class condition that is not a list of classes.",
            "Choose a backbone that is unconditional or conditioned on classes.",
        )
    return model.class_embedding.weight.mean(dim=0, keepdim=True)
