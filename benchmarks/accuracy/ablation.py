"""`python -m benchmarks.accuracy.ablation`: what each ingredient of the default is worth.

Everything happens on the training sides of the real scenes, cut in two by place; the sides that
other tables are scored on are not looked at. Weights of the experts are the usual ones, so that a
line shows its ingredient and not what validation makes of it.
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from backend.learning.ensemble import EnsembleSettings
from backend.learning.film import GeoDiffNetF
from backend.learning.making import make_method
from backend.learning.merging import Tuning, merge
from backend.learning.networks import DIFFUSION
from backend.learning.samples import Samples
from backend.learning.validation import Accuracy

from .contestants import CPU, QUIET
from .cubes import Cubes, read_cubes
from .scenes import Contest, load_contest

BUDGETS = {"houston": 10, "potsdam": 20, "idtrees": 10}
#: Settings of the networks without an ingredient.
WITHOUT: dict[str, dict[str, Any]] = {
    "one network instead of eight": {"members": 1},
    "two networks instead of eight": {"members": 2},
    "without dropping the spatial branch": {"drop_space": 0.0},
    "without mix-up": {"mix_up": 0.0},
    "without noise on spectra": {"spectral_noise": 0.0},
    "without random illumination": {"illumination": 0.0},
    "without noise on features": {"feature_noise": 0.0},
    "without label smoothing": {"smoothing": 0.0},
    "125 steps instead of 250": {"steps": 125},
    "500 steps instead of 250": {"steps": 500},
}
#: Weights of: networks on everything, the same on the spectrum alone, the forest.
EXPERTS: dict[str, tuple[float, float, float]] = {
    "**default**": (0.4, 0.1, 0.5),
    "without the forest": (0.8, 0.2, 0.0),
    "forest alone (spectra + surroundings)": (0.0, 0.0, 1.0),
    "without the spectrum alone": (0.5, 0.0, 0.5),
    "networks on diffusion features and surroundings alone": (1.0, 0.0, 0.0),
    "networks on the spectrum alone": (0.0, 1.0, 0.0),
    "all three alike": (1 / 3, 1 / 3, 1 / 3),
}
Scores = dict[str, list[tuple[float, float]]]


def ablate(contest: Contest, cubes: Cubes, budget: int, draws: int) -> Scores:
    """Overall and average accuracy of every line, draw by draw."""
    found: Scores = {}
    for inner in contest.inner():
        for seed, drawn in inner.draws(budget, range(draws)):
            classes = len(contest.class_names)
            training = cubes.samples(drawn, "bundled", classes)
            scoring = cubes.samples(inner.scoring, "bundled", classes)
            for title, row in _lines(training, scoring, cubes, seed).items():
                found.setdefault(title, []).append((row.overall, row.average))
    return found


def _lines(training: Samples, scoring: Samples, cubes: Cubes, seed: int) -> Mapping[str, Accuracy]:
    usual = EnsembleSettings(kinds=cubes.kinds["bundled"])
    method = _trained(training, usual, seed)
    opinions = method.opinions(scoring.spectra, scoring.features, range(method.experts))
    lines = {title: _accuracy(opinions, weights, scoring) for title, weights in EXPERTS.items()}
    for title, changed in WITHOUT.items():
        networks = _trained(training, replace(usual, **changed), seed, forest=False)
        opinions[:2] = networks.opinions(scoring.spectra, scoring.features, range(2))
        lines[title] = _accuracy(opinions, EXPERTS["**default**"], scoring)
    seen = usual.kinds[DIFFUSION]
    blind = [_without(samples, slice(0, seen)) for samples in (training, scoring)]
    networks = _trained(blind[0], usual, seed, forest=False)
    opinions[:2] = networks.opinions(blind[1].spectra, blind[1].features, range(2))
    lines["networks without diffusion features"] = _accuracy(
        opinions, EXPERTS["**default**"], scoring
    )
    return lines


def _without(samples: Samples, features: slice) -> Samples:
    kept = samples.features.copy()
    kept[:, features] = 0
    return replace(samples, features=kept)


def _trained(
    training: Samples, settings: EnsembleSettings, seed: int, forest: bool = True
) -> GeoDiffNetF:
    method = make_method("geodiffnet-f", seed, CPU, settings)
    if not isinstance(method, GeoDiffNetF):
        raise TypeError("GeoDiffNet-F is not what it was")
    (method if forest else method.networks).fit(training, QUIET)
    return method


def _accuracy(opinions: np.ndarray, weights: tuple[float, ...], scoring: Samples) -> Accuracy:
    found = merge(opinions, Tuning(np.array(weights))).argmax(axis=1)
    return Accuracy.of(scoring.target, found, scoring.class_count)


def main() -> None:
    """Print the table, and what each line loses against the default."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.ablation", description=__doc__
    )
    parser.add_argument("--scenes", default=",".join(BUDGETS))
    parser.add_argument("--draws", type=int, default=2)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    scores: dict[str, Scores] = {}
    for name in chosen.scenes.split(","):
        contest = load_contest(name)
        scores[name] = ablate(contest, read_cubes(contest), BUDGETS[name], chosen.draws)
        print(f"{name} done", flush=True)
    heads = [f"{name}, {BUDGETS[name]} labels" for name in scores]
    print("| line | " + " | ".join(heads) + " | mean difference of OA |")
    print("|---" * (len(heads) + 2) + "|")
    for title in next(iter(scores.values())):
        cells, changes = [], []
        for found in scores.values():
            overall, average = 100 * np.mean(found[title], axis=0)
            cells.append(f"{overall:.1f} / {average:.1f}")
            changes.append(overall - 100 * np.mean(found["**default**"], axis=0)[0])
        print(f"| {title} | " + " | ".join(cells) + f" | {np.mean(changes):+.1f} |")


if __name__ == "__main__":
    main()
