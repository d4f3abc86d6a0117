"""Spectra of training polygons, or of libraries, as a library at the bands of a scene."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..core.errors import UserError
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass, class_styles
from ..labels.libraries.resampling import BandGrid
from ..labels.libraries.writing import LibraryTable, write_library
from ..labels.training_pixels import outside_note
from ..labels.training_spectra import TrainingSpectra
from ..options.compute_options import ComputeOptions
from ..options.label_options import MultiSceneLabelOptions
from ..scene.raster import Scene
from .library_data import LibraryOptions, read_libraries
from .scene_access import log_scene
from .training_data import read_scene_labels


@dataclass(frozen=True)
class _Rows:
    """Spectra with their classes and where each comes from."""

    reflectance: npt.NDArray[np.float32]
    classes: list[str]
    sources: list[str]


def export_library(
    scene: Scene,
    labels: MultiSceneLabelOptions,
    average: bool,
    target: Path,
    files: PendingFiles,
    compute: ComputeOptions,
    reporter: Reporter,
) -> dict[str, object]:
    """Write the spectra of labelled pixels and of libraries; gives their number in each class.

    With `average`, a polygon gives its mean spectrum.
    """
    log_scene(scene, reporter)
    grid = BandGrid.of(scene.used)
    if grid is None:
        raise UserError(
            "library.no_wavelengths",
            "A spectral library needs wavelengths, and those of the scene are unknown.",
            "Add the wavelengths to the metadata of the scene.",
        )
    parts: list[_Rows] = []
    classes: tuple[MapClass, ...] = ()
    for scene_labels in labels.per_scene([str(scene.path)]):
        pixels = read_scene_labels(scene, scene_labels, compute.allow_external, reporter)
        if outside := pixels.training_pixels.outside:
            reporter.warn(outside_note(outside))
        parts.append(_mean_rows(pixels) if average else _pixel_rows(pixels))
        classes = pixels.classes
    if labels.library:
        libraries = LibraryOptions(
            labels.library, labels.library_class_field, tuple(class_styles(labels.classes))
        )
        added = read_libraries(scene, libraries, classes, compute.allow_external, reporter)
        names = [added.classes[index].name for index in added.training_pixels.target]
        parts.append(_Rows(added.spectra, names, ["library"] * len(names)))
    found_classes = [name for part in parts for name in part.classes]
    if not found_classes:
        raise UserError(
            "labels.no_overlap",
            "No labelled pixel has data in the image.",
            "Draw training samples where the image has data.",
        )
    counts: dict[str, int] = {}
    names = []
    for name in found_classes:
        counts[name] = counts.get(name, 0) + 1
        names.append(f"{name} {counts[name]}")
    widths = None if any(band.width is None for band in scene.used) else grid.widths
    table = LibraryTable(
        np.concatenate([part.reflectance for part in parts]),
        names,
        found_classes,
        [source for part in parts for source in part.sources],
        grid.centres,
        widths,
    )
    write_library(table, target, files)
    listed = ", ".join(f"{name} ({number})" for name, number in counts.items())
    reporter.info(f"Spectra written: {len(names)}; {listed}.")
    return {"spectra": len(names), "classes": counts}


def _pixel_rows(pixels: TrainingSpectra) -> _Rows:
    own = pixels.training_pixels
    sources = [
        f"row {row + 1}, column {column + 1}"
        for row, column in zip(own.rows.tolist(), own.columns.tolist(), strict=True)
    ]
    return _Rows(pixels.spectra, [own.classes[index].name for index in own.target], sources)


def _mean_rows(pixels: TrainingSpectra) -> _Rows:
    """The mean spectrum of each polygon."""
    own = pixels.training_pixels
    groups, first, index = np.unique(own.group, return_index=True, return_inverse=True)
    sums = np.zeros((len(groups), pixels.spectra.shape[1]))
    np.add.at(sums, index, pixels.spectra)
    means = (sums / np.bincount(index, minlength=len(groups))[:, None]).astype(np.float32)
    names = [own.classes[number].name for number in own.target[first]]
    return _Rows(means, names, own.group_names(groups))
