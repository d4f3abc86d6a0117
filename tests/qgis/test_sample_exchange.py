"""Import of samples of other layers, and export of samples with their spectra."""

import csv

import numpy as np
import pytest
from qgis_support import make_labels, make_scene, save_layer, wait_until

BANDS = 3
UTM = "EPSG:32633"


@pytest.fixture
def scene_file(tmp_path):
    """A scene whose value is 1000 x band + 10 x column + row, with one empty pixel."""
    from osgeo import gdal

    path = make_scene(tmp_path / "scene.tif", BANDS, nodata=-1)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    rows, columns = np.mgrid[0:30, 0:40]
    for band in range(1, BANDS + 1):
        values = 1000.0 * band + 10 * columns + rows + (0.1 if band == 3 else 0)
        values[0, 0] = -1
        dataset.GetRasterBand(band).WriteArray(values)
    del dataset
    return path


@pytest.fixture
def grid(qgis, scene_file):
    from qgis.core import QgsCoordinateReferenceSystem

    from geodiffnet.gui.cube import Cube
    from geodiffnet.gui.tools.scene_grid import SceneGrid

    cube = Cube(str(scene_file))
    crs = QgsCoordinateReferenceSystem(UTM)
    return SceneGrid(str(scene_file), crs, cube.transform, cube.width, cube.height, BANDS)


def training_of(layer, field=""):
    from geodiffnet.gui.training import TrainingLayer

    return TrainingLayer(layer, field)


def layer_of(kind, *samples, field="class:string(20)", crs=UTM):
    """A layer in memory with pairs of a value and a geometry as WKT."""
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer(f"{kind}?crs={crs}&field={field}", "others", "memory")
    features = []
    for value, wkt in samples:
        feature = QgsFeature(layer.fields())
        feature.setAttributes([value])
        if wkt:
            feature.setGeometry(QgsGeometry.fromWkt(wkt))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    return layer


def take(source, training, grid=None, field="class", only_selected=False):
    from geodiffnet.gui.samples.sample_import import import_samples, read_samples

    found = read_samples(source, field, training, grid, only_selected)
    import_samples(found, training)
    return found


def values_of(training):
    return sorted(feature[training.field] for feature in training.layer.getFeatures())


def code_of(function):
    from geodiffnet.bridge.errors import BridgeError

    with pytest.raises(BridgeError) as caught:
        function()
    return caught.value.code


# Import.


def test_samples_of_another_layer_are_imported_in_one_step(qgis):
    training = training_of(make_labels([("Water", 2, 2)]))
    other = make_labels([("water ", 8, 2), ("Tall  trees", 2, 12), ("tall trees", 8, 12)])
    found = take(other, training)
    assert values_of(training) == ["Tall  trees", "Tall  trees", "Water", "Water"]
    assert list(found.new_classes) == ["Tall  trees"]
    assert [entry.name for entry in training.classes] == ["Water", "Tall  trees"]
    training.layer.undoStack().undo()
    assert values_of(training) == ["Water"]
    assert [entry.name for entry in training.classes] == ["Water"]


def test_samples_are_transformed_between_coordinate_reference_systems(qgis, grid):
    from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry

    from geodiffnet.bridge.layer_geometry import transformed

    utm, degrees = (QgsCoordinateReferenceSystem(name) for name in (UTM, "EPSG:4326"))
    square = next(make_labels([("Water", 2, 2)]).getFeatures()).geometry()
    other = layer_of(
        "Polygon", ("Water", transformed(square, utm, degrees).asWkt(12)), crs="EPSG:4326"
    )
    training = training_of(layer_of("MultiPolygon", crs="EPSG:3857"))
    take(other, training)
    ((_, name, wkb),) = training.polygons(utm)
    back = QgsGeometry()
    back.fromWkb(wkb)
    assert name == "Water"
    assert back.boundingBox().xMinimum() == pytest.approx(500004, abs=0.01)
    assert back.area() == pytest.approx(64, rel=0.001)


def test_only_selected_samples_are_imported_where_that_is_wanted(qgis):
    training = training_of(layer_of("Polygon"))
    other = make_labels([("Water", 8, 2), ("Trees", 2, 12)])
    other.selectByIds([2])
    take(other, training, only_selected=True)
    assert values_of(training) == ["Trees"]


