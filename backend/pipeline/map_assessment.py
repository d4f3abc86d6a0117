"""The steps of `assess`: map and reference, comparison, figures, report; or drawing a sample."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import asdict
from typing import Any

import numpy as np

from ..common.protocol import Result
from ..core.errors import UserError
from ..core.formatting import percent, percent_range
from ..core.reporter import Reporter
from ..files.output_files import layer_output, report_output
from ..files.pending_files import PendingFiles
from ..labels.classes import class_styles
from ..labels.label_raster import is_raster
from ..labels.pixel_selection import PixelSelection
from ..labels.vector import DEFAULT_CLASS_FIELD, layer_info, read_training_pixels
from ..metrics.class_map import ClassRaster
from ..metrics.class_matching import ReferenceClass, match_classes
from ..metrics.map_accuracy import Assessment, assess
from ..metrics.reference_counts import (
    ReferenceCounts,
    count_reference_polygons,
    count_reference_raster,
)
from ..options.assess_options import Settings
from ..reports.assessment_report import AssessmentReportData, assessment_report, numbers
from ..reports.report import json_value, write_report
from ..sampling.reference_sample import allocate, draw, write_points
from ..scene.grid import Grid
from .outputs import pending_files

#: A reference raster that covers at least this share of the map is a reference for all of it.
CENSUS_FRACTION = 0.999


def assess_map(settings: Settings, reporter: Reporter) -> Result:
    """Draw the sample that was asked for, compare the map with the reference, or both."""
    if settings.reference is None and settings.draw_sample is None:
        raise UserError(
            "assess.nothing_to_do",
            "Neither reference data nor a sample to draw was asked for.",
            "Give a reference, or a file for the sample of points to be interpreted.",
        )
    if settings.reference is None and settings.report is not None:
        raise UserError(
            "assess.no_reference",
            "A report needs reference data.",
            "Give a reference; without one, only a sample can be drawn.",
        )
    inputs = (settings.map, settings.reference, settings.strata, settings.training)
    outputs: dict[str, str] = {}
    metrics: dict[str, Any] = {}
    with pending_files(*inputs) as files, ExitStack() as stack:
        if settings.draw_sample:
            files.reserve(layer_output(settings.draw_sample))
        if settings.report:
            files.reserve(report_output(settings.report))
        mapped = stack.enter_context(
            ClassRaster(
                str(settings.map),
                allow_external=settings.allow_external,
                styles=class_styles(settings.map_classes),
            )
        )
        strata = None
        if settings.strata:
            strata = stack.enter_context(
                ClassRaster(
                    str(settings.strata),
                    mapped.grid,
                    settings.allow_external,
                    class_styles(settings.strata_classes),
                    strata=True,
                )
            )
        if settings.draw_sample:
            reporter.begin("sample", "drawing the sample")
            metrics["sample"] = _draw_sample(settings, mapped, strata, files, reporter)
            outputs["sample"] = str(settings.draw_sample)
        if settings.reference:
            reporter.begin("compare", "comparing map and reference")
            assessment, read = _compare(settings, mapped, strata, reporter)
            metrics |= _metrics(assessment)
            _log_assessment(assessment, reporter)
            if settings.report:
                reporter.begin("report", "writing the report")
                content = assessment_report(
                    AssessmentReportData(
                        assessment,
                        settings.map,
                        settings.reference.name,
                        read,
                        asdict(settings),
                        dict(reporter.seconds),
                        settings.strata.name if settings.strata else "",
                    )
                )
                outputs["report"] = str(write_report(content, settings.report, files))
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(outputs, metrics)


def _draw_sample(
    settings: Settings,
    mapped: ClassRaster,
    strata: ClassRaster | None,
    files: PendingFiles,
    reporter: Reporter,
) -> list[dict[str, Any]]:
    if settings.count < 1:
        raise UserError(
            "job.invalid", "A sample needs at least one point.", "Give a larger number of points."
        )
    layer = strata or mapped
    sizes: dict[int, int] = {}
    for window in reporter.follow(layer.windows(), layer.count()):
        codes = layer.read(window)
        histogram = np.bincount(codes[codes >= 0].ravel(), minlength=1)
        for code in np.flatnonzero(histogram).tolist():
            sizes[code] = sizes.get(code, 0) + int(histogram[code])
    if not sizes:
        raise UserError(
            "assess.empty_map", "The map holds no class.", "Check its nodata value and its codes."
        )
    wanted = allocate(sizes, settings.count, settings.allocation)
    rows, columns, drawn = draw(layer, sizes, wanted, settings.seed, reporter)
    write_points(files.add(settings.draw_sample), mapped, rows, columns)
    reporter.info(
        f"Drew {len(rows)} points: "
        + ", ".join(f"{layer.name(code)} {number}" for code, number in wanted.items())
        + "."
    )
    return [
        {"stratum": layer.name(code), "pixels": sizes[code], "points": int((drawn == code).sum())}
        for code in wanted
    ]


def _compare(
    settings: Settings, mapped: ClassRaster, strata: ClassRaster | None, reporter: Reporter
) -> tuple[Assessment, dict[str, str]]:
    reference = str(settings.reference)
    training = _training_positions(settings, mapped.grid)
    read = {
        "map": str(settings.map),
        "size": f"{mapped.grid.width} × {mapped.grid.height} pixels",
        "reference": reference,
    }
    external, styles = settings.allow_external, class_styles(settings.reference_classes)
    with ExitStack() as stack:
        if is_raster(reference, external):
            raster = stack.enter_context(ClassRaster(reference, mapped.grid, external, styles))
            reference_counts = count_reference_raster(mapped, raster, training, strata, reporter)
            codes = np.unique(reference_counts.cells[:, 4]).tolist()
            reference_classes = [
                ReferenceClass(int(code), str(code), raster.name(code)) for code in codes
            ]
            notes, kind = list(raster.notes), "raster"
        else:
            reference_pixels = read_training_pixels(
                reference,
                settings.class_field,
                mapped.grid,
                styles=styles,
                allow_external=external,
            )
            reference_counts = count_reference_polygons(
                mapped, reference_pixels, training, strata, reporter
            )
            reference_classes = [
                ReferenceClass(index, entry.value, entry.name)
                for index, entry in enumerate(reference_pixels.classes)
            ]
            read["class field"] = settings.class_field or DEFAULT_CLASS_FIELD
            notes, kind = list(reference_pixels.warnings), _geometry_kind(reference)
    if settings.training:
        read["training"] = str(settings.training)
    if settings.strata:
        read["strata"] = str(settings.strata)
    if not reference_counts.map_pixels:
        raise UserError(
            "assess.empty_map", "The map holds no class.", "Check its nodata value and its codes."
        )
    drawn = mapped.styles(sorted(set(reference_counts.map_pixels) | _named_codes(mapped)))
    classes, remarks = match_classes(
        drawn,
        reference_counts.map_pixels,
        reference_classes,
        settings.match,
        mapped.codes_of_labels,
    )
    names = None
    if strata is not None:
        names = {code: strata.name(code) for code in reference_counts.strata_pixels}
    design = _design(settings, kind, reference_counts)
    assessment = assess(
        reference_counts, classes, design, names, [*mapped.notes, *notes, *remarks], settings.seed
    )
    return assessment, read


def _named_codes(mapped: ClassRaster) -> set[int]:
    return {code for code, name in mapped.names.items() if code > 0 and name}


def _geometry_kind(path: str) -> str:
    return "points" if "Point" in str(layer_info(path)["geometry_type"]) else "shapes"


def _design(settings: Settings, kind: str, reference_counts: ReferenceCounts) -> str:
    if settings.design != "auto":
        return settings.design
    if settings.strata or kind == "points":
        return "stratified"
    census_pixels = CENSUS_FRACTION * reference_counts.mapped_pixels
    if kind == "raster" and reference_counts.compared >= census_pixels:
        return "census"
    return "purposive"


def _training_positions(settings: Settings, grid: Grid) -> np.ndarray | None:
    """The sorted places of the training pixels, as row × width + column."""
    if settings.training is None:
        return None
    path = str(settings.training)
    field = None
    if not is_raster(path, settings.allow_external):
        fields = list(layer_info(path)["fields"])
        wanted = [settings.class_field, DEFAULT_CLASS_FIELD, *fields]
        field = next((name for name in wanted if name in fields), None)
    reference_pixels = read_training_pixels(
        path,
        field,
        grid,
        selection=PixelSelection(polygons="touched"),
        allow_external=settings.allow_external,
    )
    return np.unique(reference_pixels.rows * grid.width + reference_pixels.columns)


def _metrics(assessment: Assessment) -> dict[str, Any]:
    return json_value(
        {
            "overall_accuracy": float(assessment.metrics.overall),
            "average_accuracy": float(assessment.metrics.average),
            "kappa": float(assessment.metrics.kappa),
            **numbers(assessment),
        }
    )


def _log_assessment(assessment: Assessment, reporter: Reporter) -> None:
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
            f"{int(assessment.in_training.confusion.sum())} samples lie inside training polygons "
            "and are excluded from the metrics."
        )
