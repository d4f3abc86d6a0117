"""Training samples in files of other tools, which QGIS cannot open as layers."""

import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT

WRITE = """
import sys
from pathlib import Path
from tests.fixtures.cubes import label_boxes, make_cube
from tests.fixtures.rasters import write_geotiff
from tests.fixtures.tool_labels import WRITERS
folder, cube = Path(sys.argv[1]), make_cube()
write_geotiff(folder / "scene.tif", cube)
for name, write in WRITERS.items():
    (folder / name).mkdir()
    print(name, write(folder / name, cube, *label_boxes(cube)), sep="|")
"""
TOOLS = ("SCP", "ENVI XML", "ENVI text", "EnMAP-Box", "CSV")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("tools")


@pytest.fixture(scope="module")
def files(folder):
    """Training samples of each tool on one scene."""
    command = [BACKEND_PYTHON, "-c", WRITE, folder]
    completed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return dict(line.split("|") for line in completed.stdout.splitlines())


def test_all_tools_are_tested(files):
    assert set(files) == set(TOOLS)


@pytest.mark.parametrize("tool", TOOLS)
def test_a_scene_is_classified_with_them(run_for_real, files, folder, tmp_path, tool):
    from osgeo import gdal

    output = tmp_path / "map.tif"
    scene, labels = folder / "scene.tif", files[tool]
    run_for_real("classify", INPUT=scene, LABELS=labels, METHOD="lda", OUTPUT=output)
    found = gdal.Open(str(output)).ReadAsArray()
    truth = [column * 3 // found.shape[1] + 1 for column in range(found.shape[1])]
    assert (found == truth)[found > 0].mean() > 0.9


def test_a_map_is_assessed_and_locations_are_suggested_with_them(
    qgis_process, files, folder, tmp_path
):
    output, model = tmp_path / "map.tif", tmp_path / "model.safetensors"
    scene = f"--INPUT={folder / 'scene.tif'}"
    commands = [
        ("classify", scene, f"--LABELS={files['SCP']}", "--METHOD=lda", f"--OUTPUT={output}",
         f"--MODEL={model}"),
        ("assess", f"--INPUT={output}", f"--REFERENCE={files['SCP']}"),
        ("suggest", scene, f"--MODEL={model}", f"--LABELS={files['EnMAP-Box']}", "--COUNT=3",
         f"--OUTPUT={tmp_path / 'places.gpkg'}"),
    ]  # fmt: skip
    for name, *arguments in commands:
        completed = qgis_process("run", f"geodiffnet:{name}", *arguments)
        assert completed.returncode == 0, completed.stdout + completed.stderr
        if name == "assess":
            assert "SAMPLES:\t144" in completed.stdout, completed.stdout
    assert (tmp_path / "places.gpkg").is_file()


@pytest.mark.parametrize("tool", TOOLS)
def test_other_algorithms_get_their_path(run, scene, files, tmp_path, tool):
    sent = run("assess", INPUT=scene, REFERENCE=files[tool], TRAINING=files["CSV"])
    assert (sent["reference"], sent["training"]) == (files[tool], files["CSV"])
    assert "class_field" not in sent
    model = tmp_path / "m.safetensors"
    model.write_bytes(b"model")
    given = {"INPUT": scene, "MODEL": model, "OUTPUT": tmp_path / "places.gpkg"}
    sent = run("suggest", **given, LABELS=files[tool], CLASS_FIELD="kind")
    assert (sent["labels"], sent["class_field"]) == (files[tool], "kind")


def test_their_class_field_is_sent_only_if_it_is_named(run, scene, files, tmp_path):
    from qgis.core import QgsProcessingFeatureSourceDefinition

    given = {"INPUT": scene, "OUTPUT": tmp_path / "map.tif"}
    for value in (files["SCP"], QgsProcessingFeatureSourceDefinition(files["SCP"], False)):
        sent = run("classify", **given, LABELS=value)
        assert sent["labels"] == files["SCP"]
        assert not {"class_field", "labels_layer", "classes"} & set(sent)
    sent = run("classify", **given, LABELS=files["SCP"], CLASS_FIELD="class_id")
    assert sent["class_field"] == "class_id"


def test_they_are_neither_overwritten_nor_combined_with_a_raster(refusal, scene, files):
    labels = files["CSV"]
    reason = refusal("classify", INPUT=scene, LABELS=labels, OUTPUT=labels)
    assert "is also an input or another output" in reason
    reason = refusal("classify", INPUT=scene, LABELS=labels, LABEL_RASTER=scene, OUTPUT=scene)
    assert "Both training samples and a label raster were given." in reason


def test_files_that_hold_no_training_samples_are_explained(qgis_process, folder, tmp_path):
    classifier = tmp_path / "classifier.skops"
    classifier.write_bytes(b"PK")
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={folder / 'scene.tif'}",
        f"--LABELS={classifier}",
        f"--OUTPUT={tmp_path / 'map.tif'}",
    )
    assert completed.returncode != 0
    assert "a trained classifier of the EnMAP-Box, not training samples" in completed.stderr
    assert not (tmp_path / "map.tif").exists()
