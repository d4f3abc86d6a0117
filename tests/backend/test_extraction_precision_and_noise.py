"""Feature extraction: precision, draws of noise, lack of memory, and other backbones."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from backend.backbones.backbone import Backbone
from backend.backbones.source import BUNDLED, find_backbone
from backend.core.reporter import Reporter
from backend.features.cache import FeatureCache
from backend.features.extraction import FeatureExtractor
from backend.features.settings import BLOCK_FEATURES, FeatureSettings, default_features
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
SILENT = Reporter(lambda event: None)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_geotiff(tmp_path_factory.mktemp("engine") / "scene.tif", make_cube())


def extractor(
    scene: Path, settings: FeatureSettings = SETTINGS, precision: str = "float32"
) -> FeatureExtractor:
    backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), CPU, precision)
    with Scene(scene) as opened:
        made = FeatureExtractor(backbone, fit_composites(opened, settings.composites), settings)
        made.fit(opened, SILENT)
    return made


def features(made: FeatureExtractor, scene: Path) -> np.ndarray:
    with Scene(scene) as opened:
        return made.extract(opened, opened.grid.extent, SILENT).astype(np.float32)


# lack of memory


def test_features_are_the_same_after_a_lack_of_memory(
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


def test_batches_are_smaller_with_less_memory(scene: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    need = Backbone(find_backbone(BUNDLED), 11, CPU).image_bytes(64)
    for pictures, windows, workers in ((0, 1, 1), (2, 1, 1), (10**6, 1, os.cpu_count())):
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


def test_half_precision_gives_similar_features(scene: Path) -> None:
    full, half = extractor(scene), extractor(scene, precision="bfloat16")
    half.projections = full.projections
    difference = features(half, scene) - features(full, scene)
    assert 0 < float(np.sqrt((difference**2).mean())) < 0.03


@pytest.mark.parametrize("precision", ["float32", "bfloat16"])
def test_every_precision_is_bit_reproducible_on_any_number_of_threads(
    scene: Path, precision: str
) -> None:
    made = extractor(scene, precision=precision)
    made._workers = 1
    expected = features(made, scene)
    made._workers = 3
    assert np.array_equal(features(made, scene), expected)
    assert np.array_equal(features(extractor(scene, precision=precision), scene), expected)


# noise


def test_averaged_draws_of_noise_approach_the_mean_of_many(scene: Path) -> None:
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


def test_infrared_composites_have_features(scene: Path) -> None:
    settings = replace(SETTINGS, composites=("cir", "swir", "rgb"))
    found = features(extractor(scene, settings), scene)
    assert np.isfinite(found).all()
    assert not np.array_equal(found, features(extractor(scene), scene)[: len(found)])


@pytest.mark.parametrize("write", [write_ddpm, write_latent], ids=["pixels", "latents"])
def test_default_features_of_other_backbones(
    scene: Path, tmp_path: Path, write: Callable[[Path], Path]
) -> None:
    source = find_backbone(str(write(tmp_path / "model")))
    settings = replace(
        default_features(source), composites=("rgb",), scales=(1,), size=32, stride=24
    )
    assert settings.blocks == source.default_blocks()
    with Scene(scene) as opened:
        store = FeatureCache(tmp_path / "cache").open(opened, source, settings, "cpu")
        store.prepare(SILENT)
        (block,) = store.blocks()
        found = store.read(block, SILENT)
    assert found.shape == (store.width, block.height, block.width)
    assert np.isfinite(found).all()
    assert (found[: store.fitted.kinds[0]].std(axis=(1, 2)) > 0.01).any()
