"""The class table of the panel: counts, accuracies, warnings, and columns that fit."""

import importlib

import pytest
from qgis_support import make_labels, wait_until

LONG_NAMES = [
    "Nadelwald, dicht, Altbestand",
    "Laubwald",
    "Gewässer (stehend)",
    "Straße, asphaltiert",
    "Dach, Ziegel rot",
    "Acker, unbestellt",
    "Wiese, extensiv",
    "Schatten",
    "Gleisanlage",
    "Baustelle, Sand",
    "Solarpark",
    "Kiesgrube",
]


def figures_of(recall, **more):
    """Figures of a result with the same accuracy for some classes."""
    rows = [
        {"code": code, "name": name, "recall": value, "precision": value, "pixels": 40}
        for code, (name, value) in enumerate(recall.items(), 1)
    ]
    return {"classes": rows, "confused": []} | more


@pytest.fixture
def section(qgis):
    """An empty class section, the statistics and overlaps that it shows."""
    modules = {
        name: importlib.import_module(f"geodiffnet.gui.{name}")
        for name in ("class_section", "statistics", "overlaps")
    }
    statistics = modules["statistics"].Statistics()
    overlaps = modules["overlaps"].OverlapFinder()
    made = modules["class_section"].ClassSection(statistics, overlaps)
    made.tested = (statistics, overlaps)
    yield made
    statistics.stop()
    overlaps.stop()


@pytest.fixture
def training(qgis):
    """A training layer of three classes: five, one and two polygons."""
    squares = [("Water", 4 * n, 0) for n in range(5)] + [("Trees", 0, 8), ("Roof", 0, 16),
               ("Roof", 8, 16)]  # fmt: skip
    return importlib.import_module("geodiffnet.gui.training").TrainingLayer(
        make_labels(squares, size=3)
    )


def columns(section):
    """Text of each visible column by class name."""
    model, table = section.model, section.table
    return {
        model.data(model.index(row, 2)): {
            column: model.data(model.index(row, column))
            for column in range(model.columnCount())
            if not table.isColumnHidden(column)
        }
        for row in range(model.rowCount())
    }


def count_polygons(section, training, source="", crs=None):
    statistics, overlaps = section.tested
    section.set_training(training)
    polygons = training.polygons(crs or training.layer.crs())
    statistics.schedule_read(source, polygons)
    overlaps.set_polygons(polygons, crs or training.layer.crs())

    def settled():
        from qgis.core import QgsApplication

        QgsApplication.processEvents()
        return statistics._task is None and overlaps.is_complete

    wait_until(settled)


def test_polygons_are_counted_without_a_scene(section, training, scene):
    """The panel showed 0 polygons after the scene had been removed from the project."""
    count_polygons(section, training, str(scene))
    names = [entry.name for entry in training.classes]
    counted = {name: section.model.class_stats(name) for name in names}
    assert {name: stats.polygons for name, stats in counted.items()} == {
        "Water": 5, "Trees": 1, "Roof": 2,
    }  # fmt: skip
    assert counted["Trees"].pixels == 9
    count_polygons(section, training)
    assert section.model.class_stats("Water").polygons == 5
    assert section.model.class_stats("Water").pixels is None
    section.resize(600, 300)
    section.table.fit_columns()
    assert 4 not in columns(section)["Water"]  # no column of pixels
    assert "outside" not in " ".join(section.model.warnings("Water"))


def test_accuracies_are_shown_with_their_change(section, training):
    count_polygons(section, training)
    section.table.resize(600, 200)
    assert 5 not in columns(section)["Water"]
    section.show_metrics(figures_of({"Water": 0.9, "Trees": None, "Roof": 0.8}))
    shown = columns(section)
    assert [shown[name][5] for name in ("Water", "Trees", "Roof")] == [
        "90",
        "–",
        "80",
    ]
    section.show_metrics(figures_of({"Water": 0.95, "Trees": 0.5, "Roof": 0.7}))
    shown = columns(section)
    assert [shown[name][5] for name in ("Water", "Trees", "Roof")] == [
        "95▲", "50", "70▼",
    ]  # fmt: skip
    section.show_metrics(figures_of({"Water": 0.9501, "Trees": 0.5, "Roof": 0.7}))
    assert columns(section)["Water"][5] == "95"


@pytest.mark.parametrize(
    ("areas", "unit", "shown"),
    [
        ([0.0, 900.0], "m²", ["0", "900"]),
        ([2_500.0, 1_234_567.0], "ha", ["0.25", "123"]),
        ([25_000.0, 2e8], "km²", ["0.03", "200"]),
        ([None, 15_000.0], "ha", ["–", "1.5"]),
    ],
)
def test_areas_of_all_classes_have_the_same_unit(section, training, areas, unit, shown):
    count_polygons(section, training)
    rows = [
        {"name": name, "area": area} for name, area in zip(("Water", "Trees"), areas, strict=True)
    ]
    section.show_metrics({"classes": rows})
    section.table.resize(700, 200)
    section.table.fit_columns()
    from qgis.PyQt.QtCore import Qt

    assert section.model.headerData(7, Qt.Orientation.Horizontal) == unit
    assert [columns(section)[name][7] for name in ("Water", "Trees")] == shown


def test_a_renamed_class_keeps_its_accuracy(section, training):
    count_polygons(section, training)
    pair = {"classes": ["Water", "Roof"], "share": 0.2, "polygons": [], "extent": [0, 0, 1, 1]}
    section.show_metrics(figures_of({"Water": 0.9, "Roof": 0.8}, confused=[pair]))
    section._rename("Water", "Lake")
    accuracy = section.model.accuracy
    assert accuracy.of("Lake").recall == 0.9
    assert accuracy.pairs[0].classes == ("Lake", "Roof")


