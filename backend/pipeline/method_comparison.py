"""The steps of `compare`: validate every method on the same folds, map a part, report."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rasterio.windows import Window

from ..classifiers.catalogue import make_method
from ..classifiers.stacking import StackedClassifier
from ..classifiers.validation import Validation
from ..common.methods import BY_SIMPLICITY, METHODS, METHODS_INFO, needs_features
from ..common.protocol import Result
from ..compute.device import choose_device
from ..core.errors import InvalidJob
from ..core.reporter import Reporter
from ..files.output_files import report_output
from ..mapping.prediction import map_scene
from ..metrics.candidates import Candidate
from ..options.compare_options import Settings
from ..options.feature_options import parse_list
from ..options.scene_options import open_scene
from ..reports.comparison_report import Comparison, Preview, comparison_report
from ..reports.report import json_value, write_report
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance
from .classification_summary import base_metrics, input_data, scored_pixels
from .outputs import pending_files, protect
from .previews import PreviewArea, choose_preview_area, natural_colours
from .training_data import TrainingData, collect_training_data

#: `auto` is made of the others, so there is nothing in it to compare them with.
COMPARED_METHODS = tuple(name for name in METHODS if name in BY_SIMPLICITY)


@dataclass(frozen=True)
class _FittedMethod:
    """A method, fitted to all labels, with what cross-validation found."""

    name: str
    training_data: TrainingData
    method: StackedClassifier
    validation: Validation
    seconds: float


def compare(settings: Settings, reporter: Reporter) -> Result:
    """Try the methods and publish the report."""
    names = parse_methods(settings.methods)
    device = choose_device(settings.device)
    with pending_files(settings.image, settings.labels) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(report_output(settings.report))
        with_features = any(needs_features(name) for name in names)
        training_data = collect_training_data(settings, scene, with_features, reporter)
        reporter.begin("validation", "fitting and cross-validating, grouped by polygon")
        fitted = []
        for number, name in enumerate(names):
            step = reporter.part(number / len(names), (number + 1) / len(names))
            method_data = (
                training_data if needs_features(name) else training_data.without_features()
            )
            fitted.append(_fit_method(name, method_data, settings.seed, device, step))
            _log_method(fitted[-1], reporter)
        validation = fitted[0].validation
        for note in (
            *validation.folds.notes,
            *([validation.unknown] if validation.unknown else ()),
        ):
            reporter.warn(note)
        reporter.begin("mapping", "mapping with each method")
        part = choose_preview_area(scene, training_data.store, training_data.pixels.training_pixels)
        preview = _make_preview(fitted, scene, part, reporter)
        reporter.begin("report", "writing the report")
        comparison = _make_comparison(settings, scene, training_data, fitted, preview, reporter)
        report = comparison_report(comparison)
        write_report(report, settings.report, files)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result({"report": str(settings.report)}, _metrics(report.numbers, fitted, reporter))


def parse_methods(text: str | None) -> tuple[str, ...]:
    """The methods of a list, all where there is none."""
    names = parse_list(text, "methods") or COMPARED_METHODS
    for name in names:
        if name not in COMPARED_METHODS:
            raise InvalidJob(
                f'There is no method "{name}" to compare.',
                f"Choose among {', '.join(COMPARED_METHODS)}.",
            )
    return names


def _fit_method(
    name: str, training_data: TrainingData, seed: int, device: torch.device, reporter: Reporter
) -> _FittedMethod:
    reporter.advance(0, f"cross-validating {name}")
    started = time.monotonic()
    method = make_method(name, seed, device, training_data.ensemble)
    validation = method.fit(training_data.samples, training_data.class_names, reporter)
    return _FittedMethod(name, training_data, method, validation, time.monotonic() - started)


def _log_method(fitted: _FittedMethod, reporter: Reporter) -> None:
    accuracy = fitted.validation.accuracy
    if fitted.validation.unknown is not None:
        return
    reporter.info(
        f"{fitted.name}: overall accuracy {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}, in {fitted.seconds:.1f} s."
    )


class _PreviewWriter:
    """The map of a part of the scene, as class indexes."""

    def __init__(self, window: Window):
        self._window = window
        self.indexes = np.zeros((window.height, window.width), np.uint16)

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Take the likeliest class of the valid pixels of a block."""
        top, left = window.row_off - self._window.row_off, window.col_off - self._window.col_off
        block = self.indexes[top : top + window.height, left : left + window.width]
        block[valid] = probabilities.argmax(axis=1)


