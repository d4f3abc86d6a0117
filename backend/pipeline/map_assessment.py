"""Compares a class map with reference data, and draws samples of points to be interpreted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import nullcontext, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from ..common.choices import AUTO, DEFAULT_CLASS_FIELD
from ..core.errors import UserError
from ..core.formatting import percent, percent_range
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles
from ..labels.classes import class_styles
from ..labels.formats.reading import is_other_format
from ..labels.label_raster import is_raster
from ..labels.labelled_geometries import layer_info
from ..labels.pixel_selection import PixelSelection
from ..labels.training_pixels import TrainingPixels, class_field_note
from ..labels.vector import read_training_pixels
from ..metrics.class_map import ClassRaster
from ..metrics.class_matching import ReferenceClass, match_classes
from ..metrics.map_accuracy import Assessment, assess
from ..metrics.reference_counts import (
    ReferenceCounts,
    count_reference_polygons,
    count_reference_raster,
)
from ..reports.assessment_report import AssessmentReportData, assessment_report, numbers
from ..reports.report import json_value, write_report
from ..sampling.reference_sample import allocate, draw, write_points
from ..scene.grid import Grid

#: A reference raster that covers at least this share of the map is a census.
CENSUS_FRACTION = 0.999

ClassRecords = Sequence[Mapping[str, Any]]


@dataclass(frozen=True)
class MapAssessment:
    """The accuracy of a map, and which data it was computed from."""

    assessment: Assessment
    map: Path
    reference: Path
    strata: Path | None
    read: dict[str, str]


@dataclass(frozen=True)
class _ComparedReference:
    """How pixels of map and reference agree."""

    counts: ReferenceCounts
    classes: list[ReferenceClass]
    notes: list[str]
    kind: str  # raster, points or polygons


def open_class_raster(
    path: Path,
    allow_external: bool = False,
    classes: ClassRecords = (),
    strata_of: ClassRaster | None = None,
) -> ClassRaster:
    """A class map, or the raster of the strata of one; to be used as a context manager."""
    grid = strata_of.grid if strata_of else None
    is_strata = strata_of is not None
    return ClassRaster(str(path), grid, allow_external, class_styles(classes), strata=is_strata)


def draw_sample(
    target: Path,
    mapped: ClassRaster,
    strata: ClassRaster | None,
    reporter: Reporter,
    *,
    count: int,
    allocation: str,
    seed: int,
) -> list[dict[str, Any]]:
    """Write random points in the strata, by default the map's classes; the points of each."""
    layer = strata or mapped
    sizes: dict[int, int] = {}
    for window in reporter.follow(layer.windows(), layer.count()):
        codes = layer.read(window)
        histogram = np.bincount(codes[codes >= 0].ravel(), minlength=1)
        for code in np.flatnonzero(histogram).tolist():
            sizes[code] = sizes.get(code, 0) + int(histogram[code])
    if not sizes:
        raise _empty_map()
    allocated = allocate(sizes, count, allocation)
    rows, columns, drawn = draw(layer, sizes, allocated, seed, reporter)
    write_points(target, mapped, rows, columns)
    reporter.info(
        f"Drew {len(rows)} points: "
        + ", ".join(f"{layer.name(code)} {number}" for code, number in allocated.items())
        + "."
    )
    return [
        {"stratum": layer.name(code), "pixels": sizes[code], "points": int((drawn == code).sum())}
        for code in allocated
    ]


def assess_map(
    mapped: ClassRaster,
    reference: Path,
    strata: ClassRaster | None,
    reporter: Reporter,
    *,
    class_field: str | None = None,
    reference_classes: ClassRecords = (),
    match: str = AUTO,
    design: str = AUTO,
    training: Path | None = None,
    allow_external: bool = False,
) -> MapAssessment:
    """The accuracy of a map by reference data; samples in `training` polygons do not count."""
    training_pixels = _training_positions(training, class_field, mapped.grid, allow_external)
    read = {
        "map": str(mapped.path),
        "size": f"{mapped.grid.width} × {mapped.grid.height} pixels",
        "reference": str(reference),
    }
    styles = class_styles(reference_classes)
    is_reference_raster = is_raster(str(reference), allow_external)
    with (
        ClassRaster(str(reference), mapped.grid, allow_external, styles)
        if is_reference_raster
        else nullcontext()
    ) as raster:
        if raster is not None:
            counts = count_reference_raster(mapped, raster, training_pixels, strata, reporter)
            codes = np.unique(counts.cells[:, 4]).tolist()
            found = [ReferenceClass(int(code), str(code), raster.name(code)) for code in codes]
            compared = _ComparedReference(counts, found, list(raster.notes), "raster")
        else:
            pixels = read_training_pixels(
                str(reference),
                class_field,
                mapped.grid,
                styles=styles,
                allow_external=allow_external,
            )
            counts = count_reference_polygons(mapped, pixels, training_pixels, strata, reporter)
            found = [
                ReferenceClass(index, entry.value, entry.name)
                for index, entry in enumerate(pixels.classes)
            ]
            if pixels.class_field:
                read["class field"] = pixels.class_field
                if not class_field:
                    reporter.info(class_field_note(reference, pixels))
            kind = "points" if pixels.are_points else "polygons"
            compared = _ComparedReference(counts, found, list(pixels.warnings), kind)
    if training:
        read["training samples"] = str(training)
    if strata is not None:
        read["strata"] = str(strata.path)
    if not compared.counts.map_pixels:
        raise _empty_map()
    assessment = _assess(mapped, compared, strata, match, design)
    strata_path = Path(strata.path) if strata is not None else None
    return MapAssessment(assessment, Path(mapped.path), reference, strata_path, read)


