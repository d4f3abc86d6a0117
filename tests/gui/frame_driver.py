"""Runs inside QGIS as `qgis --code frame_driver.py`: the frame of the labelling panel.

The button in a new profile, the list of scenes, the order of layers, the state of the map, its
history, the project and the shortcuts. It checks nothing.
"""

import json
import os
import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsProject, QgsRasterLayer, QgsSettings, QgsVectorLayer
from qgis.gui import QgsGui
from qgis.PyQt.QtCore import QCoreApplication, QEvent, Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QPushButton,
    QScrollArea,
    QToolBar,
)
from qgis.utils import iface, unloadPlugin

# QGIS runs this text without saying where it stands.
sys.path.insert(0, json.loads(Path(os.environ["GEODIFFNET_DRIVER"]).read_text())["drivers"])

from window import open_scene, run_driver, run_job, save_screenshot, wait, wait_for

WINDOW = (1366, 768)
WIDTHS = (200, 300)  # of the layers and of the labelling panel
HOSTILE = {
    "scene": "../../etc/passwd",
    "layer": "%s%s%n",
    "field": "'; DROP TABLE",
    "method": "<b>conquer</b>",
    "view": "__class__",
    "live": "perhaps",
    "history": '[{"layer": "x", "number": "../../map", "method": []}, 3, null',
}


def drive(job):
    """Run all steps; returns what was observed."""
    window = iface.mainWindow()
    for dock in window.findChildren(QDockWidget):
        dock.setVisible(dock.objectName() == "Layers")
    window.showNormal()
    window.move(0, 0)
    window.resize(*WINDOW)
    user = User(job)
    seen = {"profile": user.look_at_a_new_profile()}
    seen["scenes"] = user.open_scenes()
    seen["order"] = user.create_a_layer_below_other_layers()
    seen["map"] = user.make_first_map()
    seen["edited"] = user.edit_polygons()
    seen["tree"] = user.use_the_layer_tree()
    seen["history"] = user.use_the_history()
    seen["live"] = user.use_the_live_map()
    seen["second_scene"] = user.map_a_second_scene()
    seen["switched"] = user.switch_layers_during_a_job()
    seen["components"] = user.reopen_with_components()
    seen["project"] = user.reopen_the_project()
    seen["hostile"] = user.open_a_hostile_project()
    seen["shortcuts"] = user.press_shortcuts()
    seen["themes"] = user.switch_themes()
    seen["elsewhere"] = user.map_a_scene_with_files_elsewhere()
    seen["unloaded"] = unloadPlugin("geodiffnet")
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    wait(0.3)
    seen["left_over"] = [
        entry.objectName()
        for kind in (QToolBar, QDockWidget, QAction)
        for entry in window.findChildren(kind)
        if "GeoDiffNet" in entry.objectName()
    ]
    return seen


