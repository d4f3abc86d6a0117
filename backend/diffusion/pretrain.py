"""Trains the small diffusion UNet that the plugin ships: `python -m backend.diffusion.pretrain`.

It runs on one CPU core or on a GPU, writes a checkpoint every few hundred steps and goes on from it
when started again. The result is a `diffusers` folder with half-precision safetensors weights.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from dataclasses import dataclass
from pathlib import Path

import torch
from diffusers import DDPMScheduler, UNet2DModel
from safetensors.torch import load_file, save_file

from .pretraining_images import WindowSource, load_photographs

WIDTHS = (32, 64, 96, 112)
WINDOW = 64


@dataclass(frozen=True)
class Recipe:
    """Everything that decides what the backbone becomes."""

    photographs: Path
    work: Path
    output: Path
    steps: int = 6000
    batch: int = 8
    rate: float = 4e-4
    warm_up: int = 200
    decay_share: float = 0.25
    leaves: float = 0.25
    average: float = 0.998
    seed: int = 0
    device: str = "cpu"
    threads: int = 1
    checkpoint_every: int = 250


def new_backbone() -> UNet2DModel:
    """The bundled architecture: four resolutions, attention at the two coarsest."""
    return UNet2DModel(
        sample_size=WINDOW,
        in_channels=3,
        out_channels=3,
        layers_per_block=2,
        block_out_channels=WIDTHS,
        down_block_types=("DownBlock2D", "DownBlock2D", "AttnDownBlock2D", "AttnDownBlock2D"),
        up_block_types=("AttnUpBlock2D", "AttnUpBlock2D", "UpBlock2D", "UpBlock2D"),
        norm_num_groups=8,
        attention_head_dim=32,
    )


def new_schedule() -> DDPMScheduler:
    """The noise schedule; cosine, because features are read where there is little noise."""
    return DDPMScheduler(num_train_timesteps=1000, beta_schedule="squaredcos_cap_v2")


def learning_rate(step: int, recipe: Recipe) -> float:
    """Warm up, hold, and fall to nothing over the last share of the steps."""
    decay = max(1, int(recipe.steps * recipe.decay_share))
    return recipe.rate * min(1.0, (step + 1) / recipe.warm_up, (recipe.steps - step) / decay)


class Trainer:
    """Holds the network, its running average and the optimiser, and can be put to sleep."""

    def __init__(self, recipe: Recipe):
        torch.manual_seed(recipe.seed)
        self.recipe = recipe
        self.model = new_backbone().to(recipe.device, memory_format=torch.channels_last)
        self.average = {name: value.clone() for name, value in self.model.state_dict().items()}
        self.optimizer = torch.optim.AdamW(self.model.parameters(), recipe.rate, weight_decay=0.01)
        self.schedule = new_schedule()
        self.step = 0

    @property
    def _checkpoint(self) -> Path:
        return self.recipe.work / "checkpoint.safetensors"

    def save(self) -> None:
        """Write everything needed to go on, in one file that is replaced at once."""
        tensors = {f"model/{name}": value for name, value in self.model.state_dict().items()}
        tensors |= {f"average/{name}": value for name, value in self.average.items()}
        for index, state in self.optimizer.state_dict()["state"].items():
            tensors |= {f"optimizer/{index}/{key}": value for key, value in state.items()}
        partial = self._checkpoint.with_suffix(".partial")
        tensors = {name: value.cpu().contiguous() for name, value in tensors.items()}
        save_file(tensors, partial, {"step": str(self.step)})
        partial.replace(self._checkpoint)

    def resume(self) -> None:
        """Go on from the checkpoint where there is one."""
        if not self._checkpoint.exists():
            return
        tensors = load_file(self._checkpoint)
        part = {
            prefix: {
                name.removeprefix(prefix): value
                for name, value in tensors.items()
                if name.startswith(prefix)
            }
            for prefix in ("model/", "average/", "optimizer/")
        }
        self.model.load_state_dict(part["model/"])
        self.average = {
            name: value.to(self.recipe.device) for name, value in part["average/"].items()
        }
        state: dict[int, dict[str, torch.Tensor]] = {}
        for name, value in part["optimizer/"].items():
            index, key = name.split("/")
            state.setdefault(int(index), {})[key] = value
        groups = self.optimizer.state_dict()["param_groups"]
        self.optimizer.load_state_dict({"state": state, "param_groups": groups})
        self.step = int(state[0]["step"])

    def advance(self, windows: torch.Tensor) -> float:
        """One step on one batch; the loss is that of predicting the noise."""
        recipe = self.recipe
        rng = torch.Generator().manual_seed(recipe.seed * 1_000_003 + self.step)
        noise = torch.randn(windows.shape, generator=rng)
        # squaring makes low noise, where features are read, twice as frequent as high noise
        times = (torch.rand(len(windows), generator=rng) ** 2 * 1000).long().clamp(max=999)
        windows, noise, times = (item.to(recipe.device) for item in (windows, noise, times))
        noisy = self.schedule.add_noise(windows, noise, times)
        noisy = noisy.contiguous(memory_format=torch.channels_last)
        with torch.autocast(torch.device(recipe.device).type, torch.bfloat16):
            predicted = self.model(noisy, times).sample
        loss = (predicted.float() - noise).pow(2).mean()
        for group in self.optimizer.param_groups:
            group["lr"] = learning_rate(self.step, recipe)
        self.optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
        self.optimizer.step()
        self.step += 1
        decay = min(recipe.average, self.step / (self.step + 10))
        with torch.no_grad():
            for name, value in self.model.state_dict().items():
                self.average[name].lerp_(value, 1 - decay)
        return loss.item()

    def export(self) -> None:
        """Write the averaged network as a `diffusers` folder in half precision."""
        averaged = new_backbone()
        averaged.load_state_dict({name: value.cpu() for name, value in self.average.items()})
        averaged.half().save_pretrained(self.recipe.output, variant="fp16")
        self.schedule.save_pretrained(self.recipe.output)


def pretrain(recipe: Recipe) -> None:
    """Train to the recipe's number of steps, from the last checkpoint where there is one."""
    torch.set_num_threads(recipe.threads)
    recipe.work.mkdir(parents=True, exist_ok=True)
    source = WindowSource(
        load_photographs(recipe.photographs), WINDOW, recipe.leaves, seed=recipe.seed
    )
    trainer = Trainer(recipe)
    trainer.resume()
    started, first, losses = time.monotonic(), trainer.step, []
    while trainer.step < recipe.steps:
        losses.append(trainer.advance(source.batch(trainer.step, recipe.batch)))
        if trainer.step % 50 == 0:
            seconds = (time.monotonic() - started) / (trainer.step - first)
            mean = sum(losses) / len(losses)
            with open(recipe.work / "loss.csv", "a", newline="", encoding="utf-8") as log:
                csv.writer(log).writerow([trainer.step, f"{mean:.5f}", f"{seconds:.3f}"])
            print(
                json.dumps({"step": trainer.step, "loss": mean, "s_per_step": seconds}), flush=True
            )
            losses.clear()
        if trainer.step % recipe.checkpoint_every == 0 or trainer.step == recipe.steps:
            trainer.save()
            trainer.export()


def main() -> None:
    """Read the recipe from the command line and follow it."""
    parser = argparse.ArgumentParser(
        prog="python -m backend.diffusion.pretrain", description=__doc__
    )
    parser.add_argument("--photographs", type=Path, required=True, help="folder of images")
    parser.add_argument("--work", type=Path, required=True, help="folder for checkpoints and log")
    parser.add_argument("--output", type=Path, required=True, help="folder of the finished model")
    for name, kind in (("steps", int), ("batch", int), ("rate", float), ("leaves", float)):
        parser.add_argument(f"--{name}", type=kind, default=getattr(Recipe, name))
    for name, kind in (("seed", int), ("threads", int), ("device", str)):
        parser.add_argument(f"--{name}", type=kind, default=getattr(Recipe, name))
    pretrain(Recipe(**vars(parser.parse_args())))


if __name__ == "__main__":
    main()
