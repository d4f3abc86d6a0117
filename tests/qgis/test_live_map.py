"""The live map: its jobs, its layer and its status, against a fake worker."""

import base64
import importlib
import json
import os
import signal
from pathlib import Path

import pytest
from qgis_support import make_scene, save_layer, wait_until


@pytest.fixture
def record(fake, monkeypatch, tmp_path):
    """The file in which the fake worker writes the requests that it receives."""
    path = tmp_path / "requests.jsonl"
    monkeypatch.setenv("GEODIFFNET_FAKE_RECORD", str(path))
    return path


@pytest.fixture
def hold(monkeypatch, tmp_path):
    """A function that keeps jobs of a name from ending until the file that it returns is gone."""
    folder = tmp_path / "held"
    folder.mkdir()
    monkeypatch.setenv("GEODIFFNET_FAKE_HELD", str(folder))

    def hold(name):
        (folder / name).touch()
        return folder / name

    return hold


class Panel:
    """A canvas, a scene, a training layer and the live map."""

    def __init__(self, scene, labels, record):
        from qgis.core import QgsProject, QgsRasterLayer, QgsVectorLayer
        from qgis.gui import QgsMapCanvas

        self.record = record
        self.project = QgsProject.instance()
        self.project.clear()
        self.scene = QgsRasterLayer(str(scene), "scene")
        self.layer = QgsVectorLayer(str(labels), "training", "ogr")
        self.project.addMapLayer(self.scene)
        self.project.addMapLayer(self.layer)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(400, 300)
        self.canvas.show()
        self.canvas.setDestinationCrs(self.scene.crs())
        self.canvas.setLayers([self.layer, self.scene])
        self.canvas.setExtent(self.scene.extent())
        session = importlib.import_module("geodiffnet.bridge.session")
        live_map = importlib.import_module("geodiffnet.gui.live.live_map")
        training = importlib.import_module("geodiffnet.gui.training")
        self.session = session.BackendSession()
        self.training = training.TrainingLayer(self.layer)
        self.live = live_map.LiveMap(self.canvas, self.session)
        unsaved = importlib.import_module("geodiffnet.gui.unsaved_layers")
        self.unsaved = unsaved.UnsavedLayers()
        self.updates, self.accuracies, self.texts, self.errors = [], [], [], []
        self.live.updated.connect(lambda stage, *_: self.updates.append(stage))
        self.live.validated.connect(self.accuracies.append)
        self.live.status_changed.connect(self.texts.append)
        self.live.error_occurred.connect(self.errors.append)

    def start(self):
        self.live.set_layers(self.scene, self.training)
        return self

    def draw(self, name, column, row, size=3):
        from qgis.core import QgsGeometry, QgsRectangle

        left, top = 500000 + 2 * column, 5400000 - 2 * row
        square = QgsRectangle(left, top - 2 * size, left + 2 * size, top)
        self.training.draw(name, QgsGeometry.fromRect(square), self.scene.crs())

    def jobs(self, name="live_map"):
        """The settings of the jobs that the worker received."""
        if not self.record.exists():
            return []
        requests = [json.loads(line) for line in self.record.read_text().splitlines()]
        return [line["settings"] for line in requests if line.get("job") == name]

    def wait(self, condition):
        from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

        def check():
            QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
            return condition()

        return wait_until(check)

    def wait_for_updates(self, count):
        """Wait for all stages of a number of updates in total."""
        self.wait(lambda: self.updates.count("refined") >= count and not self.live.is_busy)

    def order(self):
        return [layer.name() for layer in self.project.layerTreeRoot().layerOrder()]

    def end(self):
        from qgis.PyQt import sip

        if self.live is not None:
            self.live.stop()
        self.unsaved.stop()
        self.session.end()
        self.project.clear()
        sip.delete(self.canvas)  # not by Python at its end, when Qt has ended


@pytest.fixture
def panel(qgis, record, scene, labels, tmp_path):
    panel = Panel(scene, save_layer(labels, tmp_path / "training.gpkg"), record)
    yield panel
    panel.end()


