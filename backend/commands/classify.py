"""`classify`: trains a model on the training samples of a scene and maps the whole scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.declaration import group, option, option_values
from ..options.map_outputs import MapOutputs
from ..options.training_options import TrainingOptions

SUMMARY = "Train a model on polygons, points or lines of a scene and write the scene's class map."

STAGES = (
    ("start", 3),
    ("labels", 1),
    ("features", 8),
    ("validation", 4),
    ("training", 1),
    ("mapping", 6),
)


@dataclass(frozen=True, kw_only=True)
class Options(TrainingOptions):
    """Options of `classify`."""

    rasters: MapOutputs = group(MapOutputs)
    model: Path | None = option(
        "Model to write for other scenes (.safetensors).", None, metavar="FILE"
    )


def run(options: Options, reporter: Reporter) -> Result:
    """Train, map and publish all outputs together."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import classify

    found = classify(options, options.rasters, reporter, options.model, option_values(options))
    outputs = {kind: str(path) for kind, path in found.outputs.items()}
    return Result(outputs, found.metrics | {"seconds": reporter.rounded_seconds()})
