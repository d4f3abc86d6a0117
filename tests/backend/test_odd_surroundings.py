"""Containers without a home, closed streams, names that are no text, controls in class names."""

from __future__ import annotations

import json
import os
import pwd
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import rasterio
from backend_support import ROOT, Outcome, clean_environment, run
from batch_support import batch, rows, scene_results, statuses, train, write_scenes
from conftest import Finished, Stripes
from defusedxml import ElementTree

from backend.campaign.scenes import scene_name
from backend.common import protocol
from backend.core.errors import UserError, single_line, utf8_text
from backend.files.cache_folders import backbone_folder, cache_folder
from backend.labels.classes import make_classes
from backend.mapping.palette import auxiliary_xml, qgis_style
from tests.fixtures.cubes import write_labels
from tests.fixtures.model_files import alter_model

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(os.name != "posix", reason="streams, names and accounts as POSIX has them"),
]


@pytest.fixture(scope="module")
def model(stripes: Stripes, tmp_path_factory: pytest.TempPathFactory) -> Path:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 5)
        return train(stripes, tmp_path_factory.mktemp("model") / "rf.safetensors")


# streams


@pytest.mark.slow
@pytest.mark.parametrize(
    "redirected", [">&-", "2>&-", ">&- 2>&-", "<&-", "<&- >&- 2>&-", ">/dev/full", "--json >&-"]
)
def test_a_closed_stream_costs_what_would_be_written_to_it_and_no_more(
    tmp_path: Path, redirected: str
) -> None:
    command = f'exec "$0" -m backend sample --folder "$1" --size 64 {redirected}'
    done = subprocess.run(
        ["sh", "-c", command, sys.executable, tmp_path / "out"],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert "Traceback" not in done.stderr
    assert {"scene.tif", "train.gpkg", "truth.tif"} <= set(os.listdir(tmp_path / "out"))
    with rasterio.open(tmp_path / "out" / "truth.tif") as dataset:
        assert dataset.read(1).any()


# no home


@pytest.fixture
def homeless(monkeypatch: pytest.MonkeyPatch) -> None:
    """A container's user of whom the system knows nothing."""
    for name in ("HOME", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)

    def nobody(number: int) -> None:
        raise KeyError(f"getpwuid(): uid not found: {number}")

    monkeypatch.setattr(pwd, "getpwuid", nobody)


def test_without_a_home_a_job_keeps_nothing_and_says_so(
    homeless: None, finished: Finished, tmp_path: Path
) -> None:
    given = finished.again(tmp_path / "again.tif", tmp_path)
    del given["cache"]
    outcome = run("apply", **given)
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert (tmp_path / "again.tif").read_bytes() == finished.map
    assert [warning for warning in outcome.warnings if "no home folder" in warning]


def test_without_a_home_a_backbone_that_must_be_kept_is_told(homeless: None) -> None:
    with pytest.raises(UserError) as caught:
        backbone_folder()
    assert caught.value.code == "backbone.not_stored"
    assert "HOME" in caught.value.hint


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"XDG_CACHE_HOME": "/somewhere"}, "/somewhere/geodiffnet/features"),
        ({"XDG_CACHE_HOME": "relative", "HOME": "/h"}, "/h/.cache/geodiffnet/features"),
        ({"XDG_CACHE_HOME": "", "HOME": "/h"}, "/h/.cache/geodiffnet/features"),
        ({"HOME": ""}, None),
    ],
)
def test_where_features_are_kept(
    homeless: None,
    monkeypatch: pytest.MonkeyPatch,
    variables: dict[str, str],
    expected: str | None,
) -> None:
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert cache_folder() == (Path(expected) if expected else None)
    assert cache_folder(Path("/chosen")) == Path("/chosen")


@pytest.mark.slow
@pytest.mark.skipif(os.name != "posix" or os.geteuid() != 0, reason="only root can be another user")
def test_a_user_of_whom_the_system_knows_nothing(tmp_path: Path) -> None:
    folder = Path(subprocess.check_output(["mktemp", "-d"], text=True).strip())
    try:
        folder.chmod(0o777)
        reachable = subprocess.run(
            [sys.executable, "-c", f"import sys; sys.path[:0] = [{str(ROOT)!r}]; import backend"],
            user=54321, cwd="/", env={}, check=False, capture_output=True,
        )  # fmt: skip
        if reachable.returncode:
            pytest.skip("the project lies where other users cannot read")
        done = subprocess.run(
            [sys.executable, "-m", "backend", "sample", "--folder", folder / "out", "--size", "64"],
            user=54321, cwd=ROOT, env={}, check=False, capture_output=True, text=True,
        )  # fmt: skip
        assert done.returncode == protocol.EXIT_DONE, done.stderr
    finally:
        shutil.rmtree(folder)


# names


def raw(folder: Path, name: bytes) -> Path:
    """A path whose name is bytes."""
    return folder / os.fsdecode(name)


#: A byte that is no text, and halves of a character.
NO_TEXTS = ("s\udce9.tif", "s\ud83d.tif", "\udfff")


def assert_told(outcome: Outcome) -> None:
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert outcome.failure.code == "path.not_utf8", outcome.failure
    json.dumps(outcome.failure.message, ensure_ascii=False).encode("utf-8")


