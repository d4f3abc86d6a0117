"""The engine behind features: precision, draws of noise, memory that runs out, what is kept."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from backend.backbones.backbone import BUNDLED, Backbone, find_backbone
from backend.compute.batches import ShrinkingBatches
from backend.compute.precision import best_precision, resolve_precision
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.features.cache import FeatureCache, FeatureStore
from backend.features.extraction import (
    BLOCK_FEATURES,
    FeatureExtractor,
    FeatureSettings,
    default_features,
)
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene
from tests.fixtures.cubes import make_cube
from tests.fixtures.diffusion import write_ddpm, write_latent
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend

CPU = torch.device("cpu")
SETTINGS = replace(
    BLOCK_FEATURES, blocks=(5, 11), components=8, scales=(1,), composites=("rgb", "pca1")
)
quiet = Reporter(lambda event: None)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_geotiff(tmp_path_factory.mktemp("engine") / "scene.tif", make_cube())


def extractor(
    scene: Path, settings: FeatureSettings = SETTINGS, precision: str = "float32"
) -> FeatureExtractor:
    backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), CPU, precision)
    with Scene(scene) as opened:
        made = FeatureExtractor(backbone, fit_composites(opened, settings.composites), settings)
        made.fit(opened, quiet)
    return made


def features(made: FeatureExtractor, scene: Path) -> np.ndarray:
    with Scene(scene) as opened:
        return made.extract(opened, opened.grid.extent, quiet).astype(np.float32)


# memory that runs out


def exhausted(most: int, error: Callable[[], Exception]) -> Callable[[torch.Tensor], torch.Tensor]:
    """A computation that only small batches have memory for."""

    def compute(batch: torch.Tensor) -> torch.Tensor:
        if len(batch) > most:
            raise error()
        return batch * 2

    return compute


@pytest.mark.parametrize(
    "error",
    [
        lambda: torch.OutOfMemoryError("CUDA out of memory. Tried to allocate 2.00 GiB"),
        lambda: RuntimeError("[enforce fail] DefaultCPUAllocator: can't allocate memory"),
        lambda: RuntimeError("MPS backend out of memory (MPS allocated: 5.00 GB)"),
        MemoryError,
    ],
    ids=["CUDA", "CPU", "MPS", "Python"],
)
def test_batches_are_halved_until_memory_suffices(error: Callable[[], Exception]) -> None:
    batches = ShrinkingBatches(16)
    items = torch.arange(37)
    found = batches.run(exhausted(5, error), items)
    assert torch.equal(torch.cat(found), items * 2)
    assert batches.size == 4  # and stay so
    assert [len(part) for part in batches.run(exhausted(5, error), items[:8])] == [4, 4]


def test_where_not_even_one_fits_the_user_is_told() -> None:
    with pytest.raises(UserError) as caught:
        ShrinkingBatches(8).run(exhausted(0, MemoryError), torch.arange(8))
    assert caught.value.code == "memory.exhausted"
    assert "bundled" in caught.value.hint


def test_other_failures_are_not_taken_for_a_lack_of_memory() -> None:
    with pytest.raises(RuntimeError, match="shapes"):
        ShrinkingBatches(8).run(
            exhausted(0, lambda: RuntimeError("shapes do not match")), torch.arange(8)
        )


def test_features_come_out_the_same_where_memory_ran_out(
    scene: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = extractor(scene)
    expected = features(made, scene)
    real, refused = made.backbone.activations, []

    def scarce(noisy: torch.Tensor, timestep: int, blocks: tuple[int, ...]) -> list[torch.Tensor]:
        if len(noisy) > 1:
            refused.append(len(noisy))
            raise torch.OutOfMemoryError("CUDA out of memory.")
        return real(noisy, timestep, blocks)

    monkeypatch.setattr(made.backbone, "activations", scarce)
    assert np.abs(features(made, scene) - expected).max() < 0.01
    assert refused


def test_less_is_looked_at_at_once_where_there_is_less_memory(
    scene: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    need = Backbone(find_backbone(BUNDLED), 11, CPU).image_bytes(64)
    for pictures, windows, workers in ((0, 1, 1), (5, 2, 1), (10**6, 3, os.cpu_count())):
        monkeypatch.setattr(
            "backend.features.extraction.device_free_memory",
            lambda device, n=pictures: 2 * n * need,
        )
        made = FeatureExtractor(
            Backbone(find_backbone(BUNDLED), 11, CPU), extractor_composites(scene), SETTINGS
        )
        assert made._windows_at_once == windows
        assert made._workers <= workers


def extractor_composites(scene: Path) -> tuple:
    with Scene(scene) as opened:
        return fit_composites(opened, SETTINGS.composites)


# precision


def test_half_precision_says_nearly_the_same(scene: Path) -> None:
    full, half = extractor(scene), extractor(scene, precision="bfloat16")
    half.projections = full.projections
    difference = features(half, scene) - features(full, scene)
    assert 0 < float(np.sqrt((difference**2).mean())) < 0.03


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_every_precision_repeats_to_the_bit_on_any_number_of_threads(
    scene: Path, precision: str
) -> None:
    made = extractor(scene, precision=precision)
    made._workers = 1
    expected = features(made, scene)
    made._workers = 3
    assert np.array_equal(features(made, scene), expected)
    assert np.array_equal(features(extractor(scene, precision=precision), scene), expected)


def test_the_precision_is_chosen_by_what_the_hardware_gains(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    cpu, cuda = CPU, torch.device("cuda")
    for has, expected in (({"avx512_bf16": True}, "bfloat16"), ({"avx2": True}, "float32")):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda has=has: has)
        assert best_precision(cpu) == expected
        # what was made in single precision stays so; what a machine is slow at, it does not do
        assert resolve_precision("float32", cpu) == "float32"
        assert resolve_precision("bfloat16", cpu) == expected
    for version, expected in (((9, 0), "bfloat16"), ((7, 5), "float16"), ((6, 1), "float32")):
        monkeypatch.setattr(torch.cuda, "get_device_capability", lambda _device, v=version: v)
        assert best_precision(cuda) == expected
    assert best_precision(torch.device("mps")) == "float32"


def opened_store(scene: Scene, folder: Path, settings: FeatureSettings = SETTINGS) -> FeatureStore:
    store = FeatureCache(folder).open(scene, find_backbone(BUNDLED), settings, "cpu")
    store.prepare(quiet)
    return store


def test_features_of_another_precision_are_others_in_the_cache(
    scene: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folders = set()
    for has in ({"avx512_bf16": True}, {}):
        monkeypatch.setattr(torch.cpu, "get_capabilities", lambda has=has: has)
        with Scene(scene) as opened:
            store = opened_store(opened, tmp_path)
        folders.add(store.folder)
        # what a model keeps is what was taken, not “auto”
        assert store.settings.precision == ("bfloat16" if has else "float32")
    assert len(folders) == 2


# noise


def test_averaging_draws_of_noise_brings_features_nearer_to_those_of_many(scene: Path) -> None:
    noisy = replace(SETTINGS, timesteps=(200,), composites=("rgb",), blocks=(5,))
    many = extractor(scene, replace(noisy, draws=16))
    target = features(many, scene)

    def distance(draws: int) -> float:
        made = extractor(scene, replace(noisy, draws=draws, seed=5))
        made.projections = many.projections
        return float(np.sqrt(((features(made, scene) - target) ** 2).mean()))

    assert distance(6) < 0.7 * distance(1)


def test_another_seed_draws_other_noise(scene: Path) -> None:
    one = extractor(scene)
    other = extractor(scene, replace(SETTINGS, seed=1))
    other.projections = one.projections
    assert not np.array_equal(features(one, scene), features(other, scene))


def test_composites_of_infrared_can_be_looked_at(scene: Path) -> None:
    settings = replace(SETTINGS, composites=("cir", "swir", "rgb"))
    found = features(extractor(scene, settings), scene)
    assert np.isfinite(found).all()
    assert not np.array_equal(found, features(extractor(scene), scene)[: len(found)])


@pytest.mark.parametrize("write", [write_ddpm, write_latent], ids=["pixels", "latents"])
def test_other_backbones_are_read_where_they_have_something_to_say(
    scene: Path, tmp_path: Path, write: Callable[[Path], Path]
) -> None:
    source = find_backbone(str(write(tmp_path / "model")))
    settings = replace(
        default_features(source), composites=("rgb",), scales=(1,), size=32, stride=24
    )
    assert settings.blocks == source.default_blocks()
    with Scene(scene) as opened:
        store = FeatureCache(tmp_path / "cache").open(opened, source, settings, "cpu")
        store.prepare(quiet)
        (block,) = store.blocks()
        found = store.read(block, quiet)
    assert found.shape == (store.width, block.height, block.width)
    assert np.isfinite(found).all()
    assert (found[: store.fitted.kinds[0]].std(axis=(1, 2)) > 0.01).any()


# what is kept


def test_what_was_used_longest_ago_goes_when_the_cache_is_full(scene: Path, tmp_path: Path) -> None:
    with Scene(scene) as opened:
        folders = []
        for seed in range(3):
            store = opened_store(opened, tmp_path, replace(SETTINGS, seed=seed))
            store.read(store.blocks()[0], quiet)
            folders.append(store.folder)
            for path in store.folder.iterdir():
                os.utime(path, (time.time() - 100 + seed,) * 2)
        # the first is used again, so that the second is the oldest
        again = opened_store(opened, tmp_path, replace(SETTINGS, seed=0))
        again.read(again.blocks()[0], quiet)
        used = sum(path.stat().st_size for path in tmp_path.rglob("*.safetensors"))
        cache = FeatureCache(tmp_path, limit=used)
        new = cache.open(opened, find_backbone(BUNDLED), replace(SETTINGS, seed=9), "cpu")
        new.prepare(quiet)
        new.read(new.blocks()[0], quiet)
    kept = [sorted(path.name for path in folder.glob("*.safetensors")) for folder in folders]
    assert kept[0]
    assert len(kept[1]) < len(kept[0])
    assert sum(path.stat().st_size for path in tmp_path.rglob("*.safetensors")) <= used


@pytest.mark.parametrize("damage", ["cut off", "noise", "another shape", "nothing"])
def test_a_damaged_entry_is_made_anew(scene: Path, tmp_path: Path, damage: str) -> None:
    from safetensors.numpy import save_file

    with Scene(scene) as opened:
        store = opened_store(opened, tmp_path)
        expected = store.read(store.blocks()[0], quiet)
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
        assert np.array_equal(again.read(again.blocks()[0], quiet), expected)
        after = opened_store(opened, tmp_path)
        assert np.array_equal(after.read(after.blocks()[0], quiet), expected)
        assert after._extractor is None  # from the cache, without the network
