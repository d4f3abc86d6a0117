"""The algorithm Create a training layer."""

import json

import pytest
from qgis_support import make_labels, save_layer

GIVEN = "water=#1122ff, tree\nroof = #CC3311"


@pytest.fixture
def made(qgis, scene, tmp_path):
    """The layer that the algorithm writes, reopened."""
    import processing
    from qgis.core import QgsVectorLayer

    path = tmp_path / "training.gpkg"
    parameters = {"INPUT": str(scene), "CLASSES": GIVEN, "OUTPUT": str(path)}
    results = processing.run("geodiffnet:traininglayer", parameters)
    assert results["OUTPUT"] == str(path)
    layer = QgsVectorLayer(str(path), "training", "ogr")
    assert layer.isValid()
    return layer


def test_the_layer_is_empty_and_has_the_crs_of_the_scene(made):
    from qgis.core import Qgis

    assert made.featureCount() == 0
    assert made.geometryType() == Qgis.GeometryType.Polygon
    assert made.crs().authid() == "EPSG:32633"
    assert made.fields().names() == ["fid", "class"]


def test_classes_are_stored_in_the_default_style_of_the_file(made):
    categories = {
        category.value(): category.symbol().color().name()
        for category in made.renderer().categories()
    }
    assert list(categories) == ["water", "tree", "roof"]
    assert categories["water"] == "#1122ff"
    assert categories["roof"] == "#cc3311"
    assert categories["tree"] not in ("#1122ff", "#cc3311")


def test_the_attribute_form_lists_the_classes(made):
    setup = made.editorWidgetSetup(made.fields().lookupField("class"))
    assert setup.type() == "ValueMap"
    assert setup.config()["map"] == [{"water": "water"}, {"tree": "tree"}, {"roof": "roof"}]
    assert made.editFormConfig().reuseLastValue(made.fields().lookupField("class"))


def test_its_colours_are_used_for_the_class_map(made):
    from geodiffnet.bridge.labels import class_styles

    assert class_styles(made, "class")[0] == {
        "value": "water",
        "name": "water",
        "colour": "#1122ff",
    }


def test_an_existing_file_with_features_is_never_overwritten(qgis, scene, tmp_path):
    import processing
    from qgis.core import QgsProcessingException, QgsVectorLayer

    path = save_layer(make_labels([("Water", 2, 2)]), tmp_path / "precious.gpkg")
    parameters = {"INPUT": str(scene), "CLASSES": "a,b", "OUTPUT": str(path)}
    with pytest.raises(QgsProcessingException, match="already contains features"):
        processing.run("geodiffnet:traininglayer", parameters)
    assert QgsVectorLayer(str(path), "again", "ogr").featureCount() == 1


def write_tables(path, counts):
    """A GeoPackage of tables with these numbers of features."""
    from osgeo import gdal, ogr

    gdal.UseExceptions()
    dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    for name, count in counts.items():
        table = dataset.CreateLayer(name, geom_type=ogr.wkbPoint)
        for _ in range(count):
            feature = ogr.Feature(table.GetLayerDefn())
            feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT(1 2)"))
            table.CreateFeature(feature)


@pytest.mark.parametrize(
    "counts", [{"a": 0, "b": 3}, {"b": 3, "a": 0}, {"a": 0, "b": 0}, {"a": 0, "b": 0, "c": 1}]
)
def test_a_file_of_several_tables_is_never_overwritten(qgis, tmp_path, counts):
    path = tmp_path / "samples.gpkg"
    write_tables(path, counts)
    assert_is_kept(path)


def test_a_file_with_a_project_in_it_is_never_overwritten(qgis, tmp_path):
    from qgis.core import QgsProject

    path = tmp_path / "samples.gpkg"
    write_tables(path, {"a": 0})
    project = QgsProject.instance()
    project.clear()
    assert project.write(f"geopackage:{path}?projectName=thesis")
    project.clear()
    assert_is_kept(path)


def test_a_link_to_a_file_that_is_gone_is_not_followed(qgis, tmp_path):
    path = tmp_path / "samples.gpkg"
    path.symlink_to(tmp_path / "elsewhere.gpkg")
    assert_is_kept(path)
    assert not (tmp_path / "elsewhere.gpkg").exists()


def assert_is_kept(path):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext

    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.bridge.training_layer import make_training_layer

    before = path.read_bytes() if path.exists() else None
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    with pytest.raises(BridgeError) as caught:
        make_training_layer(str(path), crs, [], QgsCoordinateTransformContext())
    assert caught.value.code == "training.exists"
    assert (path.read_bytes() if path.exists() else None) == before


def test_an_empty_layer_can_be_replaced(made, scene):
    import processing

    parameters = {"INPUT": str(scene), "CLASSES": "", "OUTPUT": made.source().partition("|")[0]}
    assert processing.run("geodiffnet:traininglayer", parameters)["OUTPUT"]


@pytest.mark.parametrize(
    ("classes", "complaint"),
    [
        ("water, =#112233", "no name"),
        ("water=#11", "colour of the class"),
        ("water=blueish", "colour of the class"),
        ("water, tree, water", "occurs twice in the list"),
    ],
)
def test_errors_in_the_class_list_are_reported_first(qgis, scene, tmp_path, classes, complaint):
    from qgis.core import QgsProcessingContext

    algorithm = qgis.processingRegistry().createAlgorithmById("geodiffnet:traininglayer")
    parameters = {"INPUT": str(scene), "CLASSES": classes, "OUTPUT": str(tmp_path / "t.gpkg")}
    good, reason = algorithm.checkParameterValues(parameters, QgsProcessingContext())
    assert not good
    assert complaint in reason


def test_classes_get_conventional_and_distinct_colours(qgis):
    from geodiffnet.bridge.class_list import parse_classes

    names = ["Water", "Lake", "Wald", *(f"class {number}" for number in range(40))]
    found = parse_classes("\n".join(names))
    assert [entry.name for entry in found] == names
    assert found[0].colour == "#2f7fd1"
    assert found[2].colour == "#1b6e34"
    assert len({entry.colour for entry in found}) == len(found)


def test_it_runs_in_qgis_process_without_a_backend(qgis_process, scene, tmp_path):
    path = tmp_path / "Übung 1.gpkg"
    run = qgis_process(
        "--json",
        "run",
        "geodiffnet:traininglayer",
        f"--INPUT={scene}",
        "--CLASSES=water,tree",
        f"--OUTPUT={path}",
        GEODIFFNET_PYTHON="/nonsense/python",
    )
    assert run.returncode == 0, run.stderr
    assert json.loads(run.stdout)["results"]["OUTPUT"] == str(path)
    assert path.exists()
