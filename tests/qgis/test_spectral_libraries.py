"""Spectral libraries as training samples of `classify` and `train`."""

import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT

ALGORITHMS = ("classify", "train")


@pytest.fixture
def outputs(tmp_path):
    return {
        "classify": {"OUTPUT": tmp_path / "map.tif"},
        "train": {"MODEL": tmp_path / "kept.safetensors"},
    }


@pytest.fixture
def libraries(tmp_path):
    """A file, and a folder of files."""
    file, folder = tmp_path / "library.csv", tmp_path / "spectra"
    file.write_text("name,class,500,600\nwater_1,water,0.1,0.1\n")
    folder.mkdir()
    return [str(file), str(folder)]


@pytest.mark.parametrize("name", ALGORITHMS)
def test_libraries_are_sent_alone_or_beside_training_samples(
    run, scene, labels, outputs, libraries, name
):
    given = {"INPUT": scene, **outputs[name]}
    sent = run(name, **given, LIBRARY=libraries, LIBRARY_CLASS_FIELD=" folder ")
    assert sent["library"] == libraries
    assert sent["library_class_field"] == "folder"
    assert not {"labels", "labels_layer", "class_field", "classes"} & set(sent)
    sent = run(name, **given, LIBRARY=libraries[0], LABELS=labels, CLASS_FIELD="class")
    assert sent["library"] == libraries[:1]
    assert sent["class_field"] == "class"
    assert sent["labels"].endswith(".gpkg")
    assert "library_class_field" not in sent


@pytest.mark.parametrize("name", ALGORITHMS)
def test_no_library_is_sent_without_one(run, scene, labels, outputs, name):
    given = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class", **outputs[name]}
    for empty in (None, [], ""):
        sent = run(name, **given, LIBRARY=empty, LIBRARY_CLASS_FIELD="class")
        assert not {"library", "library_class_field"} & set(sent)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_training_samples_are_missing_only_without_libraries(refusal, scene, outputs, name):
    reason = refusal(name, INPUT=scene, **outputs[name])
    assert "No training samples were given." in reason
    assert "spectral libraries" in reason


@pytest.mark.parametrize("name", ["compare", "tune"])
def test_algorithms_without_libraries_do_not_suggest_them(refusal, scene, tmp_path, name):
    reason = refusal(name, INPUT=scene, REPORT=tmp_path / "report.html")
    assert "No training samples were given." in reason
    assert "librar" not in reason


def test_a_library_that_does_not_exist_is_named(refusal, scene, outputs, libraries):
    wrong = libraries[0] + ".gone"
    reason = refusal("classify", INPUT=scene, LIBRARY=[libraries[0], wrong], **outputs["classify"])
    assert f"The spectral library {wrong} does not exist." in reason


def test_a_library_is_not_overwritten(refusal, scene, libraries):
    reason = refusal("train", INPUT=scene, LIBRARY=libraries, MODEL=libraries[0])
    assert "is also an input or another output" in reason


def test_a_map_is_made_from_a_library_alone(qgis_process, tmp_path):
    from osgeo import gdal

    command = [BACKEND_PYTHON, "-m", "tests.fixtures.label_kinds", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    output = tmp_path / "map.tif"
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={tmp_path / 'scene.tif'}",
        f"--LIBRARY={_library_of(tmp_path / 'scene.tif')}",
        "--LIBRARY_CLASS_FIELD=kind",
        "--METHOD=lda",
        f"--OUTPUT={output}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    found = gdal.Open(str(output)).ReadAsArray()
    truth = [column * 3 // found.shape[1] + 1 for column in range(found.shape[1])]
    assert (found == truth)[found > 0].mean() > 0.9


def _library_of(scene):
    """A table with spectra of the three stripes of a scene, every 10 nm."""
    import numpy as np
    from osgeo import gdal

    dataset = gdal.Open(str(scene))
    cube = dataset.ReadAsArray() / 10_000
    bands = [dataset.GetRasterBand(1 + position) for position in range(dataset.RasterCount)]
    centres = [float(band.GetMetadataItem("wavelength")) for band in bands]
    wavelengths = np.arange(400, 2401, 10)
    rows = [",".join(["name", "kind", *map(str, wavelengths)])]
    for stripe, kind in enumerate(("soil", "tree", "water")):
        for row in range(1, 20):
            spectrum = np.interp(wavelengths, centres, cube[:, row, 4 + 14 * stripe + row % 5])
            rows.append(",".join([f"spot {row}", kind, *(f"{value:.4f}" for value in spectrum)]))
    path = scene.with_name("spectra.csv")
    path.write_text("\n".join(rows) + "\n")
    return path