class User:
    """Actions of a user."""

    def __init__(self, job):
        self.job = job
        self.folder = Path(job["pictures"])
        self.work = Path(job["project"])
        self.project = QgsProject.instance()
        self.window = iface.mainWindow()
        self.canvas = iface.mapCanvas()
        self.action = self.window.findChild(QAction, "GeoDiffNetLabellingAction")

    def look_at_a_new_profile(self):
        """The button, the menu and the hint before the panel was ever opened."""
        bars = [bar for bar in self.window.findChildren(QToolBar) if self.action in bar.actions()]
        menus = [
            entry.menu().title().replace("&", "")
            for entry in iface.pluginMenu().actions()
            if entry.menu() is not None and self.action in entry.menu().actions()
        ]
        wait_for(lambda: self.hints())
        save_screenshot(self.window, self.folder / "first-run.png")
        button = self.hints()[0].findChild(QPushButton)
        seen = {
            "toolbars": [[bar.objectName(), bar.isVisible()] for bar in bars],
            "menus": menus,
            "hint": self.hints()[0].text(),
        }
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        wait(0.5)
        self.dock = self.window.findChild(QDockWidget, "GeoDiffNetLabelling")
        seen["opened"] = [self.dock.isVisible(), self.action.isChecked()]
        seen["hints_left"] = len(self.hints())
        seen["said_once"] = QgsSettings().value("geodiffnet/panel/hint_shown", False, type=bool)
        return seen

    def hints(self):
        """The messages of the plugin."""
        return [item for item in iface.messageBar().items() if "GeoDiffNet" in item.title()]

    def open_scenes(self):
        """A scene, and images that cannot be classified; what the list shows of each."""
        layers = self.window.findChild(QDockWidget, "Layers")
        self.window.resizeDocks([layers, self.dock], list(WIDTHS), Qt.Orientation.Horizontal)
        self.scene = open_scene(self.job["scene"])
        photo = QgsRasterLayer(self.job["photo"], "Photo")
        missing = QgsRasterLayer("/nonsense/missing.tif", "Missing")
        self.project.addMapLayers([photo, missing])
        wait(0.3)
        box = self.dock.layers.scenes
        rows = {
            box.itemText(row): bool(box.model().item(row).flags() & Qt.ItemFlag.ItemIsEnabled)
            for row in range(box.count())
        }
        box.setLayer(photo)
        refused = box.currentLayer()
        self.project.removeMapLayers([photo.id(), missing.id()])
        box.setLayer(self.scene)
        # Other tests use the live map; here, it would add a layer of its own.
        self.dock.live.set_enabled(False)
        return {
            "rows": rows,
            "refused": refused is None or refused == self.scene,
            "rows_left": [box.itemText(row) for row in range(box.count())],
            "chosen": box.currentLayer() == self.scene,
        }

    def create_a_layer_below_other_layers(self):
        """With principal components above the scene, and the scene as the active layer."""
        wait_for(lambda: self.dock.views.buttons["components"].isEnabled())
        self.dock.views.buttons["components"].click()
        wait_for(lambda: len(self.project.mapLayers()) == 2 and not self.dock.map.is_busy)
        iface.setActiveLayer(self.scene)
        self.dock.layers.new.click()
        wait(0.3)
        (dialog,) = self.dock.layers.findChildren(QDialog)
        dialog.classes.setPlainText("field\nwater\nroad")
        dialog.file.setFilePath(str(self.work / "new.gpkg"))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()
        wait(0.5)
        created = self.order()
        self.project.removeMapLayer(self.dock.layers.layers.currentLayer().id())
        # An existing layer that lies below the scene.
        self.labels = QgsVectorLayer(self.job["training"], "training")
        self.project.addMapLayer(self.labels, False)
        self.project.layerTreeRoot().addLayer(self.labels)
        below = self.order()
        self.dock.layers.layers.setLayer(self.labels)
        wait(1.0)
        return {"created": created, "below": below, "chosen": self.order()}

    def order(self):
        return [layer.name() for layer in self.project.layerTreeRoot().layerOrder()]

    def make_first_map(self):
        """A map from all polygons, and one from a single polygon of a class, so that it warns."""
        self.run_map("lda")
        usual = [self.status(), self.scrolling()]
        save_screenshot(self.window, self.folder / "panel.png")
        self.keep_polygons({"field": 3, "water": 3, "road": 1})
        self.run_map("lda")
        warnings = self.dock.warnings
        self.dock.warnings.set_folded(False)
        save_screenshot(self.window, self.folder / "warnings.png")
        self.dock.warnings.set_folded(True)
        return {
            "usual": usual,
            "status": self.status(),
            "warnings": warnings.warnings,
            "heading": warnings.heading.text(),
            "visible": warnings.isVisible(),
            "order": self.order(),
            "size": [self.dock.width(), self.dock.minimumSizeHint().width()],
        }

    def scrolling(self):
        """How far the panel can be scrolled, in pixels."""
        return [area.verticalScrollBar().maximum() for area in self.dock.findChildren(QScrollArea)]

    def keep_polygons(self, counts):
        """Delete polygons until so many of each class are left, and save."""
        self.labels.startEditing()
        for feature in list(self.labels.getFeatures()):
            name = feature["class"]
            if counts.get(name, 0) > 0:
                counts[name] -= 1
            else:
                self.labels.deleteFeature(feature.id())
        self.labels.commitChanges()
        wait(0.6)

    def run_map(self, method):
        self.dock.map.method.setCurrentIndex(self.dock.map.method.findData(method))
        run_job(self.dock.map, self.dock.map.update_map.click)
        wait(0.5)

    def status(self):
        return self.dock.map.status.text()

    def edit_polygons(self):
        """The status after a deletion, after undoing it, and after saving another change."""
        self.labels.startEditing()
        self.labels.deleteFeature(next(self.labels.getFeatures()).id())
        wait(0.6)
        seen = {"deleted": self.status()}
        self.labels.undoStack().undo()
        wait(0.6)
        seen["undone"] = self.status()
        feature = next(self.labels.getFeatures())
        geometry = feature.geometry()
        geometry.translate(2, 0)
        self.labels.changeGeometry(feature.id(), geometry)
        wait(0.6)
        seen["moved"] = self.status()
        self.labels.commitChanges()
        wait(0.6)
        seen["saved"] = self.status()
        return seen

    def use_the_layer_tree(self):
        """Buttons after layers were shown, hidden and grouped in the layer tree."""
        root = self.project.layerTreeRoot()
        node = self.node("Class map")
        confidence = self.node("Confidence")

        def buttons():
            wait(0.1)
            return [
                button.isChecked() for button in (self.dock.map.shown, self.dock.map.confidence)
            ]

        seen = [buttons()]
        node.setItemVisibilityChecked(False)
        confidence.setItemVisibilityChecked(True)
        seen.append(buttons())
        node.setItemVisibilityChecked(True)
        confidence.setItemVisibilityChecked(False)
        seen.append(buttons())
        group = root.insertGroup(0, "group")
        group.addChildNode(node.clone())
        node.parent().removeChildNode(node)
        seen.append(buttons())
        group.setItemVisibilityChecked(False)
        seen.append(buttons())
        group.setItemVisibilityChecked(True)
        seen.append(buttons())
        self.project.removeMapLayer(self.node("Confidence").layerId())
        wait(0.1)
        return {"buttons": seen, "removed": self.dock.map.confidence.isEnabled()}

    def node(self, start):
        nodes = self.project.layerTreeRoot().findLayers()
        return next(node for node in nodes if node.name().startswith(start))

    def use_the_history(self):
        """Another map, back to the first one, and a comparison of both."""
        before = len(self.dock.history._maps)
        self.run_map("rf")
        section, table = self.dock.history, self.dock.history.table
        section.set_folded(False)
        wait(0.3)
        seen = {"count": [before, table.topLevelItemCount()], "heading": section.heading.text()}
        seen["rows"] = [
            [table.topLevelItem(row).text(column) for column in (1, 2)] for row in (0, 1)
        ]
        newest = Path(self.map_layer().source()).name
        table.setCurrentItem(table.topLevelItem(1))
        section.swipe.click()
        wait(1.0)
        self.canvas.waitWhileRendering()
        wait(0.5)
        item = self.dock.history_control.comparison._item
        QTest.mouseMove(self.canvas.viewport(), self.canvas.rect().center())
        wait(0.2)
        save_screenshot(self.window, self.folder / "swipe.png")
        item.move_line(0)
        wait(0.2)
        right = self.canvas.grab().toImage()
        item.move_line(self.canvas.width())
        wait(0.2)
        left = self.canvas.grab().toImage()
        item.move_line(self.canvas.width() / 2)
        wait(0.2)
        both = self.canvas.grab().toImage()
        ratio = both.devicePixelRatio()
        columns = range(20, self.canvas.width() - 20, 3)
        rows = range(30, self.canvas.height() - 5, 3)

        def same(one, other, wanted):
            points = [(int(x * ratio), int(y * ratio)) for x in wanted for y in rows]
            equal = sum(one.pixel(*point) == other.pixel(*point) for point in points)
            return equal / len(points)

        half = self.canvas.width() // 2
        seen["swipe"] = {
            "differ": same(left, right, columns),
            "left_half": same(both, left, [x for x in columns if x < half - 5]),
            "right_half": same(both, right, [x for x in columns if x > half + 5]),
            "checked": section.swipe.isChecked(),
        }
        section.swipe.click()
        wait(0.2)
        seen["swipe_ended"] = [
            self.dock.history_control.comparison.mode is None,
            section.swipe.isChecked(),
        ]
        section.blink.click()
        shown = set()
        for _ in range(30):
            wait(0.1)
            shown.add(self.dock.history_control.comparison._item.isVisible())
        self.dock.setUserVisible(False)
        wait(0.2)
        seen["blink"] = sorted(shown)
        seen["closed"] = self.dock.history_control.comparison.mode
        self.dock.setUserVisible(True)
        wait(0.3)
        section.show_again.click()
        wait(0.3)
        seen["earlier"] = [newest, Path(self.map_layer().source()).name, self.status()]
        table.setCurrentItem(table.topLevelItem(0))
        section.show_again.click()
        wait(0.3)
        seen["back"] = [Path(self.map_layer().source()).name, self.status()]
        section.set_folded(True)
        return seen

    def use_the_live_map(self):
        """The order of layers with the live map, which must not cover what was asked for."""
        dock = self.dock
        dock.live.set_enabled(True)
        wait_for(lambda: dock.live.layer is not None)
        wait(0.5)
        seen = {"started": self.results()}
        dock.map.confidence.click()
        wait(0.3)
        seen["confidence"] = self.results()
        dock.map.confidence.click()
        self.labels.startEditing()
        self.labels.deleteFeature(next(self.labels.getFeatures()).id())
        wait(1.0)
        seen["edited"] = self.results()
        self.labels.undoStack().undo()
        wait(1.0)
        dock.history.table.setCurrentItem(dock.history.table.topLevelItem(1))
        dock.history.show_again.click()
        wait(0.3)
        seen["earlier"] = self.results()
        dock.history.table.setCurrentItem(dock.history.table.topLevelItem(0))
        dock.history.show_again.click()
        self.labels.rollBack()
        dock.live.set_enabled(False)
        wait(0.5)
        return seen

    def results(self):
        """The training layer and the results that are visible, from the top."""
        root = self.project.layerTreeRoot()
        names = [
            layer.name() for layer in root.layerOrder() if root.findLayer(layer.id()).isVisible()
        ]
        return [name for name in names if name == "training" or "map" in name or "Conf" in name]

    def map_layer(self):
        return self.dock.map.map_layer

    def map_a_second_scene(self):
        """The same polygons with another scene above the first one."""
        first = self.map_layer()
        self.second = QgsRasterLayer(self.job["second"], "Second scene")
        self.project.addMapLayer(self.second, False)
        self.project.layerTreeRoot().insertLayer(1, self.second)
        self.dock.map.hide_results(True)  # as while suggestions are labelled
        hidden = self.node("Class map").isVisible()
        self.dock.layers.scenes.setLayer(self.second)
        wait(0.5)
        seen = {"before": [self.status(), self.dock.map.shown.isEnabled()]}
        seen["hidden"] = [hidden, self.node("Class map").isVisible()]
        self.run_map("lda")
        second = self.map_layer()
        nodes = [node.layerId() for node in self.project.layerTreeRoot().findLayers()]
        seen["own_layer"] = first.id() != second.id()
        seen["above_scene"] = nodes.index(second.id()) < nodes.index(self.second.id())
        seen["below_labels"] = nodes.index(self.labels.id()) < nodes.index(second.id())
        seen["names"] = [layer.name() for layer in (first, second)]
        seen["files"] = [Path(layer.source()).is_file() for layer in (first, second)]
        self.dock.layers.scenes.setLayer(self.scene)
        wait(0.5)
        seen["first_again"] = self.map_layer() == first
        seen["maps"] = len(self.dock.map.maps)
        return seen

    def switch_layers_during_a_job(self):
        """The status when a job ends while another scene is chosen."""

        def start():
            self.dock.map.update_map.click()
            # At once: without events in between, the job cannot have ended.
            self.dock.layers.scenes.setLayer(self.second)

        run_job(self.dock.map, start)
        wait(0.5)
        second = self.status()
        self.dock.layers.scenes.setLayer(self.scene)
        wait(0.5)
        return {"second": second, "first": self.status()}

    def reopen_with_components(self):
        """A project that is stored and opened again while principal components are displayed."""
        path = self.work / "components.qgs"
        self.dock.views.buttons["components"].click()
        wait(0.5)
        before = self.order()
        self.project.write(str(path))
        seen = {"text": path.read_text(), "kept": self.order() == before}
        self.project.clear()
        wait(0.5)
        iface.addProject(str(path))
        wait_for(lambda: any(name.startswith("Principal") for name in self.order()))
        self.find_layers()
        layers = self.project.mapLayers().values()
        seen["valid"] = all(layer.isValid() for layer in layers)
        return seen | {"before": before, "after": self.order(), "shown": self.dock.views.shown}

    def reopen_the_project(self):
        """What the panel has after the project was closed and opened again."""
        self.dock.views.buttons["infrared"].click()
        wait(1.0)
        self.dock.map.method.setCurrentIndex(self.dock.map.method.findData("rf"))
        self.path = str(self.work / "project.qgz")
        self.project.write(self.path)
        before = self.choices()
        self.project.clear()
        wait(0.5)
        empty = self.choices()
        iface.addProject(self.path)
        wait(1.5)
        self.find_layers()
        after = self.choices()
        # A layer without the map: the report of the newest one can still be opened.
        self.project.removeMapLayer(self.map_layer().id())
        wait(0.3)
        return {"before": before, "empty": empty, "after": after, "no_map": self.status()}

    def choices(self):
        dock = self.dock
        scene, layer = dock.layers.scenes.currentLayer(), dock.layers.layers.currentLayer()
        return {
            "scene": scene.name() if scene else None,
            "layer": layer.name() if layer else None,
            "method": dock.map.method.currentData(),
            "view": dock.views.shown,
            "field": dock.layers.fields.field,
            "live": dock.live.choice,
            "maps": [record.number for record in dock.map.maps],
            "status": self.status(),
        }

    def find_layers(self):
        by_name = {layer.name(): layer for layer in self.project.mapLayers().values()}
        self.scene, self.labels = by_name["Sample scene"], by_name["training"]
        self.second = by_name["Second scene"]

    def open_a_hostile_project(self):
        """Values that the panel never writes, and ids of layers that are gone or of other kinds."""
        self.project.clear()
        iface.addProject(self.path)
        wait(0.5)
        self.find_layers()
        seen = []
        swapped = {"scene": self.labels.id(), "layer": self.scene.id()}
        for values in (HOSTILE, swapped):
            for name, value in values.items():
                self.project.writeEntry("GeoDiffNet", f"/panel/{name}", value)
            iface.messageBar().clearWidgets()
            self.dock.state.restore()
            wait(0.3)
            seen.append([self.choices()["method"], self.choices()["maps"], self.messages()])
        self.project.clear()
        iface.addProject(self.path)
        wait(1.0)
        self.find_layers()
        return {"seen": seen, "again": self.choices()}

    def messages(self):
        return [item.text() for item in self.hints()]

    def press_shortcuts(self):
        """Keys while the panel is visible, after they were changed, and while it is hidden."""
        manager = QgsGui.shortcutsManager()
        actions = {action.objectName(): action for action in self.dock.shortcuts._actions}
        registered = [action in manager.listActions() for action in actions.values()]
        seen = {"registered": all(registered), "names": sorted(actions)}
        seen["taken"] = self.keys_of_others(manager, list(actions.values()))
        # A quick map is complete before anyone could see that the panel is busy.
        started = []
        self.dock.map.job_started.connect(lambda: started.append(True))
        wait_for(self.dock.map.update_map.isEnabled)
        self.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        seen["update"] = len(started)
        wait_for(lambda: not self.dock.map.is_busy)
        wait(0.5)
        self.dock.classes.select_class(0)
        self.press(Qt.Key.Key_Period)
        seen["next"] = self.dock.classes.current
        self.press(Qt.Key.Key_Comma)
        seen["previous"] = self.dock.classes.current
        self.press(Qt.Key.Key_Comma)
        seen["wraps"] = self.dock.classes.current
        manager.setKeySequence(actions["GeoDiffNetNextClass"], "Alt+Shift+N")
        self.press(Qt.Key.Key_Period)
        seen["old_key"] = self.dock.classes.current
        self.press(
            Qt.Key.Key_N, Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        )
        seen["new_key"] = self.dock.classes.current
        self.dock.setUserVisible(False)
        wait(0.3)
        self.press(Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
        seen["hidden"] = len(started) - seen["update"]
        self.dock.setUserVisible(True)
        wait(0.3)
        return seen

    @staticmethod
    def keys_of_others(manager, own):
        """Default keys of the panel that QGIS, or another plugin of a new profile, has too."""
        others = [action for action in manager.listActions() if action not in own]
        taken = {manager.defaultKeySequence(item) for item in (*others, *manager.listShortcuts())}
        return sorted(taken & {manager.defaultKeySequence(action) for action in own} - {""})

    def press(self, key, modifier=Qt.KeyboardModifier.NoModifier):
        """Press a key in the map; shortcuts work in the active window only."""
        QApplication.setActiveWindow(self.window)
        self.canvas.setFocus()
        wait_for(lambda: QApplication.activeWindow() is self.window and self.canvas.hasFocus())
        QTest.keyClick(self.canvas, key, modifier)
        wait(0.2)

    def switch_themes(self):
        """How different checked buttons look from the same buttons unchecked, in each theme."""
        seen = {}
        buttons = [self.dock.map.shown, self.dock.history.blink, self.dock.views.buttons["true"]]
        self.dock.history.set_folded(False)
        for theme in ("default", "Night Mapping"):
            QgsApplication.setUITheme(theme)
            wait(0.5)
            seen[theme] = [contrast(button) for button in buttons]
            save_screenshot(self.window, self.folder / f"theme-{theme.split()[0]}.png")
        QgsApplication.setUITheme("default")
        self.dock.history.set_folded(True)
        wait(0.5)
        return seen

    def map_a_scene_with_files_elsewhere(self):
        """A virtual raster that refers to another folder."""
        virtual = QgsRasterLayer(self.job["virtual"], "Virtual")
        self.project.addMapLayer(virtual)
        self.dock.layers.scenes.setLayer(virtual)
        wait(0.5)
        iface.messageBar().clearWidgets()
        self.run_map("lda")
        buttons = [
            button.text()
            for item in iface.messageBar().items()
            for button in item.findChildren(QPushButton)
        ]
        return {"messages": self.messages(), "buttons": buttons, "status": self.status()}


def contrast(button):
    """The mean difference of the colours of a button checked and unchecked, 0 to 255."""
    images = []
    was = button.isChecked()
    group = button.group() if hasattr(button, "group") else None
    if group is not None:
        group.setExclusive(False)
    for checked in (True, False):
        button.setChecked(checked)
        wait(0.1)
        images.append(button.grab().toImage())
    button.setChecked(was)
    if group is not None:
        group.setExclusive(True)
    width, height = images[0].width(), images[0].height()
    total = 0
    for x in range(width):
        for y in range(height):
            one, other = (image.pixelColor(x, y) for image in images)
            total += abs(one.lightness() - other.lightness()) + abs(
                one.hslSaturation() - other.hslSaturation()
            )
    return round(total / (width * height), 1)


run_driver(drive)
