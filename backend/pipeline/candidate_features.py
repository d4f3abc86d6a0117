"""The features of all settings that a search tries, extracted in as few passes as possible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..backbones.source import BackboneSource, find_backbone
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..features.settings import BLOCK_FEATURES, FeatureSettings, default_features
from ..labels.training_pixels import TrainingPixels
from ..labels.training_spectra import indexes_in_window
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..scene.raster import Scene
from .feature_access import PUBLISHED_FEATURES, open_store
from .previews import PreviewArea, choose_preview_area
from .training_data import PREPARATION_FRACTION, features_at

DEFAULT_TIMESTEPS = (50, 150, 300)
DEFAULT_COMPOSITES = ("pca1+pca2", "rgb")
MIN_BLOCKS = 4
#: Blocks of the scene whose labelled pixels are used at most.
MAX_LABELLED_BLOCKS = 4
#: Side of the images of a contact sheet, in pixels.
SHEET_SIDE = 200

FloatArray = npt.NDArray[np.floating]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True)
class SearchGrid:
    """The settings to try: all combinations of blocks, timesteps and composites."""

    source: BackboneSource
    options: FeatureOptions
    default: FeatureSettings
    blocks: tuple[int, ...]
    timesteps: tuple[int, ...]
    composites: tuple[str, ...]  # those joined by + are used together

    def settings(self, timestep: int, composite: str) -> FeatureSettings:
        """The settings of one pass, which extracts all blocks separately."""
        return replace(
            self.default,
            composites=tuple(composite.split("+")),
            timesteps=(timestep,),
            blocks=self.blocks,
            components=self.options.components or BLOCK_FEATURES.components,
            separate_components=True,
        )


@dataclass(frozen=True)
class CandidateFeatures:
    """The features of one setting: of the labelled pixels, and of a part of the scene."""

    block: int
    timestep: int
    composite: str
    labelled: FloatArray  # (pixels, features)
    preview: FloatArray  # (height, width, features), subsampled


@dataclass(frozen=True)
class FullFeatures:
    """Features of the labelled pixels as `classify` uses them, with context features."""

    values: FloatArray  # (pixels, features)
    kinds: tuple[int, int]


@dataclass(frozen=True)
class ExtractedFeatures:
    """The features of all settings, for the same labelled pixels."""

    kept: IntArray  # indexes of the labelled pixels that are used
    note: str
    area: PreviewArea
    candidates: list[CandidateFeatures]
    default: FullFeatures


def make_search_grid(
    options: FeatureOptions,
    blocks: tuple[int, ...],
    timesteps: tuple[int, ...],
    composites: tuple[str, ...],
    reporter: Reporter,
) -> SearchGrid:
    """The settings to try; empty lists have defaults for the backbone of the options."""
    source = find_backbone(options.backbone, reporter)
    default = PUBLISHED_FEATURES if options.as_published else default_features(source)
    if options.scales:
        default = replace(default, scales=options.scales)
    return SearchGrid(
        source,
        options,
        default,
        blocks or default_blocks(source),
        timesteps or DEFAULT_TIMESTEPS,
        composites or DEFAULT_COMPOSITES,
    )


def default_blocks(source: BackboneSource) -> tuple[int, ...]:
    """The last block of each resolution, one below them, and, if these are few, the last but one.

    The denoised image and the blocks that features have by default are always among them.
    """
    ends = source.default_blocks()
    found = set(ends)
    if len(ends) > 1:
        found.add(max(0, ends[0] - (ends[1] - ends[0])))
    if len(found) < MIN_BLOCKS:
        found.add(max(0, ends[-1] - 1))
    return tuple(sorted(found.union(default_features(source).blocks, {source.denoised_block})))


def extract_features(
    scene: Scene,
    grid: SearchGrid,
    training_pixels: TrainingPixels,
    compute: ComputeOptions,
    reporter: Reporter,
) -> ExtractedFeatures:
    """Extract all features: a pass for each timestep and composite, and one for the default."""
    passes = [(timestep, name) for name in grid.composites for timestep in grid.timesteps]
    count = len(passes) + 1
    steps = [reporter.part(number / count, (number + 1) / count) for number in range(count)]

    def open_features(settings: FeatureSettings, step: Reporter) -> FeatureStore:
        preparation = step.part(0, PREPARATION_FRACTION)
        return open_store(scene, grid.options, compute, preparation, settings)

    default = open_features(grid.default, steps[0])
    kept, note = _select_blocks(default.blocks(), training_pixels)
    if note:
        reporter.info(note)
    training_pixels = training_pixels.subset(kept)
    area = choose_preview_area(scene, default, training_pixels)
    default_values = features_at(default, training_pixels, steps[0].part(PREPARATION_FRACTION, 1))
    candidates = []
    for (timestep, name), step in zip(passes, steps[1:], strict=True):
        step.advance(0, f"timestep {timestep} of {name}")
        settings = grid.settings(timestep, name)
        store = open_features(settings, step)
        labelled = features_at(store, training_pixels, step.part(PREPARATION_FRACTION, 0.95))
        preview = _read_preview(store, area, step.part(0.95, 1))
        for number, block in enumerate(grid.blocks):
            columns = _block_columns(settings, number)
            candidates.append(
                CandidateFeatures(
                    block, timestep, name, labelled[:, columns], preview[..., columns]
                )
            )
    full = FullFeatures(default_values, default.fitted.kinds)
    return ExtractedFeatures(kept, note, area, candidates, full)


def _block_columns(features: FeatureSettings, number: int) -> IntArray:
    """The columns of one block's features, at all scales."""
    scales, kept = np.arange(len(features.scales)), features.components
    first = (scales * len(features.blocks) + number) * kept
    columns: IntArray = (first[:, None] + np.arange(kept)).ravel()
    return columns


