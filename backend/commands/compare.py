"""`compare`: cross-validates the methods on a scene and maps a part of it with each."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.methods import COMPARED_METHODS, needs_features
from ..common.protocol import Result
from ..core.errors import InvalidJob
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import image_option, report_option, seed_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group, option, option_values
from ..options.feature_options import FeatureOptions
from ..options.label_options import LabelOptions
from ..options.parsing import parse_list

SUMMARY = "Compare all methods on a scene and its training samples in a report with their maps."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 10),
    ("validation", 25),
    ("mapping", 12),
    ("report", 1),
)


def parse_methods(text: str) -> tuple[str, ...]:
    """The methods of a list."""
    names = parse_list(text, "methods")
    for name in names:
        if name not in COMPARED_METHODS:
            raise InvalidJob(
                f'The method "{name}" cannot be compared.',
                f"Choose among {', '.join(COMPARED_METHODS)}.",
            )
    return names


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `compare`."""

    image: str = image_option()
    labels: LabelOptions = group(LabelOptions)
    features: FeatureOptions = group(FeatureOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    methods: tuple[str, ...] = option(
        "Methods to compare, such as geodiffnet-f, rf; all by default.",
        (),
        metavar="NAMES",
        parse=parse_methods,
    )
    seed: int = seed_option("the same seed gives the same report")
    report: Path = report_option()


def run(options: Options, reporter: Reporter) -> Result:
    """Compare the methods and publish the report."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..compute.device import choose_device
    from ..files.output_files import report_output
    from ..pipeline.method_comparison import compare_methods
    from ..pipeline.outputs import pending_files, protect
    from ..pipeline.scene_access import open_scene
    from ..pipeline.training_data import collect_training_data

    names = options.methods or COMPARED_METHODS
    device = choose_device(options.compute.device)
    with (
        pending_files(options.image, options.labels.labels) as files,
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        files.reserve(report_output(options.report))
        features = options.features if any(needs_features(name) for name in names) else None
        training_data = collect_training_data(
            scene, options.labels, features, options.compute, reporter
        )
        comparison = compare_methods(
            training_data,
            names,
            options.seed,
            device,
            reporter,
            as_published=options.features.as_published,
        )
        preview = comparison.make_preview(scene, reporter)
        reporter.begin("report", "writing the report")
        numbers = comparison.write_report(
            options.report,
            files,
            scene,
            options.labels,
            preview,
            option_values(options),
            reporter,
        )
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = comparison.metrics(numbers) | {"seconds": reporter.rounded_seconds()}
    return Result({"report": str(options.report)}, metrics)