@pytest.mark.parametrize(
    ("samples", "row", "expected"),
    [
        ((0, 0), {}, ""),
        ((5, 0), {}, "outside the scene"),
        ((5, 2), {}, "left out of the map"),
        ((1, 50), {}, "One polygon only"),
        ((3, 50), {}, "Few polygons"),
        ((6, 12), {}, "Few pixels"),
        ((6, 50), {}, ""),
        ((6, 50), {"pixels": 0}, "The map has no pixel"),
        ((6, 50), {"recall": None, "precision": None}, "could not be validated"),
        (
            (6, 50),
            {"recall": 0.5},
            "Low recall (50\u00a0%): pixels of this class are mapped as road",
        ),
        ((6, 50), {"precision": 0.6}, "Low precision (60\u00a0%): pixels of road"),
    ],
)
def test_each_warning_says_what_to_do(qgis, samples, row, expected):
    accuracy = importlib.import_module("geodiffnet.gui.class_accuracy")
    warnings = importlib.import_module("geodiffnet.gui.class_warnings")
    statistics = importlib.import_module("geodiffnet.gui.statistics")
    good = {"recall": 0.9, "precision": 0.9, "pixels": 100}
    figures = {
        "classes": [{"name": "roof"} | good | row, {"name": "road"} | good],
        "confused": [{"classes": ["road", "roof"], "share": 0.3, "extent": None}],
    }
    table = accuracy.accuracy_table(figures, accuracy.NO_ACCURACY) if row else accuracy.NO_ACCURACY
    found = warnings.class_warnings("roof", statistics.ClassStatistics(*samples, None), table, {})
    assert len(found) == bool(expected)
    assert expected in " ".join(found)


def test_overlaps_are_counted_in_the_list_and_below_it(section):
    training = importlib.import_module("geodiffnet.gui.training").TrainingLayer(
        make_labels([("Water", 2, 2), ("Trees", 4, 4), ("Trees", 20, 2)])
    )
    count_polygons(section, training)
    (warning, *_) = section.model.warnings("Water")
    assert "overlap those of Trees (1)" in warning
    assert "1" in section.overlap_note.text()
    assert not section.overlap_note.isHidden()
    clicks = []
    section.overlap_clicked.connect(lambda: clicks.append(True))
    section.overlap_note.linkActivated.emit("next")
    assert clicks == [True]
    training.layer.startEditing()
    training.layer.deleteFeature(2)
    count_polygons(section, training)
    assert section.overlap_note.isHidden()
    assert not any("overlap" in text for text in section.model.warnings("Water"))


@pytest.mark.parametrize("width", [280, 300, 330, 400, 600])
def test_names_are_legible_at_every_width(section, width):
    """Columns are left out where they would leave no room for twelve long names."""
    layer = make_labels([(name, 3 * n, 2) for n, name in enumerate(LONG_NAMES)], size=2)
    training = importlib.import_module("geodiffnet.gui.training").TrainingLayer(layer)
    count_polygons(section, training)
    rows = figures_of(dict.fromkeys(LONG_NAMES, 0.876))
    rows["classes"] = [row | {"area": 123_456.0} for row in rows["classes"]]
    section.table.resize(width, 220)
    section.table.show()
    section.show_metrics(rows)
    section.show_metrics(figures_of(dict.fromkeys(LONG_NAMES, 0.92)) | {"confused": []})
    table, metrics = section.table, section.table.fontMetrics()
    total = sum(
        table.columnWidth(column)
        for column in range(section.model.columnCount())
        if not table.isColumnHidden(column)
    )
    assert total <= table.viewport().width()
    assert table.columnWidth(2) >= 9 * metrics.averageCharWidth()
    for column in (3, 5, 6):
        if not table.isColumnHidden(column):
            text = section.model.data(section.model.index(0, column))
            assert metrics.horizontalAdvance(text) <= table.columnWidth(column)
    assert not table.isColumnHidden(5)  # recall
    assert not table.isColumnHidden(8)  # the mark: each class has one polygon
    assert (width < 600) or not any(table.isColumnHidden(column) for column in (3, 5, 6))


def test_a_statistic_that_arrives_does_not_replace_a_name_that_is_being_typed(section, training):
    """The placeholder lost its selection, so that typing gave “class 3meadow”."""
    from qgis.PyQt.QtTest import QTest
    from qgis.PyQt.QtWidgets import QApplication, QLineEdit

    section.resize(400, 300)
    section.show()
    section.activateWindow()
    count_polygons(section, training)
    section.add.trigger()
    wait_until(lambda: QApplication.processEvents() or section.table.findChildren(QLineEdit))
    (editor,) = section.table.findChildren(QLineEdit)
    assert editor.selectedText() == editor.text() == "class 4"
    section.model.refresh()
    assert editor.selectedText() == "class 4"
    QTest.keyClicks(editor, "mea")
    section.model.refresh()
    QTest.keyClicks(editor, "dow")
    assert editor.text() == "meadow"
    section.hide()


def test_results_of_every_kind_are_shown(section, training):
    """Figures of older or shorter results have fewer entries."""
    count_polygons(section, training)
    for figures in ({}, {"classes": []}, {"classes": [{"name": "Water"}]}, {"confused": None}):
        section.show_metrics(figures)
        assert section.model.data(section.model.index(0, 5)) in ("–", "")
