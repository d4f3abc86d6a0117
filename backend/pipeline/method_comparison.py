"""Cross-validates several methods on the same folds, and maps a part of the scene with each."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import torch
from rasterio.windows import Window

from ..classifiers.catalogue import make_method
from ..classifiers.stacking import StackedClassifier
from ..classifiers.validation import Validation
from ..common.methods import METHODS_INFO, complexity, needs_features
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles
from ..mapping.prediction import map_scene
from ..metrics.candidates import Candidate
from ..options.label_options import LabelOptions
from ..reports.comparison_report import Comparison, Preview, comparison_report
from ..reports.report import json_value, write_report
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance
from .previews import PreviewArea, choose_preview_area, natural_colours
from .report_writing import input_data
from .training_data import TrainingData
from .validation_summary import base_metrics, scored_pixels

_METRICS = ("overall_accuracy", "average_accuracy", "kappa")


@dataclass(frozen=True)
class FittedMethod:
    """A method fitted to all training data, with its cross-validation."""

    name: str
    training_data: TrainingData
    classifier: StackedClassifier
    validation: Validation
    seconds: float


@dataclass(frozen=True)
class MethodComparison:
    """Several methods fitted to the same training data."""

    training_data: TrainingData
    fitted: Sequence[FittedMethod]

    @property
    def validation(self) -> Validation:
        """A cross-validation whose folds are those of all methods."""
        return self.fitted[0].validation

    def make_preview(self, scene: Scene, reporter: Reporter) -> Preview:
        """Maps of a part of the scene, one with each method."""
        reporter.begin("mapping", "mapping with each method")
        training_pixels = self.training_data.pixels.training_pixels
        area = choose_preview_area(scene, self.training_data.store, training_pixels)
        maps = []
        for number, entry in enumerate(self.fitted):
            step = reporter.part(number / len(self.fitted), (number + 1) / len(self.fitted))
            step.advance(0, f"mapping with {entry.name}")
            writer = _PreviewWriter(area.window)
            _map_preview(entry, scene, area, writer, step)
            maps.append(writer.indexes)
        colours, valid = natural_colours(scene, area.window)
        return Preview(area.caption, colours, valid, maps)

    def write_report(
        self,
        target: Path,
        files: PendingFiles,
        scene: Scene,
        labels: LabelOptions,
        preview: Preview,
        settings: Mapping[str, Any],
        reporter: Reporter,
    ) -> dict[str, Any]:
        """Write the report among the other outputs; its numbers."""
        image = Path(scene.path).name
        pixels = self.training_data.pixels
        report = comparison_report(
            Comparison(
                title=f"Methods compared on {image}",
                image=image,
                classes=pixels.classes,
                candidates=[_make_candidate(entry, self.training_data) for entry in self.fitted],
                preview=preview,
                read=input_data(scene, labels, pixels.training_pixels),
                settings=settings,
                seconds=dict(reporter.seconds),
                notes=(*pixels.training_pixels.warnings, *self.validation.folds.notes),
            )
        )
        write_report(report, target, files)
        return dict(report.numbers)

    def metrics(self, numbers: Mapping[str, Any]) -> dict[str, Any]:
        """The recommended method and the accuracies of all, from a report's numbers."""
        unknown = self.validation.unknown
        best: Mapping[str, Any] = {}
        for item in numbers["candidates"]:
            if item["name"] == numbers.get("best"):
                best = item
        metrics: dict[str, Any] = json_value(
            {
                "best_method": numbers.get("best"),
                "highest_method": numbers.get("highest"),
                **{name: best.get(name) for name in _METRICS},
                "accuracy_unknown": unknown,
                "accuracy_notes": list(self.validation.folds.notes),
                "folds": self.validation.folds.count,
                "labelled_pixels": len(self.training_data.samples),
                "methods": [
                    {name: item.get(name) for name in ("name", *_METRICS, "seconds")}
                    for item in numbers["candidates"]
                ],
            }
        )
        return metrics


def compare_methods(
    training_data: TrainingData,
    names: Sequence[str],
    seed: int,
    device: torch.device,
    reporter: Reporter,
    as_published: bool = False,
) -> MethodComparison:
    """Cross-validate each method and fit it to all training data."""
    reporter.begin("validation", "fitting and cross-validating, grouped by polygon")
    fitted = []
    for number, name in enumerate(names):
        step = reporter.part(number / len(names), (number + 1) / len(names))
        method_data = training_data if needs_features(name) else training_data.without_features()
        step.advance(0, f"cross-validating {name}")
        started = time.monotonic()
        networks = method_data.ensemble_settings(name, as_published)
        classifier = make_method(name, seed, device, networks)
        validation = classifier.fit(method_data.samples, method_data.class_names, step)
        seconds = time.monotonic() - started
        fitted.append(FittedMethod(name, method_data, classifier, validation, seconds))
        _log_method(fitted[-1], reporter)
    comparison = MethodComparison(training_data, fitted)
    validation = comparison.validation
    unknown = [validation.unknown] if validation.unknown else []
    for note in (*validation.folds.notes, *unknown):
        reporter.warn(note)
    return comparison


def _log_method(fitted: FittedMethod, reporter: Reporter) -> None:
    accuracy = fitted.validation.accuracy
    if fitted.validation.unknown is not None:
        return
    reporter.info(
        f"{fitted.name}: overall accuracy {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}, in {fitted.seconds:.1f} s."
    )


class _PreviewWriter:
    """Collects the class indexes of a part of the scene."""

    def __init__(self, window: Window):
        self._window = window
        self.indexes = np.zeros((window.height, window.width), np.uint16)

    def write(
        self,
        window: Window,
        probabilities: npt.NDArray[np.floating],
        valid: npt.NDArray[np.bool_],
        dissimilarity: npt.NDArray[np.floating] | None = None,
    ) -> None:
        """Keep the most probable class of the valid pixels of a block."""
        top, left = window.row_off - self._window.row_off, window.col_off - self._window.col_off
        block = self.indexes[top : top + window.height, left : left + window.width]
        block[valid] = probabilities.argmax(axis=1)


def _map_preview(
    entry: FittedMethod,
    scene: Scene,
    area: PreviewArea,
    writer: _PreviewWriter,
    reporter: Reporter,
) -> None:
    training_data = entry.training_data

    def read_features(block: Window) -> npt.NDArray[np.floating]:
        if training_data.store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return training_data.store.read(block, reporter.quiet())

    def predict(
        reflectance: npt.NDArray[np.floating], features: npt.NDArray[np.floating]
    ) -> npt.NDArray[np.floating]:
        spectra = training_data.spectra.apply(log_reflectance(reflectance))
        return entry.classifier.predict_proba(spectra, features.astype(np.float32))

    classes = training_data.samples.class_count
    map_scene(scene, area.blocks, read_features, predict, writer, classes, reporter)


def _make_candidate(entry: FittedMethod, training_data: TrainingData) -> Candidate:
    without = entry.validation.without_features
    return Candidate(
        entry.name,
        scored_pixels(entry.validation, training_data.pixels.training_pixels),
        METHODS_INFO[entry.name].title,
        entry.seconds,
        complexity(entry.name),
        base_metrics(entry.validation),
        float(without.overall) if without else None,
    )
