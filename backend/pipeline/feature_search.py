"""The steps of `tune`: features of all settings in few passes, the same folds for all, a report."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import torch
from rasterio.windows import Window

from ..backbones.backbone import BackboneSource, find_backbone
from ..classifiers.catalogue import make_method
from ..classifiers.ensemble import PUBLISHED_SETTINGS as NETWORKS_AS_PUBLISHED
from ..classifiers.ensemble import Ensemble, EnsembleSettings
from ..classifiers.stacking import StackedClassifier
from ..classifiers.training_data import Samples
from ..common.protocol import Result
from ..compute.device import choose_device
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..features.extraction import BLOCK_FEATURES, FeatureSettings, default_features
from ..files.output_files import report_output
from ..labels.training_pixels import TrainingPixels
from ..labels.training_spectra import indexes_in_window
from ..metrics.candidates import Candidate, Trial, best_index
from ..metrics.clusters import cluster
from ..options.feature_options import PAPER, parse_integers, parse_list
from ..options.scene_options import open_scene
from ..options.tune_options import Settings
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
from .classification_summary import input_data, scored_pixels
from .feature_access import (
    MAX_BLOCK,
    MAX_SCALE,
    MAX_TIMESTEP,
    PUBLISHED_SETTINGS,
    open_store,
    parse_composites,
    resolve_feature_settings,
)
from .outputs import pending_files, protect
from .previews import PreviewArea, choose_preview_area, natural_colours
from .training_data import PREPARATION_FRACTION, TrainingData, collect_training_data, features_at

DEFAULT_TIMESTEPS = (50, 150, 300)
DEFAULT_COMPOSITES = ("pca1+pca2", "rgb")
MIN_BLOCKS = 4
#: A small ensemble: what ranks settings need not be the best that can be fitted.
RANKING_MEMBERS, RANKING_STEPS = 4, 150
#: Of the validation, what the whole method on the best setting and on the default takes.
CONFIRMATION_FRACTION = 0.5
#: Of a scene with labels all over it, at most so many blocks of features are computed.
MAX_LABELLED_BLOCKS = 4
#: Side of the pictures of a contact sheet, in pixels.
SHEET_SIDE = 200


@dataclass(frozen=True)
class _SearchGrid:
    """What is tried."""

    source: BackboneSource
    standard: FeatureSettings
    blocks: tuple[int, ...]
    timesteps: tuple[int, ...]
    composites: tuple[str, ...]  # those joined by + are read together
    components: int | None

    def settings(self, timestep: int, composite: str) -> FeatureSettings:
        """What one pass reads: all blocks, apart from each other."""
        return replace(
            self.standard,
            composites=tuple(composite.split("+")),
            timesteps=(timestep,),
            blocks=self.blocks,
            components=self.components or BLOCK_FEATURES.components,
            apart=True,
        )


@dataclass(frozen=True)
class _CandidateFeatures:
    """One setting's features: of the labelled pixels, and of a part of the scene."""

    block: int
    timestep: int
    composite: str
    labelled: np.ndarray  # (pixels, features)
    preview: np.ndarray  # (height, width, features), thinned


@dataclass(frozen=True)
class _FullFeatures:
    """Features of the labelled pixels as classify reads them, with their plain surroundings."""

    values: np.ndarray  # (pixels, features)
    kinds: tuple[int, int]


@dataclass(frozen=True)
class _ExtractedFeatures:
    """The features of all settings."""

    kept: np.ndarray  # the labelled pixels that are used, as indexes
    note: str
    part: PreviewArea
    candidate_features: list[_CandidateFeatures]
    standard: _FullFeatures  # by default


