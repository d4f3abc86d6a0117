"""Whether a model file's forests, support vectors and discriminants make sense; ValueError if not.

Such arrays are used as indexes, by code that does not look where they lead.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

#: No forest that was ever written is larger.
MAX_NODES = 50_000_000
#: Nor are weights of a discriminant larger; with these, sums of 32-bit numbers stay finite.
MAX_WEIGHT = 1e20


def check_forest(state: Mapping[str, np.ndarray], inputs: int, classes: int) -> None:
    """Trees whose links lead outside themselves would read memory that is not their own."""
    known = _check_present_classes(state["known"], classes)
    sizes, depths = state["sizes"], state["depths"]
    links = [state[name] for name in ("left_child", "right_child", "feature")]
    count = len(links[0]) if links[0].ndim else -1
    valid = (
        all(_are_whole_numbers(array) and array.ndim == 1 for array in (sizes, depths, *links))
        and len(sizes) == len(depths) > 0
        and bool((sizes > 0).all() and (sizes <= MAX_NODES).all())
        and int(sizes.sum()) == count <= MAX_NODES
        and bool((depths >= 0).all() and (depths < 2**31).all())
        and all(
            state[name].shape == (count,)
            for name in ("right_child", "feature", "threshold", "missing_go_to_left")
        )
        and state["threshold"].dtype.kind == "f"
        and state["missing_go_to_left"].dtype.kind in "iub"
        and _shares(state["values"], (count, known))
    )
    if not valid:
        raise ValueError("a tree of the forest is damaged")
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    for first, last in pairwise(bounds):
        left, right, feature = (array[first:last] for array in links)
        _check_links(left, right, feature, inputs)


def check_discriminant(state: Mapping[str, np.ndarray], inputs: int, classes: int) -> None:
    """Weights and an intercept of each class that had pixels."""
    known = _check_present_classes(state["known"], classes)
    weights, intercepts = state["weights"], state["intercepts"]
    valid = (
        weights.shape == (inputs, known)
        and intercepts.shape == (known,)
        and all(_finite(array) for array in (weights, intercepts))
        and all((np.abs(array) <= MAX_WEIGHT).all() for array in (weights, intercepts))
    )
    if not valid:
        raise ValueError("the discriminant does not fit the bands")


def check_support_vectors(state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
    """Vectors, their weights for each pair of classes, and what the kernel needs."""
    known = _check_present_classes(state["known"], classes)
    vectors, weights, counts = state["vectors"], state["weights"], state["counts"]
    gamma, intercepts = state["gamma"], state["intercepts"]
    valid = (
        vectors.ndim == 2
        and vectors.shape[1] == bands
        and _are_whole_numbers(counts)
        and counts.shape == (known,)
        and bool((counts >= 0).all())
        and int(counts.sum()) == len(vectors)
        and weights.shape == (known - 1, len(vectors))
        and intercepts.shape == (known * (known - 1) // 2,)
        and gamma.shape == (1,)
        and all(_finite(array) for array in (vectors, weights, intercepts, gamma))
        and bool(gamma[0] > 0)
    )
    if not valid:
        raise ValueError("support vectors do not fit the bands")


def _check_present_classes(known: np.ndarray, classes: int) -> int:
    """How many of the classes were learnt."""
    valid = (
        _are_whole_numbers(known)
        and known.ndim == 1
        and 0 < len(known) <= classes
        and bool((known >= 0).all() and (known < classes).all())
        and len(np.unique(known)) == len(known)
    )
    if not valid:
        raise ValueError("its classes are damaged")
    return len(known)


def _check_links(left: np.ndarray, right: np.ndarray, feature: np.ndarray, inputs: int) -> None:
    here = np.arange(len(left))
    leaf = left == -1
    inner = ~leaf
    valid = (
        bool((right[leaf] == -1).all())
        and bool((left[inner] > here[inner]).all() and (right[inner] > here[inner]).all())
        and bool((left[inner] < len(left)).all() and (right[inner] < len(left)).all())
        and bool((feature[inner] >= 0).all() and (feature[inner] < inputs).all())
    )
    if not valid:
        raise ValueError("a tree of the forest is damaged")


def _are_whole_numbers(array: np.ndarray) -> bool:
    return array.dtype.kind in "iu"


def _finite(array: np.ndarray) -> bool:
    return array.dtype.kind == "f" and bool(np.isfinite(array).all())


def _shares(values: np.ndarray, shape: tuple[int, int]) -> bool:
    """Whether each row says how much there is of each class."""
    return (
        values.shape == shape
        and _finite(values)
        and bool((values >= 0).all() and (values.sum(axis=1) > 0).all())
    )
