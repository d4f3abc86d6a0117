"""Writes the diffusion features of a scene block by block."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..common.version import VERSION
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..features.feature_names import feature_names
from ..files.pending_files import PendingFiles
from ..mapping.feature_raster import FeatureWriter
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..scene.raster import Scene
from ..scene.scene_like import SceneLike
from .feature_access import open_store
from .scene_access import log_scene


def write_features(
    scene: Scene,
    target: Path,
    files: PendingFiles,
    options: FeatureOptions,
    compute: ComputeOptions,
    reporter: Reporter,
) -> dict[str, Any]:
    """Write the features to `target`; the numbers of bands and of valid pixels."""
    log_scene(scene, reporter)
    reporter.begin("preparing", "fitting the projections of the activations")
    store = open_store(scene, options, compute, reporter)
    names = feature_names(store.fitted, store.settings, store.source)
    reporter.begin("features", "extracting diffusion features")
    pixels = 0
    with FeatureWriter(files, scene.grid, target, names, _tags(store)) as writer:
        for block, values, valid in read_feature_blocks(scene, store, reporter):
            pixels += int(valid.sum())
            writer.write(block, values, valid)
        writer.finish()
    return {"bands": len(names), "pixels": pixels}


def read_feature_blocks(
    scene: SceneLike, store: FeatureStore, reporter: Reporter
) -> Iterator[tuple[Window, npt.NDArray[Any], npt.NDArray[np.bool_]]]:
    """Each block with its features (features, height, width) and the mask of valid pixels."""
    blocks = store.blocks()
    for number, block in enumerate(blocks):
        step = reporter.part(number / len(blocks), (number + 1) / len(blocks))
        step.advance(0)
        valid = _valid_mask(scene, block)
        yield block, _read_block(store, block, valid, step), valid


def _valid_mask(scene: SceneLike, block: Window) -> npt.NDArray[np.bool_]:
    """Which pixels of a block hold data; read in parts, as its spectra may exceed the memory."""
    valid = np.zeros((block.height, block.width), bool)
    for part in scene.parts(block):
        top, left = part.row_off - block.row_off, part.col_off - block.col_off
        valid[top : top + part.height, left : left + part.width] = scene.read(part)[1]
    return valid


def _read_block(
    store: FeatureStore, block: Window, valid: npt.NDArray[np.bool_], reporter: Reporter
) -> npt.NDArray[Any]:
    """The features of a block; nothing is computed for a block without data."""
    if not valid.any():
        return np.zeros((store.width, block.height, block.width), np.float16)
    return store.read(block, reporter)


def _tags(store: FeatureStore) -> dict[str, str]:
    settings = store.settings
    lists = {
        "COMPOSITES": settings.composites,
        "BLOCKS": settings.blocks,
        "TIMESTEPS": settings.timesteps,
        "SCALES": settings.scales,
    }
    return {
        "GEODIFFNET_VERSION": VERSION,
        "GEODIFFNET_BACKBONE": store.source.name,
        "GEODIFFNET_BACKBONE_DIGEST": store.source.digest,
        **{f"GEODIFFNET_{name}": ", ".join(map(str, values)) for name, values in lists.items()},
        "GEODIFFNET_COMPONENTS": str(settings.components),
    }
