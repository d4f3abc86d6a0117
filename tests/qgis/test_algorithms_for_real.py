"""Train, apply, assess and suggest through the real `qgis_process` and the real backend.

The quickest method will do: what the methods are worth is tested elsewhere.
"""

import json

import pytest
from qgis_support import names_of_map, raster_grid

CLASSES = {"field", "grass", "road", "roof", "shadow", "soil", "tree", "water"}


@pytest.fixture(scope="module")
def run(qgis_process):
    """Run an algorithm and return its results."""

    def run(name, **parameters):
        given = [f"--{key}={value}" for key, value in parameters.items()]
        completed = qgis_process("--json", "run", f"geodiffnet:{name}", *given)
        assert completed.returncode == 0, completed.stderr
        return json.loads(completed.stdout[completed.stdout.index("{") :])["results"]

    return run


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("jobs")


@pytest.fixture(scope="module")
def trained(run, sample, folder):
    return run(
        "train",
        INPUT=sample.scene,
        LABELS=sample.labels,
        CLASS_FIELD="class",
        METHOD="rf",
        MODEL=folder / "model.safetensors",
        REPORT=folder / "train.html",
    )


@pytest.fixture(scope="module")
def applied(run, sample, trained, folder):
    return run(
        "apply",
        MODEL=trained["MODEL"],
        INPUT=sample.scene,
        OUTPUT=folder / "map.tif",
        CONFIDENCE=folder / "confidence.tif",
        PROBABILITIES=folder / "shares.tif",
        APPLICABILITY=folder / "unlike.tif",
        SECOND_CHOICE=folder / "second.tif",
        MARGIN=folder / "margin.tif",
    )


def test_every_algorithm_is_listed(qgis_process):
    listed = json.loads(qgis_process("--json", "list", check=True).stdout)
    names = set(listed["providers"]["geodiffnet"]["algorithms"])
    wanted = {"classify", "train", "apply", "assess", "suggest"}
    assert {name.partition(":")[2] for name in names} >= wanted


def test_training_writes_a_model_and_returns_its_accuracy(trained, folder):
    for figure in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
        assert 0.3 < trained[figure] <= 1
    assert (folder / "model.safetensors").stat().st_size > 1000
    # The report calls the labels by the name of their layer.
    assert "train.gpkg" in (folder / "train.html").read_text()


def test_a_model_maps_a_scene_with_its_class_names(qgis, applied, sample):
    for name in (
        "OUTPUT", "CONFIDENCE", "PROBABILITIES", "APPLICABILITY", "SECOND_CHOICE", "MARGIN",
    ):  # fmt: skip
        assert raster_grid(applied[name]) == raster_grid(sample.scene)
    assert set(names_of_map(applied["OUTPUT"])) == CLASSES
    assert names_of_map(applied["SECOND_CHOICE"]) == names_of_map(applied["OUTPUT"])


def test_the_second_choice_is_another_class_and_the_margin_has_a_default_style(qgis, applied):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer, QgsSingleBandPseudoColorRenderer

    first, second, margin, confidence = (
        gdal.Open(applied[name]).ReadAsArray()
        for name in ("OUTPUT", "SECOND_CHOICE", "MARGIN", "CONFIDENCE")
    )
    assert (first != second)[first > 0].all()
    assert (second > 0)[first > 0].all()
    assert (margin <= confidence).all()
    layer = QgsRasterLayer(applied["MARGIN"], "margin")
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)


def test_the_applicability_raster_has_a_default_style(qgis, applied):
    from qgis.core import QgsRasterLayer, QgsSingleBandPseudoColorRenderer

    assert 0 < applied["OUTSIDE"] < 0.15
    layer = QgsRasterLayer(applied["APPLICABILITY"], "unlike")
    assert isinstance(layer.renderer(), QgsSingleBandPseudoColorRenderer)
    ramp = layer.renderer().shader().rasterShaderFunction()
    steps = ramp.colorRampItemList()
    assert [step.value for step in steps] == [0.5, 1, 2, float("inf")]
    assert "outside" in steps[2].label
    drawn = {value: ramp.shade(value)[1:4] for value in (0.2, 3)}
    assert drawn[0.2] == (0xEE, 0xF3, 0xF6)
    assert drawn[3] == (0x96, 0x18, 0x4F)


