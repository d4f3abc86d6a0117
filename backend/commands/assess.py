"""`assess`: compares a class map with reference data, and draws the sample of points for that."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..common.choices import ALLOCATIONS, CLASS_MATCHES, DEFAULT_SAMPLE_SIZE, DESIGNS
from ..common.protocol import Result
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..options.common_options import allow_external_option, report_option, seed_option
from ..options.declaration import option, option_values
from ..options.label_options import FIELD_GUESS

SUMMARY = "Assess a class map against reference data, or draw the sample of points for that."

STAGES = (("start", 1), ("sample", 4), ("compare", 8), ("report", 1))


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `assess`."""

    map: Path = option("Class map: a raster of class codes.", metavar="FILE")
    reference: Path | None = option(
        "Reference data: polygons, points or lines with a class field, or a raster of class codes.",
        None,
        metavar="FILE",
    )
    class_field: str | None = option(
        "Field of the reference that holds the class, as the map's class name or code; by default "
        f"{FIELD_GUESS}.",
        None,
        metavar="NAME",
    )
    match: str = option(
        "How classes of the reference and of the map are matched. auto: by name, and by code where "
        "neither side has names or the codes agree.",
        CLASS_MATCHES[0],
        choices=CLASS_MATCHES,
    )
    report: Path | None = report_option(None)
    design: str = option(
        "Sampling design of the reference: random and stratified points allow estimates for the "
        "whole map, a purposive reference does not. auto: stratified for points, purposive for "
        "polygons.",
        DESIGNS[0],
        choices=DESIGNS,
    )
    strata: Path | None = option(
        "Raster of the strata of the sample, where they are not the map's classes.",
        None,
        metavar="FILE",
    )
    training: Path | None = option(
        "Training samples of the map; reference samples inside them are reported separately.",
        None,
        metavar="FILE",
    )
    draw_sample: Path | None = option(
        "Random sample of points to write (GeoPackage), with an empty class field.",
        None,
        metavar="FILE",
    )
    count: int = option("Number of points of the sample.", DEFAULT_SAMPLE_SIZE)
    allocation: str = option(
        "Sample allocation to the strata: olofsson gives rare classes 50 to 100 points and the "
        "others a share by area.",
        ALLOCATIONS[0],
        choices=ALLOCATIONS,
    )
    seed: int = seed_option("the same seed gives the same sample")
    allow_external: bool = allow_external_option()
    map_classes: tuple[dict[str, Any], ...] = option(
        "Names and colours of the map's codes, as its layer's style has them.", ()
    )
    reference_classes: tuple[dict[str, Any], ...] = option(
        "Names and colours of the reference's values or codes, as its layer's style has them.", ()
    )
    strata_classes: tuple[dict[str, Any], ...] = option(
        "Names of the strata's codes, as their layer's style has them.", ()
    )


def run(options: Options, reporter: Reporter) -> Result:
    """Draw the requested sample, compare the map with the reference, or both."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    _check(options)
    from ..files.output_files import layer_output, report_output
    from ..pipeline.map_assessment import (
        assess_map,
        assessment_metrics,
        draw_sample,
        log_assessment,
        open_class_raster,
        write_assessment_report,
    )
    from ..pipeline.outputs import pending_files

    outputs: dict[str, str] = {}
    metrics: dict[str, Any] = {}
    external = options.allow_external
    inputs = (options.map, options.reference, options.strata, options.training)
    with pending_files(*inputs) as files, ExitStack() as stack:
        if options.draw_sample:
            files.reserve(layer_output(options.draw_sample))
        if options.report:
            files.reserve(report_output(options.report))
        mapped = stack.enter_context(open_class_raster(options.map, external, options.map_classes))
        strata = None
        if options.strata:
            strata = stack.enter_context(
                open_class_raster(
                    options.strata, external, options.strata_classes, strata_of=mapped
                )
            )
        if options.draw_sample:
            reporter.begin("sample", "drawing the sample")
            metrics["sample"] = draw_sample(
                files.add(options.draw_sample),
                mapped,
                strata,
                reporter,
                count=options.count,
                allocation=options.allocation,
                seed=options.seed,
            )
            outputs["sample"] = str(options.draw_sample)
        if options.reference:
            reporter.begin("compare", "comparing map and reference")
            assessment = assess_map(
                mapped,
                options.reference,
                strata,
                reporter,
                class_field=options.class_field,
                reference_classes=options.reference_classes,
                match=options.match,
                design=options.design,
                training=options.training,
                allow_external=external,
            )
            metrics |= assessment_metrics(assessment.assessment)
            log_assessment(assessment.assessment, reporter)
            if options.report:
                reporter.begin("report", "writing the report")
                settings = option_values(options)
                write_assessment_report(options.report, files, assessment, settings, reporter)
                outputs["report"] = str(options.report)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(outputs, metrics)


def _check(options: Options) -> None:
    if options.reference is None and options.draw_sample is None:
        raise UserError(
            "assess.nothing_to_do",
            "Neither reference data nor a sample to draw is given.",
            "Give a reference, or a file for the sample of points to be interpreted.",
        )
    if options.reference is None and options.report is not None:
        raise UserError(
            "assess.no_reference",
            "A report needs reference data.",
            "Give a reference; without one, only a sample can be drawn.",
        )
    if options.draw_sample is not None and options.count < 1:
        raise UserError(
            "job.invalid", "A sample needs at least one point.", "Give a larger number of points."
        )
