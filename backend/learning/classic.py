"""The classifiers the field uses today, on spectra: random forest and support vector machine."""

from __future__ import annotations

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.svm import SVC

from ..compute.device import worker_count
from ..reporter import Reporter
from .samples import Samples

TREES = 500


class Classic:
    """A scikit-learn classifier behind the interface of all methods."""

    def __init__(self, kind: str, seed: int):
        self._estimator = (
            RandomForestClassifier(
                TREES, class_weight="balanced", n_jobs=worker_count(), random_state=seed
            )
            if kind == "rf"
            else SVC(C=100.0, gamma="scale", class_weight="balanced", random_state=seed)
        )
        self._class_count = 0

    def fit(self, samples: Samples, reporter: Reporter) -> None:
        """Train on the spectra."""
        reporter.check()
        self._class_count = samples.class_count
        self._estimator.fit(samples.spectra, samples.target)
        reporter.advance(1.0)

    def predict_proba(self, spectra: np.ndarray, features: np.ndarray) -> np.ndarray:
        """Class probabilities (pixels, classes); for the SVM a softmax of its one-vs-one votes."""
        if isinstance(self._estimator, SVC):
            scores = self._estimator.decision_function(spectra)
            if scores.ndim == 1:
                scores = np.column_stack([-scores, scores])
            scores = np.exp(scores - scores.max(axis=1, keepdims=True))
            known = scores / scores.sum(axis=1, keepdims=True)
        else:
            known = self._estimator.predict_proba(spectra)
        result = np.zeros((len(spectra), self._class_count), np.float32)
        result[:, self._estimator.classes_] = known
        return result