def test_a_quick_scene_is_mapped_without_being_asked(panel):
    panel.start()
    panel.wait_for_updates(1)
    assert panel.live.is_enabled
    assert panel.live.is_quick
    assert panel.updates == ["first", "refined"]
    assert panel.accuracies == [{"overall_accuracy": 0.91, "classes": [], "accuracy_unknown": None}]
    (settings,) = panel.jobs()
    assert settings["image"] == panel.scene.source()
    assert settings["method"] == "geodiffnet-f"
    assert settings["stages"] == ["first", "refined", "validated"]
    assert [sample["class"] for sample in settings["samples"]] == ["Water", "Water"] + 2 * ["Trees"]
    assert [entry["name"] for entry in settings["classes"]] == ["Trees", "Water"]
    view = settings["view"]
    size = panel.canvas.mapSettings().outputSize()
    assert view["width"] == pytest.approx(size.width(), abs=1)
    assert view["height"] == pytest.approx(size.height(), abs=1)
    assert (view["left"], view["top"]) == (500000, 5400000)
    assert panel.texts[-1] == "Live map: GeoDiffNet-F; accuracy 91\u00a0%."


def test_a_large_scene_waits_for_the_user(panel, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_FAKE_QUICK", "0")
    panel.start()
    panel.wait(lambda: panel.live._scene_figures is not None)
    assert not panel.live.is_enabled
    assert panel.jobs() == []
    panel.live.set_enabled(True)
    panel.wait_for_updates(1)
    panel.live.set_enabled(False)
    assert panel.live.layer is None
    # The choice is kept for the scene.
    panel.live.set_layers(None, panel.training)
    panel.start()
    panel.wait(lambda: panel.live._scene_figures is not None)
    assert not panel.live.is_enabled


def test_each_kind_of_edit_updates_the_map(panel):
    from qgis.core import QgsGeometry

    panel.start()
    panel.wait_for_updates(1)
    edits = [
        lambda: panel.draw("Roofs", 20, 10),
        lambda: panel.layer.undoStack().undo(),
        lambda: panel.layer.undoStack().redo(),
        lambda: panel.layer.deleteFeature(1),
        lambda: panel.layer.changeGeometry(
            2, QgsGeometry.fromWkt("Polygon((500020 5399990, 500030 5399990, 500030 5399980))")
        ),
        lambda: panel.training.rename("Trees", "Forest"),
        lambda: panel.training.recolour("Forest", "#123456"),
        lambda: panel.live.set_method("lda"),
    ]
    for number, edit in enumerate(edits, 1):
        edit()
        panel.wait(lambda number=number: len(panel.jobs()) == number + 1)
        panel.wait(lambda: not panel.live.is_busy)
    sent = [json.dumps(settings, sort_keys=True) for settings in panel.jobs()]
    counts = [len(settings["samples"]) for settings in panel.jobs()]
    assert counts == [4, 5, 4, 5, 4, 4, 4, 4, 4]
    assert len(set(sent)) == len(sent)
    assert panel.jobs()[-1]["stages"] == ["first", "validated"]
    assert panel.errors == []


def test_nothing_is_computed_when_nothing_has_changed(panel):
    panel.start()
    panel.wait_for_updates(1)
    panel.live.refresh()
    panel.layer.dataChanged.emit()
    panel.canvas.extentsChanged.emit()
    panel.wait(
        lambda: not panel.live._view_timer.isActive() and not panel.training._timer.isActive()
    )
    assert not panel.live.is_busy
    assert len(panel.jobs()) == 1


def test_the_newest_edit_cancels_the_others_and_none_is_lost(panel):
    panel.start()
    panel.wait_for_updates(1)
    for column in range(10):
        panel.draw("Roofs", 3 * column, 20, 2)
        panel.wait(lambda count=column: len(panel.jobs()) == count + 2)
    panel.wait(lambda: not panel.session.open_jobs)
    assert [len(settings["samples"]) for settings in panel.jobs()] == list(range(4, 15))
    assert panel.updates[-2:] == ["first", "refined"]
    newest = panel.live.layer.source()
    assert f"live-{panel.jobs()[-1]['number']}-refined" in newest
    panel.wait(lambda: len(list(Path(newest).parent.iterdir())) <= 6)  # of 22


def test_zooming_maps_what_comes_into_view_and_keeps_the_accuracy(panel):
    from qgis.core import QgsRectangle

    panel.start()
    panel.wait_for_updates(1)
    panel.canvas.setExtent(QgsRectangle(500010, 5399960, 500030, 5399975))
    panel.wait_for_updates(2)
    first, second = panel.jobs()
    assert second["stages"] == ["first", "refined"]
    assert second["samples"] == first["samples"]
    assert second["view"]["right"] - second["view"]["left"] == pytest.approx(20, abs=1)
    assert panel.texts[-1] == "Live map: GeoDiffNet-F; accuracy 91\u00a0%."
    # Outside the scene there is nothing to map.
    panel.canvas.setExtent(QgsRectangle(600000, 5400000, 600100, 5400100))
    panel.wait(lambda: "outside" in panel.texts[-1])
    assert len(panel.jobs()) == 2
    panel.canvas.setExtent(panel.scene.extent())
    panel.wait_for_updates(3)


def test_the_view_is_transformed_to_the_scene(panel):
    from qgis.core import QgsCoordinateReferenceSystem, QgsRectangle

    panel.canvas.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    panel.canvas.setExtent(QgsRectangle(14.9, 48.7, 15.1, 48.8))
    panel.start()
    panel.wait_for_updates(1)
    view = panel.jobs()[0]["view"]
    extent = panel.scene.extent()
    assert (view["left"], view["top"]) == (extent.xMinimum(), extent.yMaximum())
    # The scene is a few pixels on this screen.
    assert view["width"] < 5


def test_samples_are_sent_in_their_own_system_and_with_the_values_of_their_field(
    qgis, record, scene, tmp_path
):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    kind = "Point?crs=EPSG:4326&field=class:integer"
    layer = QgsVectorLayer(kind, "training", "memory")
    for code, east in ((7, 15.0001), (12, 15.0004), (7, 15.0002)):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromWkt(f"Point({east} 48.7536)"))
        feature.setAttributes([code])
        layer.dataProvider().addFeature(feature)
    panel = Panel(scene, save_layer(layer, tmp_path / "points.gpkg"), record).start()
    panel.wait_for_updates(1)
    (settings,) = panel.jobs()
    assert settings["crs"] == "EPSG:4326"
    assert settings["numeric"] is True
    assert [sample["class"] for sample in settings["samples"]] == ["7", "12", "7"]
    assert [entry["value"] for entry in settings["classes"]] == [7, 12]
    geometry = QgsGeometry()
    geometry.fromWkb(base64.b64decode(settings["samples"][1]["wkb"]))
    assert geometry.asPoint().x() == pytest.approx(15.0004)
    panel.end()


