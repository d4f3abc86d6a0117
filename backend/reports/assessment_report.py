"""The report of the accuracy of a class map against reference data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..charts.bar_chart import Series, bar_chart
from ..core.formatting import area, count, number, percent, percent_range
from ..metrics.accuracy import AccuracyMetrics
from ..metrics.map_accuracy import Assessment
from . import sections
from .content import Block, Cell, Figure, KeyFigure, Paragraph, Report, Section, Table

REPORTING_ADVICE = {
    "random": "Report the area-adjusted estimates: with a random sample the unadjusted estimates "
    "are unbiased too, but weighting by the mapped areas makes the estimates more precise.",
    "stratified": "Report the area-adjusted estimates: the unadjusted ones weight each stratum by "
    "its number of samples, not by the area that it covers.",
    "purposive": "Report the unadjusted estimates, and state that they describe the reference "
    "polygons only: these were not drawn at random, so nothing here is an estimate for the whole "
    "map. The area-adjusted column shows what a random sample with the same errors would give.",
    "census": "Map and reference were compared at every pixel: the values are exact, both columns "
    "agree, and no interval is needed.",
}
DESIGN_NAMES = {
    "random": "simple random sample",
    "stratified": "stratified random sample",
    "purposive": "purposive reference (not drawn at random)",
    "census": "reference for the whole map",
}


@dataclass(frozen=True)
class AssessmentReportData:
    """An assessment and the other contents of its report."""

    found: Assessment
    map: Path
    reference: str
    read: Mapping[str, str] = field(default_factory=dict)  # the rows of “Input data”
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    strata: str = ""  # the strata raster, where there is one


def assessment_report(given: AssessmentReportData) -> Report:
    """The content of the report."""
    found = given.found
    used = sections.versions(("rasterio", "pyogrio", "numpy", "shapely"))
    blocks = [_unadjusted_and_adjusted(found), _classes(found), _confusion_matrix(found)]
    if found.reports_adjusted:
        blocks.append(_areas(found))
    if found.in_training is not None:
        blocks.append(_training(found, found.in_training))
    blocks.append(_map(given))
    blocks.append(_input_data(given))
    blocks.append(sections.methods_section(_methods(given)))
    blocks.append(sections.provenance_section(given.settings, given.seconds, used))
    return Report(
        title=f"Accuracy of {given.map.name}",
        subtitle=f"compared with {given.reference} · {DESIGN_NAMES[found.design]}",
        summary=_summary(found),
        key_figures=_key_figures(found),
        sections=blocks,
        numbers={**numbers(found), "settings": dict(given.settings), "versions": used},
    )


def numbers(found: Assessment) -> dict[str, Any]:
    """All metrics as plain data."""
    adjusted, unadjusted = found.adjusted, found.unadjusted
    estimates = {
        "overall_accuracy": adjusted.overall,
        "users_accuracy": adjusted.precision,
        "producers_accuracy": adjusted.recall,
        "f1": adjusted.f1,
        "iou": adjusted.iou,
        "area_share": adjusted.area,
    }
    return {
        "design": found.design,
        "reported": "area_adjusted" if found.reports_adjusted else "unadjusted",
        "samples": found.samples,
        "groups": found.groups,
        "notes": list(found.notes),
        "classes": [
            {
                "code": entry.code,
                "name": entry.name,
                "map_pixels": entry.map_pixels,
                "map_hectares": None if found.areas is None else found.areas[index] / 10_000,
            }
            for index, entry in enumerate(found.classes)
        ],
        "confusion_matrix": unadjusted.confusion,
        "unadjusted": {
            "overall_accuracy": unadjusted.overall,
            "average_accuracy": unadjusted.average,
            "kappa": unadjusted.kappa,
            "users_accuracy": unadjusted.precision,
            "producers_accuracy": unadjusted.recall,
            "f1": unadjusted.f1,
            "iou": unadjusted.iou,
            "intervals_95": found.unadjusted_intervals.numbers(),
        },
        "area_adjusted": {
            "confusion_matrix": adjusted.matrix,
            "average_accuracy": adjusted.metrics.average,
            "kappa": adjusted.metrics.kappa,
            **{
                name: {"value": item.value, "standard_error": item.error}
                for name, item in estimates.items()
            },
        },
        "strata": [
            {"name": stratum.name, "pixels": stratum.pixels, "samples": stratum.samples}
            for stratum in found.strata
        ],
        "in_training": None if found.in_training is None else found.in_training.confusion,
    }


def _summary(found: Assessment) -> list[str]:
    metrics, overall = found.metrics, found.intervals.overall
    remarks = ["area-adjusted"] if found.reports_adjusted else []
    if np.isfinite(overall.low):
        remarks.append(f"95 % interval {percent_range(overall.low, overall.high)}")
    in_brackets = f" ({', '.join(remarks)})" if remarks else ""
    sentences = [
        f"Overall accuracy {percent(metrics.overall)}{in_brackets}. "
        + sections.least_accurate_class(metrics, found.names),
        REPORTING_ADVICE[found.design],
    ]
    if found.in_training is not None:
        sentences.append(
            f"{count(found.in_training.confusion.sum())} samples lie inside training polygons. "
            "They are excluded from these metrics and reported separately."
        )
    return [sentence.strip() for sentence in sentences]


def _key_figures(found: Assessment) -> list[KeyFigure]:
    metrics = found.metrics
    units = {"purposive": "polygons", "census": "squares"}.get(found.design, "groups")
    detail = (
        "points" if found.samples == found.groups else f"pixels in {count(found.groups)} {units}"
    )
    overall, average = sections.accuracy_key_figures(metrics, found.intervals)
    return [
        overall,
        KeyFigure(average.label, average.value, "mean of producer’s accuracies"),
        KeyFigure("kappa", number(metrics.kappa)),
        sections.f1_key_figure(metrics),
        KeyFigure("reference", count(found.samples), detail),
    ]


def _unadjusted_and_adjusted(found: Assessment) -> Section:
    unadjusted, adjusted = found.unadjusted, found.adjusted.metrics
    intervals = found.unadjusted_intervals.overall, found.adjusted.intervals.overall
    overall: list[Cell] = [
        (percent(metrics.overall, 1), percent_range(interval.low, interval.high, 1))
        for metrics, interval in zip((unadjusted, adjusted), intervals, strict=True)
    ]
    rows: list[list[Cell]] = [["overall accuracy", *overall]]
    for name, attribute in (
        ("average accuracy", "average"),
        ("mean F1", "mean_f1"),
        ("mean IoU", "mean_iou"),
    ):
        rows.append(
            [
                name,
                percent(getattr(unadjusted, attribute), 1),
                percent(getattr(adjusted, attribute), 1),
            ]
        )
    rows.append(["kappa", number(unadjusted.kappa), number(adjusted.kappa)])
    return Section(
        "Unadjusted and area-adjusted estimates",
        [
            Table(("", "unadjusted", "area-adjusted"), rows),
            Paragraph(REPORTING_ADVICE[found.design], "note"),
            Paragraph(
                "Unadjusted: every sample has the same weight. Area-adjusted: every stratum is "
                "weighted by the area that it covers (Olofsson et al. 2014; Stehman 2014 where "
                "the strata are not the classes of the map). Ranges are 95 % intervals."
            ),
        ],
    )


def _classes(found: Assessment) -> Section:
    metrics, intervals = found.metrics, found.intervals
    names, colours = found.names, [entry.colour for entry in found.classes]
    kind = "area-adjusted" if found.reports_adjusted else "unadjusted"
    pixels = found.unadjusted.confusion.sum(axis=1)
    return Section(
        f"Accuracy of each class ({kind})",
        [
            sections.class_chart(names, metrics, intervals),
            sections.class_table(names, colours, metrics, intervals, pixels),
        ],
    )


def _confusion_matrix(found: Assessment) -> Section:
    blocks: list[Block] = [
        sections.confusion_matrix_block(
            found.unadjusted.confusion,
            found.names,
            "Samples by class of the reference (rows) and of the map (columns). The darker a "
            "cell, the larger its share of the row.",
        )
    ]
    if found.reports_adjusted:
        blocks.append(
            sections.confusion_matrix_block(
                found.adjusted.matrix,
                found.names,
                "The same as estimated proportions of the area of the map, in percent.",
            )
        )
    return Section("Confusion matrix", blocks)


def _areas(found: Assessment) -> Section:
    share = found.adjusted.area
    sizes = found.areas
    if sizes is None:
        sizes = np.array([entry.map_pixels for entry in found.classes])
    mapped = sizes / sizes.sum()
    unknown = np.full(len(mapped), np.nan)
    interval = share.interval
    hectares = 0.0 if found.areas is None else float(found.areas.sum()) / 10_000
    rows: list[list[Cell]] = []
    for index, entry in enumerate(found.classes):
        cells: list[Cell] = [
            entry.name,
            percent(mapped[index], 1),
            (
                percent(share.value[index], 1),
                percent_range(interval.low[index], interval.high[index], 1),
            ),
        ]
        if hectares:
            cells += [
                area(mapped[index] * hectares),
                (
                    area(share.value[index] * hectares),
                    f"± {area(share.margin[index] * hectares)}",
                ),
            ]
        rows.append(cells)
    columns = ["class", "mapped", "estimated"]
    if hectares:
        columns += ["mapped, ha", "estimated, ha"]
    drawing = bar_chart(
        found.names,
        [
            Series("mapped area", mapped, unknown, unknown),
            Series("estimated area", share.value, interval.low, interval.high),
        ],
        "Area of each class",
        maximum=None,
    )
    source = (
        "Hectares are measured on the ellipsoid."
        if hectares
        else "Hectares are not available: the coordinate system of the map does not define them."
    )
    return Section(
        "Areas of the classes",
        [
            Paragraph(
                "Areas counted from the map are biased by its classification errors. The "
                "estimated areas correct this bias with the sample; report these, with their 95 % "
                f"intervals. {source}"
            ),
            Figure(drawing),
            Table(columns, rows, swatches=[entry.colour for entry in found.classes]),
        ],
    )


def _training(found: Assessment, inside: AccuracyMetrics) -> Section:
    return Section(
        "Samples inside training polygons",
        [
            Paragraph(
                f"{count(inside.confusion.sum())} samples lie inside polygons that the map was "
                f"trained with. There the overall accuracy is {percent(inside.overall, 1)}, "
                f"elsewhere {percent(found.unadjusted.overall, 1)}. Samples inside training "
                "polygons do not show how well the map generalises; they are excluded from all "
                "other metrics of this report."
            ),
            sections.confusion_matrix_block(inside.confusion, found.names),
        ],
    )


def _map(given: AssessmentReportData) -> Section:
    total = sum(entry.map_pixels for entry in given.found.classes)
    entries = [
        (entry.code, entry.name, entry.colour, percent(entry.map_pixels / total, 1))
        for entry in given.found.classes
        if entry.code is not None
    ]
    return sections.map_section("Map", given.map, entries)


def _input_data(given: AssessmentReportData) -> Section:
    found = given.found
    rows = {**given.read, "samples compared": count(found.samples)}
    if found.unmapped:
        rows["samples where the map has no class"] = count(found.unmapped)
    blocks: list[Block] = []
    if found.reports_adjusted:
        strata = [(item.name, count(item.pixels), count(item.samples)) for item in found.strata]
        blocks.append(Table(("stratum", "pixels", "samples"), strata))
    return sections.input_data_section(rows, found.notes, blocks)


def _methods(given: AssessmentReportData) -> str:
    found, interval = given.found, given.found.intervals.overall
    overall = f"overall accuracy {percent(found.metrics.overall, 1)}"
    if np.isfinite(interval.low):
        overall += f" (95 % interval {percent_range(interval.low, interval.high, 1)})"
    if found.design == "purposive":
        return (
            f"The map was compared with {count(found.samples)} pixels of {count(found.groups)} "
            f"reference polygons, which were not drawn at random: {overall}, jackknife over "
            "polygons."
        )
    if found.design == "census":
        return f"The map was compared with reference data for its whole extent: {overall}."
    strata = "the classes of another raster" if given.strata else "the classes of the map"
    stratification = (
        f"with {strata} as strata"
        if found.design == "stratified"
        else "post-stratified by the classes of the map"
    )
    source = "Stehman (2014)" if given.strata else "Olofsson et al. (2014)"
    return (
        f"Accuracy and areas were estimated from {count(found.samples)} reference points "
        f"({DESIGN_NAMES[found.design]}), {stratification}, with the estimators of {source}: "
        f"{overall}."
    )