def _assess(
    mapped: ClassRaster,
    compared: _ComparedReference,
    strata: ClassRaster | None,
    match: str,
    design: str,
) -> Assessment:
    counts = compared.counts
    drawn = mapped.styles(sorted(set(counts.map_pixels) | _named_codes(mapped)))
    classes, remarks = match_classes(
        drawn, counts.map_pixels, compared.classes, match, mapped.codes_of_labels
    )
    names = None
    if strata is not None:
        names = {code: strata.name(code) for code in counts.strata_pixels}
    if design == AUTO:
        design = _choose_design(compared.kind, strata is not None, counts)
    notes = [*mapped.notes, *compared.notes, *remarks]
    return assess(counts, classes, design, names, notes)


def write_assessment_report(
    target: Path,
    files: PendingFiles,
    found: MapAssessment,
    settings: Mapping[str, Any],
    reporter: Reporter,
) -> None:
    """Write the report of an assessment among the other outputs."""
    content = assessment_report(
        AssessmentReportData(
            found.assessment,
            found.map,
            found.reference.name,
            found.read,
            settings,
            dict(reporter.seconds),
            found.strata.name if found.strata else "",
        )
    )
    write_report(content, target, files)


def assessment_metrics(assessment: Assessment) -> dict[str, Any]:
    """Accuracies and areas; the accuracies are area-adjusted where the design allows that."""
    metrics: dict[str, Any] = json_value(
        {
            "overall_accuracy": float(assessment.metrics.overall),
            "average_accuracy": float(assessment.metrics.average),
            "kappa": float(assessment.metrics.kappa),
            **numbers(assessment),
        }
    )
    return metrics


def log_assessment(assessment: Assessment, reporter: Reporter) -> None:
    """Log notes and the overall accuracy."""
    for note in assessment.notes:
        reporter.warn(note)
    unadjusted, interval = assessment.unadjusted.overall, assessment.intervals.overall
    if assessment.reports_adjusted:
        reporter.info(
            f"Overall accuracy, area-adjusted: {percent(assessment.metrics.overall, 1)} (95 % "
            f"interval {percent_range(interval.low, interval.high, 1)}); unadjusted: "
            f"{percent(unadjusted, 1)}."
        )
    else:
        reporter.info(f"Overall accuracy: {percent(unadjusted, 1)}.")
    if assessment.in_training is not None:
        reporter.warn(
            f"{int(assessment.in_training.confusion.sum())} reference samples lie inside training "
            "polygons and are not counted in the accuracies."
        )


def _empty_map() -> UserError:
    return UserError(
        "assess.empty_map", "The map holds no class.", "Check its nodata value and its codes."
    )


def _named_codes(mapped: ClassRaster) -> set[int]:
    return {code for code, name in mapped.names.items() if code > 0 and name}


def _choose_design(kind: str, has_strata: bool, counts: ReferenceCounts) -> str:
    """The sampling design that the reference data suggest."""
    if has_strata or kind == "points":
        return "stratified"
    if kind == "raster" and counts.compared >= CENSUS_FRACTION * counts.mapped_pixels:
        return "census"
    return "purposive"


def _training_positions(
    training: Path | None, class_field: str | None, grid: Grid, allow_external: bool
) -> npt.NDArray[np.int64] | None:
    """The sorted positions of training pixels, as row × width + column."""
    if training is None:
        return None
    fields: list[str | None] = [None]
    if is_other_format(training):
        # its class field may be another one than that of the reference
        fields = [class_field, None] if class_field else [None]
    elif not is_raster(str(training), allow_external):
        known = list(layer_info(str(training))["fields"])
        candidates = [class_field, DEFAULT_CLASS_FIELD, *known]
        fields = [next((name for name in candidates if name in known), None)]
    pixels = _first_readable(training, fields, grid, allow_external)
    positions: npt.NDArray[np.int64] = np.unique(pixels.rows * grid.width + pixels.columns)
    return positions


def _first_readable(
    training: Path, fields: Sequence[str | None], grid: Grid, allow_external: bool
) -> TrainingPixels:
    """The pixels that training samples touch, with the first of the class fields that they have."""
    for field in fields[:-1]:
        with suppress(UserError):
            return _touched_pixels(training, field, grid, allow_external)
    return _touched_pixels(training, fields[-1], grid, allow_external)


def _touched_pixels(
    training: Path, field: str | None, grid: Grid, allow_external: bool
) -> TrainingPixels:
    return read_training_pixels(
        str(training),
        field,
        grid,
        selection=PixelSelection(polygons="touched"),
        allow_external=allow_external,
    )
