"""The report of a classification: what it learnt from, how well, and how it was made."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..charts import charts
from ..labels.classes import MapClass
from ..metrics.accuracy import (
    AccuracyMetrics,
    Intervals,
    accuracy_metrics,
    bootstrap,
    group_matrices,
)
from ..metrics.calibration import Reliability, reliability
from . import sections
from .content import Block, Bullets, Figure, KeyFigure, Paragraph, Report, Row, Section, Table
from .sections import count, number, percent, spread


@dataclass(frozen=True)
class ScoredPixels:
    """Labelled pixels that were predicted by a model which had not seen their polygon."""

    truth: np.ndarray  # class indexes
    probabilities: np.ndarray  # (pixels, classes)
    groups: np.ndarray  # the polygon of each pixel
    folds: int
    notes: Sequence[str] = ()
    #: Why the pixels do not tell the accuracy of the map, and what to draw; None where they do.
    unknown: str | None = None

    @property
    def mapped(self) -> np.ndarray:
        """The likeliest class of each pixel."""
        return self.probabilities.argmax(axis=1)


@dataclass(frozen=True)
class LabelledSpectra:
    """The labelled pixels that were learnt from."""

    target: np.ndarray
    groups: np.ndarray
    spectra: np.ndarray  # (pixels, bands) reflectance
    wavelengths: np.ndarray | None = None
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Classification:
    """Everything a classification's report tells; whatever is left empty is left out."""

    title: str
    method: str
    image: str
    classes: Sequence[MapClass]
    labelled: LabelledSpectra
    scored: ScoredPixels | None
    read: Mapping[str, str] = field(default_factory=dict)  # what was read and what was dropped
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    method_sentence: str = ""  # a sentence on the method for the methods section
    map: Path | None = None  # where it lies now, even under a temporary name
    confidence: Path | None = None
    applicability: Path | None = None
    map_pixels: np.ndarray | None = None  # of each class
    notes: Sequence[str] = ()
    curves: Mapping[str, np.ndarray] = field(default_factory=dict)  # e.g. a loss over steps
    outside: float | None = None  # share of the scene outside the area of applicability
    seed: int = 0
    #: Name, uses_features, weight and accuracies of each base classifier.
    base_classifiers: Sequence[Mapping[str, Any]] = ()
    without_features: float | None = None  # overall accuracy of the spectrum alone


def classification_report(found: Classification) -> Report:
    """The content of the report."""
    names = [entry.name for entry in found.classes]
    colours = [entry.colour for entry in found.classes]
    accuracy = _Accuracy.of(found) if found.scored is not None and len(found.scored.truth) else None
    blocks = [_input_data(found, names, colours)]
    if accuracy:
        blocks = [
            *_accuracy(accuracy, found, names, colours),
            *_base_classifier_sections(found),
            *blocks,
        ]
    if found.map is not None:
        blocks.insert(0, _map(found))
    if found.outside is not None:
        blocks.append(sections.applicability_section(found.outside, found.applicability))
    blocks.append(
        sections.spectra_section(
            found.labelled.spectra,
            found.labelled.target,
            names,
            colours,
            found.labelled.wavelengths,
        )
    )
    if found.curves:
        blocks.append(_curves(found.curves))
    used = sections.versions()
    blocks.append(
        Section("For the methods section", [Paragraph(_methods(found, accuracy), "quote")])
    )
    blocks.append(sections.provenance(found.settings, found.seconds, used))
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {found.method}",
        summary=_summary(found, accuracy, names),
        key_figures=_key_figures(found, accuracy),
        sections=blocks,
        numbers=_numbers(found, accuracy, used),
    )


@dataclass(frozen=True)
class _Accuracy:
    matrix: np.ndarray
    accuracy_metrics: AccuracyMetrics
    intervals: Intervals
    shapes: np.ndarray
    calibration: Reliability

    @classmethod
    def of(cls, found: Classification) -> _Accuracy:
        scored = found.scored
        matrices = group_matrices(scored.mapped, scored.truth, scored.groups, len(found.classes))
        matrix = matrices.sum(axis=0)
        owner = matrices.sum(axis=1).argmax(axis=1)
        return cls(
            matrix,
            accuracy_metrics(matrix),
            bootstrap(matrices, found.seed),
            np.bincount(owner, minlength=len(found.classes)),
            reliability(scored.probabilities, scored.truth),
        )


