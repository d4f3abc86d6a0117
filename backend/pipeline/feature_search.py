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
from ..classifiers.ensemble import AS_PUBLISHED as NETWORKS_AS_PUBLISHED
from ..classifiers.ensemble import Ensemble, EnsembleSettings
from ..classifiers.stacking import StackedClassifier
from ..classifiers.training_data import Samples
from ..common.protocol import Result
from ..compute.device import choose_device
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..features.extraction import INSIDE, FeatureSettings, standard_features
from ..files.output_files import report_output
from ..labels.training_pixels import Examples
from ..labels.training_spectra import positions_in
from ..metrics.clusters import cluster
from ..options.feature_options import PAPER, parse_list, parse_whole
from ..options.scene_options import open_scene
from ..options.tune_options import Settings
from ..reports.candidates import Candidate, Trial, highest
from ..reports.report import plain, write_report
from ..reports.tuning_report import (
    CLUSTER_COLOURS,
    Confirmed,
    Looks,
    Tried,
    Tuning,
    tuning_report,
    use_in_shell,
)
from ..scene.composites import learn_composites, read_composites
from ..scene.raster import Scene
from .classification_summary import scored_pixels, what_was_read
from .feature_access import (
    AS_PUBLISHED,
    COARSEST,
    LAST_BLOCK,
    LAST_TIMESTEP,
    chosen_features,
    known_composites,
    open_store,
)
from .outputs import pending_files, protect
from .previews import Part, choose_part, natural_colours
from .training_data import SHARE_OF_PREPARING, Material, features_at, gather_material

TIMESTEPS = (50, 150, 300)
COMPOSITES = ("pca1+pca2", "rgb")
BLOCKS = 4
#: A small ensemble: what ranks settings need not be the best that can be fitted.
MEMBERS, STEPS = 4, 150
#: Of the validation, what the whole method on the best setting and on the default takes.
SHARE_OF_CONFIRMING = 0.5
#: Of a scene with labels all over it, at most so many blocks of features are computed.
MOST_PARTS = 4
#: Side of the pictures of a contact sheet, in pixels.
SHEET_SIDE = 200


@dataclass(frozen=True)
class _Grid:
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
            components=self.components or INSIDE.components,
            apart=True,
        )


@dataclass(frozen=True)
class _Seen:
    """One setting's features: of the labelled pixels, and of a part of the scene."""

    block: int
    timestep: int
    composite: str
    labelled: np.ndarray  # (pixels, features)
    shown: np.ndarray  # (height, width, features), thinned


@dataclass(frozen=True)
class _Whole:
    """Features of the labelled pixels as classify reads them, with their plain surroundings."""

    values: np.ndarray  # (pixels, features)
    kinds: tuple[int, int]


@dataclass(frozen=True)
class _Looked:
    """The features of all settings."""

    kept: np.ndarray  # the labelled pixels that are used, as indexes
    note: str
    part: Part
    seen: list[_Seen]
    standard: _Whole  # by default


def tune(settings: Settings, reporter: Reporter) -> Result:
    """Try all settings and publish the report."""
    device = choose_device(settings.device)
    with pending_files(settings.image, settings.labels) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(report_output(settings.report))
        grid = _grid(settings, reporter)
        material = gather_material(settings, scene, False, reporter)
        looked = _look(settings, grid, scene, material.pixels.examples, reporter)
        reporter.begin("validation", "cross-validating, grouped by polygon")
        ranking = reporter.part(0, 1 - SHARE_OF_CONFIRMING)
        tried, control = _validate(settings, grid, material, looked, device, ranking)
        count = len(material.pixels.classes)
        trials = [Trial.of(item.candidate, count, settings.seed) for item in tried]
        best = tried[highest(trials)]
        confirming = reporter.part(1 - SHARE_OF_CONFIRMING, 1)
        confirmed = _confirm(settings, grid, scene, material, looked, best, device, confirming)
        reporter.begin("clusters", "clustering what the features see")
        looks = _cluster(settings, grid, scene, looked, reporter)
        reporter.begin("report", "writing the report")
        notes = (
            *material.pixels.examples.warnings,
            *control.scored.notes,
            *([looked.note] if looked.note else []),
        )
        image = Path(scene.path).name
        found = Tuning(
            title=f"Features tried on {image}",
            image=image,
            classes=material.pixels.classes,
            tried=tried,
            standard=control,
            confirmed=confirmed,
            looks=looks,
            part=looked.part.what,
            read=what_was_read(settings, scene),
            settings=asdict(settings),
            seconds=dict(reporter.seconds),
            notes=notes,
            seed=settings.seed,
            answer=grid.source.answer,
        )
        report = tuning_report(found)
        write_report(report, settings.report, files)
        reporter.check()
        files.publish()
        reporter.finish()
    return Result({"report": str(settings.report)}, _figures(report.numbers, control, reporter))


