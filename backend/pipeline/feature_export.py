"""The steps of `features`: open the features of a scene and write them block by block."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from rasterio.windows import Window

from .. import VERSION
from ..common.protocol import Result
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..features.feature_names import feature_names
from ..files.output_files import raster_output
from ..mapping.feature_raster import FeatureWriter
from ..options.features_options import Settings
from ..options.scene_options import log_scene, open_scene
from ..scene.band_matching import MatchedScene
from ..scene.raster import Scene
from .feature_access import open_store
from .outputs import pending_files, protect


def write_features(settings: Settings, reporter: Reporter) -> Result:
    """Write and publish the raster."""
    with pending_files(settings.image) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(raster_output(settings.output))
        log_scene(scene, reporter)
        reporter.begin("preparing", "learning what to keep of the network's activations")
        store = open_store(settings, None, scene, reporter)
        names = feature_names(store.fitted, store.settings, store.source)
        reporter.begin("features", "computing diffusion features")
        pixels = 0
        with FeatureWriter(files, scene.grid, settings.output, names, _tags(store)) as writer:
            for block, values, valid in read_feature_blocks(scene, store, reporter):
                pixels += int(valid.sum())
                writer.write(block, values, valid)
            writer.finish()
        reporter.check()
        files.publish()
        reporter.finish()
    seconds = {stage: round(spent, 2) for stage, spent in reporter.seconds.items()}
    metrics = {"bands": len(names), "pixels": pixels, "seconds": seconds}
    return Result({"features": str(settings.output)}, metrics)


def read_feature_blocks(
    scene: Scene | MatchedScene, store: FeatureStore, reporter: Reporter
) -> Iterator[tuple[Window, np.ndarray, np.ndarray]]:
    """Each block with its features (features, height, width) and the mask of valid pixels."""
    blocks = store.blocks()
    for number, block in enumerate(blocks):
        step = reporter.part(number / len(blocks), (number + 1) / len(blocks))
        step.advance(0)
        valid = _valid_mask(scene, block)
        yield block, _read_block(store, block, valid, step), valid


def _valid_mask(scene: Scene | MatchedScene, block: Window) -> np.ndarray:
    """Where a block holds data; its spectra may be more than memory allows."""
    valid = np.zeros((block.height, block.width), bool)
    for part in scene.parts(block):
        top, left = part.row_off - block.row_off, part.col_off - block.col_off
        valid[top : top + part.height, left : left + part.width] = scene.read(part)[1]
    return valid


def _read_block(
    store: FeatureStore, block: Window, valid: np.ndarray, reporter: Reporter
) -> np.ndarray:
    """The features of a block; nothing is computed where there are no data."""
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