def test_reference_systems_are_sent_so_that_the_backend_knows_them(qgis, scene, labels):
    from qgis.core import QgsCoordinateReferenceSystem

    samples = importlib.import_module("geodiffnet.gui.live.samples")
    training = importlib.import_module("geodiffnet.gui.training").TrainingLayer(labels)
    assert samples.samples_of(training).settings()["crs"] == "EPSG:32633"
    own = QgsCoordinateReferenceSystem.fromProj("+proj=tmerc +lat_0=3 +lon_0=14 +datum=WGS84")
    assert own.saveAsUserCrs("made up") > 0
    assert own.authid().startswith("USER:")
    labels.setCrs(own)
    assert samples.samples_of(training).settings()["crs"].startswith(("PROJCRS", "BOUNDCRS"))
    labels.setCrs(QgsCoordinateReferenceSystem())
    assert samples.samples_of(training).settings()["crs"] is None


def test_one_class_is_a_hint_and_no_error(panel):
    panel.layer.startEditing()
    for feature in list(panel.layer.getFeatures()):
        if feature["class"] == "Trees":
            panel.layer.deleteFeature(feature.id())
    panel.start()
    panel.wait(lambda: panel.texts and "at least two classes" in panel.texts[-1])
    assert panel.jobs() == []
    panel.draw("Trees", 20, 10)
    panel.wait_for_updates(1)
    assert panel.live.layer is not None
    panel.layer.undoStack().undo()
    panel.wait(lambda: "at least two classes" in panel.texts[-1])
    # It would show a class that has no polygons any longer.
    assert panel.live.layer is None
    assert panel.errors == []


def test_the_layer_is_below_the_polygons_and_keeps_what_the_user_changed(panel):
    panel.start()
    panel.wait_for_updates(1)
    assert panel.order() == ["training", "Live map", "scene"]
    layer = panel.live.layer
    # the order of the list of classes and its keys, then those that only the file has
    assert [entry.name for entry in panel.training.classes] == ["Trees", "Water"]
    assert [entry.label for entry in layer.renderer().classes()] == ["Trees", "Water", "Roofs"]
    root = panel.project.layerTreeRoot()
    node = root.findLayer(layer.id())
    root.insertChildNode(0, node.clone())
    root.removeChildNode(node)
    layer.renderer().setOpacity(0.5)
    root.findLayer(layer.id()).setItemVisibilityChecked(False)
    source = layer.source()
    panel.draw("Roofs", 20, 10)
    panel.wait_for_updates(2)
    assert panel.live.layer is layer
    assert layer.source() != source
    assert panel.order() == ["Live map", "training", "scene"]
    assert layer.renderer().opacity() == 0.5
    assert not root.findLayer(layer.id()).isVisible()


