"""`python -m benchmarks.accuracy.ablation`: the contribution of each part of the default method.

Only the training sides of the real scenes are used, split spatially in halves; the test sides of
the other tables are not. Blends are fitted by cross-validation, as in the plugin; where the
networks are changed, the weights of the default are kept.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import torch

from backend.classifiers.base import numbered
from backend.classifiers.blending import Blend
from backend.classifiers.catalogue import make_method
from backend.classifiers.ensemble_settings import EnsembleSettings, network_count
from backend.classifiers.networks import DIFFUSION
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.metrics.accuracy import AccuracyMetrics

from .contestants import CPU, SILENT
from .cubes import Cubes, read_cubes
from .scenes import SplitDataset, load_dataset

CELLS = (("houston", 10), ("potsdam", 10), ("potsdam", 20), ("idtrees", 10))
DEFAULT = "**default**"
#: Base classifiers that are left out, by parts of their names.
WITHOUT = {
    "without networks": ("FiLM",),
    "without networks on components": ("FiLM networks, components",),
    "without networks on whitened spectra": ("whitened",),
    "without forests": ("random forest",),
    "without the forest on components": ("random forest, components",),
    "without the forest on spectra": ("random forest, spectra$",),
    "without label spreading": ("label spreading",),
    "without discriminants": ("linear discriminant",),
    "without the discriminant on spectra": ("discriminant, spectra,",),
    "without discriminants on features": ("discriminant, spectra and", "discriminant, components"),
    "without the discriminant on components": ("discriminant, components",),
    "without any spatial features": ("and features",),
}
#: Changed settings of the networks.
NETWORKS: dict[str, dict[str, Any]] = {
    "eight networks instead of two": {"members": 8},
    "without feature dropout": {"feature_dropout": 0.0},
    "without mix-up": {"mix_up": 0.0},
    "without noise on spectra": {"spectral_noise": 0.0},
    "without random illumination": {"illumination": 0.0},
    "without label smoothing": {"smoothing": 0.0},
    "125 steps instead of 250": {"steps": 125},
    "500 steps instead of 250": {"steps": 500},
}
Scores = dict[str, list[tuple[float, float]]]


def ablate(dataset: SplitDataset, cubes: Cubes, budget: int, draws: int) -> Scores:
    """Overall and average accuracy of every row, for each draw."""
    found: Scores = {}
    for inner in dataset.inner():
        for seed, drawn in inner.draws(budget, range(draws)):
            classes = len(dataset.class_names)
            training = cubes.samples(drawn, "bundled", classes)
            scoring = cubes.samples(inner.scoring, "bundled", classes)
            for title, row in _lines(training, scoring, dataset, cubes, seed):
                found.setdefault(title, []).append((row.overall, row.average))
    return found


def _lines(
    training: Samples, scoring: Samples, dataset: SplitDataset, cubes: Cubes, seed: int
) -> Iterator[tuple[str, AccuracyMetrics]]:
    default_settings = EnsembleSettings(
        members=network_count("geodiffnet-f"), kinds=cubes.kinds["bundled"]
    )
    method = make_method("geodiffnet-f", seed, CPU, default_settings)
    validation = method.fit(training, dataset.class_names, SILENT)
    predictions = method.predict_all(scoring.spectra, scoring.features)
    known = validation.scored

    def refitted(allowed: Sequence[bool]) -> AccuracyMetrics:
        blend = method.fit_blend(
            validation.base_probabilities, training.target[known], training.group[known], allowed
        )
        return _accuracy(blend, predictions, scoring)

    names = [variant.name for variant in method.variants]
    yield DEFAULT, _accuracy(method.blend, predictions, scoring)
    unfitted = make_method("geodiffnet-f", seed, CPU, default_settings).blend
    yield "prior weights", _accuracy(unfitted, predictions, scoring)
    even = Blend(np.full(len(names), 1 / len(names)), method.blend.temperature)
    yield "equal weights", _accuracy(even, predictions, scoring)
    for title, words in WITHOUT.items():
        yield title, refitted([not _matches(name, words) for name in names])
    for number, name in enumerate(names):
        yield f"{name}, alone", refitted([place == number for place in range(len(names))])
    for title, changed in NETWORKS.items():
        other = make_method("geodiffnet-f", seed, CPU, replace(default_settings, **changed))
        yield title, _with_networks(other, method.blend, predictions, training, scoring)
    without_diffusion = [
        _without_diffusion(samples, default_settings) for samples in (training, scoring)
    ]
    other = make_method("geodiffnet-f", seed, CPU, default_settings)
    other.fit(without_diffusion[0], dataset.class_names, SILENT)
    own = other.predict_all(without_diffusion[1].spectra, without_diffusion[1].features)
    yield "without diffusion features", _accuracy(other.blend, own, scoring)


def _matches(name: str, words: tuple[str, ...]) -> bool:
    return any(word in f"{name}$" for word in words)


def _with_networks(
    method: StackedClassifier,
    blend: Blend,
    predictions: np.ndarray,
    training: Samples,
    scoring: Samples,
) -> AccuracyMetrics:
    """The method with other networks instead of the default's."""
    changed = predictions.copy()
    for name, base, numbers in numbered(method.bases):
        if name.endswith("networks"):
            base.fit(training, SILENT)
            variant_numbers = range(len(base.variants))
            changed[list(numbers)] = base.predict_variants(
                scoring.spectra, scoring.features, variant_numbers
            )
    return _accuracy(blend, changed, scoring)


def _without_diffusion(samples: Samples, settings: EnsembleSettings) -> Samples:
    kept = samples.features.copy()
    kept[:, : settings.kinds[DIFFUSION]] = 0
    return replace(samples, features=kept)


def _accuracy(blend: Blend, predictions: np.ndarray, scoring: Samples) -> AccuracyMetrics:
    found = blend.combine(predictions[blend.used]).argmax(axis=1)
    return AccuracyMetrics.of(scoring.target, found, scoring.class_count)


def main() -> None:
    """Print the table, with differences from the default."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.ablation", description=__doc__
    )
    parser.add_argument("--draws", type=int, default=2)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    scores: dict[str, Scores] = {}
    loaded: tuple[str, SplitDataset, Cubes] | None = None
    for name, budget in CELLS:
        if loaded is None or loaded[0] != name:
            dataset = load_dataset(name)
            loaded = name, dataset, read_cubes(dataset)
        scores[f"{name}, {budget} labels"] = ablate(*loaded[1:], budget, chosen.draws)
        print(f"{name} {budget} done", flush=True)
    print("| line | " + " | ".join(scores) + " | mean difference of OA / AA |")
    print("|---" * (len(scores) + 2) + "|")
    for title in next(iter(scores.values())):
        means = [100 * np.mean(found[title], axis=0) for found in scores.values()]
        default_settings = [100 * np.mean(found[DEFAULT], axis=0) for found in scores.values()]
        change = np.mean(np.subtract(means, default_settings), axis=0)
        cells = " | ".join(f"{overall:.1f} / {average:.1f}" for overall, average in means)
        print(f"| {title} | {cells} | {change[0]:+.1f} / {change[1]:+.1f} |")


if __name__ == "__main__":
    main()
