"""What there is to learn from: the labelled pixels of a scene with spectra and features."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from ..classifiers.ensemble import AS_PUBLISHED, EnsembleSettings
from ..classifiers.training_data import Samples, Standardisation, without_edges
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import class_styles
from ..labels.pixel_selection import LabelRules
from ..labels.training_spectra import LabelledPixels, gather_pixels, positions_in, read_pixels
from ..labels.vector import Examples, read_examples
from ..options.feature_options import PAPER
from ..options.scene_options import tell_scene
from ..options.training_options import LabelSettings
from ..scene.band_matching import MatchedScene
from ..scene.raster import Scene
from ..scene.scene_stack import SceneStack
from ..scene.statistics import log_reflectance, neighbour_differences, sample_spectra
from .feature_access import open_store

#: Of the stage `features`, what learning the projections takes where it was not done before.
SHARE_OF_PREPARING = 0.3


@dataclass(frozen=True)
class Material:
    """What there is to learn from."""

    pixels: LabelledPixels
    samples: Samples
    spectra: Standardisation
    store: FeatureStore | None  # of the (first) scene
    scene: Scene | SceneStack  # what the labels lie on; several scenes in one
    as_published: bool = False  # networks are trained as in the paper

    @property
    def ensemble(self) -> EnsembleSettings:
        """Networks for these features."""
        kinds = self.store.learnt.kinds if self.store else ()
        return (
            replace(AS_PUBLISHED, kinds=kinds)
            if self.as_published
            else EnsembleSettings(kinds=kinds)
        )

    def without_features(self) -> Material:
        """The same for methods that do not look around."""
        samples = replace(self.samples, features=self.samples.features[:, :0])
        return replace(self, samples=samples, store=None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of the classes in their order."""
        return tuple(entry.name for entry in self.pixels.classes)


def gather_material(
    settings: LabelSettings, scene: Scene, with_features: bool, reporter: Reporter
) -> Material:
    """Go through the stages `labels` and `features`."""
    reporter.begin("labels", "reading labels")
    tell_scene(scene, reporter)
    pixels = read_labels(settings, scene, reporter)
    reporter.begin("features", "reading diffusion features")
    store = None
    if with_features:
        preparing = reporter.part(0, SHARE_OF_PREPARING)
        store = open_store(settings, None, scene, preparing)
    spectra = Standardisation.of(log_reflectance(sample_spectra(scene)))
    features = features_at(store, pixels.examples, reporter.part(SHARE_OF_PREPARING, 1))
    samples = make_samples(pixels, spectra, features, neighbour_differences(scene))
    return Material(pixels, samples, spectra, store, scene, settings.preset == PAPER)


def make_samples(
    pixels: LabelledPixels,
    spectra: Standardisation,
    features: np.ndarray,
    differences: np.ndarray,
) -> Samples:
    """Labelled pixels as methods are fitted to them; `differences` are of neighbouring pixels."""
    examples = pixels.examples
    return Samples(
        spectra.apply(log_reflectance(pixels.spectra)),
        features,
        examples.target,
        examples.group,
        np.column_stack([examples.rows, examples.columns]),
        len(pixels.classes),
        noise=without_edges((differences / spectra.deviation).astype(np.float32)),
    )


def read_labels(
    settings: LabelSettings, scene: Scene | MatchedScene, reporter: Reporter, check: bool = True
) -> LabelledPixels:
    """Valid labelled pixels with their spectra; the log says what was read.

    Without `check`, they may be too few, since other scenes have more.
    """
    examples = read_examples(
        settings.labels,
        settings.class_field,
        scene.grid,
        settings.labels_layer,
        class_styles(settings.classes),
        LabelRules(
            settings.pixel_rule,
            settings.min_coverage,
            settings.point_radius,
            settings.line_width,
        ),
        settings.allow_external,
    )
    for warning in examples.warnings:
        reporter.warn(warning)
    if not check:
        return read_pixels(scene, examples, reporter)
    pixels = gather_pixels(scene, examples, reporter)
    reporter.info(f"Labels: {len(pixels.examples)} pixels; " + "; ".join(pixels.summary()) + ".")
    return pixels


def features_at(store: FeatureStore | None, examples: Examples, reporter: Reporter) -> np.ndarray:
    """Features (pixels, features) of the labelled pixels."""
    if store is None:
        return np.zeros((len(examples), 0), np.float32)
    features = np.zeros((len(examples), store.width), np.float32)
    wanted = [(block, positions_in(block, examples)) for block in store.blocks()]
    wanted = [(block, inside) for block, inside in wanted if len(inside)]
    for done, (block, inside) in enumerate(wanted):
        step = reporter.part(done / len(wanted), (done + 1) / len(wanted))
        values = store.read(block, step)
        rows = examples.rows[inside] - block.row_off
        columns = examples.columns[inside] - block.col_off
        features[inside] = values[:, rows, columns].T
    return features
