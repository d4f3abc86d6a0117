"""Damaged completion markers: their scenes are mapped again; files of the user are kept."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from backend_support import run
from batch_support import batch, completion_times, statuses, train, write_scenes
from conftest import Stripes

from backend.campaign.scene_task import Outcome
from backend.common import protocol

pytestmark = pytest.mark.backend


@pytest.fixture(scope="module")
def campaign(
    stripes: Stripes, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, list[Path], Path]:
    """A model, two scenes, and a folder in which both are complete."""
    folder = tmp_path_factory.mktemp("campaign")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 5)
        model = train(stripes, folder / "rf.safetensors")
    scenes = write_scenes(folder / "scenes", 2)
    assert batch(model, scenes, folder / "maps", workers=1).status == protocol.EXIT_DONE
    return model, scenes, folder / "maps"


def marker_of(folder: Path) -> Path:
    return folder / "scene000_map.tif.json"


def with_figures(**changes: Any) -> Callable[[dict[str, Any]], object]:
    return lambda data: {**data, "figures": {**data["figures"], **changes}}


def with_class(**changes: Any) -> Callable[[dict[str, Any]], object]:
    def change(data: dict[str, Any]) -> object:
        data["figures"]["classes"][0] |= changes
        return data

    return change


def without(name: str) -> Callable[[dict[str, Any]], object]:
    return lambda data: {**data, "figures": {k: v for k, v in data["figures"].items() if k != name}}


CHANGES: dict[str, Callable[[dict[str, Any]], object]] = {
    "a list": lambda data: [data],
    "null": lambda data: None,
    "unknown field": lambda data: {**data, "more": 1},
    "missing field": lambda data: {k: v for k, v in data.items() if k != "outputs"},
    "figures null": lambda data: {**data, "figures": None},
    "figures a list": lambda data: {**data, "figures": [1]},
    "figures empty": lambda data: {**data, "figures": {}},
    "classes missing": without("classes"),
    "classes a number": with_figures(classes=3),
    "classes null": with_figures(classes=None),
    "classes of texts": with_figures(classes=["soil", "tree", "water"]),
    "a class more": lambda data: with_figures(classes=data["figures"]["classes"] * 2)(data),
    "a class less": lambda data: with_figures(classes=data["figures"]["classes"][1:])(data),
    "pixels text": with_class(pixels="many"),
    "pixels null": with_class(pixels=None),
    "pixels negative": with_class(pixels=-5),
    "pixels huge": with_class(pixels=10**400),
    "pixels more than there are": with_class(pixels=10**9),
    "code text": with_class(code="1"),
    "size missing": without("size"),
    "size a number": with_figures(size=7),
    "size of three": with_figures(size=[1, 2, 3]),
    "size of texts": with_figures(size=["a", "b"]),
    "size zero": with_figures(size=[0, 0]),
    "confidence text": with_figures(mean_confidence="high"),
    "confidence a list": with_figures(mean_confidence=[0.5]),
    "confidence nan": with_figures(mean_confidence=float("nan")),
    "outside text": with_figures(outside="some"),
    "outside too large": with_figures(outside=7.0),
    "areas text": with_figures(class_areas="large"),
    "areas of texts": with_figures(class_areas=["a", "b", "c"]),
    "areas infinite": with_figures(class_areas=[1.0, 1.0, float("inf")]),
    "areas negative": with_figures(class_areas=[1.0, 1.0, -1.0]),
    "an area less": with_figures(class_areas=[1.0, 1.0]),
    "thumbnail a number": lambda data: {**data, "thumbnail": 5},
    "thumbnail an address": lambda data: {**data, "thumbnail": "https://example.org/a.png"},
    "thumbnail a script": lambda data: {**data, "thumbnail": 'data:image/png;base64,"><script>'},
    "campaign null": lambda data: {**data, "campaign": None},
    "outputs a list": lambda data: {**data, "outputs": ["map"]},
    "identity a text": lambda data: {**data, "identity": "same"},
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_marker_with_invalid_content_is_ignored(
    campaign: tuple[Path, list[Path], Path], change: str
) -> None:
    path = marker_of(campaign[2])
    intact = path.read_text(encoding="utf-8")
    path.write_text(json.dumps(CHANGES[change](json.loads(intact))), encoding="utf-8")
    try:
        assert_mapped_again(campaign, path, change)
    finally:
        if not path.is_file() or path.read_text(encoding="utf-8") != intact:
            path.write_text(intact, encoding="utf-8")


def assert_mapped_again(campaign: tuple[Path, list[Path], Path], path: Path, change: str) -> None:
    """The batch finds the scene incomplete; mapping itself is replaced, to save time."""
    model, scenes, folder = campaign

    def mapped(_settings: object, _digest: str, tasks: list[Any], _reporter: object) -> Any:
        for task in tasks:
            yield Outcome(task.scene.number, "failed", code="test", message="a", hint="b")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.campaign.campaign._map", mapped)
        outcome = batch(model, scenes, folder, workers=1)
    assert statuses(outcome) == {"scene000": "failed", "scene001": "skipped"}, change


def test_an_intact_marker_is_accepted(campaign: tuple[Path, list[Path], Path]) -> None:
    model, scenes, folder = campaign
    assert set(statuses(batch(model, scenes, folder, workers=1)).values()) == {"skipped"}


@pytest.mark.parametrize(
    "damage",
    [
        lambda path: path.write_bytes(b""),
        lambda path: path.write_bytes(b"\xff\xfe\x00"),
        lambda path: path.write_text("{" * 100_000),
        lambda path: path.write_text("[" * 100_000),
        lambda path: path.write_text("9" * 10_000),
    ],
    ids=["empty", "no text", "braces", "brackets", "digits"],
)
def test_a_marker_damaged_by_a_crash_is_replaced(
    campaign: tuple[Path, list[Path], Path], damage: Callable[[Path], object]
) -> None:
    path = marker_of(campaign[2])
    intact = path.read_text(encoding="utf-8")
    damage(path)
    try:
        assert_mapped_again(campaign, path, "damaged")
    finally:
        path.unlink()
        path.write_text(intact, encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="needs pipes")
@pytest.mark.parametrize(
    ("put", "code"),
    [
        (lambda path: path.write_text("{}"), "output.not_own"),
        (lambda path: path.write_text('{"type": "FeatureCollection"}'), "output.not_own"),
        (lambda path: path.symlink_to(path.with_name("mine.json")), "output.not_own"),
        (lambda path: path.mkdir(), "output.not_own"),
        (lambda path: os.mkfifo(path), "output.not_a_file"),
        (lambda path: path.symlink_to(endless(path)), "output.not_a_file"),
    ],
    ids=["empty object", "features", "link", "folder", "pipe", "endless"],
)
def test_a_file_that_is_not_a_marker_is_kept(
    campaign: tuple[Path, list[Path], Path], put: Callable[[Path], object], code: str
) -> None:
    model, scenes, folder = campaign
    path = marker_of(folder)
    intact = path.read_text(encoding="utf-8")
    path.unlink()
    put(path)
    before = _identity(path)
    try:
        outcome = batch(model, scenes, folder, workers=1)
        assert outcome.failure.code == code
        assert str(path) in outcome.failure.message
        assert _identity(path) == before
    finally:
        path.rmdir() if path.is_dir() else path.unlink()
        path.write_text(intact, encoding="utf-8")


def _identity(path: Path) -> tuple[int, ...]:
    """What changes when a file is written or replaced, but not when it is read."""
    found = os.lstat(path)
    return found.st_ino, found.st_mode, found.st_size, found.st_mtime_ns


def endless(beside: Path) -> Path:
    """A device of our own that never ends; only root may make one."""
    node = beside.parent.parent / "endless"
    try:
        if not node.exists():
            os.mknod(node, 0o20600, os.makedev(1, 5))
    except PermissionError:
        pytest.skip("only root may make devices")
    return node


def test_only_the_scene_with_the_damaged_marker_is_mapped_again(
    campaign: tuple[Path, list[Path], Path],
) -> None:
    model, scenes, folder = campaign
    before = completion_times(folder)
    marker_of(folder).write_text('{"kind": "geodiffnet batch", "figures": 3}')
    outcome = run("batch", model=model, images=scenes, output_folder=folder, workers=1)
    assert statuses(outcome) == {"scene000": "mapped", "scene001": "skipped"}
    after = completion_times(folder)
    assert [name for name in before if before[name] != after[name]]


def test_only_leases_of_batches_are_removed(campaign: tuple[Path, list[Path], Path]) -> None:
    model, scenes, folder = campaign
    secret = folder.parent / "secret"
    secret.mkdir(exist_ok=True)
    (secret / "mine").write_text("mine")
    old = folder / f".geodiffnet-batch.{'0' * 16}"
    old.touch()
    (folder / f"{old.name}.parts").mkdir()
    kept = [".geodiffnet-batch.notes", ".geodiffnet-batch.0123", f"{old.name}.partsx"]
    for name in kept:
        (folder / name).write_text("mine")
    (folder / f".geodiffnet-batch.{'1' * 16}").symlink_to(secret)
    marker_of(folder).unlink()
    assert batch(model, scenes, folder, workers=1).status == protocol.EXIT_DONE
    assert not old.exists()
    assert not (folder / f"{old.name}.parts").exists()
    assert all((folder / name).read_text() == "mine" for name in kept)
    assert (secret / "mine").read_text() == "mine"
    for name in kept:
        (folder / name).unlink()
    (folder / f".geodiffnet-batch.{'1' * 16}").unlink()
