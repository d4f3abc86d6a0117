"""`python -m benchmarks.accuracy.nested`: the bias of the accuracy due to fitting the blend.

On the training sides of the real scenes, the accuracy of the default is estimated from the same
labels in three ways: with a blend fitted to the test pixels (plain), with the blend of each fold
fitted to the other folds (cross-fitted, as reported by the plugin), and with everything, inner
cross-validation included, fitted without the fold (nested). The last one is unbiased.
"""

from __future__ import annotations

import argparse

import numpy as np
import torch

from backend.classifiers.catalogue import make_method
from backend.classifiers.ensemble_settings import EnsembleSettings, network_count

from .contestants import CPU, SILENT
from .cubes import Cubes, read_cubes
from .scenes import PixelSubset, SplitDataset, load_dataset

BUDGETS = {"houston": (5, 20), "potsdam": (10, 50), "idtrees": (10,), "samson": (5,)}


def estimates(
    dataset: SplitDataset, cubes: Cubes, drawn: PixelSubset, seed: int
) -> tuple[float, float, float]:
    """Overall accuracy: plain, cross-fitted, nested."""
    samples = cubes.samples(drawn, "bundled", len(dataset.class_names))
    settings = EnsembleSettings(members=network_count("geodiffnet-f"), kinds=cubes.kinds["bundled"])
    method = make_method("geodiffnet-f", seed, CPU, settings)
    validation = method.cross_validate(samples, dataset.class_names, SILENT)
    target = samples.target[validation.scored]
    fold = validation.folds.fold[validation.scored]
    plain = method.blend.combine(validation.base_probabilities[method.blend.used])
    nested = np.zeros(len(target), np.int64)
    for number in np.unique(fold):
        inner = make_method("geodiffnet-f", seed, CPU, settings)
        kept = samples.take(np.flatnonzero(validation.folds.fold != number))
        inner.fit(kept, dataset.class_names, SILENT)
        own = samples.take(validation.scored[fold == number])
        nested[fold == number] = inner.predict_proba(own.spectra, own.features).argmax(axis=1)
    return (
        float((plain.argmax(axis=1) == target).mean()),
        validation.accuracy.overall,
        float((nested == target).mean()),
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.nested", description=__doc__
    )
    parser.add_argument("--scenes", default=",".join(BUDGETS))
    parser.add_argument("--draws", type=int, default=3)
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    print("| scene | labels per class | plain | cross-fitted | nested |\n|---|---:|---:|---:|---:|")
    for name in chosen.scenes.split(","):
        dataset = load_dataset(name)
        cubes = read_cubes(dataset)
        for budget in BUDGETS[name]:
            draws = dataset.draws(budget, range(chosen.draws))
            found = [estimates(dataset, cubes, drawn, seed) for seed, drawn in draws]
            cells = " | ".join(f"{100 * value:.1f}" for value in np.mean(found, axis=0))
            print(f"| {name} | {budget} | {cells} |", flush=True)


if __name__ == "__main__":
    main()
