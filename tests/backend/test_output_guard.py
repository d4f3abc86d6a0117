"""No job costs a file: every path that is written against every file of every kind of input.

The cells are generated: of each job each output, each file that goes with it, and each file of an
input, where the output's name can be chosen so that both are one. A share is tried by default, all
with `GEODIFFNET_ALL_TESTS`; the counts stand in `docs/reliability.md`.
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from backend_support import run, snapshot
from batch_support import batch, train
from conftest import Stripes

from backend.common import protocol
from backend.core.errors import UserError
from backend.files.output_files import (
    OutputFiles,
    file_output,
    layer_output,
    map_output,
    raster_output,
    report_output,
    styled_output,
)
from backend.files.pending_files import PendingFiles
from tests.fixtures.cubes import Cube, make_cube
from tests.fixtures.many_files import LABELS, SCENES, write_sidecars

pytestmark = pytest.mark.backend

ALL = "GEODIFFNET_ALL_TESTS" in os.environ
#: Of the cells of the matrix, every so many are tried by default.
STEP = 1 if ALL else 12
#: What belongs to an output: endings after its name, and in place of its own.
APPENDED = {
    "map": ("", ".aux.xml", ".ovr", ".msk"),
    "raster": ("", ".aux.xml", ".ovr", ".msk"),
    "styled": ("", ".aux.xml", ".ovr", ".msk"),
    "report": ("",),
    "layer": ("", "-wal", "-journal"),
    "model": ("",),
}
REPLACED = {"map": (".qml",), "styled": (".qml",), "report": (".json",)}
MAPS = {
    "output": "map", "confidence": "raster", "probabilities": "raster", "applicability": "styled",
}  # fmt: skip
#: The outputs of each job, and which of its settings are inputs of which kind.
JOBS: dict[str, tuple[dict[str, str], dict[str, str]]] = {
    "classify": (
        MAPS | {"report": "report", "model": "model"},
        {"image": "scene", "labels": "labels", "more_images": "scene"},
    ),
    "train": ({"model": "model", "report": "report"}, {"image": "scene", "labels": "labels"}),
    "apply": (MAPS, {"image": "scene", "model": "model"}),
    "features": ({"output": "raster"}, {"image": "scene"}),
    "suggest": ({"output": "layer"}, {"image": "scene", "labels": "labels", "model": "model"}),
    "compare": ({"report": "report"}, {"image": "scene", "labels": "labels"}),
    "tune": ({"report": "report"}, {"image": "scene", "labels": "labels"}),
    "assess": (
        {"report": "report", "draw_sample": "layer"},
        {"map": "codes", "reference": "labels", "strata": "codes", "training": "labels"},
    ),
}
#: The output that each job must be given, where it is not its `output`.
REQUIRED = {"train": "model", "compare": "report", "tune": "report", "assess": "report"}
REFUSED = {"output.is_input", "output.not_own", "output.duplicate", "output.not_writable"}


@dataclass(frozen=True)
class Cell:
    """One output of one job under a name by which it would cost a file of an input."""

    job: str
    role: str
    kind: str
    output: str
    ending: str


def cells() -> Iterator[Cell]:
    """All combinations; which of them there is a name for shows when the input is written."""
    for job, (outputs, inputs) in JOBS.items():
        for role, sort in inputs.items():
            for kind in kinds_of(sort):
                for output, what in outputs.items():
                    for ending in (*APPENDED[what], *REPLACED.get(what, ())):
                        yield Cell(job, role, kind, output, ending)


def kinds_of(sort: str) -> tuple[str, ...]:
    if sort == "scene":
        return tuple(SCENES)
    return {"labels": tuple(LABELS), "model": ("model",), "codes": ("raster of codes",)}[sort]


def target_for(cell: Cell, file: Path) -> Path | None:
    """The output's name with which that file belongs to it; None where there is none."""
    what = JOBS[cell.job][0][cell.output]
    if cell.ending in REPLACED.get(what, ()):
        if file.suffix.lower() != cell.ending:
            return None
        return file.with_suffix(".htm" if what == "report" else ".tiff")
    if not file.name.endswith(cell.ending) or file.name == cell.ending:
        return None
    return file.with_name(file.name.removesuffix(cell.ending)) if cell.ending else file


