"""All methods and controls, fitted to one draw of labels and tested on the other side.

Rows are measured in groups, so that those that changed can be measured again. The base classifiers
of the blends are cross-validated and fitted once, as those of `auto`. The row of the default blends
its own base classifiers, which is equal to fitting it separately.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

import numpy as np
import torch
from sklearn.svm import SVC

from backend.classifiers.base import BaseClassifier, softmax
from backend.classifiers.catalogue import make_discriminant, make_method
from backend.classifiers.ensemble import Ensemble
from backend.classifiers.ensemble_settings import EnsembleSettings, network_count
from backend.classifiers.stacking import StackedClassifier
from backend.classifiers.training_data import Samples
from backend.classifiers.validation import Validation
from backend.common.choices import AUTO
from backend.common.methods import needs_features
from backend.core.reporter import Reporter
from backend.metrics.accuracy import AccuracyMetrics
from backend.metrics.calibration import reliability

from .cubes import KINDS, Cubes
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
    "lda": "lda (spectra, shrunk to noise)",
    "rf": "random forest on spectra",
    "svm": "SVM on spectra",
}
TO_IDENTITY = "discriminant on spectra, shrunk to identity"
MEAN_OF_TWO = "mean of discriminant and forest, spectra"
BY_DECISION = "SVM on spectra, by its decision"
FILM = "FiLM on {}"
FEATURE_CONTROLS = ("discriminant, spectra + {}", FILM)
ON_FEATURES = tuple(
    title.format(kind)
    for kind in KINDS
    for title in FEATURE_CONTROLS
    if (kind, title) != ("total variation", FILM)
)
#: Methods on spectra only.
SPECTRAL_CONTROLS = (
    TITLES["geospecnet"],
    TITLES["lda"],
    TITLES["rf"],
    TITLES["svm"],
    TO_IDENTITY,
    BY_DECISION,
    MEAN_OF_TWO,
)
Row = dict[str, float]


@dataclass(frozen=True)
class Draw:
    """Labels that were drawn on the training side of a data set."""

    dataset: SplitDataset
    cubes: Cubes
    drawn: PixelSubset
    seed: int

    def sides(self, kind: str | None = "bundled") -> tuple[Samples, Samples]:
        """The drawn labels, and the scoring side, with a kind of features or none."""
        classes = len(self.dataset.class_names)
        training, scoring = (
            self.cubes.samples(side, kind, classes) for side in (self.drawn, self.dataset.scoring)
        )
        return training, scoring

    @property
    def kinds(self) -> tuple[int, ...]:
        """The numbers of diffusion and context features."""
        return self.cubes.kinds.get("bundled", ())

    def fitted(
        self, name: str, samples: Samples, kinds: tuple[int, ...]
    ) -> tuple[StackedClassifier, Validation]:
        """A method fitted to samples."""
        method = make_method(name, self.seed, CPU, _networks(name, kinds))
        return method, method.fit(samples, self.dataset.class_names, SILENT)

    def predicted(self, name: str) -> np.ndarray:
        """Probabilities of a method on the scoring side."""
        training, scoring = self.sides("bundled" if needs_features(name) else None)
        method, _ = self.fitted(name, training, self.kinds)
        return method.predict_proba(scoring.spectra, scoring.features)


@dataclass(frozen=True)
class RowGroup:
    """Rows of the table that are measured together."""

    titles: tuple[str, ...]
    score: Callable[[Draw], dict[str, Row]]
    #: The kinds of features that they need.
    kinds: tuple[str, ...] = ("bundled",)


def kinds_of(groups: Sequence[RowGroup]) -> list[str]:
    """The kinds of features that groups of rows need."""
    return [kind for kind in KINDS if any(kind in group.kinds for group in groups)]


def _default(draw: Draw) -> dict[str, Row]:
    return {DEFAULT: score(draw.predicted("geodiffnet-f"), draw.sides()[1])}


def _blends(draw: Draw) -> dict[str, Row]:
    """Rows of the blends, which share base classifiers."""
    training, scoring = draw.sides()
    auto, validation = draw.fitted(AUTO, training, draw.kinds)
    predictions = auto.predict_all(scoring.spectra, scoring.features)
    tested = validation.scored

    def blended(method: str) -> np.ndarray:
        own = make_method(method, draw.seed, CPU, _networks(method, draw.kinds))
        members = {variant.name for variant in own.variants}
        allowed = [variant.name in members for variant in auto.variants]
        blend = auto.fit_blend(
            validation.base_probabilities, training.target[tested], training.group[tested], allowed
        )
        return blend.combine(predictions[blend.used])

    return {TITLES[name]: score(blended(name), scoring) for name in (AUTO, "geodiffnet-f")}


def _spectral(draw: Draw) -> dict[str, Row]:
    """Methods and controls on spectra without networks."""
    training, scoring = draw.sides(None)
    predictions = {TITLES[name]: draw.predicted(name) for name in ("lda", "svm", "rf")}
    control = StackedClassifier({"control": (make_discriminant, (1.0,))}, draw.seed)
    control.fit(training, draw.dataset.class_names, SILENT)
    predictions[TO_IDENTITY] = control.predict_proba(scoring.spectra, scoring.features)
    predictions[MEAN_OF_TWO] = (predictions[TO_IDENTITY] + predictions[TITLES["rf"]]) / 2
    predictions[BY_DECISION] = pair_scores(training, scoring, draw.seed)
    return {title: score(found, scoring) for title, found in predictions.items()}


def _single_networks(draw: Draw) -> dict[str, Row]:
    """Methods that are one kind of network each."""
    scoring = draw.sides()[1]
    return {
        TITLES[name]: score(draw.predicted(name), scoring) for name in ("geospecnet", "geodiffnet")
    }


def _without_diffusion(draw: Draw) -> dict[str, Row]:
    """The default with context features only."""
    diffusion, context = draw.kinds
    training, scoring = (
        replace(side, features=side.features[:, diffusion:]) for side in draw.sides()
    )
    method, _ = draw.fitted("geodiffnet-f", training, (0, context))
    found = method.predict_proba(scoring.spectra, scoring.features)
    return {WITHOUT_DIFFUSION: score(found, scoring)}


def _on_features(draw: Draw) -> dict[str, Row]:
    """Single classifiers on spectra and features of one kind, without context features."""
    rows = {}
    for kind in KINDS:
        width = draw.cubes.kinds[kind][0]
        training, scoring = (_first(side, width) for side in draw.sides(kind))
        for title in FEATURE_CONTROLS:
            if title.format(kind) in ON_FEATURES:
                classifier = (
                    Ensemble(EnsembleSettings(seed=draw.seed), CPU)
                    if title == FILM
                    else make_discriminant(uses_features=True)
                )
                rows[title.format(kind)] = _control(classifier, training, scoring)
    return rows


def _networks(method: str, kinds: tuple[int, ...]) -> EnsembleSettings:
    return EnsembleSettings(members=network_count(method), kinds=kinds)


def _control(classifier: BaseClassifier, training: Samples, scoring: Samples) -> Row:
    classifier.fit(training, SILENT)
    found = classifier.predict_variants(scoring.spectra, scoring.features, [0])[0]
    return score(found, scoring)


def pair_scores(training: Samples, scoring: Samples, seed: int) -> np.ndarray:
    """A support vector machine's decision function, instead of Platt's probabilities."""
    machine = SVC(C=10, gamma="scale", class_weight="balanced", random_state=seed)
    machine.fit(training.spectra, training.target)
    scores = machine.decision_function(scoring.spectra)
    if scores.ndim == 1:
        scores = np.column_stack([-scores, scores])
    found = np.zeros((len(scoring), training.class_count), np.float32)
    found[:, machine.classes_] = softmax(scores)
    return found


def score(probabilities: np.ndarray, scoring: Samples) -> Row:
    predicted = probabilities.argmax(axis=1)
    accuracy = AccuracyMetrics.of(scoring.target, predicted, scoring.class_count)
    error = reliability(probabilities, scoring.target).error
    return {"overall": accuracy.overall, "average": accuracy.average, "calibration": error}


def _first(samples: Samples, width: int) -> Samples:
    return replace(samples, features=samples.features[:, :width])


#: All rows, in the order of the table.
GROUPS = {
    "blends": RowGroup((TITLES[AUTO], DEFAULT), _blends),
    "default": RowGroup((DEFAULT,), _default),
    "spectral": RowGroup(
        (TITLES["lda"], TITLES["svm"], TITLES["rf"], TO_IDENTITY, MEAN_OF_TWO, BY_DECISION),
        _spectral,
        kinds=(),
    ),
    "networks": RowGroup((TITLES["geospecnet"], TITLES["geodiffnet"]), _single_networks),
    "without-diffusion": RowGroup((WITHOUT_DIFFUSION,), _without_diffusion),
    "features": RowGroup(ON_FEATURES, _on_features, KINDS),
}
TITLES_IN_ORDER = tuple(dict.fromkeys(title for group in GROUPS.values() for title in group.titles))