def _select_blocks(
    blocks: Sequence[Window], training_pixels: TrainingPixels
) -> tuple[IntArray, str]:
    """The labelled pixels of a few blocks, chosen for many polygons of all classes."""
    inside = [indexes_in_window(block, training_pixels) for block in blocks]
    inside = [positions for positions in inside if len(positions)]
    if len(inside) <= MAX_LABELLED_BLOCKS:
        return np.arange(len(training_pixels)), ""
    chosen: list[IntArray] = []
    for _ in range(MAX_LABELLED_BLOCKS):
        best = max(
            range(len(inside)),
            key=lambda i: (_polygon_score([*chosen, inside[i]], training_pixels), -i),
        )
        chosen.append(inside.pop(best))
    kept = np.sort(np.concatenate(chosen))
    return kept, (
        f"{len(kept)} of {len(training_pixels)} labelled pixels are used, those of "
        f"{MAX_LABELLED_BLOCKS} parts of the scene, to limit the time for extracting features."
    )


def _polygon_score(chosen: Sequence[IntArray], training_pixels: TrainingPixels) -> float:
    """A score that grows with the polygons, most with those of classes that have few."""
    pixels = np.concatenate(chosen)
    pairs = np.unique(
        np.column_stack([training_pixels.target[pixels], training_pixels.group[pixels]]), axis=0
    )
    return float(np.sqrt(np.bincount(pairs[:, 0], minlength=len(training_pixels.classes))).sum())


def _read_preview(store: FeatureStore, area: PreviewArea, reporter: Reporter) -> FloatArray:
    """The backbone's features of a part of the scene (height, width, features), subsampled."""
    step = preview_step(area)
    window, width = area.window, store.fitted.kinds[0]
    rows, columns = (-(-side // step) for side in (window.height, window.width))
    preview = np.zeros((rows, columns, width), np.float16)
    for block in area.blocks:
        values = store.read(block, reporter)[:width]
        top, left = block.row_off - window.row_off, block.col_off - window.col_off
        subsampled = values[:, -top % step :: step, -left % step :: step].transpose(1, 2, 0)
        y, x = -(-top // step), -(-left // step)
        preview[y : y + subsampled.shape[0], x : x + subsampled.shape[1]] = subsampled
    return preview


def preview_step(area: PreviewArea) -> int:
    """The distance in pixels at which a part of the scene is subsampled."""
    longest_side = int(max(area.window.height, area.window.width))
    return max(1, -(-longest_side // SHEET_SIDE))
