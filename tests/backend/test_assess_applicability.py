"""Where a model applies: the dissimilarity index and its threshold."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from sklearn.decomposition import PCA

from backend.assessment.applicability import fit_applicability, threshold
from backend.assessment.class_map import ClassRaster
from backend.labels.vector import read_examples
from backend.scene.raster import Scene
from backend.scene.sample import write_sample
from backend.scene.statistics import log_reflectance

pytestmark = pytest.mark.backend


def clusters(
    centres: list[list[float]], number: int, seed: int = 0, width: int = 6
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """Pixels of classes around centres, in patches that differ a little: features, class, fold."""
    rng = np.random.default_rng(seed)
    features, classes, folds = [], [], []
    for index, centre in enumerate(centres):
        middle = np.zeros(width)
        middle[: len(centre)] = centre
        for fold in range(5):
            patch = middle + rng.normal(0, 0.4, width)
            features.append(patch + rng.normal(0, 0.5, (number // 5, width)))
            classes += [index] * (number // 5)
            folds += [fold] * (number // 5)
    return np.concatenate(features), np.array(classes), np.array(folds)


CENTRES = [[0.0, 0.0], [9.0, 0.0], [0.0, 9.0], [9.0, 10.0]]


def test_a_training_pixel_has_index_nought() -> None:
    features, _, folds = clusters(CENTRES, 100)
    found = fit_applicability(features, folds)
    assert found.index(features[:50]) == pytest.approx(0, abs=1e-6)


def test_the_index_is_the_distance_over_the_mean_distance() -> None:
    features = np.array([[0.0], [1.0], [2.0], [3.0]])
    found = fit_applicability(features, np.array([0, 1, 0, 1]))
    # mean of the six distances 1 1 1 2 2 3 is 10 / 6
    assert found.index(np.array([[5.0], [2.5]])) == pytest.approx([2 * 0.6, 0.5 * 0.6])
    # every pixel's nearest neighbour of the other fold is 1 away
    assert found.threshold == pytest.approx(0.6)


@pytest.mark.parametrize("left_out", range(4))
def test_a_class_left_out_of_training_is_flagged_and_known_ones_are_not(left_out: int) -> None:
    features, classes, folds = clusters(CENTRES, 200)
    known = classes != left_out
    found = fit_applicability(features[known], folds[known])
    later, truth, _ = clusters(CENTRES, 1000, seed=0)
    flagged = ~found.inside(later)
    assert flagged[truth == left_out].mean() >= 0.8
    assert flagged[truth != left_out].mean() <= 0.1


def test_the_threshold_comes_from_other_folds_not_from_neighbours() -> None:
    rng = np.random.default_rng(1)
    patches = rng.normal(0, 3, (10, 4))
    features = np.repeat(patches, 30, axis=0) + rng.normal(0, 0.05, (300, 4))
    grouped = fit_applicability(features, np.repeat(np.arange(10) % 5, 30))
    scattered = fit_applicability(features, np.arange(300) % 5)
    assert grouped.threshold > 10 * scattered.threshold


def test_units_do_not_matter_and_constant_features_are_ignored() -> None:
    features, _, folds = clusters(CENTRES, 100)
    other = np.column_stack([features * 1000 + 7, np.full(len(features), 3.0)])
    pixels = features[::7] + 1.5
    beside = np.column_stack([pixels * 1000 + 7, np.full(len(pixels), 99.0)])
    one, two = fit_applicability(features, folds), fit_applicability(other, folds)
    assert one.index(pixels) == pytest.approx(two.index(beside))
    assert one.threshold == pytest.approx(two.threshold)


def test_what_the_model_ignores_makes_nothing_dissimilar() -> None:
    features, _, folds = clusters(CENTRES, 100)
    found = fit_applicability(features, folds, importance=np.array([1, 1, 1, 1, 1, 0.0]))
    moved = features + np.array([0, 0, 0, 0, 0, 50.0])
    assert found.index(moved) == pytest.approx(0, abs=1e-6)
    assert (fit_applicability(features, folds).index(moved) > 1).all()


def test_outliers_do_not_lift_the_threshold() -> None:
    values = np.r_[np.linspace(0.1, 0.5, 99), 40.0]
    assert threshold(values) == pytest.approx(0.5)
    assert threshold(np.array([np.nan, 0.3, 0.2])) == pytest.approx(0.3)


def test_without_folds_to_learn_from_everything_applies() -> None:
    features = np.random.default_rng(0).normal(size=(20, 3))
    found = fit_applicability(features, np.full(20, -1))
    assert np.isinf(found.threshold)
    assert found.inside(features * 100).all()


def test_many_training_pixels_are_thinned_without_moving_the_threshold_much() -> None:
    few, _, folds_few = clusters(CENTRES, 1_000)
    many, _, folds_many = clusters(CENTRES, 4_000)
    found = fit_applicability(many, folds_many)
    assert len(found.training) == 5_000
    assert found.threshold == pytest.approx(fit_applicability(few, folds_few).threshold, rel=0.35)


def test_wide_features_give_the_same_as_narrow_ones_padded() -> None:
    features, _, folds = clusters(CENTRES, 100, width=6)
    padded = np.column_stack([features, np.zeros((len(features), 30))])
    pixels = features[:40] + 0.7
    wide = fit_applicability(padded, folds).index(np.column_stack([pixels, np.zeros((40, 30))]))
    assert wide == pytest.approx(fit_applicability(features, folds).index(pixels), abs=1e-5)


def test_on_the_sample_scene_a_class_left_out_is_flagged_and_known_ones_are_not(
    tmp_path: Path,
) -> None:
    files = write_sample(tmp_path, 0, 160, lambda fraction: None)
    with Scene(str(files.scene)) as scene:
        values, _ = scene.read(scene.grid.extent)
        examples = read_examples(files.labels, "class", scene.grid)
    with ClassRaster(str(files.truth)) as raster:
        truth = raster.read(scene.grid.extent).ravel()
        code = next(code for code, name in raster.names.items() if name == "water")
    spectra = log_reflectance(values).reshape(len(values), -1).T
    spectra = (spectra - spectra.mean(axis=0)) / spectra.std(axis=0)
    looks = PCA(6, random_state=0).fit_transform(spectra)
    left_out = [entry.name for entry in examples.classes].index("water")
    known = examples.keep(examples.target != left_out)
    training = looks[known.rows * scene.grid.width + known.columns]
    # a component counts by how much it varies: that is its importance
    found = fit_applicability(training, known.group % 5, importance=training.std(axis=0))
    flagged = ~found.inside(looks)
    assert flagged[truth == code].mean() >= 0.8
    assert flagged[(truth > 0) & (truth != code)].mean() <= 0.1
