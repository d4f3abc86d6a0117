"""The learning half of a job: labels and features of a scene to a validated, trained model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass

import numpy as np

from ..compute.device import choose_device
from ..diffusion.store import FeatureStore
from ..labels.classes import MapClass
from ..labels.pixels import LabelledPixels
from ..learning.applicability import fit_applicability
from ..learning.ensemble import EnsembleSettings
from ..learning.making import make_method
from ..learning.methods import Method
from ..learning.model import Model, ModelInfo
from ..learning.names import needs_features
from ..learning.validation import Validation, cross_validate
from ..reporter import Reporter
from ..scene.raster import Scene
from ..scene.stack import SceneStack
from ..scene.statistics import log_reflectance, sample_spectra
from .learning_settings import LearningSettings
from .material import gather_material
from .several import gather_from_all


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
    looks = needs_features(settings.method)
    if settings.more_images:
        material = gather_from_all(settings, scene, looks, reporter)
    else:
        material = gather_material(settings, scene, looks, reporter)
    pixels, samples, store = material.pixels, material.samples, material.store

    def make(seed: int) -> Method:
        return make_method(settings.method, seed, device, material.ensemble)

    reporter.begin("validation", "cross-validating by shape")
    validation = cross_validate(make, samples, material.class_names, settings.seed, reporter)
    _tell(validation, pixels.classes, reporter)
    reporter.begin("training", "training on all labels")
    method = make(settings.seed)
    method.tuning = validation.tuning
    method.fit(samples, reporter)
    info = _describe(settings, material.scene, store, material.ensemble, pixels, validation)
    learnt = store.learnt if store else None
    scene_spectra = material.spectra.apply(log_reflectance(sample_spectra(material.scene)))
    applicability = fit_applicability(samples, validation.folds.fold, scene_spectra)
    model = Model(info, material.spectra, method, learnt, applicability)
    return Lesson(model, pixels, validation, store)


def _describe(
    settings: LearningSettings,
    scene: Scene | SceneStack,
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
            "account": list(validation.account),
        },
        labels={"table": [asdict(row) for row in pixels.table]},
    )


def _tell(validation: Validation, classes: Sequence[MapClass], reporter: Reporter) -> None:
    for note in validation.folds.notes:
        reporter.warn(note)
    for line in validation.account:
        reporter.info(line)
    accuracy = validation.accuracy
    reporter.info(
        f"Accuracy by {validation.folds.count}-fold cross-validation that keeps "
        f"{'scenes' if validation.folds.by_scene else 'shapes'} whole: "
        f"overall {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}."
    )
    recalls = [
        f"{entry.name} {recall:.0%}"
        for entry, recall in zip(classes, accuracy.recall, strict=True)
        if np.isfinite(recall)
    ]
    reporter.info(f"Found again of each class: {', '.join(recalls)}.")
