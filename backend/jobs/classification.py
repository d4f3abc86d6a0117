"""Puts scene, lesson and map together for `classify`, `train` and `apply`."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.windows import Window

from .. import VERSION
from ..compute.atomic import PendingFiles
from ..compute.device import choose_device
from ..compute.folders import cache_folder
from ..diffusion.backbones import find_backbone
from ..diffusion.store import FeatureCache, FeatureStore
from ..errors import UserError
from ..labels.classes import MapClass
from ..labels.pixels import LabelledPixels
from ..learning.model import Model, load_model
from ..learning.validation import Validation
from ..mapping.geotiff import MapWriter
from ..mapping.predict import MapTally, map_scene, output_blocks
from ..protocol import Result
from ..reporter import Reporter
from ..scene.matching import MatchedScene, match_bands
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .apply_settings import Settings as ApplySettings
from .classify_settings import Settings as ClassifySettings
from .lesson import learn
from .reporting import report_classification
from .scene_settings import open_scene, tell_scene
from .train_settings import Settings as TrainSettings

MAP_FILES = ("output", "confidence", "probabilities", "applicability")
#: When more of a scene than this is unlike the training data, that is worth a warning.
MUCH_OUTSIDE = 0.2


def classify(settings: ClassifySettings, reporter: Reporter) -> Result:
    """Learn, validate, map, and publish all outputs together."""
    with PendingFiles([settings.image, settings.labels]) as files, open_scene(settings) as scene:
        _reserve(files, settings, *MAP_FILES, "report", "model")
        lesson = learn(settings, scene, reporter)
        outputs, tally = _write_map(settings, scene, lesson.model, lesson.store, files, reporter)
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
    with PendingFiles([settings.image, settings.labels]) as files, open_scene(settings) as scene:
        _reserve(files, settings, "model", "report")
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
    model = load_model(settings.model, choose_device(settings.device))
    with PendingFiles([settings.image, settings.model]) as files:
        outputs, tally = apply_model(model, settings, files, reporter)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(
        _texts(outputs), map_figures(model.info.classes, tally) | {"seconds": _seconds(reporter)}
    )


def apply_model(
    model: Model, settings: ApplySettings, files: PendingFiles, reporter: Reporter
) -> tuple[dict[str, Path], MapTally]:
    """Map a scene with a model that is loaded; what is written is not published yet."""
    with open_scene(settings) as scene:
        _reserve(files, settings, *MAP_FILES)
        tell_scene(scene, reporter)
        matched = match_bands(scene, model.info.wavelengths, model.info.bands)
        reporter.begin("features", "reading diffusion features")
        store = open_model_store(settings, matched, model, reporter)
        return _write_map(settings, matched, model, store, files, reporter)


def map_figures(classes: Sequence[MapClass], tally: MapTally) -> dict[str, Any]:
    """How much of each class a map shows, and how sure it is."""
    return {
        "classes": [
            {"code": entry.code, "name": entry.name, "colour": entry.colour, "pixels": int(count)}
            for entry, count in zip(classes, tally.counts, strict=True)
        ],
        "mean_confidence": tally.mean_confidence,
        "outside": tally.outside,
    }


def tell_outside(share: float | None, reporter: Reporter) -> None:
    """How much of a scene the model has learnt nothing of, for the log."""
    if share is None:
        return
    tell = reporter.warn if share > MUCH_OUTSIDE else reporter.info
    tell(f"{share:.0%} of this scene looks like nothing in the training data.")


def _share_outside(model: Model, scene: Scene) -> float | None:
    """The share of the scene's own sample of pixels to which the model does not apply."""
    if model.applicability is None:
        return None
    return float((model.dissimilarity(sample_spectra(scene)) > 1).mean())


def _reserve(files: PendingFiles, settings: object, *names: str) -> None:
    """Refuse targets that cannot be written before any work is done."""
    for name in names:
        target = getattr(settings, name)
        if target:
            files.reserve(target)


def open_model_store(
    settings: ApplySettings, scene: MatchedScene, model: Model, reporter: Reporter
) -> FeatureStore | None:
    """The features that a model wants, read with the backbone it was trained with."""
    if model.learnt is None or model.info.features is None:
        return None
    source = find_backbone(model.info.backbone, reporter)
    if source.digest != model.info.backbone_digest:
        raise UserError(
            "model.other_backbone",
            f"The model was trained with another version of the backbone {model.info.backbone}.",
            "Train it again with this version of the plugin, or bring back that backbone.",
        )
    cache = FeatureCache(cache_folder(settings.cache))
    store = cache.open(scene, source, model.info.features, settings.device, model.learnt)
    store.prepare(reporter)
    return store


def _write_map(
    settings: ClassifySettings | ApplySettings,
    scene: Scene | MatchedScene,
    model: Model,
    store: FeatureStore | None,
    files: PendingFiles,
    reporter: Reporter,
) -> tuple[dict[str, Path], MapTally]:
    """Classify every block; the outputs' paths and what the map shows."""
    reporter.begin("mapping", "classifying the scene")
    classes = model.info.classes
    known = model.applicability
    if settings.applicability and known is None:
        raise UserError(
            "model.no_applicability",
            "The model does not know where it applies: an older version has written it.",
            "Train it again, or leave the raster of applicability out.",
        )

    def read_features(block: Window) -> np.ndarray:
        if store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return store.read(block, reporter.quiet())

    with MapWriter(
        files,
        scene.grid,
        classes,
        settings.output,
        settings.confidence,
        settings.probabilities,
        _tags(model),
        settings.applicability,
        known.threshold if known else 1.0,
    ) as writer:
        tally = map_scene(
            scene,
            store.blocks() if store else output_blocks(scene),
            read_features,
            model.predict_proba,
            writer,
            len(classes),
            reporter,
            model.dissimilarity if known else None,
        )
        tell_outside(tally.outside, reporter)
        return writer.finish(), tally


def _tags(model: Model) -> dict[str, str]:
    info = model.info
    return {
        "GEODIFFNET_VERSION": VERSION,
        "GEODIFFNET_METHOD": info.method,
        "GEODIFFNET_BACKBONE": info.backbone or "none",
        "GEODIFFNET_SEED": str(info.seed),
        "GEODIFFNET_CLASSES": json.dumps(
            {entry.code: entry.name for entry in info.classes}, ensure_ascii=False
        ),
    }


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
        "overall_accuracy": accuracy.overall,
        "average_accuracy": accuracy.average,
        "kappa": accuracy.kappa,
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
