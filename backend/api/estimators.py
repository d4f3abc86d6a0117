"""What the classifiers of this interface share: checked inputs, labels and predictions."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable
from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils import check_array, check_random_state, column_or_1d
from sklearn.utils.multiclass import check_classification_targets
from sklearn.utils.validation import check_is_fitted, validate_data

MAX_SEED = 2**31 - 1
#: Rows that are predicted at once, and of which each batch has a multiple.
_BATCH_ROWS, _ROW_MULTIPLE = 2**16, 2**10
#: Pixels; more than the side of any square that neighbouring polygons are grouped by.
_FAR_APART = 1024

FloatArray = NDArray[np.floating[Any]]


class PixelClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc] # untyped bases
    """A classifier of rows of spectra, with rows of spatial features beside them or without."""

    classes_: NDArray[Any]
    n_spatial_features_in_: int

    @abstractmethod
    def predict_proba(self, X: ArrayLike, features: ArrayLike | None = None) -> FloatArray:
        """Probabilities (samples, classes), classes in the order of `classes_`."""

    def predict(self, X: ArrayLike, features: ArrayLike | None = None) -> NDArray[Any]:
        """The most probable class of each sample."""
        probabilities = self.predict_proba(X, features)
        found: NDArray[Any] = self.classes_[probabilities.argmax(axis=1)]
        return found

    def score(
        self,
        X: ArrayLike,
        y: ArrayLike,
        sample_weight: ArrayLike | None = None,
        features: ArrayLike | None = None,
    ) -> float:
        """Accuracy of the predictions."""
        from sklearn.metrics import accuracy_score

        return float(accuracy_score(y, self.predict(X, features), sample_weight=sample_weight))

    def _check_training(
        self,
        X: ArrayLike,
        y: ArrayLike,
        features: ArrayLike | None,
        coordinates: ArrayLike | None = None,
    ) -> tuple[FloatArray, NDArray[np.intp], FloatArray]:
        """Spectra, indexes of the classes, and features of the samples; sets `classes_`."""
        spectra, labels = validate_data(self, X, y, dtype=np.float32)
        check_classification_targets(labels)
        self.classes_, target = np.unique(labels, return_inverse=True)
        if len(self.classes_) < 2:
            raise ValueError(
                f"{type(self).__name__} needs samples of at least 2 classes; the data contain only "
                f"1 class: {self.classes_[0]!r}"
            )
        if features is not None and np.ndim(features) == 3:
            features = _features_at(np.asarray(features), coordinates)
        spatial = self._check_features(features, len(spectra))
        self.n_spatial_features_in_ = spatial.shape[1]
        return spectra, target, spatial

    def _check_inputs(
        self, X: ArrayLike, features: ArrayLike | None
    ) -> tuple[FloatArray, FloatArray]:
        """Spectra and features of samples to predict."""
        check_is_fitted(self)
        spectra = validate_data(self, X, reset=False, dtype=np.float32)
        if features is not None and np.ndim(features) == 3:
            of_scene = np.asarray(features)
            features = of_scene.reshape(-1, of_scene.shape[2])
        spatial = self._check_features(features, len(spectra))
        if spatial.shape[1] != self.n_spatial_features_in_:
            raise ValueError(
                f"{type(self).__name__} was fitted with {self.n_spatial_features_in_} spatial "
                f"features, and got {spatial.shape[1]}: give `features` to `fit` and to every "
                "prediction, or to none of them"
            )
        return spectra, spatial

    def _check_features(self, features: ArrayLike | None, rows: int) -> FloatArray:
        if features is None:
            return np.zeros((rows, 0), np.float32)
        checked: FloatArray = check_array(
            features, dtype=np.float32, ensure_min_features=0, input_name="features"
        )
        if len(checked) != rows:
            raise ValueError(f"X has {rows} samples, and features has {len(checked)}")
        return checked


def _features_at(features: NDArray[Any], coordinates: ArrayLike | None) -> NDArray[Any]:
    """Rows of a scene's features (height, width, features) at rows and columns of pixels."""
    if coordinates is None:
        raise ValueError("features of a scene need the coordinates of the samples")
    rows, columns = _check_pairs(coordinates).T
    inside = (rows >= 0) & (rows < features.shape[0])
    inside &= (columns >= 0) & (columns < features.shape[1])
    if not inside.all():
        raise ValueError(
            f"coordinates must be rows below {features.shape[0]} and columns below "
            f"{features.shape[1]}, as the features have them"
        )
    found: NDArray[Any] = features[rows.astype(np.intp), columns.astype(np.intp)]
    return found


def _check_pairs(coordinates: ArrayLike) -> FloatArray:
    values: FloatArray = check_array(coordinates, dtype=np.float64, input_name="coordinates")
    if values.shape[1] != 2:
        raise ValueError(
            f"coordinates must have 2 columns, row and column of the pixel, not {values.shape[1]}"
        )
    return values


def predict_in_batches(
    predict: Callable[[FloatArray, FloatArray], FloatArray],
    spectra: FloatArray,
    features: FloatArray,
) -> FloatArray:
    """Probabilities of all rows, computed in batches with a fixed number of rows.

    Matrix products of other shapes add up in another order: the probabilities of a sample must not
    depend on those that are predicted with it.
    """
    found = []
    for start in range(0, len(spectra), _BATCH_ROWS):
        batch = spectra[start : start + _BATCH_ROWS], features[start : start + _BATCH_ROWS]
        rows = len(batch[0])
        missing = -rows % _ROW_MULTIPLE
        padded = (np.pad(values, ((0, missing), (0, 0)), "edge") for values in batch)
        found.append(predict(*padded)[:rows])
    return np.concatenate(found)


def check_groups(groups: ArrayLike | None, rows: int) -> NDArray[np.intp]:
    """The number of each sample's group; without groups each sample is a group."""
    if groups is None:
        return np.arange(rows)
    values = column_or_1d(groups)
    if len(values) != rows:
        raise ValueError(f"X has {rows} samples, and groups has {len(values)}")
    return np.asarray(np.unique(values, return_inverse=True)[1])


def check_coordinates(coordinates: ArrayLike | None, groups: NDArray[np.intp]) -> FloatArray:
    """Rows and columns (samples, 2) in pixels; without them every group is far from all others."""
    if coordinates is None:
        return np.column_stack([groups * _FAR_APART, np.zeros_like(groups)]).astype(np.float64)
    values = _check_pairs(coordinates)
    if len(values) != len(groups):
        raise ValueError(f"X has {len(groups)} samples, and coordinates has {len(values)}")
    return values


def seed_of(random_state: int | np.random.RandomState | None) -> int:
    """The seed that a `random_state` stands for."""
    if isinstance(random_state, int | np.integer) and 0 <= random_state <= MAX_SEED:
        return int(random_state)
    return int(check_random_state(random_state).randint(MAX_SEED))
