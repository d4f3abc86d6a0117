"""Windows that several blocks need are computed once, and features do not depend on that."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from conftest import Stripes
from rasterio.windows import Window

from backend.backbones.backbone import Backbone
from backend.backbones.source import BUNDLED, find_backbone
from backend.core.reporter import Reporter
from backend.features import extraction
from backend.features.extraction import FeatureExtractor
from backend.features.projections import Projection
from backend.features.settings import BLOCK_FEATURES
from backend.features.window_cache import WindowCache
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

SETTINGS = replace(BLOCK_FEATURES, blocks=(2,), components=3, scales=(1, 2), size=32, stride=24)
PROJECTION = Projection(np.zeros(1, np.float32), np.ones((1, 1), np.float32))
quiet = Reporter(lambda event: None)


class Counting(Backbone):
    """Counts the images that go through the network."""

    images = 0

    def activations(
        self, noisy: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        self.images += len(noisy)
        return super().activations(noisy, timestep, blocks)


def fitted(scene: Scene) -> tuple[FeatureExtractor, Counting]:
    """An extractor fitted to a scene, and its network."""
    backbone = Counting(find_backbone(BUNDLED), 2, torch.device("cpu"))
    composites = fit_composites(scene, SETTINGS.composites)
    extractor = FeatureExtractor(backbone, composites, SETTINGS)
    backbone.images = 0
    extractor.fit(scene, quiet)
    return extractor, backbone


def blocks_of(scene: Scene) -> list[Window]:
    """Four blocks, none of which ends where a window does."""
    height, width = scene.grid.height, scene.grid.width
    top, left = height // 2 + 1, width // 2 + 3
    return [
        Window(column, row, right - column, bottom - row)
        for row, bottom in ((0, top), (top, height))
        for column, right in ((0, left), (left, width))
    ]


def test_every_window_is_computed_once(stripes: Stripes, monkeypatch: pytest.MonkeyPatch) -> None:
    with Scene(str(stripes.scene)) as scene:
        extractor, backbone = fitted(scene)
        count = sum(
            extractor._pyramid(scene, scale).rows.count
            * extractor._pyramid(scene, scale).columns.count
            for scale in SETTINGS.scales
        ) * len(SETTINGS.composites)
        assert backbone.images > 0
        for block in blocks_of(scene):
            extractor.extract(scene, block, quiet)
        # those to which projections were fitted are not computed again
        assert backbone.images == count
        monkeypatch.setattr(extraction, "MAX_KEPT_ACTIVATIONS", 0)
        extractor, backbone = fitted(scene)
        before = backbone.images
        for block in blocks_of(scene):
            extractor.extract(scene, block, quiet)
        assert backbone.images == before + count


def test_kept_windows_do_not_change_the_features(stripes: Stripes) -> None:
    with Scene(str(stripes.scene)) as scene:
        extractor, _ = fitted(scene)
        blocks = blocks_of(scene)
        together = [extractor.extract(scene, block, quiet) for block in blocks]
        for block, expected in zip(blocks, together, strict=True):
            fresh = FeatureExtractor(extractor.backbone, extractor.composites, SETTINGS)
            fresh.projections = extractor.projections
            fresh.context_scaling = extractor.context_scaling
            assert np.array_equal(fresh.extract(scene, block, quiet), expected)


def test_windows_of_another_scene_or_projection_are_not_used(
    stripes: Stripes, tmp_path: Path
) -> None:
    with Scene(str(stripes.scene)) as scene, Scene(str(stripes.scene)) as other:
        extractor, backbone = fitted(scene)
        block = blocks_of(scene)[0]
        first = extractor.extract(scene, block, quiet)
        before = backbone.images
        extractor.extract(other, block, quiet)
        assert backbone.images > before
        reduced = {
            scale: Projection(projection.mean, projection.axes[:, :2])
            for scale, projection in extractor.projections.items()
        }
        extractor.projections = reduced
        assert len(extractor.extract(other, block, quiet)) == len(first) - 2


def test_the_windows_that_were_used_longest_ago_are_dropped() -> None:
    cache = WindowCache(PROJECTION, max_bytes=3 * 40)
    for number in range(3):
        cache.keep((0, number), np.full(10, number, np.float32))
    cache.keep((1, 0), None)
    assert cache.get((0, 0)) is not None
    cache.keep((0, 3), np.zeros(10, np.float32))
    assert [number for number in range(4) if (0, number) in cache] == [0, 2, 3]
    assert cache.get((1, 0)) is None
    assert np.array_equal(cache.get((0, 2)), np.full(10, 2, np.float32))


def test_a_window_larger_than_the_cache_is_not_kept() -> None:
    cache = WindowCache(PROJECTION, max_bytes=39)
    cache.keep((0, 0), np.zeros(10, np.float32))
    assert (0, 0) not in cache
    cache.keep((0, 1), np.zeros(9, np.float32))
    assert (0, 1) in cache
