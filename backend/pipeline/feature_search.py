"""Searches the decoder block, timestep and composite whose features suit a scene.

All settings are ranked on the same folds with a small ensemble on their features alone; the best
one and the default are then cross-validated with the full method.
"""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch

from ..classifiers.catalogue import make_method
from ..classifiers.ensemble import Ensemble
from ..classifiers.ensemble_settings import EnsembleSettings
from ..classifiers.folds import make_folds
from ..classifiers.stacking import StackedClassifier
from ..classifiers.training_data import Samples
from ..compute.device import choose_device
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.settings import FeatureSettings
from ..files.pending_files import PendingFiles
from ..metrics.candidates import Candidate, Trial, best_index
from ..metrics.clusters import cluster
from ..options.compute_options import ComputeOptions
from ..options.label_options import LabelOptions
from ..reports.report import json_value, write_report
from ..reports.tuning_report import (
    CLUSTER_COLOURS,
    ConfirmedSetting,
    FeaturePreview,
    FeatureSearch,
    TriedSetting,
    tuning_report,
    use_in_shell,
)
from ..scene.composites import fit_composites, read_composites
from ..scene.raster import Scene
from .candidate_features import (
    ExtractedFeatures,
    FullFeatures,
    IntArray,
    SearchGrid,
    extract_features,
    make_search_grid,
    preview_step,
)
from .feature_access import open_store, resolve_feature_settings
from .previews import natural_colours
from .report_writing import input_data
from .training_data import TrainingData, features_at
from .validation_summary import scored_pixels

__all__ = ["SearchResult", "make_search_grid", "search_features"]

#: Size of the ensemble that ranks the settings.
RANKING_MEMBERS, RANKING_STEPS = 4, 150
#: Share of the validation that the full method takes.
CONFIRMATION_FRACTION = 0.5


@dataclass(frozen=True)
class SearchResult:
    """All settings with their scores, and the best one compared with the default."""

    scene: Scene
    training_data: TrainingData
    grid: SearchGrid
    extracted: ExtractedFeatures
    tried: Sequence[TriedSetting]
    default: Candidate
    confirmed: ConfirmedSetting
    previews: Sequence[FeaturePreview]

    def write_report(
        self,
        target: Path,
        files: PendingFiles,
        scene: Scene,
        labels: LabelOptions,
        settings: Mapping[str, Any],
        reporter: Reporter,
    ) -> dict[str, Any]:
        """Write the report among the other outputs; its numbers."""
        image = Path(scene.path).name
        training_pixels = self.training_data.pixels.training_pixels
        notes = (
            *training_pixels.warnings,
            *self.default.scored.notes,
            *([self.extracted.note] if self.extracted.note else []),
        )
        report = tuning_report(
            FeatureSearch(
                title=f"Features tried on {image}",
                image=image,
                classes=self.training_data.pixels.classes,
                tried=self.tried,
                default=self.default,
                confirmed=self.confirmed,
                feature_previews=self.previews,
                part=self.extracted.area.caption,
                read=input_data(scene, labels, training_pixels),
                settings=settings,
                seconds=dict(reporter.seconds),
                notes=notes,
                denoised_block=self.grid.source.denoised_block,
            )
        )
        write_report(report, target, files)
        return dict(report.numbers)

    def metrics(self, numbers: Mapping[str, Any]) -> dict[str, Any]:
        """The best setting and the accuracies of all, from a report's numbers."""
        best, confirmed = numbers["best"], numbers["confirmed"]
        kept = ("overall_accuracy", "average_accuracy", "kappa")
        metrics: dict[str, Any] = json_value(
            {
                "best_block": best["block"],
                "best_timestep": best["timestep"],
                "best_composite": best["composite"].replace("+", ", "),
                "best_settings": use_in_shell(
                    best["block"],
                    best["timestep"],
                    best["composite"],
                    self.grid.options.components,
                ),
                **{name: confirmed["best"][name] for name in kept},
                "standard_average_accuracy": confirmed["default"]["average_accuracy"],
                "labelled_pixels": len(self.default.scored.truth),
                "folds": self.default.scored.folds,
                "tried": [
                    {name: item[name] for name in ("block", "timestep", "composite", *kept)}
                    for item in numbers["tried"]
                ],
            }
        )
        return metrics


def search_features(
    scene: Scene,
    training_data: TrainingData,
    grid: SearchGrid,
    method: str,
    seed: int,
    compute: ComputeOptions,
    reporter: Reporter,
) -> SearchResult:
    """Rank all settings of the grid, and compare the best one with the default."""
    device = choose_device(compute.device)
    _check_estimable(training_data.samples, training_data.class_names, seed)
    training_pixels = training_data.pixels.training_pixels
    extracted = extract_features(scene, grid, training_pixels, compute, reporter)
    kept = training_data.samples.take(extracted.kept)
    _check_estimable(kept, training_data.class_names, seed)
    search = _Search(scene, training_data, grid, extracted, method, seed, device)
    reporter.begin("validation", "cross-validating, grouped by polygon")
    tried, default = search.rank(reporter.part(0, 1 - CONFIRMATION_FRACTION))
    trials = [Trial.of(item.candidate, len(training_data.pixels.classes)) for item in tried]
    best = tried[best_index(trials)]
    confirmed = search.confirm(best, compute, reporter.part(1 - CONFIRMATION_FRACTION, 1))
    reporter.begin("clusters", "clustering the features")
    previews = search.make_previews(reporter)
    return SearchResult(scene, training_data, grid, extracted, tried, default, confirmed, previews)


