"""Calibration of probabilities."""

from __future__ import annotations

import numpy as np
import pytest

from backend.metrics.calibration import reliability

pytestmark = pytest.mark.backend


def predictions(confidence: float, accuracy: float, number: int = 4000) -> tuple[np.ndarray, ...]:
    rng = np.random.default_rng(0)
    probabilities = np.tile([confidence, 1 - confidence], (number, 1))
    return probabilities, (rng.random(number) > accuracy).astype(int)


def test_a_calibrated_model_has_no_calibration_error() -> None:
    assert reliability(*predictions(0.83, 0.83)).error < 0.02


def test_the_error_is_the_difference_of_confidence_and_accuracy() -> None:
    found = reliability(*predictions(0.95, 0.7))
    assert found.error == pytest.approx(0.25, abs=0.02)
    assert found.low[9] < 0.7 < found.high[9]
    assert found.count.tolist() == [0] * 9 + [4000]


def test_brier_score() -> None:
    probabilities = np.array([[0.8, 0.2], [0.4, 0.6]])
    found = reliability(probabilities, np.array([0, 0]))
    assert found.brier == pytest.approx((0.04 + 0.04 + 0.36 + 0.36) / 2)
