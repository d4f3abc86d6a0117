"""All methods and controls, fitted to one draw of labels and tested on the other side.

The base classifiers of all methods are cross-validated and fitted once, as those of `auto`. The row
of the default blends its own base classifiers, which is equal to fitting it separately.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import numpy as np
import torch
from sklearn.svm import SVC

from backend.classifiers.base import BaseClassifier, softmax
from backend.classifiers.catalogue import make_method
from backend.classifiers.discriminant import Discriminant
from backend.classifiers.ensemble import Ensemble
from backend.classifiers.ensemble_settings import EnsembleSettings, network_count
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.classifiers.validation import Validation
from backend.common.choices import AUTO
from backend.core.reporter import Reporter
from backend.metrics.accuracy import AccuracyMetrics
from backend.metrics.calibration import reliability

from .cubes import Cubes
from .scenes import PixelSubset, SplitDataset

SILENT = Reporter(lambda event: None)
CPU = torch.device("cpu")
DEFAULT = "**GeoDiffNet-F (default)**"
WITHOUT_DIFFUSION = "GeoDiffNet-F without diffusion features"
TITLES = {
    "geodiffnet-f": DEFAULT,
    AUTO: "auto",
    "geodiffnet": "GeoDiffNet (diffusion features)",
    "geospecnet": "GeoSpecNet (spectra)",
    "lda": "lda: discriminant on spectra",
    "rf": "random forest on spectra",
    "svm": "SVM on spectra",
}
SPATIAL = ("bundled", "random weights", "gaussian pyramid", "total variation")
#: Methods on spectra only.
SPECTRAL_CONTROLS = (
    TITLES["geospecnet"],
    TITLES["lda"],
    TITLES["rf"],
    TITLES["svm"],
    "SVM on spectra, by its decision",
    "mean of discriminant and forest, spectra",
)
Row = dict[str, float]


def score_methods(
    dataset: SplitDataset, cubes: Cubes, drawn: PixelSubset, seed: int
) -> dict[str, Row]:
    """Metrics of every method and control on the scoring side, by title."""
    classes = len(dataset.class_names)
    training, scoring = (cubes.samples(s, "bundled", classes) for s in (drawn, dataset.scoring))
    names, kinds = dataset.class_names, cubes.kinds["bundled"]
    rows, predictions = _blends(training, scoring, names, kinds, seed)
    rows[WITHOUT_DIFFUSION] = _without_diffusion(training, scoring, names, kinds, seed)
    for name in ("geodiffnet", "geospecnet", "rf"):
        method, _ = _fitted(name, training, names, kinds, seed)
        found = method.predict_proba(scoring.spectra, scoring.features)
        rows[TITLES[name]] = _score(found, scoring)
        predictions[name] = found
    both = (predictions["lda"] + predictions["rf"]) / 2
    rows["mean of discriminant and forest, spectra"] = _score(both, scoring)
    rows["SVM on spectra, by its decision"] = _score(_pair_scores(training, scoring, seed), scoring)
    for kind in SPATIAL:
        # diffusion features only, without context features
        width = cubes.kinds[kind][0]
        own = [
            _first(cubes.samples(side, kind, classes), width) for side in (drawn, dataset.scoring)
        ]
        for title, make in _on_features(seed).items():
            if kind != "total variation" or title.startswith("discriminant"):
                rows[title.format(kind)] = _control(make(), *own)
    return rows


def score_default(
    dataset: SplitDataset, cubes: Cubes, drawn: PixelSubset, seed: int
) -> dict[str, Row]:
    """Metrics of the default alone, by title."""
    classes = len(dataset.class_names)
    training, scoring = (cubes.samples(s, "bundled", classes) for s in (drawn, dataset.scoring))
    method, _ = _fitted("geodiffnet-f", training, dataset.class_names, cubes.kinds["bundled"], seed)
    return {DEFAULT: _score(method.predict_proba(scoring.spectra, scoring.features), scoring)}


def _blends(
    training: Samples, scoring: Samples, names: tuple[str, ...], kinds: tuple[int, ...], seed: int
) -> tuple[dict[str, Row], dict[str, np.ndarray]]:
    """Rows of the methods that share base classifiers, and their probabilities by method."""
    auto, validation = _fitted(AUTO, training, names, kinds, seed)
    predictions = auto.predict_all(scoring.spectra, scoring.features)
    tested = validation.scored

    def blended(method: str) -> np.ndarray:
        own = make_method(method, seed, CPU, _networks(method, kinds))
        members = {variant.name for variant in own.variants}
        allowed = [variant.name in members for variant in auto.variants]
        blend = auto.fit_blend(
            validation.base_probabilities, training.target[tested], training.group[tested], allowed
        )
        return blend.combine(predictions[blend.used])

    found = {name: blended(name) for name in (AUTO, "geodiffnet-f", "lda", "svm")}
    return {TITLES[name]: _score(values, scoring) for name, values in found.items()}, found


def _networks(method: str, kinds: tuple[int, ...]) -> EnsembleSettings:
    return EnsembleSettings(members=network_count(method), kinds=kinds)


def _fitted(
    name: str, samples: Samples, names: tuple[str, ...], kinds: tuple[int, ...], seed: int
) -> tuple[StackedClassifier, Validation]:
    method = make_method(name, seed, CPU, _networks(name, kinds))
    return method, method.fit(samples, names, SILENT)


def _without_diffusion(
    training: Samples, scoring: Samples, names: tuple[str, ...], kinds: tuple[int, ...], seed: int
) -> Row:
    """The default with context features only."""
    without_diffusion = [
        replace(side, features=side.features[:, kinds[0] :]) for side in (training, scoring)
    ]
    method, _ = _fitted("geodiffnet-f", without_diffusion[0], names, (0, kinds[1]), seed)
    return _score(
        method.predict_proba(without_diffusion[1].spectra, without_diffusion[1].features), scoring
    )


def _on_features(seed: int) -> dict[str, Callable[[], BaseClassifier]]:
    """Controls that use spectra and spatial features."""
    return {
        "discriminant, spectra + {}": lambda: Discriminant("control", uses_features=True),
        "FiLM on {}": lambda: Ensemble(EnsembleSettings(seed=seed), CPU),
    }


def _control(classifier: BaseClassifier, training: Samples, scoring: Samples) -> Row:
    classifier.fit(training, SILENT)
    found = classifier.predict_variants(scoring.spectra, scoring.features, [0])[0]
    return _score(found, scoring)


def _pair_scores(training: Samples, scoring: Samples, seed: int) -> np.ndarray:
    """A support vector machine's decision function, instead of Platt's probabilities."""
    machine = SVC(C=10, gamma="scale", class_weight="balanced", random_state=seed)
    machine.fit(training.spectra, training.target)
    scores = machine.decision_function(scoring.spectra)
    if scores.ndim == 1:
        scores = np.column_stack([-scores, scores])
    found = np.zeros((len(scoring), training.class_count), np.float32)
    found[:, machine.classes_] = softmax(scores)
    return found


def _score(probabilities: np.ndarray, scoring: Samples) -> Row:
    predicted = probabilities.argmax(axis=1)
    accuracy = AccuracyMetrics.of(scoring.target, predicted, scoring.class_count)
    error = reliability(probabilities, scoring.target).error
    return {"overall": accuracy.overall, "average": accuracy.average, "calibration": error}


def _first(samples: Samples, width: int) -> Samples:
    return replace(samples, features=samples.features[:, :width])