class Inputs:
    """Inputs of every kind, each in a folder of its own, written when first asked for."""

    def __init__(self, folder: Path, cube: Cube, stripes: Stripes, model: Path):
        self._folder, self._cube, self._stripes, self._model = folder, cube, stripes, model
        self._made: dict[str, tuple[Path | str, Path]] = {}

    def get(self, kind: str) -> tuple[Path | str, Path]:
        """The name for a job, and the folder with all of its files."""
        if kind not in self._made:
            folder = self._folder / kind.replace(" ", "_")
            folder.mkdir()
            if kind == "model":
                name: Path | str = folder / "m.safetensors"
                Path(name).write_bytes(self._model.read_bytes())
            else:
                name = (SCENES | LABELS)[kind](folder, self._cube)
            for path in [path for path in folder.rglob("*") if path.is_file()]:
                write_sidecars(path)
            self._made[kind] = name, folder
        return self._made[kind]

    def settings(self, cell: Cell, out: Path) -> dict[str, Any]:
        """Settings that would do, with the input of the cell in its role."""
        scene, labels = self._stripes.scene, self._stripes.labels
        _, inputs = JOBS[cell.job]
        usual = {"scene": scene, "labels": labels, "model": self._model}
        usual["codes"] = self.get("raster of codes")[0]
        given: dict[str, Any] = {role: usual[sort] for role, sort in inputs.items()}
        given.pop("more_images", None)
        name = self.get(cell.kind)[0]
        if cell.role == "more_images":
            given |= {"more_images": [name]}
        else:
            given[cell.role] = name
        if "labels" in inputs:
            given["class_field"] = "class"
        if cell.job in ("classify", "train"):
            given["method"] = "rf"
        if cell.job == "assess":
            given["class_field"] = "class"
        return given | {REQUIRED.get(cell.job, "output"): out / "usual.html"}


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 8)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


@pytest.fixture(scope="module")
def inputs(stripes: Stripes, model: Path, tmp_path_factory: pytest.TempPathFactory) -> Inputs:
    return Inputs(tmp_path_factory.mktemp("inputs"), make_cube(), stripes, model)


@pytest.mark.slow
@pytest.mark.parametrize("job", JOBS)
def test_no_output_overwrites_a_file_of_an_input(
    inputs: Inputs, job: str, tmp_path: Path, record_property: Any
) -> None:
    tried = 0
    for number, cell in enumerate(cell for cell in cells() if cell.job == job):
        _, folder = inputs.get(cell.kind)
        files = sorted(path for path in folder.rglob("*") if path.is_file())
        pairs = [(file, target) for file in files if (target := target_for(cell, file))]
        for place, (file, target) in enumerate(pairs):
            if (number + place) % STEP:
                continue
            before = snapshot(folder)
            settings = inputs.settings(cell, tmp_path) | {cell.output: target}
            outcome = run(job, **settings)
            where = (cell, str(file), str(target), outcome.events[-1])
            assert snapshot(folder) == before, where
            assert outcome.status == protocol.EXIT_USER_ERROR, where
            assert outcome.failure.code in REFUSED, where
            assert not list(tmp_path.iterdir()), where
            tried += 1
    record_property("cells", tried)
    print(f"{job}: {tried} cells, nothing lost")
    assert tried >= (20 if ALL else 3)


def test_no_map_of_a_batch_overwrites_a_file_of_a_scene(inputs: Inputs, model: Path) -> None:
    """The pattern for names makes each map, or what goes with it, one of them."""
    endings = (*APPENDED["map"], ".json")
    tried = 0
    for kind in SCENES:
        name, folder = inputs.get(kind)
        before = snapshot(folder)
        for file in sorted(path for path in folder.rglob("*") if path.is_file()):
            targets = [
                file.with_name(file.name.removesuffix(ending))
                for ending in endings
                if file.name.endswith(ending)
            ]
            if file.suffix == ".qml":
                targets.append(file.with_suffix(".tiff"))
            for target in targets:
                if not target.name.lower().endswith((".tif", ".tiff")):
                    continue
                outcome = batch(
                    model, [name], target.parent, output_name=target.name, overwrite=bool(tried % 2)
                )
                assert snapshot(folder) == before, (kind, file, target)
                assert outcome.failure.code in REFUSED | {"output.exists"}, (kind, file, target)
                tried += 1
    print(f"batch: {tried} cells, nothing lost")
    assert tried >= 15


