"""The live map in a session: what is in view after each edit equals what `classify` writes."""

from __future__ import annotations

import json
import os
import resource
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio
import pytest
import rasterio
import rasterio.warp
import shapely
from affine import Affine
from backend_support import Outcome, run, snapshot
from conftest import Stripes
from live_support import Sample, make_sample, make_samples, read_band, view_of
from session_support import SessionChild

from backend.common import protocol
from backend.common.session_protocol import Update
from backend.live import LIVE_COMMANDS
from tests.fixtures.cubes import CLASSES, UTM, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="reads memory in /proc"),
]

#: Quick ones; the default method is trained where equality with `classify` is tested.
FIRST = {"stages": ["first"], "method": "lda"}


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SessionChild]:
    """A session that the tests share, as an open panel does."""
    child = SessionChild(tmp_path_factory.mktemp("session"))
    child.wait_ready()
    yield child
    child.kill()


@pytest.fixture
def edit(stripes: Stripes, cache: Path, tmp_path: Path) -> dict[str, Any]:
    """The settings of an edit that maps the whole of the stripes."""
    return {
        "image": stripes.scene,
        "samples": make_samples(stripes.cube),
        "view": view_of(stripes.cube),
        "folder": tmp_path,
        "number": 1,
        "cache": cache,
    }


def updates(child: SessionChild, **settings: Any) -> dict[str, Update]:
    """Run an edit to its result; its updates by stage, of several of a stage the last one."""
    number = child.request("live_map", **settings)
    child.result_of(number)
    return child.updates_of(number)


def warnings_of(child: SessionChild) -> list[str]:
    """The warnings of the last job."""
    last = child.numbered[-1][0]
    return [
        event.message
        for event in child.of_job(last)
        if isinstance(event, protocol.Log) and event.level == "warning"
    ]


def classified(stripes: Stripes, target: Path, **settings: Any) -> Outcome:
    """The scene mapped by `classify` in this process."""
    outcome = run("classify", **stripes.job_settings(target, **settings))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return outcome


def test_live_commands_exist_in_sessions_only() -> None:
    for name in LIVE_COMMANDS:
        assert run(name).failure.code == "job.unknown"


def test_opening_a_scene_tells_its_size_and_features(
    live: SessionChild, stripes: Stripes, tmp_path: Path
) -> None:
    settings = {"image": stripes.scene, "cache": tmp_path / "cache"}
    figures = live.run("live_open", **settings).figures
    assert figures == {
        "width": 42,
        "height": 30,
        "bands": 16,
        "features_cached": 0.0,
        "quick": True,
    }
    view = view_of(stripes.cube, (0, 9), (0, 9))
    assert live.run("live_features", **settings, view=view).figures == {"features_cached": 1.0}
    assert live.run("live_open", **settings).figures["features_cached"] == 1.0


