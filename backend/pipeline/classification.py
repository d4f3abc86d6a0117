"""Whole tasks: train a model and map its scene, train only, and apply a model to a scene.

Each publishes all of its output files together, or none of them. What is not needed for opening a
scene is imported in functions: a thread loads it while the scene is read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..classifiers.libraries import libraries_of_method
from ..compute.preloading import preloaded
from ..core.reporter import Reporter
from ..files.cache_folders import cache_folder
from ..mapping.class_areas import class_areas
from ..options.band_options import BandOptions
from ..options.compute_options import ComputeOptions
from ..options.map_outputs import MapOutputs
from ..options.model_options import ModelOptions
from ..options.training_options import TrainingOptions
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .expected_time import expect_mapping
from .outputs import pending_files, protect, reserve
from .scene_access import open_further_scenes, open_scene

if TYPE_CHECKING:
    from ..classifiers.model import Model
    from ..mapping.map_statistics import MapStatistics
    from .training import TrainingResult

#: Modules of this package that are loaded while a scene is read.
PRELOADED = (f"{__package__}.training", f"{__package__}.map_writing")


@dataclass(frozen=True)
class MapResult:
    """The published files of a classification by kind, and the statistics of its map."""

    outputs: dict[str, Path]
    statistics: MapStatistics
    model: Model
    training: TrainingResult | None = None
    #: Area of each class of the map in square metres; None where the grid does not determine it.
    areas: list[float] | None = None

    @property
    def metrics(self) -> dict[str, Any]:
        """Accuracies where the model was trained here, and what the map shows."""
        from .map_writing import map_metrics

        if self.training is None:
            return map_metrics(self.model.info.classes, self.statistics)
        outside = {"outside": self.statistics.outside}
        return self.training.metrics(self.statistics.counts, self.areas) | outside


def classify(
    options: TrainingOptions,
    rasters: MapOutputs,
    reporter: Reporter,
    model: Path | None = None,
    settings: Mapping[str, Any] | None = None,
) -> MapResult:
    """Train a model on labelled scenes and map the first of them.

    `model` is where the model is kept; `settings` are listed in the report.
    """
    with (
        pending_files(*options.inputs) as files,
        preloaded(_modules(options)),
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        reserve(files, rasters, options.report, model)
        expect_mapping(scene, options.method.method, reporter)
        training = _train(options, scene, reporter)
        from .map_writing import PreparedScene

        prepared = PreparedScene(scene, training.model, training.store)
        outputs, statistics = prepared.write_map(rasters, files, reporter, with_confidence=False)
        if model:
            training.model.save(files.add(model))
            outputs["model"] = model
        if options.report:
            from .report_writing import write_classification_report

            write_classification_report(
                options.report,
                files,
                scene,
                options.labels,
                training,
                reporter,
                rasters=rasters,
                statistics=statistics,
                outside=statistics.outside,
                settings=settings,
            )
            outputs["report"] = options.report
        codes = [entry.code for entry in training.model.info.classes]
        written = files.add(rasters.output)
        areas = class_areas(written, scene.grid, codes, statistics.counts)
        reporter.check()
        files.publish()
        reporter.finish()
    return MapResult(outputs, statistics, training.model, training, areas)


def train(
    options: TrainingOptions,
    model: Path,
    reporter: Reporter,
    settings: Mapping[str, Any] | None = None,
) -> tuple[TrainingResult, float | None]:
    """Train a model on labelled scenes and write it to the file `model`.

    Gives the share of the first scene outside the area of applicability, too.
    """
    with (
        pending_files(*options.inputs) as files,
        preloaded(_modules(options)),
        open_scene(options.image, options.bands, options.compute) as scene,
    ):
        protect(files, scene.files)
        reserve(files, report=options.report, model=model)
        training = _train(options, scene, reporter)
        training.model.save(files.add(model))
        outside = share_outside(training.model, scene)
        from .map_writing import log_outside_share

        log_outside_share(outside, reporter)
        if options.report:
            from .report_writing import write_classification_report

            write_classification_report(
                options.report,
                files,
                scene,
                options.labels,
                training,
                reporter,
                outside=outside,
                settings=settings,
            )
        reporter.check()
        files.publish()
        reporter.finish()
    return training, outside


def apply(
    image: str,
    model: ModelOptions,
    rasters: MapOutputs,
    bands: BandOptions,
    compute: ComputeOptions,
    reporter: Reporter,
) -> MapResult:
    """Map a scene with a trained model."""
    from ..features.cache import FeatureCache
    from .map_writing import LoadedModel, prepare_scene

    cache = FeatureCache(cache_folder(compute.cache))
    loaded_model = LoadedModel.load(model.model, compute.device, cache, backbone=model.backbone)
    with pending_files(image, model.model) as files:
        reserve(files, rasters)
        with prepare_scene(loaded_model, image, bands, compute, reporter) as prepared:
            protect(files, prepared.scene.files)
            outputs, statistics = prepared.write_map(rasters, files, reporter)
        reporter.check()
        files.publish()
        reporter.finish()
    return MapResult(outputs, statistics, loaded_model.model)


def _modules(options: TrainingOptions) -> list[str]:
    """What a training job loads in the background."""
    return [*PRELOADED, *libraries_of_method(options.method.method, options.compute.device)]


def _train(options: TrainingOptions, scene: Scene, reporter: Reporter) -> TrainingResult:
    from .training import train_on_scenes

    with open_further_scenes(
        scene, options.more_images, options.bands, options.compute
    ) as further_scenes:
        return train_on_scenes(
            scene,
            further_scenes,
            options.labels,
            options.method,
            options.features,
            options.compute,
            reporter,
        )


def share_outside(model: Model, scene: Scene) -> float | None:
    """The share of the scene's sampled pixels outside the area of applicability."""
    if model.applicability is None:
        return None
    return float((model.dissimilarity(sample_spectra(scene)) > 1).mean())
