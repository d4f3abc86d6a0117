"""`features`: writes the diffusion features of a scene as a raster."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import image_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group, option
from ..options.feature_options import FeatureOptions

SUMMARY = "Write the diffusion features of a scene as a raster with one named band each."

STAGES = (("start", 3), ("preparing", 4), ("features", 20))


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `features`."""

    image: str = image_option()
    bands: BandOptions = group(BandOptions)
    features: FeatureOptions = group(FeatureOptions)
    compute: ComputeOptions = group(ComputeOptions)
    output: Path = option("Features to write (GeoTIFF), one band each.", metavar="FILE")


def run(options: Options, reporter: Reporter) -> Result:
    """Extract the features and publish the raster."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..files.output_files import raster_output
    from ..pipeline.feature_export import write_features
    from ..pipeline.outputs import pending_files, protect
    from ..pipeline.scene_access import open_scene

    with (
        pending_files(options.image) as files,
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        files.reserve(raster_output(options.output))
        metrics = write_features(
            scene, options.output, files, options.features, options.compute, reporter
        )
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(
        {"features": str(options.output)}, metrics | {"seconds": reporter.rounded_seconds()}
    )
