"""`tune`: finds the decoder block, timestep and composite whose features suit a scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.choices import MAX_COMPONENTS
from ..common.methods import TUNED_METHODS
from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import (
    backbone_option,
    image_option,
    preset_option,
    report_option,
    scales_option,
    seed_option,
)
from ..options.compute_options import ComputeOptions
from ..options.declaration import group, option, option_values
from ..options.feature_options import FeatureOptions
from ..options.label_options import LabelOptions
from ..options.parsing import parse_blocks, parse_composite_sets, parse_timesteps

SUMMARY = "Find the decoder block, timestep and composite that suit a scene, and write a report."

STAGES = (
    ("start", 3),
    ("labels", 2),
    ("features", 30),
    ("validation", 25),
    ("clusters", 5),
    ("report", 1),
)


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `tune`; its lists are the values to try."""

    image: str = image_option()
    labels: LabelOptions = group(LabelOptions)
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    backbone: str = backbone_option()
    preset: str = preset_option()
    blocks: tuple[int, ...] = option(
        "Decoder blocks to try, such as 5, 8, 11; by default several evenly spaced ones, and the "
        "denoised image.",
        (),
        metavar="NUMBERS",
        parse=parse_blocks,
    )
    timesteps: tuple[int, ...] = option(
        "Diffusion timesteps (noise levels) to try, 0 to 999; 50, 150, 300 by default.",
        (),
        metavar="NUMBERS",
        parse=parse_timesteps,
    )
    composites: tuple[str, ...] = option(
        "Composites to try: rgb, cir, swir, pca1, pca2; pca1+pca2, rgb by default. Composites "
        "joined by +, such as rgb+pca1, are used together.",
        (),
        metavar="NAMES",
        parse=parse_composite_sets,
    )
    scales: tuple[int, ...] = scales_option()
    components: int | None = option(
        "Principal components to keep of each scale's activations of a block; 32 by default, as in "
        "classify and train where blocks are chosen.",
        None,
        minimum=1,
        maximum=MAX_COMPONENTS,
    )
    method: str = option(
        "Method to fit: geodiffnet uses the features only, geodiffnet-f the spectrum as well. A "
        "small ensemble ranks the settings; the best one and the default are then cross-validated "
        "with the full method.",
        TUNED_METHODS[0],
        choices=TUNED_METHODS,
    )
    seed: int = seed_option("the same seed gives the same report")
    report: Path = report_option()


def run(options: Options, reporter: Reporter) -> Result:
    """Try all settings and publish the report."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..compute.device import choose_device
    from ..files.output_files import report_output
    from ..pipeline.feature_search import make_search_grid, search_features
    from ..pipeline.outputs import pending_files, protect
    from ..pipeline.scene_access import open_scene
    from ..pipeline.training_data import collect_training_data

    choose_device(options.compute.device)
    with (
        pending_files(options.image, options.labels.labels) as files,
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        files.reserve(report_output(options.report))
        features = FeatureOptions(
            backbone=options.backbone,
            preset=options.preset,
            scales=options.scales,
            components=options.components,
        )
        grid = make_search_grid(
            features, options.blocks, options.timesteps, options.composites, reporter
        )
        training_data = collect_training_data(
            scene, options.labels, None, options.compute, reporter
        )
        found = search_features(
            scene, training_data, grid, options.method, options.seed, options.compute, reporter
        )
        reporter.begin("report", "writing the report")
        numbers = found.write_report(
            options.report, files, scene, options.labels, option_values(options), reporter
        )
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = found.metrics(numbers) | {"seconds": reporter.rounded_seconds()}
    return Result({"report": str(options.report)}, metrics)
