"""The classifiers the field uses today: random forest and support vector machine.

scikit-learn fits them. They are kept as plain arrays, which a model file can hold without being
code and which outlive the library's own formats.
"""

from __future__ import annotations

import warnings
from collections.abc import Mapping, Sequence

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.tree._tree import NODE_DTYPE, Tree

from ..compute.device import thread_count
from ..compute.parallel import run_parallel, with_threads
from ..core.reporter import Reporter
from .base import BaseClassifier, JoinedInputs, Variant, softmax
from .state_checks import check_forest, check_support_vectors
from .training_data import Samples

TREES = 200
SUPPORT_VECTOR_COST = 100.0
#: What scikit-learn makes of many classes with few pixels each; they are classes all the same.
MANY_CLASSES_WARNING = "The number of unique classes is greater than 50%"
# for good, since filters that are set for a while are not safe with threads
warnings.filterwarnings("ignore", MANY_CLASSES_WARNING, UserWarning)
_NODE_FIELDS = ("left_child", "right_child", "feature", "threshold", "missing_go_to_left")


class Forest(JoinedInputs, BaseClassifier):
    """A random forest on spectra, with spatial features or without."""

    def __init__(
        self,
        seed: int,
        name: str = "random forest",
        uses_features: bool = False,
        tree_fraction: float = 1.0,
    ):
        self.variants = (Variant(name, uses_features),)
        self._seed, self._tree_count = seed, max(1, round(TREES * tree_fraction))
        self._trees: list[Tree] = []
        self._present_classes = np.empty(0, np.int64)
        self._class_count = 0

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Grow the trees."""
        reporter.check()
        inputs = self.join(samples.spectra, samples.features)

        def grow(threads: int) -> RandomForestClassifier:
            return RandomForestClassifier(
                self._tree_count,
                class_weight="balanced",
                n_jobs=threads,
                random_state=self._seed,
            ).fit(inputs, samples.target)

        forest = with_threads(grow, thread_count())
        self._trees = [estimator.tree_ for estimator in forest.estimators_]
        self._present_classes = forest.classes_.astype(np.int64)
        self._class_count = samples.class_count
        reporter.advance(1.0)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """The mean of all trees' probabilities."""
        values = self.join(spectra, features)

        def vote(trees: list[Tree]) -> np.ndarray:
            return sum(tree.predict(values) for tree in trees)

        # a fixed number of shares, so that sums are the same however many threads add them up
        shares = [self._trees[start::8] for start in range(8)]
        counted = run_parallel(vote, [share for share in shares if share], thread_count())
        votes = np.sum(list(counted), axis=0)
        votes = votes.reshape(len(values), len(self._present_classes))
        result = np.zeros((1, len(values), self._class_count), np.float32)
        result[0][:, self._present_classes] = votes / votes.sum(axis=1, keepdims=True)
        return result

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was fitted."""
        nodes = [tree.__getstate__()["nodes"] for tree in self._trees]
        arrays = {
            name: np.concatenate([part[name] for part in nodes]).astype(
                np.float64 if name == "threshold" else np.int32
            )
            for name in _NODE_FIELDS
        }
        arrays["values"] = np.concatenate([tree.value[:, 0, :] for tree in self._trees])
        arrays["sizes"] = np.array([len(part) for part in nodes], np.int64)
        arrays["depths"] = np.array([tree.max_depth for tree in self._trees], np.int64)
        arrays["known"] = self._present_classes
        return arrays

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore what `state` gave."""
        inputs = self.input_count(bands, features)
        check_forest(state, inputs, classes)
        self._present_classes, self._class_count = state["known"].astype(np.int64), classes
        bounds = np.concatenate([[0], np.cumsum(state["sizes"])])
        self._trees = []
        for first, last, depth in zip(bounds[:-1], bounds[1:], state["depths"], strict=True):
            part = slice(first, last)
            nodes = np.zeros(last - first, NODE_DTYPE)
            for name in _NODE_FIELDS:
                nodes[name] = state[name][part]
            tree = Tree(inputs, np.array([len(self._present_classes)], np.intp), 1)
            values = np.ascontiguousarray(state["values"][part][:, None, :], np.float64)
            tree.__setstate__(
                {
                    "max_depth": int(depth),
                    "node_count": len(nodes),
                    "nodes": nodes,
                    "values": values,
                }
            )
            self._trees.append(tree)


class SupportVectors(BaseClassifier):
    """A support vector machine with a Gaussian kernel on spectra."""

    def __init__(self, seed: int, name: str = "support vector machine"):
        self.variants = (Variant(name, False),)
        self._seed = seed
        self._class_count = 0
        self._state: dict[str, np.ndarray] = {}

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Find the support vectors."""
        reporter.check()
        machine = SVC(
            C=SUPPORT_VECTOR_COST, gamma="scale", class_weight="balanced", random_state=self._seed
        ).fit(samples.spectra, samples.target)
        self._class_count = samples.class_count
        self._state = {
            "vectors": machine.support_vectors_.astype(np.float64),
            "weights": machine._dual_coef_.astype(np.float64),
            "intercepts": machine._intercept_.astype(np.float64),
            "counts": machine.n_support_.astype(np.int64),
            "gamma": np.array([machine._gamma], np.float64),
            "known": machine.classes_.astype(np.int64),
        }
        reporter.advance(1.0)

    def predict_variants(
        self, spectra: np.ndarray, features: np.ndarray, variant_numbers: Sequence[int]
    ) -> np.ndarray:
        """A softmax over the votes of all pairs of classes, ties broken by their margins."""
        state = self._state
        known = state["known"]
        distance = cdist(spectra.astype(np.float64), state["vectors"], "sqeuclidean")
        kernel = np.exp(-state["gamma"][0] * distance)
        bounds = np.concatenate([[0], np.cumsum(state["counts"])])
        votes = np.zeros((len(spectra), len(known)))
        margins = np.zeros_like(votes)
        pair = 0
        for first in range(len(known)):
            for second in range(first + 1, len(known)):
                mine, other = (slice(*bounds[i : i + 2]) for i in (first, second))
                margin = kernel[:, mine] @ state["weights"][second - 1, mine]
                margin += kernel[:, other] @ state["weights"][first, other]
                margin += state["intercepts"][pair]
                votes[:, first] += margin > 0
                votes[:, second] += margin <= 0
                margins[:, first] += margin
                margins[:, second] -= margin
                pair += 1
        scores = votes + margins / (3 * (np.abs(margins) + 1))
        result = np.zeros((1, len(spectra), self._class_count), np.float32)
        result[0][:, known] = softmax(scores)
        return result

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was fitted."""
        return dict(self._state)

    def load_state(
        self, state: Mapping[str, np.ndarray], bands: int, features: int, classes: int
    ) -> None:
        """Restore what `state` gave."""
        check_support_vectors(state, bands, classes)
        self._state, self._class_count = dict(state), classes
