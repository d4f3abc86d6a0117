"""Workers die, scenes kill them, people interrupt: nothing that was complete is lost or redone."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from backend_support import TIMEOUT, Child, plain, run, session_members, wait_until
from batch_support import (
    assert_no_leftovers,
    batch,
    completion_times,
    kill,
    rows,
    scene_results,
    statuses,
    train,
    workers_of,
    write_crashing_vrt,
    write_scenes,
)
from conftest import Stripes

from backend.common import protocol

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc"),
]

Start = Callable[..., Child]

#: The whole of it takes minutes: many scenes, and a worker is killed every 10 s. Otherwise a few
#: scenes, and one is killed whenever some more are complete.
FULL = 200 if "GEODIFFNET_ALL_TESTS" in os.environ else 0
SCENES = FULL or 12
SECONDS_BETWEEN_KILLS = 10.0 if FULL else 0.0
#: On a machine so busy that a worker takes longer than that to start, some work must get done too.
MAPS_BETWEEN_KILLS = 1 if FULL else 3
#: The command line on a machine so busy that a cancelled job is ended before it can obey.
BY_FORCE = (
    "import backend.process.cancellation as stopping; from backend.cli import main; "
    "stopping.SECONDS_TO_STOP = 0.0; main()"
)


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A forest that tells the stripes apart."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 10)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


@pytest.fixture
def python_rasters(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let rasters run code where their pixels are read."""
    monkeypatch.setenv("GDAL_VRT_ENABLE_PYTHON", "YES")
    return {"GDAL_VRT_ENABLE_PYTHON": "YES"}


def slow_scenes(folder: Path, count: int, seconds: float) -> list[Path]:
    """Scenes of 48 × 48 pixels that take their time to be read."""
    wait = f"import time; time.sleep({seconds / 16 / 3})"  # for each band, three times each
    return [
        write_crashing_vrt(folder / f"slow{number:03d}.vrt", scene, wait)
        for number, scene in enumerate(write_scenes(folder, count, 48, 48))
    ]


def ask(child: Child, model: Path, images: list[Path], folder: Path, **settings: Any) -> None:
    options = {"model": model, "images": images, "output_folder": folder, "allow_external": True}
    child.ask("batch", **plain(options | settings))


