"""`python -m benchmarks.accuracy.shrinkage`: discriminants shrunk to powers of the scene's noise.

Single discriminants without a blend, on the training sides of the real scenes, split spatially in
halves; the power 0 is the identity. Entries are overall / average accuracy in percent.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator

import numpy as np

from backend.classifiers.catalogue import make_discriminant
from backend.metrics.accuracy import AccuracyMetrics

from .contestants import SILENT
from .cubes import KINDS, Cubes, read_cubes
from .scenes import SplitDataset, load_dataset

CELLS = {"houston": (5, 20), "idtrees": (10,), "potsdam": (5, 10, 20, 50)}
POWERS = (0.0, 0.25, 0.5, 0.625, 0.75, 0.875, 1.0)
#: Whether features are used, and the power.
Line = tuple[bool, float]


def scores(
    dataset: SplitDataset, cubes: Cubes, budget: int, draws: int
) -> Iterator[tuple[Line, float, float]]:
    """Overall and average accuracy of every discriminant for every draw."""
    classes = len(dataset.class_names)
    for inner in dataset.inner():
        scoring = cubes.samples(inner.scoring, KINDS[0], classes)
        for _, drawn in inner.draws(budget, range(draws)):
            training = cubes.samples(drawn, KINDS[0], classes)
            for uses_features in (False, True):
                for power in POWERS:
                    discriminant = make_discriminant(uses_features, power)
                    discriminant.fit(training, SILENT)
                    found = discriminant.predict_variants(scoring.spectra, scoring.features, [0])[0]
                    row = AccuracyMetrics.of(scoring.target, found.argmax(axis=1), classes)
                    yield (uses_features, power), 100 * float(row.overall), 100 * float(row.average)


def main() -> None:
    """Print the table, with the mean of all cells."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.shrinkage", description=__doc__
    )
    parser.add_argument("--draws", type=int, default=10)
    chosen = parser.parse_args()
    found: dict[Line, dict[str, list[tuple[float, float]]]] = {}
    for name, budgets in CELLS.items():
        dataset = load_dataset(name)
        cubes = read_cubes(dataset, KINDS[:1])
        for budget in budgets:
            for line, overall, average in scores(dataset, cubes, budget, chosen.draws):
                cell = found.setdefault(line, {}).setdefault(f"{name}, {budget} labels", [])
                cell.append((overall, average))
    print("| inputs | power | " + " | ".join(found[False, 0.0]) + " | mean |")
    print("|---" * (len(found[False, 0.0]) + 3) + "|")
    for (uses_features, power), cells in found.items():
        means = [np.mean(cell, axis=0) for cell in cells.values()]
        entries = [f"{overall:.1f} / {average:.1f}" for overall, average in means]
        overall, average = np.mean(means, axis=0)
        inputs = "spectra and features" if uses_features else "spectra"
        print(f"| {inputs} | {power:g} | {' | '.join(entries)} | {overall:.2f} / {average:.2f} |")


if __name__ == "__main__":
    main()
