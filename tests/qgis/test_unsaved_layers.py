"""Layers that the panel can compute again are left out of stored projects."""

import gc
import importlib
import shutil
from pathlib import Path

import pytest
from qgis_support import make_scene, wait_until

BANDS = 8
COMPONENTS = "components"


@pytest.fixture
def project(qgis):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


@pytest.fixture
def panel(project):
    """The parts of the panel that display composites and keep them with the project."""
    panel = Panel()
    yield panel
    panel.close()


class Panel:
    def __init__(self):
        modules = {
            name: importlib.import_module(f"geodiffnet.gui.{name}")
            for name in ("panel_state", "project_state", "unsaved_layers", "view_section")
        }
        self.views = modules["view_section"].ViewSection()
        self.errors = []
        self.views.error_occurred.connect(self.errors.append)
        self.state = modules["project_state"].ProjectState()
        self.unsaved = modules["unsaved_layers"].UnsavedLayers()
        self.state.add("scene", lambda: "", lambda _: self.views.set_scene(find_scene(), []))
        modules["panel_state"].keep_view(self.state, self.views)

    def open_scene(self, file, name="scene"):
        scene = add_raster(file, name)
        self.views.set_scene(scene, [])
        return scene

    def show_components(self):
        """Compute the components of the scene; their layer."""
        self.views.show_view(COMPONENTS)
        return self.wait_for_components()

    def wait_for_components(self):
        wait_until(lambda: process_events() and self.views._find_components() is not None)
        wait_until(lambda: process_events() and self.views._task is None)
        return self.views._find_components()

    def close(self):
        self.views.stop()
        self.state.disconnect_project()
        self.unsaved.stop()
        process_events()


def process_events():
    from qgis.core import QgsApplication

    QgsApplication.processEvents()
    return True


def add_raster(file, name):
    from qgis.core import QgsProject, QgsRasterLayer

    layer = QgsRasterLayer(str(file), name)
    assert layer.isValid()
    QgsProject.instance().addMapLayer(layer)
    return layer


def find_scene():
    from qgis.core import QgsProject

    return next(iter(QgsProject.instance().mapLayersByName("scene")), None)


def stored_layers(file):
    """Name and validity of each layer of a project file, as another QGIS would open it."""
    from qgis.core import QgsProject

    opened = QgsProject()
    assert opened.read(str(file))
    return {layer.name(): layer.isValid() for layer in opened.mapLayers().values()}


def tree_of(project):
    return [
        (node.name(), node.layer() is not None, node.isVisible())
        for node in project.layerTreeRoot().findLayers()
    ]


@pytest.mark.parametrize("ending", ["qgs", "qgz"])
def test_a_stored_project_names_no_file_that_is_gone_with_qgis(
    panel, project, scene, tmp_path, ending
):
    panel.open_scene(scene)
    components = panel.show_components()
    before, file = tree_of(project), tmp_path / f"project.{ending}"
    assert before[0] == (components.name(), True, True)
    for _ in range(2):
        assert project.write(str(file))
        assert stored_layers(file) == {"scene": True}
    assert tree_of(project) == before
    assert project.mapLayer(components.id()) is components
    assert components.isValid()


def test_qgis_does_not_warn_of_losing_a_layer_that_was_left_out(panel, project, scene, tmp_path):
    from qgis.core import QgsRasterLayer

    panel.open_scene(scene)
    layer_id = panel.show_components().id()
    assert project.write(str(tmp_path / "project.qgz"))
    gc.collect()
    components = project.mapLayer(layer_id)
    assert QgsRasterLayer(components.source()).isTemporary()
    assert not components.isTemporary()


def test_tree_themes_and_order_are_stored_without_the_layer(panel, project, scene, tmp_path):
    from qgis.core import QgsMapThemeCollection, QgsProject

    panel.open_scene(scene)
    components = panel.show_components()
    root = project.layerTreeRoot()
    root.setHasCustomLayerOrder(True)
    root.setCustomLayerOrder([components, find_scene()])
    record = QgsMapThemeCollection.MapThemeRecord()
    record.setLayerRecords(
        [QgsMapThemeCollection.MapThemeLayerRecord(layer) for layer in (components, find_scene())]
    )
    project.mapThemeCollection().insert("both", record)
    assert project.write(str(tmp_path / "project.qgs"))
    assert Path(components.source()).name not in (tmp_path / "project.qgs").read_text()
    opened = QgsProject()
    assert opened.read(str(tmp_path / "project.qgs"))
    (image,) = opened.mapLayers().values()
    assert [node.layer() for node in opened.layerTreeRoot().findLayers()] == [image]
    assert opened.layerTreeRoot().customLayerOrder() == [image]
    (stored,) = opened.mapThemeCollection().mapThemeState("both").layerRecords()
    assert stored.layer() == image
    assert len(project.mapThemeCollection().mapThemeState("both").layerRecords()) == 2
    assert root.customLayerOrder() == [components, find_scene()]


