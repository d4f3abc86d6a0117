"""Features do not depend on the blocks and windows in which they are computed."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from affine import Affine
from rasterio.windows import Window
from scipy import ndimage

from backend.backbones.backbone import Backbone
from backend.backbones.source import BUNDLED, find_backbone
from backend.core.errors import UserError
from backend.core.reporter import Reporter
from backend.features.extraction import FeatureExtractor
from backend.features.settings import BLOCK_FEATURES, FeatureSettings
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

ROWS, COLUMNS, BANDS = 100, 136, 6
NODATA = -32768
WHOLE = Window(0, 0, COLUMNS, ROWS)
#: Little of everything, which is enough to be wrong.
SETTINGS = replace(BLOCK_FEATURES, blocks=(5, 11), components=8, scales=(1, 2))
#: What is read by default, in windows so small that the scene takes several.
DENOISED = replace(FeatureSettings(), scales=(1, 2), size=64, stride=48)
#: Features have about unit variance and are kept in half precision.
ROUNDING = 0.01
quiet = Reporter(lambda event: None)


def write(path: Path, values: np.ndarray) -> Path:
    """A scene of stored integers."""
    with rasterio.open(
        path, "w", driver="GTiff", width=COLUMNS, height=ROWS, count=BANDS, dtype="int16",
        nodata=NODATA, crs="EPSG:32633", transform=Affine(2, 0, 5e5, 0, -2, 5.4e6),
    ) as dataset:  # fmt: skip
        dataset.write(values.astype(np.int16))
    return path


def textured() -> np.ndarray:
    """An image with structures at all scales."""
    rng = np.random.default_rng(5)
    noise = rng.standard_normal((3, BANDS, ROWS, COLUMNS))
    blurs = (1, 3, 9)
    layers = [b * ndimage.gaussian_filter(n, (0, b, b)) for b, n in zip(blurs, noise, strict=True)]
    return np.clip(2500 + 600 * sum(layers), 100, 9000)


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("features") / "scene.tif", textured())


@pytest.fixture(scope="module", params=[SETTINGS, DENOISED], ids=["inside", "denoised"])
def extractor(scene: Path, request: pytest.FixtureRequest) -> FeatureExtractor:
    """The bundled backbone, with projections fitted to the textured scene."""
    settings: FeatureSettings = request.param
    backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), torch.device("cpu"))
    with Scene(scene) as opened:
        composites = fit_composites(opened, settings.composites)
        made = FeatureExtractor(backbone, composites, settings)
        made.fit(opened, quiet)
    return made


@pytest.fixture(scope="module")
def whole(extractor: FeatureExtractor, scene: Path) -> np.ndarray:
    """The textured scene's features, computed in one block."""
    return extract(extractor, scene)


def extract(extractor: FeatureExtractor, path: Path) -> np.ndarray:
    """Features of a scene in one block."""
    with Scene(path) as opened:
        return extractor.extract(opened, WHOLE, quiet).astype(np.float32)


@pytest.mark.slow
def test_features_do_not_depend_on_blocks(
    extractor: FeatureExtractor, scene: Path, whole: np.ndarray
) -> None:
    assert np.isfinite(whole).all()
    assert 0.1 < whole.std() < 10
    with Scene(scene) as opened:
        for top in range(0, ROWS, 37):
            for left in range(0, COLUMNS, 50):
                block = Window(left, top, min(50, COLUMNS - left), min(37, ROWS - top))
                rows, columns = block.toslices()
                found = extractor.extract(opened, block, quiet).astype(np.float32)
                assert np.abs(found - whole[:, rows, columns]).max() < ROUNDING


def test_features_vary_over_the_scene_and_differ_from_each_other(whole: np.ndarray) -> None:
    assert (whole.std(axis=(1, 2)) > 0.01).all()
    alike = np.corrcoef(whole.reshape(len(whole), -1))
    assert np.abs(np.triu(alike, 1)).max() < 0.999


@pytest.fixture(scope="module")
def plain(extractor: FeatureExtractor, tmp_path_factory: pytest.TempPathFactory) -> np.ndarray:
    """Features of a uniform scene."""
    path = write(tmp_path_factory.mktemp("features") / "plain.tif", one_colour())
    return extract(extractor, path)


def one_colour() -> np.ndarray:
    return np.linspace(1000, 4000, BANDS)[:, None, None] * np.ones((1, ROWS, COLUMNS))


@pytest.mark.parametrize(
    "hole",
    [
        np.s_[:, :, 70:],
        np.s_[:, 20:60, 30:90],
        np.s_[:, ::2, ::3],
        np.s_[:, 1:, 1:],
    ],
    ids=["half", "inside", "sieve", "all but an edge"],
)
def test_missing_data_do_not_change_features_of_valid_pixels(
    extractor: FeatureExtractor, plain: np.ndarray, tmp_path: Path, hole: tuple
) -> None:
    torn = one_colour()
    torn[hole] = NODATA
    found = extract(extractor, write(tmp_path / "torn.tif", torn))
    valid = torn[0] != NODATA
    assert valid.any()
    assert not valid.all()
    assert np.abs(found - plain)[:, valid].max() < ROUNDING


