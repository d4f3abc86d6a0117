"""What there is to learn from: the labelled pixels of a scene with spectra and features."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..classifiers.ensemble import PUBLISHED_SETTINGS, EnsembleSettings
from ..classifiers.training_data import Samples, Standardisation, without_edges
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import class_styles
from ..labels.pixel_selection import PixelSelection
from ..labels.training_spectra import (
    TrainingSpectra,
    collect_training_spectra,
    indexes_in_window,
    read_training_spectra,
)
from ..labels.vector import TrainingPixels, read_training_pixels
from ..options.feature_options import PAPER
from ..options.scene_options import log_scene
from ..options.training_options import LabelOptions
from ..scene.band_matching import MatchedScene
from ..scene.raster import Scene
from ..scene.scene_stack import SceneStack
from ..scene.statistics import log_reflectance, neighbour_differences, sample_spectra
from .feature_access import open_store

#: Of the stage `features`, what learning the projections takes where it was not done before.
PREPARATION_FRACTION = 0.3


@dataclass(frozen=True)
class TrainingData:
    """What there is to learn from."""

    pixels: TrainingSpectra
    samples: Samples
    spectra: Standardisation
    store: FeatureStore | None  # of the (first) scene
    scene: Scene | SceneStack  # what the labels lie on; several scenes in one
    as_published: bool = False  # networks are trained as in the paper

    @property
    def ensemble(self) -> EnsembleSettings:
        """Networks for these features."""
        kinds = self.store.fitted.kinds if self.store else ()
        return (
            replace(PUBLISHED_SETTINGS, kinds=kinds)
            if self.as_published
            else EnsembleSettings(kinds=kinds)
        )

    def without_features(self) -> TrainingData:
        """The same for methods that do not look around."""
        samples = replace(self.samples, features=self.samples.features[:, :0])
        return replace(self, samples=samples, store=None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of the classes in their order."""
        return tuple(entry.name for entry in self.pixels.classes)


def collect_training_data(
    settings: LabelOptions, scene: Scene, with_features: bool, reporter: Reporter
) -> TrainingData:
    """Go through the stages `labels` and `features`."""
    reporter.begin("labels", "reading labels")
    log_scene(scene, reporter)
    pixels = read_labels(settings, scene, reporter)
    reporter.begin("features", "reading diffusion features")
    store = None
    if with_features:
        preparation = reporter.part(0, PREPARATION_FRACTION)
        store = open_store(settings, None, scene, preparation)
    spectra = Standardisation.of(log_reflectance(sample_spectra(scene)))
    features = features_at(store, pixels.training_pixels, reporter.part(PREPARATION_FRACTION, 1))
    samples = make_samples(pixels, spectra, features, neighbour_differences(scene))
    return TrainingData(pixels, samples, spectra, store, scene, settings.preset == PAPER)


def make_samples(
    pixels: TrainingSpectra,
    spectra: Standardisation,
    features: np.ndarray,
    differences: np.ndarray,
) -> Samples:
    """Labelled pixels as methods are fitted to them; `differences` are of neighbouring pixels."""
    training_pixels = pixels.training_pixels
    return Samples(
        spectra.apply(log_reflectance(pixels.spectra)),
        features,
        training_pixels.target,
        training_pixels.group,
        np.column_stack([training_pixels.rows, training_pixels.columns]),
        len(pixels.classes),
        noise=without_edges((differences / spectra.deviation).astype(np.float32)),
    )


def read_labels(
    settings: LabelOptions, scene: Scene | MatchedScene, reporter: Reporter, check: bool = True
) -> TrainingSpectra:
    """Valid labelled pixels with their spectra; the log says what was read.

    Without `check`, they may be too few, since other scenes have more.
    """
    training_pixels = read_training_pixels(
        settings.labels,
        settings.class_field,
        scene.grid,
        settings.labels_layer,
        class_styles(settings.classes),
        PixelSelection(
            settings.pixel_rule,
            settings.min_coverage,
            settings.point_radius,
            settings.line_width,
        ),
        settings.allow_external,
    )
    for warning in training_pixels.warnings:
        reporter.warn(warning)
    if not check:
        return read_training_spectra(scene, training_pixels, reporter)
    pixels = collect_training_spectra(scene, training_pixels, reporter)
    reporter.info(
        f"Labels: {len(pixels.training_pixels)} pixels; " + "; ".join(pixels.summary()) + "."
    )
    return pixels


def features_at(
    store: FeatureStore | None, training_pixels: TrainingPixels, reporter: Reporter
) -> np.ndarray:
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
