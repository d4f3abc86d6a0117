"""The live map: maps the visible extent in the backend's session after each change.

A change of the polygons or of the view starts a job, which cancels the one before. Its maps come in
stages: a discriminant at once, then the chosen method, then the accuracy.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ...backend.common import protocol
from ...backend.common.session_protocol import Update
from ...bridge.errors import BridgeError
from ...bridge.rasters import allows_external_references, gdal_source
from ...bridge.session import BackendSession
from ...bridge.session_job import SessionJob
from ...bridge.translation import tr
from ..training import TrainingLayer
from . import status
from .background import FeatureExtraction
from .layer import LiveLayer
from .request import VALIDATED, LiveRequest
from .samples import samples_of
from .view import visible_view

MIN_CLASSES = 2
#: Changes of the view in a row, such as steps of the wheel, are handled together.
VIEW_MILLISECONDS = 120


class LiveMap(QObject):
    """The live map of the panel's scene and training layer."""

    updated = pyqtSignal(str, object, object)  # stage, figures (dict), file of the map (Path)
    validated = pyqtSignal(object)  # figures (dict): accuracy of the current polygons
    warning = pyqtSignal(str)  # a message of the backend
    error_occurred = pyqtSignal(object)  # BridgeError
    status_changed = pyqtSignal(str)
    busy_changed = pyqtSignal(bool)
    enabled_changed = pyqtSignal(bool)
    quick_changed = pyqtSignal(bool)  # whether the scene is mapped within seconds

    def __init__(
        self, canvas: QgsMapCanvas, session: BackendSession, parent: QObject | None = None
    ):
        super().__init__(parent)
        self._canvas, self._session = canvas, session
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self._method = "geodiffnet-f"
        self._is_enabled = False
        self._is_paused = False
        self._choices: dict[str, bool] = {}  # what the user chose, by scene
        self._source = ""
        self._opening: SessionJob | None = None
        self._scene_figures: dict[str, Any] | None = None  # of `live_open`
        self._job: SessionJob | None = None
        self._request: LiveRequest | None = None  # the current or last one
        self._number = 0
        self._was_busy = False
        self._status = ""
        self._percent = 0  # of the features that are extracted in the background
        self._layer = LiveLayer(self)
        self._layer.removed.connect(self._layer_removed)
        self._features = FeatureExtraction(session, self)
        self._features.progress_changed.connect(self._show_progress)
        self._features.ended.connect(self._report_status)
        self._view_timer = QTimer(self)
        self._view_timer.setSingleShot(True)
        self._view_timer.setInterval(VIEW_MILLISECONDS)
        self._view_timer.timeout.connect(self.refresh)
        canvas.extentsChanged.connect(self._view_changed)
        canvas.destinationCrsChanged.connect(self._view_changed)
        session.submitted.connect(self._other_job_submitted)
        session.became_idle.connect(self._session_idle)

    @property
    def is_enabled(self) -> bool:
        """Whether the map is updated after each change."""
        return self._is_enabled

    @property
    def choice(self) -> bool | None:
        """What the user chose for the scene; None for the default."""
        return self._choices.get(self._source)

    @property
    def is_busy(self) -> bool:
        """Whether a map or an accuracy is being computed."""
        return self._job is not None

    @property
    def is_quick(self) -> bool:
        """Whether the scene is small enough to be mapped while drawing."""
        return bool(self._scene_figures and self._scene_figures.get("quick"))

    @property
    def layer(self) -> QgsRasterLayer | None:
        """The layer of the live map; None before the first map."""
        return self._layer.layer

    def set_layers(self, scene: QgsRasterLayer | None, training: TrainingLayer | None) -> None:
        """Set the scene and the training layer."""
        if training is not self._training:
            if self._training is not None and not sip.isdeleted(self._training):
                self._training.changed.disconnect(self.refresh)
            if training is not None:
                training.changed.connect(self.refresh)
        if scene is not self._scene or training is not self._training:
            self._clear()
        source = _source_of(scene)
        self._training = training
        if scene is not self._scene or source != self._source:
            self._scene, self._source, self._scene_figures = scene, source, None
            self.quick_changed.emit(False)
            self._set_enabled(False)
            self._open_scene()
        self.refresh()

    def set_method(self, method: str) -> None:
        """Set the method that refines the first map."""
        if method != self._method:
            self._method = method
            self.refresh()

    def set_enabled(self, enabled: bool) -> None:
        """Switch the live map on or off; the choice is kept for the scene."""
        self._choices[self._source] = enabled
        self._set_enabled(enabled)

    def set_paused(self, paused: bool) -> None:
        """Stop updating while the panel is closed."""
        self._is_paused = paused
        if paused:
            self._interrupt()
            self._features.stop()
            self._set_status("")
        else:
            self._open_scene()
            self.refresh()

    def hide(self, hidden: bool) -> None:
        """Hide the map so that the scene is visible, or show it again."""
        self._layer.hide(hidden)

    def stop(self) -> None:
        """Stop updating, remove the layer and disconnect from canvas and session."""
        self._canvas.extentsChanged.disconnect(self._view_changed)
        self._canvas.destinationCrsChanged.disconnect(self._view_changed)
        self._session.submitted.disconnect(self._other_job_submitted)
        self._session.became_idle.disconnect(self._session_idle)
        self._scene = self._training = self._request = None
        self._cancel()
        opening, self._opening = self._opening, None
        if opening is not None:
            opening.cancel()
        self._features.stop()
        self._layer.stop()

    def refresh(self) -> None:
        """Update the map if polygons, classes, view or method have changed."""
        self._view_timer.stop()
        scene, training = self._scene, self._training
        if not self._is_active or scene is None or training is None:
            return
        request = self._new_request(scene, training)
        if request.samples.class_count < MIN_CLASSES:
            self._clear()
            self._set_status(tr("Live map: draw polygons of at least two classes."))
            self._extract_features()
            return
        if request.view is None:
            self._interrupt()
            self._set_status(tr("Live map: the scene is outside the map window."))
            return
        if self._request is not None and self._request.covers(request):
            return
        self._submit(request)

    @property
    def _is_active(self) -> bool:
        usable = self._scene is not None and self._scene_figures is not None
        return self._is_enabled and not self._is_paused and usable

    def _new_request(self, scene: QgsRasterLayer, training: TrainingLayer) -> LiveRequest:
        return LiveRequest(
            self._source,
            self._method,
            samples_of(training),
            visible_view(self._canvas, scene),
            allows_external_references(),
        )

    def _submit(self, request: LiveRequest) -> None:
        self._features.stop()
        request.take_accuracy_of(self._request)
        self._cancel()
        self._number += 1
        self._request = request
        folder = self._layer.folder
        job = self._session.submit(request.job(folder, self._number))
        self._job = job
        job.update.connect(lambda event: self._show(request, event))
        job.log.connect(self._log)
        job.failed.connect(lambda error: self._show_failure(request, error))
        job.ended.connect(lambda: self._job_ended(job))
        self._set_status(status.waiting(self._session.is_ready))
        self._report_busy()

    def _show(self, request: LiveRequest, event: Update) -> None:
        scene, training = self._scene, self._training
        if request is not self._request or scene is None or training is None:
            return
        if event.figures.get("is_complete", True):  # a large view is refined step by step
            request.done.add(event.stage)
        file = Path(event.outputs["map"]) if "map" in event.outputs else None
        if file is not None:
            self._layer.show(file, request.samples.classes, training.layer, scene)
            self.updated.emit(event.stage, event.figures, file)
        if event.stage == VALIDATED:
            request.accuracy = event.figures
            self.validated.emit(event.figures)
        self._set_status(status.after(event.stage, request, event.figures))

    def _show_failure(self, request: LiveRequest, error: BridgeError) -> None:
        if request is not self._request:
            return
        if error.code.startswith("labels."):
            # Usual while drawing: the next polygons mend it.
            self._set_status(f"{tr('Live map:')} {error.message}")
            return
        self._set_status(tr("Live map: the last update failed."))
        self.error_occurred.emit(error)

    def _job_ended(self, job: SessionJob) -> None:
        if job is self._job:
            self._job = None
            self._report_busy()

    def _cancel(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
        self._report_busy()

    def _interrupt(self) -> None:
        """Cancel the current job, which is to be run again later."""
        if self._request is not None and self._job is not None:
            self._request = self._request.interrupted()
            self._cancel()

    def _clear(self) -> None:
        """Remove a map that is no longer that of the polygons."""
        self._cancel()
        self._request = None
        self._layer.remove()

    def _open_scene(self) -> None:
        """Let the backend open the scene, so that the first map comes soon."""
        if self._opening is not None:
            self._opening.cancel()
            self._opening = None
        self._features.stop()
        if not self._source or self._scene_figures is not None or self._is_paused:
            return
        settings = {"image": self._source, "allow_external": allows_external_references()}
        job = self._session.submit(protocol.Job("live_open", settings))
        self._opening = job
        self._set_status(tr("Live map: starting …"))
        job.result.connect(lambda result: self._scene_opened(job, result.figures))
        job.failed.connect(lambda error: self._open_failed(job, error))

    def _scene_opened(self, job: SessionJob, figures: dict[str, Any]) -> None:
        if job is not self._opening:
            return
        self._opening = None
        self._scene_figures = figures
        self.quick_changed.emit(self.is_quick)
        self._features.set_scene(self._source, float(figures.get("features_cached") or 0.0))
        self._set_status("")
        self._set_enabled(self._choices.get(self._source, self.is_quick))

    def _open_failed(self, job: SessionJob, error: BridgeError) -> None:
        if job is self._opening:
            self._opening = None
            self._set_status("")
            self.error_occurred.emit(error)

    def _set_enabled(self, enabled: bool) -> None:
        self._is_enabled = enabled
        self.enabled_changed.emit(enabled)
        if enabled:
            if self._scene_figures is None and self._opening is None:
                self._open_scene()  # it failed before
            self.refresh()
            return
        self._clear()
        self._features.stop()
        self._set_status("")

    def _view_changed(self) -> None:
        if self._is_active:
            self._view_timer.start()

    def _layer_removed(self) -> None:
        """The user removed the layer from the project, which switches the live map off."""
        if self._scene is not None and not sip.isdeleted(self._scene) and self._is_enabled:
            self.set_enabled(False)

    def _other_job_submitted(self, job: SessionJob) -> None:
        """Make way for a job that the user started; the live map goes on after it."""
        if not job.is_live:
            self._features.stop()
            self._interrupt()

    def _session_idle(self) -> None:
        if not self._is_active:
            return
        if self._request is not None and self._request.was_interrupted:
            self.refresh()
        if not self.is_busy:
            self._extract_features()

    def _extract_features(self) -> None:
        scene = self._scene
        if scene is None or not self._is_active or self._session.open_jobs:
            return
        view = visible_view(self._canvas, scene)
        self._features.start(view.settings() if view is not None else None)

    def _log(self, event: protocol.Log) -> None:
        if event.level == "warning":
            self.warning.emit(tr(event.message))

    def _set_status(self, text: str) -> None:
        self._status = text
        self._report_status()

    def _show_progress(self, percent: float) -> None:
        if int(percent) != self._percent:
            self._percent = int(percent)
            self._report_status()

    def _report_status(self) -> None:
        text = self._status
        if self._features.is_running:
            text = f"{text} {status.extracting(self._percent)}".strip()
        self.status_changed.emit(text)

    def _report_busy(self) -> None:
        if self.is_busy != self._was_busy:
            self._was_busy = self.is_busy
            self.busy_changed.emit(self._was_busy)


def _source_of(scene: QgsRasterLayer | None) -> str:
    if scene is None:
        return ""
    try:
        return gdal_source(scene)
    except BridgeError:  # reported when the scene was chosen
        return ""
