"""Parts of the labelling panel without a window: spectra, composites, statistics, files."""

import gc
import os
from pathlib import Path

import numpy as np
import pytest
from qgis_support import make_labels, make_scene, wait_for_tasks, wait_until

BANDS = 8


@pytest.fixture
def ramp(tmp_path):
    """A scene of 8 bands whose value is 1000 x band + 10 x column + row, with one empty pixel."""
    from osgeo import gdal

    path = make_scene(tmp_path / "ramp.tif", BANDS, nodata=-1)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    rows, columns = np.mgrid[0:30, 0:40]
    for band in range(1, BANDS + 1):
        values = 1000.0 * band + 10 * columns + rows
        values[0, 0] = -1
        dataset.GetRasterBand(band).WriteArray(values)
    del dataset
    return path


@pytest.fixture
def cube(qgis, ramp):
    from geodiffnet.gui.cube import Cube

    return Cube(str(ramp))


def square(column, row, size):
    from qgis.core import QgsGeometry, QgsRectangle

    left, top = 500000 + 2 * column, 5400000 - 2 * row
    polygon = QgsGeometry.fromRect(QgsRectangle(left, top - 2 * size, left + 2 * size, top))
    return bytes(polygon.asWkb())


def test_the_spectrum_at_a_location_is_that_of_its_pixel(cube):
    found = cube.spectrum_at(500000 + 2 * 7 + 1, 5400000 - 2 * 3 - 1)
    assert found.tolist() == [1000 * band + 73 for band in range(1, BANDS + 1)]


@pytest.mark.parametrize("location", [(499999, 5399999), (500081, 5399999), (500001, 5399999)])
def test_there_is_no_spectrum_outside_and_where_there_is_no_data(cube, location):
    assert cube.spectrum_at(*location) is None


def test_wavelengths_are_read_from_band_metadata(cube):
    assert [band.wavelength for band in cube.bands] == [500 + 100 * band for band in range(BANDS)]
    assert not any(band.bad for band in cube.bands)


