"""`train`: trains a model on the training samples of one or several scenes and writes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.declaration import option, option_values
from ..options.training_options import TrainingOptions

SUMMARY = "Train a model on polygons, points or lines of a scene and write it to a file."

STAGES = (("start", 3), ("labels", 1), ("features", 8), ("validation", 4), ("training", 1))


@dataclass(frozen=True, kw_only=True)
class Options(TrainingOptions):
    """Options of `train`."""

    model: Path = option("Model to write (.safetensors).", metavar="FILE")


def run(options: Options, reporter: Reporter) -> Result:
    """Train, and publish the model and its report together."""
    reporter.plan(STAGES)
    reporter.begin("start", "loading libraries")
    from ..pipeline.classification import train

    training, outside = train(options, options.model, reporter, option_values(options))
    outputs = {"model": str(options.model)}
    if options.report:
        outputs["report"] = str(options.report)
    seconds = reporter.rounded_seconds()
    return Result(outputs, training.metrics() | {"outside": outside, "seconds": seconds})
