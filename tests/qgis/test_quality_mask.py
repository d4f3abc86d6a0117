"""The quality mask of each algorithm that opens a scene, in dialogs and in `qgis_process`."""

import subprocess

import pytest
from qgis_support import BACKEND_PYTHON, ROOT, make_scene

ALGORITHMS = (
    "classify", "train", "apply", "batch", "suggest", "compare", "features", "tune",
    "spectrallibrary",
)  # fmt: skip


@pytest.fixture
def given(scene, labels, tmp_path):
    """Parameters with which each of the algorithms runs."""
    model = tmp_path / "kept.safetensors"
    model.write_text("a model")
    fitted = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class"}
    return {
        "classify": fitted | {"OUTPUT": tmp_path / "map.tif"},
        "train": fitted | {"MODEL": tmp_path / "new.safetensors"},
        "apply": {"INPUT": scene, "MODEL": model, "OUTPUT": tmp_path / "map.tif"},
        "batch": {"INPUT": [str(scene)], "MODEL": model, "OUTPUT_FOLDER": tmp_path / "maps"},
        "suggest": {"INPUT": scene, "MODEL": model, "OUTPUT": tmp_path / "places.gpkg"},
        "compare": fitted | {"REPORT": tmp_path / "report.html"},
        "features": {"INPUT": scene, "OUTPUT": tmp_path / "features.tif"},
        "tune": fitted | {"REPORT": tmp_path / "report.html"},
        "spectrallibrary": fitted | {"OUTPUT": tmp_path / "new.sli"},
    }


@pytest.mark.parametrize("name", ALGORITHMS)
def test_the_quality_mask_is_sent_where_it_is_not_automatic(run, given, tmp_path, name):
    mask = make_scene(tmp_path / "mask.tif", bands=1)
    assert "quality_mask" not in run(name, **given[name])
    assert run(name, **given[name], QUALITY_LAYERS=False)["quality_mask"] == "none"
    for layers in (True, False):
        sent = run(name, **given[name], QUALITY_LAYERS=layers, QUALITY_MASK=mask)
        assert sent["quality_mask"] == str(mask)


def test_a_raster_that_cannot_be_a_mask_is_refused(refusal, given, scene, tmp_path):
    for raster, sentence in (
        (tmp_path / "nowhere.tif", "The quality mask cannot be opened"),
        (scene, "The quality mask scene has 8 bands."),
    ):
        assert sentence in refusal("apply", **given["apply"], QUALITY_MASK=raster)


def test_a_raster_in_the_memory_of_qgis_is_refused(refusal, given):
    make_scene("/vsimem/mask.tif", bands=1)
    reason = refusal("apply", **given["apply"], QUALITY_MASK="/vsimem/mask.tif")
    assert "exists only in the memory of QGIS" in reason


def test_the_mask_is_not_overwritten(refusal, given, tmp_path):
    mask = make_scene(tmp_path / "mask.tif", bands=1)
    reason = refusal("apply", **given["apply"] | {"OUTPUT": mask}, QUALITY_MASK=mask)
    assert "is also an input or another output" in reason


def test_masked_pixels_are_not_mapped(qgis_process, tmp_path):
    from osgeo import gdal

    command = [BACKEND_PYTHON, "-m", "tests.fixtures.label_kinds", tmp_path]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    mask, output = tmp_path / "codes.tif", tmp_path / "map.tif"
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={tmp_path / 'scene.tif'}",
        f"--LABELS={tmp_path / 'points.gpkg'}",
        "--CLASS_FIELD=class",
        "--METHOD=lda",
        f"--QUALITY_MASK={_columns_from(mask, 36)}",
        f"--OUTPUT={output}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    found = gdal.Open(str(output)).ReadAsArray()
    assert not found[:, 36:].any()
    assert (found[:20, :36] > 0).all()


def _columns_from(like, first):
    """A raster on the same grid, 1 from a column on."""
    from osgeo import gdal

    path = like.with_name("mask.tif")
    target = gdal.GetDriverByName("GTiff").CreateCopy(str(path), gdal.Open(str(like)))
    values = target.ReadAsArray() * 0
    values[:, first:] = 1
    target.GetRasterBand(1).DeleteNoDataValue()
    target.GetRasterBand(1).WriteArray(values)
    return path