@pytest.mark.parametrize(
    ("write", "wanted"),
    [
        (lambda band, n: band.SetDescription(f"band {n} (0.{n}5 um)"), [150, 250, 350]),
        (lambda band, n: band.SetDescription(f"{n}00.5 Nanometers"), [100.5, 200.5, 300.5]),
        (lambda band, n: band.SetMetadataItem("wavelength", f"0.{n}"), [100, 200, 300]),
        (
            lambda band, n: band.SetMetadataItem("CENTRAL_WAVELENGTH_UM", f"0.{n}", "IMAGERY"),
            [100, 200, 300],
        ),
        (lambda band, n: band.SetDescription(f"layer {n}"), [None, None, None]),
    ],
)
def test_wavelengths_are_read_from_all_known_places(qgis, tmp_path, write, wanted):
    from osgeo import gdal

    from geodiffnet.gui.cube import Cube

    path = str(tmp_path / "bands.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 4, 4, 3, gdal.GDT_Float32)
    for number in (1, 2, 3):
        write(dataset.GetRasterBand(number), number)
    del dataset
    assert [band.wavelength for band in Cube(path).bands] == [
        value if value is None else pytest.approx(value) for value in wanted
    ]


def test_bad_bands_are_read(qgis, tmp_path):
    from osgeo import gdal

    from geodiffnet.gui.cube import Cube

    path = make_scene(tmp_path / "scene.tif")
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for number in range(1, BANDS + 1):
        dataset.GetRasterBand(number).SetMetadataItem("bbl", str(int(number != 3)))
    del dataset
    assert [band.number for band in Cube(str(path)).bands if band.bad] == [3]


def test_a_polygon_contains_pixels_by_their_centre(cube):
    polygon_sample = cube.polygon_sample(square(4, 5, 3))
    assert polygon_sample.pixels == 9
    assert polygon_sample.spectrum[0] == pytest.approx(1000 + 10 * 5 + 6)


def test_a_tiny_polygon_has_the_pixel_that_it_lies_in(cube):
    polygon_sample = cube.polygon_sample(square(4.1, 5.1, 0.2))
    assert polygon_sample.pixels == 1
    assert polygon_sample.spectrum[0] == 1000 + 40 + 5


def test_polygons_are_clipped_to_the_scene(cube):
    assert cube.polygon_sample(square(100, 100, 3)).pixels == 0
    assert cube.polygon_sample(square(38, 28, 4)).pixels == 4


def test_pixels_without_data_are_excluded_from_the_mean(cube):
    polygon_sample = cube.polygon_sample(square(0, 0, 2))
    assert polygon_sample.sampled == 3
    assert polygon_sample.spectrum[0] == pytest.approx(1000 + (10 + 1 + 11) / 3)


def test_a_large_polygon_is_sampled(qgis, tmp_path):
    from osgeo import gdal

    from geodiffnet.gui.cube import SAMPLE_SIDE, Cube

    path = str(tmp_path / "large.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 300, 300, 1, gdal.GDT_Byte)
    dataset.SetGeoTransform((500000, 2, 0, 5400000, 0, -2))
    dataset.GetRasterBand(1).Fill(7)
    del dataset
    polygon_sample = Cube(path).polygon_sample(square(10, 10, 200))
    assert polygon_sample.pixels == 200 * 200
    assert polygon_sample.sampled == SAMPLE_SIDE**2
    assert polygon_sample.spectrum.tolist() == [7]


def test_rows_of_an_image_without_georeference_count_downwards(qgis, tmp_path):
    from osgeo import gdal
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui.cube import Cube

    path = str(tmp_path / "nowhere.tif")
    dataset = gdal.GetDriverByName("GTiff").Create(path, 5, 4, 1, gdal.GDT_Byte)
    dataset.GetRasterBand(1).WriteArray(1 + np.arange(20, dtype=np.uint8).reshape(4, 5))
    del dataset
    extent = QgsRasterLayer(path, "nowhere").extent()
    found = Cube(path).spectrum_at(extent.xMinimum() + 0.5, extent.yMaximum() - 0.5)
    assert found.tolist() == [1]


def test_a_rounded_nodata_value_is_recognised(qgis, tmp_path):
    from osgeo import gdal

    from geodiffnet.gui.cube import Cube

    path = make_scene(tmp_path / "lowest.tif", 3, nodata=-3.40282e38)
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for band in (1, 2, 3):
        values = np.full((30, 40), 0.1 * band, np.float32)
        values[3, 7] = np.finfo(np.float32).min
        dataset.GetRasterBand(band).WriteArray(values)
    del dataset
    cube = Cube(str(path))
    assert cube.spectrum_at(500000 + 2 * 7 + 1, 5400000 - 2 * 3 - 1) is None
    assert cube.spectrum_at(500000 + 2 * 8 + 1, 5400000 - 2 * 3 - 1) is not None
    whole = cube.read([1, 2, 3], (0, 0, 40, 30))
    assert np.isnan(whole).sum() == 3
    smaller = cube.read([1], (0, 0, 40, 30), (4, 3))
    assert not (smaller < 0).any()


def test_composites_use_the_nearest_bands_within_a_tolerance(qgis):
    from geodiffnet.gui.composites import bands_for
    from geodiffnet.gui.cube import CubeBand

    visible = [CubeBand(n, 400.0 + 50 * n, False) for n in range(1, 10)]
    assert bands_for("true", visible) == (5, 3, 1)
    assert bands_for("infrared", visible) == (9, 5, 3)
    assert bands_for("swir", visible) is None
    bad = [CubeBand(b.number, b.wavelength, b.number == 5) for b in visible]
    assert bands_for("true", bad) is None
    assert bands_for("true", [CubeBand(1, None, False)] * 9) is None


def test_a_composite_is_stretched_by_its_percentiles(qgis, ramp):
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui.composites import measure_stretch, show_bands

    stretch = measure_stretch(str(ramp), (3, 2, 1))
    (low, high), *_ = stretch.limits
    assert 3000 < low < 3040
    assert 3380 < high < 3420
    layer = QgsRasterLayer(str(ramp), "scene")
    show_bands(layer, stretch)
    renderer = layer.renderer()
    assert renderer.usesBands() == [3, 2, 1]
    assert renderer.redContrastEnhancement().maximumValue() == pytest.approx(high)


def test_principal_components_are_a_raster_on_the_grid_of_the_scene(qgis, tmp_path):
    from osgeo import gdal

    from geodiffnet.bridge.tasks import BackgroundTask
    from geodiffnet.gui.composites import compute_components

    path = make_scene(tmp_path / "scene.tif", BANDS, nodata=-1)
    rng = np.random.default_rng(0)
    kinds = rng.random((3, BANDS))
    chosen = rng.integers(0, 3, (30, 40))
    values = kinds[chosen] + 0.01 * rng.random((30, 40, BANDS))
    values[5, 5] = -1
    dataset = gdal.Open(str(path), gdal.GA_Update)
    for band in range(BANDS):
        dataset.GetRasterBand(band + 1).WriteArray(values[..., band])
    del dataset
    target = tmp_path / "components.tif"
    assert compute_components(str(path), target, BackgroundTask("test")) == target
    image = gdal.Open(str(target))
    assert (image.RasterXSize, image.RasterYSize) == (40, 30)
    assert image.GetGeoTransform() == (500000, 2, 0, 5400000, 0, -2)
    shown = image.ReadAsArray()
    assert (shown[:, 5, 5] == 0).all()
    assert (np.delete(shown.reshape(3, -1), 5 * 40 + 5, axis=1) > 0).all()
    # What is of one kind looks alike, and unlike the other kinds.
    means = [shown[:2][:, chosen == kind].mean(axis=1) for kind in range(3)]
    spreads = [shown[:2][:, chosen == kind].std(axis=1).max() for kind in range(3)]
    gaps = [np.abs(means[a] - means[b]).max() for a, b in ((0, 1), (0, 2), (1, 2))]
    assert min(gaps) > 3 * max(spreads)


def test_qgis_does_not_warn_of_losing_principal_components(qgis, tmp_path):
    from qgis.core import QgsProcessingUtils, QgsProject, QgsRasterLayer

    from geodiffnet.gui import composites, preview

    path = Path(QgsProcessingUtils.generateTempFilename("components.tif"))
    make_scene(path, 3)
    scene = QgsRasterLayer(str(make_scene(tmp_path / "scene.tif", BANDS)), "scene")
    project = QgsProject.instance()
    project.addMapLayer(scene)
    layer = composites.open_components(path, "Principal components")
    preview.insert_layer(layer, preview.COMPONENTS, scene.id(), scene)
    layer_id = layer.id()
    del layer
    gc.collect()
    kept = project.mapLayer(layer_id)
    assert QgsRasterLayer(str(path)).isTemporary()
    assert kept.isValid()
    assert not kept.isTemporary()
    project.clear()


def test_a_scene_without_values_has_no_principal_components(qgis, tmp_path):
    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.bridge.tasks import BackgroundTask
    from geodiffnet.gui.composites import compute_components

    path = make_scene(tmp_path / "empty.tif", BANDS, nodata=-1)
    with pytest.raises(BridgeError) as caught:
        compute_components(str(path), tmp_path / "none.tif", BackgroundTask("test"))
    assert caught.value.code == "scene.empty"


def test_statistics_are_computed_in_the_background_once(qgis, ramp, monkeypatch):
    from qgis.core import QgsApplication, QgsCoordinateReferenceSystem

    from geodiffnet.gui import statistics
    from geodiffnet.gui.training import TrainingLayer

    read = []
    real = statistics._read

    def note(source, wanted, task):
        read.extend(wanted)
        return real(source, wanted, task)

    monkeypatch.setattr(statistics, "_read", note)
    crs = QgsCoordinateReferenceSystem("EPSG:32633")
    layer = make_labels([("Water", 2, 2), ("Water", 8, 2), ("Trees", 2, 12)])
    training = TrainingLayer(layer)
    class_statistics = statistics.Statistics()
    class_statistics.schedule_read(str(ramp), training.polygons(crs))

    def settled():
        QgsApplication.processEvents()
        return class_statistics._task is None

    wait_until(settled)
    assert class_statistics.class_statistics["Water"].polygons == 2
    assert class_statistics.class_statistics["Water"].pixels == 32
    assert class_statistics.class_statistics["Trees"].spectrum[0] == pytest.approx(
        1000 + 10 * 3.5 + 13.5
    )
    assert len(read) == 3
    training.draw("Trees", layer.getFeature(1).geometry(), crs)
    class_statistics.schedule_read(str(ramp), training.polygons(crs))
    wait_until(settled)
    assert class_statistics.class_statistics["Trees"].polygons == 2
    assert len(read) == 3, "an unchanged polygon is not read again"
    class_statistics.stop()


def test_polygons_in_another_crs_are_counted(qgis, cube):
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject

    from geodiffnet.gui.training import TrainingLayer

    layer = make_labels([("Water", 2, 2)], crs="EPSG:4326")
    utm = QgsCoordinateReferenceSystem("EPSG:32633")
    there = QgsCoordinateTransform(utm, layer.crs(), QgsProject.instance())
    geometry = layer.getFeature(1).geometry()
    geometry.transform(there)
    layer.dataProvider().changeGeometryValues({1: geometry})
    ((_, name, wkb),) = TrainingLayer(layer).polygons(utm)
    assert name == "Water"
    assert cube.polygon_sample(wkb).pixels == 16


def test_undo_restores_names_colours_and_order_of_classes(qgis):
    from geodiffnet.gui.training import TrainingLayer

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12), ("Roof", 9, 9)])
    training = TrainingLayer(layer)
    before = training.classes
    training.recolour("Water", "#010203")
    training.merge(["Trees", "Roof"], "Trees")
    training.remove_class("Water")
    assert [entry.name for entry in training.classes] == ["Trees"]
    assert layer.featureCount() == 2
    for _ in range(3):
        layer.undoStack().undo()
    assert training.classes == before
    assert layer.featureCount() == 3
    layer.undoStack().redo()
    assert {entry.name: entry.colour for entry in training.classes}["Water"] == "#010203"


