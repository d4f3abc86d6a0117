"""Training data of several labelled scenes of one sensor."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ..classifiers.training_data import Standardisation
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import ClassStyle, MapClass, make_classes
from ..labels.similar_names import case_difference_notes
from ..labels.training_checks import drop_small_classes, of_classes
from ..labels.training_pixels import outside_note
from ..labels.training_spectra import TrainingSpectra, join_training_spectra
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..options.label_options import MultiSceneLabelOptions
from ..scene.band_matching import MatchedScene
from ..scene.raster import Scene
from ..scene.scene_like import SceneLike
from ..scene.scene_stack import SceneStack
from ..scene.statistics import log_reflectance, sample_spectra
from .feature_access import open_store
from .library_data import LibraryOptions, read_libraries
from .scene_access import log_scene
from .training_data import (
    PREPARATION_FRACTION,
    TrainingData,
    features_at,
    log_class_field,
    make_samples,
    read_scene_labels,
    scene_noise,
)

#: Rows between scenes in the common numbering, so that no spatial block spans two of them.
SCENE_GAP_ROWS = 1024


def collect_from_scenes(
    first: Scene,
    further: Sequence[MatchedScene],
    labels: MultiSceneLabelOptions,
    features: FeatureOptions | None,
    compute: ComputeOptions,
    reporter: Reporter,
    libraries: LibraryOptions | None = None,
) -> TrainingData:
    """Training data of all scenes and libraries together.

    They have no diffusion features where `features` is None; libraries have none in any case.

    A scene without labels is left out of the training data where one layer serves all scenes, but
    its pixels count for the statistics of spectra and images.
    """
    reporter.begin("labels", "reading training samples")
    scenes: list[SceneLike] = [first, *further]
    log_scene(first, reporter)
    labelled_scenes = _read_all_labels(scenes, labels, compute, reporter)
    classes = _merge_classes([pixels for _, pixels in labelled_scenes]) if labelled_scenes else ()
    if libraries is not None and libraries.paths:
        # counts as a further scene
        added = read_libraries(first, libraries, classes, compute.allow_external, reporter)
        labelled_scenes.append((len(scenes), added))
        classes = added.classes
    logged = {
        warning for _, pixels in labelled_scenes for warning in pixels.training_pixels.warnings
    }
    for note in case_difference_notes(entry.name for entry in classes):
        if note not in logged:
            reporter.warn(note)
    joined = join_training_spectra([pixels for _, pixels in labelled_scenes], classes)
    classes = drop_small_classes(joined, reporter).classes
    labelled_scenes = [
        (position, kept)
        for position, pixels in labelled_scenes
        if len((kept := of_classes(pixels, classes)).training_pixels)
    ]
    joined = join_training_spectra([pixels for _, pixels in labelled_scenes], classes)
    labelled_count = sum(position < len(scenes) for position, _ in labelled_scenes)
    reporter.info(
        f"{labelled_count} of {len(scenes)} scenes have labels: "
        f"{len(joined.training_pixels)} pixels; " + "; ".join(joined.summary()) + "."
    )
    stacked = SceneStack(first, further)
    reporter.begin("features", "extracting diffusion features")
    store, values = _collect_features(stacked, scenes, labelled_scenes, features, compute, reporter)
    spectra = Standardisation.of(log_reflectance(sample_spectra(stacked)))
    samples = make_samples(joined, spectra, values, scene_noise(stacked, spectra))
    counts = [len(pixels.training_pixels) for _, pixels in labelled_scenes]
    scene_indexes = np.repeat([position for position, _ in labelled_scenes], counts)
    row_offsets = np.array(stacked.row_offsets) + SCENE_GAP_ROWS * np.arange(len(scenes))
    row_offsets = np.append(row_offsets, 0)  # of libraries
    shift = np.column_stack([row_offsets[scene_indexes], np.zeros(len(scene_indexes), np.int64)])
    samples = replace(samples, position=samples.position + shift, scene=scene_indexes)
    return TrainingData(joined, samples, spectra, store, stacked)


def _read_all_labels(
    scenes: Sequence[SceneLike],
    labels: MultiSceneLabelOptions,
    compute: ComputeOptions,
    reporter: Reporter,
) -> list[tuple[int, TrainingSpectra]]:
    """The labelled pixels of each scene that has some, with the scene's position in the list.

    Geometries of a layer that serves all scenes are logged where they lie outside of all of them.
    """
    labelled_scenes: list[tuple[int, TrainingSpectra]] = []
    if labels.labels is None:
        return labelled_scenes
    outside_all: list[str] | None = None
    images = [str(scene.path) for scene in scenes]
    names = scene_names(images)
    warnings: dict[int, list[str]] = {}  # of each scene
    try:
        for position, scene_labels in enumerate(labels.per_scene(images)):
            scene, own = scenes[position], warnings.setdefault(position, [])
            try:
                pixels = read_scene_labels(
                    scene, scene_labels, compute.allow_external, reporter.collecting(own)
                )
            except UserError as error:
                if not labels.is_shared or error.code != "labels.no_overlap":
                    raise
                del warnings[position]
                reporter.warn(
                    f"No training samples lie on {names[position]}; the scene is used for "
                    "statistics only."
                )
                continue
            if not (labels.is_shared and labelled_scenes):
                log_class_field(scene_labels, pixels.training_pixels, reporter)
            labelled_scenes.append((position, pixels))
            outside = pixels.training_pixels.outside
            if labels.is_shared:
                elsewhere = set(outside)
                candidates = outside if outside_all is None else outside_all
                outside_all = [name for name in candidates if name in elsewhere]
            elif outside:
                own.append(outside_note(outside))
    finally:
        _log_warnings({names[position]: own for position, own in warnings.items()}, reporter)
    if outside_all:
        reporter.warn(outside_note(outside_all, "all images"))
    if not labelled_scenes:
        raise UserError(
            "labels.no_overlap",
            "None of the training samples lies on any of the images.",
            "Check that they show the same area and that their coordinate systems are set "
            "correctly.",
        )
    return labelled_scenes


def scene_names(images: Sequence[str]) -> list[str]:
    """The names of scenes in messages: of their files, with as many folders as distinguish them."""
    parts = [Path(image).parts for image in images]
    for count in range(1, max(map(len, parts), default=0)):
        names = ["/".join(entry[-count:]) for entry in parts]
        if len(set(names)) == len(set(images)):
            return names
    return list(images)


def _log_warnings(warnings: Mapping[str, Sequence[str]], reporter: Reporter) -> None:
    """Log the warnings of each scene with its name; what applies to all scenes, once."""
    every = list(warnings.values())
    common = [text for text in every[0] if all(text in own for own in every)] if every[1:] else []
    for text in common:
        reporter.warn(f"All scenes: {text}")
    for name, own in warnings.items():
        for text in own:
            if text not in common:
                reporter.warn(f"{name}: {text}")


def _merge_classes(labelled_scenes: Sequence[TrainingSpectra]) -> tuple[MapClass, ...]:
    """The classes of all scenes in one order; conflicting codes are refused."""
    classes_by_value: dict[str, MapClass] = {}
    for pixels in labelled_scenes:
        for entry in pixels.classes:
            first = classes_by_value.setdefault(entry.value, entry)
            if entry.name != first.name and entry.value not in (entry.name, first.name):
                raise _conflicting_codes(
                    f"“{first.name}” and “{entry.name}” have the code {entry.value}"
                )
    codes: dict[str, set[frozenset[str]]] = {}
    for pixels in labelled_scenes:
        for name in {entry.name for entry in pixels.classes}:
            own_codes = frozenset(entry.value for entry in pixels.classes if entry.name == name)
            codes.setdefault(name, set()).add(own_codes)
    for name, sets in codes.items():
        if len(sets) > 1 and not frozenset.intersection(*sets):
            listed = ", ".join(sorted(value for values in sets for value in values))
            raise _conflicting_codes(f"“{name}” has several codes ({listed})")
    if all(pixels.classes == labelled_scenes[0].classes for pixels in labelled_scenes):
        return labelled_scenes[0].classes
    numeric = all(re.fullmatch("-?[0-9]+", value) for value in classes_by_value)
    styles = [
        ClassStyle(entry.value, entry.name, entry.colour) for entry in classes_by_value.values()
    ]
    return make_classes(classes_by_value, numeric, styles)


def _conflicting_codes(what: str) -> UserError:
    """The error for scenes whose training samples number the classes differently."""
    return UserError(
        "labels.conflicting_codes",
        f"The training samples of the scenes number their classes differently: {what}.",
        "Give each class the same code in all scenes, or use a field with class names.",
    )


def _collect_features(
    stacked: SceneStack,
    scenes: Sequence[SceneLike],
    labelled_scenes: Sequence[tuple[int, TrainingSpectra]],
    features: FeatureOptions | None,
    compute: ComputeOptions,
    reporter: Reporter,
) -> tuple[FeatureStore | None, npt.NDArray[np.float32]]:
    """The first scene's store, and the features of all labelled pixels.

    Projections are fitted to all scenes together; then each scene is read by itself, as `apply`
    reads it.
    """
    if features is None:
        rows = sum(len(pixels.training_pixels) for _, pixels in labelled_scenes)
        return None, np.zeros((rows, 0), np.float32)
    common = open_store(stacked, features, compute, reporter.part(0, PREPARATION_FRACTION))

    def open_one(scene: SceneLike) -> FeatureStore:
        store = common.cache.open(
            scene, common.source, common.settings, compute.device, common.fitted
        )
        store.prepare(reporter.quiet())
        return store

    read = []
    span = (1 - PREPARATION_FRACTION) / len(labelled_scenes)
    for number, (position, pixels) in enumerate(labelled_scenes):
        start = PREPARATION_FRACTION + number * span
        step = reporter.part(start, start + span)
        read.append(features_at(open_one(scenes[position]), pixels.training_pixels, step))
    return open_one(scenes[0]), np.concatenate(read)