def tune(settings: Settings, reporter: Reporter) -> Result:
    """Try all settings and publish the report."""
    device = choose_device(settings.device)
    with pending_files(settings.image, settings.labels) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(report_output(settings.report))
        grid = _search_grid(settings, reporter)
        training_data = collect_training_data(settings, scene, False, reporter)
        extracted = _extract_features(
            settings, grid, scene, training_data.pixels.training_pixels, reporter
        )
        reporter.begin("validation", "cross-validating, grouped by polygon")
        ranking = reporter.part(0, 1 - CONFIRMATION_FRACTION)
        tried, control = _validate(settings, grid, training_data, extracted, device, ranking)
        count = len(training_data.pixels.classes)
        trials = [Trial.of(item.candidate, count, settings.seed) for item in tried]
        best = tried[best_index(trials)]
        confirmation = reporter.part(1 - CONFIRMATION_FRACTION, 1)
        confirmed = _confirm(
            settings, grid, scene, training_data, extracted, best, device, confirmation
        )
        reporter.begin("clusters", "clustering what the features see")
        feature_previews = _cluster(settings, grid, scene, extracted, reporter)
        reporter.begin("report", "writing the report")
        notes = (
            *training_data.pixels.training_pixels.warnings,
            *control.scored.notes,
            *([extracted.note] if extracted.note else []),
        )
        image = Path(scene.path).name
        found = FeatureSearch(
            title=f"Features tried on {image}",
            image=image,
            classes=training_data.pixels.classes,
            tried=tried,
            default=control,
            confirmed=confirmed,
            feature_previews=feature_previews,
            part=extracted.part.caption,
            read=input_data(settings, scene),
            settings=asdict(settings),
            seconds=dict(reporter.seconds),
            notes=notes,
            seed=settings.seed,
            denoised_block=grid.source.denoised_block,
        )
        report = tuning_report(found)
        write_report(report, settings.report, files)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result({"report": str(settings.report)}, _metrics(report.numbers, control, reporter))


def _search_grid(settings: Settings, reporter: Reporter) -> _SearchGrid:
    timesteps = parse_integers(settings.timesteps, "timesteps", MAX_TIMESTEP) or DEFAULT_TIMESTEPS
    blocks = parse_integers(settings.blocks, "decoder blocks", MAX_BLOCK)
    composites = parse_list(settings.composites, "composites") or DEFAULT_COMPOSITES
    joined = ("+".join(parse_composites(name.replace("+", ","))) for name in composites)
    source = find_backbone(settings.backbone, reporter)
    standard = PUBLISHED_SETTINGS if settings.preset == PAPER else default_features(source)
    if scales := parse_integers(settings.scales, "scales", MAX_SCALE, 1):
        standard = replace(standard, scales=scales)
    return _SearchGrid(
        source,
        standard,
        blocks or _default_blocks(source),
        timesteps,
        tuple(dict.fromkeys(joined)),
        settings.components,
    )


def _default_blocks(source: BackboneSource) -> tuple[int, ...]:
    """Ends of resolutions, one below them, and, where that is not enough, the last but one.

    The denoised picture and what is read where nobody chose are always tried.
    """
    ends = source.default_blocks()
    found = set(ends)
    if len(ends) > 1:
        found.add(max(0, ends[0] - (ends[1] - ends[0])))
    if len(found) < MIN_BLOCKS:
        found.add(max(0, ends[-1] - 1))
    return tuple(sorted(found.union(default_features(source).blocks, {source.denoised_block})))


def _extract_features(
    settings: Settings,
    grid: _SearchGrid,
    scene: Scene,
    training_pixels: TrainingPixels,
    reporter: Reporter,
) -> _ExtractedFeatures:
    """Read all features: one pass for each timestep and composite, and one for the default."""
    passes = [(timestep, name) for name in grid.composites for timestep in grid.timesteps]
    steps = [
        reporter.part(number / (len(passes) + 1), (number + 1) / (len(passes) + 1))
        for number in range(len(passes) + 1)
    ]
    standard = open_store(settings, grid.standard, scene, steps[0].part(0, PREPARATION_FRACTION))
    kept, note = _select_blocks(standard.blocks(), training_pixels)
    if note:
        reporter.info(note)
    training_pixels = training_pixels.subset(kept)
    part = choose_preview_area(scene, standard, training_pixels)
    default_features = _FullFeatures(
        features_at(standard, training_pixels, steps[0].part(PREPARATION_FRACTION, 1)),
        standard.fitted.kinds,
    )
    candidate_features = []
    for (timestep, name), step in zip(passes, steps[1:], strict=True):
        step.advance(0, f"timestep {timestep} of {name}")
        pass_settings = grid.settings(timestep, name)
        store = open_store(settings, pass_settings, scene, step.part(0, PREPARATION_FRACTION))
        labelled = features_at(store, training_pixels, step.part(PREPARATION_FRACTION, 0.95))
        preview = _subsample(store, part, step.part(0.95, 1))
        for number, block in enumerate(grid.blocks):
            mine = _block_columns(pass_settings, number)
            candidate_features.append(
                _CandidateFeatures(block, timestep, name, labelled[:, mine], preview[..., mine])
            )
    return _ExtractedFeatures(kept, note, part, candidate_features, default_features)


def _block_columns(features: FeatureSettings, number: int) -> np.ndarray:
    """Which features are those of one block, at all scales."""
    scales, kept = np.arange(len(features.scales)), features.components
    first = (scales * len(features.blocks) + number) * kept
    return (first[:, None] + np.arange(kept)).ravel()


