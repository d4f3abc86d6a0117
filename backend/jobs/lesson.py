"""The learning half of a job: labels and features of a scene to a validated, trained model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from ..compute.device import choose_device
from ..diffusion.store import FeatureStore
from ..labels.classes import ClassStyle, MapClass
from ..labels.pixels import LabelledPixels, gather_pixels, positions_in
from ..labels.rules import LabelRules
from ..labels.vector import Examples, read_examples
from ..learning.applicability import fit_applicability
from ..learning.ensemble import EnsembleSettings
from ..learning.making import make_method
from ..learning.methods import Method
from ..learning.model import Model, ModelInfo
from ..learning.names import needs_features
from ..learning.samples import Samples, Standardisation
from ..learning.validation import Validation, cross_validate
from ..reporter import Reporter
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance, sample_spectra
from .feature_stores import open_store
from .learning_settings import LabelSettings, LearningSettings
from .scene_settings import tell_scene

#: Of the stage `features`, what learning the projections takes where it was not done before.
SHARE_OF_PREPARING = 0.3


@dataclass(frozen=True)
class Material:
    """What there is to learn from."""

    pixels: LabelledPixels
    samples: Samples
    spectra: Standardisation
    store: FeatureStore | None

    @property
    def ensemble(self) -> EnsembleSettings:
        """Networks for these features."""
        return EnsembleSettings(kinds=self.store.learnt.kinds if self.store else ())

    def without_features(self) -> Material:
        """The same for methods that do not look around."""
        samples = replace(self.samples, features=self.samples.features[:, :0])
        return replace(self, samples=samples, store=None)

    @property
    def class_names(self) -> tuple[str, ...]:
        """Names of the classes in their order."""
        return tuple(entry.name for entry in self.pixels.classes)


@dataclass(frozen=True)
class Lesson:
    """What was learnt from a scene, and how well."""

    model: Model
    pixels: LabelledPixels
    validation: Validation
    store: FeatureStore | None


def learn(settings: LearningSettings, scene: Scene, reporter: Reporter) -> Lesson:
    """Read labels and features, validate, train."""
    device = choose_device(settings.device)
    material = gather_material(settings, scene, needs_features(settings.method), reporter)
    pixels, samples, store = material.pixels, material.samples, material.store

    def make(seed: int) -> Method:
        return make_method(settings.method, seed, device, material.ensemble)

    reporter.begin("validation", "cross-validating by shape")
    validation = cross_validate(make, samples, material.class_names, settings.seed, reporter)
    _tell(validation, pixels.classes, reporter)
    reporter.begin("training", "training on all labels")
    method = make(settings.seed)
    method.fit(samples, reporter)
    method.tuning = validation.tuning
    info = _describe(settings, scene, store, material.ensemble, pixels, validation)
    learnt = store.learnt if store else None
    scene_spectra = material.spectra.apply(log_reflectance(sample_spectra(scene)))
    applicability = fit_applicability(samples, validation.folds.fold, scene_spectra)
    model = Model(info, material.spectra, method, learnt, applicability)
    return Lesson(model, pixels, validation, store)


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
    samples = make_samples(pixels, spectra, features)
    return Material(pixels, samples, spectra, store)


def make_samples(pixels: LabelledPixels, spectra: Standardisation, features: np.ndarray) -> Samples:
    """Labelled pixels as methods learn from them."""
    examples = pixels.examples
    return Samples(
        spectra.apply(log_reflectance(pixels.spectra)),
        features,
        examples.target,
        examples.group,
        np.column_stack([examples.rows, examples.columns]),
        len(pixels.classes),
    )


def _describe(
    settings: LearningSettings,
    scene: Scene,
    store: FeatureStore | None,
    ensemble: EnsembleSettings,
    pixels: LabelledPixels,
    validation: Validation,
) -> ModelInfo:
    accuracy = validation.accuracy
    wavelengths = scene.wavelengths
    return ModelInfo(
        method=settings.method,
        classes=pixels.classes,
        wavelengths=() if wavelengths is None else tuple(map(float, wavelengths)),
        bands=len(scene.used),
        seed=settings.seed,
        backbone=store.source.name if store else "",
        backbone_digest=store.source.digest if store else "",
        features=store.settings if store else None,
        ensemble=ensemble if settings.method not in ("rf", "svm") else None,
        validation={
            "overall_accuracy": accuracy.overall,
            "average_accuracy": accuracy.average,
            "kappa": accuracy.kappa,
            "confusion": accuracy.confusion.tolist(),
            "folds": validation.folds.count,
        },
        labels={"table": [asdict(row) for row in pixels.table]},
    )


def read_labels(settings: LabelSettings, scene: Scene, reporter: Reporter) -> LabelledPixels:
    """Valid labelled pixels with their spectra; the log says what was read."""
    styles = [
        ClassStyle(str(item["value"]), str(item.get("name", "")), str(item.get("colour", "")))
        for item in settings.classes
        if "value" in item
    ]
    examples = read_examples(
        settings.labels,
        settings.class_field,
        scene.grid,
        settings.labels_layer,
        styles,
        LabelRules(
            settings.pixel_rule,
            settings.min_coverage,
            settings.point_radius,
            settings.line_width,
        ),
    )
    for warning in examples.warnings:
        reporter.warn(warning)
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


def _tell(validation: Validation, classes: Sequence[MapClass], reporter: Reporter) -> None:
    for note in validation.folds.notes:
        reporter.warn(note)
    accuracy = validation.accuracy
    reporter.info(
        f"Accuracy by {validation.folds.count}-fold cross-validation that keeps shapes whole: "
        f"overall {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}."
    )
    recalls = [
        f"{entry.name} {recall:.0%}"
        for entry, recall in zip(classes, accuracy.recall, strict=True)
        if np.isfinite(recall)
    ]
    reporter.info(f"Found again of each class: {', '.join(recalls)}.")