def test_components_that_were_displayed_are_computed_again(panel, project, scene, tmp_path):
    panel.open_scene(scene)
    first = panel.show_components().source()
    file = tmp_path / "project.qgz"
    assert project.write(str(file))
    project.clear()
    panel.views.set_scene(None, [])
    assert panel.views.shown == ""
    assert project.read(str(file))
    again = panel.wait_for_components()
    assert again.isValid()
    assert again.source() != first
    assert [name for name, _, _ in tree_of(project)] == [again.name(), "scene"]
    assert panel.views.shown == COMPONENTS
    assert not panel.errors


def test_components_that_were_hidden_are_not_computed_again(panel, project, scene, tmp_path):
    preview = importlib.import_module("geodiffnet.gui.preview")

    panel.open_scene(scene)
    preview.set_visible(panel.show_components(), False)
    file = tmp_path / "project.qgz"
    assert project.write(str(file))
    assert project.read(str(file))
    assert panel.views.shown == ""
    assert panel.views._task is None
    assert [name for name, _, _ in tree_of(project)] == ["scene"]


def test_a_project_that_is_saved_during_the_computation_displays_them_later(
    panel, project, scene, tmp_path
):
    panel.open_scene(scene)
    panel.views.show_view(COMPONENTS)
    assert panel.views._find_components() is None
    file = tmp_path / "project.qgz"
    assert project.write(str(file))
    assert project.read(str(file))
    assert panel.wait_for_components().isValid()


def test_the_components_of_every_scene_and_copies_are_left_out(panel, project, scene, tmp_path):
    from qgis.core import QgsRasterLayer

    panel.open_scene(scene)
    copy = panel.show_components().clone()
    assert type(copy) is QgsRasterLayer
    project.addMapLayer(copy)
    panel.open_scene(make_scene(tmp_path / "other.tif", BANDS), "other")
    panel.show_components()
    count = len(project.mapLayers())
    assert count == 5
    assert project.write(str(tmp_path / "project.qgz"))
    assert stored_layers(tmp_path / "project.qgz") == {"scene": True, "other": True}
    assert len(project.mapLayers()) == count


def test_a_file_of_the_user_is_stored(panel, project, scene, tmp_path):
    """Components that were given a lasting file by “Change Data Source”."""
    panel.open_scene(scene)
    components = panel.show_components()
    shutil.copy(components.source(), tmp_path / "mine.tif")
    components.setDataSource(str(tmp_path / "mine.tif"), components.name(), "gdal")
    assert project.write(str(tmp_path / "project.qgz"))
    assert stored_layers(tmp_path / "project.qgz") == {"scene": True, components.name(): True}


def test_components_without_their_file_are_left_out(panel, project, scene, tmp_path):
    """Those of a project that an earlier version has stored."""
    panel.open_scene(scene)
    components = panel.show_components()
    components.setDataSource("/nonsense/components.tif", components.name(), "gdal")
    assert not components.isValid()
    assert project.write(str(tmp_path / "project.qgz"))
    assert stored_layers(tmp_path / "project.qgz") == {"scene": True}


def test_a_project_of_an_earlier_version_gets_new_components(panel, project, scene, tmp_path):
    """It names a file that is gone."""
    panel.open_scene(scene)
    lost = panel.show_components().source()
    project.writeProject.disconnect(panel.unsaved._leave_out)
    assert project.write(str(tmp_path / "project.qgz"))
    project.writeProject.connect(panel.unsaved._leave_out)
    project.clear()
    Path(lost).unlink()
    assert project.read(str(tmp_path / "project.qgz"))
    components = panel.wait_for_components()
    assert components.isValid()
    assert [name for name, _, _ in tree_of(project)] == [components.name(), "scene"]


def test_layers_are_back_after_a_project_could_not_be_saved(panel, project, scene, tmp_path):
    panel.open_scene(scene)
    components = panel.show_components()
    before = tree_of(project)
    assert not project.write(str(tmp_path / "absent" / "project.qgs"))
    process_events()
    assert project.mapLayer(components.id()) is components
    assert tree_of(project) == before
    assert not project.write(str(tmp_path / "absent" / "project.qgs"))
    assert project.write(str(tmp_path / "project.qgz"))
    assert stored_layers(tmp_path / "project.qgz") == {"scene": True}
    assert project.mapLayer(components.id()) is components


def test_no_layer_comes_into_another_project(panel, project, scene, tmp_path):
    panel.open_scene(scene)
    panel.show_components()
    assert not project.write(str(tmp_path / "absent" / "project.qgs"))
    project.clear()
    process_events()
    assert project.mapLayers() == {}


def test_without_the_panel_no_layer_remains_that_would_be_stored(panel, project, scene, tmp_path):
    panel.open_scene(scene)
    panel.show_components()
    unsaved = importlib.import_module("geodiffnet.gui.unsaved_layers").UnsavedLayers()
    unsaved.stop()
    process_events()
    assert [name for name, _, _ in tree_of(project)] == ["scene"]
    assert list(project.mapLayers().values()) == [find_scene()]


def test_a_stored_text_that_the_panel_never_writes_displays_nothing(panel, project, scene):
    for text in ("", "__class__", "components ", "Components", "<b>"):
        panel.open_scene(scene)
        panel.views.restore(text)
        assert panel.views.shown == ""
        assert panel.views._task is None
    panel.views.set_scene(None, [])
    panel.views.restore(COMPONENTS)
    assert panel.views._task is None
    assert not panel.errors
