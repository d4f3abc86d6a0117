"""Sections shared by several reports: accuracy, confusion matrix, map, spectra, settings."""

from __future__ import annotations

import math
import platform
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any, SupportsFloat

import numpy as np
from rasterio.enums import Resampling

from ..charts import images
from ..charts.bar_chart import Series, bar_chart
from ..charts.spectrum_chart import class_spectrum, mean_spectra
from ..core.formatting import (
    count,
    count_with_noun,
    number,
    percent,
    percent_range,
    percentage_point_range,
    percentage_points,
)
from ..mapping.palette import DISSIMILARITY_STEPS
from ..metrics.accuracy import AccuracyMetrics
from ..metrics.candidates import Trial
from ..metrics.intervals import Intervals
from .content import (
    Block,
    Cell,
    Figure,
    Image,
    KeyFigure,
    Legend,
    LegendEntry,
    Matrix,
    Paragraph,
    Row,
    Section,
    Table,
)

PACKAGES = ("torch", "diffusers", "rasterio", "scikit-learn", "numpy", "shapely", "pyogrio")


def confusion_matrix_block(matrix: np.ndarray, names: Sequence[str], caption: str = "") -> Matrix:
    """A confusion matrix shaded by the proportion of the pixels of each reference class."""
    metrics = AccuracyMetrics.from_confusion(matrix)
    reference = matrix.sum(axis=1)
    shares = matrix / np.maximum(reference, 1e-12)[:, None]
    counts = bool((matrix == np.round(matrix)).all())

    def text(value: float) -> str:
        return count(value) if counts else number(value * 100, 2)

    return Matrix(
        names,
        [[text(value) if value else "·" for value in row] for row in matrix],
        shares.tolist(),
        [
            (text(total), percent(recall))
            for total, recall in zip(reference, metrics.recall, strict=True)
        ],
        [
            (text(total), percent(precision))
            for total, precision in zip(matrix.sum(axis=0), metrics.precision, strict=True)
        ],
        percent(metrics.overall),
        caption,
    )


def confusion_matrix_section(
    matrix: np.ndarray, names: Sequence[str], title: str = "Confusion matrix"
) -> Section:
    """The confusion matrix of labelled pixels."""
    caption = (
        "Pixels by reference class (rows: labels) and predicted class (columns). The darker a "
        "cell, the larger its share of the row."
    )
    return Section(title, [confusion_matrix_block(matrix, names, caption)])


def class_chart(names: Sequence[str], metrics: AccuracyMetrics, intervals: Intervals) -> Figure:
    """Producer's and user's accuracy of each class, with their intervals."""
    producers, users = intervals.recall, intervals.precision
    drawing = bar_chart(
        names,
        [
            Series("producer’s accuracy", metrics.recall, producers.low, producers.high),
            Series("user’s accuracy", metrics.precision, users.low, users.high),
        ],
        "Accuracy of each class",
    )
    return Figure(
        drawing,
        "Producer’s accuracy (recall): share of the pixels of a reference class that the map "
        "shows as this class. User’s accuracy (precision): share of the pixels mapped as a class "
        "that belong to it. Whiskers: 95 % intervals.",
    )


def class_table(
    names: Sequence[str],
    colours: Sequence[str],
    metrics: AccuracyMetrics,
    intervals: Intervals,
    pixels: np.ndarray,
    polygons: np.ndarray | None = None,
) -> Table:
    """The metrics of each class, with the pixels and polygons of its reference."""
    columns = ["class", "pixels", "producer’s acc.", "user’s acc.", "F1"]
    rows: list[Sequence[Cell]] = []
    for index, name in enumerate(names):
        recall, precision = intervals.recall, intervals.precision
        rows.append(
            (
                name,
                count(pixels[index])
                if polygons is None
                else (count(pixels[index]), count_with_noun(int(polygons[index]), "polygon")),
                (
                    percent(metrics.recall[index]),
                    percent_range(recall.low[index], recall.high[index]),
                ),
                (
                    percent(metrics.precision[index]),
                    percent_range(precision.low[index], precision.high[index]),
                ),
                (number(metrics.f1[index], 2), f"IoU {number(metrics.iou[index], 2)}"),
            )
        )
    return Table(columns, rows, swatches=colours)


