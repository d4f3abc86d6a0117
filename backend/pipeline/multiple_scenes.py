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
from ..labels.similar_names import case_notes
from ..labels.training_spectra import LabelledPixels, check_pixels, join_pixels
from ..options.feature_options import PAPER
from ..options.scene_options import open_scene, tell_scene
from ..options.training_options import LearningSettings
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.raster import Scene
from ..scene.scene_stack import SceneStack
from ..scene.statistics import log_reflectance, neighbour_differences, sample_spectra
from .feature_access import open_store
from .training_data import (
    SHARE_OF_PREPARING,
    Material,
    features_at,
    make_samples,
    read_labels,
)

#: What a scene may lack where one layer of labels lies over all.
_ELSEWHERE = ("labels.no_overlap",)


def gather_from_all(
    settings: LearningSettings, first: Scene, with_features: bool, reporter: Reporter
) -> Material:
    """Go through the stages `labels` and `features` for the scene that is open and the others."""
    reporter.begin("labels", "reading labels")
    images = (settings.image, *settings.more_images)
    labels = _labels_of(settings)
    tell_scene(first, reporter)
    with ExitStack() as stack:
        scenes = [first, *(_open(settings, image, first, stack) for image in settings.more_images)]
        found: list[tuple[int, LabelledPixels]] = []
        for place, (scene, file) in enumerate(zip(scenes, labels, strict=True)):
            pixels = _read(settings, scene, images[place], file, reporter)
            if pixels is not None:
                found.append((place, pixels))
        if not found:
            raise UserError(
                "labels.no_overlap",
                "None of the labels lies on any of the images.",
                "Check that they show the same places and that their coordinate systems are set "
                "correctly.",
            )
        classes = _classes([pixels for _, pixels in found])
        told = {warning for _, pixels in found for warning in pixels.examples.warnings}
        for note in case_notes(entry.name for entry in classes):
            if note not in told:
                reporter.warn(note)
        joined = join_pixels([pixels for _, pixels in found], classes)
        check_pixels(joined, reporter)
        reporter.info(
            f"{len(found)} of {len(scenes)} scenes have labels: {len(joined.examples)} pixels; "
            + "; ".join(joined.summary())
            + "."
        )
        together = SceneStack(first, scenes[1:])
        reporter.begin("features", "reading diffusion features")
        stores, features = _features(settings, together, scenes, found, with_features, reporter)
        spectra = Standardisation.of(log_reflectance(sample_spectra(together)))
        samples = make_samples(joined, spectra, features, neighbour_differences(together))
        counts = [len(pixels.examples) for _, pixels in found]
        places = np.repeat([place for place, _ in found], counts)
        # far enough from each other that no square holds pixels of two scenes
        tops = np.array(together.tops) + 1024 * np.arange(len(scenes))
        shift = np.column_stack([tops[places], np.zeros(len(places), np.int64)])
        samples = replace(samples, place=samples.place + shift, scene=places)
        return Material(joined, samples, spectra, stores, together, settings.preset == PAPER)


def _labels_of(settings: LearningSettings) -> list[Path]:
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


def _open(settings: LearningSettings, image: str, first: Scene, stack: ExitStack) -> MatchedScene:
    scene = stack.enter_context(open_scene(replace(settings, image=image)))
    wavelengths = first.wavelengths
    return match_bands(scene, () if wavelengths is None else wavelengths, len(first.used))


def _read(
    settings: LearningSettings,
    scene: Scene | MatchedScene,
    image: str,
    labels: Path,
    reporter: Reporter,
) -> LabelledPixels | None:
    """The labelled pixels of one scene; None where a layer over all leaves it out."""
    try:
        return read_labels(replace(settings, labels=labels), scene, reporter, check=False)
    except UserError as error:
        if settings.more_labels or error.code not in _ELSEWHERE:
            raise
        reporter.warn(f"No labels lie on {Path(image).name}; it only tells what scenes look like.")
        return None


def _classes(found: Sequence[LabelledPixels]) -> tuple[MapClass, ...]:
    """All classes that any of the scenes shows, in one order."""
    known: dict[str, MapClass] = {}
    for pixels in found:
        for entry in pixels.classes:
            first = known.setdefault(entry.value, entry)
            if entry.name != first.name and entry.value not in (entry.name, first.name):
                raise _other_codes(f"“{first.name}” and “{entry.name}” have the code {entry.value}")
    codes: dict[str, set[frozenset[str]]] = {}
    for pixels in found:
        for name in {entry.name for entry in pixels.classes}:
            here = frozenset(entry.value for entry in pixels.classes if entry.name == name)
            codes.setdefault(name, set()).add(here)
    for name, sets in codes.items():
        if len(sets) > 1 and not frozenset.intersection(*sets):
            listed = ", ".join(sorted(value for values in sets for value in values))
            raise _other_codes(f"“{name}” has several codes ({listed})")
    if all(pixels.classes == found[0].classes for pixels in found):
        return found[0].classes
    numeric = all(re.fullmatch("-?[0-9]+", value) for value in known)
    styles = [ClassStyle(entry.value, entry.name, entry.colour) for entry in known.values()]
    return make_classes(known, numeric, styles)


def _other_codes(what: str) -> UserError:
    """The error for scenes whose labels number the classes differently."""
    return UserError(
        "labels.other_codes",
        f"The labels of the scenes number their classes differently: {what}.",
        "Give each class one code in all of them, or use a field with the names of the classes.",
    )


def _features(
    settings: LearningSettings,
    together: SceneStack,
    scenes: Sequence[Scene | MatchedScene],
    found: Sequence[tuple[int, LabelledPixels]],
    with_features: bool,
    reporter: Reporter,
) -> tuple[FeatureStore | None, np.ndarray]:
    """The first scene's store, and features of all labelled pixels, as `apply` will see them.

    What is learnt of pictures is learnt from all scenes together; then each is read by itself.
    """
    if not with_features:
        rows = sum(len(pixels.examples) for _, pixels in found)
        return None, np.zeros((rows, 0), np.float32)
    common = open_store(settings, None, together, reporter.part(0, SHARE_OF_PREPARING))

    def open_one(scene: Scene | MatchedScene) -> FeatureStore:
        store = common.cache.open(
            scene, common.source, common.settings, settings.device, common.learnt
        )
        store.prepare(reporter.quiet())
        return store

    read: list[Any] = []
    span = (1 - SHARE_OF_PREPARING) / len(found)
    for number, (place, pixels) in enumerate(found):
        start = SHARE_OF_PREPARING + number * span
        step = reporter.part(start, start + span)
        read.append(features_at(open_one(scenes[place]), pixels.examples, step))
    return open_one(scenes[0]), np.concatenate(read)
