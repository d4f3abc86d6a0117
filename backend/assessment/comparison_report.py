"""The report of several methods, or settings of one, tried on the same labels and folds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..labels.classes import MapClass
from . import charts, sections
from .accuracy import Figures, Interval, Intervals, bootstrap, figures, group_matrices, resampled
from .calibration import reliability
from .classification_report import Scored
from .content import Block, Figure, KeyFigure, Paragraph, Report, Section, Table
from .sections import count, number, percent, spread


@dataclass(frozen=True)
class Candidate:
    """One method or choice of settings with its out-of-fold probabilities."""

    name: str
    scored: Scored
    detail: str = ""  # what is particular about it, such as its settings
    seconds: float | None = None


@dataclass(frozen=True)
class Comparison:
    """Candidates that were validated on the same pixels and folds; the best is found here."""

    title: str
    image: str
    what: str  # "methods" or "settings"
    classes: Sequence[MapClass]
    candidates: Sequence[Candidate]
    chosen: int | None = None  # which one the job took; the best in average accuracy by default
    read: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()
    seed: int = 0


@dataclass(frozen=True)
class _Trial:
    candidate: Candidate
    matrix: np.ndarray
    figures: Figures
    intervals: Intervals
    draws: Figures
    calibration_error: float

    @classmethod
    def of(cls, candidate: Candidate, classes: int, seed: int) -> _Trial:
        scored = candidate.scored
        parts = group_matrices(scored.mapped, scored.truth, scored.groups, classes)
        matrix = parts.sum(axis=0)
        return cls(
            candidate,
            matrix,
            figures(matrix),
            bootstrap(parts, seed),
            figures(resampled(parts, seed)),
            reliability(scored.probabilities, scored.truth).error,
        )

    def gap(self, other: _Trial) -> tuple[float, Interval]:
        """How far this lies below another in average accuracy, on the same draws of polygons."""
        differences = self.draws.average - other.draws.average
        low, high = np.nanquantile(differences, [0.025, 0.975])
        return float(self.figures.average - other.figures.average), Interval(low, high)


def comparison_report(found: Comparison) -> Report:
    """The content of the report."""
    trials = [_Trial.of(item, len(found.classes), found.seed) for item in found.candidates]
    chosen = found.chosen
    if chosen is None:
        chosen = int(np.argmax([float(trial.figures.average) for trial in trials]))
    best = trials[chosen]
    names = [entry.name for entry in found.classes]
    used = sections.versions()
    blocks = [
        _table(found, trials, best),
        _by_class(found, trials),
        Section(
            f"What {best.candidate.name} takes for what",
            [
                sections.heat_map(
                    best.matrix,
                    names,
                    "Pixels by predicted class (rows) and class of the labels (columns). The "
                    "darker a cell, the larger the share of its column.",
                )
            ],
        ),
    ]
    if found.read or found.notes:
        rows: list[Block] = [Table((), list(found.read.items()), texts=True)]
        rows += [Paragraph(note, "note") for note in found.notes]
        blocks.append(Section("What was read", rows))
    blocks.append(Section("For the methods section", [Paragraph(_methods(found, best), "quote")]))
    blocks.append(sections.provenance(found.settings, found.seconds, used))
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {len(trials)} {found.what}",
        summary=_summary(found, trials, best, names),
        key_figures=[
            KeyFigure("best", best.candidate.name, best.candidate.detail),
            KeyFigure(
                "average accuracy",
                percent(float(best.figures.average), 1),
                spread(float(best.intervals.average.low), float(best.intervals.average.high)),
            ),
            KeyFigure(
                "overall accuracy",
                percent(float(best.figures.overall), 1),
                spread(float(best.intervals.overall.low), float(best.intervals.overall.high)),
            ),
            KeyFigure("kappa", number(float(best.figures.kappa))),
        ],
        sections=blocks,
        numbers=_numbers(found, trials, chosen, used),
    )


def _summary(
    found: Comparison, trials: Sequence[_Trial], best: _Trial, names: Sequence[str]
) -> list[str]:
    sentences = [
        f"{best.candidate.name} does best: average accuracy {percent(float(best.figures.average))}"
        f", overall accuracy {percent(float(best.figures.overall))} (cross-validated by polygon). "
        + sections.weakest_class(best.matrix, names)
    ]
    close = [
        trial.candidate.name
        for trial in trials
        if trial is not best and float(trial.gap(best)[1].high) >= 0
    ]
    if close:
        sentences.append(
            f"The labels do not suffice to tell it from {', '.join(close)}: the difference is "
            "within what another choice of polygons could bring."
        )
    elif len(trials) > 1:
        sentences.append("It is better than every other beyond what chance of the polygons brings.")
    return [sentence.strip() for sentence in sentences]


def _table(found: Comparison, trials: Sequence[_Trial], best: _Trial) -> Section:
    drawing = charts.bars(
        [trial.candidate.name for trial in trials],
        [
            charts.Series(
                label,
                np.array([float(getattr(trial.figures, name)) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).low) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).high) for trial in trials]),
            )
            for label, name in (("average accuracy", "average"), ("overall accuracy", "overall"))
        ],
        f"Accuracy of the {found.what}",
    )
    rows = []
    for trial in trials:
        gap, interval = trial.gap(best)
        behind: str | tuple[str, str] = "best"
        if trial is not best:
            limits = f"{float(interval.low) * 100:+.1f} … {float(interval.high) * 100:+.1f}"
            behind = (f"{gap * 100:+.1f}".replace("-", "−"), limits.replace("-", "−"))
        rows.append(
            (
                trial.candidate.name,
                percent(float(trial.figures.average), 1),
                behind,
                (
                    percent(float(trial.figures.overall), 1),
                    f"κ {number(float(trial.figures.kappa))}",
                ),
                (
                    number(trial.calibration_error),
                    "" if trial.candidate.seconds is None else f"{trial.candidate.seconds:.1f} s",
                ),
            )
        )
    columns = ("", "average", "to the best", "overall", "ECE")
    blocks: list[Block] = [
        Figure(drawing, "Whiskers: 95 % intervals from drawing whole polygons again."),
        Table(columns, rows),
        Paragraph(
            "“To the best” is the difference in average accuracy, in points, with its 95 % "
            "interval over the same draws of polygons: where it holds zero, the labels cannot "
            "tell the two apart. “ECE” is the expected calibration error; below it the time that "
            "training and validation took."
        ),
    ]
    details = [(t.candidate.name, t.candidate.detail) for t in trials if t.candidate.detail]
    if details:
        blocks.append(Table((), details, texts=True))
    return Section(f"The {found.what}", blocks)


def _by_class(found: Comparison, trials: Sequence[_Trial]) -> Section:
    rows = [
        (entry.name, *(number(float(trial.figures.f1[index]), 2) for trial in trials))
        for index, entry in enumerate(found.classes)
    ]
    columns = ("F1", *(trial.candidate.name for trial in trials))
    colours = [entry.colour for entry in found.classes]
    return Section("Each class", [Table(columns, rows, swatches=colours, upright=True)])


def _methods(found: Comparison, best: _Trial) -> str:
    scored = best.candidate.scored
    polygons = count(len(np.unique(scored.groups)))
    return (
        f"{len(found.candidates)} {found.what} were compared on {count(len(scored.truth))} "
        f"labelled pixels in {polygons} polygons by the same {scored.folds}-fold "
        f"cross-validation that kept polygons whole; {best.candidate.name} had the highest average "
        f"accuracy ({percent(float(best.figures.average), 1)}, 95 % interval "
        f"{spread(float(best.intervals.average.low), float(best.intervals.average.high), 1)}, "
        "bootstrap over polygons)."
    )


def _numbers(
    found: Comparison, trials: Sequence[_Trial], chosen: int, used: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "image": found.image,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "classes": [entry.name for entry in found.classes],
        "best": trials[chosen].candidate.name,
        "candidates": [
            {
                "name": trial.candidate.name,
                "detail": trial.candidate.detail,
                "seconds": trial.candidate.seconds,
                "overall_accuracy": trial.figures.overall,
                "average_accuracy": trial.figures.average,
                "kappa": trial.figures.kappa,
                "f1": trial.figures.f1,
                "intervals_95": {
                    name: [getattr(trial.intervals, name).low, getattr(trial.intervals, name).high]
                    for name in ("overall", "average", "kappa")
                },
                "expected_calibration_error": trial.calibration_error,
                "confusion_map_by_reference": trial.matrix,
            }
            for trial in trials
        ],
    }
