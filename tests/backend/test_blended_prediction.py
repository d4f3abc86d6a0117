"""Trees that cannot change the class of a pixel are not asked, and the classes are those of all."""

from __future__ import annotations

import numpy as np
import pytest
from classifiers_support import CLASSES, SILENT, Stateless, fitted, make_samples

from backend.classifiers.base import DivisibleClassifier, PartialPrediction
from backend.classifiers.blended_prediction import (
    predict_blended,
    predict_chosen,
    predict_scores,
)
from backend.classifiers.blending import Blend
from backend.classifiers.classic import Forest

pytestmark = pytest.mark.backend

PIXELS = 4000
SPECTRA, FEATURES = np.zeros((PIXELS, 2), np.float32), np.zeros((PIXELS, 1), np.float32)


class Given(Stateless):
    """Predicts given probabilities."""

    def __init__(self, probabilities: np.ndarray):
        self._probabilities = probabilities

    def predict_variants(self, spectra: np.ndarray, *_: object) -> np.ndarray:
        return self._probabilities[None, : len(spectra)]


class Recorded(Given):
    """Predicts given probabilities, and keeps the pixels that it is asked for.

    A pixel's number is the first value of its spectrum.
    """

    def __init__(self, probabilities: np.ndarray, prediction_time: float):
        super().__init__(probabilities)
        self.prediction_time = prediction_time
        self.asked: list[np.ndarray] = []

    def predict_variants(self, spectra: np.ndarray, *_: object) -> np.ndarray:
        pixels = spectra[:, 0].astype(int)
        self.asked.append(pixels)
        return self._probabilities[None, pixels]


class InParts(Given, DivisibleClassifier):
    """Predicts the mean of parts, each of which gives probabilities of its own."""

    def __init__(self, parts: np.ndarray, first: int):
        super().__init__(parts.mean(axis=0).astype(np.float32))
        self._parts, self._first = parts, first
        self.completed: list[np.ndarray] = []

    @property
    def first_share(self) -> float:
        return self._first / len(self._parts)

    def predict_in_part(self, spectra: np.ndarray, features: np.ndarray) -> PartialPrediction:
        def complete(pixels: np.ndarray) -> np.ndarray:
            self.completed.append(pixels)
            return self._probabilities[pixels]

        first = self._parts[: self._first].mean(axis=0).astype(np.float32)
        return PartialPrediction(first[: len(spectra)], complete)


