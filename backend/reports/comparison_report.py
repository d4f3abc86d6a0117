"""The report of a comparison of methods on the same labels and folds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..charts import images
from ..charts.bar_chart import Series, bar_chart
from ..core.formatting import count, number, percent, percent_range
from ..labels.classes import MapClass
from ..metrics.candidates import Candidate, Trial, best_index, choose
from . import sections
from .content import (
    Block,
    Cell,
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


@dataclass(frozen=True)
class Preview:
    """A part of the scene as classified by every method."""

    what: str  # describes the part
    colours: np.ndarray  # (3, height, width) in 0..1
    valid: np.ndarray
    maps: Sequence[np.ndarray]  # class indexes, in the order of the candidates


@dataclass(frozen=True)
class Comparison:
    """The data of a comparison report: candidates with predictions of the same pixels."""

    title: str
    image: str
    classes: Sequence[MapClass]
    candidates: Sequence[Candidate]
    preview: Preview | None = None
    read: Mapping[str, str] = field(default_factory=dict)  # the rows of “Input data”
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()


def _title(candidate: Candidate) -> str:
    """The readable title of a method."""
    return candidate.detail or candidate.name


def _sentence(text: str) -> str:
    """The text with a capital first letter."""
    return text[:1].upper() + text[1:]


def comparison_report(found: Comparison) -> Report:
    """The content of the report."""
    trials = [Trial.of(item, len(found.classes)) for item in found.candidates]
    recommended = trials[choose(trials)]
    title = _title(recommended.candidate)
    names = [entry.name for entry in found.classes]
    used = sections.versions()
    unknown = recommended.candidate.scored.unknown
    blocks: list[Section] = []
    if unknown is None:
        blocks += [_methods_table(trials, recommended), _by_class(found, trials)]
        blocks += _base_classifiers(trials)
    if found.preview is not None:
        blocks.append(_maps(found, found.preview))
    if unknown is None:
        blocks.append(
            sections.confusion_matrix_section(
                recommended.metrics.confusion, names, f"Confusion matrix of {title}"
            )
        )
    if found.read or found.notes:
        blocks.append(sections.input_data_section(found.read, found.notes))
    if unknown is None:
        blocks.append(sections.methods_section(_methods(trials, recommended)))
    blocks.append(sections.provenance_section(found.settings, found.seconds, used))
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {len(trials)} methods",
        summary=[unknown] if unknown else _summary(trials, recommended, names),
        key_figures=[KeyFigure("accuracy", "unknown", "draw more polygons")]
        if unknown
        else [
            KeyFigure("recommended method", title),
            *reversed(sections.accuracy_key_figures(recommended.metrics, recommended.intervals)),
            KeyFigure("kappa", number(recommended.metrics.kappa)),
        ],
        sections=blocks,
        numbers=_numbers(found, trials, recommended, used),
    )


def _summary(trials: Sequence[Trial], recommended: Trial, names: Sequence[str]) -> list[str]:
    name, metrics = _title(recommended.candidate), recommended.metrics
    accuracy = (
        f"average accuracy {percent(metrics.average)}, overall accuracy "
        f"{percent(metrics.overall)} (cross-validated, grouped by polygon). "
        f"{sections.least_accurate_class(metrics, names)}"
    )
    highest = trials[best_index(trials)]
    if highest is recommended:
        sentences = [f"{_sentence(name)} has the highest accuracy: {accuracy}"]
    else:
        sentences = [
            f"Recommended method: {name}, {accuracy}",
            f"{_sentence(_title(highest.candidate))} has an average accuracy of "
            f"{percent(highest.average)}, but the difference is smaller than its standard error, "
            f"and {name} is simpler.",
        ]
    others = [trial for trial in trials if trial is not recommended]
    similar = [
        _title(trial.candidate)
        for trial in others
        if float(trial.difference(recommended)[1].high) >= 0
    ]
    if similar:
        sentences.append(
            f"Not significantly different from {', '.join(similar)}: the 95 % interval of the "
            "difference (jackknife over polygons) includes zero."
        )
    elif others:
        sentences.append(
            "Its average accuracy is significantly higher than that of every other method."
        )
    sentences += recommended.candidate.scored.notes
    return [sentence.strip() for sentence in sentences]


def _base_classifiers(trials: Sequence[Trial]) -> list[Section]:
    """The base classifiers of each method that blends several, and the gain by features."""
    result = []
    for trial in trials:
        candidate = trial.candidate
        blocks = sections.base_classifier_blocks(
            candidate.base_classifiers, candidate.without_features, trial.metrics.overall
        )
        if blocks:
            title = f"Base classifiers and spatial features of {_title(candidate)}"
            result.append(Section(title, blocks))
    return result


def _methods_table(trials: Sequence[Trial], recommended: Trial) -> Section:
    drawing = bar_chart(
        [_title(trial.candidate) for trial in trials],
        [
            Series(
                f"{name} accuracy",
                np.array([float(getattr(trial.metrics, name)) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).low) for trial in trials]),
                np.array([float(getattr(trial.intervals, name).high) for trial in trials]),
            )
            for name in ("average", "overall")
        ],
        "Accuracy of the methods",
    )
    columns = ("method", "average acc.", "difference", "overall acc.", "kappa", "ECE")
    rows: list[tuple[Cell, ...]] = []
    for trial in trials:
        seconds = trial.candidate.seconds
        rows.append(
            (
                _title(trial.candidate),
                sections.accuracy_cell(trial, "average"),
                "recommended"
                if trial is recommended
                else sections.difference_cell(trial, recommended),
                sections.accuracy_cell(trial, "overall"),
                (number(trial.metrics.kappa, 2), f"F1 {number(trial.metrics.mean_f1, 2)}"),
                (
                    number(trial.accuracy.calibration.error, 2),
                    "" if seconds is None else f"{seconds:.1f} s",
                ),
            )
        )
    blocks: list[Block] = [
        Figure(drawing, "Whiskers: 95 % intervals, jackknife over polygons."),
        Table(columns, rows),
        Paragraph(
            "Average and overall accuracy with their 95 % intervals. “Difference” is the "
            "difference in average accuracy to the recommended method in percentage points, with "
            "its 95 % interval over the same polygons; where that interval includes "
            "zero, the two methods are not significantly different. Of the methods whose "
            "difference to the highest accuracy is smaller than its standard error, the simplest "
            "is recommended. F1: mean over the classes. ECE: expected calibration error, with "
            "the time that cross-validation took below it."
        ),
    ]
    return Section("Accuracy of the methods", blocks)


def _by_class(found: Comparison, trials: Sequence[Trial]) -> Section:
    names = [entry.name for entry in found.classes]
    drawing = bar_chart(
        names,
        [
            Series(
                _title(trial.candidate),
                trial.metrics.f1,
                trial.intervals.f1.low,
                trial.intervals.f1.high,
            )
            for trial in trials
        ],
        "F1 of each class",
        tick=lambda value: f"{value:.2g}",
    )
    rows = [
        (name, *(number(trial.metrics.f1[index], 2) for trial in trials))
        for index, name in enumerate(names)
    ]
    columns = ("F1", *(_title(trial.candidate) for trial in trials))
    colours = [entry.colour for entry in found.classes]
    return Section(
        "Accuracy of each class",
        [
            Figure(
                drawing,
                "F1: harmonic mean of producer’s and user’s accuracy. Whiskers: 95 % intervals.",
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
            "Scene",
        )
    ]
    for candidate, indexes in zip(found.candidates, preview.maps, strict=True):
        image = images.class_image(np.ma.MaskedArray(indexes, ~preview.valid), colours)
        title = _title(candidate)
        shown.append(Image(*image, f"Map by {title}", title))
    blocks: list[Block] = [
        Paragraph(f"{preview.what}, classified by each method after training with all labels."),
        Row(shown, narrow=True),
        Legend([LegendEntry(entry.colour, entry.name) for entry in found.classes]),
    ]
    if len(preview.maps) > 1 and preview.valid.any():
        agreement = _agreement(preview.maps, len(found.classes))[preview.valid]
        share_agreed = float((agreement == len(preview.maps)).mean())
        blocks.append(
            Paragraph(
                f"All methods agree on {percent(share_agreed)} of these pixels. Additional "
                "polygons improve the result most where the methods differ."
            )
        )
    return Section("Maps of all methods", blocks)


def _agreement(maps: Sequence[np.ndarray], classes: int) -> np.ndarray:
    """The number of methods that predict the most frequent class, for each pixel."""
    votes = [sum((found == index).astype(np.uint8) for found in maps) for index in range(classes)]
    return np.asarray(np.max(votes, axis=0))


def _methods(trials: Sequence[Trial], recommended: Trial) -> str:
    scored, average = recommended.candidate.scored, recommended.intervals.average
    return (
        f"{len(trials)} methods were compared on {count(len(scored.truth))} labelled pixels in "
        f"{count(scored.group_count)} polygons by the same {scored.folds}-fold cross-validation, "
        f"grouped by polygon; {_title(recommended.candidate)} was selected (average accuracy "
        f"{percent(recommended.average, 1)}, 95 % interval "
        f"{percent_range(average.low, average.high, 1)}, jackknife over polygons; of the methods "
        "within one standard error of the highest accuracy, the simplest)."
    )


def _numbers(
    found: Comparison, trials: Sequence[Trial], recommended: Trial, used: Mapping[str, str]
) -> dict[str, Any]:
    numbers: dict[str, Any] = {
        "image": found.image,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "notes": list(found.notes),
        "classes": [entry.name for entry in found.classes],
    }
    unknown = recommended.candidate.scored.unknown
    if unknown is not None:
        names = [
            {"name": item.name, "detail": item.detail, "seconds": item.seconds}
            for item in found.candidates
        ]
        return numbers | {"accuracy_unknown": unknown, "candidates": names}
    return numbers | {
        "best": recommended.candidate.name,
        "highest": trials[best_index(trials)].candidate.name,
        "candidates": [trial.numbers for trial in trials],
    }