def _check_estimable(samples: Samples, names: Sequence[str], seed: int) -> None:
    """Refuse samples that allow no estimate of the accuracy."""
    unknown = make_folds(samples, names, seed).unknown
    if unknown is not None:
        raise UserError(
            "labels.accuracy_unknown",
            "Settings cannot be compared where their accuracies are unknown.",
            unknown,
        )


@dataclass(frozen=True)
class _Search:
    """The steps of a search on the same labelled pixels and folds."""

    scene: Scene
    training_data: TrainingData
    grid: SearchGrid
    extracted: ExtractedFeatures
    method: str
    seed: int
    device: torch.device

    def rank(self, reporter: Reporter) -> tuple[list[TriedSetting], Candidate]:
        """Score every setting, and the default."""
        extracted = self.extracted
        samples = self.training_data.samples.take(extracted.kept)
        count = len(extracted.candidates) + 1

        def score(number: int, features: Any, name: str, detail: str) -> Candidate:
            step = reporter.part(number / count, (number + 1) / count)
            step.advance(0, f"cross-validating {name}")
            ensemble_settings = EnsembleSettings(
                network=self.method,
                members=RANKING_MEMBERS,
                steps=RANKING_STEPS,
                kinds=(features.shape[1],),
                seed=self.seed,
            )
            classifier = StackedClassifier(
                {"head": (lambda: Ensemble(ensemble_settings, self.device), (1.0,))}, self.seed
            )
            own_samples = replace(samples, features=features.astype(np.float32))
            return self._score(own_samples, classifier, name, detail, step)

        tried = []
        for number, entry in enumerate(extracted.candidates):
            name = f"block {entry.block}, t {entry.timestep}, {entry.composite}"
            candidate = score(number, entry.labelled, name, "")
            tried.append(TriedSetting(entry.block, entry.timestep, entry.composite, candidate))
        default_features = extracted.default.values[:, : extracted.default.kinds[0]]
        default = score(count - 1, default_features, "the default", _describe(self.grid.default))
        for note in default.scored.notes:
            reporter.warn(note)
        return tried, default

    def confirm(
        self, best: TriedSetting, compute: ComputeOptions, reporter: Reporter
    ) -> ConfirmedSetting:
        """Score the best setting and the default with the full method, context features included.

        The ranking exaggerates the gain in a map, as it uses the features of a setting alone.
        """
        options = replace(
            self.grid.options,
            blocks=(best.block,),
            timesteps=(best.timestep,),
            composites=tuple(best.composite.split("+")),
        )
        reporter.advance(0, "extracting the features of the best setting")
        settings = resolve_feature_settings(options, self.grid.default)
        store = open_store(self.scene, options, compute, reporter.part(0, 0.1), settings)
        training_pixels = self.training_data.pixels.training_pixels.subset(self.extracted.kept)
        values = features_at(store, training_pixels, reporter.part(0.1, 0.3))
        samples = self.training_data.samples.take(self.extracted.kept)

        def score(full: FullFeatures, name: str, step: Reporter) -> Candidate:
            networks = self.training_data.ensemble_settings(self.method, options.as_published)
            networks = replace(networks, kinds=full.kinds)
            classifier = make_method(self.method, self.seed, self.device, networks)
            step.advance(0, f"cross-validating {self.method} on {name}")
            own_samples = replace(samples, features=full.values.astype(np.float32))
            return self._score(own_samples, classifier, name, self.method, step)

        found = FullFeatures(values, store.fitted.kinds)
        return ConfirmedSetting(
            self.method,
            score(found, best.candidate.name, reporter.part(0.3, 0.65)),
            score(self.extracted.default, "the default", reporter.part(0.65, 1)),
        )

    def make_previews(self, reporter: Reporter) -> list[FeaturePreview]:
        """Clusters of a part of the scene for every setting, with the composites."""
        area = self.extracted.area
        step = preview_step(area)
        natural, valid = natural_colours(self.scene, area.window)
        natural, valid = natural[:, ::step, ::step], valid[::step, ::step]
        brightness = natural.mean(axis=0)[valid]
        clusters: dict[str, dict[tuple[int, int], IntArray]] = {}
        for entry in reporter.follow(self.extracted.candidates):
            members = np.zeros(valid.shape, np.int64)
            if valid.any():
                found = entry.preview[valid]
                members[valid] = cluster(found, brightness, len(CLUSTER_COLOURS), self.seed)
            clusters.setdefault(entry.composite, {})[entry.timestep, entry.block] = members
        previews = []
        for name in self.grid.composites:
            composite = fit_composites(self.scene, tuple(name.split("+"))[:1])
            colours, _ = read_composites(self.scene, composite, area.window)
            previews.append(FeaturePreview(name, colours[:, ::step, ::step], valid, clusters[name]))
        return previews

    def _score(
        self,
        samples: Samples,
        classifier: StackedClassifier,
        name: str,
        detail: str,
        reporter: Reporter,
    ) -> Candidate:
        started = time.monotonic()
        training_data = self.training_data
        validation = classifier.cross_validate(samples, training_data.class_names, reporter)
        training_pixels = training_data.pixels.training_pixels.subset(self.extracted.kept)
        scored = scored_pixels(validation, training_pixels)
        return Candidate(name, scored, detail, time.monotonic() - started)


def _describe(features: FeatureSettings) -> str:
    blocks, times, names = (
        ", ".join(map(str, values))
        for values in (features.blocks, features.timesteps, features.composites)
    )
    return f"blocks {blocks} at timestep {times} of {names}"
