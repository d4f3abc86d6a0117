"""The feature cache (`features.cache`): keys, eviction and damaged files."""

from __future__ import annotations

import os
import time
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.numpy import save_file

from backend.backbones.source import BUNDLED, find_backbone
from backend.core.reporter import Reporter
from backend.features.cache import FeatureCache, FeatureStore
from backend.features.settings import BLOCK_FEATURES, FeatureSettings
from backend.scene.raster import Scene
from tests.fixtures.cubes import make_cube
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

SETTINGS = replace(
    BLOCK_FEATURES, blocks=(5, 11), components=8, scales=(1,), composites=("rgb", "pca1")
)
SILENT = Reporter(lambda event: None)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_geotiff(tmp_path_factory.mktemp("cache") / "scene.tif", make_cube())


def opened_store(scene: Scene, folder: Path, settings: FeatureSettings = SETTINGS) -> FeatureStore:
    store = FeatureCache(folder).open(scene, find_backbone(BUNDLED), settings, "cpu")
    store.prepare(SILENT)
    return store


def test_the_cache_key_depends_on_the_precision(
    scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = set()
    for has in ({"avx512_bf16": True}, {}):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda has=has: has)
        with Scene(scene) as opened:
            store = opened_store(opened, tmp_path)
        folders.add(store.folder)
        # a model stores the resolved precision instead of “auto”
        assert store.settings.precision == ("bfloat16" if has else "float32")
    assert len(folders) == 2


def test_the_least_recently_used_files_are_evicted(scene: Path, tmp_path: Path) -> None:
    with Scene(scene) as opened:
        folders = []
        for seed in range(3):
            store = opened_store(opened, tmp_path, replace(SETTINGS, seed=seed))
            store.read(store.blocks()[0], SILENT)
            folders.append(store.folder)
            for path in store.folder.iterdir():
                os.utime(path, (time.time() - 100 + seed,) * 2)
        # the first is used again, so that the second is the oldest
        again = opened_store(opened, tmp_path, replace(SETTINGS, seed=0))
        again.read(again.blocks()[0], SILENT)
        used = sum(path.stat().st_size for path in tmp_path.rglob("*.safetensors"))
        cache = FeatureCache(tmp_path, limit=used)
        new = cache.open(opened, find_backbone(BUNDLED), replace(SETTINGS, seed=9), "cpu")
        new.prepare(SILENT)
        new.read(new.blocks()[0], SILENT)
    kept = [sorted(path.name for path in folder.glob("*.safetensors")) for folder in folders]
    assert kept[0]
    assert len(kept[1]) < len(kept[0])
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.safetensors")) <= used


@pytest.mark.parametrize("damage", ["cut off", "noise", "another shape", "nothing"])
def test_a_damaged_file_is_replaced(scene: Path, tmp_path: Path, damage: str) -> None:
    with Scene(scene) as opened:
        store = opened_store(opened, tmp_path)
        expected = store.read(store.blocks()[0], SILENT)
        for path in store.folder.glob("*.safetensors"):
            if damage == "another shape":
                save_file({"features": np.zeros((2, 2, 2), np.float16)}, path)
            else:
                content = path.read_bytes()
                path.write_bytes(
                    {"cut off": content[: len(content) // 2], "noise": b"\xff" * 99}.get(
                        damage, b""
                    )
                )
        again = opened_store(opened, tmp_path)
        assert np.array_equal(again.read(again.blocks()[0], SILENT), expected)
        after = opened_store(opened, tmp_path)
        assert np.array_equal(after.read(after.blocks()[0], SILENT), expected)
        assert after._extractor is None  # read from the cache, without loading the network
