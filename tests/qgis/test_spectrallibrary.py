"""The algorithm that writes spectral libraries."""

import csv
import json
from collections import Counter

import pytest


@pytest.fixture
def library(tmp_path):
    path = tmp_path / "given.csv"
    path.write_text("name,class,500,600\nwater_1,water,0.1,0.1\n")
    return path


def test_its_parameters_are_sent(run, scene, labels, library, tmp_path):
    from qgis.core import QgsProcessing

    given = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class"}
    target = tmp_path / "new.CSV"
    sent = run("spectrallibrary", **given, OUTPUT=target, LINE_WIDTH=2)
    assert sent["labels"].endswith(".gpkg")
    assert (sent["image"], sent["output"]) == (str(scene), str(target))
    assert (sent["class_field"], sent["line_width"]) == ("class", 2.0)
    assert not {"average", "library", "quality_mask"} & set(sent)
    sent = run(
        "spectrallibrary",
        INPUT=scene,
        LIBRARY=library,
        AVERAGE=True,
        OUTPUT=QgsProcessing.TEMPORARY_OUTPUT,
    )
    assert (sent["library"], sent["average"]) == ([str(library)], True)
    assert sent["output"].endswith(".sli")
    assert "labels" not in sent


def test_there_must_be_spectra_and_a_known_format(refusal, scene, labels, library, tmp_path):
    reason = refusal("spectrallibrary", INPUT=scene, OUTPUT=tmp_path / "new.sli")
    assert "No training samples were given." in reason
    given = {"INPUT": scene, "LABELS": labels, "CLASS_FIELD": "class"}
    for name in ("new.txt", "new", "sli"):
        reason = refusal("spectrallibrary", **given, OUTPUT=tmp_path / name)
        assert "is unknown" in reason
        assert ".csv" in reason
    reason = refusal("spectrallibrary", INPUT=scene, LIBRARY=library, OUTPUT=library)
    assert "is also an input or another output" in reason


@pytest.mark.parametrize("average", [False, True])
def test_the_spectra_of_polygons_are_written_and_read_again(
    qgis, qgis_process, sample, tmp_path, average
):
    from osgeo import gdal
    from qgis.core import QgsVectorLayer

    drawn = QgsVectorLayer(str(sample.labels), "drawn")
    polygons = [feature["class"] for feature in drawn.getFeatures()]
    table = tmp_path / "library.csv"
    completed = qgis_process(
        "--json",
        "run",
        "geodiffnet:spectrallibrary",
        f"--INPUT={sample.scene}",
        f"--LABELS={sample.labels}",
        "--CLASS_FIELD=class",
        f"--AVERAGE={average}",
        f"--OUTPUT={table}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    found = json.loads(completed.stdout[completed.stdout.index("{") :])["results"]
    with table.open(newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    assert found["SPECTRA"] == len(rows)
    counts = Counter(row["class"] for row in rows)
    assert set(counts) == set(polygons)
    assert (counts == Counter(polygons)) is average
    output = tmp_path / "map.tif"
    completed = qgis_process(
        "run",
        "geodiffnet:classify",
        f"--INPUT={sample.scene}",
        f"--LIBRARY={table}",
        "--METHOD=lda",
        f"--OUTPUT={output}",
    )
    assert completed.returncode == 0, completed.stdout + completed.stderr
    assert (gdal.Open(str(output)).ReadAsArray() > 0).all()
