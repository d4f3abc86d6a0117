"""The scene that is mapped live: open, with everything that does not depend on the labels."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import numpy as np
from rasterio.windows import Window

from ..backbones.source import find_backbone
from ..classifiers.scene_noise import SceneNoise
from ..classifiers.training_data import Standardisation
from ..common.choices import BUNDLED_BACKBONE
from ..compute.memory import memory_budget
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..files.cache_folders import cache_folder
from ..files.identity import Identity, is_unchanged
from ..options.band_options import BandOptions
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..pipeline.feature_access import find_store
from ..pipeline.scene_access import log_scene, open_scene
from ..pipeline.training_data import scene_noise
from ..scene.raster import Scene
from ..scene.statistics import log_reflectance, sample_spectra
from .pixel_memory import PixelMemory
from .tiles import TileMemory

#: Shares of the memory budget for the pixels in view, and for blocks of features.
VIEW_SHARE, BLOCKS_SHARE = 0.35, 0.1
#: Scenes of up to this many bytes are read in seconds, so that every view of them is.
MAX_QUICK_BYTES = 2 * 2**30


class FeatureMemory:
    """Features of a scene: the blocks that were read last stay in memory."""

    def __init__(self, store: FeatureStore, max_bytes: int):
        self.store = store
        self._max_bytes = max_bytes
        self._blocks: OrderedDict[tuple[int, int], np.ndarray] = OrderedDict()
        self.pixels = PixelMemory(store.scene.grid.width)
        self._is_prepared = False

    def prepare(self, reporter: Reporter) -> None:
        """Fit composites and projections, unless that was done before."""
        if not self.prepare_from_cache():
            self.store.prepare(reporter)
            self._is_prepared = True

    def prepare_from_cache(self) -> bool:
        """Whether composites and projections were fitted before, here or in the cache."""
        self._is_prepared = self._is_prepared or self.store.prepare_from_cache()
        return self._is_prepared

    @property
    def width(self) -> int:
        """The number of features of a pixel."""
        return self.store.width

    def blocks(self) -> list[Window]:
        """The windows in which features are stored."""
        return self.store.blocks()

    def read(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features (features, height, width) of one of `blocks`."""
        key = (block.row_off, block.col_off)
        if key not in self._blocks:
            self._blocks[key] = self.store.read(block, reporter)
            self._evict()
        self._blocks.move_to_end(key)
        return self._blocks[key]

    def is_ready(self, block: Window) -> bool:
        """Whether a block can be read without computing it."""
        return (block.row_off, block.col_off) in self._blocks or self.store.is_in_cache(block)

    def _evict(self) -> None:
        while len(self._blocks) > 1 and (
            sum(values.nbytes for values in self._blocks.values()) > self._max_bytes
        ):
            self._blocks.popitem(last=False)


class LiveScene:
    """An open scene with its statistics, the pixels in view, labelled pixels and features."""

    def __init__(self, scene: Scene, budget: int):
        self.scene = scene
        self.budget = budget
        self.standardisation = Standardisation.of(log_reflectance(sample_spectra(scene)))
        self.tiles = TileMemory(scene, self.standardisation, int(budget * VIEW_SHARE))
        self.spectra = PixelMemory(scene.grid.width)
        self._features: tuple[object, FeatureMemory] | None = None
        self._noise: SceneNoise | None = None
        self._noise_is_read = False

    def read_noise(self) -> SceneNoise | None:
        """The noise of the scene, which is read once; None where it is unknown."""
        if not self._noise_is_read:
            self._noise = scene_noise(self.scene, self.standardisation)
            self._noise_is_read = True
        return self._noise

    @property
    def bytes(self) -> int:
        """The size of all of its values, without compression."""
        grid = self.scene.grid
        return grid.width * grid.height * self.scene.band_count * 2

    def is_unchanged(self) -> bool:
        """Whether the files are those that were opened."""
        identity: Mapping[str, Identity] = self.scene.identity
        return is_unchanged(identity)

    def features(
        self,
        options: FeatureOptions,
        compute: ComputeOptions,
        cache: FeatureCache,
        reporter: Reporter,
    ) -> FeatureMemory:
        """The features that options select, ready to be read."""
        found = self._find_features(options, compute, cache, reporter)
        found.prepare(reporter)
        return found

    def ready_features(
        self, options: FeatureOptions, compute: ComputeOptions, cache: FeatureCache
    ) -> FeatureMemory | None:
        """The features that options select if their projections are in the cache, else None."""
        if options.backbone != BUNDLED_BACKBONE and not self._has_features(options, compute):
            return None  # to find it may take a download
        found = self._find_features(options, compute, cache, Reporter(lambda _: None))
        return found if found.prepare_from_cache() else None

    def _has_features(self, options: FeatureOptions, compute: ComputeOptions) -> bool:
        return self._features is not None and self._features[0] == (options, compute.device)

    def _find_features(
        self,
        options: FeatureOptions,
        compute: ComputeOptions,
        cache: FeatureCache,
        reporter: Reporter,
    ) -> FeatureMemory:
        if self._features is None or not self._has_features(options, compute):
            source = find_backbone(options.backbone, reporter)
            store = find_store(self.scene, source, options, compute.device, cache)
            found = FeatureMemory(store, int(self.budget * BLOCKS_SHARE))
            self._features = (options, compute.device), found
            self.tiles.drop_features()
        return self._features[1]

    def close(self) -> None:
        """Close the files."""
        self.scene.close()


class OpenScenes:
    """The scene that the last job used, and the feature cache with its loaded backbone."""

    def __init__(self) -> None:
        self._scene: tuple[object, LiveScene] | None = None
        self._cache: tuple[object, FeatureCache] | None = None

    def open(
        self, image: str, bands: BandOptions, compute: ComputeOptions, reporter: Reporter
    ) -> LiveScene:
        """The scene, opened again where options or files have changed."""
        key = (image, bands, compute.memory_mb, compute.allow_external)
        if self._scene is not None and self._scene[0] == key and self._scene[1].is_unchanged():
            return self._scene[1]
        self.close()
        scene = open_scene(image, bands, compute)
        try:
            log_scene(scene, reporter)
            self._scene = key, LiveScene(scene, memory_budget(compute.memory_mb))
        except BaseException:
            scene.close()
            raise
        return self._scene[1]

    def cache(self, compute: ComputeOptions) -> FeatureCache:
        """The feature cache of these options."""
        if self._cache is None or self._cache[0] != compute.cache:
            self._cache = compute.cache, FeatureCache(cache_folder(compute.cache))
        return self._cache[1]

    def close(self) -> None:
        """Close the open scene and free its memory."""
        if self._scene is not None:
            self._scene[1].close()
            self._scene = None