def random_probabilities(rng: np.random.Generator, *shape: int) -> np.ndarray:
    values = rng.gamma(0.3, size=shape) + 1e-9
    return (values / values.sum(axis=-1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("others_are", ["independent", "opposed"])
def test_the_classes_are_those_of_all_parts(seed: int, others_are: str) -> None:
    rng = np.random.default_rng(seed)
    classes = int(rng.integers(2, 9))
    parts = random_probabilities(rng, 8, PIXELS, classes)
    base = Given(random_probabilities(rng, PIXELS, classes))
    if others_are == "opposed":  # all parts that are asked later give the second class everything
        known = base.predict_variants(SPECTRA)[0] + parts[:2].mean(axis=0)
        second = np.argsort(known, axis=1)[:, -2]
        parts[2:] = np.eye(classes, dtype=np.float32)[second]
    forests = InParts(parts, 2), InParts(parts[::-1] if others_are == "independent" else parts, 2)
    bases = {"base": base, "first": forests[0], "second": forests[1]}
    weights = np.array([1.0, 0.15, 0.1])
    blend = Blend(weights / weights.sum(), float(rng.uniform(0.5, 2.0)))
    found = predict_blended(bases, blend, SPECTRA, FEATURES)
    complete = blend.combine(predict_chosen(bases, SPECTRA, FEATURES, blend.used))
    assert np.array_equal(found.argmax(axis=1), complete.argmax(axis=1))
    (undecided,) = forests[0].completed
    assert 0 < len(undecided) < PIXELS
    assert np.array_equal(found[undecided], complete[undecided])


NUMBERED = np.arange(PIXELS, dtype=np.float32)[:, None]


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("others_are", ["independent", "opposed", "equal"])
def test_scores_are_highest_for_the_class_of_all_base_classifiers(
    seed: int, others_are: str
) -> None:
    rng = np.random.default_rng(seed)
    classes = int(rng.integers(2, 9))
    given = random_probabilities(rng, 4, PIXELS, classes)
    weights = np.array([0.4, 0.3, 0.2, 0.1])
    if others_are == "opposed":  # those that are asked later give the second class everything
        second = np.argsort(np.tensordot(weights[:2], given[:2], axes=1), axis=1)[:, -2]
        given[2:] = np.eye(classes, dtype=np.float32)[second]
    elif others_are == "equal":  # two classes are equally probable
        given[1:] = given[:1, :, ::-1]
        weights = np.array([0.5, 0.2, 0.2, 0.1])
    bases = {
        str(number): Recorded(own, prediction_time=number + 1.0) for number, own in enumerate(given)
    }
    blend = Blend(weights, float(rng.uniform(0.5, 2.0)))
    found = predict_scores(bases, blend, NUMBERED, FEATURES)
    complete = blend.combine(given)
    assert np.array_equal(found.argmax(axis=1), complete.argmax(axis=1))
    asked = [base.asked[0] for base in bases.values()]
    assert len(asked[0]) == len(asked[1]) == PIXELS  # with less known, no class is certain
    assert PIXELS > len(asked[2]) >= len(asked[3]) > 0
    assert np.array_equal(found[asked[3]], complete[asked[3]])


def test_base_classifiers_with_much_weight_for_their_time_are_asked_first() -> None:
    certain = np.eye(CLASSES, dtype=np.float32)[np.zeros(PIXELS, int)]
    bases = {
        "slow": Recorded(certain, 10.0),
        "quick": Recorded(certain, 0.1),
        "heavy": Recorded(certain, 1.0),
        "unused": Recorded(certain, 0.01),
    }
    blend = Blend(np.array([0.4, 0.1, 0.5, 0.0]))
    found = predict_scores(bases, blend, NUMBERED, FEATURES)
    assert (found.argmax(axis=1) == 0).all()
    assert {name for name, base in bases.items() if base.asked} == {"quick", "heavy"}


@pytest.mark.parametrize("pixels", [0, 1])
@pytest.mark.parametrize("classes", [1, 2])
def test_scores_of_few_pixels_and_a_single_class(pixels: int, classes: int) -> None:
    given = random_probabilities(np.random.default_rng(0), 2, PIXELS, classes)
    bases = {"first": Recorded(given[0], 1.0), "second": Recorded(given[1], 1.0)}
    blend = Blend(np.array([0.8, 0.2]))
    found = predict_scores(bases, blend, NUMBERED[:pixels], FEATURES[:pixels])
    assert found.shape == (pixels, classes)
    expected = predict_blended(bases, blend, NUMBERED[:pixels], FEATURES[:pixels])
    assert np.array_equal(found.argmax(axis=1), expected.argmax(axis=1))


@pytest.mark.parametrize("name", ["geodiffnet-f", "rf", "lda", "svm", "auto"])
def test_scores_of_methods_give_the_classes_of_their_probabilities(name: str) -> None:
    method, fresh = fitted(name), make_samples(900, seed=1)
    scores = method.predict_scores(fresh.spectra, fresh.features)
    probabilities = method.predict_proba(fresh.spectra, fresh.features)
    assert np.array_equal(scores.argmax(axis=1), probabilities.argmax(axis=1))
    # and among others
    some = np.arange(5, 900, 7)
    few = method.predict_scores(fresh.spectra[some], fresh.features[some])
    assert np.array_equal(few.argmax(axis=1), scores[some].argmax(axis=1))


def test_without_weight_for_others_all_parts_are_asked_at_once() -> None:
    parts = random_probabilities(np.random.default_rng(0), 8, PIXELS, CLASSES)
    forest = InParts(parts, 2)
    found = predict_blended({"forest": forest}, Blend(np.ones(1)), SPECTRA, FEATURES)
    assert np.allclose(found, parts.mean(axis=0), atol=1e-6)
    assert not forest.completed


@pytest.mark.parametrize("pixels", [0, 1])
@pytest.mark.parametrize("classes", [1, 2])
def test_few_pixels_and_a_single_class(pixels: int, classes: int) -> None:
    rng = np.random.default_rng(0)
    bases = {
        "base": Given(random_probabilities(rng, PIXELS, classes)),
        "forest": InParts(random_probabilities(rng, 8, PIXELS, classes), 2),
    }
    found = predict_blended(bases, Blend(np.array([0.8, 0.2])), SPECTRA[:pixels], FEATURES[:pixels])
    assert found.shape == (pixels, classes)


def test_the_default_method_asks_few_trees_and_gives_the_classes_of_all() -> None:
    method, fresh = fitted("geodiffnet-f"), make_samples(600, seed=1)
    asked: list[int] = []

    class CountedTree:
        def __init__(self, tree: object):
            self._tree = tree

        def __getattr__(self, name: str) -> object:
            return getattr(self._tree, name)

        def predict(self, values: np.ndarray) -> np.ndarray:
            asked.append(len(values))
            return self._tree.predict(values)  # type: ignore[attr-defined, no-any-return]

    forests = [base for base in method.bases.values() if isinstance(base, Forest)]
    trees = 0
    for forest in forests:
        forest._trees = [CountedTree(tree) for tree in forest._trees]  # type: ignore[misc]
        trees += len(forest._trees)
    found = method.predict_proba(fresh.spectra, fresh.features)
    assert sum(asked) < 0.6 * trees * len(fresh)
    complete = method.blend.combine(
        method.predict_all(fresh.spectra, fresh.features)[method.blend.used]
    )
    assert np.array_equal(found.argmax(axis=1), complete.argmax(axis=1))
    assert np.abs(found - complete).max() < 0.1


def test_the_parts_of_a_forest_together_predict_like_all_trees_at_once() -> None:
    samples, fresh = make_samples(), make_samples(seed=1)
    forest = Forest(0, tree_fraction=0.1, on_components=True)
    forest.fit(samples, SILENT)
    partial = forest.predict_in_part(fresh.spectra, fresh.features)
    complete = forest.predict_variants(fresh.spectra, fresh.features, [0])[0]
    for pixels in (np.arange(len(fresh)), np.array([5, 17]), np.array([], int)):
        assert np.array_equal(partial.complete(pixels), complete[pixels])
    assert not np.array_equal(partial.probabilities, complete)
    assert forest.first_share == pytest.approx(6 / 20)