def _summary(found: Classification, accuracy: _Accuracy | None, names: Sequence[str]) -> list[str]:
    if accuracy is None:
        return ["The accuracy could not be estimated: there were too few labelled polygons."]
    if found.scored.unknown is not None:
        return [found.scored.unknown, *_outside(found)]
    metrics, intervals = accuracy.accuracy_metrics, accuracy.intervals
    overall = float(metrics.overall)
    half = float(intervals.overall.high - intervals.overall.low) / 2
    sentences = [
        f"Overall accuracy {percent(overall)}"
        + (f" ± {half * 100:.0f}" if np.isfinite(half) else "")
        + " (cross-validated by polygon). "
        + sections.weakest_class(accuracy.matrix, names)
    ]
    missing = [names[i] for i in np.flatnonzero(accuracy.matrix.sum(axis=0) == 0)]
    if missing:
        sentences.append(f"Nothing is known of the accuracy of: {', '.join(missing)}.")
    gap = accuracy.calibration.mean_confidence - overall
    if abs(gap) > 0.05:
        side = "more" if gap > 0 else "less"
        sentences.append(
            f"The map is {side} sure of itself than it should be: on average it claims "
            f"{percent(accuracy.calibration.mean_confidence)} and {percent(overall)} is right."
        )
    sentences += _outside(found)
    return [sentence.strip() for sentence in sentences]


def _outside(found: Classification) -> list[str]:
    if found.outside is None:
        return []
    return [
        f"{percent(found.outside)} of the scene lies outside the area of applicability (spectra "
        "unlike any training sample)."
    ]


def _base_classifier_sections(found: Classification) -> list[Section]:
    """The weights of the base classifiers, and what spatial features are worth on this scene."""
    if found.scored is None or found.scored.unknown is not None:
        return []
    overall = float((found.scored.mapped == found.scored.truth).mean())
    blocks = sections.base_classifier_sections(
        found.base_classifiers, found.without_features, overall
    )
    return [Section("What the map relies on", blocks)] if blocks else []


def _key_figures(found: Classification, accuracy: _Accuracy | None) -> list[KeyFigure]:
    shapes = len(np.unique(found.labelled.groups))
    labels = KeyFigure(
        "labels", count(len(found.labelled.target)), f"pixels in {count(shapes)} polygons"
    )
    if accuracy is None or found.scored.unknown is not None:
        unknown = KeyFigure("accuracy", "not known", "draw more polygons")
        return [unknown, labels]
    metrics, intervals = accuracy.accuracy_metrics, accuracy.intervals
    keys = [
        KeyFigure(
            "overall accuracy",
            percent(float(metrics.overall), 1),
            spread(float(intervals.overall.low), float(intervals.overall.high)),
        ),
        KeyFigure(
            "average accuracy",
            percent(float(metrics.average), 1),
            spread(float(intervals.average.low), float(intervals.average.high)),
        ),
        KeyFigure(
            "kappa",
            number(float(metrics.kappa)),
            f"{number(float(intervals.kappa.low), 2)} – {number(float(intervals.kappa.high), 2)}",
        ),
        KeyFigure(
            "mean F1", number(float(metrics.mean_f1), 2), f"mean IoU {float(metrics.mean_iou):.2f}"
        ),
        labels,
    ]
    if found.outside is not None:
        keys.append(KeyFigure("outside applicability", percent(found.outside), "of the scene"))
    return keys


def _accuracy(
    accuracy: _Accuracy, found: Classification, names: Sequence[str], colours: Sequence[str]
) -> list[Section]:
    scored = found.scored
    folds = f"{scored.folds}-fold cross-validation"
    messages = (*([scored.unknown] if scored.unknown else []), *scored.notes)
    notes = [Paragraph(note, "note") for note in messages]
    seen = accuracy.matrix.sum(axis=0)
    blocks: list[Block] = [
        Paragraph(
            f"Every labelled pixel was classified by a model that was fitted without its polygon "
            f"({folds}, grouped by polygon). Intervals are a bootstrap over polygons (1,000 "
            "replicates), since the pixels of one polygon resemble each other; with few polygons "
            "they are widened by Student's t."
        ),
        *notes,
        sections.class_bars(names, accuracy.accuracy_metrics, accuracy.intervals),
        sections.class_table(
            names, colours, accuracy.accuracy_metrics, accuracy.intervals, seen, accuracy.shapes
        ),
        Paragraph(
            "These metrics say how well labelled polygons are told apart, not how much of the map "
            "is correct: polygons are drawn where a class is plain to see. For the accuracy of the "
            "map, and for areas, assess it with a random sample of points (assess)."
        ),
    ]
    matrix = sections.heat_map(
        accuracy.matrix,
        names,
        "Pixels by the class of the map (rows) and of the labels (columns). The darker a cell, the "
        "larger the share of its column.",
    )
    calibration = accuracy.calibration
    words = [
        f"Expected calibration error {calibration.error:.3f}: the mean gap between confidence and "
        "accuracy.",
        f"Brier score {calibration.brier:.3f} (0 is perfect).",
    ]
    return [
        Section("Accuracy of each class", blocks),
        Section("What is taken for what", [matrix]),
        Section(
            "Does confidence keep its word?",
            [
                Row(
                    [
                        Figure(charts.reliability_chart(calibration)),
                        Bullets(
                            [
                                "Points on the dashed line: of the pixels given 80 %, eight in ten "
                                "are right. Below it, the map claims too much; above, too little.",
                                *words,
                                "Whiskers: 95 % intervals that take pixels as independent; treat "
                                "them as the least there is.",
                            ]
                        ),
                    ]
                )
            ],
        ),
    ]


