"""Fits a method to training data, cross-validates it and makes a model of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from typing import Any

import numpy as np
import numpy.typing as npt

from ..classifiers.applicability import damped_logarithm, fit_applicability
from ..classifiers.catalogue import device_of_method, make_method
from ..classifiers.ensemble_settings import EnsembleSettings
from ..classifiers.model import Model, ModelInfo
from ..classifiers.stacking import StackedClassifier
from ..classifiers.validation import Validation
from ..common.methods import METHODS_INFO
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.classes import class_styles
from ..labels.training_spectra import TrainingSpectra
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..options.label_options import MultiSceneLabelOptions
from ..options.training_options import MethodOptions
from ..scene.band_matching import MatchedScene
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .confused_classes import ConfusedPair, confused_pairs
from .fit_memory import Fit, fit_key, fit_memory
from .library_data import LibraryOptions
from .multiple_scenes import collect_from_scenes
from .training_data import TrainingData, collect_training_data
from .validation_summary import (
    accuracy_metrics,
    base_metrics,
    class_metrics,
    confusion_metrics,
    log_validation,
)


@dataclass(frozen=True)
class TrainingResult:
    """A fitted model, the labelled pixels it was fitted to, and its cross-validation."""

    model: Model
    pixels: TrainingSpectra
    validation: Validation
    store: FeatureStore | None
    confused: tuple[ConfusedPair, ...] = ()

    def metrics(
        self,
        map_pixels: npt.NDArray[np.int64] | None = None,
        map_areas: Sequence[float] | None = None,
    ) -> dict[str, Any]:
        """Accuracies, also of each class and pair of classes, and labels.

        With the pixels of each class in a map, and their area in square metres where it is known.
        """
        validation, pixels = self.validation, self.pixels
        names = [entry.name for entry in pixels.classes]
        return {
            **accuracy_metrics(validation),
            "accuracy_unknown": validation.unknown,
            "accuracy_notes": list(validation.folds.notes),
            "few_polygons": dict(validation.folds.few_polygons),
            "base_classifiers": base_metrics(validation),
            "folds": validation.folds.count,
            "labelled_pixels": len(pixels.training_pixels),
            "labels": [asdict(row) for row in pixels.table],
            "confusion": confusion_metrics(validation),
            "confused": [pair.metrics(names) for pair in self.confused],
            "classes": [
                {"code": entry.code, "name": entry.name, "colour": entry.colour}
                | metrics
                | ({} if map_pixels is None else {"pixels": int(map_pixels[index])})
                | ({} if map_areas is None else {"area": float(map_areas[index])})
                for index, (entry, metrics) in enumerate(
                    zip(pixels.classes, class_metrics(validation), strict=True)
                )
            ],
        }


def train_on_scenes(
    scene: Scene,
    further_scenes: Sequence[MatchedScene],
    labels: MultiSceneLabelOptions,
    method: MethodOptions,
    features: FeatureOptions,
    compute: ComputeOptions,
    reporter: Reporter,
) -> TrainingResult:
    """Collect the training data of one or several scenes, and fit the method to them."""
    used_features = features if method.needs_features else None
    libraries = LibraryOptions(
        labels.library, labels.library_class_field, tuple(class_styles(labels.classes))
    )
    if libraries.paths and used_features is not None:
        _check_spectral_method(method, features)
        reporter.info(
            "Spectra of libraries have no diffusion features, so the base classifiers on spectra "
            "are used only."
        )
        used_features = None
    if further_scenes:
        training_data = collect_from_scenes(
            scene, further_scenes, labels, used_features, compute, reporter, libraries
        )
    else:
        scene_labels = next(iter(labels.per_scene([str(scene.path)])), None)
        training_data = collect_training_data(
            scene, scene_labels, used_features, compute, reporter, libraries
        )
    return train_model(training_data, method, compute.device, reporter, features.as_published)


def _check_spectral_method(method: MethodOptions, features: FeatureOptions) -> None:
    """Refuse methods without a base classifier on spectra."""
    if not METHODS_INFO[method.method].uses_spectra or features.as_published:
        preset = " of the preset paper" if features.as_published else ""
        raise UserError(
            "library.method",
            "Spectral libraries cannot train networks on diffusion features, which the method "
            f"{method.method}{preset} consists of.",
            "Choose another method, such as geodiffnet-f with the default preset, or lda.",
        )


@dataclass(frozen=True)
class FittedMethod:
    """A method that is fitted to training data and cross-validated, before a model is made of it.

    It predicts already; its area of applicability takes a fifth of a second more.
    """

    training_data: TrainingData
    options: MethodOptions
    networks: EnsembleSettings | None
    fit: Fit
    key: str  # of the fit in memory; empty where none is kept

    @property
    def classifier(self) -> StackedClassifier:
        """What predicts class probabilities."""
        return self.fit.classifier

    def complete(self, reporter: Reporter) -> TrainingResult:
        """Compute the area of applicability, and make a model."""
        data, store = self.training_data, self.training_data.store
        fit = self._with_applicability(reporter)
        info = _model_info(data, self.options, self.networks, fit.validation)
        fitted = store.fitted if store else None
        model = Model(info, data.spectra, fit.classifier, fitted, fit.applicability)
        pixels = data.pixels
        positions = np.column_stack([pixels.training_pixels.rows, pixels.training_pixels.columns])
        confused = confused_pairs(fit.validation, data.samples, positions, data.scene.grid)
        return TrainingResult(model, pixels, fit.validation, store, confused)

    def _with_applicability(self, reporter: Reporter) -> Fit:
        reporter.begin("training", "computing the area of applicability")
        if self.fit.is_complete:
            return self.fit
        data, validation = self.training_data, self.fit.validation
        damped = replace(data.samples, spectra=damped_logarithm(data.pixels.spectra))
        scene_spectra = damped_logarithm(sample_spectra(data.scene))
        applicability = fit_applicability(damped, validation.folds.fold, scene_spectra)
        fit = replace(self.fit, applicability=applicability, is_complete=True)
        if self.key:
            fit_memory.add(self.key, fit)
        return fit


def train_model(
    training_data: TrainingData,
    method: MethodOptions,
    device: str,
    reporter: Reporter,
    as_published: bool = False,
) -> TrainingResult:
    """Cross-validate the method, fit it to all training data, and make a model of it.

    `as_published` trains networks as in the paper.
    """
    fitted = fit_method(training_data, method, device, reporter, as_published)
    return fitted.complete(reporter)


def fit_method(
    training_data: TrainingData,
    method: MethodOptions,
    device: str,
    reporter: Reporter,
    as_published: bool = False,
) -> FittedMethod:
    """Cross-validate the method and fit it, or take what this process fitted before."""
    samples, names = training_data.samples, training_data.class_names
    networks = None
    if METHODS_INFO[method.method].has_networks:
        networks = training_data.ensemble_settings(method.method, as_published)
    reporter.begin("validation", "fitting and cross-validating, grouped by polygon")
    found = device_of_method(method.method, device)
    has_features = training_data.store is not None
    key, fit = "", None
    if fit_memory.is_used:
        spectra, sampled = training_data.pixels.spectra, sample_spectra(training_data.scene)
        key = fit_key(samples, names, spectra, sampled, method, networks, found, has_features)
        fit = fit_memory.find(key)
    if fit is None:
        classifier = make_method(
            method.method,
            method.seed,
            found,
            networks,
            with_features=has_features,
            spectral_only=not has_features,
        )
        fit = Fit(classifier, classifier.fit(samples, names, reporter))
        if key:
            fit_memory.add(key, fit)
    log_validation(fit.validation, training_data.pixels.classes, reporter)
    return FittedMethod(training_data, method, networks, fit, key)


def _model_info(
    training_data: TrainingData,
    method: MethodOptions,
    networks: EnsembleSettings | None,
    validation: Validation,
) -> ModelInfo:
    scene, store, pixels = training_data.scene, training_data.store, training_data.pixels
    wavelengths = scene.wavelengths
    return ModelInfo(
        method=method.method,
        classes=pixels.classes,
        wavelengths=() if wavelengths is None else tuple(map(float, wavelengths)),
        bands=scene.band_count,
        seed=method.seed,
        backbone=store.source.name if store else "",
        backbone_digest=store.source.digest if store else "",
        features=store.settings if store else None,
        ensemble=networks,
        validation={
            **accuracy_metrics(validation),
            "confusion": validation.accuracy.confusion.tolist(),
            "folds": validation.folds.count,
            "base_classifiers": base_metrics(validation),
        },
        labels={"table": [asdict(row) for row in pixels.table]},
    )