def test_it_is_hidden_while_suggestions_are_labelled(panel):
    preview = importlib.import_module("geodiffnet.gui.preview")
    panel.start()
    panel.wait_for_updates(1)
    panel.live.hide(True)
    panel.draw("Roofs", 20, 10)
    panel.wait_for_updates(2)
    assert not preview.is_visible(panel.live.layer)
    panel.live.hide(False)
    assert preview.is_visible(panel.live.layer)


@pytest.mark.parametrize("ending", ["qgs", "qgz"])
def test_it_is_not_saved_with_the_project(panel, tmp_path, ending):
    from qgis.core import QgsProject

    panel.start()
    panel.wait_for_updates(1)
    layer = panel.live.layer
    identifier = layer.id()
    root, order = panel.project.layerTreeRoot(), panel.project.layerTreeRoot().layerOrder()
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder(order)
    path = tmp_path / f"project.{ending}"
    assert panel.project.write(str(path))
    if ending == "qgs":
        text = path.read_text()
        assert Path(layer.source()).name not in text
        # QGIS also writes the order of layers of its old versions.
        assert text.count(identifier) == text.count(f'<layer id="{identifier}"/>') == 1
    assert panel.live.layer is layer
    assert panel.project.mapLayer(identifier) is layer
    assert panel.order() == ["training", "Live map", "scene"]
    panel.draw("Roofs", 20, 10)
    panel.wait_for_updates(2)
    saved = QgsProject()
    assert saved.read(str(path))
    assert sorted(layer.name() for layer in saved.mapLayers().values()) == ["scene", "training"]
    assert all(layer.isValid() for layer in saved.mapLayers().values())
    assert [node.name() for node in saved.layerTreeRoot().findLayers()] == ["training", "scene"]
    # It can still be removed, as every layer.
    panel.project.removeMapLayer(identifier)
    assert panel.order() == ["training", "scene"]


def test_a_project_that_cannot_be_saved_keeps_the_layer(panel, tmp_path):
    panel.start()
    panel.wait_for_updates(1)
    identifier = panel.live.layer.id()
    assert not panel.project.write(str(tmp_path / "missing" / "project.qgs"))
    panel.wait(lambda: panel.project.mapLayer(identifier) is not None)
    assert panel.order() == ["training", "Live map", "scene"]


def test_removing_the_layer_switches_the_live_map_off(panel):
    enabled = []
    panel.start()
    panel.wait_for_updates(1)
    panel.live.enabled_changed.connect(enabled.append)
    panel.project.removeMapLayer(panel.live.layer.id())
    assert enabled == [False]
    panel.draw("Roofs", 20, 10)
    panel.wait(lambda: not panel.training._timer.isActive())
    assert len(panel.jobs()) == 1


@pytest.mark.parametrize("at_once", [True, False])
@pytest.mark.parametrize("removed", ["scene", "training", "project"])
def test_layers_can_be_removed_while_a_map_is_computed(panel, removed, at_once):
    """The lists of the panel forget a layer before or after the project has removed it."""
    panel.start()
    panel.wait(lambda: "first" in panel.updates)
    scene = None if removed in ("scene", "project") else panel.scene
    training = None if removed in ("training", "project") else panel.training

    def forget(*_):
        panel.live.set_layers(scene, training)

    if at_once:
        # The live map is connected too; this one is called first.
        panel.project.layersWillBeRemoved.disconnect(panel.live._layer._layers_will_be_removed)
        panel.project.layersWillBeRemoved.connect(forget)
        panel.project.layersWillBeRemoved.connect(panel.live._layer._layers_will_be_removed)
    if removed == "project":
        panel.project.clear()
    else:
        layer = panel.scene if removed == "scene" else panel.layer
        panel.project.removeMapLayer(layer.id())
    if at_once:
        panel.project.layersWillBeRemoved.disconnect(forget)
    else:
        forget()
    panel.wait(lambda: not panel.session.open_jobs)
    assert panel.live.layer is None
    assert panel.errors == []
    assert "Live map" not in panel.order()
    if removed == "project":  # which is no choice of the user
        assert panel.live._choices == {}