def test_the_first_map_has_the_look_and_the_place_of_our_maps(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    classes = [{"value": "soil", "name": "bare soil", "colour": "#aa5500"}]
    found = updates(live, **edit, **FIRST, classes=classes)["first"]
    assert found.figures["with_features"] is False
    assert found.figures["step"] == 1
    assert [entry["name"] for entry in found.figures["classes"]] == ["bare soil", "tree", "water"]
    assert found.figures["labelled_pixels"] == 9 * 16
    assert [row["geometries"] for row in found.figures["labels"]] == [3, 3, 3]
    with rasterio.open(found.outputs["map"]) as raster:
        codes = raster.read(1)
        assert raster.transform == stripes.cube.place
        assert raster.crs == UTM
        assert raster.nodata == 0
        assert raster.colormap(1)[1] == (0xAA, 0x55, 0, 255)
    truth = stripes.cube.truth
    assert (codes == truth).mean() > 0.99
    assert (codes[-4:] == 0).all()
    confidence = read_band(found.outputs["confidence"])
    assert (confidence[truth == 0] == 255).all()
    assert (confidence[truth > 0] <= 100).all()
    assert "bare soil" in Path(found.outputs["map"] + ".aux.xml").read_text()


def test_the_first_map_is_that_of_the_discriminant(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes, tmp_path: Path
) -> None:
    found = updates(live, **edit, **FIRST)["first"]
    classified(stripes, tmp_path / "whole.tif", method="lda")
    assert np.array_equal(read_band(found.outputs["map"]), read_band(tmp_path / "whole.tif"))


@pytest.mark.parametrize("method", ["geodiffnet-f", "rf", "lda"])
def test_the_refined_map_and_the_metrics_are_those_of_classify(
    live: SessionChild,
    edit: dict[str, Any],
    stripes: Stripes,
    cache: Path,
    tmp_path: Path,
    method: str,
) -> None:
    targets = {"confidence": tmp_path / "confidence.tif", "cache": cache, "method": method}
    expected = classified(stripes, tmp_path / "whole.tif", **targets).result
    number = live.request("live_map", **edit, method=method)
    live.result_of(number)
    assert [event.stage for event in live.of_job(number) if isinstance(event, Update)] == [
        "first",
        "refined",
        "validated",
    ]
    found = live.updates_of(number)
    assert found["refined"].figures["is_complete"] is True
    maps = found["refined"].outputs
    assert np.array_equal(read_band(maps["map"]), read_band(tmp_path / "whole.tif"))
    assert np.array_equal(read_band(maps["confidence"]), read_band(tmp_path / "confidence.tif"))
    expected_figures = json.loads(json.dumps(expected.figures))
    for name in ("overall_accuracy", "kappa", "confusion", "confused", "labels", "folds"):
        assert found["validated"].figures[name] == expected_figures[name], name
    assert 0 <= found["validated"].figures["outside"] <= 1


@pytest.mark.parametrize(
    ("seed", "stages"),
    [
        (5, ("first", "refined", "validated")),
        # without the area of applicability, which comes with the accuracy
        (6, ("refined",)),
    ],
)
def test_the_whole_scene_is_mapped_without_training_again(
    live: SessionChild,
    edit: dict[str, Any],
    stripes: Stripes,
    cache: Path,
    tmp_path: Path,
    seed: int,
    stages: tuple[str, ...],
) -> None:
    settings = {"method": "geodiffnet-f", "cache": cache, "seed": seed}
    updates(live, **edit, method="geodiffnet-f", seed=seed, stages=stages)
    number = live.request(
        "classify",
        **stripes.job_settings(
            tmp_path / "session.tif", **settings, model=tmp_path / "session.safetensors"
        ),
    )
    result = live.result_of(number)
    messages = [
        event.message for event in live.of_job(number) if isinstance(event, protocol.Progress)
    ]
    assert not [text for text in messages if "fold" in text], "it was trained again"
    expected = classified(
        stripes, tmp_path / "alone.tif", **settings, model=tmp_path / "alone.safetensors"
    ).result
    for ending in (".tif", ".safetensors"):
        one, other = tmp_path / f"session{ending}", tmp_path / f"alone{ending}"
        assert one.read_bytes() == other.read_bytes()
    assert result.figures["overall_accuracy"] == expected.figures["overall_accuracy"]


def test_an_edit_after_another_equals_a_first_edit(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes, tmp_path: Path
) -> None:
    """What stays in memory from former edits has no influence."""
    samples = edit["samples"]
    for number, chosen in enumerate((samples[:-1], samples[1:], samples[2:], samples)):
        settings = edit | {"samples": chosen, "number": number} | FIRST
        found = updates(live, **settings)["first"]
        boxes, names = label_boxes(stripes.cube)
        kept = [samples.index(sample) for sample in chosen]
        labels = tmp_path / f"{number}.gpkg"
        write_labels(labels, stripes.cube, [boxes[i] for i in kept], [names[i] for i in kept])
        classified(stripes, tmp_path / "whole.tif", method="lda", labels=labels)
        assert np.array_equal(read_band(found.outputs["map"]), read_band(tmp_path / "whole.tif"))


def test_a_part_in_view_is_that_part_of_the_whole_map(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    whole = read_band(updates(live, **edit, **FIRST)["first"].outputs["map"])
    part = edit | {"view": view_of(stripes.cube, (3, 12), (10, 33), 4.0), "number": 2}
    found = updates(live, **part, **FIRST)["first"]
    with rasterio.open(found.outputs["map"]) as raster:
        codes, place = raster.read(1), raster.transform
    left, top = (round(number) for number in ~stripes.cube.place @ (place.c, place.f))
    assert top <= 3
    assert left <= 10
    assert top + codes.shape[0] >= 12
    assert left + codes.shape[1] >= 33
    assert codes.size < whole.size
    assert np.array_equal(codes, whole[top : top + codes.shape[0], left : left + codes.shape[1]])


def test_a_small_screen_is_mapped_by_the_pixels_in_the_middle_of_cells(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    whole = read_band(updates(live, **edit, **FIRST)["first"].outputs["map"])
    small = edit | {"view": view_of(stripes.cube, per_pixel=1 / 3), "number": 2}
    found = updates(live, **small, **FIRST)["first"]
    step = found.figures["step"]
    assert step == 3
    with rasterio.open(found.outputs["map"]) as raster:
        assert raster.transform == stripes.cube.place @ Affine.scale(step)
        assert np.array_equal(raster.read(1), whole[step // 2 :: step, step // 2 :: step])


@pytest.mark.parametrize(
    ("cells", "stages", "steps"),
    [
        (100, ("first", "refined", "validated", "refined", "refined"), [4, 2, 1]),
        # what is left after the coarse map is mapped as soon as the accuracy is computed
        (1000, ("first", "refined", "refined", "validated"), [2, 1]),
    ],
)
def test_a_large_view_is_refined_coarsely_first(
    tmp_path: Path,
    edit: dict[str, Any],
    stripes: Stripes,
    tmp_path_factory: pytest.TempPathFactory,
    cells: int,
    stages: tuple[str, ...],
    steps: list[int],
) -> None:
    script = (
        "import sys\n"
        f"sys.path.insert(0, {str(Path(__file__).parents[2])!r})\n"
        "from backend import session\n"
        "from backend.live import view_mapping\n"
        f"view_mapping.COARSE_CELLS = {cells}\n"
        "session.main()\n"
    )
    child = SessionChild(tmp_path_factory.mktemp("session"), ("-I", "-c", script))
    try:
        child.wait_ready()
        number = child.request("live_map", **edit, method="rf")
        child.result_of(number)
        sent = [event for event in child.of_job(number) if isinstance(event, Update)]
    finally:
        child.kill()
    assert tuple(event.stage for event in sent) == stages
    maps = [event for event in sent if event.stage == "refined"]
    assert [event.figures["step"] for event in maps] == steps
    assert [event.figures["is_complete"] for event in maps] == [step == 1 for step in steps]
    whole = read_band(maps[-1].outputs["map"])
    classified(stripes, tmp_path / "whole.tif", method="rf")
    assert np.array_equal(whole, read_band(tmp_path / "whole.tif"))
    for event in maps:
        step = event.figures["step"]
        assert np.array_equal(read_band(event.outputs["map"]), whole[::step, ::step])


def test_a_view_beside_the_scene_has_no_map(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    beside = edit | {"view": view_of(stripes.cube, (100, 120), (100, 120))}
    number = live.request("live_map", **beside, method="rf")
    live.result_of(number)
    found = live.updates_of(number)
    assert found["first"].figures["is_beside"] is True
    assert found["first"].outputs == found["refined"].outputs == {}
    assert found["validated"].figures["overall_accuracy"] > 0.9
    assert list(edit["folder"].iterdir()) == []


@pytest.mark.parametrize("angle", [30, 200])
def test_a_rotated_scene(live: SessionChild, tmp_path: Path, angle: float) -> None:
    place = Affine.translation(390_000, 5_810_000) @ Affine.rotation(angle) @ Affine.scale(30, -30)
    cube = make_cube(place=place)
    scene, labels = tmp_path / "scene.tif", tmp_path / "labels.gpkg"
    write_geotiff(scene, cube)
    write_labels(labels, cube)
    outcome = run(
        "classify", image=scene, labels=labels, method="lda", output=tmp_path / "whole.tif"
    )
    assert outcome.status == protocol.EXIT_DONE
    settings = {"image": scene, "samples": make_samples(cube), "folder": tmp_path} | FIRST
    found = updates(live, **settings, number=1, view=view_of(cube))["first"]
    with rasterio.open(found.outputs["map"]) as raster, rasterio.open(tmp_path / "whole.tif") as w:
        assert np.allclose(raster.transform, w.transform)
        assert np.array_equal(raster.read(1), w.read(1))


def test_samples_in_another_reference_system(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    expected = read_band(updates(live, **edit, **FIRST)["first"].outputs["map"])
    labels = edit["folder"] / "labels.gpkg"
    write_labels(labels, stripes.cube, crs="EPSG:4326")
    meta, _, geometry, columns = pyogrio.raw.read(labels)
    samples = [
        make_sample(shapely.from_wkb(content), value)
        for content, value in zip(geometry, columns[0], strict=True)
    ]
    changes = {"samples": samples, "crs": meta["crs"], "number": 2}
    found = updates(live, **edit | changes, **FIRST)["first"]
    assert np.array_equal(read_band(found.outputs["map"]), expected)


def test_integer_classes_keep_their_codes(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    codes = {"soil": 300, "tree": 7, "water": 20}
    samples = [sample | {"class": str(codes[sample["class"]])} for sample in edit["samples"]]
    changes = {"samples": samples, "numeric": True}
    found = updates(live, **edit | changes, **FIRST)["first"]
    values = read_band(found.outputs["map"])
    truth = stripes.cube.truth
    assert values.dtype == np.uint16
    assert sorted(np.unique(values).tolist()) == [0, 7, 20, 300]
    expected = np.array([0, *(codes[name] for name in CLASSES)])[truth]
    assert (values == expected).mean() > 0.99


def test_overlapping_polygons_are_reported_and_their_pixels_not_used(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    overlapping = make_samples(stripes.cube, [shapely.box(3, 2, 7, 4)], ["water"])
    changes = {"samples": [*edit["samples"], *overlapping]}
    found = updates(live, **edit | changes, **FIRST)["first"].figures
    assert found["conflicts"]["pixels"] > 0
    assert found["conflicts"]["pairs"][0]["classes"] == ["soil", "water"]
    assert found["labelled_pixels"] == 9 * 16 + 4 * 2 - 2 * found["conflicts"]["pixels"]
    assert any("more than one class" in text for text in warnings_of(live))


def test_geometries_that_are_damaged_are_repaired_or_left_out(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    crossing = shapely.Polygon([(3, 2), (7, 6), (7, 2), (3, 6)])
    damaged: list[Sample] = [
        *make_samples(stripes.cube, [crossing, shapely.Point()], ["tree"] * 2),
        {"class": "soil", "wkb": "AQMAAAABAAAA"},
        {"class": "", "wkb": edit["samples"][0]["wkb"]},
        *make_samples(stripes.cube, [shapely.box(900, 900, 910, 910)], ["soil"]),
    ]  # fmt: skip
    found = updates(live, **edit | {"samples": [*edit["samples"], *damaged]}, **FIRST)["first"]
    assert (read_band(found.outputs["map"]) == stripes.cube.truth).mean() > 0.99
    text = " ".join(warnings_of(live))
    for expected in ("self-intersections", "without a class", "without a geometry", "outside"):
        assert expected in text


def test_a_class_of_one_pixel_is_left_out(
    live: SessionChild, edit: dict[str, Any], stripes: Stripes
) -> None:
    tiny = make_samples(stripes.cube, [shapely.Point(2.5, 20.5)], ["rock"])
    found = updates(live, **edit | {"samples": [*edit["samples"], *tiny]}, **FIRST)["first"]
    assert [entry["name"] for entry in found.figures["classes"]] == ["soil", "tree", "water"]
    assert any('"rock" (1)' in text for text in warnings_of(live))


@pytest.mark.parametrize(
    ("chosen", "code"),
    [(slice(0), "labels.none"), (slice(3), "labels.too_few_classes")],
)
def test_too_few_samples_are_an_error_of_the_labels(
    live: SessionChild, edit: dict[str, Any], chosen: slice, code: str
) -> None:
    changes = {"samples": edit["samples"][chosen]}
    number = live.request("live_map", **edit | changes)
    assert live.failure_of(number).code == code
    assert list(edit["folder"].iterdir()) == []


@pytest.mark.parametrize(
    "changes",
    [
        {"samples": [{"class": "soil"}]},
        {"samples": [{"class": 3, "wkb": ""}]},
        {"samples": [{"class": "soil", "wkb": "no base64!"}]},
        {"samples": ["soil"]},
        {"view": {"left": 0}},
        {"view": [1, 2, 3]},
        {"crs": "EPSG:0"},
        {"crs": "nonsense"},
        {"stages": ["zeroth"]},
        {"number": -1},
        {"method": "magic"},
        {"classes": [3]},
    ],
)
def test_invalid_settings_are_refused(
    live: SessionChild, edit: dict[str, Any], changes: dict[str, Any]
) -> None:
    failure = live.failure_of(live.request("live_map", **edit | changes))
    assert failure.code == "job.invalid"
    assert failure.hint


def test_a_scene_that_is_replaced_between_edits_is_read_again(
    live: SessionChild, edit: dict[str, Any], tmp_path: Path
) -> None:
    scene = tmp_path / "scene.tif"
    cube = make_cube()
    write_geotiff(scene, cube)
    settings = edit | {"image": scene} | FIRST
    found = updates(live, **settings)["first"]
    assert (read_band(found.outputs["map"]) == cube.truth).mean() > 0.99
    status = scene.stat()
    upside_down = Cube(cube.reflectance[:, ::-1].copy(), cube.truth[::-1].copy())
    write_geotiff(scene, upside_down)
    os.utime(scene, ns=(status.st_atime_ns, status.st_mtime_ns))
    found = updates(live, **settings | {"number": 2})["first"]
    codes = read_band(found.outputs["map"])
    assert (codes[:4] == 0).all(), "the rows without data are the first ones now"
    assert (codes == upside_down.truth).mean() > 0.99


def test_a_scene_that_vanishes_is_an_error_and_the_next_one_is_opened(
    live: SessionChild, edit: dict[str, Any], tmp_path: Path, stripes: Stripes
) -> None:
    scene = tmp_path / "scene.tif"
    shutil.copy(stripes.scene, scene)
    updates(live, **edit | {"image": scene} | FIRST)
    scene.unlink()
    number = live.request("live_map", **edit | {"image": scene, "number": 2} | FIRST)
    assert live.failure_of(number).code == "scene.unreadable"
    assert updates(live, **edit | {"number": 3} | FIRST)["first"].outputs


def test_a_folder_that_vanished_is_an_error(live: SessionChild, edit: dict[str, Any]) -> None:
    changes = {"folder": edit["folder"] / "gone"}
    failure = live.failure_of(live.request("live_map", **edit | changes | FIRST))
    assert failure.code == "output.not_writable"


def test_a_file_of_somebody_else_is_not_replaced(live: SessionChild, edit: dict[str, Any]) -> None:
    other = edit["folder"] / "live-1-first.tif"
    other.write_bytes(b"not ours")
    failure = live.failure_of(live.request("live_map", **edit | FIRST))
    assert failure.code == "output.exists"
    assert other.read_bytes() == b"not ours"


def test_a_map_with_the_same_number_is_replaced(live: SessionChild, edit: dict[str, Any]) -> None:
    first = updates(live, **edit | FIRST)["first"]
    again = updates(live, **edit | FIRST | {"samples": edit["samples"][:-1]})["first"]
    assert first.outputs == again.outputs
    assert {path.name for path in edit["folder"].iterdir()} == {
        "live-1-first.tif",
        "live-1-first.tif.aux.xml",
        "live-1-first-confidence.tif",
    }


def test_a_full_disk_is_reported_and_leaves_nothing(
    edit: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))

    child = SessionChild(tmp_path_factory.mktemp("session"), before=limit)
    try:
        child.wait_ready()
        for _ in range(2):
            failure = child.failure_of(child.request("live_map", **edit | FIRST))
            assert failure.code in ("output.write_failed", "output.disk_full")
            assert list(edit["folder"].iterdir()) == []
    finally:
        child.kill()


@pytest.mark.parametrize("stage", ["first", "features", "refined"])
def test_a_newer_edit_follows_a_cancelled_one(
    live: SessionChild, edit: dict[str, Any], stage: str
) -> None:
    number = live.request("live_map", **edit, method="geodiffnet-f", seed=99)
    live.wait_event(
        lambda own, event: (
            own == number and isinstance(event, protocol.Progress) and event.stage == stage
        )
    )
    live.cancel(number)
    newer = live.request("live_map", **edit | {"number": 2} | FIRST)
    assert live.is_cancelled(number)
    assert live.result_of(newer)
    assert "first" in live.updates_of(newer)
    assert not [path.name for path in edit["folder"].iterdir() if "partial" in path.name]


def test_a_killed_session_leaves_complete_files_only(
    edit: dict[str, Any], tmp_path_factory: pytest.TempPathFactory
) -> None:
    child = SessionChild(tmp_path_factory.mktemp("session"))
    try:
        child.wait_ready()
        for number in range(4):
            child.request("live_map", **edit | {"number": number} | FIRST)
        child.wait_event(lambda own, event: isinstance(event, Update))
        child.process.kill()
        assert child.end() == -9
    finally:
        child.kill()
    names = snapshot(edit["folder"])
    assert not [name for name in names if "partial" in name or name.startswith(".")]
    for name in names:
        if name.endswith(".tif"):
            assert read_band(edit["folder"] / name).shape == (30, 42)


@pytest.mark.slow
def test_memory_does_not_grow_with_edits(
    edit: dict[str, Any], stripes: Stripes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Generous: what an edit needs is about a megabyte, and 60 of them would show."""
    child = SessionChild(tmp_path_factory.mktemp("session"))
    rng = np.random.default_rng(0)

    def edit_once(number: int) -> None:
        left, top = rng.uniform(0, 38), rng.uniform(0, 22)
        name = CLASSES[min(int(left + 2) * 3 // 42, 2)]
        added = make_samples(stripes.cube, [shapely.box(left, top, left + 4, top + 4)], [name])
        rows, columns = sorted(rng.uniform(0, 30, 2)), sorted(rng.uniform(0, 42, 2))
        view = view_of(stripes.cube, tuple(rows), tuple(columns), rng.uniform(0.3, 3))
        settings = edit | {"samples": [*edit["samples"], *added], "number": number, "view": view}
        result = updates(child, **settings | FIRST | {"stages": ["first", "validated"]})
        for path in result["first"].outputs.values():
            Path(path).unlink()
        child.numbered.clear()
        child.lines.clear()

    def resident() -> float:
        status = Path(f"/proc/{child.process.pid}/status").read_text()
        (line,) = (line for line in status.splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024

    try:
        child.wait_ready()
        for number in range(15):
            edit_once(number)
        before = resident()
        for number in range(15, 75):
            edit_once(number)
        after = resident()
    finally:
        child.kill()
    print(f"{before:.0f} MB, then {after:.0f} MB")
    assert after < before + 30
