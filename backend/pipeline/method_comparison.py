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
from ..options.compare_options import Settings
from ..options.feature_options import parse_list
from ..options.scene_options import open_scene
from ..reports.candidates import Candidate
from ..reports.comparison_report import Comparison, Preview, comparison_report
from ..reports.report import plain, write_report
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance
from .classification_summary import base_metrics, scored_pixels, what_was_read
from .outputs import pending_files, protect
from .previews import Part, choose_part, natural_colours
from .training_data import Material, gather_material

#: `auto` is made of the others, so there is nothing in it to compare them with.
COMPARED = tuple(name for name in METHODS if name in BY_SIMPLICITY)


@dataclass(frozen=True)
class _Tried:
    """A method, fitted to all labels, with what cross-validation found."""

    name: str
    material: Material
    method: StackedClassifier
    validation: Validation
    seconds: float


def compare(settings: Settings, reporter: Reporter) -> Result:
    """Try the methods and publish the report."""
    names = chosen_methods(settings.methods)
    device = choose_device(settings.device)
    with pending_files(settings.image, settings.labels) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(report_output(settings.report))
        with_features = any(needs_features(name) for name in names)
        material = gather_material(settings, scene, with_features, reporter)
        reporter.begin("validation", "fitting and cross-validating, grouped by polygon")
        tried = []
        for number, name in enumerate(names):
            step = reporter.part(number / len(names), (number + 1) / len(names))
            own = material if needs_features(name) else material.without_features()
            tried.append(_validate(name, own, settings.seed, device, step))
            _tell(tried[-1], reporter)
        validation = tried[0].validation
        for note in (
            *validation.folds.notes,
            *([validation.unknown] if validation.unknown else ()),
        ):
            reporter.warn(note)
        reporter.begin("mapping", "mapping with each method")
        part = choose_part(scene, material.store, material.pixels.examples)
        preview = _preview(tried, scene, part, reporter)
        reporter.begin("report", "writing the report")
        found = _comparison(settings, scene, material, tried, preview, reporter)
        report = comparison_report(found)
        write_report(report, settings.report, files)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result({"report": str(settings.report)}, _figures(report.numbers, tried, reporter))


def chosen_methods(text: str | None) -> tuple[str, ...]:
    """The methods of a list, all where there is none."""
    names = parse_list(text, "methods") or COMPARED
    for name in names:
        if name not in COMPARED:
            raise InvalidJob(
                f'There is no method "{name}" to compare.', f"Choose among {', '.join(COMPARED)}."
            )
    return names


def _validate(
    name: str, material: Material, seed: int, device: torch.device, reporter: Reporter
) -> _Tried:
    reporter.advance(0, f"cross-validating {name}")
    started = time.monotonic()
    method = make_method(name, seed, device, material.ensemble)
    validation = method.fit(material.samples, material.class_names, reporter)
    return _Tried(name, material, method, validation, time.monotonic() - started)


def _tell(tried: _Tried, reporter: Reporter) -> None:
    accuracy = tried.validation.accuracy
    if tried.validation.unknown is not None:
        return
    reporter.info(
        f"{tried.name}: overall accuracy {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}, in {tried.seconds:.1f} s."
    )


class _Sketch:
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


def _preview(tried: Sequence[_Tried], scene: Scene, part: Part, reporter: Reporter) -> Preview:
    """Map the part with every method."""
    maps = []
    for number, entry in enumerate(tried):
        step = reporter.part(number / len(tried), (number + 1) / len(tried))
        step.advance(0, f"mapping with {entry.name}")
        sketch = _Sketch(part.window)
        _draw(entry, scene, part, sketch, step)
        maps.append(sketch.indexes)
    colours, valid = natural_colours(scene, part.window)
    return Preview(part.what, colours, valid, maps)


def _draw(entry: _Tried, scene: Scene, part: Part, sketch: _Sketch, reporter: Reporter) -> None:
    material = entry.material

    def read_features(block: Window) -> np.ndarray:
        if material.store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return material.store.read(block, reporter.quiet())

    def predict(reflectance: np.ndarray, features: np.ndarray) -> np.ndarray:
        spectra = material.spectra.apply(log_reflectance(reflectance))
        return entry.method.predict_proba(spectra, features.astype(np.float32))

    classes = material.samples.class_count
    map_scene(scene, part.blocks, read_features, predict, sketch, classes, reporter)


def _comparison(
    settings: Settings,
    scene: Scene,
    material: Material,
    tried: Sequence[_Tried],
    preview: Preview,
    reporter: Reporter,
) -> Comparison:
    image = Path(scene.path).name
    return Comparison(
        title=f"Methods compared on {image}",
        image=image,
        classes=material.pixels.classes,
        candidates=[_candidate(entry, material) for entry in tried],
        preview=preview,
        read=what_was_read(settings, scene),
        settings=asdict(settings),
        seconds=dict(reporter.seconds),
        notes=(*material.pixels.examples.warnings, *tried[0].validation.folds.notes),
        seed=settings.seed,
    )


def _candidate(entry: _Tried, material: Material) -> Candidate:
    without = entry.validation.without_features
    return Candidate(
        entry.name,
        scored_pixels(entry.validation, material.pixels.examples),
        METHODS_INFO[entry.name].title,
        entry.seconds,
        BY_SIMPLICITY.index(entry.name),
        base_metrics(entry.validation),
        without.overall if without else None,
    )


def _figures(
    numbers: dict[str, Any], tried: Sequence[_Tried], reporter: Reporter
) -> dict[str, Any]:
    best = next(item for item in numbers["candidates"] if item["name"] == numbers["best"])
    kept = ("overall_accuracy", "average_accuracy", "kappa")
    unknown = tried[0].validation.unknown
    return plain(
        {
            "best_method": numbers["best"],
            "highest_method": numbers["highest"],
            **{name: None if unknown else best[name] for name in kept},
            "accuracy_unknown": unknown,
            "folds": tried[0].validation.folds.count,
            "labelled_pixels": len(tried[0].material.samples),
            "methods": [
                {
                    name: None if unknown and name in kept else item[name]
                    for name in ("name", *kept, "seconds")
                }
                for item in numbers["candidates"]
            ],
            "seconds": {stage: round(spent, 2) for stage, spent in reporter.seconds.items()},
        }
    )
