"""`features`: the diffusion features of a scene as a raster of named bands."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from backend_support import plain, run, snapshot
from conftest import Stripes

from backend import worker
from backend.common import protocol
from backend.features.context import CONTEXT_WIDTHS

pytestmark = pytest.mark.backend

#: Settings that are extracted quickly.
FAST = {"blocks": "2", "composites": "pca1", "scales": "1", "components": 8, "device": "cpu"}


def job_settings(stripes: Stripes, output: Path, cache: Path, **settings: Any) -> dict[str, Any]:
    """Settings of an export of features of the stripes."""
    return plain({"image": stripes.scene, "output": output, "cache": cache} | settings)


def test_features_have_the_grid_of_the_scene_and_named_bands(
    stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    output = tmp_path / "features.tif"
    outcome = run("features", **job_settings(stripes, output, cache, device="cpu"))
    assert outcome.result.outputs == {"features": str(output)}
    with rasterio.open(output) as found, rasterio.open(stripes.scene) as scene:
        assert (found.crs, found.transform, found.shape) == (
            scene.crs,
            scene.transform,
            scene.shape,
        )
        assert set(found.dtypes) == {"float32"}
        names = found.descriptions
        values = found.read(masked=True)
        tags = found.tags()
    # two denoised images of three channels and four components, at each scale
    from_backbone = 2 * (2 * 3 + 4)
    count = from_backbone + len(CONTEXT_WIDTHS) * 2 * 3
    assert len(names) == len(set(names)) == count == outcome.result.figures["bands"]
    assert names[0] == "scale 2, denoised pca1 channel 1, timestep 300"
    assert names[6] == "scale 2, component 1"
    assert names[from_backbone - 1] == "scale 4, component 4"
    assert names[from_backbone] == "mean over 1 px, pca1 channel 1"
    assert names[-1] == f"mean over {CONTEXT_WIDTHS[-1]} px, pca2 channel 3"
    assert tags["GEODIFFNET_BLOCKS"] == "2, 12"
    missing = stripes.cube.truth == 0
    assert missing.any()
    assert all((np.ma.getmaskarray(band) == missing).all() for band in values)
    assert np.isfinite(values.compressed()).all()
    assert (values.std(axis=(1, 2)) > 0).all()
    assert outcome.result.figures["pixels"] == (~missing).sum()


def test_context_features_contain_the_composite_of_the_pixel(
    stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    """The first principal component separates the stripes."""
    output = tmp_path / "features.tif"
    run("features", **job_settings(stripes, output, cache, **FAST))
    with rasterio.open(output) as found:
        band = found.descriptions.index("mean over 1 px, pca1 channel 1") + 1
        values = found.read(band)
    truth = stripes.cube.truth
    means = [values[truth == code].mean() for code in (1, 2, 3)]
    deviation = max(values[truth == code].std() for code in (1, 2, 3))
    assert min(abs(np.diff(sorted(means)))) > deviation


def test_timesteps_and_scales_can_be_chosen(stripes: Stripes, cache: Path, tmp_path: Path) -> None:
    output = tmp_path / "features.tif"
    chosen = FAST | {"timesteps": "0, 200.0", "scales": "1,2"}
    run("features", **job_settings(stripes, output, cache, **chosen))
    with rasterio.open(output) as found:
        assert found.count == 2 * 8 + len(CONTEXT_WIDTHS) * 3
        tags = found.tags()
    assert tags["GEODIFFNET_TIMESTEPS"] == "0, 200"
    assert tags["GEODIFFNET_COMPOSITES"] == "pca1"
    assert tags["GEODIFFNET_SCALES"] == "1, 2"


@pytest.mark.parametrize(
    ("chosen", "components"),
    [
        ({}, 4),
        ({"blocks": "2, 12"}, 4),
        ({"blocks": "11, 12"}, 32),
        ({"blocks": "11, 12", "components": 5}, 5),
        ({"components": 5}, 5),
    ],
)
def test_the_default_number_of_components_depends_on_the_blocks(
    stripes: Stripes, cache: Path, tmp_path: Path, chosen: dict[str, Any], components: int
) -> None:
    output = tmp_path / "features.tif"
    fast = {"composites": "pca1", "scales": "4", "device": "cpu"}
    run("features", **job_settings(stripes, output, cache, **fast, **chosen))
    with rasterio.open(output) as found:
        names = found.descriptions
        tags = found.tags()
    assert sum("component" in name for name in names) == components
    assert sum("denoised" in name for name in names) == 3
    assert tags["GEODIFFNET_COMPONENTS"] == str(components)


def test_features_are_repeatable_and_shared_with_other_commands(
    stripes: Stripes, tmp_path: Path
) -> None:
    cache = tmp_path / "cache"
    first, second = tmp_path / "first.tif", tmp_path / "second.tif"
    run("features", **job_settings(stripes, first, cache, **FAST))
    (entry,) = entries(cache)
    run("features", **job_settings(stripes, second, tmp_path / "other", **FAST))
    assert first.read_bytes() == second.read_bytes()
    fitted = stripes.job_settings(tmp_path / "map.tif", method="geodiffnet", cache=cache, **FAST)
    assert run("classify", **plain(fitted)).status == protocol.EXIT_DONE
    assert entries(cache) == [entry]


def entries(cache: Path) -> list[Path]:
    """The folders of the cache, without the signing key beside them."""
    return [path for path in cache.iterdir() if path.is_dir()]


@pytest.mark.parametrize(
    ("wrong", "code", "expected"),
    [
        ({"composites": "rgb, infrared"}, "features.invalid", '"infrared"'),
        ({"timesteps": "1000"}, "features.invalid", '"1000"'),
        ({"timesteps": "0.5"}, "features.invalid", '"0.5"'),
        ({"timesteps": "-1"}, "features.invalid", '"-1"'),
        ({"blocks": ", ,"}, "features.invalid", "The list of decoder blocks is empty"),
        ({"scales": "0"}, "features.invalid", '"0"'),
        ({"blocks": "13"}, "backbone.no_such_block", "13"),
        ({"components": 0}, "job.invalid", "components"),
    ],
)
def test_invalid_settings_are_refused_and_nothing_is_written(
    stripes: Stripes, cache: Path, tmp_path: Path, wrong: dict[str, Any], code: str, expected: str
) -> None:
    outcome = run("features", **job_settings(stripes, tmp_path / "f.tif", cache, **wrong))
    assert outcome.failure.code == code
    assert expected in outcome.failure.message
    assert list(tmp_path.iterdir()) == []


def test_the_scene_is_never_replaced(stripes: Stripes, cache: Path) -> None:
    before = stripes.scene.read_bytes()
    outcome = run("features", **job_settings(stripes, stripes.scene, cache))
    assert outcome.failure.code == "output.is_input"
    assert stripes.scene.read_bytes() == before


@pytest.mark.parametrize("stage", ["preparing", "features"])
def test_cancelling_keeps_the_existing_raster(stripes: Stripes, tmp_path: Path, stage: str) -> None:
    output = tmp_path / "out" / "features.tif"
    output.parent.mkdir()
    output.write_bytes(b"an existing raster")
    cancelled = threading.Event()

    def watch(event: protocol.Event) -> None:
        if isinstance(event, protocol.Progress) and event.stage == stage:
            cancelled.set()

    job = protocol.Job("features", job_settings(stripes, output, tmp_path / "cache", **FAST))
    assert worker.run_job(protocol.encode_job(job), watch, cancelled) == protocol.EXIT_CANCELLED
    assert snapshot(output.parent) == {"features.tif": b"an existing raster"}
