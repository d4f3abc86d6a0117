"""Training data: the labelled pixels of a scene with their spectra and features."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

from ..classifiers.ensemble_settings import PUBLISHED_SETTINGS, EnsembleSettings, network_count
from ..classifiers.scene_noise import SceneNoise
from ..classifiers.training_data import Samples, Standardisation
from ..core.reporter import Reporter
from ..features.cache import FeatureBlocks, FeatureStore
from ..labels.classes import MapClass, class_styles
from ..labels.training_checks import drop_small_classes
from ..labels.training_pixels import TrainingPixels, class_field_note, outside_note
from ..labels.training_spectra import (
    TrainingSpectra,
    indexes_in_window,
    join_training_spectra,
    read_training_spectra,
)
from ..labels.vector import read_training_pixels
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..options.label_options import LabelOptions
from ..scene.raster import Scene
from ..scene.scene_like import SceneLike
from ..scene.statistics import log_reflectance, neighbour_differences, sample_spectra
from .feature_access import open_store
from .library_data import LibraryOptions, read_libraries
from .scene_access import log_scene

#: Share of the stage `features` that fitting the projections takes where it was not done before.
PREPARATION_FRACTION = 0.3


@dataclass(frozen=True)
class TrainingData:
    """What classifiers are fitted to."""

    pixels: TrainingSpectra
    samples: Samples
    spectra: Standardisation
    store: FeatureStore | None  # of the (first) scene
    scene: SceneLike  # the labelled scene, or several scenes as one

    def ensemble_settings(self, method: str, as_published: bool = False) -> EnsembleSettings:
        """Settings of a method's networks for these features; `as_published` those of the paper."""
        kinds = self.store.fitted.kinds if self.store else ()
        if as_published:
            return replace(PUBLISHED_SETTINGS, kinds=kinds)
        return EnsembleSettings(members=network_count(method), kinds=kinds)

    def without_features(self) -> TrainingData:
        """The same for methods that use the spectrum only."""
        samples = replace(self.samples, features=self.samples.features[:, :0])
        return replace(self, samples=samples, store=None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of the classes in their order."""
        return tuple(entry.name for entry in self.pixels.classes)


def collect_training_data(
    scene: Scene,
    labels: LabelOptions | None,
    features: FeatureOptions | None,
    compute: ComputeOptions,
    reporter: Reporter,
    libraries: LibraryOptions | None = None,
) -> TrainingData:
    """Training data of one scene, from labels, libraries or both.

    They have no diffusion features where `features` is None.
    """
    reporter.begin("labels", "reading training samples")
    log_scene(scene, reporter)
    pixels = read_labels(scene, labels, compute.allow_external, reporter, libraries)
    reporter.begin("features", "extracting diffusion features")
    store = None
    if features is not None:
        preparation = reporter.part(0, PREPARATION_FRACTION)
        store = open_store(scene, features, compute, preparation)
    spectra = Standardisation.of(log_reflectance(sample_spectra(scene)))
    values = features_at(store, pixels.training_pixels, reporter.part(PREPARATION_FRACTION, 1))
    samples = make_samples(pixels, spectra, values, scene_noise(scene, spectra))
    return TrainingData(pixels, samples, spectra, store, scene)


def make_samples(
    pixels: TrainingSpectra,
    spectra: Standardisation,
    features: npt.NDArray[np.float32],
    noise: SceneNoise | None,
) -> Samples:
    """Labelled pixels as classifiers are fitted to them."""
    training_pixels = pixels.training_pixels
    return Samples(
        spectra.apply(log_reflectance(pixels.spectra)),
        features,
        training_pixels.target,
        training_pixels.group,
        np.column_stack([training_pixels.rows, training_pixels.columns]),
        len(pixels.classes),
        noise=noise,
    )


def scene_noise(scene: SceneLike, spectra: Standardisation) -> SceneNoise | None:
    """The noise in the standardised spectra of a scene; None where it is unknown."""
    differences = neighbour_differences(scene) / spectra.deviation
    sample = spectra.apply(log_reflectance(sample_spectra(scene)))
    return SceneNoise.of(differences.astype(np.float32), sample)


def read_labels(
    scene: Scene,
    labels: LabelOptions | None,
    allow_external: bool,
    reporter: Reporter,
    libraries: LibraryOptions | None = None,
) -> TrainingSpectra:
    """Valid labelled pixels and library spectra, summarised in the log."""
    parts = []
    classes: tuple[MapClass, ...] = ()
    if labels is not None:
        pixels = read_scene_labels(scene, labels, allow_external, reporter)
        log_class_field(labels, pixels.training_pixels, reporter)
        if outside := pixels.training_pixels.outside:
            reporter.warn(outside_note(outside))
        parts.append(pixels)
        classes = pixels.classes
    if libraries is not None and libraries.paths:
        added = read_libraries(scene, libraries, classes, allow_external, reporter)
        parts.append(added)
        classes = added.classes
    pixels = parts[0] if len(parts) == 1 else join_training_spectra(parts, classes)
    pixels = drop_small_classes(pixels, reporter)
    noun = "pixels" if libraries is None or not libraries.paths else "samples"
    reporter.info(
        f"Labels: {len(pixels.training_pixels)} {noun}; " + "; ".join(pixels.summary()) + "."
    )
    return pixels


def read_scene_labels(
    scene: SceneLike, labels: LabelOptions, allow_external: bool, reporter: Reporter
) -> TrainingSpectra:
    """Valid labelled pixels of one of several scenes, of all classes of its label layer."""
    training_pixels = read_training_pixels(
        labels.labels,
        labels.class_field,
        scene.grid,
        labels.labels_layer,
        class_styles(labels.classes),
        labels.selection,
        allow_external,
    )
    for warning in training_pixels.warnings:
        reporter.warn(warning)
    return read_training_spectra(scene, training_pixels, reporter)


def log_class_field(
    labels: LabelOptions, training_pixels: TrainingPixels, reporter: Reporter
) -> None:
    """Log which field holds the class, where none was named."""
    if not labels.class_field and training_pixels.class_field:
        reporter.info(class_field_note(labels.labels, training_pixels))


def features_at(
    store: FeatureBlocks | None, training_pixels: TrainingPixels, reporter: Reporter
) -> npt.NDArray[np.float32]:
    """Features (pixels, features) of the labelled pixels."""
    if store is None:
        return np.zeros((len(training_pixels), 0), np.float32)
    features = np.zeros((len(training_pixels), store.width), np.float32)
    labelled_blocks = [
        (block, indexes_in_window(block, training_pixels)) for block in store.blocks()
    ]
    labelled_blocks = [(block, inside) for block, inside in labelled_blocks if len(inside)]
    for done, (block, inside) in enumerate(labelled_blocks):
        step = reporter.part(done / len(labelled_blocks), (done + 1) / len(labelled_blocks))
        values = store.read(block, step)
        rows = training_pixels.rows[inside] - block.row_off
        columns = training_pixels.columns[inside] - block.col_off
        features[inside] = values[:, rows, columns].T
    return features
