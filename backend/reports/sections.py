"""Parts that several reports share: accuracy tables, heat maps, pictures, spectra, provenance."""

from __future__ import annotations

import math
import platform
from collections.abc import Mapping, Sequence
from importlib import metadata
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.enums import Resampling

from ..charts import charts, images
from ..mapping.palette import DISSIMILARITY_STEPS
from ..metrics.accuracy import AccuracyMetrics, Intervals, accuracy_metrics
from .content import (
    Block,
    Figure,
    Image,
    Legend,
    LegendEntry,
    Matrix,
    Paragraph,
    Row,
    Section,
    Table,
)

PACKAGES = ("torch", "diffusers", "rasterio", "scikit-learn", "numpy", "shapely", "pyogrio")


def percent(value: float, digits: int = 0) -> str:
    """A share as a text; a dash where there is none."""
    return f"{value * 100:.{digits}f}\u202f%" if math.isfinite(value) else "–"


def number(value: float, digits: int = 3) -> str:
    """A number as a text; a dash where there is none."""
    return f"{value:.{digits}f}" if math.isfinite(value) else "–"


def count(value: float) -> str:
    """A whole number with thin spaces between thousands."""
    return f"{round(float(value)):,}".replace(",", "\u202f")


def spread(low: float, high: float, digits: int = 0) -> str:
    """An interval of shares as a text."""
    if not (math.isfinite(low) and math.isfinite(high)):
        return "–"
    return f"{low * 100:.{digits}f}–{high * 100:.{digits}f}\u202f%"


def heat_map(matrix: np.ndarray, names: Sequence[str], caption: str = "") -> Matrix:
    """A confusion matrix shaded by what became of each reference class."""
    seen = matrix.sum(axis=0)
    shares = matrix / np.maximum(seen, 1e-12)
    metrics = accuracy_metrics(matrix)
    whole = bool((matrix == np.round(matrix)).all())
    text = count if whole else (lambda value: number(value * 100, 2))
    return Matrix(
        names,
        [[text(value) if value else "·" for value in row] for row in matrix],
        shares.tolist(),
        [
            (text(total), percent(float(users)))
            for total, users in zip(matrix.sum(axis=1), metrics.users, strict=True)
        ],
        [
            (text(total), percent(float(producers)))
            for total, producers in zip(seen, metrics.producers, strict=True)
        ],
        percent(float(metrics.overall)),
        caption,
    )


def class_bars(names: Sequence[str], metrics: AccuracyMetrics, intervals: Intervals) -> Figure:
    """Producer's and user's accuracy of each class, with their intervals."""
    drawing = charts.bars(
        names,
        [
            charts.Series(
                "producer’s accuracy",
                metrics.producers,
                intervals.producers.low,
                intervals.producers.high,
            ),
            charts.Series(
                "user’s accuracy", metrics.users, intervals.users.low, intervals.users.high
            ),
        ],
        "Accuracy of each class",
    )
    return Figure(
        drawing,
        "Producer’s accuracy: how much of the class was found. User’s accuracy: how often the map "
        "is right where it shows the class. Whiskers: 95 % intervals.",
    )


def class_table(
    names: Sequence[str],
    colours: Sequence[str],
    metrics: AccuracyMetrics,
    intervals: Intervals,
    pixels: np.ndarray,
    shapes: np.ndarray | None,
) -> Table:
    """All figures of each class."""
    columns = ["class", "pixels", "producer’s", "user’s", "F1"]
    rows = []
    for index, name in enumerate(names):
        row = [
            name,
            count(pixels[index])
            if shapes is None
            else (count(pixels[index]), f"{count(shapes[index])} shapes"),
            (
                percent(float(metrics.producers[index])),
                spread(intervals.producers.low[index], intervals.producers.high[index]),
            ),
            (
                percent(float(metrics.users[index])),
                spread(intervals.users.low[index], intervals.users.high[index]),
            ),
            (number(float(metrics.f1[index]), 2), f"IoU {number(float(metrics.iou[index]), 2)}"),
        ]
        rows.append(row)
    return Table(columns, rows, swatches=colours)


def weakest_class(matrix: np.ndarray, names: Sequence[str]) -> str:
    """A sentence about the class with the lowest F1 and what it is taken for; "" if all is well."""
    metrics = accuracy_metrics(matrix)
    if not np.isfinite(metrics.f1).any() or float(np.nanmin(metrics.f1)) > 0.995:
        return ""
    weakest = int(np.nanargmin(metrics.f1))
    sentence = f"Weakest class: {names[weakest]} (F1 {metrics.f1[weakest]:.2f})"
    wrong = matrix[:, weakest] + matrix[weakest, :].astype(float)
    wrong[weakest] = 0
    if wrong.sum() == 0:
        return sentence + "."
    rival = int(wrong.argmax())
    return f"{sentence}, confused most with {names[rival]}."


def map_section(
    title: str,
    path: Path,
    entries: Sequence[tuple[int, str, str, str]],
    confidence: Path | None = None,
) -> Section:
    """The map, its confidence and the legend; entries are (code, name, colour, detail)."""
    colours = {code: rgb(colour) for code, _, colour, _ in entries}
    source, width, height = images.class_image(images.decimated(path), colours)
    blocks: list[Block] = [Image(source, width, height, "Thumbnail of the class map", "Class map")]
    if confidence is not None:
        values = images.decimated(confidence, Resampling.average)
        shown = images.ramp_image(values, 0, 100)
        middle = float(np.ma.median(values)) if values.count() else math.nan
        blocks.append(
            Image(
                *shown,
                "Thumbnail of the confidence",
                "Confidence: the probability of the class that the map shows, from 0 % (dark) to "
                f"100 % (bright); half of the map is below {number(middle, 0)} %.",
            )
        )
    legend = Legend([LegendEntry(colour, name, detail) for _, name, colour, detail in entries])
    return Section(title, [Row(blocks), legend])


