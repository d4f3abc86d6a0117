"""`python -m benchmarks.accuracy.ablation`: the contribution of each part of the default method.

Only the training sides of the real scenes are used, divided at random in two by location; the
scoring sides of the other tables are not. Labels are single pixels, or polygons. Blends are fitted
by cross-validation, as in the plugin; where the networks are changed, the weights of the default
are kept.
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
from .polygons.drawing import polygon_draws
from .scenes import SplitDataset, load_dataset

SCENES = ("houston", "potsdam", "idtrees")
PIXELS, POLYGONS = 10, 3
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


def ablate(dataset: SplitDataset, cubes: Cubes, divisions: int) -> dict[str, Scores]:
    """Overall and average accuracy of every row for each division, by the kind of labels."""
    found: dict[str, Scores] = {}
    classes = len(dataset.class_names)
    for seed, divided in dataset.divisions(range(divisions)):
        scoring = cubes.samples(divided.scoring, "bundled", classes)
        (_, pixels), (_, polygons) = (
            *divided.draws(PIXELS, [seed]),
            *polygon_draws(divided, POLYGONS, [seed]),
        )
        for kind, drawn in (f"{PIXELS} pixels", pixels), (f"{POLYGONS} polygons", polygons):
            training = cubes.samples(drawn, "bundled", classes)
            scores = found.setdefault(f"{dataset.name}, {kind}", {})
            for title, row in _lines(training, scoring, dataset, cubes, seed):
                scores.setdefault(title, []).append((row.overall, row.average))
        print(f"{dataset.name}, division {seed} done", flush=True)
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
    parser.add_argument("--divisions", type=int, default=6)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    scores: dict[str, Scores] = {}
    for name in SCENES:
        dataset = load_dataset(name)
        scores |= ablate(dataset, read_cubes(dataset, ["bundled"]), chosen.divisions)
    print("| line | " + " | ".join(scores) + " | mean difference of OA / AA |")
    print("|---" * (len(scores) + 2) + "|")
    for title in next(iter(scores.values())):
        means = [100 * np.mean(found[title], axis=0) for found in scores.values()]
        cells = " | ".join(f"{overall:.1f} / {average:.1f}" for overall, average in means)
        print(f"| {title} | {cells} | {_difference(scores, title)} |")


def _difference(scores: dict[str, Scores], title: str) -> str:
    """The mean difference from the default, with its standard error over the divisions."""
    by_cell = np.array([np.subtract(own[title], own[DEFAULT]) for own in scores.values()])
    by_division = 100 * by_cell.mean(axis=0)
    mean = by_division.mean(axis=0)
    if title == DEFAULT or len(by_division) < 2:
        return f"{mean[0]:+.1f} / {mean[1]:+.1f}"
    error = by_division.std(axis=0, ddof=1) / np.sqrt(len(by_division))
    return f"{mean[0]:+.1f} ± {error[0]:.1f} / {mean[1]:+.1f} ± {error[1]:.1f}"


if __name__ == "__main__":
    main()
