"""Compare, features and tune through the real `qgis_process` and the real backend.

Little is asked of each: what comes out is tested with the backend.
"""

import json

import pytest
from qgis_support import raster_grid


@pytest.fixture(scope="module")
def run(qgis_process, tmp_path_factory):
    """Run an algorithm and return its results; features are cached for the next run."""
    cache = str(tmp_path_factory.mktemp("features"))

    def run(name, **parameters):
        given = [f"--{key}={value}" for key, value in parameters.items()]
        completed = qgis_process(
            "--json", "run", f"geodiffnet:{name}", *given, XDG_CACHE_HOME=cache, timeout=600
        )
        assert completed.returncode == 0, completed.stderr
        return json.loads(completed.stdout[completed.stdout.index("{") :])["results"]

    return run


def test_methods_are_compared(run, sample, tmp_path):
    report = tmp_path / "report.html"
    found = run(
        "compare",
        INPUT=sample.scene,
        LABELS=sample.labels,
        CLASS_FIELD="class",
        METHODS="rf,svm",
        REPORT=report,
    )
    assert found["BEST_METHOD"] in ("rf", "svm")
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert {entry["name"] for entry in numbers["candidates"]} == {"rf", "svm"}
    for figure in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
        assert 0.3 < found[figure] <= 1
    assert found["REPORT"] == str(report)


def test_features_open_as_a_layer_with_named_bands(qgis, run, sample, tmp_path):
    from qgis.core import QgsRasterLayer

    found = run(
        "features",
        INPUT=sample.scene,
        COMPOSITES="rgb",
        BLOCKS="8",
        SCALES="1",
        COMPONENTS=4,
        OUTPUT=tmp_path / "features.tif",
    )
    assert raster_grid(found["OUTPUT"]) == raster_grid(sample.scene)
    layer = QgsRasterLayer(found["OUTPUT"], "features")
    assert layer.isValid()
    assert layer.bandCount() == found["BANDS"] > 4
    assert "scale 1, component 1" in layer.bandName(1)


def test_the_best_features_are_found_and_used(run, sample, tmp_path):
    given = {"INPUT": sample.scene, "LABELS": sample.labels, "CLASS_FIELD": "class"}
    found = run(
        "tune",
        **given,
        BLOCKS="5,8",
        TIMESTEPS="50",
        COMPOSITES="rgb",
        SCALES="1",
        REPORT=tmp_path / "report.html",
    )
    assert found["BEST_BLOCK"] in (5, 8)
    assert (found["BEST_TIMESTEP"], found["BEST_COMPOSITE"]) == (50, "rgb")
    kept = run(
        "train",
        **given,
        METHOD="geodiffnet",
        BLOCKS=found["BEST_BLOCK"],
        TIMESTEPS=found["BEST_TIMESTEP"],
        COMPOSITES=found["BEST_COMPOSITE"],
        MODEL=tmp_path / "model.safetensors",
    )
    header = (tmp_path / "model.safetensors").read_bytes()[:20_000].decode("utf-8", "replace")
    assert f'\\"blocks\\": [{found["BEST_BLOCK"]:.0f}]' in header
    assert kept["OVERALL_ACCURACY"] > 0.2


def test_an_invalid_setting_is_reported(qgis_process, sample, tmp_path):
    completed = qgis_process(
        "run",
        "geodiffnet:features",
        f"--INPUT={sample.scene}",
        "--COMPOSITES=rgb, infrared",
        f"--OUTPUT={tmp_path / 'features.tif'}",
    )
    assert completed.returncode == 1
    assert "Unknown composite" in completed.stderr
    assert "Choose among rgb, cir, swir, pca1, pca2" in completed.stderr
    assert list(tmp_path.iterdir()) == []
