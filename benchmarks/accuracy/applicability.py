"""Detection of a class without training samples: `python -m benchmarks.accuracy.applicability`.

Each class is left out of training in turn. The table holds the share of its pixels that the
dissimilarity index flags as outside the area of applicability and, after the slash, the share of
the training classes' pixels that it flags wrongly: at the threshold of the folds, as in the plugin,
and at a threshold that flags a tenth of the training classes' pixels. The control is the random
forest's uncertainty at the same tenth. Generated scenes of several seeds are tested on their truth;
models of real scenes are trained on one side with 20 pixels of each class and tested on the other.
"""

from __future__ import annotations

import argparse
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import rasterio

from backend.classifiers.applicability import damped_logarithm, fit_applicability
from backend.classifiers.classic import Forest
from backend.classifiers.folds import make_folds
from backend.classifiers.training_data import Samples
from backend.core.reporter import Reporter
from backend.labels.vector import read_training_pixels
from backend.sample_scene import write_sample
from backend.scene.raster import Scene
from backend.scene.statistics import sample_spectra

from .scenes import DATA, load_dataset

SILENT = Reporter(lambda event: None)
KNOWN_FLAGGED = 0.1
BUDGET = 20


@dataclass(frozen=True)
class LeaveOutTrial:
    """Training pixels, spectra of the scene as damped logarithms, and test pixels."""

    training: Samples
    names: tuple[str, ...]
    scene: np.ndarray
    judged: np.ndarray
    truth: np.ndarray


@dataclass(frozen=True)
class Flagged:
    """Flagged shares of the class left out and of the training classes, at both thresholds."""

    left_out: float
    known: float
    left_out_at_tenth: float
    uncertain_at_tenth: float  # of the random forest


def generated(seed: int) -> LeaveOutTrial:
    """The generated scene of a seed; all pixels are test pixels."""
    with tempfile.TemporaryDirectory() as folder:
        files = write_sample(Path(folder), seed)
        with Scene(files.scene) as scene, rasterio.open(files.truth) as raster:
            values, _ = scene.read(scene.grid.extent)
            training_pixels = read_training_pixels(files.labels, "class", scene.grid)
            truth = raster.read(1).ravel()
            sample = damped_logarithm(sample_spectra(scene))
    spectra = damped_logarithm(values.reshape(len(values), -1).T)
    drawn = np.ravel_multi_index((training_pixels.rows, training_pixels.columns), values.shape[1:])
    names = tuple(entry.name for entry in training_pixels.classes)
    # the code of a class in the truth is that of the pixels in its polygons
    codes = [
        np.bincount(truth[drawn[training_pixels.target == k]]).argmax() for k in range(len(names))
    ]
    training = _samples(
        spectra[drawn],
        training_pixels.target,
        training_pixels.group,
        training_pixels.rows,
        training_pixels.columns,
        names,
    )
    found = np.array([codes.index(code) for code in truth])
    return LeaveOutTrial(training, names, sample, spectra, found)


def real(name: str, seed: int) -> LeaveOutTrial:
    """A draw of a real scene; the pixels of the scoring side are test pixels."""
    dataset = load_dataset(name)
    _, drawn = next(dataset.draws(BUDGET, range(seed, seed + 1)))
    with Scene(dataset.images[0]) as scene:
        values, _ = scene.read(scene.grid.extent)
        sample = damped_logarithm(sample_spectra(scene))
    first, judged = (
        damped_logarithm(values[:, side.rows, side.columns].T) for side in (drawn, dataset.scoring)
    )
    names = dataset.class_names
    training = _samples(first, drawn.target, drawn.group, drawn.rows, drawn.columns, names)
    return LeaveOutTrial(training, names, sample, judged, dataset.scoring.target)


def _samples(
    spectra: np.ndarray,
    target: np.ndarray,
    group: np.ndarray,
    rows: np.ndarray,
    columns: np.ndarray,
    names: tuple[str, ...],
) -> Samples:
    position = np.column_stack([rows, columns])
    return Samples(spectra, np.zeros((len(target), 0)), target, group, position, len(names))


def leave_out(trial: LeaveOutTrial, number: int) -> Flagged | None:
    """Train without a class and flag all test pixels; None where no fold can be made."""
    training = trial.training.take(np.flatnonzero(trial.training.target != number))
    folds = make_folds(training, trial.names, 0).fold
    known = fit_applicability(training, folds, trial.scene)
    if known is None:
        return None
    unlike = known.relative(trial.judged)
    forest = Forest(0)
    forest.fit(training, SILENT)
    none = np.zeros((len(trial.judged), 0))
    uncertainty = 1 - forest.predict_variants(trial.judged, none, [0])[0].max(axis=1)
    mine = trial.truth == number
    at_tenth = [
        float((score[mine] > np.quantile(score[~mine], 1 - KNOWN_FLAGGED)).mean())
        for score in (unlike, uncertainty)
    ]
    flagged = unlike > 1
    return Flagged(float(flagged[mine].mean()), float(flagged[~mine].mean()), *at_tenth)


def trials(name: str, draws: int) -> Iterator[LeaveOutTrial]:
    """The generated scenes, or the draws of a real scene."""
    for seed in range(draws):
        yield generated(seed) if name == "generated" else real(name, seed)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--scenes", nargs="+", default=["generated", "houston", "potsdam", "samson"]
    )
    parser.add_argument("--draws", type=int, default=5, help="seeds of generated scenes, and draws")
    chosen = parser.parse_args()
    heads = (
        "scene",
        "left out",
        "flagged / training",
        "at a tenth",
        "forest's uncertainty at a tenth",
    )
    print("| " + " | ".join(heads) + " |\n|---|---|---:|---:|---:|", flush=True)
    for name in chosen.scenes:
        if name != "generated" and not DATA.exists():
            continue
        print_table(name, list(trials(name, chosen.draws)))


def print_table(name: str, tried: list[LeaveOutTrial]) -> None:
    """Print the means over all trials."""
    for number, left_out in enumerate(tried[0].names):
        found = [leave_out(trial, number) for trial in tried]
        rows = [[100 * value for value in vars(one).values()] for one in found if one is not None]
        flagged, known, at_tenth, doubted = np.mean(rows, axis=0)
        print(
            f"| {name} | {left_out} | {flagged:.0f} / {known:.0f} | {at_tenth:.0f} "
            f"| {doubted:.0f} |",
            flush=True,
        )


if __name__ == "__main__":
    main()