def _grid(settings: Settings, reporter: Reporter) -> _Grid:
    timesteps = parse_whole(settings.timesteps, "timesteps", LAST_TIMESTEP) or TIMESTEPS
    blocks = parse_whole(settings.blocks, "decoder blocks", LAST_BLOCK)
    composites = parse_list(settings.composites, "composites") or COMPOSITES
    joined = ("+".join(known_composites(name.replace("+", ","))) for name in composites)
    source = find_backbone(settings.backbone, reporter)
    standard = AS_PUBLISHED if settings.preset == PAPER else standard_features(source)
    if scales := parse_whole(settings.scales, "scales", COARSEST, 1):
        standard = replace(standard, scales=scales)
    return _Grid(
        source,
        standard,
        blocks or _spread_blocks(source),
        timesteps,
        tuple(dict.fromkeys(joined)),
        settings.components,
    )


def _spread_blocks(source: BackboneSource) -> tuple[int, ...]:
    """Ends of resolutions, one below them, and, where that is not enough, the last but one.

    The denoised picture and what is read where nobody chose are always tried.
    """
    ends = source.standard_blocks()
    found = set(ends)
    if len(ends) > 1:
        found.add(max(0, ends[0] - (ends[1] - ends[0])))
    if len(found) < BLOCKS:
        found.add(max(0, ends[-1] - 1))
    return tuple(sorted(found.union(standard_features(source).blocks, {source.answer})))


def _look(
    settings: Settings, grid: _Grid, scene: Scene, examples: Examples, reporter: Reporter
) -> _Looked:
    """Read all features: one pass for each timestep and composite, and one for the default."""
    passes = [(timestep, name) for name in grid.composites for timestep in grid.timesteps]
    steps = [
        reporter.part(number / (len(passes) + 1), (number + 1) / (len(passes) + 1))
        for number in range(len(passes) + 1)
    ]
    standard = open_store(settings, grid.standard, scene, steps[0].part(0, SHARE_OF_PREPARING))
    kept, note = _few_blocks(standard.blocks(), examples)
    if note:
        reporter.info(note)
    examples = examples.keep(kept)
    part = choose_part(scene, standard, examples)
    usual = _Whole(
        features_at(standard, examples, steps[0].part(SHARE_OF_PREPARING, 1)),
        standard.learnt.kinds,
    )
    seen = []
    for (timestep, name), step in zip(passes, steps[1:], strict=True):
        step.advance(0, f"timestep {timestep} of {name}")
        wanted = grid.settings(timestep, name)
        store = open_store(settings, wanted, scene, step.part(0, SHARE_OF_PREPARING))
        labelled = features_at(store, examples, step.part(SHARE_OF_PREPARING, 0.95))
        shown = _thinned(store, part, step.part(0.95, 1))
        for number, block in enumerate(grid.blocks):
            mine = _columns(wanted, number)
            seen.append(_Seen(block, timestep, name, labelled[:, mine], shown[..., mine]))
    return _Looked(kept, note, part, seen, usual)


def _columns(features: FeatureSettings, number: int) -> np.ndarray:
    """Which features are those of one block, at all scales."""
    scales, kept = np.arange(len(features.scales)), features.components
    first = (scales * len(features.blocks) + number) * kept
    return (first[:, None] + np.arange(kept)).ravel()


def _few_blocks(blocks: Sequence[Window], examples: Examples) -> tuple[np.ndarray, str]:
    """The labelled pixels in few blocks, in which all classes have as many shapes as possible."""
    inside = [positions_in(block, examples) for block in blocks]
    inside = [positions for positions in inside if len(positions)]
    if len(inside) <= MOST_PARTS:
        return np.arange(len(examples)), ""
    chosen: list[np.ndarray] = []
    for _ in range(MOST_PARTS):
        best = max(range(len(inside)), key=lambda i: (_worth([*chosen, inside[i]], examples), -i))
        chosen.append(inside.pop(best))
    kept = np.sort(np.concatenate(chosen))
    return kept, (
        f"{len(kept)} of {len(examples)} labelled pixels are used, those of {MOST_PARTS} parts of "
        "the scene: features of all would take long."
    )


def _worth(chosen: Sequence[np.ndarray], examples: Examples) -> float:
    """The more shapes the better, most of all those of classes that have few."""
    every = np.concatenate(chosen)
    pairs = np.unique(np.column_stack([examples.target[every], examples.group[every]]), axis=0)
    return float(np.sqrt(np.bincount(pairs[:, 0], minlength=len(examples.classes))).sum())