def test_a_map_is_assessed_and_a_sample_is_drawn(qgis, run, applied, sample, folder):
    from qgis.core import QgsVectorLayer

    found = run(
        "assess",
        INPUT=applied["OUTPUT"],
        REFERENCE_MAP=sample.folder / "truth.tif",
        TRAINING=sample.labels,
        REPORT=folder / "assessment.html",
        DRAW_SAMPLE=folder / "points.gpkg",
        COUNT=60,
        ALLOCATION="equal",
    )
    assert 0.5 < found["OVERALL_ACCURACY"] < 1
    # What was trained with does not count.
    assert 0.8 * 96 * 96 < found["SAMPLES"] < 96 * 96
    assert "<html" in (folder / "assessment.html").read_text()
    points = QgsVectorLayer(found["DRAW_SAMPLE"], "points")
    assert points.featureCount() == 60


def test_polygons_can_be_reference_data(run, applied, sample):
    found = run("assess", INPUT=applied["OUTPUT"], REFERENCE=sample.labels, CLASS_FIELD="class")
    assert found["OVERALL_ACCURACY"] > 0.9
    assert found["SAMPLES"] > 100


def test_locations_are_suggested(qgis, run, trained, sample, folder):
    from qgis.core import QgsVectorLayer

    found = run(
        "suggest",
        MODEL=trained["MODEL"],
        INPUT=sample.scene,
        LABELS=sample.labels,
        CLASS_FIELD="class",
        COUNT=5,
        OUTPUT=folder / "places.gpkg",
    )
    assert found["PLACES"] == 5
    layer = QgsVectorLayer(found["OUTPUT"], "places")
    places = list(layer.getFeatures())
    assert sorted(place["number"] for place in places) == [1, 2, 3, 4, 5]
    assert all(not place["class"] and place["reason"] for place in places)
    assert layer.geometryType().name == "Polygon"


def test_a_file_that_is_no_model_is_rejected(qgis_process, sample, folder):
    foreign = folder / "foreign.safetensors"
    foreign.write_text("this is no model")
    completed = qgis_process(
        "run",
        "geodiffnet:apply",
        f"--MODEL={foreign}",
        f"--INPUT={sample.scene}",
        f"--OUTPUT={folder / 'nothing.tif'}",
    )
    assert completed.returncode == 1
    assert "foreign.safetensors cannot be read" in completed.stderr
    assert "Choose a model file (.safetensors)" in completed.stderr
    assert "Traceback" not in completed.stderr
    assert not (folder / "nothing.tif").exists()


@pytest.fixture(scope="module")
def library(sample, folder):
    """Spectra at known locations of the sample scene, as a table."""
    from osgeo import gdal

    scene = gdal.Open(str(sample.scene))
    truth = gdal.Open(str(sample.folder / "truth.tif")).ReadAsArray()
    cube = scene.ReadAsArray()
    bands = [scene.GetRasterBand(number + 1).GetMetadata() for number in range(len(cube))]
    rows = [",".join(["species", *(band["wavelength"] for band in bands)])]
    for code in range(1, 9):
        lines, columns = (truth == code).nonzero()
        for at in range(0, len(lines), max(1, len(lines) // 20)):
            values = cube[:, lines[at], columns[at]] / 10_000
            rows.append(",".join([f"kind {code}", *(f"{value:.4f}" for value in values)]))
    path = folder / "library.csv"
    path.write_text("\n".join(rows))
    return path


def test_a_library_replaces_training_samples(run, sample, library, folder):
    found = run(
        "classify",
        INPUT=sample.scene,
        LIBRARY=library,
        LIBRARY_CLASS_FIELD="species",
        METHOD="lda",
        OUTPUT=folder / "from_library.tif",
    )
    assert raster_grid(found["OUTPUT"]) == raster_grid(sample.scene)
    assert 0.3 < found["OVERALL_ACCURACY"] <= 1
    named = (folder / "from_library.qml").read_text()
    assert all(f"kind {code}" in named for code in range(1, 9))