def _select_blocks(
    blocks: Sequence[Window], training_pixels: TrainingPixels
) -> tuple[np.ndarray, str]:
    """The labelled pixels in few blocks, in which all classes have as many shapes as possible."""
    inside = [indexes_in_window(block, training_pixels) for block in blocks]
    inside = [positions for positions in inside if len(positions)]
    if len(inside) <= MAX_LABELLED_BLOCKS:
        return np.arange(len(training_pixels)), ""
    chosen: list[np.ndarray] = []
    for _ in range(MAX_LABELLED_BLOCKS):
        best = max(
            range(len(inside)),
            key=lambda i: (_polygon_score([*chosen, inside[i]], training_pixels), -i),
        )
        chosen.append(inside.pop(best))
    kept = np.sort(np.concatenate(chosen))
    return kept, (
        f"{len(kept)} of {len(training_pixels)} labelled pixels are used, those of "
        f"{MAX_LABELLED_BLOCKS} parts of "
        "the scene: features of all would take long."
    )


def _polygon_score(chosen: Sequence[np.ndarray], training_pixels: TrainingPixels) -> float:
    """The more shapes the better, most of all those of classes that have few."""
    pixels = np.concatenate(chosen)
    pairs = np.unique(
        np.column_stack([training_pixels.target[pixels], training_pixels.group[pixels]]), axis=0
    )
    return float(np.sqrt(np.bincount(pairs[:, 0], minlength=len(training_pixels.classes))).sum())