def _thinned(store: FeatureStore, part: Part, reporter: Reporter) -> np.ndarray:
    """The network's features of a part (height, width, features), every so many pixels."""
    step = _step(part)
    window, width = part.window, store.learnt.kinds[0]
    rows, columns = (-(-side // step) for side in (window.height, window.width))
    shown = np.zeros((rows, columns, width), np.float16)
    for block in part.blocks:
        values = store.read(block, reporter)[:width]
        top, left = block.row_off - window.row_off, block.col_off - window.col_off
        thin = values[:, -top % step :: step, -left % step :: step].transpose(1, 2, 0)
        y, x = -(-top // step), -(-left // step)
        shown[y : y + thin.shape[0], x : x + thin.shape[1]] = thin
    return shown


def _step(part: Part) -> int:
    return max(1, -(-max(part.window.height, part.window.width) // SHEET_SIDE))


def _validate(
    settings: Settings,
    grid: _Grid,
    material: Material,
    looked: _Looked,
    device: torch.device,
    reporter: Reporter,
) -> tuple[list[Tried], Candidate]:
    """Score every setting, and the default, on the same folds."""
    samples = material.samples.take(looked.kept)
    count = len(looked.seen) + 1
    standard = looked.standard.values[:, : looked.standard.kinds[0]]

    def score(number: int, features: np.ndarray, name: str, detail: str) -> Candidate:
        step = reporter.part(number / count, (number + 1) / count)
        step.advance(0, f"cross-validating {name}")
        light = EnsembleSettings(
            network=settings.method,
            members=MEMBERS,
            steps=STEPS,
            kinds=(features.shape[1],),
            seed=settings.seed,
        )

        head = StackedClassifier({"head": (lambda: Ensemble(light, device), (1.0,))}, settings.seed)
        mine = replace(samples, features=features.astype(np.float32))
        return _score(material, looked, mine, head, name, detail, step)

    tried = []
    for number, one in enumerate(looked.seen):
        name = f"block {one.block}, t {one.timestep}, {one.composite}"
        candidate = score(number, one.labelled, name, "")
        tried.append(Tried(one.block, one.timestep, one.composite, candidate))
    control = score(count - 1, standard, "the default", _described(grid.standard))
    for note in control.scored.notes:
        reporter.warn(note)
    return tried, control


def _confirm(
    settings: Settings,
    grid: _Grid,
    scene: Scene,
    material: Material,
    looked: _Looked,
    best: Tried,
    device: torch.device,
    reporter: Reporter,
) -> Confirmed:
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
    features = chosen_features(choice, grid.standard)
    store = open_store(settings, features, scene, reporter.part(0, 0.1))
    examples = material.pixels.examples.keep(looked.kept)
    values = features_at(store, examples, reporter.part(0.1, 0.3))
    samples = material.samples.take(looked.kept)

    def score(whole: _Whole, name: str, step: Reporter) -> Candidate:
        networks = NETWORKS_AS_PUBLISHED if material.as_published else EnsembleSettings()
        networks = replace(networks, kinds=whole.kinds)
        method = make_method(settings.method, settings.seed, device, networks)
        step.advance(0, f"cross-validating {settings.method} on {name}")
        mine = replace(samples, features=whole.values.astype(np.float32))
        return _score(material, looked, mine, method, name, settings.method, step)

    found = _Whole(values, store.learnt.kinds)
    return Confirmed(
        settings.method,
        score(found, best.candidate.name, reporter.part(0.3, 0.65)),
        score(looked.standard, "the default", reporter.part(0.65, 1)),
    )


def _score(
    material: Material,
    looked: _Looked,
    samples: Samples,
    method: StackedClassifier,
    name: str,
    detail: str,
    reporter: Reporter,
) -> Candidate:
    started = time.monotonic()
    validation = method.cross_validate(samples, material.class_names, reporter)
    scored = scored_pixels(validation, material.pixels.examples.keep(looked.kept))
    return Candidate(name, scored, detail, time.monotonic() - started)


def _described(features: FeatureSettings) -> str:
    blocks, times, names = (
        ", ".join(map(str, values))
        for values in (features.blocks, features.timesteps, features.composites)
    )
    return f"blocks {blocks} at timestep {times} of {names}"


def _cluster(
    settings: Settings, grid: _Grid, scene: Scene, looked: _Looked, reporter: Reporter
) -> list[Looks]:
    """Clusters of the part for every setting, beside the composites."""
    step = _step(looked.part)
    natural, valid = natural_colours(scene, looked.part.window)
    natural, valid = natural[:, ::step, ::step], valid[::step, ::step]
    brightness = natural.mean(axis=0)[valid]
    clusters: dict[str, dict[tuple[int, int], np.ndarray]] = {}
    for one in reporter.follow(looked.seen):
        members = np.zeros(valid.shape, np.int64)
        if valid.any():
            found = one.shown[valid]
            members[valid] = cluster(found, brightness, len(CLUSTER_COLOURS), settings.seed)
        clusters.setdefault(one.composite, {})[one.timestep, one.block] = members
    looks = []
    for name in grid.composites:
        composite = learn_composites(scene, tuple(name.split("+"))[:1])
        colours, _ = read_composites(scene, composite, looked.part.window)
        looks.append(Looks(name, colours[:, ::step, ::step], valid, clusters[name]))
    return looks


def _figures(numbers: dict[str, Any], control: Candidate, reporter: Reporter) -> dict[str, Any]:
    best, confirmed = numbers["best"], numbers["confirmed"]
    kept = ("overall_accuracy", "average_accuracy", "kappa")
    return plain(
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
            "standard_average_accuracy": confirmed["standard"]["average_accuracy"],
            "labelled_pixels": len(control.scored.truth),
            "folds": control.scored.folds,
            "tried": [
                {name: item[name] for name in ("block", "timestep", "composite", *kept)}
                for item in numbers["tried"]
            ],
            "seconds": {stage: round(spent, 2) for stage, spent in reporter.seconds.items()},
        }
    )
