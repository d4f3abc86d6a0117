"""The panel “GeoDiffNet labelling”: connects its sections with each other and with the map canvas.

Long operations run in the background; the sections do not depend on each other.
"""

from __future__ import annotations

import contextlib
import gc
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsProject,
    QgsRasterLayer,
    QgsVectorLayer,
)
from qgis.gui import QgisInterface, QgsDockWidget

from ..bridge.errors import BridgeError
from ..bridge.rasters import gdal_source
from ..bridge.session import shared_session
from ..bridge.translation import tr
from . import preview
from .class_review import ClassReview
from .class_section import ClassSection
from .cube import CubeBand
from .history_control import HistoryControl
from .history_section import HistorySection
from .layers_section import LayersSection
from .live.live_map import LiveMap
from .live.section import LiveSection
from .map_section import MapSection
from .messages import former_style_text, show_error, show_info
from .overlaps import OverlapFinder
from .panel_keys import ClassKeys, add_shortcuts
from .panel_layout import PanelLayout, make_section
from .panel_state import keep_layers, keep_live, keep_maps, keep_view
from .project_state import ProjectState
from .samples.sample_exchange import SampleExchange
from .shortcuts import PanelShortcuts
from .spectra import Spectra
from .statistics import Statistics
from .suggestion_card import SuggestionCard
from .suggestions import Suggestions
from .tools.tool_set import ToolSet
from .training import TrainingLayer
from .uncovered_scene import UncoveredScene
from .unsaved_layers import UnsavedLayers
from .view_section import ViewSection
from .warnings_section import WarningsSection


