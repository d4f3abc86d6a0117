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
from ..labels.training_spectra import LabelledPixels
from ..options.apply_options import Settings as ApplySettings
from ..options.classify_options import Settings as ClassifySettings
from ..options.scene_options import open_scene
from ..options.train_options import Settings as TrainSettings
from ..options.training_options import LearningSettings
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .classification_summary import accuracy_metrics, base_metrics, report_classification
from .map_writing import (
    MAP_FILES,
    ReadyModel,
    SceneToMap,
    map_figures,
    scene_to_map,
    tell_outside,
)
from .outputs import pending_files, protect, reserve
from .training import learn


def classify(settings: ClassifySettings, reporter: Reporter) -> Result:
    """Learn, validate, map, and publish all outputs together."""
    with pending_files(*_inputs(settings)) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        reserve(files, settings, *MAP_FILES, "report", "model")
        lesson = learn(settings, scene, reporter)
        mapped = SceneToMap(scene, lesson.model, lesson.store)
        outputs, tally = mapped.write(settings, files, reporter)
        if settings.model:
            lesson.model.save(files.add(settings.model))
            outputs["model"] = settings.model
        if settings.report:
            outputs["report"] = report_classification(
                settings.report,
                files,
                settings,
                scene,
                lesson.pixels,
                lesson.validation,
                tally.counts,
                reporter,
                outside=tally.outside,
            )
        reporter.check()
        files.publish()
        reporter.finish()
    figures = _figures(lesson.validation, lesson.pixels, tally.counts, reporter)
    return Result(_texts(outputs), figures | {"outside": tally.outside})


def train(settings: TrainSettings, reporter: Reporter) -> Result:
    """Learn, validate, and publish the model."""
    with pending_files(*_inputs(settings)) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        reserve(files, settings, "model", "report")
        lesson = learn(settings, scene, reporter)
        lesson.model.save(files.add(settings.model))
        outputs = {"model": settings.model}
        outside = _share_outside(lesson.model, scene)
        tell_outside(outside, reporter)
        if settings.report:
            outputs["report"] = report_classification(
                settings.report,
                files,
                settings,
                scene,
                lesson.pixels,
                lesson.validation,
                None,
                reporter,
                outside=outside,
            )
        reporter.check()
        files.publish()
        reporter.finish()
    figures = _figures(lesson.validation, lesson.pixels, None, reporter)
    return Result(_texts(outputs), figures | {"outside": outside})


def apply(settings: ApplySettings, reporter: Reporter) -> Result:
    """Map a scene with a model and publish the map."""
    cache = FeatureCache(cache_folder(settings.cache))
    ready = ReadyModel.load(settings.model, settings.device, cache, backbone=settings.backbone)
    with pending_files(settings.image, settings.model) as files:
        reserve(files, settings, *MAP_FILES)
        with scene_to_map(ready, settings, reporter) as scene:
            protect(files, scene.scene.files)
            outputs, tally = scene.write(settings, files, reporter)
        reporter.check()
        files.publish()
        reporter.finish()
    figures = map_figures(ready.model.info.classes, tally)
    return Result(_texts(outputs), figures | {"seconds": _seconds(reporter)})


def _inputs(settings: LearningSettings) -> list[Path | str]:
    """What is read, which no output may replace."""
    images, labels = settings.more_images, settings.more_labels
    return [settings.image, *images, settings.labels, *labels]


def _share_outside(model: Model, scene: Scene) -> float | None:
    """The share of the scene's own sample of pixels to which the model does not apply."""
    if model.applicability is None:
        return None
    return float((model.dissimilarity(sample_spectra(scene)) > 1).mean())


def _texts(outputs: dict[str, Path]) -> dict[str, str]:
    return {kind: str(path) for kind, path in outputs.items()}


def _seconds(reporter: Reporter) -> dict[str, float]:
    return {stage: round(spent, 2) for stage, spent in reporter.seconds.items()}


def _figures(
    validation: Validation,
    pixels: LabelledPixels,
    counts: np.ndarray | None,
    reporter: Reporter,
) -> dict[str, Any]:
    accuracy = validation.accuracy
    return {
        **accuracy_metrics(validation),
        "accuracy_unknown": validation.unknown,
        "base_classifiers": base_metrics(validation),
        "folds": validation.folds.count,
        "labelled_pixels": len(pixels.examples),
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
