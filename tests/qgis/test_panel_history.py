"""The history of maps, the state in the project and the layers of the panel, without a window."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from qgis_support import make_labels, make_scene, save_layer, wait_until

WATER, TREES = ("Water", b"a"), ("Trees", b"b")


@pytest.fixture
def project(qgis):
    from qgis.core import QgsProject

    project = QgsProject.instance()
    project.clear()
    yield project
    project.clear()


def record(number, layer="labels", scene="scene", **changes):
    from geodiffnet.gui.map_history import MapRecord

    plain = MapRecord(layer, scene, number, 1_800_000_000.0 + number, "lda", "0" * 64, 0.9)
    return replace(plain, **changes)


def test_a_history_is_read_back_as_it_was_written(qgis):
    from geodiffnet.gui.map_history import MapHistory

    history = MapHistory()
    history.add(record(1, few=("Straße", "<b>")))
    history.add(record(2, accuracy=None, single=("Straße", "<b>road</b>"), method="geodiffnet-f"))
    again = MapHistory.from_text(history.to_text())
    assert again.maps_of("labels", "scene") == history.maps_of("labels", "scene")
    assert [entry.number for entry in again.maps_of("labels", "scene")] == [2, 1]


def test_only_the_newest_maps_of_a_scene_are_kept_and_those_of_others_stay(qgis):
    from geodiffnet.gui.map_history import MAX_MAPS, MapHistory

    history = MapHistory()
    history.add(record(1, scene="other"))
    dropped = []
    for number in range(2, MAX_MAPS + 5):
        dropped += history.add(record(number))
    assert [entry.number for entry in dropped] == [2, 3, 4]
    numbers = [entry.number for entry in history.maps_of("labels", "scene")]
    assert numbers == list(range(MAX_MAPS + 4, 4, -1))
    assert history.numbers_of("labels") == {1, *numbers}


@pytest.mark.parametrize(
    "text",
    ["", "null", "[", "{}", "3", '"map"', "[null, 3, [], {}]", "[" * 100_000, '[{"layer": 1}]'],
)
def test_a_text_of_a_project_that_is_no_history_is_ignored(qgis, text):
    from geodiffnet.gui.map_history import MapHistory

    assert not MapHistory.from_text(text)


@pytest.mark.parametrize(
    "change",
    [
        {"layer": ""},
        {"layer": ["labels"]},
        {"scene": "x" * 1000},
        {"number": 0},
        {"number": -1},
        {"number": 1.5},
        {"number": True},
        {"number": "../../etc/passwd"},
        {"number": 10**400},
        {"time": float("nan")},
        {"time": float("inf")},
        {"time": None},
        {"time": -5},
        {"method": "conquer"},
        {"method": {}},
        {"digest": "zz"},
        {"digest": ""},
        {"digest": None},
    ],
)
def test_a_record_with_an_impossible_value_is_left_out(qgis, change):
    from geodiffnet.gui.map_history import MapHistory

    history = MapHistory()
    history.add(record(1))
    rows = json.loads(history.to_text())
    text = json.dumps([rows[0] | change, rows[0]])
    assert MapHistory.from_text(text).maps_of("labels", "scene") == [record(1)]


@pytest.mark.parametrize("accuracy", [2, -0.1, "0.9", float("nan"), [], True])
def test_an_impossible_accuracy_is_unknown(qgis, accuracy):
    from geodiffnet.gui.map_history import MapHistory

    history = MapHistory()
    history.add(record(1))
    rows = json.loads(history.to_text())
    (read,) = MapHistory.from_text(json.dumps([rows[0] | {"accuracy": accuracy}])).maps_of(
        "labels", "scene"
    )
    assert read.accuracy is None


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ([(1, *WATER)], [(1, *WATER)], (0, 0, 0)),
        ([(-1, *WATER)], [(1, *WATER)], (0, 0, 0)),  # an id that saving has changed
        ([(1, *WATER)], [(1, *WATER), (2, *TREES)], (1, 0, 0)),
        ([(1, *WATER), (2, *TREES)], [(2, *TREES)], (0, 0, 1)),
        ([(1, *WATER)], [(1, "Water", b"c")], (0, 1, 0)),
        ([(1, *WATER)], [(1, "Sea", b"a")], (0, 1, 0)),
        ([(1, *WATER), (2, *WATER)], [(1, *WATER)], (0, 0, 1)),  # one of two alike
        ([(2, *TREES)], [(2, "Trees", b"c"), (4, "Soil", b"d")], (1, 1, 0)),
    ],
)  # fmt: skip
def test_changes_of_polygons_are_counted(qgis, before, after, wanted):
    from geodiffnet.gui.label_changes import LabelChanges, changes_between, digest_of

    found = changes_between(before, after)
    assert found == LabelChanges(*wanted)
    assert bool(found) == (digest_of(before) != digest_of(after))


def test_the_state_of_a_map_says_what_has_changed(qgis):
    from geodiffnet.gui.label_changes import LabelChanges
    from geodiffnet.gui.map_texts import state_text

    made = record(1)
    assert state_text(made, LabelChanges(0, 0, 0)) == "The map is up to date."
    assert state_text(made, LabelChanges(2, 0, 1)) == (
        "The map is out of date; polygons since then: 2 drawn, 1 removed."
    )
    assert state_text(made, None) == "The map is out of date: polygons have changed since."


@pytest.mark.parametrize(
    ("accuracy", "shown"),
    [(0.917, "92"), (0.0, "0"), (0.9964, "99"), (1.0, "100")],
)
def test_the_accuracy_of_a_map_is_rounded_but_never_up_to_100(qgis, accuracy, shown):
    from geodiffnet.gui.map_texts import accuracy_text

    text = accuracy_text(record(1, accuracy=accuracy))
    assert text == f"Cross-validated accuracy: {shown}\u00a0%."


def test_an_unknown_accuracy_says_what_to_draw_of_which_class(qgis):
    from geodiffnet.gui.map_texts import accuracy_text, single_location_classes

    figures = {
        "overall_accuracy": None,
        "classes": [{"name": "road", "recall": None}, {"name": "<tree>", "recall": 1.0}],
    }
    single = single_location_classes(figures)
    assert single == ("road",)
    text = accuracy_text(record(1, accuracy=None, single=("road", "<tree>")))
    assert "100" not in text
    assert "draw at least two polygons" in text
    assert text.endswith("In one location only: road, &lt;tree&gt;.")


def test_an_accuracy_from_few_polygons_is_unreliable_and_says_what_to_draw(qgis):
    from geodiffnet.gui.map_texts import accuracy_text, few_polygons_classes

    few = few_polygons_classes({"overall_accuracy": 0.8, "few_polygons": {"road": 2, "<tree>": 4}})
    text = accuracy_text(record(1, accuracy=0.8, few=few))
    assert text == (
        "Cross-validated accuracy: 80\u00a0%. Unreliable, with too few polygons of road, "
        "&lt;tree&gt;: draw at least 5 of each."
    )
    assert accuracy_text(record(1, accuracy=0.8)).endswith("80\u00a0%.")


@pytest.mark.parametrize("figures", [{}, {"few_polygons": None}, {"few_polygons": {}}])
def test_figures_without_few_polygons_name_no_class(qgis, figures):
    from geodiffnet.gui.map_texts import few_polygons_classes

    assert few_polygons_classes(figures) == ()


def test_choices_are_written_with_the_project_and_restored(project, tmp_path):
    from geodiffnet.gui.project_state import ProjectState

    state, kept, seen = ProjectState(), {"method": "lda", "history": "x" * 5000, "view": ""}, {}
    for name in kept:
        state.add(
            name, lambda name=name: kept[name], lambda text, name=name: seen.update({name: text})
        )
    path = str(tmp_path / "project.qgz")
    assert project.write(path)
    project.clear()
    assert seen == {}
    assert project.read(path)
    assert seen == kept
    kept["history"] = ""
    assert project.write(path)
    assert project.read(path)
    assert seen == kept
    state.disconnect_project()


@pytest.mark.parametrize("value", ["lda", 3, True, ["lda", "rf"]])
def test_any_type_of_value_in_a_project_is_restored_as_text(project, value):
    from geodiffnet.gui.project_state import ProjectState

    state, seen = ProjectState(), []
    state.add("method", lambda: "", seen.append)
    project.writeEntry("GeoDiffNet", "/panel/method", value)
    state.restore()
    assert len(seen) == 1
    assert isinstance(seen[0], str)
    state.disconnect_project()


def test_an_edit_while_a_map_is_made_leaves_it_out_of_date(fake, project, tmp_path):
    from qgis.core import QgsApplication, QgsRasterLayer, QgsVectorLayer

    from geodiffnet.gui.map_history import MapHistory
    from geodiffnet.gui.map_section import MapSection
    from geodiffnet.gui.training import TrainingLayer

    scene = QgsRasterLayer(str(make_scene(tmp_path / "scene.tif")), "scene")
    drawn = make_labels([("Water", 2, 2), ("Water", 2, 12), ("Trees", 12, 2)])
    labels = QgsVectorLayer(str(save_layer(drawn, tmp_path / "labels.gpkg")), "labels", "ogr")
    project.addMapLayers([scene, labels])
    section = MapSection()
    section.set_history(MapHistory())
    training = TrainingLayer(labels)
    section.set_layers(scene, training)
    training.changed.connect(section.schedule_refresh)

    def wait_for_status(text):
        def shown():
            QgsApplication.processEvents()
            return not section.is_busy and text in section.status.text()

        wait_until(shown)

    section.start_map()
    assert section.is_busy
    labels.startEditing()
    labels.deleteFeature(next(labels.getFeatures()).id())
    wait_for_status("out of date; polygons since then: 1 removed.")
    labels.undoStack().undo()
    wait_for_status("The map is up to date.")
    labels.rollBack()
    section.disconnect_project()


def test_each_scene_has_its_own_preview_above_it(project, tmp_path):
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui import preview

    labels = make_labels([("Water", 2, 2)])
    scenes = [
        QgsRasterLayer(str(make_scene(tmp_path / f"scene{number}.tif")), f"scene {number}")
        for number in (1, 2)
    ]
    project.addMapLayers([*scenes, labels])
    made = []
    for number, scene in enumerate(scenes, 1):
        file = make_scene(tmp_path / f"map-{number}.tif", 1)
        made.append(preview.show(preview.MAP, preview.key_of(labels, scene), file, scene))
        preview.raise_above(labels, [made[-1]])
    assert made[0].id() != made[1].id()
    assert made[0].source().endswith("map-1.tif")
    order = [layer.id() for layer in project.layerTreeRoot().layerOrder()]
    assert order[0] == labels.id()
    for scene, layer in zip(scenes, made, strict=True):
        assert order.index(layer.id()) == order.index(scene.id()) - 1


def test_a_training_layer_below_a_map_is_raised_and_one_above_stays(project, tmp_path):
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui import preview

    labels = make_labels([("Water", 2, 2)])
    scene = QgsRasterLayer(str(make_scene(tmp_path / "scene.tif")), "scene")
    other = QgsRasterLayer(str(make_scene(tmp_path / "other.tif")), "other")
    project.addMapLayer(labels)
    project.addMapLayer(scene)
    group = project.layerTreeRoot().insertGroup(0, "group")
    project.addMapLayer(other, False)
    group.addLayer(other)

    def order():
        return [layer.name() for layer in project.layerTreeRoot().layerOrder()]

    assert order() == ["other", "scene", labels.name()]
    preview.raise_above(labels, [scene, None])
    assert order() == ["other", labels.name(), "scene"]
    assert project.mapLayer(labels.id()) is labels
    before = order()
    preview.raise_above(labels, [scene])
    assert order() == before
    preview.raise_above(labels, [other, scene])
    assert order() == [labels.name(), "other", "scene"]
    preview.raise_above(labels, [])
    preview.raise_above(labels, [None])
    assert order() == [labels.name(), "other", "scene"]


@pytest.mark.parametrize("value", [3, True, ["map a b"], {"map": 1}, "map", "map  ", b"map a b"])
def test_foreign_values_of_the_property_of_previews_are_harmless(project, tmp_path, value):
    from qgis.core import QgsRasterLayer

    from geodiffnet.gui import preview

    scene = QgsRasterLayer(str(make_scene(tmp_path / "scene.tif")), "scene")
    scene.setCustomProperty(preview.PROPERTY, value)
    project.addMapLayer(scene)
    assert preview.find(preview.MAP, "a b") is None


def test_hints_of_the_panel_name_no_options_that_it_lacks(qgis):
    from geodiffnet.bridge.errors import BridgeError
    from geodiffnet.gui.messages import panel_hint

    hint = "allow external references: --allow-external or, in QGIS, the advanced parameter “Allow”"
    for code in ("source.external_reference", "backend.killed"):
        text = panel_hint(BridgeError(code, "Something.", hint))
        assert "--" not in text
        assert "advanced parameter" not in text
    assert "Options ▸ GeoDiffNet" in panel_hint(
        BridgeError("source.external_reference", "It refers to other files.", hint)
    )
    assert panel_hint(BridgeError("labels.too_few_classes", "Few.", "Draw.")) == "Draw."
