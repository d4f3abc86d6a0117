"""Random forest and support vector machine, fitted by scikit-learn.

The fitted classifiers are kept as plain arrays, which a model file can hold without being code and
which do not depend on scikit-learn's own file formats. scikit-learn is imported where it is used:
that takes a second, and support vectors from a model file do without it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol, cast

import numpy as np
import numpy.typing as npt
from scipy.spatial.distance import cdist

from ..compute.device import thread_count
from ..compute.parallel import run_parallel, with_threads
from ..core.reporter import Reporter
from .base import (
    BaseClassifier,
    DivisibleClassifier,
    PartialPrediction,
    Variant,
    project,
    softmax,
)
from .quantile_rounding import round_to_quantiles
from .state_checks import check_axes, check_forest, check_support_vectors
from .training_data import Samples

TREES = 200
#: Trees that are grown before a cancellation is noticed.
TREES_AT_ONCE = 20
#: Levels of a column to which trees are fitted: at least so many, and so many of each class.
LEVELS, LEVELS_PER_CLASS = 64, 8
SUPPORT_VECTOR_COST = 100.0
#: Pixels of which the kernel is computed at once.
KERNEL_BATCH = 1024
#: scikit-learn warns of many classes with few pixels each, as if the task were a regression.
MANY_CLASSES_WARNING = "The number of unique classes is greater than 50%"
# set once and for all: temporary filters are not safe with threads
warnings.filterwarnings("ignore", MANY_CLASSES_WARNING, UserWarning)
#: Arrays of a fitted tree (its public attributes), with the types in which they are kept.
_NODE_ARRAYS = {
    "children_left": np.int32,
    "children_right": np.int32,
    "feature": np.int32,
    "threshold": np.float64,
    "missing_go_to_left": np.int32,
}
#: Names of the same arrays in the state that `Tree.__getstate__` and `__setstate__` exchange.
_STATE_NAMES = {"children_left": "left_child", "children_right": "right_child"}
#: How many parts of a forest are computed in parallel, and how many of them are asked first.
_PARTS, _FIRST_PARTS = 8, 2


class Tree(Protocol):
    """The attributes of scikit-learn's `tree_` that are used here; all are public."""

    children_left: npt.NDArray[np.int64]
    children_right: npt.NDArray[np.int64]
    feature: npt.NDArray[np.int64]
    threshold: npt.NDArray[np.float64]
    missing_go_to_left: npt.NDArray[np.uint8]
    value: npt.NDArray[np.float64]
    node_count: int
    max_depth: int

    def predict(self, values: np.ndarray) -> npt.NDArray[np.float64]:
        """Shares of the classes in the leaf of each row."""

    def apply(self, values: np.ndarray) -> npt.NDArray[np.intp]:
        """The number of the leaf of each row."""