def least_accurate_class(metrics: AccuracyMetrics, names: Sequence[str]) -> str:
    """A sentence about the class with the lowest F1 and its main confusion; "" if all are high."""
    if not np.isfinite(metrics.f1).any() or float(np.nanmin(metrics.f1)) > 0.995:
        return ""
    lowest = int(np.nanargmin(metrics.f1))
    sentence = f"Least accurate class: {names[lowest]} (F1 {metrics.f1[lowest]:.2f})"
    errors = metrics.confusion[:, lowest] + metrics.confusion[lowest, :].astype(float)
    errors[lowest] = 0
    if errors.sum() == 0:
        return sentence + "."
    return f"{sentence}, most often confused with {names[int(errors.argmax())]}."


def accuracy_cell(trial: Trial, name: str) -> Cell:
    """A metric of a trial with its interval."""
    interval = getattr(trial.intervals, name)
    value = percent(getattr(trial.metrics, name), 1)
    return value, percent_range(interval.low, interval.high)


def difference_cell(trial: Trial, best: Trial) -> Cell:
    """The difference in average accuracy to the best trial with its interval, in points."""
    difference, interval = trial.difference(best)
    limits = percentage_point_range(interval.low, interval.high, 0)
    return percentage_points(difference), limits


def accuracy_key_figures(metrics: AccuracyMetrics, intervals: Intervals) -> list[KeyFigure]:
    """Overall and average accuracy with their intervals."""
    return [
        KeyFigure(
            f"{name} accuracy",
            percent(getattr(metrics, name), 1),
            percent_range(getattr(intervals, name).low, getattr(intervals, name).high),
        )
        for name in ("overall", "average")
    ]


def f1_key_figure(metrics: AccuracyMetrics) -> KeyFigure:
    """Mean F1 and mean intersection over union."""
    return KeyFigure(
        "mean F1", number(metrics.mean_f1, 2), f"mean IoU {number(metrics.mean_iou, 2)}"
    )


def input_data_section(
    read: Mapping[str, str], notes: Sequence[str], blocks: Sequence[Block] = ()
) -> Section:
    """The files that were read, notes on them, and further blocks."""
    table: list[Block] = [Table((), list(read.items()), texts=True)] if read else []
    return Section("Input data", [*table, *(Paragraph(note, "note") for note in notes), *blocks])


def methods_section(text: str) -> Section:
    """A text on the method for a publication."""
    return Section("Text for a methods section", [Paragraph(text, "quote")])


def map_section(
    title: str,
    path: Path,
    entries: Sequence[tuple[int, str, str, str]],
    confidence: Path | None = None,
) -> Section:
    """Map, confidence and legend; entries are (code, name, colour, detail)."""
    colours = {code: rgb(colour) for code, _, colour, _ in entries}
    source, width, height = images.class_image(images.decimated(path), colours)
    blocks: list[Block] = [Image(source, width, height, "Thumbnail of the class map", "Class map")]
    if confidence is not None:
        values = images.decimated(confidence, Resampling.average)
        shown = images.ramp_image(values, 0, 100)
        median = float(np.median(values.compressed())) if values.count() else math.nan
        blocks.append(
            Image(
                *shown,
                "Thumbnail of the confidence",
                "Confidence: the probability of the mapped class, from 0\u202f% (dark) to "
                f"100\u202f% (bright); median {percent(median / 100)}.",
            )
        )
    legend = Legend([LegendEntry(colour, name, detail) for _, name, colour, detail in entries])
    return Section(title, [Row(blocks), legend])


def base_classifier_blocks(
    base_classifiers: Sequence[Mapping[str, Any]],
    without_features: float | None,
    overall: SupportsFloat,
) -> list[Block]:
    """The base classifiers of a blend, and its accuracy without and with spatial features."""
    blocks: list[Block] = []
    if without_features is not None:
        blocks.append(
            Paragraph(
                f"Overall accuracy in cross-validation: {percent(without_features)} with the "
                f"spectrum alone, {percent(overall)} with spectrum and spatial features."
            )
        )
    if len(base_classifiers) > 1:
        rows = [
            (
                str(base["name"]),
                percent(base["weight"]),
                percent(base["overall_accuracy"], 1),
                percent(base["average_accuracy"], 1),
            )
            for base in sorted(base_classifiers, key=lambda base: -float(base["weight"]))
        ]
        columns = ("base classifier", "weight", "overall accuracy", "average accuracy")
        blocks.append(Table(columns, rows))
        blocks.append(
            Paragraph(
                "The map blends the class probabilities of these classifiers. The weights "
                "maximise the likelihood of the labels in cross-validation; with few polygons "
                "they stay close to prior weights."
            )
        )
    return blocks