def _subsample(store: FeatureStore, part: PreviewArea, reporter: Reporter) -> np.ndarray:
    """The network's features of a part (height, width, features), every so many pixels."""
    step = _step(part)
    window, width = part.window, store.fitted.kinds[0]
    rows, columns = (-(-side // step) for side in (window.height, window.width))
    preview = np.zeros((rows, columns, width), np.float16)
    for block in part.blocks:
        values = store.read(block, reporter)[:width]
        top, left = block.row_off - window.row_off, block.col_off - window.col_off
        subsampled = values[:, -top % step :: step, -left % step :: step].transpose(1, 2, 0)
        y, x = -(-top // step), -(-left // step)
        preview[y : y + subsampled.shape[0], x : x + subsampled.shape[1]] = subsampled
    return preview


def _step(part: PreviewArea) -> int:
    return max(1, -(-max(part.window.height, part.window.width) // SHEET_SIDE))


def _validate(
    settings: Settings,
    grid: _SearchGrid,
    training_data: TrainingData,
    extracted: _ExtractedFeatures,
    device: torch.device,
    reporter: Reporter,
) -> tuple[list[TriedSetting], Candidate]:
    """Score every setting, and the default, on the same folds."""
    samples = training_data.samples.take(extracted.kept)
    count = len(extracted.candidate_features) + 1
    standard = extracted.standard.values[:, : extracted.standard.kinds[0]]

    def score(number: int, features: np.ndarray, name: str, detail: str) -> Candidate:
        step = reporter.part(number / count, (number + 1) / count)
        step.advance(0, f"cross-validating {name}")
        ensemble_settings = EnsembleSettings(
            network=settings.method,
            members=RANKING_MEMBERS,
            steps=RANKING_STEPS,
            kinds=(features.shape[1],),
            seed=settings.seed,
        )

        head = StackedClassifier(
            {"head": (lambda: Ensemble(ensemble_settings, device), (1.0,))}, settings.seed
        )
        mine = replace(samples, features=features.astype(np.float32))
        return _score(training_data, extracted, mine, head, name, detail, step)

    tried = []
    for number, candidate_entry in enumerate(extracted.candidate_features):
        name = (
            f"block {candidate_entry.block}, t {candidate_entry.timestep}, "
            f"{candidate_entry.composite}"
        )
        candidate = score(number, candidate_entry.labelled, name, "")
        tried.append(
            TriedSetting(
                candidate_entry.block,
                candidate_entry.timestep,
                candidate_entry.composite,
                candidate,
            )
        )
    control = score(count - 1, standard, "the default", _describe(grid.standard))
    for note in control.scored.notes:
        reporter.warn(note)
    return tried, control


def _confirm(
    settings: Settings,
    grid: _SearchGrid,
    scene: Scene,
    training_data: TrainingData,
    extracted: _ExtractedFeatures,
    best: TriedSetting,
    device: torch.device,
    reporter: Reporter,
) -> ConfirmedSetting:
    """Score the best setting and the default with the method that classify fits, on all it reads.

    A small ensemble on a setting's features alone exaggerates what they are worth in a map.
    """
    choice = replace(
        settings,
        blocks=str(best.block),
        timesteps=str(best.timestep),
        composites=best.composite.replace("+", ","),
    )
    reporter.advance(0, "reading the best setting as classify does")
    features = resolve_feature_settings(choice, grid.standard)
    store = open_store(settings, features, scene, reporter.part(0, 0.1))
    training_pixels = training_data.pixels.training_pixels.subset(extracted.kept)
    values = features_at(store, training_pixels, reporter.part(0.1, 0.3))
    samples = training_data.samples.take(extracted.kept)

    def score(full_features: _FullFeatures, name: str, step: Reporter) -> Candidate:
        networks = NETWORKS_AS_PUBLISHED if training_data.as_published else EnsembleSettings()
        networks = replace(networks, kinds=full_features.kinds)
        method = make_method(settings.method, settings.seed, device, networks)
        step.advance(0, f"cross-validating {settings.method} on {name}")
        mine = replace(samples, features=full_features.values.astype(np.float32))
        return _score(training_data, extracted, mine, method, name, settings.method, step)

    found = _FullFeatures(values, store.fitted.kinds)
    return ConfirmedSetting(
        settings.method,
        score(found, best.candidate.name, reporter.part(0.3, 0.65)),
        score(extracted.standard, "the default", reporter.part(0.65, 1)),
    )


def _score(
    training_data: TrainingData,
    extracted: _ExtractedFeatures,
    samples: Samples,
    method: StackedClassifier,
    name: str,
    detail: str,
    reporter: Reporter,
) -> Candidate:
    started = time.monotonic()
    validation = method.cross_validate(samples, training_data.class_names, reporter)
    scored = scored_pixels(validation, training_data.pixels.training_pixels.subset(extracted.kept))
    return Candidate(name, scored, detail, time.monotonic() - started)


def _describe(features: FeatureSettings) -> str:
    blocks, times, names = (
        ", ".join(map(str, values))
        for values in (features.blocks, features.timesteps, features.composites)
    )
    return f"blocks {blocks} at timestep {times} of {names}"


def _cluster(
    settings: Settings,
    grid: _SearchGrid,
    scene: Scene,
    extracted: _ExtractedFeatures,
    reporter: Reporter,
) -> list[FeaturePreview]:
    """Clusters of the part for every setting, beside the composites."""
    step = _step(extracted.part)
    natural, valid = natural_colours(scene, extracted.part.window)
    natural, valid = natural[:, ::step, ::step], valid[::step, ::step]
    brightness = natural.mean(axis=0)[valid]
    clusters: dict[str, dict[tuple[int, int], np.ndarray]] = {}
    for candidate_entry in reporter.follow(extracted.candidate_features):
        members = np.zeros(valid.shape, np.int64)
        if valid.any():
            found = candidate_entry.preview[valid]
            members[valid] = cluster(found, brightness, len(CLUSTER_COLOURS), settings.seed)
        clusters.setdefault(candidate_entry.composite, {})[
            candidate_entry.timestep, candidate_entry.block
        ] = members
    feature_previews = []
    for name in grid.composites:
        composite = fit_composites(scene, tuple(name.split("+"))[:1])
        colours, _ = read_composites(scene, composite, extracted.part.window)
        feature_previews.append(
            FeaturePreview(name, colours[:, ::step, ::step], valid, clusters[name])
        )
    return feature_previews


def _metrics(numbers: dict[str, Any], control: Candidate, reporter: Reporter) -> dict[str, Any]:
    best, confirmed = numbers["best"], numbers["confirmed"]
    kept = ("overall_accuracy", "average_accuracy", "kappa")
    return json_value(
        {
            "best_block": best["block"],
            "best_timestep": best["timestep"],
            "best_composite": best["composite"].replace("+", ", "),
            "best_settings": use_in_shell(
                best["block"],
                best["timestep"],
                best["composite"],
                numbers["settings"]["components"],
            ),
            **{name: confirmed["best"][name] for name in kept},
            "standard_average_accuracy": confirmed["default"]["average_accuracy"],
            "labelled_pixels": len(control.scored.truth),
            "folds": control.scored.folds,
            "tried": [
                {name: item[name] for name in ("block", "timestep", "composite", *kept)}
                for item in numbers["tried"]
            ],
            "seconds": {stage: round(spent, 2) for stage, spent in reporter.seconds.items()},
        }
    )
