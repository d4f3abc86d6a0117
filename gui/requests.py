"""The jobs of the panel: a class map, a model, suggested locations."""

from __future__ import annotations

import os
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsRasterLayer,
)

from ..backend.common import protocol
from ..bridge.errors import BridgeError
from ..bridge.labels import export_labels
from ..bridge.rasters import allows_external_references, gdal_source
from ..bridge.translation import tr
from .training import TrainingLayer
from .work_folder import folder_for, take_number

MIN_CLASSES = 2
SUGGESTION_COUNT = 12


@dataclass(frozen=True)
class MapRequest:
    """The job of a class map, and its output files."""

    job: protocol.Job
    folder: Path
    number: int
    map: Path
    confidence: Path
    report: Path
    model: Path


@dataclass(frozen=True)
class SuggestionRequest:
    """The jobs of suggested locations, and their output files, which last as long as QGIS runs."""

    jobs: tuple[protocol.Job, ...]
    model: Path
    suggestions: Path


def request_map(
    scene: QgsRasterLayer, training: TrainingLayer, method: str, taken: Collection[int] = ()
) -> MapRequest:
    """The job of a map from the current polygons, saved or not; raises BridgeError.

    Its number is above those taken, although their files may be gone.
    """
    folder, number = _prepare(training, taken)
    files = {
        "map": folder / f"map-{number}.tif",
        "confidence": folder / f"confidence-{number}.tif",
        "report": folder / f"report-{number}.html",
        "model": folder / f"model-{number}.safetensors",
    }
    settings = _training_settings(scene, training, method)
    settings |= {name: str(path) for name, path in files.items() if name != "map"}
    settings["output"] = str(files["map"])
    return MapRequest(protocol.Job("classify", settings), folder, number, **files)


def request_suggestions(
    scene: QgsRasterLayer,
    training: TrainingLayer,
    method: str,
    model: Path | None,
    skipped: str = "",
) -> SuggestionRequest:
    """The jobs that suggest locations, except skipped ones; a model is trained if there is none."""
    _, number = _prepare(training)
    training_settings = _training_settings(scene, training, method)
    jobs = []
    if model is None or not model.is_file():
        model = _temporary_file("model.safetensors")
        jobs.append(protocol.Job("train", training_settings | {"model": str(model)}))
    suggestions = _temporary_file("suggestions.gpkg")
    settings = {
        "model": str(model),
        "image": training_settings["image"],
        "labels": training_settings["labels"],
        "class_field": training.field,
        "allow_external": training_settings["allow_external"],
        "count": SUGGESTION_COUNT,
        "output": str(suggestions),
        "skip": skipped,
        # Of a large scene, other pixels are compared each time.
        "seed": number,
    }
    jobs.append(protocol.Job("suggest", settings))
    return SuggestionRequest(tuple(jobs), model, suggestions)


def _prepare(training: TrainingLayer, taken: Collection[int] = ()) -> tuple[Path, int]:
    folder = folder_for(training.layer)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise BridgeError(
            "output.not_writable",
            tr("The folder {} cannot be created: {}").format(folder, error.strerror),
            tr("Store the training layer in a folder in which you may create files."),
        ) from error
    try:
        return folder, take_number(folder, taken)
    except OSError as error:
        raise BridgeError(
            "output.not_writable",
            tr("{}: the folder {} is not writable.").format(training.layer.name(), folder),
            tr("Store the training layer in a folder in which you may create files."),
        ) from error


def _training_settings(
    scene: QgsRasterLayer, training: TrainingLayer, method: str
) -> dict[str, Any]:
    """The settings of training; the polygons are exported to a file for the backend."""
    layer = training.layer
    _check_classes(training)
    context = QgsProcessingContext()
    context.setProject(QgsProject.instance())
    target = str(_temporary_file("training.gpkg"))
    source = QgsProcessingFeatureSource(layer, context)
    exported = export_labels(
        source,
        training.field,
        target,
        scene.crs(),
        context.transformContext(),
        QgsProcessingFeedback(False),
    )
    return {
        "image": gdal_source(scene),
        "labels": exported.path,
        "labels_layer": exported.layer,
        "class_field": training.field,
        "classes": training.class_styles(),
        "method": method,
        "allow_external": allows_external_references(),
    }


def _temporary_file(name: str) -> Path:
    return Path(os.path.abspath(QgsProcessingUtils.generateTempFilename(name)))


def _check_classes(training: TrainingLayer) -> None:
    drawn = {name for _, name, _ in training.polygons(training.layer.crs())}
    if len(drawn) < MIN_CLASSES:
        raise BridgeError(
            "labels.too_few_classes",
            tr("Polygons of at least two classes are needed; there are {}.").format(len(drawn)),
            tr("Click a class in the list and draw some small polygons of it in the map."),
        )
