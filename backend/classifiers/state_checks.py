"""Checks of the arrays of base classifiers from a model file, except networks.

Compiled code uses some of these arrays as indexes without checking them. Invalid ones raise
ValueError.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise

import numpy as np

#: More nodes than any forest has that this software writes.
MAX_NODES = 50_000_000
#: Largest weight or coordinate; up to here, sums of 32-bit numbers stay finite.
MAX_WEIGHT = 1e20


def check_forest(state: Mapping[str, np.ndarray], inputs: int, classes: int) -> None:
    """Check that the links of every tree lead to its own nodes, and that values are valid."""
    present = _check_present_classes(state["classes"], classes)
    sizes, depths = state["sizes"], state["depths"]
    links = [state[name] for name in ("children_left", "children_right", "feature")]
    count = len(links[0]) if links[0].ndim else -1
    valid = (
        all(_are_integers(array) and array.ndim == 1 for array in (sizes, depths, *links))
        and len(sizes) == len(depths) > 0
        and bool((sizes > 0).all() and (sizes <= MAX_NODES).all())
        and int(sizes.sum()) == count <= MAX_NODES
        and bool((depths >= 0).all() and (depths < 2**31).all())
        and all(
            state[name].shape == (count,)
            for name in ("children_right", "feature", "threshold", "missing_go_to_left")
        )
        and state["threshold"].dtype.kind == "f"
        and state["missing_go_to_left"].dtype.kind in "iub"
        and _are_class_shares(state["values"], (count, present))
    )
    if not valid:
        raise ValueError("a tree of the forest is damaged")
    bounds = np.concatenate([[0], np.cumsum(sizes)])
    for first, last in pairwise(bounds):
        left, right, feature = (array[first:last] for array in links)
        _check_links(left, right, feature, inputs)


def check_axes(axes: np.ndarray, bands: int) -> int:
    """The number of axes (bands, axes) on which spectra are projected."""
    if not (axes.ndim == 2 and len(axes) == bands and axes.shape[1] and _are_weights(axes)):
        raise ValueError("the axes of the components do not fit the bands")
    return int(axes.shape[1])


def check_label_spreading(state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
    """Check the nodes, and the shares of the classes at each."""
    present = _check_present_classes(state["classes"], classes)
    count = check_axes(state["axes"], bands)
    nodes, bandwidths = state["nodes"], state["bandwidths"]
    valid = (
        nodes.ndim == 2
        and len(nodes) > 0
        and nodes.shape[1] == count
        and state["centre"].shape == (count,)
        and bandwidths.shape == (len(nodes),)
        and all(_are_weights(array) for array in (nodes, state["centre"], bandwidths))
        and bool((bandwidths > 0).all())
        and _are_class_shares(state["shares"], (len(nodes), present))
    )
    if not valid:
        raise ValueError("the nodes from which labels spread are damaged")


def check_discriminant(state: Mapping[str, np.ndarray], inputs: int, classes: int) -> None:
    """Check weights and intercepts of the classes with training pixels."""
    present = _check_present_classes(state["classes"], classes)
    weights, intercepts = state["weights"], state["intercepts"]
    valid = (
        weights.shape == (inputs, present)
        and intercepts.shape == (present,)
        and all(_are_weights(array) for array in (weights, intercepts))
    )
    if not valid:
        raise ValueError("the discriminant does not fit the bands")


def check_support_vectors(state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
    """Check support vectors, their weights for each pair of classes, and the kernel's parameter."""
    present = _check_present_classes(state["classes"], classes)
    vectors, weights, counts = state["vectors"], state["weights"], state["counts"]
    gamma, intercepts = state["gamma"], state["intercepts"]
    valid = (
        vectors.ndim == 2
        and vectors.shape[1] == bands
        and _are_integers(counts)
        and counts.shape == (present,)
        and bool((counts >= 0).all())
        and int(counts.sum()) == len(vectors)
        and weights.shape == (present - 1, len(vectors))
        and intercepts.shape == (present * (present - 1) // 2,)
        and gamma.shape == (1,)
        and all(_is_finite(array) for array in (vectors, weights, intercepts, gamma))
        and bool(gamma[0] > 0)
    )
    if not valid:
        raise ValueError("support vectors do not fit the bands")


def _check_present_classes(indexes: np.ndarray, classes: int) -> int:
    """The number of classes with training pixels, from their indexes."""
    valid = (
        _are_integers(indexes)
        and indexes.ndim == 1
        and 0 < len(indexes) <= classes
        and bool((indexes >= 0).all() and (indexes < classes).all())
        and len(np.unique(indexes)) == len(indexes)
    )
    if not valid:
        raise ValueError("its classes are damaged")
    return len(indexes)


def _check_links(left: np.ndarray, right: np.ndarray, feature: np.ndarray, inputs: int) -> None:
    # children have higher numbers than their parents, so that no path is endless
    own_number = np.arange(len(left))
    leaf = left == -1
    inner = ~leaf
    valid = (
        bool((right[leaf] == -1).all())
        and bool((left[inner] > own_number[inner]).all())
        and bool((right[inner] > own_number[inner]).all())
        and bool((left[inner] < len(left)).all() and (right[inner] < len(left)).all())
        and bool((feature[inner] >= 0).all() and (feature[inner] < inputs).all())
    )
    if not valid:
        raise ValueError("a tree of the forest is damaged")


def _are_integers(array: np.ndarray) -> bool:
    return array.dtype.kind in "iu"


def _is_finite(array: np.ndarray) -> bool:
    return array.dtype.kind == "f" and bool(np.isfinite(array).all())


def _are_weights(array: np.ndarray) -> bool:
    return _is_finite(array) and bool((np.abs(array) <= MAX_WEIGHT).all())


def _are_class_shares(values: np.ndarray, shape: tuple[int, int]) -> bool:
    """Whether each row holds non-negative shares of the classes, not all of them zero."""
    return (
        values.shape == shape
        and _is_finite(values)
        and bool((values >= 0).all() and (values.sum(axis=1) > 0).all())
    )
