"""Full and failing disks: no incomplete output remains, and a failing cache stops no job."""

from __future__ import annotations

import os
import resource
import shutil
import signal
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import rasterio
from backend_support import ROOT, Child, run, snapshot
from conftest import Finished, Stripes

from backend.common import protocol

pytestmark = pytest.mark.backend

Start = Callable[..., Child]

MOUNTS = shutil.which("mount") is not None and hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Callable[[int], Path]]:
    """Make a disk of so many kilobytes."""
    mounted: list[Path] = []

    def make(kilobytes: int) -> Path:
        folder = tmp_path / f"disk{len(mounted)}"
        folder.mkdir()
        command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
        if not MOUNTS or subprocess.run(command, capture_output=True, check=False).returncode:
            pytest.skip("only root may mount a small disk, and not in every container")
        mounted.append(folder)
        return folder

    yield make
    for folder in mounted:
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_a_full_disk_is_reported_at_any_stage(
    stripes: Stripes,
    disk: Callable[[int], Path],
    capfd: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 20)
    names = {
        "output": "map.tif",
        "confidence": "confidence.tif",
        "probabilities": "probabilities.tif",
        "model": "model.safetensors",
        "report": "report.html",
    }
    result = set()
    # from not even a name to all but the last file
    for kilobytes in (4, 8, 12, 16, 24, 32, 48, 64, 96, 128, 256):
        folder = disk(kilobytes)
        options = {setting: folder / name for setting, name in names.items()}
        outcome = run(
            "classify", **stripes.job_settings(options.pop("output"), **options, seed=kilobytes)
        )
        if outcome.status == protocol.EXIT_DONE:
            with rasterio.open(folder / "map.tif") as dataset:
                assert dataset.read(1).any()
            break
        assert outcome.failure.code == "output.disk_full", outcome.failure
        assert str(folder) in outcome.failure.message
        assert "Free some space" in outcome.failure.hint
        assert snapshot(folder) == {}
        assert "Traceback" not in capfd.readouterr().err
        result.add(outcome.failure.message)
    assert len(result) >= 3


def test_a_disk_without_free_inodes_is_refused_before_any_work(
    stripes: Stripes, disk: Callable[[int], Path]
) -> None:
    folder = disk(4)
    (folder / "everything").write_bytes(bytes(4096))
    outcome = run("classify", **stripes.job_settings(folder / "map.tif"))
    assert outcome.failure.code == "output.disk_full"
    stages = {event.stage for event in outcome.events if isinstance(event, protocol.Progress)}
    assert stages == {"start"}
    assert set(snapshot(folder)) == {"everything"}


def test_a_failed_write_on_a_disk_with_space_is_not_reported_as_full(
    start: Start, stripes: Stripes, tmp_path: Path
) -> None:
    def limit() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))

    # -B, or Python would write its own files half, too
    child = start("-I", "-B", str(ROOT / "backend"), "worker", before=limit)
    out = tmp_path / "out"
    out.mkdir()
    child.ask(
        "classify", **stripes.job_settings(out / "map.tif", probabilities=out / "probabilities.tif")
    )
    assert child.end() == protocol.EXIT_USER_ERROR, child.errors
    assert child.failure.code == "output.write_failed"
    assert "disk" in child.failure.hint
    assert snapshot(out) == {}


@pytest.mark.parametrize(
    ("closed", "code"),
    [
        ("out", "output.not_writable"),
        ("image", "scene.unreadable"),
        ("labels", "labels.unreadable"),
        ("library", "library.unreadable"),
    ],
)
def test_a_folder_without_write_access_is_reported(
    start: Start, stripes: Stripes, tmp_path: Path, closed: str, code: str
) -> None:
    folders = {name: tmp_path / name for name in ("out", "image", "labels", "library")}
    for folder in folders.values():
        folder.mkdir()
    scene = shutil.copy(stripes.scene, folders["image"])
    labels = shutil.copy(stripes.labels, folders["labels"])
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.geteuid() and len(folder.parts) > 2:
            folder.chmod(folder.stat().st_mode | 0o055)
    folders["out"].chmod(0o777)
    folders[closed].chmod(0o555 if closed == "out" else 0)

    def become_nobody() -> None:
        if os.geteuid() == 0:
            os.setgid(65534)
            os.setuid(65534)

    child = start(before=become_nobody)
    options = stripes.job_settings(folders["out"] / "map.tif", image=scene, labels=labels)
    if closed == "library":
        options["library"] = [str(folders["library"] / "spectra.csv")]
    child.ask("classify", **options)
    status = child.end()
    folders[closed].chmod(0o777)
    assert status == protocol.EXIT_USER_ERROR, child.errors
    assert child.failure.code == code
    assert str(folders[closed]) in child.failure.message
    assert "Traceback" not in child.errors
    assert snapshot(folders["out"]) == {}


@pytest.mark.parametrize("trouble", ["a file", "/proc", "full"])
def test_a_job_continues_without_a_writable_cache(
    finished: Finished,
    disk: Callable[[int], Path],
    tmp_path: Path,
    trouble: str,
) -> None:
    if trouble == "a file":
        cache = tmp_path / "cache"
        cache.write_text("no folder")
    else:
        cache = Path("/proc/geodiffnet") if trouble == "/proc" else disk(64) / "cache"
    output = tmp_path / "map.tif"
    outcome = run("apply", **finished.again(output, cache))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert any(str(cache) in warning for warning in outcome.warnings)
    assert output.read_bytes() == finished.map
    if trouble == "full":
        assert [name for name in snapshot(cache) if "partial" in name] == []


def test_a_damaged_cache_is_ignored(finished: Finished, tmp_path: Path) -> None:
    cache, output = tmp_path / "cache", tmp_path / "map.tif"
    assert run("apply", **finished.again(output, cache)).status == protocol.EXIT_DONE
    entries = [path for path in cache.rglob("*") if path.is_file()]
    assert entries
    for damage in (lambda content: content[: len(content) // 2], lambda content: b"\xff" * 1000):
        for path in entries:
            path.write_bytes(damage(path.read_bytes()))
        assert run("apply", **finished.again(output, cache)).status == protocol.EXIT_DONE
        assert output.read_bytes() == finished.map
