"""The layer of the live map, given the files of maps."""

import importlib
import os
import shutil
import threading
from pathlib import Path

import pytest
from qgis_support import save_layer, wait_for_tasks

COLOURS = {"Field": "#e2c94e", "Road": "#a81020", "Water": "#2f7fd1"}
#: In the order of the list in the panel; codes follow the order of names.
CLASSES = [(name, name, COLOURS[name]) for name in ("Field", "Water", "Road")]


def write_map(path, names):
    from osgeo import gdal

    gdal.UseExceptions()
    dataset = gdal.GetDriverByName("GTiff").Create(str(path), 4, 4, 1)
    band = dataset.GetRasterBand(1)
    band.SetNoDataValue(0)
    band.Fill(1)
    table = gdal.ColorTable()
    for code, name in enumerate(names, 1):
        table.SetColorEntry(code, (*bytes.fromhex(COLOURS[name][1:]), 255))
    band.SetColorTable(table)
    band.SetCategoryNames(["", *names])
    return path


def styled(layer):
    """Code, name and colour of each class, as the layer is drawn."""
    entries = layer.renderer().classes()
    return [(int(entry.value), entry.label, entry.color.name()) for entry in entries]


def make_old(file):
    file.touch()
    os.utime(file, (1, 1))


@pytest.fixture
def live(qgis):
    live = importlib.import_module("geodiffnet.gui.live.layer").LiveLayer()
    yield live
    live.stop()


@pytest.fixture
def show(live, scene, labels, tmp_path):
    """A function that shows a map of some classes in the live layer; returns the layer."""
    from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer

    project = QgsProject.instance()
    project.clear()
    image = QgsRasterLayer(str(scene), "scene")
    training = QgsVectorLayer(str(save_layer(labels, tmp_path / "t.gpkg")), "training", "ogr")
    project.addMapLayer(image)
    project.addMapLayer(training)
    maps = iter(range(100))

    def show(names, classes=CLASSES):
        live.show(write_map(tmp_path / f"{next(maps)}.tif", names), classes, training, image)
        return live.layer

    yield show
    project.clear()


@pytest.mark.parametrize("names", [["Field", "Road", "Water"], ["Road", "Water"], ["Field"]])
def test_codes_are_drawn_by_the_classes_of_each_file(show, names):
    show(["Field", "Water"])
    layer = show(names)
    wanted = [(code, name, COLOURS[name]) for code, name in enumerate(names, 1)]
    assert sorted(styled(layer)) == wanted


def test_the_legend_has_the_order_of_the_class_list(show):
    assert [name for _, name, _ in styled(show(["Field", "Road", "Water"]))] == [
        "Field",
        "Water",
        "Road",
    ]
    layer = show(["Field", "Road", "Water"], CLASSES[::-1])
    assert [name for _, name, _ in styled(layer)] == ["Road", "Water", "Field"]


def test_opacity_and_a_style_of_the_user_are_kept_while_the_classes_stay(show):
    from qgis.core import QgsSingleBandGrayRenderer

    layer = show(["Field", "Water"])
    layer.setRenderer(QgsSingleBandGrayRenderer(layer.dataProvider(), 1))
    layer.setOpacity(0.4)
    assert show(["Field", "Water"]).renderer().type() == "singlebandgray"
    layer = show(["Field", "Road", "Water"])
    assert layer.renderer().type() == "paletted"
    assert layer.opacity() == pytest.approx(0.4)


def files_in(folder):
    """The files that remain when those of earlier maps are removed."""
    wait_for_tasks()
    return sorted(path.name for path in folder.iterdir())


def test_it_counts_as_no_temporary_layer_before_whose_loss_qgis_warns(show):
    from qgis.core import QgsRasterLayer

    layer = show(["Field", "Road"])
    assert not layer.isTemporary()
    assert QgsRasterLayer(layer.source()).isTemporary()


def test_it_is_left_out_of_a_stored_project_wherever_its_file_is(show, live, tmp_path):
    from qgis.core import QgsProject

    unsaved = importlib.import_module("geodiffnet.gui.unsaved_layers").UnsavedLayers()
    layer, project = show(["Field", "Road"]), QgsProject.instance()
    copy = layer.clone()
    project.addMapLayer(copy)
    assert live.folder not in Path(layer.source()).parents
    removed = []
    live.removed.connect(lambda: removed.append(True))
    assert project.write(str(tmp_path / "project.qgz"))
    assert live.layer is layer is project.mapLayer(layer.id())
    assert not removed
    stored = QgsProject()
    assert stored.read(str(tmp_path / "project.qgz"))
    # The copy has a file that stays.
    assert set(stored.mapLayers()) == set(project.mapLayers()) - {layer.id()}
    assert copy.id() in stored.mapLayers()
    unsaved.stop()


def test_only_files_of_maps_are_removed_from_the_folder(show, live, tmp_path):
    """Also where the folder was replaced by a link to one of the user's."""
    own, documents = live.folder, tmp_path / "documents"
    names = ["live-1-first.tif", "live-1-first.tif.aux.xml", "live-2-refined-4-confidence.tif"]
    others = ["live-report.docx", "notes.txt", "live-x-first.tif", "relive-1-first.tif"]
    for name in (*names, *others):
        make_old(own / name)
    show(["Field"])
    assert files_in(own) == sorted(others)
    documents.mkdir()
    for name in (*names, *others):
        make_old(documents / name)
    shutil.rmtree(own)
    own.symlink_to(documents)
    show(["Field"])
    assert files_in(documents) == sorted([*names, *others])
    assert live.folder != own
    live.remove()
    assert files_in(documents) == sorted([*names, *others])


def test_the_event_loop_never_waits_for_the_removal_of_a_file(show, live, monkeypatch):
    """On some disks, the thread that removes a file waits for it."""
    from qgis.core import QgsApplication

    folder, threads = live.folder, []

    def in_thread(remove):
        def removed(*arguments, **options):
            threads.append(threading.current_thread())
            return remove(*arguments, **options)

        return removed

    monkeypatch.setattr(Path, "unlink", in_thread(Path.unlink))
    monkeypatch.setattr(os, "unlink", in_thread(os.unlink))
    monkeypatch.setattr(os, "rmdir", in_thread(os.rmdir))
    make_old(folder / "live-1-first.tif")
    show(["Field"])
    assert files_in(folder) == []
    assert threads
    make_old(folder / "live-2-first.tif")
    removed = len(threads)
    live.remove()
    QgsApplication.processEvents()
    files_in(folder.parent)
    assert not folder.exists()
    assert len(threads) > removed
    assert threading.main_thread() not in threads