@pytest.mark.slow
def test_killing_workers_repeatedly_loses_no_scene(
    start: Start, model: Path, python_rasters: dict[str, str], tmp_path: Path
) -> None:
    images, maps = slow_scenes(tmp_path / "scenes", SCENES, 1.0), tmp_path / "maps"
    child = start(**python_rasters)
    ask(child, model, images, maps, workers=2)
    over, killed = threading.Event(), []

    def reap() -> None:
        wait_until(lambda: completion_times(maps) or over.is_set(), "the first map")
        while not over.is_set():
            enough = len(completion_times(maps)) + MAPS_BETWEEN_KILLS
            over.wait(SECONDS_BETWEEN_KILLS)
            while not over.is_set() and len(completion_times(maps)) < enough:
                over.wait(0.1)
            workers = workers_of(child.processes())
            if workers:
                killed.append(workers[len(killed) % len(workers)])
                kill(killed[-1])

    reaper = threading.Thread(target=reap)
    reaper.start()
    status = child.process.wait(3600)
    over.set()
    reaper.join()
    child.end()
    assert status == protocol.EXIT_DONE, child.errors
    assert len(killed) >= 2
    print(f"{len(killed)} workers killed")
    assert child.result.figures["mapped"] == SCENES
    for image in images[:: max(1, SCENES // (SCENES if FULL else 5))]:
        alone = tmp_path / "alone.tif"
        options = {"model": model, "image": image, "output": alone, "allow_external": True}
        assert run("apply", **options).status == protocol.EXIT_DONE
        assert (maps / f"{image.stem}_map.tif").read_bytes() == alone.read_bytes()
    assert_no_leftovers(maps)
    wait_until(lambda: not child.processes())


@pytest.mark.slow
def test_an_interrupted_batch_is_resumed(
    start: Start, model: Path, python_rasters: dict[str, str], tmp_path: Path
) -> None:
    count = SCENES if FULL else 14
    images, maps = slow_scenes(tmp_path / "scenes", count, 1.0), tmp_path / "maps"
    some = count // 6  # each worker may complete another scene until it is stopped
    for stop in ("cancel", "parent gone", "killed"):
        child = start(**python_rasters)
        before = completion_times(maps)
        ask(child, model, images, maps, workers=2)
        enough = len(before) + some
        wait_until(lambda enough=enough: len(completion_times(maps)) >= enough, stop)
        since = time.monotonic()
        if stop == "cancel":
            child.send(protocol.CANCEL_LINE)
        elif stop == "parent gone":
            child.process.stdin.close()
        else:
            kill(child.process.pid)
        status = child.end()
        wait_until(lambda of=child: not of.processes(), "the workers to end")
        print(f"{stop}: over after {time.monotonic() - since:.2f} s")
        if stop != "killed":
            assert status == protocol.EXIT_CANCELLED, child.errors
            assert_no_leftovers(maps)
        after = completion_times(maps)
        assert before.items() <= after.items()  # what was complete was not made again
        assert len(after) < count
    complete = completion_times(maps)
    child = start(**python_rasters)
    ask(child, model, images, maps, workers=2)
    assert child.end() == protocol.EXIT_DONE, child.errors
    assert child.result.figures["skipped"] == len(complete)
    assert child.result.figures["mapped"] == count - len(complete)
    assert complete.items() <= completion_times(maps).items()
    assert_no_leftovers(maps)


@pytest.mark.slow
@pytest.mark.parametrize("command", [["-m", "backend"], ["-c", BY_FORCE]], ids=["", "by force"])
def test_ctrl_c_in_a_terminal_reports_what_remains(
    start: Start,
    model: Path,
    python_rasters: dict[str, str],
    tmp_path: Path,
    command: list[str],
) -> None:
    images, maps = slow_scenes(tmp_path / "scenes", 8, 1.5), tmp_path / "maps"
    command = [*command, "batch", "--model", str(model), "--output-folder", str(maps)]
    command += ["--allow-external", "--workers", "2", "--images", *map(str, images)]
    child = start(*command, **python_rasters)
    wait_until(lambda: completion_times(maps), "the first map")
    os.killpg(child.process.pid, signal.SIGINT)  # a terminal sends it to workers as well
    assert child.process.wait(TIMEOUT) == protocol.EXIT_CANCELLED
    wait_until(lambda: not child.processes(), "the workers to end")
    assert "complete scenes are kept" in child.errors
    assert "Traceback" not in child.errors
    assert completion_times(maps)
    assert_no_leftovers(maps)


@pytest.mark.slow
def test_a_scene_that_kills_its_worker_three_times_fails(
    model: Path, python_rasters: dict[str, str], tmp_path: Path
) -> None:
    scenes = write_scenes(tmp_path / "scenes", 6)
    deaths = tmp_path / "deaths"
    suicide = f"import os; open({str(deaths)!r}, 'a').write('x'); os.kill(os.getpid(), 9)"
    deadly = write_crashing_vrt(tmp_path / "deadly.vrt", scenes[0], suicide)
    outcome = batch(model, [deadly, *scenes], tmp_path / "maps", workers=2, allow_external=True)
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert statuses(outcome) == {"deadly": "failed"} | {scene.stem: "mapped" for scene in scenes}
    assert scene_results(outcome)["deadly"]["code"] == "scene.worker_died"
    assert deaths.read_text() == "xxx"
    assert "3 times" in rows(tmp_path / "maps")["deadly"]["message"]
    assert_no_leftovers(tmp_path / "maps")
    assert workers_of(session_members(os.getsid(0))) == []
