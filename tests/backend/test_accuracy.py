"""Accuracy metrics equal those of scikit-learn, and are defined where those warn."""

from __future__ import annotations

import json
import warnings

import numpy as np
import pytest
from sklearn import metrics

from backend.metrics.accuracy import AccuracyMetrics

pytestmark = pytest.mark.backend


def test_metrics_are_those_of_scikit_learn() -> None:
    rng = np.random.default_rng(0)
    truth = rng.integers(0, 4, 300)
    predicted = np.where(rng.uniform(size=300) < 0.6, truth, rng.integers(0, 4, 300))
    found = AccuracyMetrics.of(truth, predicted, 5)  # the fifth class does not occur
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
    f1 = metrics.f1_score(truth, predicted, labels=labels[:4], average=None)
    iou = metrics.jaccard_score(truth, predicted, labels=labels[:4], average=None)
    assert np.allclose(found.f1[:4], f1)
    assert np.allclose(found.iou[:4], iou)
    assert np.isclose(found.mean_f1, f1.mean())
    assert np.isclose(found.mean_iou, iou.mean())


def test_metrics_of_many_matrices_are_those_of_each() -> None:
    matrices = np.random.default_rng(1).integers(0, 9, (6, 2, 3, 3))
    together = AccuracyMetrics.from_confusion(matrices)
    for name in ("overall", "average", "kappa", "recall", "precision", "f1", "iou"):
        values = getattr(together, name)
        assert values.shape[:2] == (6, 2)
        for index in np.ndindex(6, 2):
            single = getattr(AccuracyMetrics.from_confusion(matrices[index]), name)
            assert np.allclose(values[index], single, equal_nan=True), name


def test_the_metrics_of_one_matrix_are_numbers_that_json_can_hold() -> None:
    found = AccuracyMetrics.of(np.array([0, 1, 1]), np.array([0, 1, 0]), 2)
    values = [found.overall, found.average, found.kappa, found.mean_f1, found.mean_iou]
    assert json.loads(json.dumps(values)) == pytest.approx([2 / 3, 3 / 4, 0.4, 2 / 3, 0.5])


@pytest.mark.parametrize(
    ("truth", "predicted", "overall", "kappa"),
    [
        ([1, 1], [1, 1], 1.0, 1.0),
        ([1, 1], [0, 0], 0.0, 0.0),
        ([1, 1], [0, 1], 0.5, 0.0),
        ([], [], np.nan, np.nan),
    ],
)
def test_metrics_of_a_single_class_need_no_warning(
    truth: list[int], predicted: list[int], overall: float, kappa: float
) -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = AccuracyMetrics.of(np.array(truth, int), np.array(predicted, int), 3)
    assert np.allclose([found.overall, found.average], overall, equal_nan=True)
    assert np.isclose(found.kappa, kappa, equal_nan=True)
