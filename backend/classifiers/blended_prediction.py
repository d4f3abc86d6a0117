"""Predictions of base classifiers, and of their blend.

What cannot change the class of a pixel is not asked. For probabilities these are trees, since
forests take longer than all other base classifiers: some of their trees are asked first, the others
only for pixels whose class they can still change. So the classes are those of all trees, while the
probabilities of most pixels are the mean over fewer of them. For classes alone, these are whole
base classifiers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from .base import BaseClassifier, DivisibleClassifier, PartialPrediction, numbered
from .blending import Blend

#: With as much weight on what has not been asked, the class of no pixel is certain.
MAX_OPEN_WEIGHT = 0.5
#: More than the rounding errors of sums in single precision.
ROUNDING = 1e-5


def predict_chosen(
    bases: Mapping[str, BaseClassifier],
    spectra: np.ndarray,
    features: np.ndarray,
    variant_numbers: Sequence[int],
) -> np.ndarray:
    """Class probabilities (chosen variants, pixels, classes)."""
    chosen = _chosen(bases, variant_numbers)
    return np.concatenate([base.predict_variants(spectra, features, own) for base, own in chosen])


def predict_blended(
    bases: Mapping[str, BaseClassifier], blend: Blend, spectra: np.ndarray, features: np.ndarray
) -> np.ndarray:
    """Class probabilities (pixels, classes) of a blend; what has no weight is not asked."""
    weights = blend.used_weights
    known = weights.copy()
    row = 0
    for base, own in _chosen(bases, blend.used):
        if isinstance(base, DivisibleClassifier):
            known[row] *= base.first_share
        row += len(own)
    open_weight = float(weights.sum() - known.sum())
    if not 0 < open_weight < MAX_OPEN_WEIGHT:
        return blend.combine(predict_chosen(bases, spectra, features, blend.used))
    found: list[np.ndarray] = []
    partial: dict[int, PartialPrediction] = {}
    row = 0
    for base, own in _chosen(bases, blend.used):
        if isinstance(base, DivisibleClassifier):
            partial[row] = base.predict_in_part(spectra, features)
            found.append(partial[row].probabilities[None])
        else:
            found.append(base.predict_variants(spectra, features, own))
        row += len(own)
    predictions = np.concatenate(found)
    sums = _weighted_sums(predictions, known)
    undecided = np.flatnonzero(_margins(sums) <= open_weight + ROUNDING)
    for row, prediction in partial.items():
        predictions[row, undecided] = prediction.complete(undecided)
    return blend.combine(predictions)


def predict_scores(
    bases: Mapping[str, BaseClassifier], blend: Blend, spectra: np.ndarray, features: np.ndarray
) -> np.ndarray:
    """Scores (pixels, classes), of which the highest is that of the class of `predict_blended`.

    Base classifiers are asked one after another, those first that have much weight for their time,
    and each only for pixels whose class is not certain yet.
    """
    weights = blend.used_weights
    open_weight = float(weights.sum())
    undecided = np.arange(len(spectra))
    predictions: np.ndarray | None = None
    sums: np.ndarray | None = None  # of the undecided pixels
    for rows, base, own in _by_weight_for_time(bases, blend):
        if len(undecided) < len(spectra):
            found = base.predict_variants(spectra[undecided], features[undecided], own)
        else:  # all pixels, which need not be copied
            found = base.predict_variants(spectra, features, own)
        if predictions is None:
            predictions = np.zeros((len(weights), len(spectra), found.shape[2]), np.float32)
        for row, one in zip(range(rows.start, rows.stop), found, strict=True):
            predictions[row, undecided] = one
        added = _weighted_sums(found, weights[rows])
        sums = added if sums is None else sums + added
        open_weight -= float(weights[rows].sum())
        if open_weight < MAX_OPEN_WEIGHT:
            still = np.flatnonzero(_margins(sums) <= open_weight + ROUNDING)
            undecided, sums = undecided[still], sums[still]
            if not len(undecided):
                break
    if predictions is None:
        raise RuntimeError("no base classifier has weight")
    return blend.combine(predictions)


def _by_weight_for_time(
    bases: Mapping[str, BaseClassifier], blend: Blend
) -> list[tuple[slice, BaseClassifier, list[int]]]:
    """The used base classifiers with their rows among the used variants and their numbers."""
    weights = blend.used_weights
    found: list[tuple[slice, BaseClassifier, list[int]]] = []
    row = 0
    for base, own in _chosen(bases, blend.used):
        found.append((slice(row, row + len(own)), base, own))
        row += len(own)
    return sorted(found, key=lambda one: -weights[one[0]].sum() / one[1].prediction_time)


def _chosen(
    bases: Mapping[str, BaseClassifier], variant_numbers: Sequence[int]
) -> Iterator[tuple[BaseClassifier, list[int]]]:
    """Each base classifier that has chosen variants, with their numbers in it."""
    for _, base, numbers in numbered(bases):
        own = [number - numbers.start for number in variant_numbers if number in numbers]
        if own:
            yield base, own


def _weighted_sums(predictions: np.ndarray, weights: np.ndarray) -> np.ndarray:
    """Sums (pixels, classes) of predictions (variants, pixels, classes)."""
    return np.tensordot(weights.astype(np.float32), predictions, axes=1)


def _margins(sums: np.ndarray) -> np.ndarray:
    """How far the highest sum of each pixel is above the second highest."""
    if sums.shape[1] == 1:
        return np.full(len(sums), np.inf)
    highest = np.partition(sums, -2, axis=1)[:, -2:]
    return np.asarray(highest[:, 1] - highest[:, 0])
