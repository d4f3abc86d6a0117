"""The methods that are compared on polygons, with the accuracy estimated from the polygons.

The estimate is the one of the report: cross-validated in folds of polygons, with its
interval. It is missing where the report says that the accuracy is unknown.
"""

from __future__ import annotations

from functools import partial

import numpy as np

from backend.classifiers.catalogue import make_discriminant
from backend.classifiers.folds import Folds, make_folds
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.classifiers.validation import Validation, cross_fitted
from backend.metrics.cross_validation import CrossValidationAccuracy, ScoredPixels

from ..contestants import (
    BY_DECISION,
    DEFAULT,
    FEATURE_CONTROLS,
    SILENT,
    TITLES,
    Draw,
    Row,
    RowGroup,
    pair_scores,
    score,
)

PYRAMID = "gaussian pyramid"
ON_PYRAMID = FEATURE_CONTROLS[0].format(PYRAMID)
WITHOUT_FEATURES = "GeoDiffNet-F without spatial features"


def _default(draw: Draw) -> dict[str, Row]:
    """The default, and the blend of its variants that use spectra only."""
    training, scoring = draw.sides()
    method, validation = draw.fitted("geodiffnet-f", training, draw.kinds)
    scored = validation.scored
    known = validation.base_probabilities, training.target[scored], training.group[scored]
    spectral = [not variant.uses_features for variant in method.variants]
    fit = partial(method.fit_blend, allowed=spectral)
    estimated = cross_fitted(fit, *known, validation.folds.fold[scored])
    predictions = method.predict_all(scoring.spectra, scoring.features)
    blends = {
        DEFAULT: (method.blend, validation.probabilities),
        WITHOUT_FEATURES: (fit(*known), estimated),
    }
    return {
        title: score(blend.combine(predictions[blend.used]), scoring)
        | estimate(training, validation.folds, held_out)
        for title, (blend, held_out) in blends.items()
    }


def _spectral(draw: Draw) -> dict[str, Row]:
    """Methods on spectra without networks."""
    training, scoring = draw.sides(None)
    rows = {
        TITLES[name]: _scored(draw, *draw.fitted(name, training, ()), training, scoring)
        for name in ("lda", "svm", "rf")
    }
    folds = make_folds(training, draw.dataset.class_names, draw.seed)
    tested = np.flatnonzero(folds.fold >= 0)
    held_out = np.zeros((len(training), training.class_count), np.float32)
    for number in range(folds.count):
        own = folds.fold == number
        others = training.take(np.flatnonzero(~own))
        held_out[own] = pair_scores(others, training.take(np.flatnonzero(own)), draw.seed)
    rows[BY_DECISION] = score(pair_scores(training, scoring, draw.seed), scoring)
    rows[BY_DECISION] |= estimate(training, folds, held_out[tested])
    return rows


def _on_pyramid(draw: Draw) -> dict[str, Row]:
    """A discriminant on spectra and filtered images, with a temperature as methods have it."""
    training, scoring = draw.sides(PYRAMID)
    make = partial(make_discriminant, uses_features=True)
    method = StackedClassifier({"control": (make, (1.0,))}, draw.seed)
    validation = method.fit(training, draw.dataset.class_names, SILENT)
    return {ON_PYRAMID: _scored(draw, method, validation, training, scoring)}


def _scored(
    draw: Draw,
    method: StackedClassifier,
    validation: Validation,
    training: Samples,
    scoring: Samples,
) -> Row:
    found = method.predict_proba(scoring.spectra, scoring.features)
    known = estimate(training, validation.folds, validation.probabilities)
    return score(found, scoring) | known


def estimate(training: Samples, folds: Folds, held_out: np.ndarray) -> Row:
    """The estimated accuracy with its interval; nothing where it is unknown.

    `held_out` holds the out-of-fold probabilities of the samples that were tested.
    """
    if folds.unknown is not None:
        return {}
    tested = np.flatnonzero(folds.fold >= 0)
    pixels = ScoredPixels(
        training.target[tested], held_out, training.group[tested], folds.fold[tested]
    )
    found = CrossValidationAccuracy.of(pixels, training.class_count)
    interval = found.intervals.overall
    return {
        "estimated overall": float(found.metrics.overall),
        "estimated average": float(found.metrics.average),
        "low": float(interval.low),
        "high": float(interval.high),
    }


#: All rows, in the order of the table.
GROUPS = {
    "default": RowGroup((DEFAULT, WITHOUT_FEATURES), _default),
    "spectral": RowGroup(
        (TITLES["lda"], TITLES["svm"], BY_DECISION, TITLES["rf"]), _spectral, kinds=()
    ),
    "pyramid": RowGroup((ON_PYRAMID,), _on_pyramid, (PYRAMID,)),
}
TITLES_IN_ORDER = tuple(title for group in GROUPS.values() for title in group.titles)
