"""Named pipes and devices are refused at once wherever a file would be read."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from backend_support import TIMEOUT, Outcome, run
from conftest import Stripes

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="the system has no named pipes"),
]

#: What GDAL and others look for beside `t.tif`, with the names that products have.
BESIDE = [
    "t.tif.aux.xml", "t.aux.xml", "t.aux", "t.tif.msk", "t.msk", "t.tif.ovr", "t.ovr", "t.rrd",
    "t.IMD", "t.imd", "t_RPC.TXT", "t_rpc.txt", "t.RPB", "t.rpb", "t.tfw", "t.tifw", "t.wld",
    "t.tfwx", "t.hdr", "t.tif.hdr", "t.prj", "t.clr", "t.stx", "t.tab", "t.xml", "t.XML", "t.pvl",
    "t_metadata.txt", "t_metadata.xml", "t.eph", "t.pass", "t.txt", "t_README.XML", "METADATA.DIM",
    "DIM_t.XML", "RPC_t.XML", "HDR-t.txt", "t_MTL.txt", "t.tif.gmlas", "t.geom", "t.tif.vat.dbf",
]  # fmt: skip


def ended(outcome: Callable[[], Outcome]) -> Outcome:
    """What a job comes to; one that waits at a pipe is left behind."""
    found: list[Outcome] = []
    thread = threading.Thread(target=lambda: found.append(outcome()), daemon=True)
    thread.start()
    thread.join(TIMEOUT)
    assert found, "it waits"
    return found[0]


def assert_refused(outcome: Callable[[], Outcome], *codes: str) -> None:
    """It says so, and soon."""
    failure = ended(outcome).failure
    assert failure.code in ("input.not_a_file", "source.external_reference", *codes), failure


@pytest.fixture
def scene(stripes: Stripes, tmp_path: Path) -> Path:
    """The scene in a folder of its own."""
    path = tmp_path / "data" / "t.tif"
    path.parent.mkdir()
    path.write_bytes(stripes.scene.read_bytes())
    return path


@pytest.mark.parametrize("name", BESIDE)
def test_a_pipe_beside_a_scene_is_refused(
    stripes: Stripes, scene: Path, name: str, tmp_path: Path
) -> None:
    os.mkfifo(scene.with_name(name))
    options = stripes.job_settings(tmp_path / "map.tif", image=scene)
    assert_refused(lambda: run("classify", **options))


@pytest.mark.parametrize("ending", [".gpkg-wal", ".gpkg-journal", ".gpkg-shm", ".gpkg.aux.xml"])
def test_a_pipe_beside_labels_is_refused(stripes: Stripes, ending: str, tmp_path: Path) -> None:
    labels = tmp_path / "train.gpkg"
    labels.write_bytes(stripes.labels.read_bytes())
    os.mkfifo(tmp_path / f"train{ending}")
    assert_refused(
        lambda: run("classify", **stripes.job_settings(tmp_path / "map.tif", labels=labels))
    )


@pytest.mark.parametrize(
    "setting", ["image", "labels", "model", "backbone", "map", "reference", "strata"]
)
@pytest.mark.parametrize("external", [False, True])
@pytest.mark.parametrize("linked", [False, True])
def test_a_pipe_as_an_input_is_refused(
    stripes: Stripes, setting: str, external: bool, linked: bool, tmp_path: Path
) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    if linked:
        pipe = tmp_path / "t.tif"
        pipe.symlink_to("pipe")
    job, given = "classify", stripes.job_settings(tmp_path / "map.tif")
    if setting == "model":
        job, given = "apply", {"image": stripes.scene, "output": tmp_path / "map.tif"}
    elif setting in ("map", "reference", "strata"):
        job, given = "assess", {"report": tmp_path / "report.html", "class_field": "class"}
        given |= {"map": stripes.scene, "reference": stripes.labels}
    elif setting == "backbone":
        given["method"] = "geodiffnet"
    given: dict[str, Any] = given | {setting: pipe, "allow_external": external}
    assert_refused(
        lambda: run(job, **given),
        "backbone.not_found",
    )


@pytest.mark.parametrize("part", ["config.json", "scheduler_config.json", "model.safetensors"])
def test_a_pipe_in_a_backbone_is_refused(stripes: Stripes, part: str, tmp_path: Path) -> None:
    folder = tmp_path / "backbone"
    folder.mkdir()
    for name in ("config.json", "scheduler_config.json", "model.safetensors"):
        if name == part:
            os.mkfifo(folder / name)
        else:
            (folder / name).write_text("{}", encoding="utf-8")
    options = stripes.job_settings(tmp_path / "map.tif", method="geodiffnet", backbone=folder)
    failure = ended(lambda: run("classify", **options)).failure
    assert failure.code.startswith(("backbone.", "input."))


def test_a_pipe_in_the_folder_of_a_product_is_refused(stripes: Stripes, tmp_path: Path) -> None:
    for name in ("ENMAP01-METADATA.XML", "PRS_L2D_x.he5", "EMIT_L2A_RFL_x.nc"):
        folder = tmp_path / name.partition(".")[0]
        folder.mkdir()
        os.mkfifo(folder / name)
        options = stripes.job_settings(tmp_path / "map.tif", image=folder)
        assert_refused(lambda options=options: run("classify", **options), "scene.unreadable")


def test_a_pipe_beside_the_source_of_a_virtual_raster_is_refused(
    stripes: Stripes, scene: Path, tmp_path: Path
) -> None:
    inner = scene.with_name("parts") / "p.tif"
    inner.parent.mkdir()
    scene.rename(inner)
    os.mkfifo(inner.with_name("p.tif.aux.xml"))
    virtual = scene.with_name("v.vrt")
    virtual.write_text(
        '<VRTDataset rasterXSize="4" rasterYSize="4"><VRTRasterBand dataType="Float32" band="1">'
        '<SimpleSource><SourceFilename relativeToVRT="1">parts/p.tif</SourceFilename>'
        "</SimpleSource></VRTRasterBand></VRTDataset>",
        encoding="utf-8",
    )
    assert_refused(
        lambda: run("classify", **stripes.job_settings(tmp_path / "map.tif", image=virtual))
    )


def test_a_device_beside_a_scene_is_refused(stripes: Stripes, scene: Path, tmp_path: Path) -> None:
    link = scene.with_name("t.tif.aux.xml")
    link.symlink_to("/dev/zero")
    assert_refused(
        lambda: run("classify", **stripes.job_settings(tmp_path / "map.tif", image=scene))
    )


def test_a_pipe_that_is_not_read_is_accepted(stripes: Stripes, scene: Path, tmp_path: Path) -> None:
    os.mkfifo(scene.with_name("queue.fifo"))
    scene.with_name("t.tif.aux.link").symlink_to("nothing")
    assert run("classify", **stripes.job_settings(tmp_path / "map.tif", image=scene)).status == 0
    assert stat.S_ISFIFO(scene.with_name("queue.fifo").stat().st_mode)
