"""Accuracy metrics equal scikit-learn's, and are defined where scikit-learn warns."""

from __future__ import annotations

import warnings

import numpy as np
import pytest
from sklearn import metrics

from backend.classifiers.validation import Accuracy

pytestmark = pytest.mark.backend


def test_metrics_equal_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 4, 300)
    predicted = np.where(rng.uniform(size=300) < 0.6, truth, rng.integers(0, 4, 300))
    found = Accuracy.of(truth, predicted, 5)  # without pixels of the fifth class
    labels = np.arange(5)
    assert (found.confusion == metrics.confusion_matrix(truth, predicted, labels=labels)).all()
    assert np.isclose(found.overall, metrics.accuracy_score(truth, predicted))
    assert np.isclose(found.average, metrics.balanced_accuracy_score(truth, predicted))
    assert np.isclose(found.kappa, metrics.cohen_kappa_score(truth, predicted))
    recall = metrics.recall_score(truth, predicted, labels=labels[:4], average=None)
    precision = metrics.precision_score(truth, predicted, labels=labels[:4], average=None)
    assert np.allclose(found.recall[:4], recall)
    assert np.allclose(found.precision[:4], precision)
    assert np.isnan([found.recall[4], found.precision[4]]).all()


@pytest.mark.parametrize(
    ("truth", "predicted", "overall", "kappa"),
    [
        ([1, 1], [1, 1], 1.0, 1.0),
        ([1, 1], [0, 0], 0.0, 0.0),
        ([1, 1], [0, 1], 0.5, 0.0),
        ([], [], np.nan, np.nan),
    ],
)
def test_metrics_of_a_single_class_give_no_warning(
    truth: list[int], predicted: list[int], overall: float, kappa: float
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = Accuracy.of(np.array(truth, int), np.array(predicted, int), 3)
    assert np.allclose([found.overall, found.average], overall, equal_nan=True)
    assert np.isclose(found.kappa, kappa, equal_nan=True)
