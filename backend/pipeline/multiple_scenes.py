"""What there is to learn from when several scenes of one sensor are labelled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np

from ..classifiers.training_data import Standardisation
from ..core.errors import InvalidJob, UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import ClassStyle, MapClass, make_classes
from ..labels.similar_names import case_difference_notes
from ..labels.training_spectra import TrainingSpectra, check_training_spectra, join_training_spectra
from ..options.feature_options import PAPER
from ..options.scene_options import log_scene, open_scene
from ..options.training_options import TrainingOptions
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.raster import Scene
from ..scene.scene_stack import SceneStack
from ..scene.statistics import log_reflectance, neighbour_differences, sample_spectra
from .feature_access import open_store
from .training_data import (
    PREPARATION_FRACTION,
    TrainingData,
    features_at,
    make_samples,
    read_labels,
)

#: What a scene may lack where one layer of labels lies over all.
_NO_LABELS_CODES = ("labels.no_overlap",)


def collect_from_scenes(
    settings: TrainingOptions, first: Scene, with_features: bool, reporter: Reporter
) -> TrainingData:
    """Go through the stages `labels` and `features` for the scene that is open and the others."""
    reporter.begin("labels", "reading labels")
    images = (settings.image, *settings.more_images)
    labels = _labels_per_image(settings)
    log_scene(first, reporter)
    with ExitStack() as stack:
        scenes = [
            first,
            *(_open_matched_scene(settings, image, first, stack) for image in settings.more_images),
        ]
        labelled_scenes: list[tuple[int, TrainingSpectra]] = []
        for position, (scene, file) in enumerate(zip(scenes, labels, strict=True)):
            pixels = _read_scene_labels(settings, scene, images[position], file, reporter)
            if pixels is not None:
                labelled_scenes.append((position, pixels))
        if not labelled_scenes:
            raise UserError(
                "labels.no_overlap",
                "None of the labels lies on any of the images.",
                "Check that they show the same places and that their coordinate systems are set "
                "correctly.",
            )
        classes = _merge_classes([pixels for _, pixels in labelled_scenes])
        logged = {
            warning for _, pixels in labelled_scenes for warning in pixels.training_pixels.warnings
        }
        for note in case_difference_notes(entry.name for entry in classes):
            if note not in logged:
                reporter.warn(note)
        joined = join_training_spectra([pixels for _, pixels in labelled_scenes], classes)
        check_training_spectra(joined, reporter)
        reporter.info(
            f"{len(labelled_scenes)} of {len(scenes)} scenes have labels: "
            f"{len(joined.training_pixels)} pixels; " + "; ".join(joined.summary()) + "."
        )
        stacked = SceneStack(first, scenes[1:])
        reporter.begin("features", "reading diffusion features")
        stores, features = _collect_features(
            settings, stacked, scenes, labelled_scenes, with_features, reporter
        )
        spectra = Standardisation.of(log_reflectance(sample_spectra(stacked)))
        samples = make_samples(joined, spectra, features, neighbour_differences(stacked))
        counts = [len(pixels.training_pixels) for _, pixels in labelled_scenes]
        scene_indexes = np.repeat([position for position, _ in labelled_scenes], counts)
        # far enough from each other that no square holds pixels of two scenes
        row_offsets = np.array(stacked.row_offsets) + 1024 * np.arange(len(scenes))
        shift = np.column_stack(
            [row_offsets[scene_indexes], np.zeros(len(scene_indexes), np.int64)]
        )
        samples = replace(samples, position=samples.position + shift, scene=scene_indexes)
        return TrainingData(joined, samples, spectra, stores, stacked, settings.preset == PAPER)


def _labels_per_image(settings: TrainingOptions) -> list[Path]:
    """The labels of each image: a pair each, or one layer over all."""
    count = 1 + len(settings.more_images)
    labels = [settings.labels, *settings.more_labels]
    if len(labels) == 1:
        return labels * count
    if len(labels) != count:
        raise InvalidJob(
            f"There are {count} images and {len(labels)} files of labels.",
            "Give as many labels as images, in the same order, or one that lies over all.",
        )
    return labels


def _open_matched_scene(
    settings: TrainingOptions, image: str, first: Scene, stack: ExitStack
) -> MatchedScene:
    scene = stack.enter_context(open_scene(replace(settings, image=image)))
    wavelengths = first.wavelengths
    return match_bands(scene, () if wavelengths is None else wavelengths, len(first.used))


def _read_scene_labels(
    settings: TrainingOptions,
    scene: Scene | MatchedScene,
    image: str,
    labels: Path,
    reporter: Reporter,
) -> TrainingSpectra | None:
    """The labelled pixels of one scene; None where a layer over all leaves it out."""
    try:
        return read_labels(replace(settings, labels=labels), scene, reporter, check=False)
    except UserError as error:
        if settings.more_labels or error.code not in _NO_LABELS_CODES:
            raise
        reporter.warn(f"No labels lie on {Path(image).name}; it only tells what scenes look like.")
        return None


def _merge_classes(labelled_scenes: Sequence[TrainingSpectra]) -> tuple[MapClass, ...]:
    """All classes that any of the scenes shows, in one order."""
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
    """The error for scenes whose labels number the classes differently."""
    return UserError(
        "labels.conflicting_codes",
        f"The labels of the scenes number their classes differently: {what}.",
        "Give each class one code in all of them, or use a field with the names of the classes.",
    )


def _collect_features(
    settings: TrainingOptions,
    stacked: SceneStack,
    scenes: Sequence[Scene | MatchedScene],
    labelled_scenes: Sequence[tuple[int, TrainingSpectra]],
    with_features: bool,
    reporter: Reporter,
) -> tuple[FeatureStore | None, np.ndarray]:
    """The first scene's store, and features of all labelled pixels, as `apply` will see them.

    What is learnt of pictures is learnt from all scenes together; then each is read by itself.
    """
    if not with_features:
        rows = sum(len(pixels.training_pixels) for _, pixels in labelled_scenes)
        return None, np.zeros((rows, 0), np.float32)
    common = open_store(settings, None, stacked, reporter.part(0, PREPARATION_FRACTION))

    def open_one(scene: Scene | MatchedScene) -> FeatureStore:
        store = common.cache.open(
            scene, common.source, common.settings, settings.device, common.fitted
        )
        store.prepare(reporter.quiet())
        return store

    read: list[Any] = []
    span = (1 - PREPARATION_FRACTION) / len(labelled_scenes)
    for number, (position, pixels) in enumerate(labelled_scenes):
        start = PREPARATION_FRACTION + number * span
        step = reporter.part(start, start + span)
        read.append(features_at(open_one(scenes[position]), pixels.training_pixels, step))
    return open_one(scenes[0]), np.concatenate(read)
