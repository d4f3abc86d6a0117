"""Trains the small diffusion UNet that the plugin ships: `python -m backend.pretraining`.

It runs on one CPU core or on a GPU, writes a checkpoint every few hundred steps and continues from
it when started again. The result is a `diffusers` folder with half-precision safetensors weights.
"""

from __future__ import annotations

import argparse
import csv
import json
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import torch
from torch.utils.data import DataLoader, Dataset

from .images import load_images
from .recipe import PREDICTIONS, Recipe
from .trainer import Trainer
from .windows import Windows, WindowSettings, WindowSource

LOG_EVERY = 50
#: Windows of held-out images for the validation loss.
VALIDATION_WINDOWS = 64


class _Batches(Dataset[Windows]):
    """The batches of the remaining steps; workers may draw them in advance."""

    def __init__(self, source: WindowSource, first: int, recipe: Recipe):
        self._source, self._first, self._recipe = source, first, recipe

    def __len__(self) -> int:
        return max(0, self._recipe.steps - self._first)

    def __getitem__(self, number: int) -> Windows:
        return self._source.batch(self._first + number, self._recipe.batch)


def pretrain(recipe: Recipe) -> None:
    """Train up to the recipe's number of steps, from the last checkpoint if there is one."""
    torch.set_num_threads(recipe.threads)
    recipe.work.mkdir(parents=True, exist_ok=True)
    images = load_images(recipe.images, recipe.window, recipe.include)
    settings = WindowSettings(recipe.window, recipe.leaves, recipe.flat, recipe.components)
    held_out = WindowSource(images.held_out, WindowSettings(recipe.window, leaves=0), recipe.seed)
    validation_windows = held_out.batch(0, VALIDATION_WINDOWS)
    trainer = Trainer(recipe)
    trainer.resume()
    settings_text = {name: str(value) for name, value in vars(recipe).items()}
    (recipe.work / "recipe.json").write_text(json.dumps(settings_text, indent=2), encoding="utf-8")
    source = WindowSource(images.training, settings, recipe.seed)
    batches = DataLoader(
        _Batches(source, trainer.step, recipe), batch_size=None, num_workers=recipe.workers
    )
    started, first = time.monotonic(), trainer.step
    losses: list[torch.Tensor] = []
    for windows in batches:
        losses.append(trainer.train_step(windows))
        finished = time.monotonic() - started > recipe.minutes * 60 or trainer.step == recipe.steps
        if trainer.step % LOG_EVERY and not finished:
            continue
        row = {
            "step": trainer.step,
            "loss": round(torch.stack(losses).mean().item(), 5),
            "s_per_step": round((time.monotonic() - started) / (trainer.step - first), 3),
            "held_out": "",
        }
        losses.clear()
        if trainer.step % recipe.checkpoint_every == 0 or finished:
            trainer.save()
            trainer.export()
            row["held_out"] = round(trainer.validation_loss(validation_windows), 5)
        print(json.dumps(row), flush=True)
        with open(recipe.work / "loss.csv", "a", newline="", encoding="utf-8") as log:
            csv.writer(log).writerow(row.values())
        if finished:
            break


def main() -> None:
    """Train with the settings of the command line."""
    parser = argparse.ArgumentParser(prog="python -m backend.pretraining", description=__doc__)
    add = parser.add_argument
    add("--images", type=Path, nargs="+", required=True, help="folders of images")
    add("--work", type=Path, required=True, help="folder for checkpoints and log")
    add("--output", type=Path, required=True, help="folder of the finished model")
    add("--start", type=Path, help="backbone from whose weights training starts")
    add("--include", type=_list(str), help="patterns of image names, such as cid22_*,seneca_*")
    add("--widths", type=_list(int), help="channels of each resolution")
    add("--timesteps", type=_list(int), help="minimum and maximum, such as 50,550")
    for name in ("prediction", "loss"):
        add(f"--{name}", choices=PREDICTIONS)
    for name in ("skew", "leaves", "flat", "components", "rate", "decay-share", "average"):
        add(f"--{name}", type=float)
    for name in ("layers", "window", "steps", "batch", "warm-up", "seed", "threads", "workers"):
        add(f"--{name}", type=int)
    add("--checkpoint-every", type=int)
    add("--minutes", type=float, help="time limit; the same command continues")
    add("--device")
    given = {name: value for name, value in vars(parser.parse_args()).items() if value is not None}
    pretrain(Recipe(**given | {"images": tuple(given["images"])}))


def _list(kind: Callable[[str], Any]) -> Callable[[str], tuple[Any, ...]]:
    return lambda text: tuple(kind(word) for word in text.split(","))


if __name__ == "__main__":
    main()