def test_the_files_are_removed_at_the_end(panel):
    panel.start()
    panel.wait_for_updates(1)
    file = Path(panel.live.layer.source())
    assert file.exists()
    panel.live.set_enabled(False)
    panel.wait(lambda: not file.parent.exists())
    panel.live.set_enabled(True)
    panel.wait_for_updates(2)
    assert Path(panel.live.layer.source()).exists()


def test_a_job_of_the_user_comes_first_and_the_live_map_goes_on_after_it(panel, hold):
    protocol = importlib.import_module("geodiffnet.backend.common.protocol")
    held = hold("live_map")
    panel.start()
    panel.wait(lambda: len(panel.jobs()) == 1)
    job = panel.session.submit(protocol.Job("classify", {}))
    done = []
    job.ended.connect(lambda: done.append(list(panel.updates)))
    panel.wait(lambda: done)
    assert done == [[]]
    held.unlink()
    panel.wait_for_updates(1)
    assert len(panel.jobs()) == 2


def test_features_are_extracted_while_nothing_else_is_to_be_computed(panel, hold, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_FAKE_FEATURES", "0.25")
    held = hold("live_features")
    panel.start()
    panel.wait_for_updates(1)
    panel.wait(lambda: len(panel.jobs("live_features")) == 1)
    assert panel.jobs("live_features")[0]["view"] == panel.jobs()[0]["view"]
    state = "Live map: GeoDiffNet-F; accuracy 91\u00a0%."
    progress = "Extracting features in the background: 5\u00a0%."
    panel.wait(lambda: f"{state} {progress}" in panel.texts)
    panel.draw("Roofs", 20, 10)
    panel.wait_for_updates(2)
    panel.wait(lambda: len(panel.jobs("live_features")) == 2)
    held.unlink()
    panel.wait(lambda: not panel.session.open_jobs)
    assert panel.texts[-1] == "Live map: GeoDiffNet-F; accuracy 91\u00a0%."
    # They are cached now.
    panel.draw("Roofs", 26, 10)
    panel.wait_for_updates(3)
    panel.wait(lambda: not panel.session.open_jobs)
    assert len(panel.jobs("live_features")) == 2


@pytest.mark.parametrize("while_opening", [True, False])
def test_it_can_be_stopped_while_something_is_computed(panel, while_opening):
    panel.start()
    if not while_opening:
        panel.wait(lambda: "first" in panel.updates)
    panel.live.stop()
    panel.wait(lambda: not panel.session.open_jobs)
    panel.draw("Roofs", 20, 10)
    panel.canvas.setExtent(panel.scene.extent().buffered(-10))
    panel.wait(lambda: not panel.training._timer.isActive())
    assert not panel.session.open_jobs
    assert panel.errors == []
    assert "Live map" not in panel.order()
    panel.live = None


def test_a_failure_is_reported_once_and_the_next_edit_tries_again(panel, hold):
    panel.start()
    panel.wait_for_updates(1)
    process = panel.session.process_number
    held = hold("live_map")
    panel.draw("Roofs", 20, 10)
    panel.wait(lambda: len(panel.jobs()) == 2)
    os.kill(process, signal.SIGKILL)
    panel.wait(lambda: panel.errors)
    assert panel.errors[0].code == "backend.killed"
    assert "failed" in panel.texts[-1]
    panel.wait(lambda: not panel.session.open_jobs)
    assert len(panel.errors) == 1
    held.unlink()
    panel.draw("Roofs", 26, 10)
    panel.wait_for_updates(2)
    assert panel.session.process_number != process
    assert len(panel.errors) == 1


def test_a_paused_live_map_computes_nothing(panel):
    panel.start()
    panel.wait_for_updates(1)
    panel.live.set_paused(True)
    panel.draw("Roofs", 20, 10)
    panel.wait(lambda: not panel.training._timer.isActive())
    assert len(panel.jobs()) == 1
    panel.live.set_paused(False)
    panel.wait_for_updates(2)


def test_another_scene_starts_anew(panel, tmp_path):
    from qgis.core import QgsRasterLayer

    panel.start()
    panel.wait_for_updates(1)
    other = QgsRasterLayer(str(make_scene(tmp_path / "other.tif")), "other")
    panel.project.addMapLayer(other)
    panel.live.set_layers(other, panel.training)
    assert panel.live.layer is None
    panel.wait_for_updates(2)
    images = [settings["image"] for settings in panel.jobs()]
    assert images == [panel.scene.source(), other.source()]
    order = panel.order()
    assert abs(order.index("training") - order.index("Live map")) == 1 or (
        order.index("Live map") == order.index("other") - 1
    )
