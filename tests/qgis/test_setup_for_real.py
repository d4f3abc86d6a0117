"""Set-up with the real packages, as the plugin is installed: minutes each, so only if asked for.

    scripts/test --all qgis tests/qgis/test_setup_for_real.py -s

Packages come from where pip gets them here, or from the folder of wheels GEODIFFNET_WHEELS.
"""

import contextlib
import json
import os
import random
import signal
import subprocess
import time

import pytest
from qgis_support import (
    BACKEND_PYTHON,
    ROOT,
    QgisProcess,
    descendants,
    is_alive,
    private_folder,
    wait_until,
)

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        "GEODIFFNET_ALL_TESTS" not in os.environ, reason="runs with scripts/test --all"
    ),
]
ALGORITHM = "geodiffnet:setupbackend"
SECONDS = 1500
INTERRUPTIONS = 10
#: The longest that a set-up is left alone before it is interrupted; it may have ended by then.
LATEST = 60


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A plugins folder with the released zip of the last commit."""
    folder, dist = tmp_path_factory.mktemp("plugins"), tmp_path_factory.mktemp("dist")
    command = [BACKEND_PYTHON, ROOT / "scripts" / "lib" / "package.py", "--folder", dist]
    subprocess.run(command, cwd=ROOT, check=True)
    (archive,) = dist.glob("*.zip")
    subprocess.run(["/usr/bin/python3", "-m", "zipfile", "-e", archive, folder], check=True)
    return folder


@pytest.fixture
def window(installed, tmp_path_factory):
    """A `qgis_process` with its own profile, in a folder with spaces and umlauts."""

    def make(folder=None):
        config = folder or tmp_path_factory.mktemp("Öffentliche Karten ß")
        process = QgisProcess(installed, config, private_folder(tmp_path_factory))
        pip = {name: value for name, value in os.environ.items() if name.startswith("PIP_")}
        process.environment |= pip | {"GEODIFFNET_PYTHON": ""}
        process.runtime = config / "profiles" / "default" / "geodiffnet" / "runtime"
        process("plugins", "enable", "geodiffnet", check=True)
        return process

    return make


def arguments(**more):
    if "GEODIFFNET_WHEELS" in os.environ:
        more.setdefault("WHEELS", os.environ["GEODIFFNET_WHEELS"])
    return ["run", ALGORITHM, *(f"--{name}={value}" for name, value in more.items())]


def set_up(process, **more):
    """Set the backend up; returns the outputs and the duration in seconds."""
    started = time.monotonic()
    ended = process("--json", *arguments(**more), timeout=SECONDS)
    assert ended.returncode == 0, ended.stdout + ended.stderr
    results = json.loads(ended.stdout[ended.stdout.index("{") :])["results"]
    return results, time.monotonic() - started


def tidy(process):
    """Check that there are no incomplete files besides the lock and reusable downloads."""
    runtime = process.runtime
    marker = runtime / "current.json"
    names = {path.name for path in runtime.iterdir()} if runtime.is_dir() else set()
    used = {json.loads(marker.read_text())["name"]} if marker.exists() else set()
    return names - used - {"current.json", "setup.lock", "wheels"}


def test_an_installation_passes_the_self_test_and_classifies(window, sample, tmp_path):
    process = window()
    results, seconds = set_up(process)
    assert results["STATE"] == "ready"
    size = subprocess.run(["du", "-sm", results["FOLDER"]], capture_output=True, text=True).stdout
    print(f"\nfrom nothing: {seconds:.0f} s, {size.split()[0]} MB, {results['DEVICE']}")
    assert not tidy(process)
    output = tmp_path / "map.tif"
    command = [f"--INPUT={sample.scene}", f"--LABELS={sample.labels}", "--CLASS_FIELD=class"]
    run = process("run", "geodiffnet:classify", *command, f"--OUTPUT={output}", timeout=SECONDS)
    assert run.returncode == 0, run.stdout + run.stderr
    assert output.stat().st_size > 1000
    verified = process("run", ALGORITHM, "--ACTION=verify", timeout=SECONDS)
    assert "self-test took" in verified.stdout


def test_interruptions_at_random_moments_are_resumed(window):
    process = window()
    chance = random.Random(7)
    table = []
    for number in range(INTERRUPTIONS):
        moment = chance.uniform(1, LATEST)
        kind = (signal.SIGKILL, signal.SIGINT)[number % 2]
        running = process.start(*arguments(ACTION="repair"))
        family = []
        try:
            running.communicate(timeout=moment)
            how = "had ended"
        except subprocess.TimeoutExpired:
            family = descendants(running.pid)
            if kind == signal.SIGKILL:
                # As when the power fails: QGIS and all that it has started.
                os.killpg(running.pid, kind)
                for child in family:
                    if is_alive(child):
                        os.kill(child, kind)
            else:
                running.send_signal(kind)
            said, _ = running.communicate(timeout=60)
            how = "cancelled" if "Cancelled" in (said or "") else "killed"
        kept = len(list((process.runtime / "wheels").glob("*.whl")))
        table.append(f"{moment:5.1f} s  {kind.name:<8} {how:<10} {kept:3d} files kept")
        wait_until(lambda left=tuple(family): not any(map(is_alive, left)), 30)
        if kind == signal.SIGINT:
            assert not tidy(process)
        verified = process("run", ALGORITHM, "--ACTION=verify")
        if (process.runtime / "current.json").exists():
            assert verified.returncode == 0, verified.stdout + verified.stderr
        else:
            assert "not set up yet" in verified.stdout + verified.stderr
    print("\n" + "\n".join(table))
    results, seconds = set_up(process, ACTION="repair")
    print(f"finished in {seconds:.0f} s")
    assert results["STATE"] == "ready"
    assert not tidy(process)


def test_two_windows_do_not_install_at_the_same_time(window):
    first = window()
    running = first.start(*arguments())
    wait_until(lambda: (first.runtime / "setup.lock").exists(), 60)
    second = first(*arguments(), timeout=120)
    assert second.returncode == 1
    assert "Another QGIS window is setting up the backend" in second.stdout + second.stderr
    said, _ = running.communicate(timeout=SECONDS)
    assert running.returncode == 0, said
    assert not tidy(first)


@pytest.fixture
def small_disk(tmp_path):
    """Mount a file system in memory with a size in megabytes."""
    if os.geteuid() != 0:
        pytest.skip("only root may mount a small disk")
    mounted = []

    def mount(megabytes):
        folder = tmp_path / f"disk {megabytes}"
        folder.mkdir()
        options = ["-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", folder]
        if subprocess.run(["mount", *options], capture_output=True).returncode != 0:
            pytest.skip("no small disk can be mounted here")
        mounted.append(folder)
        return folder

    yield mount
    for folder in mounted:
        subprocess.run(["umount", "--lazy", folder], check=True)


def test_missing_disk_space_is_reported_before_the_installation(window, small_disk):
    process = window(small_disk(900))
    refused = process(*arguments(), timeout=120)
    assert refused.returncode == 1
    assert "not enough disk space" in refused.stdout + refused.stderr
    assert not tidy(process)


def test_a_full_disk_leaves_no_incomplete_environment(window, small_disk):
    disk = small_disk(3000)
    process = window(disk)
    running = process.start(*arguments())
    wait_until(lambda: list(process.runtime.glob("*/lib/python3*/site-packages/torch")), SECONDS)
    filler = disk / "filler"
    with filler.open("wb") as file, contextlib.suppress(OSError):
        for start in range(0, 2**40, 2**20):  # bit by bit, since pip writes at the same time
            os.posix_fallocate(file.fileno(), start, 2**20)
    said, _ = running.communicate(timeout=SECONDS)
    assert running.returncode == 1, said
    assert "The disk is full." in said
    assert not tidy(process)
    filler.unlink()
    assert set_up(process)[0]["STATE"] == "ready"
