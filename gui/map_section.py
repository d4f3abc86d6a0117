"""The section of the panel that makes and shows maps, and searches for locations to label."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer, QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QComboBox, QVBoxLayout, QWidget

from ..backend.common import protocol
from ..bridge.errors import BridgeError
from ..bridge.method_titles import method_titles
from ..bridge.session_task import SessionTask
from ..bridge.tasks import BackendTask, BackgroundTask
from ..bridge.translation import tr
from . import preview
from .job_status import JobStatus
from .kept_maps import maps_to_keep
from .label_changes import LabelChanges, Polygons, changes_between, digest_of
from .map_buttons import MapButtons
from .map_history import MapHistory, MapRecord
from .map_texts import (
    accuracy_text,
    earlier_text,
    few_polygons_classes,
    report_link,
    single_location_classes,
    state_text,
)
from .requests import MapRequest, SuggestionRequest, request_map, request_suggestions
from .result_layers import ResultLayers
from .result_models import ResultModels
from .skipped_locations import SkippedLocations
from .training import TrainingLayer
from .work_folder import folder_for, number_of, remove_numbers

#: Kinds of files that belong to a map in the history, and their extensions.
MAP_FILES = {"map": ".tif", "confidence": ".tif", "report": ".html", "model": ".safetensors"}
#: Time after which the polygons are compared with those of the map.
REFRESH_MILLISECONDS = 300
#: The methods that the panel offers; the others are too slow for frequent updates, or no better.
PANEL_METHODS = ("geodiffnet-f", "lda", "geospecnet", "rf")


class MapSection(QWidget):
    """The method, the buttons, and the state of the map or the progress of the running job."""

    error_occurred = pyqtSignal(object)  # BridgeError
    suggestions_found = pyqtSignal(object)  # the file of the suggested locations
    warning_issued = pyqtSignal(str)
    job_started = pyqtSignal()
    validated = pyqtSignal(object)  # figures (dict) of a new map of the current layers
    maps_changed = pyqtSignal()  # the list of maps, or which one is shown

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self._notice = ""  # the outcome of the last job, or a hint
        self._uses_session = False
        self._layers = ResultLayers()
        self._models = ResultModels()
        self._made_from: dict[tuple[str, int], Polygons] = {}
        self.history = MapHistory()
        self._refresh_timer = QTimer(self)
        self._refresh_timer.setSingleShot(True)
        self._refresh_timer.setInterval(REFRESH_MILLISECONDS)
        self._refresh_timer.timeout.connect(self.refresh)
        self.skipped = SkippedLocations()  # shared with the suggestions
        self.buttons = MapButtons()
        self.update_map, self.suggest = self.buttons.update_map, self.buttons.suggest
        self.shown, self.confidence = self.buttons.shown, self.buttons.confidence
        self._buttons_of_layers = {preview.MAP: self.shown, preview.CONFIDENCE: self.confidence}
        self.method = QComboBox()
        for method, title in method_titles(PANEL_METHODS).items():
            self.method.addItem(title, method)
        self.method.setToolTip(
            tr("The classification method. Linear discriminant analysis is fitted in milliseconds.")
        )
        self.job = JobStatus()
        self.status, self.progress, self.cancel = self.job.label, self.job.progress, self.job.cancel
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.method)
        layout.addWidget(self.buttons)
        layout.addWidget(self.job)
        self.update_map.clicked.connect(self.start_map)
        self.suggest.clicked.connect(self.start_suggestions)
        for kind, button in self._buttons_of_layers.items():
            button.clicked.connect(
                lambda visible, chosen=kind: self._layers.set_visible(chosen, visible)
            )
        self.job.error_occurred.connect(self.error_occurred)
        self.job.warning_issued.connect(self.warning_issued)
        self.job.ended.connect(self._job_ended)
        self.job.link_activated.connect(self._open_report)
        project = QgsProject.instance()
        project.layerTreeRoot().visibilityChanged.connect(self._follow_layer_tree)
        project.layersAdded.connect(self._follow_layer_tree)
        project.layersRemoved.connect(self.refresh)
        self.refresh()

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self.job.is_busy

    @property
    def maps(self) -> list[MapRecord]:
        """The maps of the current scene and training layer, the newest first."""
        if self._scene is None or self._training is None:
            return []
        return self.history.maps_of(self._training.layer.id(), self._scene.id())

    @property
    def shown_map(self) -> MapRecord | None:
        """The map that the preview layer shows."""
        layer = self.map_layer
        if layer is None or self._training is None:
            return None
        number = number_of(layer.source(), folder_for(self._training.layer), "map")
        return next((record for record in self.maps if record.number == number), None)

    @property
    def map_layer(self) -> QgsRasterLayer | None:
        """The preview layer of the class map."""
        return self._layers.find(preview.MAP)

    def set_layers(self, scene: QgsRasterLayer | None, training: TrainingLayer | None) -> None:
        """Set the scene and the training layer."""
        self._layers.set_layers(scene, training)
        self._scene, self._training = scene, training
        self._notice = ""
        self.refresh()

    def set_history(self, history: MapHistory) -> None:
        """Replace the history, by that of the project."""
        self.history = history
        self._made_from.clear()
        self._models.clear()
        self.refresh()

    def set_live(self, live: bool) -> None:
        """Whether a live map follows the edits."""
        self.buttons.set_live(live)

    def use_session(self, quick: bool) -> None:
        """Run jobs in the session, which is warm, or in processes of their own.

        A job on a large scene takes long, and the live map would wait for it.
        """
        self._uses_session = quick

    def schedule_refresh(self) -> None:
        """Show the state of the map after polygons have changed; the live map comes first."""
        self._refresh_timer.start()

    def refresh(self, *_: object) -> None:
        """Show the state of the map and enable the buttons that can be used."""
        if self._scene is not None and sip.isdeleted(self._scene):
            self._scene = None
        if self._training is not None and sip.isdeleted(self._training.layer):
            self._training = None
        self.job.set_text(self._notice or self._state())
        ready = self._scene is not None and self._training is not None and not self.is_busy
        for button in (self.update_map, self.suggest, self.method):
            button.setEnabled(ready)
        self._follow_layer_tree()
        self.maps_changed.emit()

    def start_map(self) -> None:
        """Start the job that updates the map."""
        scene, training = self._scene, self._training
        if scene is None or training is None or self.is_busy:
            return
        method = str(self.method.currentData())
        polygons = training.polygons(training.layer.crs())
        try:
            taken = self.history.numbers_of(training.layer.id())
            request = request_map(scene, training, method, taken)
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        task = self._new_task(tr("Mapping {}").format(scene.name()), [request.job])
        task.done.connect(
            lambda results: self._add_map(
                scene, training, method, polygons, request, results[0].figures
            )
        )
        self._start(task)

    def start_suggestions(self) -> None:
        """Start the job that suggests locations."""
        scene, training = self._scene, self._training
        if scene is None or training is None or self.is_busy:
            return
        key, shown = preview.key_of(training.layer, scene), self.shown_map
        model = self.files_of(shown)["model"] if shown is not None else None
        try:
            request = request_suggestions(
                scene,
                training,
                str(self.method.currentData()),
                self._models.find(key, model),
                self.skipped.setting(scene.id()),
            )
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        task = self._new_task(tr("Searching for locations to label"), request.jobs)
        task.done.connect(lambda _: self._suggestions_done(key, request))
        self._start(task)

    def show_progress_of(self, task: BackgroundTask) -> None:
        """Show the progress of a task that was started elsewhere, unless a job is running."""
        if not self.is_busy:
            self._follow(task)

    def show_status(self, text: str) -> None:
        """Show a text until the next job or change of layers."""
        self._notice = text
        self.refresh()

    def stop(self) -> None:
        """Cancel the running job."""
        self.job.stop()

    def show_map(self, record: MapRecord) -> bool:
        """Show a map of the history; False where its file no longer exists."""
        scene, training = self._scene, self._training
        if scene is None or training is None:
            return False
        files = self.files_of(record)
        if not files["map"].is_file():
            self.show_status(tr("The file of this map no longer exists."))
            return False
        self._layers.show(scene, training, files)
        self._notice = ""
        self.refresh()
        return True

    def files_of(self, record: MapRecord) -> dict[str, Path]:
        """The files of a map of the current training layer, which may be missing."""
        if self._training is None:
            return {}
        folder = folder_for(self._training.layer)
        return {
            kind: folder / f"{kind}-{record.number}{ending}" for kind, ending in MAP_FILES.items()
        }

    def hide_results(self, enabled: bool) -> None:
        """Hide map and confidence to show the image, or show again what was hidden."""
        self._layers.hide_all(enabled)

    def disconnect_project(self) -> None:
        """Disconnect from the project, before the panel is removed."""
        project = QgsProject.instance()
        project.layerTreeRoot().visibilityChanged.disconnect(self._follow_layer_tree)
        project.layersAdded.disconnect(self._follow_layer_tree)
        project.layersRemoved.disconnect(self.refresh)

    def _new_task(self, title: str, jobs: Sequence[protocol.Job]) -> BackendTask | SessionTask:
        return SessionTask(title, jobs) if self._uses_session else BackendTask(title, jobs)

    def _start(self, task: BackendTask | SessionTask) -> None:
        self._follow(task)
        self.job_started.emit()
        task.start()

    def _follow(self, task: BackgroundTask | SessionTask) -> None:
        self._notice = ""
        self.job.follow(task)
        self.refresh()

    def _job_ended(self, outcome: str) -> None:
        if outcome:
            self._notice = outcome
        self.refresh()

    def _add_map(
        self,
        scene: QgsRasterLayer,
        training: TrainingLayer,
        method: str,
        polygons: Polygons,
        request: MapRequest,
        figures: dict[str, Any],
    ) -> None:
        if sip.isdeleted(scene) or sip.isdeleted(training.layer):
            self._notice = tr("The map is in {}.").format(request.map)
            return
        layer_id, key = training.layer.id(), preview.key_of(training.layer, scene)
        record = MapRecord(
            layer_id,
            scene.id(),
            request.number,
            time.time(),
            method,
            digest_of(polygons),
            figures.get("overall_accuracy"),
            single_location_classes(figures),
            few_polygons_classes(figures),
        )
        self._made_from[(layer_id, request.number)] = polygons
        if scene is self._scene and training is self._training:
            self.validated.emit(figures)
        self._models.add(key, request.model)
        dropped = {old.number for old in self.history.add(record)}
        QgsProject.instance().setDirty(True)
        files = {"map": request.map, "confidence": request.confidence}
        self._layers.show(scene, training, files)
        kept = maps_to_keep(self.history, request.folder)
        remove_numbers(request.folder, tuple(MAP_FILES), dropped - kept)

    def _suggestions_done(self, key: str, request: SuggestionRequest) -> None:
        self._models.add(key, request.model)
        self.suggestions_found.emit(request.suggestions)

    def _state(self) -> str:
        """What can be said about the current map, or what is needed for one."""
        if self._scene is None:
            return tr("Open a hyperspectral scene and choose it above.")
        if self._training is None:
            return tr("Choose a polygon layer, or create a new one.")
        maps, record = self.maps, self.shown_map
        if not maps:
            return ""
        if record is not None and record is not maps[0]:
            state = earlier_text(record)
        else:
            record = maps[0]
            state = state_text(record, self._changes_since(record))
        text = f"{state} {accuracy_text(record)}"
        return report_link(text) if self.files_of(record)["report"].is_file() else text

    def _changes_since(self, record: MapRecord) -> LabelChanges | None:
        """The changes of the polygons; None where it is only known that there are some."""
        if self._training is None:
            return None
        polygons = self._training.polygons(self._training.layer.crs())
        before = self._made_from.get((record.layer, record.number))
        if before is not None:
            return changes_between(before, polygons)
        return LabelChanges(0, 0, 0) if digest_of(polygons) == record.digest else None

    def _follow_layer_tree(self, *_: object) -> None:
        for kind, button in self._buttons_of_layers.items():
            layer = self._layers.find(kind)
            button.setEnabled(layer is not None)
            button.setChecked(preview.is_visible(layer))

    def _open_report(self, _: str) -> None:
        record = self.shown_map or next(iter(self.maps), None)
        if record is not None:
            report = self.files_of(record)["report"]
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(report)))
