"""`apply`: maps a scene with a trained model."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.common_options import image_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group
from ..options.map_outputs import MapOutputs
from ..options.model_options import ModelOptions

SUMMARY = "Write the class map of a scene with a trained model."

# features are extracted block by block while these are mapped
STAGES = (("start", 3), ("features", 1), ("mapping", 6))


@dataclass(frozen=True, kw_only=True)
class Options:
    """Options of `apply`."""

    image: str = image_option()
    bands: BandOptions = group(BandOptions)
    compute: ComputeOptions = group(ComputeOptions)
    model: ModelOptions = group(ModelOptions)
    rasters: MapOutputs = group(MapOutputs)


def run(options: Options, reporter: Reporter) -> Result:
    """Map the scene and publish the rasters together."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import apply

    found = apply(
        options.image, options.model, options.rasters, options.bands, options.compute, reporter
    )
    outputs = {kind: str(path) for kind, path in found.outputs.items()}
    return Result(outputs, found.metrics | {"seconds": reporter.rounded_seconds()})
