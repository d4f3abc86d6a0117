"""Folds that keep polygons, and polygons that lie close together, on one side, for scikit-learn."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import numpy as np
from numpy.typing import ArrayLike, NDArray
from sklearn.model_selection import BaseCrossValidator
from sklearn.utils import column_or_1d, indexable
from sklearn.utils.multiclass import check_classification_targets

from ..classifiers.folds import make_folds
from ..classifiers.training_data import Samples
from .estimators import check_coordinates, check_groups, seed_of


class SpatialGroupKFold(BaseCrossValidator):  # type: ignore[misc] # an untyped base
    """Folds of groups, such as polygons, each with its share of every class.

    A pixel resembles its neighbours, so scores are unbiased only where neighbours are never divided
    between training and test. Groups are never divided. With coordinates, neither are groups whose
    centres lie in the same square block of the scene; the blocks are as large as the samples allow.

    There are fewer folds than `n_splits` where no class has as many groups or blocks. A class that
    lies in one of them only cannot be tested: it is in every training set and in no test set.

    Parameters
    ----------
    n_splits : int, default=5
        Folds at most.
    coordinates : array-like of shape (n_samples, 2), default=None
        Rows and columns in pixels of all samples that `split` will be given; `split` takes them
        too.
    random_state : int, RandomState instance or None, default=0
        Decides among groups that would fit a fold equally well.
    """

    # by which scikit-learn passes groups and coordinates on to `split`
    __metadata_request__split: ClassVar[dict[str, bool]] = {"groups": True, "coordinates": True}

    def __init__(
        self,
        n_splits: int = 5,
        *,
        coordinates: ArrayLike | None = None,
        random_state: int | np.random.RandomState | None = 0,
    ):
        if not isinstance(n_splits, int | np.integer) or n_splits < 2:
            raise ValueError(f"n_splits must be a whole number of at least 2, not {n_splits!r}")
        self.n_splits = n_splits
        self.coordinates = coordinates
        self.random_state = random_state

    def split(
        self,
        X: ArrayLike,
        y: ArrayLike | None = None,
        groups: ArrayLike | None = None,
        coordinates: ArrayLike | None = None,
    ) -> Iterator[tuple[NDArray[np.intp], NDArray[np.intp]]]:
        """Indexes of the training and of the test samples of each fold."""
        fold, count = self._folds(X, y, groups, coordinates)
        for number in range(count):
            test = fold == number
            yield np.flatnonzero(~test), np.flatnonzero(test)

    def get_n_splits(
        self,
        X: ArrayLike | None = None,
        y: ArrayLike | None = None,
        groups: ArrayLike | None = None,
        coordinates: ArrayLike | None = None,
    ) -> int:
        """How many folds the samples give; without samples, how many there are at most."""
        if y is None:
            return int(self.n_splits)
        return self._folds(X, y, groups, coordinates)[1]

    def _folds(
        self,
        X: ArrayLike | None,
        y: ArrayLike | None,
        groups: ArrayLike | None,
        coordinates: ArrayLike | None,
    ) -> tuple[NDArray[np.intp], int]:
        """The fold in which each sample is tested, −1 for none, and how many there are."""
        if y is None or groups is None:
            raise ValueError("SpatialGroupKFold needs y, the classes, and groups, such as polygons")
        indexable(X, y, groups)  # of one length
        labels = column_or_1d(y)
        check_classification_targets(labels)
        classes, target = np.unique(labels, return_inverse=True)
        group = check_groups(groups, len(labels))
        if np.unique(np.column_stack([target, group]), axis=0)[:, 0].size == len(classes):
            raise ValueError("every class lies in a single group: there is nothing to test it on")
        if coordinates is None:
            coordinates = self.coordinates
        nothing = np.zeros((len(labels), 0), np.float32)
        samples = Samples(
            nothing, nothing, target, group, check_coordinates(coordinates, group), len(classes)
        )
        names = [str(name) for name in classes]
        folds = make_folds(samples, names, seed_of(self.random_state), int(self.n_splits))
        tested = np.unique(folds.fold[folds.fold >= 0])
        # a fold of nothing but classes that cannot be tested is none
        fold: NDArray[np.intp] = np.where(folds.fold >= 0, np.searchsorted(tested, folds.fold), -1)
        return fold, len(tested)
