"""The report of a classification: map, accuracy, training samples and settings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..charts.line_chart import line_chart
from ..charts.reliability_diagram import reliability_diagram
from ..core.formatting import count, number, percent, percent_range
from ..labels.classes import MapClass
from ..metrics.accuracy import AccuracyMetrics
from ..metrics.calibration import Reliability
from ..metrics.cross_validation import CrossValidationAccuracy, ScoredPixels
from ..metrics.intervals import Intervals
from . import sections
from .content import Block, Bullets, Figure, KeyFigure, Paragraph, Report, Row, Section, Table


@dataclass(frozen=True)
class LabelledSpectra:
    """The training pixels and their spectra."""

    target: np.ndarray
    groups: np.ndarray
    spectra: np.ndarray  # (pixels, bands) reflectance
    wavelengths: np.ndarray | None = None
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Classification:
    """The data of a classification report; fields without a value are left out of it."""

    title: str
    method: str
    image: str
    classes: Sequence[MapClass]
    labelled: LabelledSpectra
    scored: ScoredPixels | None
    read: Mapping[str, str] = field(default_factory=dict)  # the rows of “Input data”
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    method_sentence: str = ""  # describes the method in the text for a methods section
    map: Path | None = None  # where it is stored now, even under a temporary name
    confidence: Path | None = None
    applicability: Path | None = None
    map_pixels: np.ndarray | None = None  # of each class
    notes: Sequence[str] = ()
    curves: Mapping[str, np.ndarray] = field(default_factory=dict)  # loss of each step, by name
    outside: float | None = None  # share of the scene outside the area of applicability
    #: Name, uses_features, weight and accuracies of each base classifier.
    base_classifiers: Sequence[Mapping[str, Any]] = ()
    without_features: float | None = None  # overall accuracy from the spectrum alone


def classification_report(found: Classification) -> Report:
    """The content of the report."""
    names = [entry.name for entry in found.classes]
    accuracy = _KnownAccuracy.of(found)
    blocks: list[Section] = []
    if found.map is not None:
        blocks.append(_map(found, found.map))
    if accuracy:
        blocks += _accuracy(accuracy, found, names)
        blocks += _base_classifiers(found, accuracy)
    blocks.append(_input_data(found, names))
    if found.outside is not None:
        blocks.append(sections.applicability_section(found.outside, found.applicability))
    blocks.append(
        sections.spectra_section(
            found.labelled.spectra,
            found.labelled.target,
            names,
            [entry.colour for entry in found.classes],
            found.labelled.wavelengths,
        )
    )
    if found.curves:
        blocks.append(_curves(found.curves))
    used = sections.versions()
    blocks.append(sections.methods_section(_methods(found, accuracy)))
    blocks.append(sections.provenance_section(found.settings, found.seconds, used))
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {found.method}",
        summary=_summary(found, accuracy, names),
        key_figures=_key_figures(found, accuracy),
        sections=blocks,
        numbers=_numbers(found, accuracy, used),
    )


@dataclass(frozen=True)
class _KnownAccuracy:
    """Scored pixels with their accuracy."""

    scored: ScoredPixels
    accuracy: CrossValidationAccuracy

    @classmethod
    def of(cls, found: Classification) -> _KnownAccuracy | None:
        """None where no pixel was scored."""
        scored = found.scored
        if scored is None or not len(scored.truth):
            return None
        return cls(scored, CrossValidationAccuracy.of(scored, len(found.classes)))

    @property
    def metrics(self) -> AccuracyMetrics:
        return self.accuracy.metrics

    @property
    def intervals(self) -> Intervals:
        return self.accuracy.intervals


def _summary(
    found: Classification, known: _KnownAccuracy | None, names: Sequence[str]
) -> list[str]:
    if known is None:
        return ["The accuracy could not be estimated: there were too few labelled polygons."]
    if known.scored.unknown is not None:
        return [known.scored.unknown, *_outside(found)]
    metrics, overall = known.metrics, known.intervals.overall
    sentences = [
        f"Overall accuracy {percent(metrics.overall)} (95 % interval "
        f"{percent_range(overall.low, overall.high)}, cross-validated, grouped by polygon). "
        + sections.least_accurate_class(metrics, names),
        *known.scored.notes,
    ]
    samples = metrics.confusion.sum(axis=1)
    missing = [name for name, number in zip(names, samples, strict=True) if number == 0]
    if missing:
        sentences.append(f"The accuracy of these classes is unknown: {', '.join(missing)}.")
    mean_confidence = known.accuracy.calibration.mean_confidence
    difference = mean_confidence - float(metrics.overall)
    if abs(difference) > 0.05:
        word = "overconfident" if difference > 0 else "underconfident"
        sentences.append(
            f"The map is {word}: its mean confidence is {percent(mean_confidence)}, its observed "
            f"accuracy {percent(metrics.overall)}."
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


def _base_classifiers(found: Classification, known: _KnownAccuracy) -> list[Section]:
    """The weights of the base classifiers, and the accuracy with and without spatial features."""
    if known.scored.unknown is not None:
        return []
    blocks = sections.base_classifier_blocks(
        found.base_classifiers, found.without_features, known.metrics.overall
    )
    return [Section("Base classifiers and spatial features", blocks)] if blocks else []


def _key_figures(found: Classification, known: _KnownAccuracy | None) -> list[KeyFigure]:
    polygons = len(np.unique(found.labelled.groups))
    samples = KeyFigure(
        "training samples",
        count(len(found.labelled.target)),
        f"pixels in {count(polygons)} polygons",
    )
    if known is None or known.scored.unknown is not None:
        return [KeyFigure("accuracy", "unknown", "draw more polygons"), samples]
    metrics, kappa = known.metrics, known.intervals.kappa
    figures = [
        *sections.accuracy_key_figures(metrics, known.intervals),
        KeyFigure(
            "kappa", number(metrics.kappa), f"{number(kappa.low, 2)} – {number(kappa.high, 2)}"
        ),
        sections.f1_key_figure(metrics),
        samples,
    ]
    if found.outside is not None:
        label = "outside the area of applicability"
        figures.append(KeyFigure(label, percent(found.outside), "of the scene"))
    return figures


def _accuracy(known: _KnownAccuracy, found: Classification, names: Sequence[str]) -> list[Section]:
    scored, metrics = known.scored, known.metrics
    messages = (*([scored.unknown] if scored.unknown else []), *scored.notes)
    blocks: list[Block] = [
        Paragraph(
            "Each training pixel was classified by a model that was fitted without its polygon "
            f"({scored.folds}-fold cross-validation, grouped by polygon). Intervals: jackknife "
            "over the polygons of each class, since the pixels of a polygon resemble each other, "
            "with Student’s t. Their upper limits allow for the polygons that each fold leaves "
            "out: the map is made by a classifier that is fitted to all of them."
        ),
        *(Paragraph(message, "note") for message in messages),
        sections.class_chart(names, metrics, known.intervals),
        sections.class_table(
            names,
            [entry.colour for entry in found.classes],
            metrics,
            known.intervals,
            metrics.confusion.sum(axis=1),
            known.accuracy.groups_per_class,
        ),
        Paragraph(
            "These metrics describe how well the training polygons are separated, not which share "
            "of the map is correct, because polygons are usually drawn where a class is easy to "
            "recognise. To estimate the accuracy of the map and the areas of its classes, assess "
            "it with a random sample of points (algorithm “Assess a class map”)."
        ),
    ]
    return [
        Section("Accuracy of each class", blocks),
        sections.confusion_matrix_section(metrics.confusion, names),
        _calibration(known.accuracy.calibration),
    ]


def _calibration(calibration: Reliability) -> Section:
    explanation = Bullets(
        [
            "On the dashed line, confidence and observed accuracy agree: of the pixels with a "
            "confidence of 80\u202f%, 80\u202f% are correct. Below the line the map is "
            "overconfident, above it underconfident.",
            f"Expected calibration error {number(calibration.error)}: the mean difference between "
            "confidence and observed accuracy.",
            f"Brier score {number(calibration.brier)} (0 is best).",
            "Whiskers: 95 % intervals that treat pixels as independent; the true intervals are "
            "wider.",
        ]
    )
    row = Row([Figure(reliability_diagram(calibration)), explanation])
    return Section("Reliability of the confidence (calibration)", [row])


def _map(found: Classification, path: Path) -> Section:
    pixels = found.map_pixels
    total = 0.0 if pixels is None else float(pixels.sum())
    entries = [
        (
            entry.code,
            entry.name,
            entry.colour,
            percent(pixels[index] / total, 1) if pixels is not None and total else "",
        )
        for index, entry in enumerate(found.classes)
    ]
    return sections.map_section("Map", path, entries, found.confidence)


def _input_data(found: Classification, names: Sequence[str]) -> Section:
    labelled = found.labelled
    rows = []
    for index, name in enumerate(names):
        members = labelled.target == index
        polygons = len(np.unique(labelled.groups[members]))
        rows.append((name, count(members.sum()), count(polygons)))
    colours = [entry.colour for entry in found.classes]
    table = Table(("class", "training pixels", "polygons"), rows, swatches=colours)
    return sections.input_data_section(found.read, (*labelled.notes, *found.notes), [table])


def _curves(curves: Mapping[str, np.ndarray]) -> Section:
    lines = [(name, np.arange(1, len(values) + 1), values) for name, values in curves.items()]
    return Section("Training loss", [Figure(line_chart(lines, "step", "loss"))])


def _methods(found: Classification, known: _KnownAccuracy | None) -> str:
    labelled = found.labelled
    polygons = len(np.unique(labelled.groups))
    method = found.method_sentence or f"The scene was classified with {found.method} (GeoDiffNet)."
    text = (
        f"{method} Training used {count(len(labelled.target))} pixels in {count(polygons)} "
        f"labelled polygons of {len(found.classes)} classes."
    )
    if known is None or known.scored.unknown is not None:
        return text
    metrics, overall = known.metrics, known.intervals.overall
    return text + (
        f" Accuracy was estimated by {known.scored.folds}-fold cross-validation, grouped by "
        f"polygon: overall accuracy {percent(metrics.overall, 1)} (95 % interval "
        f"{percent_range(overall.low, overall.high, 1)}, jackknife over polygons), average "
        f"accuracy {percent(metrics.average, 1)}, kappa {number(metrics.kappa)}."
    )


def _numbers(
    found: Classification, known: _KnownAccuracy | None, used: Mapping[str, str]
) -> dict[str, Any]:
    numbers: dict[str, Any] = {
        "image": found.image,
        "method": found.method,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "input_data": dict(found.read),
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
    elif known is not None:
        numbers["cross_validation"] = _cross_validation_numbers(known)
    return numbers


def _cross_validation_numbers(known: _KnownAccuracy) -> dict[str, Any]:
    metrics, calibration = known.metrics, known.accuracy.calibration
    return {
        "folds": known.scored.folds,
        "notes": list(known.scored.notes),
        "confusion_matrix": metrics.confusion,
        "overall_accuracy": metrics.overall,
        "average_accuracy": metrics.average,
        "kappa": metrics.kappa,
        "mean_f1": metrics.mean_f1,
        "mean_iou": metrics.mean_iou,
        "users_accuracy": metrics.precision,
        "producers_accuracy": metrics.recall,
        "f1": metrics.f1,
        "iou": metrics.iou,
        "intervals_95": known.intervals.numbers(),
        "expected_calibration_error": calibration.error,
        "brier": calibration.brier,
    }
