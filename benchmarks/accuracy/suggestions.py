"""The labels that `suggest` saves: suggested against random labels, with the same classifier.

`python -m benchmarks.accuracy.suggestions [--scenes …] [--draws 5]` prints the mean curves and, for
each scene, the share of random labels that suggested ones need for the same accuracy. Labels are
added on the training side only, and accuracy is measured on the other side.
"""

from __future__ import annotations

import argparse
from dataclasses import dataclass

import numpy as np
from scipy.ndimage import gaussian_filter
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.preprocessing import StandardScaler

from backend.metrics.accuracy import AccuracyMetrics
from backend.sampling.active_learning import Candidates, suggest
from backend.scene.raster import Scene
from backend.scene.statistics import log_reflectance

from .scenes import PixelSubset, SplitDataset, load_dataset

START = 2  # random labels of each class at the start
BATCH = 10
BATCHES = 12
COMPONENTS = 10
TREES = 150


@dataclass(frozen=True)
class Pixels:
    """Features of labelled pixels."""

    features: np.ndarray
    side: PixelSubset


def read(dataset: SplitDataset) -> tuple[Pixels, Pixels]:
    """Features of both sides: principal components of the spectra, and the same smoothed."""
    cubes = []
    for image in dataset.images:
        with Scene(image) as scene:
            values, _ = scene.read(scene.grid.extent)
        cubes.append(log_reflectance(values))
    spectra = np.concatenate([cube.reshape(len(cube), -1).T for cube in cubes])
    scaler = StandardScaler().fit(spectra)
    components = PCA(COMPONENTS, random_state=0).fit(scaler.transform(spectra[::3]))
    features = []
    for cube in cubes:
        flat = components.transform(scaler.transform(cube.reshape(len(cube), -1).T))
        planes = flat.T.reshape(COMPONENTS, *cube.shape[1:])
        smooth = [gaussian_filter(plane, 1.5) for plane in planes]
        features.append(np.concatenate([planes, smooth]))
    sides = []
    for side in (dataset.training, dataset.scoring):
        rows = [
            features[s][:, r, c]
            for s, r, c in zip(side.scene, side.rows, side.columns, strict=True)
        ]
        sides.append(Pixels(np.array(rows), side))
    scale = np.concatenate([part.features for part in sides]).std(axis=0)
    return Pixels(sides[0].features / scale, sides[0].side), Pixels(
        sides[1].features / scale, sides[1].side
    )


def curve(training: Pixels, scoring: Pixels, suggested: bool, seed: int) -> np.ndarray:
    """Number of labels, overall and average accuracy after each batch, (batches, 3)."""
    rng = np.random.default_rng(seed)
    target = training.side.target
    classes = int(target.max()) + 1
    known = np.concatenate(
        [rng.permutation(np.flatnonzero(target == index))[:START] for index in range(classes)]
    )
    found = []
    for number in range(BATCHES + 1):
        forest = RandomForestClassifier(TREES, class_weight="balanced", random_state=seed)
        forest.fit(training.features[known], target[known])
        predicted = forest.predict(scoring.features)
        metrics = AccuracyMetrics.of(scoring.side.target, predicted, classes)
        found.append((number * BATCH, float(metrics.overall), float(metrics.average)))
        rest = np.setdiff1d(np.arange(len(target)), known)
        if suggested:
            places = np.column_stack([training.side.rows, training.side.columns])[rest]
            candidates = Candidates(
                forest.predict_proba(training.features[rest]),
                training.features[rest],
                places,
                training.features[known],
                class_samples=np.bincount(target[known], minlength=classes).astype(float),
            )
            selected = suggest(candidates, BATCH, seed=seed).chosen
        else:
            selected = rng.choice(len(rest), BATCH, replace=False)
        known = np.concatenate([known, rest[selected]])
    return np.array(found)


def share_needed(suggested: np.ndarray, at_random: np.ndarray, column: int) -> float:
    """Suggested labels that reach the accuracy of all random labels, as a share of these."""
    wanted = at_random[-1, column]
    reached = np.flatnonzero(suggested[:, column] >= wanted)
    if len(reached) == 0:
        return float("nan")
    last = int(reached[0])
    if last == 0:
        return 0.0
    before, after = suggested[last - 1], suggested[last]
    part = (wanted - before[column]) / max(after[column] - before[column], 1e-9)
    return float((before[0] + part * (after[0] - before[0])) / at_random[-1, 0])


def main() -> None:
    """Print the curves."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--scenes", nargs="+", default=["houston", "potsdam", "samson"])
    parser.add_argument("--draws", type=int, default=5)
    arguments = parser.parse_args()
    for name in arguments.scenes:
        training, scoring = read(load_dataset(name))
        means = {
            suggested: np.mean(
                [curve(training, scoring, suggested, seed) for seed in range(arguments.draws)],
                axis=0,
            )
            for suggested in (False, True)
        }
        print(f"\n{name}: overall and average accuracy, mean of {arguments.draws} draws")
        print(f"{'labels added':>14} {'random':>15} {'suggested':>15}")
        for at_random, suggested in zip(means[False], means[True], strict=True):
            print(
                f"{at_random[0]:>14.0f} {at_random[1]:>7.1%} {at_random[2]:>7.1%} "
                f"{suggested[1]:>7.1%} {suggested[2]:>7.1%}"
            )
        for column, figure in ((1, "overall"), (2, "average")):
            share = share_needed(means[True], means[False], column)
            print(f"{figure} accuracy of all random labels needs {share:.0%} of them suggested")


if __name__ == "__main__":
    main()