#: Outputs by their kinds, with names that give files of the same name.
KINDS = {
    "map": map_output, "raster": raster_output, "styled": styled_output, "report": report_output,
    "layer": layer_output, "model": file_output,
}  # fmt: skip
NAMES = (
    "m.tif", "m.tiff", "m.qml", "m.json", "m.html", "m.tif.aux.xml", "m.tif.ovr", "m.tif.msk",
    "m.tif.json", "m", "m.gpkg", "m.gpkg-wal", "M.TIF", "m.TIF",
)  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("ignores_case", [False, True], ids=["", "on a disk that ignores case"])
def test_no_output_overwrites_another_output(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ignores_case: bool
) -> None:
    """Both are there in the end with all that belongs to them, or the second one is refused."""
    monkeypatch.setattr("backend.files.output_guard._ignores_case", lambda _: ignores_case)
    refused = written = 0
    outputs = [(kind, name) for kind in KINDS for name in NAMES]
    pairs = itertools.islice(itertools.product(outputs, repeat=2), 0, None, 1 if ALL else 13)
    for number, (first, second) in enumerate(pairs):
        folder = tmp_path / str(number)
        folder.mkdir()
        both = [KINDS[kind](folder / name) for kind, name in (first, second)]
        contents: dict[Path, bytes] = {}
        code = ""
        try:
            with PendingFiles() as files:
                for place, output in enumerate(both):
                    files.reserve(output)
                    for part in output.written:
                        contents[part.path] = f"{place} {part.path.name}".encode()
                        files.add(part.path).write_bytes(contents[part.path])
                files.publish()
        except UserError as error:
            code = error.code
        found = {path: path.read_bytes() for path in folder.iterdir()}
        if code:
            assert (code, found) == ("output.duplicate", {}), (first, second)
            refused += 1
            continue
        assert found == contents, (first, second)
        if ignores_case:
            assert len({path.name.casefold() for path in found}) == len(found), (first, second)
        written += 1
    print(f"{refused + written} pairs of outputs, nothing lost")
    assert min(refused, written) > (500 if ALL else 40)


def fill(output: OutputFiles, files: PendingFiles, text: str) -> None:
    for part in output.written:
        files.add(part.path).write_text(text)


@pytest.mark.parametrize("kind", KINDS)
def test_a_foreign_file_beside_an_output_is_kept(tmp_path: Path, kind: str) -> None:
    """It is refused before any work, and again where it appears while the job runs."""
    output = KINDS[kind](tmp_path / "m.x")
    for part in output.parts:
        if part.path == output.main:
            continue
        part.path.write_text("somebody's")
        with PendingFiles() as files, pytest.raises(UserError) as caught:
            files.reserve(output)
        assert caught.value.code == "output.not_own"
        assert part.path.name in caught.value.message
        assert snapshot(tmp_path) == {part.path.name: b"somebody's"}
        part.path.unlink()
        with PendingFiles() as files:
            files.reserve(output)
            fill(output, files, "new")
            part.path.write_text("somebody's")
            with pytest.raises(UserError) as caught:
                files.publish()
        assert caught.value.code == "output.not_own"
        assert snapshot(tmp_path) == {part.path.name: b"somebody's"}
        part.path.unlink()


def published_before(folder: Path) -> tuple[list[OutputFiles], dict[str, bytes]]:
    """The outputs of an earlier job, marked as such where that is asked for."""
    outputs = [map_output(folder / "m.tif"), report_output(folder / "r.html")]
    outputs.append(file_output(folder / "model.safetensors"))
    texts = {
        "m.qml": '<qgis geodiffnet="m.tif"/>',
        "m.tif.aux.xml": "<PAMDataset><Metadata><MDI key='GEODIFFNET_DATE'>1</MDI></Metadata>"
        "</PAMDataset>",
        "r.json": '{"geodiffnet": "0.1.0"}',
    }
    with PendingFiles() as files:
        for output in outputs:
            files.reserve(output)
            for part in output.written:
                files.add(part.path).write_text(texts.get(part.path.name, "old"))
        files.publish()
    return outputs, snapshot(folder)


def test_all_files_of_a_job_are_published_or_none(tmp_path: Path) -> None:
    """Each of them in turn becomes a folder while the job runs."""
    outputs, before = published_before(tmp_path)
    paths = [part.path for output in outputs for part in output.written]
    for path in paths:
        with PendingFiles() as files:
            for output in outputs:
                files.reserve(output)
                fill(output, files, "new")
            path.unlink()
            path.mkdir()
            with pytest.raises(UserError):
                files.publish()
        path.rmdir()
        path.write_bytes(before[path.name])
        assert snapshot(tmp_path) == before, path
        assert len(list(tmp_path.iterdir())) == len(before)


