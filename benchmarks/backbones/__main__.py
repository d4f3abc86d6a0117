"""`python -m benchmarks.backbones FOLDER…`: the accuracy that features add to the spectrum.

A shrinkage discriminant is fitted on the training sides of real scenes, split spatially in halves,
to the spectrum only and with the features of each candidate, all with the same draws of labelled
pixels. Values are overall accuracies in percent and, in the last columns, differences of their
means over all cells ± the standard error of the paired difference over draws. Controls: the bundled
backbone, each network with random weights, filters of the same composites, and FFDNet where
`ffdnet` is installed. Differences to the
bundled backbone need it before the candidates: without controls, name it as the first one.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import torch

from backend.backbones.source import BUNDLED, find_backbone
from backend.features.settings import FeatureSettings

from .candidates import Candidate, controls, network
from .probe import DRAWS, ProbeScene, load_scenes

SPECTRUM, PYRAMID = "spectrum alone", "Gaussian pyramid"


def main() -> None:
    """Score the controls and the candidates, and print a row for each."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.backbones", description=__doc__)
    parser.add_argument("folders", nargs="*", help="backbones: folders in diffusers format")
    parser.add_argument(
        "--no-controls", action="store_true", help="no filters but the pyramid, no random weights"
    )
    parser.add_argument(
        "--context", action="store_true", help="add the context features of the methods"
    )
    parser.add_argument("--draws", type=int, default=DRAWS)
    parser.add_argument(
        "--blocks", type=_numbers, help="the number after the last is the denoised image"
    )
    parser.add_argument("--timesteps", type=_numbers)
    parser.add_argument("--scales", type=_numbers)
    parser.add_argument("--composites", type=lambda text: tuple(text.split(",")))
    parser.add_argument("--components", type=int)
    parser.add_argument("--size", type=int)
    parser.add_argument("--stride", type=int)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    names = ("blocks", "timesteps", "scales", "composites", "components", "size", "stride")
    reading = {name: value for name in names if (value := getattr(chosen, name)) is not None}
    table = Table(load_scenes(draws=chosen.draws))
    table.add(Candidate(SPECTRUM, None))
    for control in controls():
        if control.name == PYRAMID or not chosen.no_controls:
            table.add(control)
    for name in dict.fromkeys([*([] if chosen.no_controls else [BUNDLED]), *chosen.folders]):
        settings = replace(_standard(name), **reading)
        for untrained in (False,) if chosen.no_controls else (True, False):
            table.add(network(name, settings, untrained, chosen.context))


class Table:
    """Prints rows of the probe."""

    def __init__(self, scenes: Sequence[ProbeScene]):
        self._scenes = scenes
        self._scored: dict[str, np.ndarray] = {}  # (cells, halves * draws)
        cells = [f"{scene.dataset.name} {n}" for scene in scenes for n in scene.budgets]
        head = [
            "candidate", *cells, "mean", "over spectrum", "over pyramid", "over random weights",
            f"over {BUNDLED}", "GFLOP/window", "GFLOP/1000 px", "s",
        ]  # fmt: skip
        print("| " + " | ".join(head) + " |\n|---" + "|---:" * (len(head) - 1) + "|", flush=True)

    def add(self, candidate: Candidate) -> float:
        """Score a candidate and print its row; returns the mean of its cells in percent."""
        started = time.monotonic()
        found = np.concatenate([candidate.score(scene) for scene in self._scenes]) * 100
        self._scored[candidate.name] = found
        row = [candidate.name, *(f"{cell:.1f}" for cell in found.mean(axis=1))]
        row += [f"{found.mean():.2f}", self._gain(found, SPECTRUM), self._gain(found, PYRAMID)]
        row += [self._gain(found, candidate.untrained), self._gain(found, BUNDLED)]
        row += [_number(candidate.gflop_window), _number(candidate.gflop_pixels)]
        row.append(f"{time.monotonic() - started:.0f}")
        print("| " + " | ".join(row) + " |", flush=True)
        return float(found.mean())

    def _gain(self, found: np.ndarray, other: str | None) -> str:
        known = self._scored.get(other or "")
        if known is None or known is found:
            return ""
        # draws of a half are paired and common to all cells, so they are the last axis
        paired = (found - known).mean(axis=0)
        return f"{paired.mean():+.2f} ± {paired.std(ddof=1) / np.sqrt(len(paired)):.2f}"


def _standard(name: str) -> FeatureSettings:
    """The settings of the bundled backbone: the denoised image and the coarsest block."""
    source = find_backbone(name)
    return replace(FeatureSettings(), blocks=(source.coarsest_block, source.denoised_block))


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(word) for word in text.split(","))


def _number(value: float) -> str:
    return f"{value:.2f}" if value else ""


if __name__ == "__main__":
    main()
