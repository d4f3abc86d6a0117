"""Models trained on spectral libraries, alone or beside polygons of a scene."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio
from backend_support import Outcome, run, shell
from shapely import box

from backend.common import protocol
from backend.sample_scene import write_sample
from backend.sample_scene.cover import Cover
from backend.sample_scene.files import SampleFiles
from tests.fixtures.cubes import CLASSES, Cube, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff
from tests.fixtures.spectral_libraries import WAVELENGTHS, WRITERS, write_csv, write_envi

pytestmark = pytest.mark.backend

#: Spectra of each class in a library.
COUNT = 25


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def at_all_wavelengths(spectra: np.ndarray, wavelengths: Sequence[float]) -> np.ndarray:
    """Spectra of a scene as a field spectrometer measures them, rounded as files hold them."""
    return np.stack([np.interp(WAVELENGTHS, wavelengths, one) for one in spectra]).round(4)


def cube_spectra(cube: Cube, classes: Sequence[int] = (1, 2, 3)) -> tuple[np.ndarray, list[str]]:
    """Spectra at known locations of a cube, with their classes."""
    spectra, names = [], []
    for number in classes:
        rows, columns = np.nonzero(cube.truth == number)
        chosen = np.linspace(0, len(rows) - 1, COUNT).astype(int)
        spectra.append(cube.reflectance[:, rows[chosen], columns[chosen]].T)
        names += [CLASSES[number - 1]] * COUNT
    return at_all_wavelengths(np.concatenate(spectra), cube.wavelengths), names


def accuracy(output: Path, truth: np.ndarray) -> float:
    with rasterio.open(output) as dataset:
        return float((dataset.read(1) == truth)[truth > 0].mean())


def classify(output: Path, image: Path, **settings: Any) -> Outcome:
    outcome = run("classify", image=image, output=output, **({"method": "lda"} | settings))
    assert outcome.status == protocol.EXIT_DONE, outcome.events[-1]
    return outcome


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> SampleFiles:
    return write_sample(tmp_path_factory.mktemp("sample"), 0, 128)


def test_every_format_gives_the_same_map_of_the_sample_scene_and_nearly_that_of_polygons(
    sample: SampleFiles, tmp_path: Path
) -> None:
    with rasterio.open(sample.truth) as dataset:
        truth = dataset.read(1)
    with rasterio.open(sample.scene) as dataset:
        wavelengths = [float(dataset.tags(number)["wavelength"]) for number in dataset.indexes]
        good = np.array([dataset.tags(number)["bbl"] == "1" for number in dataset.indexes])
        cube = dataset.read() / 10_000
    names = {int(cover): cover.label for cover in Cover}
    classify(tmp_path / "polygons.tif", sample.scene, labels=sample.labels, class_field="class")
    spectra, labels = [], []
    rng = np.random.default_rng(0)
    for code, name in names.items():
        rows, columns = np.nonzero(truth == code)
        chosen = rng.choice(len(rows), min(60, len(rows)), replace=False)
        spectra.append(cube[:, rows[chosen], columns[chosen]].T[:, good])
        labels += [name] * len(chosen)
    library = at_all_wavelengths(np.concatenate(spectra), np.array(wavelengths)[good])
    # both maps number the classes in the order of their names
    codes = np.array([0, *(sorted(names.values()).index(name) + 1 for name in names.values())])
    truth = codes[truth]
    reference = accuracy(tmp_path / "polygons.tif", truth)
    assert reference > 0.6
    maps = {}
    for kind, write in WRITERS.items():
        output = tmp_path / f"{kind}.tif"
        (tmp_path / kind).mkdir()
        outcome = classify(output, sample.scene, library=[write(tmp_path / kind, library, labels)])
        assert {one["name"] for one in outcome.result.figures["classes"]} == set(names.values())
        with rasterio.open(output) as dataset:
            maps[kind] = dataset.read(1)
    first, *others = maps
    for kind in others:
        np.testing.assert_array_equal(maps[kind], maps[first], err_msg=kind)
    found = float((maps[first] == truth)[truth > 0].mean())
    assert found > reference - 0.03, (found, reference)


def test_a_library_alone_trains_a_model_that_maps_other_scenes(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    spectra, names = cube_spectra(cube)
    library = write_csv(tmp_path, spectra, names)
    model = tmp_path / "m.safetensors"
    outcome = classify(
        tmp_path / "map.tif", image, library=[library], model=model,
        report=tmp_path / "report.html", method="rf",
    )  # fmt: skip
    assert accuracy(tmp_path / "map.tif", cube.truth) > 0.95
    text = "\n".join(event.message for event in outcome.events if isinstance(event, protocol.Log))
    assert "75 spectra of 3 classes, 350 to 2500 nm; they cover 100 % of the bands" in text
    assert "soil: 25 library spectra; tree: 25 library spectra" in text
    assert "The accuracy is estimated with library spectra, not with pixels" in text
    assert outcome.result.figures["overall_accuracy"] > 0.9
    assert str(library) in (tmp_path / "report.html").read_text()
    fresh = make_cube(5)
    other = write_geotiff(tmp_path / "other.tif", fresh)
    again = tmp_path / "again.tif"
    assert run("apply", model=model, image=other, output=again).status == protocol.EXIT_DONE
    assert accuracy(again, fresh.truth) > 0.95


def test_a_library_adds_a_class_to_polygons(cube: Cube, tmp_path: Path) -> None:
    """Names match whatever their Unicode form; codes of the polygons' classes stay."""
    image = write_geotiff(tmp_path / "scene.tif", cube)
    labels = write_labels(
        tmp_path / "l.gpkg", cube, [box(3, 2, 7, 6), box(3, 10, 7, 14), box(17, 2, 21, 6)],
        ["wa\u0308lder", "wa\u0308lder", "zone"],
    )  # fmt: skip
    spectra, names = cube_spectra(cube)
    spelled = {"soil": "w\u00e4lder ", "tree": "zone", "water": "a lake"}
    library = write_csv(tmp_path, spectra, [spelled[name] for name in names])
    outcome = classify(
        tmp_path / "map.tif", image, labels=labels, class_field="class", library=[library]
    )
    rows = outcome.result.figures["classes"]
    assert [(row["code"], row["name"]) for row in rows] == [
        (1, "w\u00e4lder"), (2, "zone"), (3, "a lake")
    ]  # fmt: skip
    assert [row["library_spectra"] for row in outcome.result.figures["labels"]] == [COUNT] * 3
    assert accuracy(tmp_path / "map.tif", cube.truth) > 0.9


