"""The classifiers the field uses today, on spectra: random forest and support vector machine.

scikit-learn trains them. What they learnt is kept as plain arrays, which a model file can hold
without being code and which outlive the library's own formats.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from scipy.spatial.distance import cdist
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC
from sklearn.tree._tree import NODE_DTYPE, Tree

from ..compute.device import worker_count
from ..compute.side_by_side import side_by_side, with_threads
from ..reporter import Reporter
from .methods import Method
from .samples import Samples
from .state_checks import check_forest, check_support_vectors

TREES = 500
SUPPORT_VECTOR_COST = 100.0
_NODE_FIELDS = ("left_child", "right_child", "feature", "threshold", "missing_go_to_left")


class Forest(Method):
    """A random forest on spectra, and on those features beside them that it is told to use.

    `share` is how many of the usual number of trees it has.
    """

    def __init__(self, seed: int, beside: slice = slice(0, 0), share: float = 1.0):
        super().__init__()
        self._seed, self._beside, self._share = seed, beside, share
        self._trees: list[Tree] = []
        self._known = np.empty(0, np.int64)
        self._class_count = 0

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train on the samples."""
        reporter.check()
        inputs = self._inputs(samples.spectra, samples.features)

        def grow(threads: int) -> RandomForestClassifier:
            return RandomForestClassifier(
                max(1, round(TREES * self._share)),
                class_weight="balanced",
                n_jobs=threads,
                random_state=self._seed,
            ).fit(inputs, samples.target)

        forest = with_threads(grow, worker_count())
        self._trees = [estimator.tree_ for estimator in forest.estimators_]
        self._known = forest.classes_.astype(np.int64)
        self._class_count = samples.class_count
        reporter.advance(1.0)

    def opinion(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Class probabilities (pixels, classes)."""
        values = self._inputs(spectra, features)

        def vote(trees: list[Tree]) -> np.ndarray:
            return sum(tree.predict(values) for tree in trees)

        # a fixed number of shares, so that sums are the same however many threads add them up
        shares = [self._trees[start::8] for start in range(8)]
        counted = side_by_side(vote, [share for share in shares if share], worker_count())
        votes = np.sum(list(counted), axis=0)
        votes = votes.reshape(len(values), len(self._known))
        result = np.zeros((len(values), self._class_count), np.float32)
        result[:, self._known] = votes / votes.sum(axis=1, keepdims=True)
        return result

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt."""
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
        arrays["known"] = self._known
        return arrays

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before."""
        inputs = bands + self._beside.stop - self._beside.start
        check_forest(state, inputs, classes)
        self._known, self._class_count = state["known"].astype(np.int64), classes
        bounds = np.concatenate([[0], np.cumsum(state["sizes"])])
        self._trees = []
        for first, last, depth in zip(bounds[:-1], bounds[1:], state["depths"], strict=True):
            part = slice(first, last)
            nodes = np.zeros(last - first, NODE_DTYPE)
            for name in _NODE_FIELDS:
                nodes[name] = state[name][part]
            tree = Tree(inputs, np.array([len(self._known)], np.intp), 1)
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

    def _inputs(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        joined = np.concatenate([spectra, features[:, self._beside]], axis=1)
        return np.ascontiguousarray(joined, np.float32)


class SupportVectors(Method):
    """A support vector machine with a Gaussian kernel on spectra."""

    def __init__(self, seed: int):
        super().__init__()
        self._seed = seed
        self._class_count = 0
        self._state: dict[str, np.ndarray] = {}

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train on the spectra."""
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

    def opinion(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
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
        scores = np.exp(scores - scores.max(axis=1, keepdims=True))
        result = np.zeros((len(spectra), self._class_count), np.float32)
        result[:, known] = scores / scores.sum(axis=1, keepdims=True)
        return result

    def state(self) -> dict[str, np.ndarray]:
        """Everything that was learnt."""
        return dict(self._state)

    def load_state(self, state: Mapping[str, np.ndarray], bands: int, classes: int) -> None:
        """Take up what was learnt before."""
        check_support_vectors(state, bands, classes)
        self._state, self._class_count = dict(state), classes
