"""Annotations of QGIS as labels: texts in shapes, or a layer per class."""

import pytest
from qgis_support import make_labels


def square(column, row, size=4):
    from qgis.core import QgsLineString, QgsPoint, QgsPolygon

    left, top = 500000 + 2 * column, 5400000 - 2 * row
    right, bottom = left + 2 * size, top - 2 * size
    corners = [(left, top), (right, top), (right, bottom), (left, bottom), (left, top)]
    return QgsPolygon(QgsLineString([QgsPoint(x, y) for x, y in corners]))


def text_at(text, column, row):
    from qgis.core import QgsAnnotationPointTextItem, QgsPointXY

    return QgsAnnotationPointTextItem(text, QgsPointXY(500000 + 2 * column, 5400000 - 2 * row))


def add_layer(project, name, items, colour=None, crs="EPSG:32633"):
    from qgis.core import (
        QgsAnnotationLayer,
        QgsAnnotationPolygonItem,
        QgsCoordinateReferenceSystem,
        QgsFillSymbol,
    )

    options = QgsAnnotationLayer.LayerOptions(project.transformContext())
    layer = QgsAnnotationLayer(name, options)
    layer.setCrs(QgsCoordinateReferenceSystem(crs))
    for item in items:
        if colour and isinstance(item, QgsAnnotationPolygonItem):
            item.setSymbol(QgsFillSymbol.createSimple({"color": colour}))
        layer.addItem(item)
    project.addMapLayer(layer)
    return layer


@pytest.fixture
def project(qgis):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    yield project
    project.clear()


def polygons(*squares):
    from qgis.core import QgsAnnotationPolygonItem

    return [QgsAnnotationPolygonItem(square(*entry)) for entry in squares]


def read(project, layer):
    from geodiffnet.bridge.annotations import read_annotations

    return read_annotations(project, layer)


def labels_of(found):
    return sorted(
        (label.class_name, round(label.geometry.boundingBox().width())) for label in found.labels
    )


def test_texts_are_the_classes_of_the_shapes_around_them(project):
    items = polygons((2, 2), (8, 2), (20, 2), (26, 2))
    items += [text_at(" Water ", 3, 3), text_at("Tree\nold", 9, 3), text_at("Roof", 35, 20)]
    items += [text_at("Water", 21, 3), text_at("Tree", 22, 4)]
    found = read(project, add_layer(project, "notes", items))
    assert labels_of(found) == [("", 8), ("", 8), ("Roof", 0), ("Tree old", 8), ("Water", 8)]
    assert len(found.labelled) == 3


def test_layers_without_texts_are_the_classes_of_their_group(project):
    from qgis.core import QgsAnnotationLineItem, QgsAnnotationMarkerItem, QgsPoint

    water = add_layer(project, "Water", polygons((2, 2), (8, 2)), "#2f7fd1")
    marker = QgsAnnotationMarkerItem(QgsPoint(500030, 5399980))
    outline = square(20, 20)
    line = QgsAnnotationLineItem(outline.exteriorRing().clone())
    add_layer(project, "Tree", [*polygons((2, 12)), marker, line], "#1b6e34")
    add_layer(project, "Notes", [text_at("ask Anna", 3, 3)])
    group = project.layerTreeRoot().addGroup("old")
    other = add_layer(project, "Roof", polygons((2, 22)))
    node = project.layerTreeRoot().findLayer(other.id())
    group.addChildNode(node.clone())
    project.layerTreeRoot().removeChildNode(node)
    found = read(project, water)
    assert labels_of(found) == [("Tree", 0), ("Tree", 8), ("Tree", 8), ("Water", 8), ("Water", 8)]
    assert labels_of(read(project, other)) == [("Roof", 8)]
    from geodiffnet.bridge.labels import annotation_styles

    styles = {style["name"]: style["colour"] for style in annotation_styles(found)}
    assert styles["Water"] == "#2f7fd1"


def test_layers_in_other_coordinate_systems_are_reprojected(project):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsGeometry

    water = add_layer(project, "Water", polygons((2, 2)))
    moved = square(12, 2)
    to_degrees = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32633"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        project,
    )
    geometry = QgsGeometry(moved)
    geometry.transform(to_degrees)
    from qgis.core import QgsAnnotationPolygonItem

    item = QgsAnnotationPolygonItem(geometry.constGet().clone())
    add_layer(project, "Tree", [item], crs="EPSG:4326")
    found = read(project, water)
    (tree,) = [label for label in found.labels if label.class_name == "Tree"]
    assert tree.geometry.boundingBox().xMinimum() == pytest.approx(500024, abs=0.01)