def test_a_blend_uses_its_base_classifiers_on_spectra_and_can_be_applied(
    cube: Cube, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 10)
    members = "backend.classifiers.ensemble_settings.EnsembleSettings.members"
    monkeypatch.setattr(members, 2, raising=False)
    image = write_geotiff(tmp_path / "scene.tif", cube)
    spectra, names = cube_spectra(cube)
    model = tmp_path / "m.safetensors"
    outcome = classify(
        tmp_path / "map.tif", image, library=[write_envi(tmp_path, spectra, names)], model=model,
        method="geodiffnet-f",
    )  # fmt: skip
    bases = outcome.result.figures["base_classifiers"]
    assert len(bases) > 2
    assert not any(base["uses_features"] for base in bases)
    again = tmp_path / "again.tif"
    assert run("apply", model=model, image=image, output=again).status == protocol.EXIT_DONE
    assert again.read_bytes() == (tmp_path / "map.tif").read_bytes()


def test_libraries_join_several_scenes(cube: Cube, tmp_path: Path) -> None:
    images = [write_geotiff(tmp_path / f"s{n}.tif", make_cube(n)) for n in range(2)]
    labels = [write_labels(tmp_path / f"l{n}.gpkg", make_cube(n)) for n in range(2)]
    spectra, names = cube_spectra(cube)
    library = write_csv(tmp_path, spectra, names)
    common = {"image": images[0], "more_images": images[1:], "library": [library], "method": "lda"}
    both = run(
        "train", **common, labels=labels[0], more_labels=labels[1:], class_field="class",
        model=tmp_path / "m.safetensors",
    )  # fmt: skip
    assert both.status == protocol.EXIT_DONE, both.events[-1]
    assert both.result.figures["labelled_pixels"] == 2 * 144 + 3 * COUNT
    assert both.result.figures["folds"] == 3
    alone = run("train", **common, model=tmp_path / "a.safetensors")
    assert alone.status == protocol.EXIT_DONE, alone.events[-1]
    assert alone.result.figures["labelled_pixels"] == 3 * COUNT


