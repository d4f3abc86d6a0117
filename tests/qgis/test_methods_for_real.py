"""Linear discriminant analysis, and labels without a known accuracy, in `qgis_process`.

The whole way to the real backend; how accurate the methods are is tested elsewhere.
"""

import json
import shutil

import pytest
from qgis_support import names_of_map, raster_grid

ACCURACIES = ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA")


@pytest.fixture(scope="module")
def classify(qgis_process, sample, tmp_path_factory):
    """Classify the sample by `lda`; returns the results, the log and the numbers of the report."""
    cache = tmp_path_factory.mktemp("features")

    def classify(folder, labels=sample.labels, **parameters):
        given = {
            "INPUT": sample.scene,
            "LABELS": labels,
            "CLASS_FIELD": "class",
            "METHOD": "lda",
            "OUTPUT": folder / "map.tif",
            "REPORT": folder / "report.html",
        }
        arguments = [f"--{name}={value}" for name, value in (given | parameters).items()]
        command = ["--json", "run", "geodiffnet:classify", *arguments]
        completed = qgis_process(*command, XDG_CACHE_HOME=str(cache), timeout=600)
        assert completed.returncode == 0, completed.stderr
        classify.kept = list((cache / "geodiffnet" / "features").rglob("*.*"))
        found = json.loads(completed.stdout[completed.stdout.index("{") :])
        log = "\n".join(line for level in found["log"].values() for line in level)
        return found["results"], log, json.loads((folder / "report.json").read_text())

    return classify


def test_lda_maps_the_scene_with_spectra_only(qgis, classify, sample, tmp_path):
    results, log, numbers = classify(tmp_path)
    assert raster_grid(results["OUTPUT"]) == raster_grid(sample.scene)
    assert set(names_of_map(results["OUTPUT"])) >= {"field", "road", "water"}
    assert all(0.5 < results[name] <= 1 for name in ACCURACIES)
    assert [base["uses_features"] for base in numbers["base_classifiers"]] == [False]
    assert "overall accuracy without them" not in log
    assert classify.kept == []


def test_lda_uses_diffusion_features_where_requested(classify, tmp_path):
    results, log, numbers = classify(tmp_path, LDA_FEATURES="true")
    assert all(0.5 < results[name] <= 1 for name in ACCURACIES)
    weights = {True: 0.0, False: 0.0}
    for base in numbers["base_classifiers"]:
        assert base["name"].startswith("linear discriminant")
        weights[base["uses_features"]] += base["weight"]
    assert weights[True] > 0
    assert sum(weights.values()) == pytest.approx(1, abs=0.01)
    assert "overall accuracy without them" in log
    assert classify.kept != []


def test_the_accuracy_is_unknown_where_a_class_has_one_location(classify, sample, tmp_path):
    from osgeo import ogr

    labels = tmp_path / "labels.gpkg"
    shutil.copy(sample.labels, labels)
    source = ogr.Open(str(labels), update=1)
    layer = source.GetLayer(0)
    mine = [feature.GetFID() for feature in layer if feature["class"] == "water"]
    assert len(mine) > 1
    for number in mine[1:]:
        layer.DeleteFeature(number)
    del layer, source
    results, log, numbers = classify(tmp_path, labels)
    assert "water" in names_of_map(results["OUTPUT"])
    assert not set(ACCURACIES) & set(results)
    assert "accuracy cannot be estimated yet: drawn in one location only: water." in log
    assert "Draw at least one more polygon" in log
    assert "overall_accuracy" not in numbers
    assert "one location only: water" in (tmp_path / "report.html").read_text()