def test_custom_symbols_are_kept(qgis):
    from qgis.core import QgsCategorizedSymbolRenderer, QgsFillSymbol, QgsRendererCategory

    from geodiffnet.gui.training import TrainingLayer

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    hatched = QgsFillSymbol.createSimple({"color": "#123456", "style": "b_diagonal"})
    categories = [QgsRendererCategory("Water", hatched, "Lakes and rivers")]
    layer.setRenderer(QgsCategorizedSymbolRenderer("class", categories))
    training = TrainingLayer(layer)
    training.add_class("Roof")
    shown = {category.value(): category for category in layer.renderer().categories()}
    assert list(shown) == ["Water", "Trees", "Roof"]
    assert shown["Water"].label() == "Lakes and rivers"
    assert shown["Water"].symbol().symbolLayer(0).properties()["style"] == "b_diagonal"


def test_unsaved_polygons_are_exported(qgis, scene, tmp_path):
    from qgis.core import QgsRasterLayer, QgsVectorLayer

    from geodiffnet.gui.requests import request_map
    from geodiffnet.gui.training import TrainingLayer

    layer = make_labels([("Water", 2, 2), ("Trees", 2, 12)])
    training = TrainingLayer(layer)
    training.draw("Water", layer.getFeature(1).geometry(), layer.crs())
    request = request_map(QgsRasterLayer(str(scene), "scene"), training, "rf")
    settings = request.job.settings
    assert settings["image"] == str(scene)
    assert settings["method"] == "rf"
    assert {entry["name"] for entry in settings["classes"]} == {"Water", "Trees"}
    handed = QgsVectorLayer(settings["labels"], "handed", "ogr")
    assert handed.featureCount() == 3
    assert settings["output"] == str(request.map)
    assert request.map.parent.is_dir()


