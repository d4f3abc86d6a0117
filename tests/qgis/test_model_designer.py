"""The algorithms in a model of the model designer, which pass layers and numbers on."""

import pytest


@pytest.fixture
def model(qgis, tmp_path):
    """A model that classifies, assesses and uses the accuracy, saved to a file and loaded."""
    from qgis.core import (
        QgsProcessingModelAlgorithm,
        QgsProcessingModelChildParameterSource,
        QgsProcessingModelParameter,
        QgsProcessingParameterFeatureSource,
        QgsProcessingParameterRasterLayer,
    )

    source = QgsProcessingModelChildParameterSource
    made = QgsProcessingModelAlgorithm("Map and assess", "tests")
    for parameter in (
        QgsProcessingParameterRasterLayer("scene", "Scene"),
        QgsProcessingParameterFeatureSource("polygons", "Polygons"),
        QgsProcessingParameterRasterLayer("truth", "Truth"),
    ):
        made.addModelParameter(parameter, QgsProcessingModelParameter(parameter.name()))
    add_child(
        made,
        "geodiffnet:classify",
        "classify",
        {
            "INPUT": source.fromModelParameter("scene"),
            "LABELS": source.fromModelParameter("polygons"),
            "CLASS_FIELD": source.fromStaticValue("class"),
            "METHOD": source.fromStaticValue("rf"),
        },
        {"map": "OUTPUT"},
    )
    add_child(
        made,
        "geodiffnet:assess",
        "assess",
        {
            "INPUT": source.fromChildOutput("classify", "OUTPUT"),
            "REFERENCE_MAP": source.fromModelParameter("truth"),
            "DESIGN": source.fromStaticValue("census"),
        },
        {"report": "REPORT"},
    )
    add_child(
        made,
        "native:createconstantrasterlayer",
        "number",
        {
            "EXTENT": source.fromModelParameter("scene"),
            "TARGET_CRS": source.fromModelParameter("scene"),
            "PIXEL_SIZE": source.fromStaticValue(100),
            "OUTPUT_TYPE": source.fromStaticValue(5),
            "NUMBER": source.fromChildOutput("assess", "OVERALL_ACCURACY"),
        },
        {"accuracy": "OUTPUT"},
    )
    file = tmp_path / "map-and-assess.model3"
    assert made.toFile(str(file))
    read = QgsProcessingModelAlgorithm()
    assert read.fromFile(str(file))
    read.initAlgorithm()
    return read


def add_child(model, algorithm, name, sources, outputs):
    from qgis.core import QgsProcessingModelChildAlgorithm, QgsProcessingModelOutput

    child = QgsProcessingModelChildAlgorithm(algorithm)
    child.setChildId(name)
    for parameter, source in sources.items():
        child.addParameterSources(parameter, [source])
    wanted = {}
    for title, output in outputs.items():
        made = QgsProcessingModelOutput(title, title)
        made.setChildId(name)
        made.setChildOutputName(output)
        wanted[title] = made
    child.setModelOutputs(wanted)
    model.addChildAlgorithm(child)


def test_the_model_designer_offers_all_outputs(model):
    names = {output.name() for output in model.outputDefinitions()}
    assert {"map", "report", "accuracy"} <= names
    sources = model.availableSourcesForChild("number", ["number"], ["outputNumber"], [])
    offered = {(source.outputChildId(), source.outputName()) for source in sources}
    for child in ("classify", "assess"):
        for figure in ("OVERALL_ACCURACY", "AVERAGE_ACCURACY", "KAPPA"):
            assert (child, figure) in offered


def test_a_model_passes_layers_and_numbers_on(model, sample, tmp_path, monkeypatch):
    import processing
    from osgeo import gdal

    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    results = processing.run(
        model,
        {
            "scene": str(sample.scene),
            "polygons": str(sample.labels),
            "truth": str(sample.folder / "truth.tif"),
            "map": str(tmp_path / "map.tif"),
            "report": str(tmp_path / "report.html"),
            "accuracy": str(tmp_path / "accuracy.tif"),
        },
    )
    assert (tmp_path / "map.tif").exists()
    assert "accuracy" in (tmp_path / "report.html").read_text().lower()
    value = gdal.Open(str(tmp_path / "accuracy.tif")).ReadAsArray()[0, 0]
    assert 0.5 < value < 1
    assert value == pytest.approx(results["CHILD_RESULTS"]["assess"]["OVERALL_ACCURACY"], abs=1e-5)