def base_classifier_sections(
    base_classifiers: Sequence[Mapping[str, Any]], without_features: float | None, overall: float
) -> list[Block]:
    """What a blend consists of, and its accuracy without spatial features and with them."""
    blocks: list[Block] = []
    if without_features is not None:
        blocks.append(
            Paragraph(
                f"Spatial features: {percent(without_features)} → {percent(overall)}. So many of "
                "the labelled pixels were classified correctly in cross-validation by the spectrum "
                "alone, and by spectrum and spatial features."
            )
        )
    if len(base_classifiers) > 1:
        rows = [
            (
                str(base["name"]),
                percent(float(base["weight"])),
                percent(float(base["overall_accuracy"]), 1),
                percent(float(base["average_accuracy"]), 1),
            )
            for base in sorted(base_classifiers, key=lambda base: -float(base["weight"]))
        ]
        heads = ("base classifier", "weight", "overall accuracy", "average accuracy")
        blocks.append(Table(heads, rows))
        blocks.append(
            Paragraph(
                "The map blends the probabilities of these classifiers. Weights make the labels "
                "most likely in cross-validation; with few polygons they stay near prior weights."
            )
        )
    return blocks


def applicability_section(outside: float, path: Path | None) -> Section:
    """The share of the scene outside the area of applicability, and where it lies."""
    words = Paragraph(
        f"{percent(outside, 1)} of the scene lies outside the area of applicability: its spectra "
        "are unlike any training sample, and the accuracies of this page do not hold there. A "
        "pixel is outside when it is less similar to the nearest training pixel than training "
        "pixels of one fold of the cross-validation are to those of the others. An unknown class "
        "with the spectrum of a known one is not noticed."
    )
    if path is None:
        return Section("Where the model applies", [words])
    values = images.decimated(path)
    limits = [limit for limit, _, _ in DISSIMILARITY_STEPS[:-1]]
    steps = np.ma.array(np.digitize(values.data, limits, right=True), mask=values.mask)
    colours = {step: rgb(colour) for step, (_, colour, _) in enumerate(DISSIMILARITY_STEPS)}
    picture = Image(
        *images.class_image(steps, colours),
        "Thumbnail of the area of applicability",
        "Distance to the nearest labelled pixel in units of the largest that is trusted",
    )
    legend = Legend([LegendEntry(colour, label) for _, colour, label in DISSIMILARITY_STEPS])
    return Section("Where the model applies", [words, Row([picture, legend])])


def spectra_section(
    spectra: np.ndarray,
    target: np.ndarray,
    names: Sequence[str],
    colours: Sequence[str],
    wavelengths: np.ndarray | None,
) -> Section:
    """Mean spectra of the labelled pixels with the spread inside each class."""
    positions = wavelengths if wavelengths is not None else np.arange(1.0, spectra.shape[1] + 1)
    x_label = "wavelength (nm)" if wavelengths is not None else "band used"
    present = [index for index in range(len(names)) if (target == index).any()]
    quantiles = {
        index: np.quantile(spectra[target == index], [0.1, 0.5, 0.9], axis=0) for index in present
    }
    means = {index: spectra[target == index].mean(axis=0) for index in present}
    every = np.concatenate([found[[0, 2]].ravel() for found in quantiles.values()])
    limits = (float(np.quantile(every, 0.002)), float(np.quantile(every, 0.998)))
    limits = (min(limits[0], 0.0), limits[1]) if limits[0] < 0.1 * limits[1] else limits
    together = charts.spectra(
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
        drawing = charts.spectrum(
            positions, means[index], low, high, colour, limits, x_label, f"Spectrum of {name}"
        )
        each.append(Figure(drawing, name))
    return Section(
        "Spectra of the labels",
        [
            Figure(together),
            Legend([LegendEntry(colours[index], names[index]) for index in present]),
            Paragraph(
                "Each class with the range that holds the middle 80 % of its labelled pixels. Two "
                "classes whose bands and means coincide cannot be told apart by their spectra."
            ),
            Row(each, narrow=True),
        ],
    )


def settings_table(settings: Mapping[str, Any]) -> Table:
    """All settings of a job, those left out as a dash."""
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
    """What computed: Python, the platform and the packages that are installed."""
    found = {"Python": platform.python_version(), "platform": platform.platform(terse=True)}
    for name in packages:
        try:
            found[name] = metadata.version(name)
        except metadata.PackageNotFoundError:
            continue
    return found


def provenance(
    settings: Mapping[str, Any], seconds: Mapping[str, float], used: Mapping[str, str]
) -> Section:
    """How the result came about: settings, time spent, versions."""
    times = [(name, f"{spent:.1f} s") for name, spent in seconds.items()]
    blocks: list[Block] = [settings_table(settings)]
    tables: list[Block] = []
    if times:
        total = sum(seconds.values())
        tables.append(Table((), [*times, ("together", f"{total:.1f} s")], "Time spent", texts=True))
    tables.append(Table((), list(used.items()), "Versions", texts=True))
    return Section("Settings, times and versions", [*blocks, Row(tables)])


def rgb(colour: str) -> tuple[int, int, int]:
    """`#rrggbb` as three bytes."""
    return tuple(int(colour[start : start + 2], 16) for start in (1, 3, 5))  # type: ignore[return-value]