def test_a_single_class_is_rejected_before_the_backend_starts(qgis, scene):
    from qgis.core import QgsRasterLayer

    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.gui.requests import request_map
    from geodiffnet.gui.training import TrainingLayer

    training = TrainingLayer(make_labels([("Water", 2, 2)]))
    with pytest.raises(BridgeError) as caught:
        request_map(QgsRasterLayer(str(scene), "scene"), training, "rf")
    assert caught.value.code == "labels.too_few_classes"


def test_suggestions_use_the_last_model_or_train_one_first(qgis, scene, tmp_path):
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui.requests import request_suggestions
    from geodiffnet.gui.training import TrainingLayer

    layer = QgsRasterLayer(str(scene), "scene")
    training = TrainingLayer(make_labels([("Water", 2, 2), ("Trees", 2, 12)]))
    first = request_suggestions(layer, training, "rf", None)
    assert [job.name for job in first.jobs] == ["train", "suggest"]
    assert first.jobs[1].settings["model"] == first.jobs[0].settings["model"]
    model = tmp_path / "model-1.safetensors"
    model.touch()
    second = request_suggestions(layer, training, "rf", model)
    assert [job.name for job in second.jobs] == ["suggest"]
    assert second.jobs[0].settings["model"] == str(model)


def test_sidecar_files_belong_to_a_source_and_outputs_do_not(qgis, tmp_path):
    from geodiffnet.bridge.source_files import files_of_source

    parts = {"s.shp", "s.dbf", "s.shx", "s.qix", "s.qml", "s.shp.xml", "s.json", "s.field.atx"}
    for name in (*parts, "s.tif", "s.html", "s.safetensors", "s.gpkg", "s2.dbf", "other.dbf"):
        (tmp_path / name).touch()
    found = {os.path.basename(file) for file in files_of_source(str(tmp_path / "s.shp"))}
    assert found == parts
    assert files_of_source(str(tmp_path / "absent" / "s.shp"))