def _make_preview(
    fitted: Sequence[_FittedMethod], scene: Scene, part: PreviewArea, reporter: Reporter
) -> Preview:
    """Map the part with every method."""
    maps = []
    for number, entry in enumerate(fitted):
        step = reporter.part(number / len(fitted), (number + 1) / len(fitted))
        step.advance(0, f"mapping with {entry.name}")
        writer = _PreviewWriter(part.window)
        _map_preview(entry, scene, part, writer, step)
        maps.append(writer.indexes)
    colours, valid = natural_colours(scene, part.window)
    return Preview(part.caption, colours, valid, maps)


def _map_preview(
    entry: _FittedMethod,
    scene: Scene,
    part: PreviewArea,
    writer: _PreviewWriter,
    reporter: Reporter,
) -> None:
    training_data = entry.training_data

    def read_features(block: Window) -> np.ndarray:
        if training_data.store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return training_data.store.read(block, reporter.quiet())

    def predict(reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        spectra = training_data.spectra.apply(log_reflectance(reflectance))
        return entry.method.predict_proba(spectra, features.astype(np.float32))

    classes = training_data.samples.class_count
    map_scene(scene, part.blocks, read_features, predict, writer, classes, reporter)


def _make_comparison(
    settings: Settings,
    scene: Scene,
    training_data: TrainingData,
    fitted: Sequence[_FittedMethod],
    preview: Preview,
    reporter: Reporter,
) -> Comparison:
    image = Path(scene.path).name
    return Comparison(
        title=f"Methods compared on {image}",
        image=image,
        classes=training_data.pixels.classes,
        candidates=[_make_candidate(entry, training_data) for entry in fitted],
        preview=preview,
        read=input_data(settings, scene),
        settings=asdict(settings),
        seconds=dict(reporter.seconds),
        notes=(*training_data.pixels.training_pixels.warnings, *fitted[0].validation.folds.notes),
        seed=settings.seed,
    )


def _make_candidate(entry: _FittedMethod, training_data: TrainingData) -> Candidate:
    without = entry.validation.without_features
    return Candidate(
        entry.name,
        scored_pixels(entry.validation, training_data.pixels.training_pixels),
        METHODS_INFO[entry.name].title,
        entry.seconds,
        BY_SIMPLICITY.index(entry.name),
        base_metrics(entry.validation),
        float(without.overall) if without else None,
    )


def _metrics(
    numbers: dict[str, Any], fitted: Sequence[_FittedMethod], reporter: Reporter
) -> dict[str, Any]:
    best = next(item for item in numbers["candidates"] if item["name"] == numbers["best"])
    metric_names = ("overall_accuracy", "average_accuracy", "kappa")
    unknown = fitted[0].validation.unknown
    return json_value(
        {
            "best_method": numbers["best"],
            "highest_method": numbers["highest"],
            **{name: None if unknown else best[name] for name in metric_names},
            "accuracy_unknown": unknown,
            "folds": fitted[0].validation.folds.count,
            "labelled_pixels": len(fitted[0].training_data.samples),
            "methods": [
                {
                    name: None if unknown and name in metric_names else item[name]
                    for name in ("name", *metric_names, "seconds")
                }
                for item in numbers["candidates"]
            ],
            "seconds": {stage: round(spent, 2) for stage, spent in reporter.seconds.items()},
        }
    )