@pytest.mark.parametrize("by_name", [True, False])
def test_they_are_exported_for_a_job_and_removed(run, scene, project, tmp_path, fake, by_name):
    layer = add_layer(project, "notes", [*polygons((2, 2), (8, 2)), text_at("Water", 3, 3)])
    layer.addItem(text_at("Tree", 9, 3))
    layer.addItem(polygons((30, 20))[0])
    given = layer.name() if by_name else layer.id()
    sent = run("classify", INPUT=scene, LABELS=given, OUTPUT=tmp_path / "map.tif")
    assert sent["labels"].endswith("notes.gpkg")
    assert not (tmp_path / sent["labels"]).exists()
    assert "notes: 2 annotations of these classes: Tree, Water." in run.log
    assert "notes: 1 annotations without a class, or with several, were left out." in run.log
    assert sent["labels_layer"] == "labels"
    assert "class_field" not in sent


def test_they_are_reference_data_and_known_samples_too(run, scene, project, tmp_path):
    model = tmp_path / "a.safetensors"
    model.write_bytes(b"model")
    add_layer(project, "notes", [*polygons((2, 2)), text_at("Water", 3, 3)])
    sent = run("assess", INPUT=scene, REFERENCE="notes", TRAINING=make_labels([("Tree", 9, 9)]))
    assert sent["reference"].endswith("notes.gpkg")
    sent = run("suggest", INPUT=scene, MODEL=model, LABELS="notes", OUTPUT=tmp_path / "p.gpkg")
    assert sent["labels"].endswith("notes.gpkg")


def test_the_name_of_a_vector_layer_means_that_layer(project):
    from geodiffnet.bridge.annotations import annotation_layer

    notes = add_layer(project, "training", [text_at("Water", 3, 3)])
    assert annotation_layer(project, "training") is notes
    project.addMapLayer(make_labels([("Tree", 9, 9)]))
    assert annotation_layer(project, "training") is None
    assert annotation_layer(project, notes.id()) is notes
    assert annotation_layer(project, project.mainAnnotationLayer().id()) is not None
    assert annotation_layer(project, "") is None
    assert annotation_layer(None, "training") is None


def test_a_layer_without_labels_is_refused(refusal_in_project, scene, project, tmp_path):
    add_layer(project, "notes", [])
    reason = refusal_in_project("classify", INPUT=scene, LABELS="notes", OUTPUT=tmp_path / "m.tif")
    assert "The annotation layer notes contains no labels." in reason


@pytest.fixture
def refusal_in_project(qgis, fake, project):
    """The message with which an algorithm rejects parameters that name layers of the project."""

    def refusal(name, **parameters):
        from qgis.core import QgsProcessingContext

        algorithm = qgis.processingRegistry().createAlgorithmById(f"geodiffnet:{name}")
        context = QgsProcessingContext()
        context.setProject(project)
        given = {key: str(value) for key, value in parameters.items()}
        fine, reason = algorithm.checkParameterValues(given, context)
        assert not fine
        return reason

    return refusal


def test_qgis_process_trains_on_the_annotations_of_a_project(
    qgis_process, sample, project, tmp_path
):
    from osgeo import gdal
    from qgis.core import QgsAnnotationPolygonItem, QgsPointXY, QgsVectorLayer

    samples = QgsVectorLayer(str(sample.labels), "labels")
    items = []
    for feature in samples.getFeatures():
        geometry = feature.geometry()
        geometry.convertToSingleType()
        items.append(QgsAnnotationPolygonItem(geometry.constGet().clone()))
        inside = geometry.pointOnSurface().asPoint()
        items.append(text_at(feature["class"], 0, 0))
        items[-1].setPoint(QgsPointXY(inside))
    add_layer(project, "Drawn", items, crs=samples.crs().authid())
    path = tmp_path / "drawn.qgz"
    assert project.write(str(path))
    maps = []
    for name, labels in (("annotations", "Drawn"), ("layer", sample.labels)):
        output = tmp_path / f"{name}.tif"
        completed = qgis_process(
            "run", "geodiffnet:classify", f"--PROJECT_PATH={path}", f"--INPUT={sample.scene}",
            f"--LABELS={labels}", "--METHOD=lda", f"--OUTPUT={output}",
        )  # fmt: skip
        assert completed.returncode == 0, completed.stdout + completed.stderr
        maps.append(gdal.Open(str(output)).ReadAsArray())
    assert (maps[0] == maps[1]).all()