def applicability_section(outside: float, path: Path | None) -> Section:
    """The share of the scene outside the area of applicability, and where it lies."""
    text = Paragraph(
        f"{percent(outside, 1)} of the scene lies outside the area of applicability (spectra "
        "unlike any training sample). The accuracies in this report do not apply there. A pixel "
        "is outside when it is less similar to the nearest training pixel than the training "
        "pixels of one cross-validation fold are to those of the other folds. A class that is "
        "missing from the training samples is not detected where its spectrum resembles that of "
        "another class."
    )
    if path is None:
        return Section("Area of applicability", [text])
    values = images.decimated(path)
    limits = [limit for limit, _, _ in DISSIMILARITY_STEPS[:-1]]
    steps = np.ma.array(np.digitize(values.data, limits, right=True), mask=values.mask)
    colours = {step: rgb(colour) for step, (_, colour, _) in enumerate(DISSIMILARITY_STEPS)}
    image = Image(
        *images.class_image(steps, colours),
        "Thumbnail of the area of applicability",
        "Distance to the nearest training pixel, relative to the threshold of applicability",
    )
    legend = Legend([LegendEntry(colour, label) for _, colour, label in DISSIMILARITY_STEPS])
    return Section("Area of applicability", [text, Row([image, legend])])


def spectra_section(
    spectra: np.ndarray,
    target: np.ndarray,
    names: Sequence[str],
    colours: Sequence[str],
    wavelengths: np.ndarray | None,
) -> Section:
    """Mean spectra of the training pixels and their range within each class."""
    positions = wavelengths if wavelengths is not None else np.arange(1.0, spectra.shape[1] + 1)
    x_label = "wavelength (nm)" if wavelengths is not None else "band used"
    present = [index for index in range(len(names)) if (target == index).any()]
    quantiles = {
        index: np.quantile(spectra[target == index], [0.1, 0.5, 0.9], axis=0) for index in present
    }
    means = {index: spectra[target == index].mean(axis=0) for index in present}
    values = np.concatenate([found[[0, 2]].ravel() for found in quantiles.values()])
    limits = (float(np.quantile(values, 0.002)), float(np.quantile(values, 0.998)))
    limits = (min(limits[0], 0.0), limits[1]) if limits[0] < 0.1 * limits[1] else limits
    chart = mean_spectra(
        positions,
        [(names[index], colours[index], means[index]) for index in present],
        limits,
        x_label,
        "mean reflectance",
    )
    each = []
    for index in present:
        low, _, high = quantiles[index]
        name = f"{names[index]} ({count((target == index).sum())} pixels)"
        colour = colours[index]
        drawing = class_spectrum(
            positions, means[index], low, high, colour, limits, x_label, f"Spectrum of {name}"
        )
        each.append(Figure(drawing, name))
    return Section(
        "Spectra of the training samples",
        [
            Figure(chart),
            Legend([LegendEntry(colours[index], names[index]) for index in present]),
            Paragraph(
                "Mean spectrum of each class, with the range of the middle 80\u202f% of its "
                "training pixels. Classes whose ranges and means coincide cannot be separated by "
                "their spectra."
            ),
            Row(each, narrow=True),
        ],
    )


def _settings_table(settings: Mapping[str, Any]) -> Table:
    """All settings of a job; a dash for those without a value."""
    rows = [(name.replace("_", " "), _setting(value)) for name, value in settings.items()]
    return Table((), rows, texts=True)


def _setting(value: Any) -> str:
    if value is None or value == () or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (list, tuple)):
        return ", ".join(str(item) for item in value)
    return str(value)


def versions(packages: Sequence[str] = PACKAGES) -> dict[str, str]:
    """Versions of Python, the platform and the installed packages."""
    found = {"Python": platform.python_version(), "platform": platform.platform(terse=True)}
    for name in packages:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def provenance_section(
    settings: Mapping[str, Any], seconds: Mapping[str, float], used: Mapping[str, str]
) -> Section:
    """Settings, processing times and versions."""
    times = [(name, f"{spent:.1f} s") for name, spent in seconds.items()]
    blocks: list[Block] = [_settings_table(settings)]
    tables: list[Block] = []
    if times:
        total = sum(seconds.values())
        tables.append(
            Table((), [*times, ("total", f"{total:.1f} s")], "Processing time", texts=True)
        )
    tables.append(Table((), list(used.items()), "Versions", texts=True))
    return Section("Settings, processing times and versions", [*blocks, Row(tables)])


def rgb(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as three bytes."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return red, green, blue
