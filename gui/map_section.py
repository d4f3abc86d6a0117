"""The panel's lower part: make the map, see how sure it is, ask where to label next."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsApplication, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QUrl, pyqtSignal
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..bridge.errors import BridgeError
from ..bridge.tasks import BackendTask, BackgroundTask
from . import preview
from .requests import MapRequest, SuggestionRequest, request_map, request_suggestions
from .training import TrainingLayer
from .translation import tr
from .work_folder import folder_for, newest_file, remove_older

OUTPUTS = ("map", "confidence", "report", "model")


class MapSection(QWidget):
    """Buttons, and the job that is running."""

    error_occurred = pyqtSignal(object)  # BridgeError
    suggestions_found = pyqtSignal(object)  # the file of the suggested places

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scene: QgsRasterLayer | None = None
        self._training: TrainingLayer | None = None
        self._task: BackgroundTask | None = None
        self._report: Path | None = None
        self._results_hidden = False  # while places are asked about, maps stay away
        self._model: tuple[str, Path] | None = None  # the scene it was trained on, and its file
        self.update_map = QPushButton(tr("Update map"))
        self.update_map.setToolTip(
            tr("Learn from the polygons as they are now, saved or not, and map the scene.")
        )
        font = self.update_map.font()
        font.setBold(True)
        self.update_map.setFont(font)
        self.suggest = QPushButton(tr("Suggest next"))
        self.suggest.setToolTip(
            tr("Find the places whose class would teach most, and go through them.")
        )
        self.shown = QPushButton(tr("Map"))
        self.shown.setCheckable(True)
        self.shown.setToolTip(tr("Show the class map, or what lies under it."))
        self.confidence = QPushButton(tr("Confidence"))
        self.confidence.setCheckable(True)
        self.confidence.setToolTip(
            tr("Show how sure the map is: dark places are unsure and need polygons.")
        )
        self.method = QComboBox()
        for name, title in _methods():
            self.method.addItem(title, name)
        self.method.setToolTip(
            tr("The method of the map. The linear discriminant is fitted in milliseconds.")
        )
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.linkActivated.connect(self._open_report)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(10)
        self.cancel = QToolButton()
        self.cancel.setIcon(QgsApplication.getThemeIcon("/mTaskCancel.svg"))
        self.cancel.setToolTip(tr("Stop; the map stays as it was."))
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
        """Work with these."""
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
        """Make the map anew."""
        scene, training = self._scene, self._training
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
        """Look for places to label next."""
        scene, training = self._scene, self._training
        # A model of another scene may know other bands.
        model = self._model[1] if self._model and self._model[0] == scene.id() else None
        try:
            request = request_suggestions(scene, training, self.method.currentData(), model)
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        task = BackendTask(tr("Looking for places to label"), request.jobs)
        of = scene.id()
        task.done.connect(lambda _: self._suggestions_done(of, request))
        self._follow(task)

    def show_progress_of(self, task: BackgroundTask) -> None:
        """Show the progress of a task that was started elsewhere, unless a job shows its own."""
        if self._task is None:
            self._show_task(task)

    def show_status(self, text: str) -> None:
        """Show a line of text, unless a job has something to tell."""
        if self._task is None:
            self.status.setText(text)

    def stop(self) -> None:
        """Cancel what is running."""
        if self._task is not None:
            self._task.cancel()
            self.status.setText(tr("Stopping …"))

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
        # Methods, not functions: Qt forgets them together with the panel.
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
        self.status.setText(tr("Stopped; nothing was changed."))

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
        self, scene: QgsRasterLayer, training: TrainingLayer, request: MapRequest, figures: dict
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
            return tr("Choose a layer of polygons, or make a new one.")
        return ""

    def hide_results(self, enabled: bool) -> None:
        """Take map and confidence away to see the ground, or put back what was shown."""
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
        grid = QGridLayout()
        grid.setSpacing(4)
        grid.addWidget(self.update_map, 0, 0)
        grid.addWidget(self.method, 0, 1)
        grid.addWidget(self.suggest, 1, 0)
        toggles = QHBoxLayout()
        toggles.setSpacing(4)
        toggles.addWidget(self.shown)
        toggles.addWidget(self.confidence)
        grid.addLayout(toggles, 1, 1)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(grid)
        layout.addLayout(row)
        layout.addWidget(self.status)


def summary(figures: dict) -> str:
    """The accuracy of a new map in a sentence, or what to draw where it is unknown."""
    accuracy = figures.get("overall_accuracy")
    if accuracy is None:
        return tr(
            "The map is up to date. Its accuracy cannot be estimated yet: draw at least two "
            "polygons of each class, in different places."
        )
    return tr("The map is up to date. Cross-validated accuracy: {}\u00a0%.").format(
        f"{100 * accuracy:.0f}"
    )


def _methods() -> list[tuple[str, str]]:
    return [
        ("geodiffnet-f", "GeoDiffNet-F"),
        ("lda", tr("Linear discriminant (quick)")),
        ("geospecnet", tr("GeoSpecNet (spectrum only)")),
        ("rf", tr("Random forest")),
    ]
