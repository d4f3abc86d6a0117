"""The steps of `classify`: scene and labels, features, validation, training, map."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

import numpy as np

from .. import VERSION
from ..compute.atomic import PendingFiles
from ..compute.device import choose_device
from ..compute.folders import cache_folder
from ..compute.memory import memory_budget
from ..diffusion.backbones import find_backbone
from ..diffusion.features import FeatureSettings
from ..diffusion.store import FeatureCache, FeatureStore
from ..labels.classes import ClassStyle, MapClass
from ..labels.pixels import LabelledPixels, gather_pixels, positions_in
from ..labels.rules import LabelRules
from ..labels.vector import Examples, read_examples
from ..learning.methods import make_method
from ..learning.names import needs_features
from ..learning.samples import Samples, Standardisation
from ..learning.validation import Validation, cross_validate
from ..mapping.geotiff import MapWriter
from ..mapping.predict import map_scene
from ..protocol import Result
from ..reporter import Reporter
from ..scene.bands import BandChoice, parse_numbers
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance, sample_spectra
from .classify import Settings
from .reporting import report_classification


def classify(settings: Settings, reporter: Reporter) -> Result:
    """Learn, validate, map, and publish all outputs together."""
    device = choose_device(settings.device)
    with PendingFiles() as files, open_scene(settings) as scene:
        for target in (
            settings.output,
            settings.confidence,
            settings.probabilities,
            settings.report,
        ):
            if target:
                files.reserve(target)
        reporter.begin("labels", "reading labels")
        tell_scene(scene, reporter)
        pixels = _read_labels(settings, scene, reporter)
        cache = FeatureCache(cache_folder(settings.cache))
        reporter.begin("features", "reading diffusion features")
        store = None
        if needs_features(settings.method):
            source = find_backbone(settings.backbone)
            store = cache.open(scene, source, FeatureSettings(), settings.device)
            store.prepare(reporter)
        spectra = Standardisation.of(log_reflectance(sample_spectra(scene)))
        samples = Samples(
            spectra.apply(log_reflectance(pixels.spectra)),
            _features_at(store, pixels.examples, reporter),
            pixels.examples.target,
            pixels.examples.group,
            len(pixels.classes),
        )

        def make(seed: int):  # noqa: ANN202 - a Method
            return make_method(settings.method, seed, device)

        reporter.begin("validation", "cross-validating by shape")
        names = tuple(entry.name for entry in pixels.classes)
        validation = cross_validate(make, samples, names, settings.seed, reporter)
        _tell(validation, pixels.classes, reporter)
        reporter.begin("training", "training on all labels")
        method = make(settings.seed)
        method.fit(samples, reporter)
        reporter.begin("mapping", "classifying the scene")

        def predict(reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
            return method.predict_proba(
                spectra.apply(log_reflectance(reflectance)), features.astype(np.float32)
            )

        blocks = store.blocks() if store else scene.blocks()
        with MapWriter(
            files,
            scene.grid,
            pixels.classes,
            settings.output,
            settings.confidence,
            settings.probabilities,
            _tags(settings, pixels.classes),
        ) as writer:
            counts = map_scene(
                scene,
                blocks,
                lambda block: store.read(block, reporter.quiet()) if store else _none(block),
                predict,
                writer,
                len(pixels.classes),
                reporter,
            )
            outputs = writer.finish()
        if settings.report:
            outputs["report"] = report_classification(
                settings.report, files, settings, scene, pixels, validation, counts, reporter
            )
        reporter.check()
        files.publish()
        reporter.finish()
    return Result(
        {kind: str(path) for kind, path in outputs.items()},
        _figures(validation, pixels, counts, reporter),
    )


def open_scene(settings: Settings) -> Scene:
    """The scene with the bands and the memory that the settings allow."""
    choice = BandChoice(
        parse_numbers(settings.bad_bands),
        settings.drop_weak_bands,
        parse_numbers(settings.rgb_bands),
    )
    return Scene(settings.image, choice, memory_budget(settings.memory_mb))


def tell_scene(scene: Scene, reporter: Reporter) -> None:
    """What was read, for the log."""
    notes, warnings = scene.describe()
    for note in notes:
        reporter.info(note)
    for warning in warnings:
        reporter.warn(warning)


def _read_labels(settings: Settings, scene: Scene, reporter: Reporter) -> LabelledPixels:
    styles = [
        ClassStyle(str(item["value"]), str(item.get("name", "")), str(item.get("colour", "")))
        for item in settings.classes
        if "value" in item
    ]
    examples = read_examples(
        settings.labels,
        settings.class_field,
        scene.grid,
        settings.labels_layer,
        styles,
        LabelRules(
            settings.pixel_rule,
            settings.min_coverage,
            settings.point_radius,
            settings.line_width,
        ),
    )
    for warning in examples.warnings:
        reporter.warn(warning)
    pixels = gather_pixels(scene, examples, reporter)
    reporter.info(f"Labels: {len(pixels.examples)} pixels; " + "; ".join(pixels.summary()) + ".")
    return pixels


def _features_at(store: FeatureStore | None, examples: Examples, reporter: Reporter) -> np.ndarray:
    """Features (pixels, features) of the labelled pixels."""
    if store is None:
        return np.zeros((len(examples), 0), np.float32)
    features = np.zeros((len(examples), store.width), np.float32)
    wanted = [(block, positions_in(block, examples)) for block in store.blocks()]
    wanted = [(block, inside) for block, inside in wanted if len(inside)]
    for block, inside in reporter.follow(wanted):
        values = store.read(block, reporter.quiet())
        rows = examples.rows[inside] - block.row_off
        columns = examples.columns[inside] - block.col_off
        features[inside] = values[:, rows, columns].T
    return features


def _none(block: Any) -> np.ndarray:
    return np.zeros((0, block.height, block.width), np.float32)


def _tell(validation: Validation, classes: Sequence[MapClass], reporter: Reporter) -> None:
    for note in validation.folds.notes:
        reporter.warn(note)
    accuracy = validation.accuracy
    reporter.info(
        f"Accuracy by {validation.folds.count}-fold cross-validation that keeps shapes whole: "
        f"overall {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}."
    )
    recalls = [
        f"{entry.name} {recall:.0%}"
        for entry, recall in zip(classes, accuracy.recall, strict=True)
        if np.isfinite(recall)
    ]
    reporter.info(f"Found again of each class: {', '.join(recalls)}.")


def _tags(settings: Settings, classes: Sequence[MapClass]) -> dict[str, str]:
    return {
        "GEODIFFNET_VERSION": VERSION,
        "GEODIFFNET_METHOD": settings.method,
        "GEODIFFNET_BACKBONE": settings.backbone if needs_features(settings.method) else "none",
        "GEODIFFNET_SEED": str(settings.seed),
        "GEODIFFNET_CLASSES": json.dumps(
            {entry.code: entry.name for entry in classes}, ensure_ascii=False
        ),
    }


def _figures(
    validation: Validation, pixels: LabelledPixels, counts: np.ndarray, reporter: Reporter
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
                "pixels": int(count),
            }
            for entry, recall, count in zip(pixels.classes, accuracy.recall, counts, strict=True)
        ],
        "seconds": {stage: round(spent, 2) for stage, spent in reporter.seconds.items()},
    }