def test_only_files_with_given_numbers_are_removed(qgis, tmp_path):
    from geodiffnet.gui.work_folder import number_of, remove_numbers

    for name in ("map-1.tif", "map-1.tif.aux.xml", "map-2.tif", "map-3.tif", "map-11.tif",
                 "model-1.safetensors", "map-x.tif", "notes.txt", "places-1.gpkg", "map-1.pdf",
                 "model-1.txt"):  # fmt: skip
        (tmp_path / name).touch()
    remove_numbers(tmp_path / "absent", ("map",), {1})
    remove_numbers(tmp_path, ("map", "model"), {1, 3, 7})
    wait_for_tasks()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "map-1.pdf", "map-11.tif", "map-2.tif", "map-x.tif", "model-1.txt", "notes.txt",
        "places-1.gpkg",
    ]  # fmt: skip
    assert number_of(str(tmp_path / "map-12.tif"), tmp_path, "map") == 12
    assert number_of(str(tmp_path / "map-12.tif"), tmp_path / "other", "map") is None
    assert number_of(str(tmp_path / "confidence-12.tif"), tmp_path, "map") is None
    assert number_of("/vsicurl/https://example.org/map-1.tif", tmp_path, "map") is None


def test_errors_of_background_tasks_are_reported(qgis):
    from qgis.core import QgsApplication

    from geodiffnet.bridge.errors import BridgeError, JobCancelled
    from geodiffnet.bridge.tasks import FunctionTask

    outcomes = []

    def start(function):
        task = FunctionTask("test", function, hidden=True)
        task.done.connect(lambda given: outcomes.append(("done", given)))
        task.failed.connect(lambda error: outcomes.append(("failed", error.code)))
        task.stopped.connect(lambda: outcomes.append(("stopped", None)))
        task.start()
        count = len(outcomes)

        def ended():
            QgsApplication.processEvents()
            return len(outcomes) > count

        wait_until(ended)

    def fails(task):
        raise BridgeError("some.code", "Something a user can put right.")

    def is_cancelled(task):
        raise JobCancelled

    start(lambda task: 42)
    start(fails)
    start(is_cancelled)
    start(lambda task: 1 / 0)
    assert outcomes == [
        ("done", 42),
        ("failed", "some.code"),
        ("stopped", None),
        ("failed", "fault"),
    ]


@pytest.mark.parametrize(
    ("low", "high", "wanted"),
    [
        (0, 4000, [0, 1000, 2000, 3000, 4000]),
        (0, 0.61, [0, 0.2, 0.4, 0.6]),
        (420, 2450, [500, 1000, 1500, 2000]),
        (-30, 70, [-20, 0, 20, 40, 60]),
    ],
)
def test_axis_ticks_are_round_numbers(qgis, low, high, wanted):
    from geodiffnet.gui.spectrum_plot import ticks

    assert ticks(low, high) == wanted
