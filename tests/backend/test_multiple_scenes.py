"""One model from several labelled scenes of a sensor, cross-validated by scene."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import shapely.affinity
from affine import Affine
from backend_support import run, shell
from batch_support import resize_cube

from backend.classifiers.folds import make_folds
from backend.classifiers.model import load_model
from backend.classifiers.training_data import Samples
from backend.common import protocol
from backend.pipeline.multiple_scenes import scene_names
from backend.scene.band_matching import match_bands
from backend.scene.raster import Scene
from backend.scene.scene_stack import SceneStack
from tests.fixtures.cubes import CLASSES, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


def moved(cube: Cube, kilometres: float) -> Cube:
    """The same land cover elsewhere in the same zone."""
    return replace(cube, place=Affine.translation(kilometres * 1000, 0) @ cube.place)


@pytest.fixture
def campaign(tmp_path: Path) -> list[tuple[Path, Path]]:
    """Three adjacent scenes with labels, one of them with other wavelengths."""
    pairs = []
    for number in range(3):
        cube = moved(make_cube(number), 5 * number)
        if number == 2:
            cube = replace(cube, wavelengths=tuple(w + 3.2 for w in cube.wavelengths))
        scene = write_geotiff(tmp_path / f"s{number}.tif", cube)
        pairs.append((scene, write_labels(tmp_path / f"l{number}.gpkg", cube)))
    return pairs


def options(pairs: list[tuple[Path, Path]]) -> list[object]:
    """Pairs as options of the command line."""
    return [part for image, labels in pairs for part in ("--image", image, "--labels", labels)]


@pytest.mark.slow
def test_a_model_is_trained_on_pairs_of_scenes_and_labels(
    campaign: list[tuple[Path, Path]], tmp_path: Path
) -> None:
    model = tmp_path / "m.safetensors"
    done = shell(
        "train", *options(campaign), "--class-field", "class", "--method", "rf", "--model", model,
        "--report", tmp_path / "report.html",
    )  # fmt: skip
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert "3-fold cross-validation, grouped by scene" in done.stderr
    assert f"3 of 3 scenes have labels: {3 * 144} pixels" in done.stderr

    info = load_model(model, "cpu").info
    assert [entry.name for entry in info.classes] == list(CLASSES)
    assert sum(row["pixels"] for row in info.labels["table"]) == 3 * 144
    # a scene without labels is mapped accurately
    fresh = make_cube(9)
    image = write_geotiff(tmp_path / "fresh.tif", fresh)
    output = tmp_path / "map.tif"
    assert run("apply", model=model, image=image, output=output).status == protocol.EXIT_DONE
    with rasterio.open(output) as dataset:
        found = dataset.read(1)
    assert (found == fresh.truth)[fresh.truth > 0].mean() > 0.9


def test_one_layer_may_serve_all_scenes_and_miss_some(
    campaign: list[tuple[Path, Path]], tmp_path: Path
) -> None:
    cube = make_cube()
    shapes, names = label_boxes(cube)
    # 5 km are 166⅔ pixels; the third scene gets none
    polygons = [*shapes, *(shapely.affinity.translate(shape, 5000 / 30) for shape in shapes)]
    layer = write_labels(tmp_path / "all.gpkg", cube, polygons, names * 2)
    images = [image for image, _ in campaign]
    outcome = run(
        "train", image=images[0], more_images=images[1:], labels=layer, class_field="class",
        method="rf", model=tmp_path / "m.safetensors",
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    assert any("No training samples lie on s2.tif" in text for text in outcome.warnings)
    assert outcome.result.figures["folds"] == 2
    assert outcome.result.figures["labelled_pixels"] > 250


def test_warnings_of_labels_name_the_scene(campaign: list[tuple[Path, Path]]) -> None:
    """Whatever they are about: all of one scene's labels pass through the same place."""
    cubes = [moved(make_cube(number), 5 * number) for number in range(3)]
    shapes, names = label_boxes(cubes[1])
    far = shapely.affinity.translate(shapes[0], 1e6)
    write_labels(campaign[1][1], cubes[1], [*shapes, shapes[0], far], [*names, names[-1], names[0]])
    outcome = run(
        "train", image=campaign[0][0], labels=campaign[0][1], class_field="class", method="rf",
        more_images=[image for image, _ in campaign[1:]],
        more_labels=[file for _, file in campaign[1:]],
        model=campaign[0][0].with_name("m.safetensors"),
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    for part in ("s1.tif: Pixels with labels of more than one class", "s1.tif: Geometries outside"):
        assert any(text.startswith(part) for text in outcome.warnings), outcome.warnings
    about_labels = ("Pixels with", "Geometries", "Labelled pixels", "Training polygons")
    assert not [text for text in outcome.warnings if text.startswith(about_labels)]


def test_a_warning_about_all_scenes_is_logged_once(
    campaign: list[tuple[Path, Path]], tmp_path: Path
) -> None:
    cube = make_cube()
    shapes, names = label_boxes(cube)
    moves = [index * 5000 / 30 for index in range(3)]
    polygons = [shapely.affinity.translate(shape, move) for move in moves for shape in shapes]
    layer = write_labels(tmp_path / "all.gpkg", cube, [*polygons, polygons[0]], [*names * 3, ""])
    images = [image for image, _ in campaign]
    outcome = run(
        "train", image=images[0], more_images=images[1:], labels=layer, class_field="class",
        method="lda", model=tmp_path / "m.safetensors",
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    about = [text for text in outcome.warnings if "without a class" in text]
    assert about == ["All scenes: Geometries without a class, excluded: 1."]


@pytest.mark.parametrize(
    ("images", "expected"),
    [
        (["/d/a.tif", "/d/b.tif"], ["a.tif", "b.tif"]),
        (["/d/1/a.tif", "/d/2/a.tif"], ["1/a.tif", "2/a.tif"]),
        (["/d/1/x/a.tif", "/d/2/x/a.tif"], ["1/x/a.tif", "2/x/a.tif"]),
        (["a.tif", "/a.tif"], ["a.tif", "/a.tif"]),
        (["/d/a.tif", "/d/a.tif"], ["a.tif", "a.tif"]),
        ([], []),
    ],
)
def test_names_of_scenes_are_short_and_distinct(images: list[str], expected: list[str]) -> None:
    assert scene_names(images) == expected


@pytest.mark.slow
def test_classify_maps_the_first_scene_like_apply(
    campaign: list[tuple[Path, Path]], cache: Path, tmp_path: Path, quick: None
) -> None:
    (first, labels), *others = campaign
    output = tmp_path / "map.tif"
    outcome = run(
        "classify", image=first, labels=labels, more_images=[image for image, _ in others],
        more_labels=[file for _, file in others], class_field="class", method="geodiffnet-f",
        output=output, model=tmp_path / "m.safetensors", cache=cache,
    )  # fmt: skip
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    again = tmp_path / "again.tif"
    for image, target in ((first, again), (others[1][0], tmp_path / "other.tif")):
        asked = {"model": tmp_path / "m.safetensors", "image": image, "cache": cache}
        assert run("apply", output=target, **asked).status == protocol.EXIT_DONE
    # statistics of several scenes do not change how a single one is read
    assert again.read_bytes() == output.read_bytes()


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Small networks, where their accuracy does not matter."""
    import functools

    from backend.classifiers.ensemble_settings import EnsembleSettings

    small = functools.partial(EnsembleSettings, members=2, steps=40)
    monkeypatch.setattr("backend.pipeline.training_data.EnsembleSettings", small)


def test_scenes_and_labels_that_do_not_match_are_refused(
    campaign: list[tuple[Path, Path]], tmp_path: Path
) -> None:
    (image, labels), (second, more), _ = campaign
    asked = {"class_field": "class", "method": "rf", "model": tmp_path / "m.safetensors"}
    asked |= {"image": image, "labels": labels}
    three = run("train", more_images=[second, second], more_labels=[more], **asked)
    assert three.failure.code == "job.invalid"
    assert "3 images and 2 files of training samples" in three.failure.message
    cube = make_cube(4)
    visible = Cube(cube.reflectance[:7], cube.truth, cube.wavelengths[:7], cube.widths[:7])
    other = write_geotiff(tmp_path / "visible.tif", visible)
    wrong = run("train", more_images=[other], more_labels=[more], **asked)
    assert wrong.failure.code == "model.other_range"
    assert not (tmp_path / "m.safetensors").exists()
    # the output must not replace an input of a further scene either
    taken = run("train", more_images=[second], more_labels=[more], **asked | {"model": more})
    assert taken.failure.code == "output.is_input"


def samples_of(scene: np.ndarray, target: np.ndarray) -> Samples:
    """Samples of which only scene, class and shape matter."""
    count = len(target)
    place = np.column_stack([np.arange(count) * 500, np.zeros(count, int)])
    nothing = np.zeros((count, 1), np.float32)
    return Samples(nothing, nothing, target, np.arange(count), place, target.max() + 1, scene)


def test_no_scene_is_on_both_sides_of_a_fold() -> None:
    scene, target = np.repeat(np.arange(6), 20), np.tile(np.arange(4), 30)
    folds = make_folds(samples_of(scene, target), tuple("abcd"), 0)
    assert folds.by_scene
    assert folds.count == 5
    for number in range(6):
        assert len(np.unique(folds.fold[scene == number])) == 1


def test_a_class_of_one_scene_only_keeps_the_folds_within_scenes() -> None:
    scene, target = np.repeat(np.arange(3), 20), np.tile(np.arange(2), 30)
    target[:8] = 2
    folds = make_folds(samples_of(scene, target), ("oak", "pine", "elm"), 0)
    assert not folds.by_scene
    assert any("elm" in note for note in folds.notes)
    assert (folds.fold >= 0).all()


def test_a_stack_shows_each_scene_where_it_stands(tmp_path: Path) -> None:
    cubes = [make_cube(0), resize_cube(make_cube(1), 70, 20)]
    paths = [write_geotiff(tmp_path / f"{n}.tif", cube) for n, cube in enumerate(cubes)]
    with Scene(paths[0]) as first, Scene(paths[1]) as second:
        other = match_bands(second, first.wavelengths, first.band_count)
        stack = SceneStack(first, [other])
        assert (stack.grid.width, stack.grid.height) == (42, 64 + 128)
        values, valid = stack.read(stack.grid.extent)
        for scene, top, shape in ((first, 0, (30, 42)), (other, 64, (70, 20))):
            own, inside = scene.read(scene.grid.extent)
            place = (slice(top, top + shape[0]), slice(0, shape[1]))
            assert (values[(slice(None), *place)] == own).all()
            assert (valid[place] == inside).all()
            valid[place] = False
        assert not valid.any()
        for part in stack.parts(stack.grid.extent):
            assert (stack.read(part)[0] == values[:, part.row_off :][:, : part.height]).all()
        assert len(stack.sample) <= 20_000
