"""Writes the report of a classification or a training."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ..common.methods import METHODS_INFO
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles
from ..labels.training_pixels import TrainingPixels
from ..mapping.map_statistics import MapStatistics
from ..options.label_options import LabelOptions, MultiSceneLabelOptions
from ..options.map_outputs import MapOutputs
from ..reports.classification_report import (
    Classification,
    LabelledSpectra,
    classification_report,
)
from ..reports.report import write_report
from ..scene.bands import format_ranges
from ..scene.quality import format_share
from ..scene.raster import Scene
from .training import TrainingResult
from .validation_summary import base_metrics, scored_pixels


def write_classification_report(
    target: Path,
    files: PendingFiles,
    scene: Scene,
    labels: MultiSceneLabelOptions,
    training: TrainingResult,
    reporter: Reporter,
    *,
    rasters: MapOutputs | None = None,
    statistics: MapStatistics | None = None,
    outside: float | None = None,
    settings: Mapping[str, Any] | None = None,
    title: str = "",
) -> None:
    """Write the report among the other outputs, with which it is published.

    `rasters` and their `statistics` are those of a map; without them the report is about a
    training. `settings` are listed as they are.
    """
    info, validation, pixels = training.model.info, training.validation, training.pixels
    method, training_pixels = METHODS_INFO[info.method], training.pixels.training_pixels
    image = Path(scene.path).name
    accuracy_without = validation.without_features

    def written(raster: Path | None) -> Path | None:
        """Where a raster that is not published yet can be read."""
        return files.add(raster) if raster else None

    classification = Classification(
        title=title or f"{'Classification of' if rasters else 'Training on'} {image}",
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
        read=input_data(scene, labels, training_pixels),
        settings=dict(settings or {}),
        seconds=dict(reporter.seconds),
        method_sentence=method.citation,
        map=written(rasters.output) if rasters else None,
        confidence=written(rasters.confidence) if rasters else None,
        applicability=written(rasters.applicability) if rasters else None,
        map_pixels=statistics.counts if statistics else None,
        base_classifiers=base_metrics(validation),
        without_features=float(accuracy_without.overall)
        if accuracy_without and validation.unknown is None
        else None,
        outside=outside,
    )
    write_report(classification_report(classification), target, files)


def input_data(
    scene: Scene, labels: LabelOptions | MultiSceneLabelOptions, training_pixels: TrainingPixels
) -> dict[str, str]:
    """The scene and the training samples, for the section of a report on its input data."""
    grid, wavelengths = scene.grid, scene.wavelengths
    bad = [band.index for band in scene.bands if band.bad]
    read = {
        "image": str(scene.path),
        "size": f"{grid.width} × {grid.height} pixels",
        "coordinate system": grid.crs.to_string() if grid.crs else "unknown",
        "bands used": f"{len(scene.used)} of {len(scene.bands)}",
    }
    if bad:
        read["bands excluded"] = format_ranges(bad)
    read["wavelengths"] = (
        f"{wavelengths.min():.0f} to {wavelengths.max():.0f} nm"
        if wavelengths is not None
        else "unknown"
    )
    if scene.masked_share is not None:
        read["quality mask"] = f"{format_share(scene.masked_share)} of the pixels with data"
    read["scale of the values"] = scene.scaling_summary
    if labels.labels:
        field = training_pixels.class_field
        read["training samples"] = (
            f"{labels.labels}, field “{field}”" if field else str(labels.labels)
        )
    if isinstance(labels, MultiSceneLabelOptions) and labels.library:
        read["spectral libraries"] = ", ".join(map(str, labels.library))
    return read