class LabellingDock(QgsDockWidget):
    """The dock widget for drawing training polygons and updating the map."""

    def __init__(self, iface: QgisInterface):
        super().__init__(tr("GeoDiffNet labelling"))
        self.setObjectName("GeoDiffNetLabelling")
        self._iface = iface
        self._canvas = iface.mapCanvas()
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self.statistics = Statistics(self)
        self.suggestions = Suggestions(self._canvas, self)
        self.layers = LayersSection()
        self.views = ViewSection()
        self.overlaps = OverlapFinder(self)
        self.classes = ClassSection(self.statistics, self.overlaps)
        self.review = ClassReview(self._canvas, self.classes, self.statistics, self.overlaps, self)
        self.spectra = Spectra(self._canvas, self.statistics, self.isVisible, self)
        self.map = MapSection()
        self.live = LiveMap(self._canvas, shared_session(), self)
        self.live_section = LiveSection(self.live)
        self.map.buttons.add(self.live_section.toggle)
        self.warnings = WarningsSection()
        self.history = HistorySection()
        self.history_control = HistoryControl(self.map, self.history, self._canvas, self)
        self.map.skipped = self.suggestions.skipped
        self.uncovered = UncoveredScene()
        self.card = SuggestionCard(self.suggestions)
        self.tools = ToolSet(iface, self)
        self.exchange = SampleExchange(self, self)
        self.keys = ClassKeys(iface, self)
        self.shortcuts = PanelShortcuts(iface, self)
        add_shortcuts(self.shortcuts, self)
        self.state = ProjectState(self)
        # After the state, which looks for the layers that are left out.
        self.unsaved = UnsavedLayers(self)
        self._lay_out()
        self._connect()
        keep_layers(self.state, self.layers)
        keep_maps(self.state, self.map)
        keep_view(self.state, self.views)
        keep_live(self.state, self.live, self.layers)
        skipped = self.suggestions.skipped
        self.state.add("skipped", skipped.to_text, skipped.read_text)
        self.state.add("accuracy", self.review.to_text, self.review.read_text)
        self._set_scene(self.layers.scenes.currentLayer())
        self._set_layer(self.layers.layers.currentLayer())
        self.state.restore()
        self._enable_keys()

    def prepare(self) -> None:
        """Choose layers; called each time the panel is opened."""
        shared_session().start()
        self.layers.prepare()
        # A full collection of QGIS's objects takes some 60 ms: now, rather than while drawing.
        gc.collect()

    def draw(self, name: str) -> None:
        """Draw samples of a class with the tool that was used last."""
        if self._training is None:
            return
        if self.classes.select_class(self.classes.model.row_of(name)):
            self.tools.draw()

    def press_key(self, number: int) -> None:
        """Handle the number key of a class."""
        entry = self.classes.model.entry(number - 1)
        if entry is not None:
            self.choose_class(entry.name)

    def select_next_class(self, step: int) -> None:
        """Select the next class, and go on drawing it where a class is being drawn."""
        model = self.classes.model
        count = model.rowCount()
        if not count:
            return
        row = (model.row_of(self.classes.current or "") + step) % count
        if self.classes.select_class(row) and self.tools.is_active:
            self.tools.draw()

    def choose_class(self, name: str) -> None:
        """Label the suggested location with a class that was chosen, or draw the class."""
        if self.suggestions.current is not None:
            self.accept_suggestion(name)
            self._canvas.setFocus()  # so that the space key skips the next location
        else:
            self.draw(name)

    def accept_suggestion(self, name: str) -> None:
        """Add the suggested location as a polygon of a class, and go to the next."""
        suggestion = self.suggestions.current
        if suggestion is None or self._training is None:
            return
        try:
            self._training.draw(name, suggestion.geometry, self.suggestions.crs)
        except BridgeError as error:
            show_error(self._iface, error)
            return
        self.suggestions.next()

    def shut_down(self) -> None:
        """Stop all tasks and disconnect from the map canvas, the project and its layers."""
        QgsProject.instance().cleared.disconnect(self._forget_project)
        for part in (self.state, self.layers, self.map):
            part.disconnect_project()
        self.shortcuts.remove()
        self.history_control.comparison.end()
        self.views.stop()
        self.map.stop()
        self.live.stop()
        self.unsaved.stop()
        self.statistics.stop()
        self.review.stop()
        self.spectra.stop()
        self.suggestions.clear()
        self.suggestions.remove_marks()
        self.keys.remove()
        if self._training is not None:
            self._training.release()
        self.exchange.stop()
        self.tools.shut_down()

    def _connect(self) -> None:
        self.layers.scene_changed.connect(self._set_scene)
        self.layers.layer_changed.connect(self._set_layer)
        for section in (self.views, self.classes, self.map, self.live):
            section.error_occurred.connect(lambda error: show_error(self._iface, error))
        self.views.task_started.connect(self.map.show_progress_of)
        self.classes.draw_requested.connect(self.choose_class)
        self.classes.current_changed.connect(self._show_means)
        self.classes.current_changed.connect(self._set_class)
        self.tools.toolbar.import_samples.triggered.connect(self._import_samples)
        self.tools.toolbar.export_samples.triggered.connect(self._export_samples)
        self.exchange.task_started.connect(self.map.show_progress_of)
        self.exchange.reported.connect(lambda text: show_info(self._iface, text))
        for part in (self.tools, self.exchange):
            part.error_occurred.connect(lambda error: show_error(self._iface, error))
        self.spectra.cursor.bands.connect(self._set_bands)
        self.closedStateChanged.connect(self.live.set_paused)
        self.map.method.currentIndexChanged.connect(
            lambda _: self.live.set_method(self.map.method.currentData())
        )
        self.map.warning_issued.connect(self.warnings.add)
        self.map.job_started.connect(self.warnings.clear)
        self.live.warning.connect(self.warnings.add)
        self.live.busy_changed.connect(self.warnings.begin)
        self.live.validated.connect(self.warnings.finish)
        self.live.validated.connect(self.review.show_metrics)
        self.map.validated.connect(self.review.show_metrics)
        self.live.enabled_changed.connect(self.map.set_live)
        self.live.quick_changed.connect(self.map.use_session)
        self.map.suggestions_found.connect(self._start_suggestions)
        self.suggestions.moved.connect(self._show_suggestion)
        self.card.ended.connect(self._end_suggestions)
        self.visibilityChanged.connect(self._enable_keys)
        QgsProject.instance().cleared.connect(self._forget_project)

    def _enable_keys(self, *_: object) -> None:
        visible = self.isVisible()
        has_suggestion = self.suggestions.current is not None
        self.keys.set_enabled(visible and self._training is not None, has_suggestion)
        self.shortcuts.set_enabled(visible)
        if not visible:
            self.history_control.comparison.end()

    def _forget_project(self) -> None:
        """Forget the choices of the project that was closed."""
        self.state.restore()

    def _set_scene(self, scene: QgsRasterLayer | None) -> None:
        self._scene = scene
        self.suggestions.clear()
        self._show_results_again()
        self.views.set_scene(scene, [])
        source = ""
        if scene is not None:
            try:
                source = gdal_source(scene)
            except BridgeError as error:
                show_error(self._iface, error)
        self.spectra.set_scene(scene, source)
        self._raise_training()
        self.tools.set_scene(scene)
        self.map.set_layers(scene, self._training)
        self.live.set_layers(scene, self._training)
        self._update_statistics()

    def _set_layer(self, layer: QgsVectorLayer | None) -> None:
        if self._training is not None:
            self._training.release()
            self._training.deleteLater()
            self._training = None
        self.suggestions.clear()
        self._show_results_again()
        if layer is not None:
            try:
                self._training = TrainingLayer(layer, self.layers.fields.field, self)
            except BridgeError as error:
                show_error(self._iface, error)
        self.tools.set_training(self._training)
        self.classes.set_training(self._training)
        self._raise_training()
        if self._training is not None and self._training.former_style:
            show_info(self._iface, former_style_text(self._training.former_style))
        self.map.set_layers(self._scene, self._training)
        self.live.set_layers(self._scene, self._training)
        if self._training is not None:
            # After the live map, which is to start at once, and not in the same step of the loop.
            self._training.changed_later.connect(self._polygons_changed)
        self._update_statistics()
        self._enable_keys()

    def _raise_training(self) -> None:
        """Make polygons visible that the scene or a layer of the panel covers."""
        scene, training = self._scene, self._training
        if scene is not None and training is not None:
            key = preview.key_of(training.layer, scene)
            covers = [preview.find(kind, key) for kind in (preview.MAP, preview.CONFIDENCE)]
            components = preview.find(preview.COMPONENTS, scene.id())
            preview.raise_above(training.layer, [scene, components, *covers])

    def _import_samples(self) -> None:
        if self._training is not None:
            self.exchange.open_import(self._training, self.tools.grid)

    def _export_samples(self) -> None:
        if self._training is not None and self.tools.grid is not None:
            self.exchange.open_export(self._training, self.tools.grid)

    def _set_class(self, name: str) -> None:
        self.tools.set_class(self.classes.model.entry(self.classes.model.row_of(name)))

    def _polygons_changed(self) -> None:
        self.classes.refresh()
        if self.live.layer is not None:  # it is newer than the map now
            preview.raise_above(self.live.layer, [self.map.map_layer])
        self.map.schedule_refresh()
        self._update_statistics()

    def _update_statistics(self) -> None:
        training, scene, source = self._training, self._scene, ""
        if training is None:
            self.statistics.schedule_read("", [])
            self.review.set_samples(None, None, [], QgsCoordinateReferenceSystem())
            return
        if scene is not None:
            with contextlib.suppress(BridgeError):  # reported when the scene was chosen
                source = gdal_source(scene)
        crs = training.layer.crs() if scene is None else scene.crs()
        polygons = training.polygons(crs)
        self.statistics.schedule_read(source, polygons)
        self.review.set_samples(training, scene, polygons, crs)

    def _set_bands(self, bands: list[CubeBand]) -> None:
        self.views.set_scene(self._scene, bands)
        self._show_means()

    def _show_means(self, *_: object) -> None:
        entries = self._training.classes if self._training is not None else []
        self.spectra.show_classes(entries, self.classes.current)

    def _start_suggestions(self, file: Path) -> None:
        scene, training = self._scene, self._training
        if scene is None or training is None:
            return
        self.suggestions.load(file, scene.id())
        if self.suggestions.current is None:
            self.map.show_status(tr("No location was found that would improve the model."))
            return
        self.map.hide_results(True)  # so that the image is visible instead of the prediction
        self.live.hide(True)
        self.uncovered.uncover(scene, {training.layer.id()})
        self._canvas.setFocus()

    def _show_results_again(self) -> None:
        """Show what was hidden while suggestions were labelled."""
        self.uncovered.restore()
        self.map.hide_results(False)
        self.live.hide(False)

    def _end_suggestions(self) -> None:
        self._show_results_again()
        if not self.live.is_enabled:  # which includes them by itself
            self.map.show_status(tr("Press “Update map” to include the new polygons."))

    def _show_suggestion(self) -> None:
        """Show the spectrum of the suggested location until the cursor moves."""
        self._enable_keys()
        suggestion = self.suggestions.current
        if suggestion is not None:
            centre = suggestion.geometry.centroid().asPoint()
            self.spectra.cursor.schedule_read(centre.x(), centre.y())

    def _lay_out(self) -> None:
        data = make_section("data", tr("Scene and samples"), self.layers)
        classes = make_section("classes", tr("Classes"), self.tools.toolbar, self.classes)
        classes.add_to_heading(self.classes.buttons)
        spectra = make_section("spectra", tr("Spectra"), self.spectra.plot)
        rows = [
            (data, 0),
            (self.views, 0),
            (classes, 2),
            (self.review.section, 0),
            (spectra, 1),
            (self.history, 0),
            (self.warnings, 0),
        ]
        self.setWidget(PanelLayout(rows, [self.card, self.map, self.live_section], self))
