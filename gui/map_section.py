"""The section of the panel that updates the map, shows its confidence and suggests locations."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..bridge.errors import BridgeError
from ..bridge.method_titles import method_titles
from ..bridge.tasks import BackendTask, BackgroundTask
from ..bridge.translation import tr
from . import preview
from .appearance import own_icon, theme_icon
from .button_row import ButtonRow
from .requests import MapRequest, SuggestionRequest, request_map, request_suggestions
from .training import TrainingLayer
from .work_folder import folder_for, newest_file, remove_older

OUTPUTS = ("map", "confidence", "report", "model")
#: The methods that the panel offers; the others are too slow for frequent updates, or no better.
PANEL_METHODS = ("geodiffnet-f", "lda", "geospecnet", "rf")


class MapSection(QWidget):
    """The buttons, and the progress of the running job."""

    error_occurred = pyqtSignal(object)  # BridgeError
    suggestions_found = pyqtSignal(object)  # the file of the suggested locations

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self._task: BackgroundTask | None = None
        self._report: Path | None = None
        self._results_hidden = False  # while suggestions are labelled
        self._model: tuple[str, Path] | None = (
            None  # id of the scene it was trained on, and its file
        )
        self.buttons = ButtonRow()
        self.update_map = _button("panel/update", tr("Update map"))
        self.update_map.setToolTip(
            tr("Train with the current polygons, saved or not, and map the scene.")
        )
        font = self.update_map.font()
        font.setBold(True)
        self.update_map.setFont(font)
        self.suggest = _button("suggest", tr("Suggest"))
        self.suggest.setToolTip(
            tr("Find locations whose class would improve the model most, and label them.")
        )
        self.shown = _button("panel/map", tr("Map"), checkable=True)
        self.shown.setToolTip(tr("Show or hide the class map."))
        self.confidence = _button("panel/confidence", tr("Confidence"), checkable=True)
        self.confidence.setToolTip(
            tr("Show or hide the confidence: more polygons help most where it is dark (low).")
        )
        self.method = QComboBox()
        for method, title in method_titles(PANEL_METHODS).items():
            self.method.addItem(title, method)
        self.method.setToolTip(
            tr("The classification method. Linear discriminant analysis is fitted in milliseconds.")
        )
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.linkActivated.connect(self._open_report)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(10)
        self.cancel = QToolButton()
        self.cancel.setIcon(theme_icon("mTaskCancel"))
        self.cancel.setToolTip(tr("Cancel; the map is not changed."))
        self.cancel.setAutoRaise(True)
        self._lay_out()
        self.update_map.clicked.connect(self.start_map)
        self.suggest.clicked.connect(self.start_suggestions)
        self.shown.clicked.connect(lambda enabled: self._show_layer(preview.MAP, enabled))
        self.confidence.clicked.connect(
            lambda enabled: self._show_layer(preview.CONFIDENCE, enabled)
        )
        self.cancel.clicked.connect(self.stop)
        self._show_running(False)
        self._enable()

    def set_layers(self, scene: QgsRasterLayer | None, training: TrainingLayer | None) -> None:
        """Set the scene and the training layer."""
        self._scene, self._training = scene, training
        self._report = None
        if training is not None:
            layer = self._layer(preview.CONFIDENCE)
            self.confidence.setChecked(preview.is_visible(layer))
            self.shown.setChecked(preview.is_visible(self._layer(preview.MAP)))
            self._report = newest_file(folder_for(training.layer), "report", ".html")
        if self._task is None:
            self.status.setText(self._prompt())
        self._enable()

    def start_map(self) -> None:
        """Start the job that updates the map."""
        scene, training = self._scene, self._training
        if scene is None or training is None:
            return
        try:
            request = request_map(scene, training, self.method.currentData())
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        task = BackendTask(tr("Mapping {}").format(scene.name()), [request.job])
        task.done.connect(
            lambda results: self._show_map(scene, training, request, results[0].figures)
        )
        self._follow(task)

    def start_suggestions(self) -> None:
        """Start the job that suggests locations."""
        scene, training = self._scene, self._training
        if scene is None or training is None:
            return
        # A model of another scene may use other bands.
        model = self._model[1] if self._model and self._model[0] == scene.id() else None
        try:
            request = request_suggestions(scene, training, self.method.currentData(), model)
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        task = BackendTask(tr("Searching for locations to label"), request.jobs)
        of = scene.id()
        task.done.connect(lambda _: self._suggestions_done(of, request))
        self._follow(task)

    def show_progress_of(self, task: BackgroundTask) -> None:
        """Show the progress of a task that was started elsewhere, unless a job is running."""
        if self._task is None:
            self._show_task(task)

    def show_status(self, text: str) -> None:
        """Show a status text, unless a job is running."""
        if self._task is None:
            self.status.setText(text)

    def stop(self) -> None:
        """Cancel the running job."""
        if self._task is not None:
            self._task.cancel()
            self.status.setText(tr("Cancelling …"))

    @property
    def is_busy(self) -> bool:
        """Whether a job is running."""
        return self._task is not None

    def _follow(self, task: BackendTask) -> None:
        task.status_changed.connect(self.status.setText)
        self._show_task(task)
        task.start()

    def _show_task(self, task: BackgroundTask) -> None:
        self._task = task
        self.status.setText(task.description() + " …")
        # Methods, not functions: Qt disconnects them when the panel is deleted.
        task.progressChanged.connect(self._show_progress)
        task.failed.connect(self._show_failure)
        task.stopped.connect(self._show_cancelled)
        task.ended.connect(self._end_task)
        self.progress.setValue(0)
        self._show_running(True)
        self._enable()

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(percent))

    def _show_cancelled(self) -> None:
        self.status.setText(tr("Cancelled; nothing was changed."))

    def _show_failure(self, error: BridgeError) -> None:
        self.status.setText(error.message)
        self.error_occurred.emit(error)

    def _end_task(self) -> None:
        title = self._task.description() + " …" if self._task is not None else ""
        if self.status.text() == title:
            self.status.setText(self._prompt())
        self._task = None
        self._show_running(False)
        self._enable()

    def _show_map(
        self,
        scene: QgsRasterLayer,
        training: TrainingLayer,
        request: MapRequest,
        figures: dict[str, Any],
    ) -> None:
        if sip.isdeleted(scene) or sip.isdeleted(training.layer):
            self.status.setText(tr("The map is in {}.").format(request.map))
            return
        of = training.layer.id()
        layer = preview.show(preview.MAP, of, request.map, scene)
        confidence_is_new = preview.find(preview.CONFIDENCE, of) is None
        confidence = preview.show(preview.CONFIDENCE, of, request.confidence, layer)
        if confidence_is_new:
            preview.set_visible(
                confidence, self.confidence.isChecked() and not self._results_hidden
            )
        self.shown.setChecked(True)
        self._show_layer(preview.MAP, not self._results_hidden)
        remove_older(request.folder, OUTPUTS, request.number)
        self._model = (scene.id(), request.model)
        if training is self._training:
            self._report = request.report
            link = tr("Report")
            self.status.setText(f'{summary(figures)} <a href="report">{link}</a>')
        self._enable()

    def _suggestions_done(self, of: str, request: SuggestionRequest) -> None:
        self._model = (of, request.model)
        remove_older(request.folder, ("places",), request.number)
        self.status.setText("")
        self.suggestions_found.emit(request.suggestions)

    def _prompt(self) -> str:
        if self._scene is None:
            return tr("Open a hyperspectral scene and choose it above.")
        if self._training is None:
            return tr("Choose a polygon layer, or create a new one.")
        return ""

    def hide_results(self, enabled: bool) -> None:
        """Hide map and confidence to show the image, or show them again."""
        self._results_hidden = enabled
        for kind, button in ((preview.MAP, self.shown), (preview.CONFIDENCE, self.confidence)):
            self._show_layer(kind, button.isChecked() and not enabled)

    def _layer(self, kind: str) -> QgsRasterLayer | None:
        return preview.find(kind, self._training.layer.id()) if self._training else None

    def _show_layer(self, kind: str, enabled: bool) -> None:
        preview.set_visible(self._layer(kind), enabled)

    def _open_report(self, _: str) -> None:
        if self._report is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._report)))

    def _show_running(self, running: bool) -> None:
        self.progress.setVisible(running)
        self.cancel.setVisible(running)

    def _enable(self) -> None:
        ready = self._scene is not None and self._training is not None and self._task is None
        for button in (self.update_map, self.suggest, self.method):
            button.setEnabled(ready)
        self.shown.setEnabled(self._layer(preview.MAP) is not None)
        self.confidence.setEnabled(self._layer(preview.CONFIDENCE) is not None)

    def _lay_out(self) -> None:
        for button in (self.update_map, self.suggest, self.shown, self.confidence):
            self.buttons.add(button)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.method)
        layout.addWidget(self.buttons)
        layout.addLayout(row)
        layout.addWidget(self.status)


def _button(icon: str, text: str, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setIcon(own_icon(icon))
    button.setText(text)
    button.setCheckable(checkable)
    return button


def summary(figures: dict[str, Any]) -> str:
    """The accuracy of a new map, or what is needed to estimate it."""
    accuracy = figures.get("overall_accuracy")
    if accuracy is None:
        return tr(
            "The map is up to date. Its accuracy cannot be estimated yet: draw at least two "
            "polygons of each class at different locations."
        )
    return tr("The map is up to date. Cross-validated accuracy: {}\u00a0%.").format(
        f"{100 * accuracy:.0f}"
    )
