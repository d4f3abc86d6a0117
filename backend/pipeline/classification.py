"""Puts scene, lesson and map together for `classify`, `train` and `apply`."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ..classifiers.model import Model
from ..classifiers.validation import Validation
from ..common.protocol import Result
from ..core.reporter import Reporter
from ..features.cache import FeatureCache
from ..files.cache_folders import cache_folder
from ..labels.training_spectra import TrainingSpectra
from ..options.apply_options import Settings as ApplySettings
from ..options.classify_options import Settings as ClassifySettings
from ..options.scene_options import open_scene
from ..options.train_options import Settings as TrainSettings
from ..options.training_options import TrainingOptions
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .classification_summary import accuracy_metrics, base_metrics, write_classification_report
from .map_writing import (
    MAP_OUTPUT_SETTINGS,
    LoadedModel,
    PreparedScene,
    log_outside_share,
    map_metrics,
    prepare_scene,
)
from .outputs import pending_files, protect, reserve
from .training import train_model


def classify(settings: ClassifySettings, reporter: Reporter) -> Result:
    """Learn, validate, map, and publish all outputs together."""
    with pending_files(*_inputs(settings)) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        reserve(files, settings, *MAP_OUTPUT_SETTINGS, "report", "model")
        training = train_model(settings, scene, reporter)
        prepared_scene = PreparedScene(scene, training.model, training.store)
        outputs, map_statistics = prepared_scene.write(settings, files, reporter)
        if settings.model:
            training.model.save(files.add(settings.model))
            outputs["model"] = settings.model
        if settings.report:
            outputs["report"] = write_classification_report(
                settings.report,
                files,
                settings,
                scene,
                training.pixels,
                training.validation,
                map_statistics.counts,
                reporter,
                outside=map_statistics.outside,
            )
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = _metrics(training.validation, training.pixels, map_statistics.counts, reporter)
    return Result(_as_strings(outputs), metrics | {"outside": map_statistics.outside})


def train(settings: TrainSettings, reporter: Reporter) -> Result:
    """Learn, validate, and publish the model."""
    with pending_files(*_inputs(settings)) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        reserve(files, settings, "model", "report")
        training = train_model(settings, scene, reporter)
        training.model.save(files.add(settings.model))
        outputs = {"model": settings.model}
        outside = _share_outside(training.model, scene)
        log_outside_share(outside, reporter)
        if settings.report:
            outputs["report"] = write_classification_report(
                settings.report,
                files,
                settings,
                scene,
                training.pixels,
                training.validation,
                None,
                reporter,
                outside=outside,
            )
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = _metrics(training.validation, training.pixels, None, reporter)
    return Result(_as_strings(outputs), metrics | {"outside": outside})


def apply(settings: ApplySettings, reporter: Reporter) -> Result:
    """Map a scene with a model and publish the map."""
    cache = FeatureCache(cache_folder(settings.cache))
    loaded_model = LoadedModel.load(
        settings.model, settings.device, cache, backbone=settings.backbone
    )
    with pending_files(settings.image, settings.model) as files:
        reserve(files, settings, *MAP_OUTPUT_SETTINGS)
        with prepare_scene(loaded_model, settings, reporter) as scene:
            protect(files, scene.scene.files)
            outputs, map_statistics = scene.write(settings, files, reporter)
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = map_metrics(loaded_model.model.info.classes, map_statistics)
    return Result(_as_strings(outputs), metrics | {"seconds": _seconds(reporter)})


def _inputs(settings: TrainingOptions) -> list[Path | str]:
    """What is read, which no output may replace."""
    images, labels = settings.more_images, settings.more_labels
    return [settings.image, *images, settings.labels, *labels]


def _share_outside(model: Model, scene: Scene) -> float | None:
    """The share of the scene's own sample of pixels to which the model does not apply."""
    if model.applicability is None:
        return None
    return float((model.dissimilarity(sample_spectra(scene)) > 1).mean())


def _as_strings(outputs: dict[str, Path]) -> dict[str, str]:
    return {kind: str(path) for kind, path in outputs.items()}


def _seconds(reporter: Reporter) -> dict[str, float]:
    return {stage: round(spent, 2) for stage, spent in reporter.seconds.items()}


def _metrics(
    validation: Validation,
    pixels: TrainingSpectra,
    counts: np.ndarray | None,
    reporter: Reporter,
) -> dict[str, Any]:
    accuracy = validation.accuracy
    return {
        **accuracy_metrics(validation),
        "accuracy_unknown": validation.unknown,
        "base_classifiers": base_metrics(validation),
        "folds": validation.folds.count,
        "labelled_pixels": len(pixels.training_pixels),
        "labels": [asdict(row) for row in pixels.table],
        "classes": [
            {
                "code": entry.code,
                "name": entry.name,
                "colour": entry.colour,
                "found": None if not np.isfinite(recall) else float(recall),
            }
            | ({} if counts is None else {"pixels": int(counts[index])})
            for index, (entry, recall) in enumerate(
                zip(pixels.classes, accuracy.recall, strict=True)
            )
        ],
        "seconds": _seconds(reporter),
    }