@pytest.mark.parametrize("setting", ["image", "labels", "output", "report", "model"])
@pytest.mark.parametrize("name", NO_TEXTS)
def test_a_name_that_is_no_text_is_told(
    stripes: Stripes, tmp_path: Path, setting: str, name: str
) -> None:
    asked = stripes.job_settings(tmp_path / "map.tif")
    if setting == "image" and "\udce9" in name:
        shutil.copy(stripes.scene, tmp_path / name)
    asked[setting] = str(tmp_path / name)
    assert_told(run("classify", **asked))
    assert not (tmp_path / "map.tif").exists()


@pytest.mark.slow
def test_one_such_scene_in_a_batch_costs_itself(model: Path, tmp_path: Path) -> None:
    first, second, third = write_scenes(tmp_path / "scenes", 3)
    second.rename(raw(second.parent, b"sc\xe9ne.tif"))
    third.rename(raw(third.parent, b"sc\xe8ne.tif"))
    folder = raw(tmp_path, b"m\xe9")
    folder.mkdir()
    outcome = batch(model, [first.parent], tmp_path / "maps", workers=1)
    assert outcome.status == protocol.EXIT_USER_ERROR  # since not all could be mapped
    assert statuses(outcome) == {"scene000": "mapped", "scxE8ne": "failed", "scxE9ne": "failed"}
    assert scene_results(outcome)["scxE9ne"]["code"] == "path.not_utf8"
    assert rows(tmp_path / "maps")["scxE9ne"]["image"].endswith("sc\\xe9ne.tif")
    page = (tmp_path / "maps" / "summary.html").read_text(encoding="utf-8")
    assert "path.not_utf8" in page
    json.loads((tmp_path / "maps" / "summary.json").read_text(encoding="utf-8"))
    # in a folder whose name is none, all of them fail, each for itself
    shutil.copy(first, folder / "a.tif")
    outcome = batch(model, [str(folder / "a.tif"), first], tmp_path / "more", workers=1,
                    output_name="{folder}_{name}_{kind}.tif")  # fmt: skip
    assert sorted(statuses(outcome).values()) == ["failed", "mapped"]


def test_names_are_shown_by_the_numbers_of_their_bytes() -> None:
    assert utf8_text("sc\udce9ne ä") == "sc\\xe9ne ä"
    assert utf8_text("a\ud83db") == "a\\ud83db"
    assert single_line("a\x1b[2J\udcff") == "a [2J\\xff"
    assert scene_name("/x/sc\udce9 ne.tif") == "scxE9_ne"


# names of classes

CONTROLS = "gr\x01ass\x00\x0b\x1f\x7f\x85\ufffe\uffff & <b> ]]>"


def test_controls_in_class_names_leave_the_files_beside_a_map_whole() -> None:
    classes = make_classes([CONTROLS, "tree"], numeric=False)
    auxiliary = ElementTree.fromstring(auxiliary_xml(classes, {"KEY": f"a{CONTROLS}"}))
    style = ElementTree.fromstring(qgis_style(classes, Path("map.tif")))
    names = [entry.text for entry in auxiliary.iter("Category")]
    labels = [entry.get("label") for entry in style.iter("paletteEntry")]
    assert len(names) == 3
    assert "tree" in names
    assert "tree" in labels
    for name in (names[1], labels[0]):
        assert name is not None
        assert name.startswith("gr\ufffdass")
        assert name.endswith("& <b> ]]>")


def test_a_map_with_such_a_class_is_read_again(stripes: Stripes, tmp_path: Path) -> None:
    values = ["so\x02il"] * 3 + ["tree"] * 3 + ["wa\nter"] * 3
    labels = write_labels(tmp_path / "labels.gpkg", stripes.cube, values=values)
    outcome = run("classify", **stripes.job_settings(tmp_path / "map.tif", labels=labels))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    for name in ("map.qml", "map.tif.aux.xml"):
        ElementTree.fromstring((tmp_path / name).read_text(encoding="utf-8"))
    again = run("assess", map=tmp_path / "map.tif", reference=labels, class_field="class")
    assert again.status == protocol.EXIT_DONE, again.events[-1]


@pytest.mark.parametrize("name", ["half \ud83d", "byte \udce9"])
def test_a_model_whose_classes_are_no_text_is_refused(
    model: Path, stripes: Stripes, tmp_path: Path, name: str
) -> None:
    from safetensors import safe_open

    with safe_open(model, framework="numpy") as file:
        classes = json.loads(file.metadata()["info"])["classes"]
    classes[0]["name"] = name
    forged = alter_model(model, tmp_path / "forged.safetensors", classes=classes)
    outcome = run("apply", model=forged, image=stripes.scene, output=tmp_path / "map.tif")
    assert outcome.failure.code == "model.damaged"
    assert not (tmp_path / "map.tif").exists()


def test_names_given_by_a_style_are_made_text() -> None:
    from backend.labels.classes import ClassStyle

    (entry,) = make_classes(["1"], numeric=True, styles=[ClassStyle("1", "half \ud83d")])
    assert entry.name == "half \\ud83d"
