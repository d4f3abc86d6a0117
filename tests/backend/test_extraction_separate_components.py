"""Blocks and timesteps extracted together with separate components, as the feature search needs."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch
from conftest import Stripes

from backend.backbones.backbone import Backbone
from backend.backbones.source import BUNDLED, find_backbone
from backend.core.reporter import Reporter
from backend.features.extraction import FeatureExtractor
from backend.features.settings import BLOCK_FEATURES, FeatureSettings
from backend.scene.composites import fit_composites
from backend.scene.raster import Scene

pytestmark = pytest.mark.backend

TOGETHER = replace(
    BLOCK_FEATURES, composites=("rgb",), timesteps=(0, 100), blocks=(2, 8), scales=(1, 2),
    components=6,
    separate_components=True,
)  # fmt: skip
quiet = Reporter(lambda event: None)


def extract(stripes: Stripes, settings: FeatureSettings) -> np.ndarray:
    """The diffusion features of the stripes, without context features."""
    with Scene(stripes.scene) as scene:
        backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), torch.device("cpu"))
        made = FeatureExtractor(backbone, fit_composites(scene, settings.composites), settings)
        made.fit(scene, quiet)
        width = sum(projection.axes.shape[1] for projection in made.projections.values())
        return made.extract(scene, scene.grid.extent, quiet)[:width].astype(np.float32)


@pytest.fixture(scope="module")
def together(stripes: Stripes) -> np.ndarray:
    """(scales, timesteps, blocks, components, height, width)"""
    found = extract(stripes, TOGETHER)
    return found.reshape(2, 2, 2, 6, *found.shape[1:])


@pytest.mark.parametrize(("timestep", "block"), [(0, 2), (0, 8), (100, 8)])
def test_a_block_extracted_with_others_has_the_same_features(
    stripes: Stripes, together: np.ndarray, timestep: int, block: int
) -> None:
    alone = extract(
        stripes,
        replace(TOGETHER, timesteps=(timestep,), blocks=(block,), separate_components=False),
    ).reshape(2, 6, *together.shape[-2:])
    beside = together[:, TOGETHER.timesteps.index(timestep), TOGETHER.blocks.index(block)]
    assert np.abs(beside - alone).max() < 0.02
    assert alone.std() > 0.1


def test_a_block_with_fewer_channels_than_components_is_padded(stripes: Stripes) -> None:
    many = replace(TOGETHER, timesteps=(0,), blocks=(11,), components=120, scales=(1,))
    found = extract(stripes, many)
    assert len(found) == 120
    nonzero = np.flatnonzero(np.abs(found).max(axis=(1, 2)) > 0)
    assert 8 < len(nonzero) < 120
    assert nonzero[-1] == len(nonzero) - 1


def test_the_denoised_image_extracted_with_others_is_the_same(stripes: Stripes) -> None:
    beside = extract(stripes, replace(TOGETHER, timesteps=(100,), blocks=(8, 12), scales=(1,)))
    alone = extract(
        stripes,
        replace(TOGETHER, timesteps=(100,), blocks=(12,), scales=(1,), separate_components=False),
    )
    assert len(alone) == 3
    assert np.abs(beside[6:9] - alone).max() < 0.02
    assert not beside[9:].any()
    few = extract(
        stripes, replace(TOGETHER, timesteps=(100,), blocks=(12,), scales=(1,), components=2)
    )
    assert len(few) == 2
    assert few.std(axis=(1, 2)).min() > 0.1
