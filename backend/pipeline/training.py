"""The fitting half of a job: labels and features of a scene to a validated, fitted model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace

import numpy as np

from ..classifiers.applicability import damped_logarithm, fit_applicability
from ..classifiers.catalogue import make_method
from ..classifiers.ensemble import EnsembleSettings
from ..classifiers.model import Model, ModelInfo
from ..classifiers.validation import Validation
from ..common.methods import METHODS_INFO, needs_features
from ..compute.device import AUTO, choose_device
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import MapClass
from ..labels.training_spectra import TrainingSpectra
from ..options.training_options import TrainingOptions
from ..scene.raster import Scene
from ..scene.scene_stack import SceneStack
from ..scene.statistics import sample_spectra
from .classification_summary import accuracy_metrics, base_metrics
from .multiple_scenes import collect_from_scenes
from .training_data import collect_training_data


@dataclass(frozen=True)
class TrainingResult:
    """What was learnt from a scene, and how well."""

    model: Model
    pixels: TrainingSpectra
    validation: Validation
    store: FeatureStore | None


def train_model(settings: TrainingOptions, scene: Scene, reporter: Reporter) -> TrainingResult:
    """Read labels and features, validate, train."""
    with_features = needs_features(settings.method) or (
        settings.method == "lda" and settings.lda_features
    )
    if settings.more_images:
        training_data = collect_from_scenes(settings, scene, with_features, reporter)
    else:
        training_data = collect_training_data(settings, scene, with_features, reporter)
    pixels, samples, store = training_data.pixels, training_data.samples, training_data.store
    networks = METHODS_INFO[settings.method].has_networks
    method = make_method(
        settings.method,
        settings.seed,
        # a device that was asked for is refused where it is missing, whether it is needed or not
        choose_device(settings.device) if networks or settings.device != AUTO else None,
        training_data.ensemble if networks else None,
        with_features,
    )
    reporter.begin("validation", "fitting and cross-validating, grouped by polygon")
    validation = method.fit(samples, training_data.class_names, reporter)
    log_validation(validation, pixels.classes, reporter)
    reporter.begin("training", "finding where the model applies")
    info = _model_info(
        settings, training_data.scene, store, training_data.ensemble, pixels, validation
    )
    fitted = store.fitted if store else None
    damped = replace(samples, spectra=damped_logarithm(pixels.spectra))
    scene_spectra = damped_logarithm(sample_spectra(training_data.scene))
    applicability = fit_applicability(damped, validation.folds.fold, scene_spectra)
    model = Model(info, training_data.spectra, method, fitted, applicability)
    return TrainingResult(model, pixels, validation, store)


def _model_info(
    settings: TrainingOptions,
    scene: Scene | SceneStack,
    store: FeatureStore | None,
    ensemble: EnsembleSettings,
    pixels: TrainingSpectra,
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
        ensemble=ensemble if METHODS_INFO[settings.method].has_networks else None,
        validation={
            **accuracy_metrics(validation),
            "confusion": accuracy.confusion.tolist(),
            "folds": validation.folds.count,
            "base_classifiers": base_metrics(validation),
        },
        labels={"table": [asdict(row) for row in pixels.table]},
    )


def log_validation(validation: Validation, classes: Sequence[MapClass], reporter: Reporter) -> None:
    """Accuracy, recall of the classes, and what the blend relies on."""
    for note in validation.folds.notes:
        reporter.warn(note)
    if validation.unknown is not None:
        reporter.warn(validation.unknown)
        return
    if len(validation.bases) > 1:
        for base in sorted(validation.bases, key=lambda base: -base.weight):
            reporter.info(
                f"Base classifier {base.name}: weight {base.weight:.0%}, cross-validated accuracy "
                f"{base.accuracy.overall:.1%}."
            )
    accuracy, without = validation.accuracy, validation.without_features
    if without is not None:
        reporter.info(
            f"Spatial features: {without.overall:.1%} overall accuracy without them, "
            f"{accuracy.overall:.1%} with them."
        )
    reporter.info(
        f"Accuracy by {validation.folds.count}-fold cross-validation, grouped by "
        f"{'scene' if validation.folds.by_scene else 'polygon'}: "
        f"overall {accuracy.overall:.1%}, average {accuracy.average:.1%}, "
        f"kappa {accuracy.kappa:.3f}."
    )
    recalls = [
        f"{entry.name} {recall:.0%}"
        for entry, recall in zip(classes, accuracy.recall, strict=True)
        if np.isfinite(recall)
    ]
    reporter.info(f"Recall per class (producer's accuracy): {', '.join(recalls)}.")