@pytest.mark.parametrize(
    ("settings", "code", "words"),
    [
        ({"method": "geodiffnet"}, "library.method", "geodiffnet"),
        ({"method": "geodiffnet-f", "preset": "paper"}, "library.method", "preset paper"),
        ({"library_class_field": "species"}, "library.field_missing", '"species"'),
        ({"library": ["{folder}/short.csv"]}, "library.other_range", "near 1022 to 2300 nm"),
        ({"library": []}, "job.invalid", "labels is missing"),
        ({"library": ["{folder}/none.sli"]}, "library.unreadable", "none.sli"),
    ],
)
def test_libraries_that_cannot_be_used_are_refused(
    cube: Cube, tmp_path: Path, settings: dict[str, Any], code: str, words: str
) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    spectra, names = cube_spectra(cube)
    library = write_csv(tmp_path, spectra, names)
    head, *rows = library.read_text().splitlines()
    cells = [row.split(",")[:602] for row in (head, *rows)]
    (tmp_path / "short.csv").write_text("\n".join(map(",".join, cells)))
    given = {"library": [str(library)], "method": "lda"} | settings
    given["library"] = [path.format(folder=tmp_path) for path in given["library"]]
    outcome = run("classify", image=image, output=tmp_path / "map.tif", **given)
    assert (outcome.failure.code, words in outcome.failure.message) == (code, True), outcome.failure
    assert not (tmp_path / "map.tif").exists()


def test_a_scene_without_wavelengths_cannot_use_libraries(cube: Cube, tmp_path: Path) -> None:
    image = tmp_path / "plain.tif"
    with rasterio.open(image, "w", driver="GTiff", dtype="int16", **cube.profile) as dataset:
        dataset.write(cube.stored)
    library = write_csv(tmp_path, *cube_spectra(cube))
    outcome = run("classify", image=image, library=[library], output=tmp_path / "m.tif")
    assert outcome.failure.code == "library.no_wavelengths"


def test_percent_without_a_unit_is_recognised_and_told(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    spectra, names = cube_spectra(cube)
    outcome = classify(
        tmp_path / "map.tif", image, library=[write_csv(tmp_path, spectra * 100, names)]
    )
    assert any("assumed to be percent" in text for text in outcome.warnings)
    assert accuracy(tmp_path / "map.tif", cube.truth) > 0.95


def test_options_of_the_shell_may_be_repeated(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    for number in range(2):
        (tmp_path / f"l{number}").mkdir()
        spectra, names = cube_spectra(cube, [(1, 2), (3,)][number])
        write_csv(tmp_path / f"l{number}", spectra, names)
    done = shell(
        "train", "--image", image, "--library", tmp_path / "l0" / "library.csv", "--library",
        tmp_path / "l1", "--library-class-field", "CLASS", "--method", "lda", "--model",
        tmp_path / "m.safetensors",
    )  # fmt: skip
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert "water: 25 library spectra" in done.stderr


def test_a_library_is_never_replaced(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    library = write_csv(tmp_path, *cube_spectra(cube))
    before = library.read_bytes()
    outcome = run("train", image=image, library=[library], method="lda", model=library)
    assert outcome.status == protocol.EXIT_USER_ERROR
    assert library.read_bytes() == before


def test_ten_thousand_spectra_train_a_model(cube: Cube, tmp_path: Path) -> None:
    image = write_geotiff(tmp_path / "scene.tif", cube)
    spectra, names = cube_spectra(cube)
    rng = np.random.default_rng(0)
    many = np.tile(spectra, (140, 1)) * rng.uniform(0.9, 1.1, (140 * len(spectra), 1))
    library = write_envi(tmp_path, many, names * 140)
    outcome = classify(tmp_path / "map.tif", image, library=[library])
    assert outcome.result.figures["labelled_pixels"] <= 10_000
    assert any("10500 library spectra" in text for text in outcome.warnings)
    assert accuracy(tmp_path / "map.tif", cube.truth) > 0.95