def _map(found: Classification) -> Section:
    total = float(found.map_pixels.sum()) if found.map_pixels is not None else 0.0
    entries = []
    for index, entry in enumerate(found.classes):
        detail = percent(found.map_pixels[index] / total, 1) if total else ""
        entries.append((entry.code, entry.name, entry.colour, detail))
    return sections.map_section("The map", found.map, entries, found.confidence)


def _input_data(found: Classification, names: Sequence[str], colours: Sequence[str]) -> Section:
    labelled = found.labelled
    rows = []
    for index, name in enumerate(names):
        mine = labelled.target == index
        rows.append((name, count(mine.sum()), count(len(np.unique(labelled.groups[mine])))))
    blocks: list[Block] = []
    if found.read:
        blocks.append(Table((), list(found.read.items()), texts=True))
    blocks += [Paragraph(note, "note") for note in (*labelled.notes, *found.notes)]
    blocks.append(Table(("class", "labelled pixels", "polygons"), rows, swatches=colours))
    return Section("What was read", blocks)


def _curves(curves: Mapping[str, np.ndarray]) -> Section:
    lines = [(name, np.arange(1, len(values) + 1), values) for name, values in curves.items()]
    return Section("Training", [Figure(charts.curves(lines, "step", "loss"))])


def _methods(found: Classification, accuracy: _Accuracy | None) -> str:
    labelled = found.labelled
    shapes = len(np.unique(labelled.groups))
    how = found.method_sentence or f"The scene was classified with {found.method} (GeoDiffNet)."
    text = (
        f"{how} Training used {count(len(labelled.target))} pixels in {count(shapes)} labelled "
        f"polygons of {len(found.classes)} classes."
    )
    if accuracy is None or found.scored.unknown is not None:
        return text
    metrics, intervals = accuracy.accuracy_metrics, accuracy.intervals
    return text + (
        f" Accuracy was estimated by {found.scored.folds}-fold cross-validation, grouped by "
        f"polygon: overall accuracy {percent(float(metrics.overall), 1)} (95 % interval "
        f"{spread(float(intervals.overall.low), float(intervals.overall.high), 1)}, bootstrap over "
        f"polygons), average accuracy {percent(float(metrics.average), 1)}, kappa "
        f"{number(float(metrics.kappa))}."
    )


def _numbers(
    found: Classification, accuracy: _Accuracy | None, used: Mapping[str, str]
) -> dict[str, Any]:
    numbers: dict[str, Any] = {
        "image": found.image,
        "method": found.method,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "read": dict(found.read),
        "notes": [*found.labelled.notes, *found.notes],
        "labelled_pixels": len(found.labelled.target),
        "outside_applicability": found.outside,
        "base_classifiers": [dict(base) for base in found.base_classifiers],
        "overall_accuracy_without_features": found.without_features,
        "classes": [
            {
                "code": entry.code,
                "name": entry.name,
                "colour": entry.colour,
                "labelled_pixels": int((found.labelled.target == index).sum()),
                "map_pixels": None if found.map_pixels is None else int(found.map_pixels[index]),
            }
            for index, entry in enumerate(found.classes)
        ],
    }
    if found.scored is not None and found.scored.unknown is not None:
        numbers["accuracy_unknown"] = found.scored.unknown
        return numbers
    if accuracy is None:
        return numbers
    metrics, intervals = accuracy.accuracy_metrics, accuracy.intervals
    numbers["cross_validation"] = {
        "folds": found.scored.folds,
        "notes": list(found.scored.notes),
        "confusion_map_by_reference": accuracy.matrix,
        "overall_accuracy": metrics.overall,
        "average_accuracy": metrics.average,
        "kappa": metrics.kappa,
        "mean_f1": metrics.mean_f1,
        "mean_iou": metrics.mean_iou,
        "intervals_95": {
            name: [getattr(intervals, name).low, getattr(intervals, name).high]
            for name in ("overall", "average", "kappa", "users", "producers", "f1", "iou")
        },
        "users_accuracy": metrics.users,
        "producers_accuracy": metrics.producers,
        "f1": metrics.f1,
        "iou": metrics.iou,
        "expected_calibration_error": accuracy.calibration.error,
        "brier": accuracy.calibration.brier,
    }
    return numbers
