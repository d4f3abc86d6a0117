"""`auto` takes what the labels justify: the usual method, unless another is clearly better."""

from __future__ import annotations

import numpy as np
import torch

from backend.learning.auto import Auto
from backend.learning.ensemble import EnsembleSettings
from backend.learning.making import make_method

PIXELS, CLASSES = 240, 3


def every() -> Auto:
    method = make_method("auto", 0, torch.device("cpu"), EnsembleSettings(kinds=(4, 3)))
    assert isinstance(method, Auto)
    return method


def opinions_of(auto: Auto, truth: np.ndarray, sure: dict[str, float]) -> np.ndarray:
    """Every expert of a method gives the truth that probability on average, with some noise."""
    rng = np.random.default_rng(0)
    parts = []
    for name, method in auto.methods.items():
        right = np.clip(sure[name] + rng.normal(0, 0.05, (method.experts, len(truth))), 0.05, 0.98)
        found = np.repeat(((1 - right) / (CLASSES - 1))[..., None], CLASSES, axis=2)
        found[:, np.arange(len(truth)), truth] = right
        parts.append(found)
    return np.concatenate(parts).astype(np.float32)


def chosen(sure: dict[str, float], group: np.ndarray) -> tuple[str, ...]:
    auto = every()
    truth = np.arange(PIXELS) % CLASSES
    tuning = auto.learn_tuning(opinions_of(auto, truth, sure), truth, group)
    assert auto.chosen is not None
    assert np.isclose(tuning.weights.sum(), 1)
    return auto.chosen.names


MIDDLING = {"rf": 0.5, "svm": 0.5, "geospecnet": 0.5, "geodiffnet": 0.5, "geodiffnet-f": 0.6}


def test_a_method_that_is_clearly_better_is_taken() -> None:
    assert chosen(MIDDLING | {"rf": 0.9}, np.arange(PIXELS)) == ("rf",)


def test_a_method_that_is_better_in_one_shape_only_is_not() -> None:
    assert chosen(MIDDLING | {"rf": 0.9}, np.zeros(PIXELS, int)) == ("geodiffnet-f",)


def test_the_usual_method_is_taken_where_it_is_best() -> None:
    assert chosen(MIDDLING | {"geodiffnet-f": 0.9}, np.arange(PIXELS)) == ("geodiffnet-f",)


def test_it_tells_every_methods_score_and_what_was_taken() -> None:
    auto = every()
    truth = np.arange(PIXELS) % CLASSES
    auto.learn_tuning(opinions_of(auto, truth, MIDDLING), truth, np.arange(PIXELS))
    told = auto.account()
    assert [line.split(":")[0] for line in told[:5]] == list(auto.methods)
    assert told[-1].startswith("Chosen: ")
