"""The report of several methods tried on the same labels and folds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..charts import charts, images
from ..labels.classes import MapClass
from . import sections
from .candidates import Candidate, Trial, best_index, choose
from .content import (
    Block,
    Figure,
    Image,
    KeyFigure,
    Legend,
    LegendEntry,
    Paragraph,
    Report,
    Row,
    Section,
    Table,
)
from .sections import count, number, percent, spread


@dataclass(frozen=True)
class Preview:
    """A part of the scene, small enough to look at, as every method maps it."""

    what: str  # which part of the scene it is
    colours: np.ndarray  # (3, height, width) in 0..1
    valid: np.ndarray
    maps: Sequence[np.ndarray]  # class indexes, in the order of the candidates


@dataclass(frozen=True)
class Comparison:
    """Candidates that were validated on the same pixels and folds; the best is found here."""

    title: str
    image: str
    classes: Sequence[MapClass]
    candidates: Sequence[Candidate]
    preview: Preview | None = None
    read: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()
    seed: int = 0


def comparison_report(found: Comparison) -> Report:
    """The content of the report."""
    trials = [Trial.of(item, len(found.classes), found.seed) for item in found.candidates]
    chosen = choose(trials)
    best = trials[chosen]
    names = [entry.name for entry in found.classes]
    used = sections.versions()
    blocks = [_table(trials, best), _by_class(found, trials), *_base_classifier_sections(trials)]
    if found.preview is not None:
        blocks.append(_maps(found, found.preview))
    blocks.append(
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
        )
    )
    if found.read or found.notes:
        rows: list[Block] = [Table((), list(found.read.items()), texts=True)]
        rows += [Paragraph(note, "note") for note in found.notes]
        blocks.append(Section("What was read", rows))
    blocks.append(Section("For the methods section", [Paragraph(_methods(trials, best), "quote")]))
    blocks.append(sections.provenance(found.settings, found.seconds, used))
    unknown = best.candidate.scored.unknown
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {len(trials)} methods",
        summary=[unknown] if unknown else _summary(trials, best, names),
        key_figures=[KeyFigure("accuracy", "not known", "draw more polygons")]
        if unknown
        else [
            KeyFigure("to be taken", best.candidate.name, best.candidate.detail),
            KeyFigure(
                "average accuracy",
                percent(best.average, 1),
                spread(float(best.intervals.average.low), float(best.intervals.average.high)),
            ),
            KeyFigure(
                "overall accuracy",
                percent(float(best.accuracy_metrics.overall), 1),
                spread(float(best.intervals.overall.low), float(best.intervals.overall.high)),
            ),
            KeyFigure("kappa", number(float(best.accuracy_metrics.kappa))),
        ],
        sections=blocks,
        numbers=_numbers(found, trials, chosen, used),
    )


def _summary(trials: Sequence[Trial], best: Trial, names: Sequence[str]) -> list[str]:
    name = best.candidate.name
    accuracy_metrics = (
        f"average accuracy {percent(best.average)}, overall accuracy "
        f"{percent(float(best.accuracy_metrics.overall))} (cross-validated by polygon). "
    )
    top = trials[best_index(trials)]
    if top is best:
        sentences = [
            f"{name} does best: {accuracy_metrics}{sections.weakest_class(best.matrix, names)}"
        ]
    else:
        sentences = [
            f"Take {name}: {accuracy_metrics}{sections.weakest_class(best.matrix, names)}",
            f"{top.candidate.name} has {percent(top.average)} on average, but the difference is "
            f"smaller than its standard error, and {name} is simpler.",
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


def _base_classifier_sections(trials: Sequence[Trial]) -> list[Section]:
    """Of each method that blends: its base classifiers, and what spatial features add."""
    found = []
    for trial in trials:
        candidate = trial.candidate
        blocks = sections.base_classifier_sections(
            candidate.base_classifiers,
            candidate.without_features,
            float(trial.accuracy_metrics.overall),
        )
        if blocks:
            found.append(Section(f"What {candidate.name} relies on", blocks))
    return found


def _table(trials: Sequence[Trial], best: Trial) -> Section:
    drawing = charts.bars(
        [trial.candidate.name for trial in trials],
        [
            charts.Series(
                label,
                np.array([float(getattr(trial.accuracy_metrics, name)) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).low) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).high) for trial in trials]),
            )
            for label, name in (("average accuracy", "average"), ("overall accuracy", "overall"))
        ],
        "Accuracy of the methods",
    )
    columns = ("", "average", "gap", "overall", "κ", "ECE")
    rows = [
        (
            trial.candidate.name,
            _with_interval(trial, "average"),
            _difference_to_best(trial, best),
            _with_interval(trial, "overall"),
            (
                number(float(trial.accuracy_metrics.kappa), 2),
                f"F1 {number(float(trial.accuracy_metrics.mean_f1), 2)}",
            ),
            (
                number(trial.calibration_error, 2),
                "" if trial.candidate.seconds is None else f"{trial.candidate.seconds:.1f} s",
            ),
        )
        for trial in trials
    ]
    blocks: list[Block] = [
        Figure(drawing, "Whiskers: 95 % intervals from drawing whole polygons again."),
        Table(columns, rows),
        Paragraph(
            "Average and overall accuracy with their 95 % intervals; “gap” is the difference in "
            "average accuracy to the method that is to be taken, in points, with its 95 % interval "
            "over the same draws of polygons: where that holds zero, the labels cannot tell the "
            "two apart. Of methods whose difference to the highest figure is smaller than its "
            "standard error, the simplest is taken. κ: kappa, and below it the mean F1. ECE: "
            "expected calibration error, and below it the time that validation took."
        ),
    ]
    details = [(t.candidate.name, t.candidate.detail) for t in trials if t.candidate.detail]
    if details:
        blocks.append(Table((), details, texts=True))
    return Section("The methods", blocks)


def _with_interval(trial: Trial, name: str) -> tuple[str, str]:
    interval = getattr(trial.intervals, name)
    return (
        percent(float(getattr(trial.accuracy_metrics, name)), 1),
        spread(float(interval.low), float(interval.high)),
    )


def _difference_to_best(trial: Trial, best: Trial) -> str | tuple[str, str]:
    if trial is best:
        return "taken"
    gap, interval = trial.gap(best)
    limits = f"{float(interval.low) * 100:+.0f} … {float(interval.high) * 100:+.0f}"
    return f"{gap * 100:+.1f}".replace("-", "−"), limits.replace("-", "−")


def _by_class(found: Comparison, trials: Sequence[Trial]) -> Section:
    names = [entry.name for entry in found.classes]
    drawing = charts.bars(
        names,
        [
            charts.Series(
                trial.candidate.name,
                trial.accuracy_metrics.f1,
                trial.intervals.f1.low,
                trial.intervals.f1.high,
            )
            for trial in trials
        ],
        "F1 of each class",
        tick=lambda value: f"{value:.2g}",
    )
    rows = [
        (name, *(number(float(trial.accuracy_metrics.f1[index]), 2) for trial in trials))
        for index, name in enumerate(names)
    ]
    columns = ("F1", *(trial.candidate.name for trial in trials))
    colours = [entry.colour for entry in found.classes]
    return Section(
        "Each class",
        [
            Figure(
                drawing,
                "F1 joins how much of the class was found with how often a map is right where it "
                "shows the class. Whiskers: 95 % intervals.",
            ),
            Table(columns, rows, swatches=colours, upright=True),
        ],
    )


def _maps(found: Comparison, preview: Preview) -> Section:
    colours = {index: entry.rgb for index, entry in enumerate(found.classes)}
    shown: list[Block] = [
        Image(
            *images.colour_image(preview.colours, preview.valid),
            "The scene in natural colours",
            "The scene",
        )
    ]
    for candidate, indexes in zip(found.candidates, preview.maps, strict=True):
        drawn = images.class_image(np.ma.MaskedArray(indexes, ~preview.valid), colours)
        shown.append(Image(*drawn, f"Map by {candidate.detail or candidate.name}", candidate.name))
    blocks: list[Block] = [
        Paragraph(f"{preview.what}, as each method maps it after learning from all labels."),
        Row(shown, narrow=True),
        Legend([LegendEntry(entry.colour, entry.name) for entry in found.classes]),
    ]
    if len(preview.maps) > 1 and preview.valid.any():
        agreement = _agreement(preview.maps, len(found.classes))[preview.valid]
        share_agreed = float((agreement == len(preview.maps)).mean())
        blocks.append(
            Paragraph(
                f"All methods agree on {percent(share_agreed)} of these pixels. Where they differ, "
                "look "
                "closer: more polygons help most there."
            )
        )
    return Section("The maps next to each other", blocks)


def _agreement(maps: Sequence[np.ndarray], classes: int) -> np.ndarray:
    """How many methods say what most of them say, for each pixel."""
    votes = [sum((found == index).astype(np.uint8) for found in maps) for index in range(classes)]
    return np.max(votes, axis=0)


def _methods(trials: Sequence[Trial], best: Trial) -> str:
    scored = best.candidate.scored
    polygons = count(len(np.unique(scored.groups)))
    return (
        f"{len(trials)} methods were compared on {count(len(scored.truth))} labelled pixels in "
        f"{polygons} polygons by the same {scored.folds}-fold cross-validation that kept polygons "
        f"whole; {best.candidate.name} was taken (average accuracy {percent(best.average, 1)}, "
        f"95 % interval "
        f"{spread(float(best.intervals.average.low), float(best.intervals.average.high), 1)}, "
        "bootstrap over polygons; of methods within one standard error of the highest, the "
        "simplest)."
    )


def _numbers(
    found: Comparison, trials: Sequence[Trial], chosen: int, used: Mapping[str, str]
) -> dict[str, Any]:
    return {
        "image": found.image,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "classes": [entry.name for entry in found.classes],
        "best": trials[chosen].candidate.name,
        "highest": trials[best_index(trials)].candidate.name,
        "candidates": [trial.numbers for trial in trials],
    }
