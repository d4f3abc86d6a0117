"""The report of a map held against reference data."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from ..charts import charts
from ..metrics.map_accuracy import Assessment
from . import sections
from .content import Block, Figure, KeyFigure, Paragraph, Report, Section, Table
from .sections import count, number, percent, spread

REPORTING_ADVICE = {
    "random": "Quote the area-adjusted figures: with a random sample both columns are unbiased, "
    "and weighting by the mapped areas makes the estimate more precise.",
    "stratified": "Quote the area-adjusted figures: the plain ones weight each stratum by the "
    "number of samples drawn in it, not by the area it covers.",
    "purposive": "Quote the plain figures, and say that they describe the reference shapes: these "
    "were not drawn at random, so nothing here is an estimate for the whole map. The area-adjusted "
    "column shows what would follow if they had been.",
    "census": "Map and reference were compared everywhere: the figures are exact, both columns "
    "agree, and there is nothing to estimate.",
}
DESIGN_NAMES = {
    "random": "simple random sample",
    "stratified": "stratified random sample",
    "purposive": "reference drawn at will",
    "census": "reference for the whole map",
}


@dataclass(frozen=True)
class AssessmentReportData:
    """An assessment with what the report tells around it."""

    found: Assessment
    map: Path
    reference: str
    read: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    strata: str = ""  # the strata raster, where there is one


def assessment_report(given: AssessmentReportData) -> Report:
    """The content of the report."""
    found = given.found
    used = sections.versions(("rasterio", "pyogrio", "numpy", "shapely"))
    blocks = [_unadjusted_and_adjusted(given), _classes(found)]
    blocks.append(
        Section(
            "What is taken for what",
            [
                sections.heat_map(
                    found.matrix,
                    found.names,
                    "Samples by the class of the map (rows) and of the reference (columns). The "
                    "darker a cell, the larger the share of its column.",
                ),
                *_shares(found),
            ],
        )
    )
    if found.design in ("random", "stratified"):
        blocks.append(_areas(given))
    if found.in_training is not None:
        blocks.append(_training(found))
    blocks.append(_map(given))
    blocks.append(_input_data(given))
    blocks.append(Section("For the methods section", [Paragraph(_methods(given), "quote")]))
    blocks.append(sections.provenance(given.settings, given.seconds, used))
    return Report(
        title=f"Accuracy of {given.map.name}",
        subtitle=f"against {given.reference} · {DESIGN_NAMES[found.design]}",
        summary=_summary(found),
        key_figures=_key_figures(found),
        sections=blocks,
        numbers={**numbers(found), "settings": dict(given.settings), "versions": used},
    )


def reports_adjusted(found: Assessment) -> bool:
    """Whether the area-adjusted figures are the ones to quote."""
    return found.design in ("random", "stratified")


def numbers(found: Assessment) -> dict[str, Any]:
    """All figures as plain data."""
    adjusted = found.adjusted
    return {
        "design": found.design,
        "quote": "area_adjusted" if reports_adjusted(found) else "plain",
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
        "confusion_map_by_reference": found.matrix,
        "plain": {
            "overall_accuracy": found.plain.overall,
            "average_accuracy": found.plain.average,
            "kappa": found.plain.kappa,
            "users_accuracy": found.plain.users,
            "producers_accuracy": found.plain.producers,
            "f1": found.plain.f1,
            "iou": found.plain.iou,
            "intervals_95": {
                name: [
                    getattr(found.plain_intervals, name).low,
                    getattr(found.plain_intervals, name).high,
                ]
                for name in ("overall", "users", "producers", "f1", "iou")
            },
        },
        "area_adjusted": {
            "area_shares_map_by_reference": adjusted.matrix,
            "average_accuracy": adjusted.average,
            "kappa": adjusted.kappa,
            **{
                name: {"value": item.value, "standard_error": item.error}
                for name, item in (
                    ("overall_accuracy", adjusted.overall),
                    ("users_accuracy", adjusted.users),
                    ("producers_accuracy", adjusted.producers),
                    ("f1", adjusted.f1),
                    ("iou", adjusted.iou),
                    ("area_share", adjusted.area),
                )
            },
        },
        "strata": [
            {"name": name, "pixels": pixels, "samples": drawn}
            for name, pixels, drawn in found.strata
        ],
        "in_training": None if found.in_training is None else found.in_training,
    }


def _reported_metrics(found: Assessment) -> tuple[Any, Any]:
    if reports_adjusted(found):
        return found.adjusted_metrics, found.adjusted_intervals
    return found.plain, found.plain_intervals


def _summary(found: Assessment) -> list[str]:
    metrics, intervals = _reported_metrics(found)
    half = float(intervals.overall.high - intervals.overall.low) / 2
    margin = f" ± {half * 100:.0f}" if np.isfinite(half) else ""
    kind = " (area-adjusted)" if reports_adjusted(found) else ""
    matrix = found.adjusted.matrix if reports_adjusted(found) else found.matrix
    sentences = [
        f"Overall accuracy {percent(float(metrics.overall))}{margin}{kind}. "
        + sections.weakest_class(matrix, found.names),
        REPORTING_ADVICE[found.design],
    ]
    if found.in_training is not None:
        sentences.append(
            f"{count(found.in_training.sum())} samples lie inside training polygons; they were "
            "left out of these figures and are reported apart."
        )
    return [sentence.strip() for sentence in sentences]


def _key_figures(found: Assessment) -> list[KeyFigure]:
    metrics, intervals = _reported_metrics(found)
    interval = spread(float(intervals.overall.low), float(intervals.overall.high))
    units = {"purposive": "shapes", "census": "squares"}.get(found.design, "points")
    return [
        KeyFigure("overall accuracy", percent(float(metrics.overall), 1), interval),
        KeyFigure("average accuracy", percent(float(metrics.average), 1), "mean of producer’s"),
        KeyFigure("kappa", number(float(metrics.kappa))),
        KeyFigure(
            "mean F1", number(float(metrics.mean_f1), 2), f"mean IoU {float(metrics.mean_iou):.2f}"
        ),
        KeyFigure("reference", count(found.samples), f"pixels in {count(found.groups)} {units}"),
    ]


def _unadjusted_and_adjusted(given: AssessmentReportData) -> Section:
    found, plain, adjusted = given.found, given.found.plain, given.found.adjusted_metrics
    rows: list[tuple[Any, ...]] = [
        (
            "overall accuracy",
            (
                percent(float(plain.overall), 1),
                spread(
                    float(found.plain_intervals.overall.low),
                    float(found.plain_intervals.overall.high),
                    1,
                ),
            ),
            (
                percent(float(adjusted.overall), 1),
                spread(
                    float(found.adjusted_intervals.overall.low),
                    float(found.adjusted_intervals.overall.high),
                    1,
                ),
            ),
        )
    ]
    for name, attribute in (("average accuracy", "average"), ("mean F1", "mean_f1")):
        rows.append(
            (
                name,
                percent(float(getattr(plain, attribute)), 1),
                percent(float(getattr(adjusted, attribute)), 1),
            )
        )
    rows.append(
        ("mean IoU", percent(float(plain.mean_iou), 1), percent(float(adjusted.mean_iou), 1))
    )
    rows.append(("kappa", number(float(plain.kappa)), number(float(adjusted.kappa))))
    return Section(
        "Plain and area-adjusted",
        [
            Table(("", "plain", "area-adjusted"), rows),
            Paragraph(REPORTING_ADVICE[found.design], "note"),
            Paragraph(
                "Plain: every sample counts the same. Area-adjusted: every stratum counts by the "
                "area it covers (Olofsson et al. 2014; Stehman 2014 where the strata are not the "
                "map’s classes). Small print: 95 % intervals."
            ),
        ],
    )


def _classes(found: Assessment) -> Section:
    metrics, intervals = _reported_metrics(found)
    names, colours = found.names, [entry.colour for entry in found.classes]
    which = "area-adjusted" if reports_adjusted(found) else "plain"
    return Section(
        f"Accuracy of each class ({which})",
        [
            sections.class_bars(names, metrics, intervals),
            sections.class_table(
                names, colours, metrics, intervals, found.matrix.sum(axis=0), None
            ),
        ],
    )


def _shares(found: Assessment) -> list[Block]:
    if not reports_adjusted(found):
        return []
    return [
        sections.heat_map(
            found.adjusted.matrix,
            found.names,
            "The same as estimated shares of the map’s area, in percent.",
        )
    ]


def _areas(given: AssessmentReportData) -> Section:
    found = given.found
    share = found.adjusted.area
    sizes = found.areas
    if sizes is None:
        sizes = np.array([entry.map_pixels for entry in found.classes])
    mapped = sizes / sizes.sum()
    nothing = np.full(len(mapped), np.nan)
    hectares = 0.0 if found.areas is None else float(found.areas.sum()) / 10_000
    unit = hectares if hectares else 1.0
    rows = []
    for index, entry in enumerate(found.classes):
        cells = [
            entry.name,
            percent(mapped[index], 1),
            (
                percent(share.value[index], 1),
                spread(float(share.low[index]), float(share.high[index]), 1),
            ),
        ]
        if hectares:
            cells += [
                _hectares(mapped[index] * unit),
                (
                    _hectares(share.value[index] * unit),
                    f"± {_hectares(share.margin[index] * unit)}",
                ),
            ]
        rows.append(cells)
    columns = ["class", "mapped", "estimated"]
    if hectares:
        columns += ["mapped, ha", "estimated, ha"]
    drawing = charts.bars(
        found.names,
        [
            charts.Series("mapped area", mapped, nothing, nothing),
            charts.Series("estimated area", share.value, share.low, share.high),
        ],
        "Area of each class",
        maximum=None,
    )
    return Section(
        "Areas",
        [
            Paragraph(
                "The map’s own areas carry its errors. The estimated areas correct them with the "
                "sample; report these, with their 95 % intervals."
                + (
                    " Hectares are measured on the ellipsoid."
                    if hectares
                    else " The map’s coordinate system gives no hectares."
                )
            ),
            Figure(drawing),
            Table(columns, rows, swatches=[entry.colour for entry in found.classes]),
        ],
    )


def _hectares(value: float) -> str:
    if not np.isfinite(value):
        return "–"
    return count(value) if abs(value) >= 100 else f"{value:.2f}"


def _training(found: Assessment) -> Section:
    inside = found.in_training
    metrics = sections.accuracy_metrics(inside)
    return Section(
        "Samples inside training polygons",
        [
            Paragraph(
                f"{count(inside.sum())} samples lie inside polygons that the map learnt from. "
                f"There the map agrees in {percent(float(metrics.overall), 1)}, elsewhere in "
                f"{percent(float(found.plain.overall), 1)}. They say how well the map remembers, "
                "not how well it generalises, and count in no other figure of this report."
            ),
            sections.heat_map(inside, found.names),
        ],
    )


def _map(given: AssessmentReportData) -> Section:
    total = sum(entry.map_pixels for entry in given.found.classes)
    entries = [
        (entry.code, entry.name, entry.colour, percent(entry.map_pixels / total, 1))
        for entry in given.found.classes
        if entry.code is not None
    ]
    return sections.map_section("The map", given.map, entries)


def _input_data(given: AssessmentReportData) -> Section:
    found = given.found
    rows = list(given.read.items())
    rows.append(("samples compared", count(found.samples)))
    if found.unmapped:
        rows.append(("samples where the map has no class", count(found.unmapped)))
    blocks: list[Block] = [Table((), rows, texts=True)]
    blocks += [Paragraph(note, "note") for note in found.notes]
    if reports_adjusted(found):
        strata = [(name, count(pixels), count(drawn)) for name, pixels, drawn in found.strata]
        blocks.append(Table(("stratum", "pixels", "samples"), strata))
    return Section("What was read", blocks)


def _methods(given: AssessmentReportData) -> str:
    found = given.found
    metrics, intervals = _reported_metrics(found)
    overall = f"overall accuracy {percent(float(metrics.overall), 1)}"
    low, high = float(intervals.overall.low), float(intervals.overall.high)
    if np.isfinite(low):
        overall += f" (95 % interval {spread(low, high, 1)})"
    design = DESIGN_NAMES[found.design]
    if found.design == "purposive":
        return (
            f"The map was compared with {count(found.samples)} pixels of {count(found.groups)} "
            f"reference shapes, which were not drawn at random: {overall}, bootstrap over shapes."
        )
    if found.design == "census":
        return f"The map was compared with reference data for its whole extent: {overall}."
    strata = "another map" if given.strata else "the map’s classes"
    how = (
        f"with {strata} as strata"
        if found.design == "stratified"
        else ("post-stratified by the map’s classes")
    )
    source = "Stehman (2014)" if given.strata else "Olofsson et al. (2014)"
    return (
        f"Accuracy and areas were estimated from {count(found.samples)} reference points "
        f"({design}), {how}, with the estimators of {source}: {overall}."
    )