def steps(settings: FeatureSettings, path: Path) -> tuple[float, float]:
    """Mean difference of neighbouring pixels' features at window borders, and elsewhere."""
    backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), torch.device("cpu"))
    with Scene(path) as opened:
        composites = fit_composites(opened, settings.composites)
        made = FeatureExtractor(backbone, composites, settings)
        made.fit(opened, quiet)
        seen = sum(projection.axes.shape[1] for projection in made.projections.values())
        found = made.extract(opened, WHOLE, quiet)[:seen].astype(np.float32)
    size = np.abs(np.diff(found, axis=2)).mean(axis=(0, 1))
    meeting, overlap = np.zeros(len(size), bool), settings.size - settings.stride
    for place in range(settings.stride, COLUMNS, settings.stride):
        meeting[place - overlap // 2 - 1 : place + overlap // 2 + 1] = True
    return float(size[meeting].mean()), float(size[~meeting].mean())


@pytest.mark.slow
@pytest.mark.parametrize(
    "settings", [BLOCK_FEATURES, FeatureSettings()], ids=["inside", "denoised"]
)
def test_there_are_no_seams_between_windows(scene: Path, settings: FeatureSettings) -> None:
    there, elsewhere = steps(replace(settings, scales=(1,)), scene)
    assert there < 1.1 * elsewhere
    # without overlap there are seams, so that the test can fail
    there, elsewhere = steps(replace(settings, scales=(1,), stride=settings.size), scene)
    assert there > 1.2 * elsewhere


class Opinionated:
    """Replaces the network: the activations of a window are its mean colour."""

    device = torch.device("cpu")
    denoised_block = 12

    def noise_shape(self, size: int) -> tuple[int, ...]:
        return (1, 3, size, size)

    def image_bytes(self, size: int) -> int:
        return 3 * size * size

    def clean(self, windows: torch.Tensor) -> torch.Tensor:
        return windows

    def noisy(self, clean: torch.Tensor, timestep: int, noise: torch.Tensor) -> torch.Tensor:
        return clean

    def activations(
        self, windows: torch.Tensor, timestep: int, blocks: tuple[int, ...]
    ) -> list[torch.Tensor]:
        means = windows.mean(dim=(2, 3), keepdim=True)
        return [means.expand(-1, -1, 16, 16) for _ in blocks]


def test_different_windows_are_blended_smoothly(scene: Path) -> None:
    settings = replace(BLOCK_FEATURES, blocks=(11,), components=3, scales=(1,))
    with Scene(scene) as opened:
        composites = fit_composites(opened, settings.composites)
        extractor = FeatureExtractor(Opinionated(), composites, settings)  # type: ignore[arg-type]
        extractor.fit(opened, quiet)
        found = extractor.extract(opened, WHOLE, quiet)[:3].astype(np.float32)
    for axis in (1, 2):
        spread = np.ptp(found, axis=axis).max()
        assert spread > 0.5
        # where two windows overlap by 16 pixels, no step is a fifth of the difference
        assert np.abs(np.diff(found, axis=axis)).max() < 0.2 * spread


@pytest.mark.parametrize("block", [5, 8, 11, 12])
def test_only_the_required_part_of_the_network_is_loaded(block: int) -> None:
    whole = Backbone(find_backbone(BUNDLED), 12, torch.device("cpu"))
    part = Backbone(find_backbone(BUNDLED), block, torch.device("cpu"))
    windows = torch.randn((2, 3, 64, 64), generator=torch.Generator().manual_seed(1))
    assert weights(part) <= weights(whole)
    (expected,) = whole.activations(windows, 50, (block,))
    (found,) = part.activations(windows, 50, (block,))
    assert torch.equal(found, expected)


def test_the_bundled_network_removes_noise_and_keeps_edges() -> None:
    source = find_backbone(BUNDLED)
    backbone = Backbone(source, source.denoised_block, torch.device("cpu"))
    step = torch.where(torch.arange(64) < 32, -0.4, 0.4).expand(1, 3, 64, 64)
    (timestep,) = FeatureSettings().timesteps
    noise = torch.randn(step.shape, generator=torch.Generator().manual_seed(3))
    shown = backbone.noisy(step, timestep, noise)
    left = backbone.noisy(torch.ones(1), timestep, torch.zeros(1))
    (found,) = backbone.activations(shown, timestep, (backbone.denoised_block,))
    before, after = (float((image - step).std()) for image in (shown / left, found))
    assert before > 0.4
    assert after < 0.25 * before
    profile = found.mean(dim=(0, 1, 2))
    assert float(profile[34:].mean() - profile[:30].mean()) == pytest.approx(0.8, abs=0.1)
    assert float(profile[33] - profile[30]) > 0.5


def weights(backbone: Backbone) -> int:
    return sum(parameter.numel() for parameter in backbone.model.parameters())


def test_missing_decoder_blocks_are_refused() -> None:
    with pytest.raises(UserError) as caught:
        Backbone(find_backbone(BUNDLED), 99, torch.device("cpu"))
    assert caught.value.code == "backbone.no_such_block"
