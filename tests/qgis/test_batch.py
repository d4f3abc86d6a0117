"""The algorithm Apply a model to many scenes: the job that it sends, and runs with the backend."""

import importlib
import json
import shutil

import pytest
from qgis_support import names_of_map, raster_grid

CLASSES = {"field", "grass", "road", "roof", "shadow", "soil", "tree", "water"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("batch")


@pytest.fixture(scope="module")
def model(qgis_process, sample, folder):
    completed = qgis_process(
        "run",
        "geodiffnet:train",
        f"--INPUT={sample.scene}",
        f"--LABELS={sample.labels}",
        "--CLASS_FIELD=class",
        "--METHOD=rf",
        f"--MODEL={folder / 'model.safetensors'}",
    )
    assert completed.returncode == 0, completed.stderr
    return folder / "model.safetensors"


@pytest.fixture(scope="module")
def scenes(sample, folder):
    """Two valid scenes, an empty one, and a file that is no raster."""
    folder_of_scenes = folder / "scenes"
    folder_of_scenes.mkdir()
    for name in ("a.tif", "b.tif"):
        shutil.copy(sample.scene, folder_of_scenes / name)
    (folder_of_scenes / "broken.tif").write_text("no raster at all")
    (folder_of_scenes / "notes.txt").write_text("no scene")
    return folder_of_scenes


def run_batch(qgis_process, **parameters):
    given = [f"--{name}={value}" for name, value in parameters.items()]
    completed = qgis_process("--json", "run", "geodiffnet:batch", *given)
    assert completed.returncode == 0, completed.stderr
    return json.loads(completed.stdout[completed.stdout.index("{") :])["results"]


def test_a_folder_is_mapped_and_the_broken_scene_reported(
    qgis, qgis_process, model, scenes, folder
):
    results = run_batch(
        qgis_process, MODEL=model, FOLDER=scenes, OUTPUT_FOLDER=folder / "maps", CONFIDENCE="true"
    )
    assert (results["MAPPED"], results["SKIPPED"], results["FAILED"]) == (2, 0, 1)
    assert [path.rpartition("/")[2] for path in results["MAPS"]] == ["a_map.tif", "b_map.tif"]
    for path in results["MAPS"]:
        assert raster_grid(path) == raster_grid(scenes / "a.tif")
        assert set(names_of_map(path)) == CLASSES
        assert raster_grid(path.replace("_map", "_confidence")) == raster_grid(path)
    assert "broken" in (folder / "maps" / "summary.html").read_text()
    table = (folder / "maps" / "summary.csv").read_text().splitlines()
    assert len(table) == 4
    assert "scene.unreadable" in next(line for line in table if line.startswith("broken"))
    again = run_batch(
        qgis_process, MODEL=model, FOLDER=scenes, OUTPUT_FOLDER=folder / "maps", CONFIDENCE="true"
    )
    assert (again["MAPPED"], again["SKIPPED"], again["FAILED"]) == (0, 2, 1)


def test_a_campaign_without_any_map_fails(qgis_process, model, scenes, folder):
    completed = qgis_process(
        "run",
        "geodiffnet:batch",
        f"--MODEL={model}",
        f"--FOLDER={scenes}",
        "--PATTERN=broken*",
        f"--OUTPUT_FOLDER={folder / 'none'}",
    )
    assert completed.returncode == 1
    assert "None of the scenes could be mapped" in completed.stderr
    assert "Traceback" not in completed.stderr


@pytest.fixture
def asked(qgis, fake, tmp_path):
    """Run the algorithm with the fake worker; returns the settings of the job."""
    processing = importlib.import_module("processing")
    model = tmp_path / "a.safetensors"
    model.write_text("a model")

    def asked(**parameters):
        given = {"MODEL": str(model), "OUTPUT_FOLDER": str(tmp_path / "maps")} | parameters
        asked.outputs = processing.run("geodiffnet:batch", given)
        assert fake.seen["job"]["job"] == "batch"
        return fake.settings

    return asked


def test_layers_files_and_a_pattern_are_passed_together(qgis, asked, scene, tmp_path):
    from qgis.core import QgsProject, QgsRasterLayer

    layer = QgsRasterLayer(str(scene), "of the project")
    QgsProject.instance().addMapLayer(layer)
    other = shutil.copy(scene, tmp_path / "other.tif")
    sent = asked(
        INPUT=[layer.id(), str(other)],
        FOLDER=str(tmp_path),
        PATTERN="flight*/*.tif",
        PROBABILITIES=True,
        OVERWRITE=True,
        WORKERS=3,
        OUTPUT_NAME="{name}/{kind}.tif",
        SCHEDULER=" tls://host:8786 ",
        TLS_CA="ca.pem",
        DEVICE="cpu",
        BAD_BANDS="1-2",
    )
    QgsProject.instance().removeMapLayer(layer)
    assert sent["images"] == [str(scene), str(other), str(tmp_path / "flight*/*.tif")]
    assert sent["probabilities"]
    assert sent["overwrite"]
    assert "confidence" not in sent
    assert sent["workers"] == 3
    assert sent["output_name"] == "{name}/{kind}.tif"
    assert sent["scheduler"] == "tls://host:8786"
    assert sent["tls_ca"].endswith("/ca.pem")
    assert sent["bad_bands"] == "1-2"
    assert sent["output_folder"] == str(tmp_path / "maps")


def test_default_settings_are_not_sent(asked, scene):
    sent = asked(INPUT=[str(scene)])
    assert set(sent) == {"images", "model", "output_folder", "device"}
    assert asked.outputs["MAPS"] == [f"{scene}_map.tif"]
    assert asked.outputs["SUMMARY"] == "summary.html"
    assert asked.outputs["MAPPED"] == 1


def test_training_uses_additional_scenes(qgis, fake, scene, labels, tmp_path):
    processing = importlib.import_module("processing")
    other = shutil.copy(scene, tmp_path / "other.tif")
    given = {"INPUT": str(scene), "LABELS": labels, "MODEL": str(tmp_path / "m.safetensors")}
    processing.run("geodiffnet:train", given | {"MORE_IMAGES": [str(other)]})
    assert fake.settings["more_images"] == [str(other)]
    assert fake.settings["image"] == str(scene)
    processing.run("geodiffnet:train", given)
    assert "more_images" not in fake.settings


def test_a_campaign_without_scenes_is_rejected(qgis, tmp_path):
    from qgis.core import QgsProcessingContext

    algorithm = qgis.processingRegistry().createAlgorithmById("geodiffnet:batch")
    (tmp_path / "a.safetensors").write_text("a model")
    given = {"MODEL": str(tmp_path / "a.safetensors"), "OUTPUT_FOLDER": str(tmp_path / "maps")}
    for missing in ({}, {"FOLDER": str(tmp_path / "nowhere")}, {"MODEL": "none", "INPUT": ["a"]}):
        fine, reason = algorithm.checkParameterValues(given | missing, QgsProcessingContext())
        assert not fine
        assert reason
