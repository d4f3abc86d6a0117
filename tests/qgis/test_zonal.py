"""The algorithm that summarises a class map per polygon."""

import csv
import json

import pytest
from qgis_support import make_labels, make_scene


@pytest.fixture
def class_map(tmp_path):
    """Codes of two classes on the grid of the scene: 1 in the left half, 2 in the right."""
    from osgeo import gdal

    path = make_scene(tmp_path / "map.tif", bands=1)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    values = dataset.ReadAsArray() * 0 + 1
    values[:, 20:] = 2
    codes = gdal.Translate("", dataset, format="MEM", outputType=gdal.GDT_Byte)
    codes.GetRasterBand(1).WriteArray(values)
    del dataset
    gdal.GetDriverByName("GTiff").CreateCopy(str(path), codes)
    return path


@pytest.fixture
def zones(qgis):
    """Squares on the first class, on both, and in part outside of the map."""
    return make_labels([("left", 2, 2), ("both", 18, 2), ("edge", 38, 2)])


def test_its_parameters_are_sent(run, class_map, zones, tmp_path):
    table = tmp_path / "table.csv"
    sent = run("zonal", INPUT=class_map, ZONES=zones, TABLE=table)
    assert (sent["map"], sent["table"]) == (str(class_map), str(table))
    assert sent["zones"].endswith(".gpkg")
    assert not {"output", "confidence", "confidence_classes"} & set(sent)


def test_bad_parameters_are_refused(refusal, class_map, zones, tmp_path):
    assert "Neither a layer nor a table" in refusal("zonal", INPUT=class_map, ZONES=zones)
    target = tmp_path / "zones.gpkg"
    missing = tmp_path / "no.gpkg"
    assert "cannot be opened" in refusal("zonal", INPUT=missing, ZONES=zones, OUTPUT=target)
    assert "cannot be opened" in refusal("zonal", INPUT=class_map, ZONES=missing, OUTPUT=target)
    reason = refusal("zonal", INPUT=class_map, ZONES=zones, TABLE=class_map)
    assert "is also an input or another output" in reason


def test_selected_polygons_of_a_layer_in_memory_are_summarised(
    qgis, class_map, zones, tmp_path, monkeypatch
):
    import importlib

    from qgis.core import QgsProcessingFeatureSourceDefinition, QgsProject, QgsVectorLayer

    monkeypatch.delenv("GEODIFFNET_PYTHON", raising=False)
    QgsProject.instance().addMapLayer(zones)
    zones.selectByExpression("class <> 'edge'")
    found = importlib.import_module("processing").run(
        "geodiffnet:zonal",
        {
            "INPUT": str(class_map),
            "ZONES": QgsProcessingFeatureSourceDefinition(zones.id(), selectedFeaturesOnly=True),
            "CONFIDENCE": str(class_map),
            "OUTPUT": str(tmp_path / "zones.gpkg"),
        },
    )
    QgsProject.instance().removeMapLayer(zones)
    assert (found["ZONE_COUNT"], found["ZONES_WITH_PIXELS"]) == (2, 2)
    layer = QgsVectorLayer(found["OUTPUT"], "zones")
    shares = {feature["class"]: feature["majority_pct"] for feature in layer.getFeatures()}
    assert shares == {"left": 100, "both": 50}
    confidence = {feature["class"]: feature["confidence"] for feature in layer.getFeatures()}
    assert confidence == {"left": 1, "both": 1.5}
    assert {"note", "weight", "pixels", "majority"} <= set(layer.fields().names())


def test_the_zones_of_a_file_are_summarised(qgis_process, sample, tmp_path):
    table = tmp_path / "table.csv"
    completed = qgis_process(
        "--json",
        "run",
        "geodiffnet:zonal",
        f"--INPUT={sample.folder / 'truth.tif'}",
        f"--ZONES={sample.labels}",
        f"--TABLE={table}",
        f"--OUTPUT={tmp_path / 'zones.gpkg'}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    found = json.loads(completed.stdout[completed.stdout.index("{") :])["results"]
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert found["ZONE_COUNT"] == len(rows) > 10
    # Training polygons are drawn on one class each.
    assert sum(float(row["majority_pct"]) for row in rows) / len(rows) > 90