class Forest(DivisibleClassifier):
    """A random forest on spectra, or on those of their components that exceed the noise."""

    prediction_time = 3.0

    def __init__(
        self,
        seed: int,
        name: str = "random forest",
        tree_fraction: float = 1.0,
        fold_fraction: float = 1.0,
        on_components: bool = False,
    ):
        self.variants = (Variant(name, False),)
        self._on_components = on_components
        self._axes: np.ndarray | None = None  # of the components
        self._seed, self._tree_count = seed, max(1, round(TREES * tree_fraction))
        self._fractions = tree_fraction, fold_fraction
        self._trees: list[Tree] = []
        self._present_classes = np.empty(0, np.int64)
        self._class_count = 0

    def for_folds(self) -> Forest:
        """A forest with a fraction of the trees: weights and temperature hardly depend on them."""
        (variant,), (trees, fold) = self.variants, self._fractions
        return Forest(self._seed, variant.name, trees * fold, on_components=self._on_components)

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Fit the trees."""
        from sklearn.ensemble import RandomForestClassifier

        if self._on_components and samples.noise is not None:
            axes = samples.noise.leading_axes(samples.class_count - 1)
            self._axes = axes.astype(np.float32)
        inputs = self._inputs(samples.spectra)
        # what scikit-learn calls class_weight="balanced", of which it warns with `warm_start`
        counts = np.bincount(samples.target)
        weights = len(inputs) / (np.count_nonzero(counts) * counts[samples.target])
        # balanced weights give the values of a rare class as many levels as those of others
        levels = max(LEVELS, LEVELS_PER_CLASS * int(np.count_nonzero(counts)))
        inputs = round_to_quantiles(inputs, weights, levels)
        # the trees do not depend on how many are grown at once
        forest = RandomForestClassifier(0, warm_start=True, random_state=self._seed)

        def grow(threads: int) -> None:
            forest.set_params(n_jobs=threads).fit(inputs, samples.target, weights)

        for first in reporter.follow(range(0, self._tree_count, TREES_AT_ONCE)):
            reporter.check()
            forest.set_params(n_estimators=min(first + TREES_AT_ONCE, self._tree_count))
            with_threads(grow, thread_count())
        self._trees = [estimator.tree_ for estimator in forest.estimators_]
        self._present_classes = forest.classes_.astype(np.int64)
        self._class_count = samples.class_count

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Class probabilities, averaged over all trees."""
        sums = self._add_up(self._inputs(spectra), range(_PARTS))
        return self._averaged(sums)[None]

    @property
    def first_share(self) -> float:
        """The share of the trees in the first parts."""
        return sum(len(self._part(number)) for number in range(_FIRST_PARTS)) / len(self._trees)

    def predict_in_part(self, spectra: np.ndarray, features: np.ndarray) -> PartialPrediction:
        """Class probabilities, averaged over the first trees, and over all where it is asked."""
        inputs = self._inputs(spectra)
        sums = self._add_up(inputs, range(_FIRST_PARTS))

        def complete(pixels: np.ndarray) -> np.ndarray:
            others = range(_FIRST_PARTS, _PARTS)
            return self._averaged(self._add_up(inputs[pixels], others, sums[pixels]))

        return PartialPrediction(self._averaged(sums), complete)

    def _inputs(self, spectra: np.ndarray) -> np.ndarray:
        if self._axes is not None:
            return project(spectra, self._axes)
        return np.ascontiguousarray(spectra, np.float32)

    def _part(self, number: int) -> Sequence[Tree]:
        return self._trees[number::_PARTS]

    def _add_up(
        self, values: np.ndarray, parts: Iterable[int], start: np.ndarray | None = None
    ) -> npt.NDArray[np.float64]:
        """Shares of the present classes, added up over the trees of some parts, and to `start`.

        The number of parts is fixed, so that sums do not depend on the number of threads.
        """
        # similar pixels one after another: the CPU then predicts which way each will take
        order = np.argsort(self._trees[0].apply(values).astype(np.int32), kind="stable")
        values = values[order]

        def add_up_part(trees: Sequence[Tree]) -> npt.NDArray[np.float64]:
            total = trees[0].predict(values)
            for tree in trees[1:]:
                total += tree.predict(values)
            return total

        filled = [trees for trees in map(self._part, parts) if trees]
        total = np.zeros((len(values), len(self._present_classes)))
        if start is not None:
            total += start[order]
        for sums in run_parallel(add_up_part, filled, thread_count()):
            total += sums.reshape(total.shape)
        result = np.empty_like(total)
        result[order] = total
        return result

    def _averaged(self, sums: npt.NDArray[np.float64]) -> np.ndarray:
        """Class probabilities (pixels, classes) from the sums of the present classes."""
        result = np.zeros((len(sums), self._class_count), np.float32)
        result[:, self._present_classes] = sums / sums.sum(axis=1, keepdims=True)
        return result

    def state(self) -> dict[str, np.ndarray]:
        """The nodes of all trees, one tree after the other."""
        arrays: dict[str, np.ndarray] = {
            name: np.concatenate([getattr(tree, name) for tree in self._trees]).astype(dtype)
            for name, dtype in _NODE_ARRAYS.items()
        }
        arrays["values"] = np.concatenate([tree.value[:, 0, :] for tree in self._trees])
        arrays["sizes"] = np.array([tree.node_count for tree in self._trees], np.int64)
        arrays["depths"] = np.array([tree.max_depth for tree in self._trees], np.int64)
        arrays["classes"] = self._present_classes
        if self._axes is not None:
            arrays["axes"] = self._axes
        return arrays

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore the trees from the arrays of `state`."""
        self._axes = state.get("axes") if self._on_components else None
        inputs = bands if self._axes is None else check_axes(self._axes, bands)
        check_forest(state, inputs, classes)
        self._present_classes, self._class_count = state["classes"].astype(np.int64), classes
        bounds = np.concatenate([[0], np.cumsum(state["sizes"])])
        self._trees = [
            _restore_tree(
                {name: state[name][first:last] for name in (*_NODE_ARRAYS, "values")},
                int(depth),
                inputs,
                len(self._present_classes),
            )
            for first, last, depth in zip(bounds[:-1], bounds[1:], state["depths"], strict=True)
        ]


def _restore_tree(arrays: Mapping[str, np.ndarray], depth: int, inputs: int, classes: int) -> Tree:
    """A tree of scikit-learn from its arrays.

    scikit-learn has no public function for this, and predicting by a traversal in numpy takes five
    times as long. The state that is set here is the one that pickle and `copy` use; its layout is
    read from a fitted tree, so that no private module is imported.
    """
    template = _template_tree()
    nodes = np.zeros(len(arrays["feature"]), template.__getstate__()["nodes"].dtype)
    for name in _NODE_ARRAYS:
        nodes[_STATE_NAMES.get(name, name)] = arrays[name]
    tree = type(template)(inputs, np.array([classes], np.intp), 1)
    values = np.ascontiguousarray(arrays["values"][:, None, :], np.float64)
    tree.__setstate__(
        {"max_depth": depth, "node_count": len(nodes), "nodes": nodes, "values": values}
    )
    return cast(Tree, tree)


@cache
def _template_tree() -> Any:
    from sklearn.tree import DecisionTreeClassifier

    return DecisionTreeClassifier(random_state=0).fit([[0.0], [1.0]], [0, 1]).tree_


class SupportVectors(BaseClassifier):
    """A support vector machine with a Gaussian kernel on spectra."""

    prediction_time = 10.0

    def __init__(self, seed: int, name: str = "support vector machine"):
        self.variants = (Variant(name, False),)
        self._seed = seed
        self._class_count = 0
        self._state: dict[str, np.ndarray] = {}

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Fit the support vectors."""
        from sklearn.svm import SVC

        reporter.check()
        spectra = samples.spectra.astype(np.float64)
        variance = float(spectra.var())
        # what scikit-learn calls gamma="scale"
        gamma = 1.0 / (spectra.shape[1] * variance) if variance else 1.0
        machine = SVC(
            C=SUPPORT_VECTOR_COST, gamma=gamma, class_weight="balanced", random_state=self._seed
        ).fit(spectra, samples.target)
        # with two classes, scikit-learn's public attributes have the opposite sign
        sign = -1.0 if len(machine.classes_) == 2 else 1.0
        self._class_count = samples.class_count
        self._state = {
            "vectors": machine.support_vectors_.astype(np.float64),
            "weights": sign * machine.dual_coef_.astype(np.float64),
            "intercepts": sign * machine.intercept_.astype(np.float64),
            "counts": machine.n_support_.astype(np.int64),
            "gamma": np.array([gamma], np.float64),
            "classes": machine.classes_.astype(np.int64),
        }
        reporter.advance(1.0)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """Softmax of the votes of all pairs of classes; their margins break ties."""
        result = np.zeros((1, len(spectra), self._class_count), np.float32)
        # in batches, since there is a number for each pixel and support vector
        for start in range(0, len(spectra), KERNEL_BATCH):
            rows = slice(start, start + KERNEL_BATCH)
            result[0, rows, self._state["classes"]] = softmax(self._scores(spectra[rows])).T
        return result

    def _scores(self, spectra: np.ndarray) -> npt.NDArray[np.float64]:
        """The votes (pixels, classes present), and margins that are too small to outvote them."""
        state = self._state
        count = len(state["classes"])
        kernel = cdist(spectra.astype(np.float64), state["vectors"], "sqeuclidean")
        kernel *= -state["gamma"][0]
        np.exp(kernel, out=kernel)
        bounds = np.concatenate([[0], np.cumsum(state["counts"])])
        votes = np.zeros((len(spectra), count))
        margins = np.zeros_like(votes)
        pair = 0
        for first in range(count):
            for second in range(first + 1, count):
                of_first, of_second = (slice(*bounds[i : i + 2]) for i in (first, second))
                margin = kernel[:, of_first] @ state["weights"][second - 1, of_first]
                margin += kernel[:, of_second] @ state["weights"][first, of_second]
                margin += state["intercepts"][pair]
                votes[:, first] += margin > 0
                votes[:, second] += margin <= 0
                margins[:, first] += margin
                margins[:, second] -= margin
                pair += 1
        return np.asarray(votes + margins / (3 * (np.abs(margins) + 1)))

    def state(self) -> dict[str, np.ndarray]:
        """Support vectors, their weights and the kernel's parameter."""
        return dict(self._state)

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore the arrays of `state`."""
        check_support_vectors(state, bands, classes)
        self._state, self._class_count = dict(state), classes
