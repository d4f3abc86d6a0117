"""Confused and similar classes in the panel, for each layer and scene, kept in the project."""

import importlib
import json

import pytest
from qgis_support import make_labels, wait_until

FIGURES = {
    "classes": [
        {"name": "Water", "recall": 0.9, "precision": 0.8, "pixels": 10, "area": 40.0},
        {"name": "Trees", "recall": 0.7, "precision": None, "pixels": 5, "area": None},
    ],
    "confused": [
        {
            "classes": ["Trees", "Water"],
            "share": 0.25,
            "extent": [500000, 5399960, 500020, 5400000],
            "polygons": [
                {"extent": [500000, 5399990, 500008, 5399998]},
                {"extent": [500010, 5399960, 500020, 5399970]},
            ],
        },
        {"classes": ["Roof", "Water"], "share": 0.004, "extent": None, "polygons": []},
    ],
}


class Panel:
    """The parts that show classes, without the rest of the panel."""

    def __init__(self, scene_file):
        from qgis.core import QgsProject, QgsRasterLayer
        from qgis.gui import QgsMapCanvas

        modules = {
            name: importlib.import_module(f"geodiffnet.gui.{name}")
            for name in ("class_review", "class_section", "overlaps", "statistics", "training")
        }
        QgsProject.instance().clear()
        self.canvas = QgsMapCanvas()
        self.canvas.resize(300, 300)
        self.statistics = modules["statistics"].Statistics()
        self.overlaps = modules["overlaps"].OverlapFinder()
        self.classes = modules["class_section"].ClassSection(self.statistics, self.overlaps)
        self.review = modules["class_review"].ClassReview(
            self.canvas, self.classes, self.statistics, self.overlaps
        )
        self.source = str(scene_file)
        self.scenes = [QgsRasterLayer(self.source, name) for name in ("one", "two")]
        squares = [("Water", 2, 2), ("Water", 12, 2), ("Trees", 2, 12), ("Trees", 12, 12)]
        self.layers = [make_labels(squares), make_labels(squares)]
        self.trainings = [modules["training"].TrainingLayer(layer) for layer in self.layers]
        self.canvas.setDestinationCrs(self.scenes[0].crs())

    def choose(self, layer, scene, read=False):
        training, raster = self.trainings[layer], self.scenes[scene] if scene is not None else None
        polygons = training.polygons(self.scenes[0].crs())
        self.classes.set_training(training)
        self.statistics.schedule_read(self.source if read else "", polygons)
        self.review.set_samples(training, raster, polygons, self.scenes[0].crs())
        self.wait(lambda: self.overlaps.is_complete and self.statistics._task is None)

    def recall(self):
        return self.classes.model.accuracy.of("Water").recall

    def wait(self, condition):
        from qgis.core import QgsApplication

        def check():
            QgsApplication.processEvents()
            return condition()

        wait_until(check)


@pytest.fixture
def panel(qgis, scene):
    panel = Panel(scene)
    yield panel
    panel.review.stop()
    panel.statistics.stop()


def test_accuracies_belong_to_a_layer_and_a_scene(panel):
    panel.choose(0, 0)
    panel.review.show_metrics(FIGURES)
    assert panel.recall() == 0.9
    for layer, scene in ((1, 0), (0, 1), (0, None)):
        panel.choose(layer, scene)
        assert panel.recall() is None
        assert panel.review.section.isHidden()
        panel.choose(0, 0)
        assert panel.recall() == 0.9
        assert len(panel.review.section.pairs) == 1


def test_accuracies_of_another_class_field_are_not_shown(panel):
    training = importlib.import_module("geodiffnet.gui.training")
    panel.choose(0, 0)
    panel.review.show_metrics(FIGURES)
    by_class = panel.trainings[0]
    panel.trainings[0] = training.TrainingLayer(panel.layers[0], "note")
    panel.choose(0, 0)
    assert panel.recall() is None
    assert panel.review.section.isHidden()
    by_class.release()
    panel.trainings[0] = training.TrainingLayer(panel.layers[0], "class")
    panel.choose(0, 0)
    assert panel.recall() == 0.9


def test_pairs_with_hardly_an_error_are_not_listed_and_a_click_visits_each_polygon(panel):
    panel.choose(0, 0)
    panel.review.show_metrics(FIGURES)
    section = panel.review.section
    (pair,) = section.pairs
    assert (pair.classes, pair.text) == (("Trees", "Water"), "25\u00a0%")
    centres = []
    for _ in range(3):
        section.list.itemClicked.emit(section.list.topLevelItem(0), 0)
        centre = panel.canvas.extent().center()
        centres.append((round(centre.x() - 500000), round(5400000 - centre.y())))
    assert centres == [(4, 6), (15, 35), (4, 6)]
    mark = panel.review.location
    assert mark._band.asGeometry().boundingBox().center().x() == pytest.approx(500004)
    mark._timer.timeout.emit()
    assert mark._band.asGeometry().isEmpty()


def test_accuracies_are_kept_in_the_project(panel):
    panel.choose(0, 0)
    panel.review.show_metrics(FIGURES)
    text = panel.review.to_text()
    panel.review.read_text("")
    assert panel.recall() is None
    panel.review.read_text(text)
    assert panel.recall() == 0.9
    assert panel.classes.model.accuracy.of("Water").area == 40
    assert len(panel.review.section.pairs[0].locations) == 2


@pytest.mark.parametrize(
    "damage",
    [
        1, [], {"classes": 3}, {"classes": [{}]}, {"classes": [3]},
        {"confused": [{"classes": ["a"]}]}, {"confused": [{"classes": ["a", "b"], "share": "x"}]},
        {"confused": [{"classes": ["a", "b"], "share": 1, "polygons": [{"extent": [1]}]}]},
        {"classes": [{"name": "a", "recall": 10**400}]},
        {"confused": [{"classes": ["a", "b"], "share": 1, "extent": [10**400, 1, 2, 3]}]},
    ],
)  # fmt: skip
def test_damaged_accuracies_of_a_project_are_ignored(panel, damage):
    panel.choose(0, 0)
    panel.review.show_metrics(FIGURES)
    (key,) = json.loads(panel.review.to_text())
    panel.review.read_text(json.dumps({key: damage, "other": FIGURES}))
    assert panel.recall() is None
    panel.review.read_text(json.dumps(damage))
    for text in ("{", "[" * 100_000, "null"):
        panel.review.read_text(text)


def test_similar_classes_are_listed_until_a_map_was_validated(panel):
    """The scene is the same everywhere, so that its classes cannot be told apart at all."""
    import numpy as np
    from osgeo import gdal

    dataset = gdal.Open(panel.source, gdal.GA_Update)
    rng = np.random.default_rng(0)
    for band in range(1, dataset.RasterCount + 1):
        dataset.GetRasterBand(band).WriteArray(rng.normal(0.1 * band, 0.01, (30, 40)))
    del dataset
    panel.choose(0, 0, read=True)
    section = panel.review.section
    panel.wait(lambda: section.pairs)
    (pair,) = section.pairs
    assert pair.classes == ("Trees", "Water") or pair.classes == ("Water", "Trees")
    assert float(pair.text) < 1
    assert len(pair.locations) >= 2
    assert "Similar" in section.heading.text()
    panel.review.show_metrics(FIGURES)
    assert "Confused" in section.heading.text()
    panel.statistics.updated.emit()
    panel.wait(lambda: not panel.review._timer.isActive())
    assert "Confused" in section.heading.text()