def test_points_become_their_pixels_and_lines_the_pixels_along_them(qgis, grid):
    training = training_of(layer_of("Polygon"))
    points = layer_of("MultiPoint", ("a", "MultiPoint(500005 5399995, 500021 5399999)"))
    take(points, training, grid)
    lines = layer_of("LineString", ("b", "LineString(500011 5399981, 500031 5399981)"))
    take(lines, training, grid)
    found = sorted((name, len(wkb)) for _, name, wkb in training.polygons(grid.crs))
    assert [name for name, _ in found] == ["a", "a", "b"]
    areas = {}
    for feature in training.layer.getFeatures():
        areas.setdefault(feature["class"], []).append(feature.geometry().area())
    assert areas["a"] == pytest.approx([4, 4])
    assert areas["b"][0] == pytest.approx(2 * 20, rel=0.1)


@pytest.mark.parametrize(
    ("source", "target", "code"),
    [
        ("Polygon", "Point", "import.geometry_type"),
        ("Polygon", "LineString", "import.geometry_type"),
        ("Point", "LineString", "import.geometry_type"),
        ("Point", "Polygon", "import.no_scene"),
    ],
)
def test_geometries_that_do_not_suit_are_rejected(qgis, source, target, code):
    wkt = {"Polygon": "Polygon((0 0, 1 0, 1 1, 0 0))", "Point": "Point(0 0)"}[source]
    training = training_of(layer_of(target))
    assert code_of(lambda: take(layer_of(source, ("a", wkt)), training)) == code
    assert not training.layer.isEditable()


def test_samples_without_class_or_geometry_are_skipped_and_counted(qgis, grid):
    outside = "Point(0 0)"
    other = layer_of(
        "Point", ("a", "Point(500005 5399995)"), ("a", ""), (None, outside), ("", outside),
        ("a", outside),
    )  # fmt: skip
    training = training_of(layer_of("Polygon"))
    assert take(other, training, grid).skipped == 4
    assert values_of(training) == ["a"]


def test_a_layer_without_samples_changes_nothing(qgis):
    training = training_of(layer_of("Polygon"))
    empty = layer_of("Polygon", (None, "Polygon((0 0, 1 0, 1 1, 0 0))"))
    assert code_of(lambda: take(empty, training)) == "import.nothing"
    assert not training.layer.isEditable()


def test_too_many_samples_are_rejected_before_anything_is_changed(qgis, monkeypatch):
    from geodiffnet.gui.samples import sample_import

    monkeypatch.setattr(sample_import, "MAX_SAMPLES", 2)
    training = training_of(layer_of("Polygon"))
    other = make_labels([("a", 2, 2), ("b", 8, 2), ("c", 2, 12)])
    assert code_of(lambda: take(other, training)) == "import.too_many"
    assert training.layer.featureCount() == 0


def test_codes_are_matched_by_their_names_and_else_by_the_code(qgis):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    other = make_labels([(1, 2, 2), (2, 8, 2), (9, 2, 12)], kind="integer")
    categories = [
        QgsRendererCategory(code, QgsFillSymbol.createSimple({"color": "#123456"}), name)
        for code, name in ((1, "Water"), (9, "roof"))
    ]
    other.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    names = training_of(layer_of("Polygon"))
    take(other, names)
    assert values_of(names) == ["2", "Water", "roof"]
    assert "#123456" in {entry.colour for entry in names.classes}

    codes = training_of(make_labels([(5, 20, 20), (2, 25, 20)], kind="integer"))
    codes.rename("5", "water")
    take(other, codes)
    assert values_of(codes) == [2, 2, 5, 5, 6]
    assert {entry.name for entry in codes.classes} == {"water", "2", "roof"}


def test_a_name_that_does_not_fit_is_rejected_and_nothing_is_imported(qgis):
    training = training_of(layer_of("Polygon", field="class:string(4)"))
    other = make_labels([("a", 2, 2), ("meadow", 8, 2)])
    assert code_of(lambda: take(other, training)) == "training.name_too_long"
    assert training.layer.featureCount() == 0
    assert training.classes == []