@pytest.mark.parametrize("links", [True, False], ids=["", "without hard links"])
@pytest.mark.parametrize("replacing", [True, False], ids=["replacing", "new"])
def test_a_failure_at_any_step_of_publishing_is_rolled_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool, replacing: bool
) -> None:
    outputs, before = published_before(tmp_path)
    if not replacing:
        for path in tmp_path.iterdir():
            path.unlink()
        before = {}
    if not links:
        monkeypatch.setattr(os, "link", raise_oserror)
    real = {"replace": os.replace, "rename": os.rename}

    def step(source: Path, target: Path, what: str, at: int, steps: Iterator[int]) -> None:
        if ".partial" in f"{source}{target}" and next(steps) == at:
            raise OSError(5, "Input/output error")
        real[what](source, target)

    failures = 0
    for failing in range(100):
        steps = itertools.count()
        with PendingFiles() as files:
            for output in outputs:
                files.reserve(output)
                fill(output, files, "new")
            with monkeypatch.context() as patch:
                for what in real:
                    patch.setattr(os, what, partial(step, what=what, at=failing, steps=steps))
                code = ""
                try:
                    files.publish()
                except UserError as error:
                    code = error.code
        if not code:
            break
        assert code == "output.not_writable"
        assert snapshot(tmp_path) == before, failing
        failures += 1
    print(f"{failures} failures of publishing, nothing lost")
    assert failures >= 6
    assert set(snapshot(tmp_path).values()) == {b"new"}
    assert len(snapshot(tmp_path)) == 6


def raise_oserror(*_: object) -> None:
    raise OSError(1, "Operation not permitted")


def test_no_temporary_file_remains_in_a_renamed_folder(tmp_path: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    outputs, before = published_before(folder)
    for again in (False, True):
        with PendingFiles() as files:
            for output in outputs:
                files.reserve(output)
                fill(output, files, "new")
            folder.rename(tmp_path / "renamed")
            if again:  # somebody makes a new one
                folder.mkdir()
            with pytest.raises(UserError) as caught:
                files.publish()
        assert "moved, renamed or removed" in caught.value.message
        left = snapshot(tmp_path / "renamed")
        # locks are files of their own, which nobody takes for an output
        assert {name: left[name] for name in left if not name.endswith(".lock")} == before
        if again:
            assert not list(folder.iterdir())
            folder.rmdir()
        (tmp_path / "renamed").rename(folder)


# devices, links, and what users have where samples and batches write


@pytest.mark.parametrize("node", ["device", "pipe", "link to a device"])
@pytest.mark.parametrize("output", ["output", "confidence", "report", "model"])
def test_a_device_is_refused_as_an_output(
    stripes: Stripes, tmp_path: Path, node: str, output: str
) -> None:
    path = tmp_path / "node"
    real = tmp_path / "real" if node == "link to a device" else path
    try:
        os.mkfifo(real) if node == "pipe" else os.mknod(real, 0o20600, os.makedev(1, 3))
    except (OSError, AttributeError):
        pytest.skip("only root may make devices")
    if real != path:
        path.symlink_to(real)
    before = os.lstat(path), os.lstat(real)
    outcome = run("classify", **stripes.job_settings(tmp_path / "map.tif") | {output: str(path)})
    assert outcome.failure.code == "output.not_a_file"
    assert (os.lstat(path), os.lstat(real)) == before
    assert {entry.name for entry in tmp_path.iterdir()} == {path.name, real.name}


def test_the_target_of_a_link_is_replaced(stripes: Stripes, tmp_path: Path) -> None:
    (tmp_path / "disk").mkdir()
    target, link = tmp_path / "disk" / "real.tif", tmp_path / "map.tif"
    link.symlink_to(target)
    for content in (None, b"old"):
        if content:
            target.write_bytes(content)
        outcome = run("classify", **stripes.job_settings(link))
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
        assert link.is_symlink()
        assert target.read_bytes()[:2] == b"II"
    names = {path.name for path in tmp_path.rglob("*")}
    assert names == {"disk", "real.tif", "map.tif", "map.tif.aux.xml", "map.qml"}


def test_a_link_beside_an_output_is_not_followed(stripes: Stripes, tmp_path: Path) -> None:
    (tmp_path / "mine.qml").write_text('<qgis geodiffnet="map.tif"/>')
    (tmp_path / "map.qml").symlink_to(tmp_path / "mine.qml")
    before = snapshot(tmp_path)
    outcome = run("classify", **stripes.job_settings(tmp_path / "map.tif"))
    assert outcome.failure.code == "output.not_own"
    assert snapshot(tmp_path) == before
