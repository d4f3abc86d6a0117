"""What `classify` and its kin put into their report; how it looks is `assessment`'s business."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Any

import numpy as np

from ..classifiers.validation import Validation
from ..common.methods import METHODS_INFO
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles
from ..labels.training_pixels import TrainingPixels
from ..labels.training_spectra import TrainingSpectra
from ..metrics.cross_validation import ScoredPixels
from ..reports.classification_report import (
    Classification,
    LabelledSpectra,
    classification_report,
)
from ..reports.report import write_report
from ..scene.raster import Scene


def write_classification_report(
    target: Path,
    files: PendingFiles,
    settings: Any,
    scene: Scene,
    pixels: TrainingSpectra,
    validation: Validation,
    map_pixels: np.ndarray | None,
    reporter: Reporter,
    title: str = "",
    **more: Any,
) -> Path:
    """Write the report of a classification beside its other outputs; they appear together.

    `settings` is the job's own dataclass; `more` is whatever else `Classification` can tell.
    """
    method = METHODS_INFO[settings.method]
    training_pixels = pixels.training_pixels
    image = Path(scene.path).name
    output = getattr(settings, "output", None)
    confidence = getattr(settings, "confidence", None)
    applicability = getattr(settings, "applicability", None)
    accuracy_without = validation.without_features
    classification = Classification(
        title=title or f"{'Classification of' if output else 'Training on'} {image}",
        method=method.title,
        image=image,
        classes=pixels.classes,
        labelled=LabelledSpectra(
            training_pixels.target,
            training_pixels.group,
            pixels.spectra,
            scene.wavelengths,
            training_pixels.warnings,
        ),
        scored=scored_pixels(validation, training_pixels),
        read=input_data(settings, scene),
        settings=asdict(settings),
        seconds=dict(reporter.seconds),
        method_sentence=method.sentence,
        # the rasters are written but not published: they still have their temporary names
        map=files.add(output) if output else None,
        confidence=files.add(confidence) if confidence else None,
        applicability=files.add(applicability) if applicability else None,
        map_pixels=map_pixels,
        seed=settings.seed,
        base_classifiers=base_metrics(validation),
        without_features=float(accuracy_without.overall)
        if accuracy_without and validation.unknown is None
        else None,
        **more,
    )
    return write_report(classification_report(classification), target, files)


def scored_pixels(validation: Validation, training_pixels: TrainingPixels) -> ScoredPixels:
    """What a cross-validation predicted of labelled pixels."""
    return ScoredPixels(
        training_pixels.target[validation.scored],
        validation.probabilities,
        training_pixels.group[validation.scored],
        validation.folds.count,
        validation.folds.notes,
        validation.unknown,
    )


def base_metrics(validation: Validation) -> list[dict[str, Any]]:
    """What the blend consists of, for reports, model files and results."""
    is_known = validation.unknown is None
    return [
        {
            "name": base.name,
            "uses_features": base.uses_features,
            "weight": round(base.weight, 4),
            "overall_accuracy": base.accuracy.overall if is_known else None,
            "average_accuracy": base.accuracy.average if is_known else None,
        }
        for base in validation.bases
    ]


def accuracy_metrics(validation: Validation) -> dict[str, Any]:
    """Accuracies for a result; null where the labels do not tell them."""
    accuracy, is_known = validation.accuracy, validation.unknown is None
    accuracy_without = validation.without_features
    return {
        "overall_accuracy": accuracy.overall if is_known else None,
        "average_accuracy": accuracy.average if is_known else None,
        "kappa": accuracy.kappa if is_known else None,
        "overall_accuracy_without_features": accuracy_without.overall
        if is_known and accuracy_without
        else None,
    }


def input_data(settings: Any, scene: Scene) -> dict[str, str]:
    """The scene and the labels, for a report."""
    grid, wavelengths = scene.grid, scene.wavelengths
    bad = [band.index for band in scene.bands if band.bad]
    read = {
        "image": str(settings.image),
        "size": f"{grid.width} × {grid.height} pixels",
        "coordinate system": grid.crs.to_string() if grid.crs else "unknown",
        "bands used": f"{len(scene.used)} of {len(scene.bands)}",
    }
    if bad:
        read["bands left out"] = format_ranges(bad)
    read["wavelengths"] = (
        f"{wavelengths.min():.0f} to {wavelengths.max():.0f} nm"
        if wavelengths is not None
        else "unknown"
    )
    field = f", field “{settings.class_field}”" if settings.class_field else ""
    read["labels"] = f"{settings.labels}{field}"
    return read


def format_ranges(numbers: list[int]) -> str:
    """`1, 2, 3, 7` as `1–3, 7`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