# Export.


def export(grid, training, target):
    from geodiffnet.bridge.tasks import FunctionTask
    from geodiffnet.gui.samples.sample_export import export_samples

    polygons = training.polygons(grid.crs)
    return export_samples(grid.source, polygons, target, FunctionTask("test", lambda _: None))


def rows_of(path):
    with path.open(newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_each_pixel_is_a_row_with_its_class_position_and_spectrum(qgis, grid, tmp_path):
    training = training_of(make_labels([("Wasser, tief", 2, 3), ("Trees", 8, 12)], size=2))
    found = export(grid, training, tmp_path / "samples.csv")
    rows = rows_of(tmp_path / "samples.csv")
    assert found.pixels == len(rows) == 8
    assert list(rows[0]) == [
        "class", "polygon", "row", "column", "x", "y", "b1_500nm", "b2_600nm", "b3_700nm",
    ]  # fmt: skip
    assert {row["class"] for row in rows} == {"Wasser, tief", "Trees"}
    assert len({row["polygon"] for row in rows}) == 2
    first = rows[0]
    assert (first["row"], first["column"]) == ("3", "2")
    assert (float(first["x"]), float(first["y"])) == (500005, 5399993)
    assert (first["b1_500nm"], first["b2_600nm"], first["b3_700nm"]) == ("1023", "2023", "3023.1")


def test_a_geopackage_holds_points_with_the_same_values(qgis, grid, tmp_path):
    from qgis.core import QgsVectorLayer

    training = training_of(make_labels([("Water", 2, 3), ("Trees", 8, 12)], size=2))
    export(grid, training, tmp_path / "samples.csv")
    export(grid, training, tmp_path / "samples.gpkg")
    layer = QgsVectorLayer(str(tmp_path / "samples.gpkg"), "samples", "ogr")
    assert layer.crs().authid() == UTM
    features = list(layer.getFeatures())
    rows = rows_of(tmp_path / "samples.csv")
    assert len(features) == len(rows)
    for feature, row in zip(features, rows, strict=True):
        for name, text in row.items():
            wanted = text if name == "class" else pytest.approx(float(text), rel=1e-6)
            assert feature[name] == wanted
        point = feature.geometry().asPoint()
        assert (point.x(), point.y()) == (float(row["x"]), float(row["y"]))


def test_large_polygons_are_read_in_parts_without_gaps(qgis, grid, tmp_path, monkeypatch):
    from geodiffnet.gui import cube

    monkeypatch.setattr(cube, "MAX_VALUES_READ", 7 * 7 * BANDS)
    training = training_of(make_labels([("Water", 1, 1)], size=25))
    found = export(grid, training, tmp_path / "samples.csv")
    rows = rows_of(tmp_path / "samples.csv")
    assert found.pixels == len(rows) == 625
    assert len({(row["row"], row["column"]) for row in rows}) == 625
    assert all(
        float(row["b1_500nm"]) == 1000 + 10 * int(row["column"]) + int(row["row"]) for row in rows
    )


def test_points_lines_and_tiny_polygons_have_their_pixels(qgis, grid, tmp_path):
    for kind, wkt, pixels in (
        ("Point", "Point(500005 5399993)", 1),
        ("LineString", "LineString(500001 5399999, 500013 5399999)", 6),
        ("Polygon", "Polygon((500004.1 5399993, 500004.3 5399993, 500004.3 5399993.2,"
         " 500004.1 5399993))", 1),
    ):  # fmt: skip
        target = tmp_path / f"{kind}.csv"
        found = export(grid, training_of(layer_of(kind, ("a", wkt))), target)
        assert found.pixels == pixels, kind
        if pixels == 1:
            assert rows_of(target)[0]["b1_500nm"] == "1023"


def test_pixels_without_data_are_skipped_and_counted(qgis, grid, tmp_path):
    training = training_of(make_labels([("Water", 0, 0)], size=2))
    found = export(grid, training, tmp_path / "samples.csv")
    assert (found.pixels, found.empty) == (3, 1)
    outside = training_of(make_labels([("Water", 100, 100)]))
    assert export(grid, outside, tmp_path / "outside.csv").pixels == 0


@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_a_cancelled_or_failed_export_leaves_the_old_file(
    qgis, grid, tmp_path, monkeypatch, ending
):
    from geodiffnet.bridge.errors import JobCancelled
    from geodiffnet.bridge.tasks import FunctionTask
    from geodiffnet.gui.samples import sample_export, sample_writers

    training = training_of(make_labels([("Water", 2, 3), ("Trees", 8, 12)]))
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / f"samples.{ending}"
    target.write_text("precious")
    polygons = training.polygons(grid.crs)
    task = FunctionTask("test", lambda _: None)
    monkeypatch.setattr(task, "isCanceled", lambda: True)
    with pytest.raises(JobCancelled):
        sample_export.export_samples(grid.source, polygons, target, task)

    def is_full(*_):
        raise OSError("No space left on device")

    for writer in (sample_writers._Table, sample_writers._GeoPackage):
        monkeypatch.setattr(writer, "add", is_full)
    assert code_of(lambda: export(grid, training, target)) == "output.not_writable"
    assert [path.name for path in folder.iterdir()] == [target.name]
    assert target.read_text() == "precious"


def test_a_file_that_cannot_be_created_is_an_error(qgis, grid, tmp_path):
    training = training_of(make_labels([("Water", 2, 3)]))
    for ending in ("csv", "gpkg"):
        target = tmp_path / "absent" / f"samples.{ending}"
        assert code_of(lambda file=target: export(grid, training, file)) == "output.not_writable"


def test_targets_are_checked_before_the_export(qgis, scene_file, tmp_path):
    from geodiffnet.gui.samples.sample_export import MAX_GEOPACKAGE_BANDS, check_target

    labels = save_layer(make_labels([("Water", 2, 2)]), tmp_path / "labels.gpkg")
    used = ["", str(scene_file), str(labels)]
    for target, bands, code in (
        (tmp_path / "samples.xlsx", 3, "export.format"),
        (tmp_path / "absent" / "samples.csv", 3, "export.no_folder"),
        (tmp_path / "." / "labels.gpkg", 3, "export.in_use"),
        (tmp_path / "samples.gpkg", MAX_GEOPACKAGE_BANDS + 1, "export.too_many_bands"),
    ):
        assert code_of(lambda a=target, b=bands: check_target(a, b, used)) == code
    check_target(tmp_path / "samples.csv", MAX_GEOPACKAGE_BANDS + 1, used)
    check_target(tmp_path / "samples.gpkg", MAX_GEOPACKAGE_BANDS, used)


def test_the_files_of_the_project_and_of_all_kinds_of_layers_are_known(qgis, tmp_path):
    from qgis.core import QgsProject, QgsVectorLayer

    from geodiffnet.gui.samples.sample_exchange import files_of_project

    table, polygons = tmp_path / "points.csv", tmp_path / "a b.gpkg"
    table.write_text("x,y,class\n1,2,Water\n")
    save_layer(make_labels([("Water", 2, 2)]), polygons)
    project = QgsProject.instance()
    project.clear()
    sources = {
        f"file://{table}?xField=x&yField=y&crs=EPSG:4326": "delimitedtext",
        f"{polygons}|layername=a b|subset=class = 'x'": "ogr",
        "Polygon?crs=EPSG:4326": "memory",
    }
    project.addMapLayers([QgsVectorLayer(*entry[:1], "", entry[1]) for entry in sources.items()])
    assert set(files_of_project()) == {str(table), str(polygons)}
    stored = tmp_path / "projects.gpkg"
    save_layer(make_labels([("Water", 2, 2)]), stored)
    for name in (f"geopackage:{stored}?projectName=thesis", str(tmp_path / "thesis.qgz")):
        assert project.write(name)
        assert set(files_of_project()) - {str(table), str(polygons)} == {
            str(stored) if "?" in name else name
        }
    project.clear()


@pytest.mark.parametrize("ending", ["csv", "gpkg"])
def test_an_export_touches_no_other_file_in_its_folder(qgis, grid, tmp_path, ending):
    training = training_of(make_labels([("Water", 2, 3)]))
    folder = tmp_path / "out"
    folder.mkdir()
    other, precious = folder / f".samples.unfinished.{ending}", tmp_path / "thesis.txt"
    precious.write_text("precious")
    other.symlink_to(precious)
    export(grid, training, folder / f"samples.{ending}")
    assert precious.read_text() == "precious"
    assert sorted(path.name for path in folder.iterdir()) == [other.name, f"samples.{ending}"]


@pytest.mark.parametrize("journal", ["-wal", "-journal"])
def test_a_database_that_is_open_elsewhere_is_not_replaced(qgis, grid, tmp_path, journal):
    training = training_of(make_labels([("Water", 2, 3)]))
    target = tmp_path / "samples.gpkg"
    target.write_text("precious")
    (tmp_path / f"samples.gpkg{journal}").touch()
    assert code_of(lambda: export(grid, training, target)) == "output.not_writable"
    assert target.read_text() == "precious"


def test_a_geopackage_holds_as_many_bands_as_are_promised(qgis, tmp_path):
    from osgeo import gdal, ogr

    from geodiffnet.gui.cube import Cube, LabelledPixels
    from geodiffnet.gui.samples.sample_export import MAX_GEOPACKAGE_BANDS
    from geodiffnet.gui.samples.sample_writers import open_writer

    path = str(tmp_path / "many.tif")
    gdal.GetDriverByName("GTiff").Create(path, 1, 1, MAX_GEOPACKAGE_BANDS, gdal.GDT_Byte)
    writer = open_writer(tmp_path / "many.gpkg", Cube(path))
    one = np.zeros(1, int)
    writer.add((1, "a", b""), LabelledPixels(one, one, np.ones((MAX_GEOPACKAGE_BANDS, 1))))
    writer.close()
    dataset = ogr.Open(str(tmp_path / "many.gpkg"))  # its layer needs it
    layer = dataset.GetLayer(0)
    assert layer.GetFeatureCount() == 1
    assert layer.GetNextFeature().GetField(f"b{MAX_GEOPACKAGE_BANDS}") == 1


def test_the_export_runs_in_the_background_and_reports_its_file(qgis, grid, tmp_path):
    from qgis.core import QgsApplication
    from qgis.PyQt.QtWidgets import QWidget

    from geodiffnet.gui.samples.sample_exchange import SampleExchange

    window = QWidget()
    exchange = SampleExchange(window)
    reported, tasks = [], []
    exchange.reported.connect(reported.append)
    exchange.task_started.connect(tasks.append)
    training = training_of(make_labels([("Water", 2, 3)]))
    dialog = exchange.open_export(training, grid)
    dialog.file.setFilePath(str(tmp_path / "samples"))
    dialog.accept()

    def is_reported():
        QgsApplication.processEvents()
        return reported

    errors = []
    exchange.error_occurred.connect(errors.append)
    assert exchange.open_export(training, grid) is None
    assert [error.code for error in errors] == ["export.running"]
    (text,) = wait_until(is_reported)
    assert str(tmp_path / "samples.csv") in text
    assert "16" in text
    assert len(tasks) == 1
    assert len(rows_of(tmp_path / "samples.csv")) == 16


def test_the_import_dialog_shows_errors_and_reports_what_was_imported(qgis):
    from qgis.core import QgsProject
    from qgis.PyQt.QtWidgets import QWidget

    from geodiffnet.gui.samples.sample_exchange import SampleExchange

    window = QWidget()
    exchange = SampleExchange(window)
    reported = []
    exchange.reported.connect(reported.append)
    training = training_of(layer_of("Polygon", field="class:string(4)"))
    other = make_labels([("Water", 2, 3), ("Lake", 8, 3)])
    QgsProject.instance().addMapLayer(other)
    try:
        dialog = exchange.open_import(training, None)
        dialog.layers.setLayer(other)
        dialog.accept()
        assert dialog.isVisible()
        assert "too long" in dialog.error_label.text()
        other.selectByExpression("\"class\" = 'Lake'")
        dialog.only_selected.setChecked(True)
        dialog.accept()
        assert not dialog.isVisible()
    finally:
        QgsProject.instance().removeMapLayer(other.id())
    assert values_of(training) == ["Lake"]
    assert len(reported) == 1
    assert "Lake" in reported[0]
