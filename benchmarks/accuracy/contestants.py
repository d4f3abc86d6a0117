"""Everything that competes, trained on one draw of labels and scored on the other side.

All methods of the plugin are cross-validated and trained once, as one `auto`; each method's own
row is what it says alone, with the weights and temperature that its own folds taught it.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import torch

from backend.assessment.calibration import reliability
from backend.learning.auto import Auto
from backend.learning.ensemble import Ensemble, EnsembleSettings
from backend.learning.folds import make_folds
from backend.learning.making import make_method
from backend.learning.merging import merge
from backend.learning.methods import Method
from backend.learning.names import AUTO, BY_SIMPLICITY
from backend.learning.samples import Samples
from backend.learning.validation import Accuracy, out_of_fold
from backend.reporter import Reporter

from .cubes import Cubes
from .scenes import Contest, Side

QUIET = Reporter(lambda event: None)
CPU = torch.device("cpu")
TITLES = {
    "geodiffnet-f": "**GeoDiffNet-F (default)**",
    "auto": "auto",
    "geodiffnet": "GeoDiffNet (diffusion features)",
    "geospecnet": "GeoSpecNet (spectra)",
    "rf": "random forest on spectra",
    "svm": "SVM on spectra",
}
#: Controls: what learns, from which spatial features.
CONTROLS = {
    "FiLM on bundled features": ("film", "bundled"),
    "FiLM on random-weight features": ("film", "random weights"),
    "FiLM on Gaussian pyramid": ("film", "gaussian pyramid"),
    "random forest, spectra + pyramid": ("rf", "gaussian pyramid"),
    "SVM, spectra + pyramid": ("svm", "gaussian pyramid"),
}
Row = dict[str, float]


def compete(contest: Contest, cubes: Cubes, drawn: Side, seed: int) -> dict[str, Row]:
    """Figures of every contestant on the scoring side, by the title of its row."""
    return _methods(contest, cubes, drawn, seed) | {
        title: _control(contest, cubes, drawn, seed, *CONTROLS[title]) for title in CONTROLS
    }


def _methods(contest: Contest, cubes: Cubes, drawn: Side, seed: int) -> dict[str, Row]:
    classes = len(contest.class_names)
    training = cubes.samples(drawn, "bundled", classes)
    scoring = cubes.samples(contest.scoring, "bundled", classes)
    settings = EnsembleSettings(kinds=cubes.kinds["bundled"])

    def every(with_seed: int) -> Auto:
        found = make_method(AUTO, with_seed, CPU, settings)
        if not isinstance(found, Auto):
            raise TypeError("auto is not what it was")
        return found

    auto = every(seed)
    folds = make_folds(training, contest.class_names, seed)
    opinions = out_of_fold(every, training, folds, seed, QUIET)
    known = np.flatnonzero(folds.fold >= 0)
    truth, group = training.target[known], training.group[known]
    auto.fit(training, QUIET)  # before it is tuned, so that every method is trained
    said = auto.opinions(scoring.spectra, scoring.features, range(auto.experts))
    auto.tuning = auto.learn_tuning(opinions[:, known], truth, group)
    rows = {TITLES[AUTO]: _score(merge(said, auto.tuning), scoring.target, classes)}
    start = 0
    for name in BY_SIMPLICITY:
        method = auto.methods[name]
        mine = slice(start, start + method.experts)
        start = mine.stop
        tuning = method.learn_tuning(opinions[mine][:, known], truth, group)
        rows[TITLES[name]] = _score(merge(said[mine], tuning), scoring.target, classes)
    return rows


def _control(
    contest: Contest, cubes: Cubes, drawn: Side, seed: int, learner: str, kind: str
) -> Row:
    classes = len(contest.class_names)
    # of diffusion features only the network's own, without plain surroundings
    width = cubes.kinds[kind][0]
    training, scoring = (
        _first(cubes.samples(side, kind, classes), width) for side in (drawn, contest.scoring)
    )
    method: Method
    if learner == "film":
        method = Ensemble(EnsembleSettings(seed=seed), CPU)
    else:
        training, scoring = _joined(training), _joined(scoring)
        method = make_method(learner, seed, CPU)
    method.fit(training, QUIET)
    found = method.predict_proba(scoring.spectra, scoring.features)
    return _score(found, scoring.target, classes)


def _score(probabilities: np.ndarray, truth: np.ndarray, classes: int) -> Row:
    accuracy = Accuracy.of(truth, probabilities.argmax(axis=1), classes)
    error = reliability(probabilities, truth).error
    return {"overall": accuracy.overall, "average": accuracy.average, "calibration": error}


def _first(samples: Samples, width: int) -> Samples:
    return replace(samples, features=samples.features[:, :width])


def _joined(samples: Samples) -> Samples:
    spectra = np.concatenate([samples.spectra, samples.features], axis=1)
    return replace(samples, spectra=spectra, features=samples.features[:, :0])
