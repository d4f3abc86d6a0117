"""The lines of the panel that show the progress of the running job, or the state of the map."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QVBoxLayout, QWidget

from ..bridge.errors import BridgeError
from ..bridge.session_task import SessionTask
from ..bridge.tasks import BackendTask, BackgroundTask
from ..bridge.translation import tr
from .appearance import theme_icon

BAR_HEIGHT = 10


class JobStatus(QWidget):
    """Follows one task at a time; its texts disappear with it."""

    error_occurred = pyqtSignal(object)  # BridgeError
    warning_issued = pyqtSignal(str)
    started = pyqtSignal()
    ended = pyqtSignal(str)  # what the user should know of the outcome; empty after success
    link_activated = pyqtSignal(str)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._task: BackgroundTask | SessionTask | None = None
        self._text = ""  # shown while no task is running
        self._outcome = ""
        self.label = QLabel()
        self.label.setWordWrap(True)
        self.label.linkActivated.connect(self.link_activated)
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setMaximumHeight(BAR_HEIGHT)
        self.cancel = QToolButton()
        self.cancel.setIcon(theme_icon("mTaskCancel"))
        self.cancel.setToolTip(tr("Cancel; the map is not changed."))
        self.cancel.setAutoRaise(True)
        self.cancel.clicked.connect(self.stop)
        row = QHBoxLayout()
        row.addWidget(self.progress, 1)
        row.addWidget(self.cancel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self.label)
        self._show_running()
        self._show_text("")

    @property
    def is_busy(self) -> bool:
        """Whether a task is running."""
        return self._task is not None

    def set_text(self, text: str) -> None:
        """Show a text as soon as no task is running."""
        self._text = text
        if self._task is None:
            self._show_text(text)

    def follow(self, task: BackgroundTask | SessionTask) -> None:
        """Show the progress of a task and the texts of its steps."""
        self._task, self._outcome = task, ""
        self._show_text(task.description() + " …")
        # Methods, not functions: Qt disconnects them when the panel is deleted.
        task.progressChanged.connect(self._show_progress)
        task.failed.connect(self._note_failure)
        task.stopped.connect(self._note_cancelled)
        task.ended.connect(self._end)
        if isinstance(task, (BackendTask, SessionTask)):
            task.status_changed.connect(self._show_step)
            task.warning_issued.connect(self.warning_issued)
        self.progress.setValue(0)
        self._show_running()
        self.started.emit()

    def stop(self) -> None:
        """Cancel the running task."""
        if self._task is not None:
            self._task.cancel()
            self._show_text(tr("Cancelling …"))

    def _show_step(self, text: str) -> None:
        if self._task is not None and not self._task.isCanceled():
            self._show_text(text)

    def _show_text(self, text: str) -> None:
        self.label.setText(text)
        self.label.setVisible(bool(text))

    def _show_progress(self, percent: float) -> None:
        self.progress.setValue(round(percent))

    def _note_cancelled(self) -> None:
        self._outcome = tr("Cancelled; nothing was changed.")

    def _note_failure(self, error: BridgeError) -> None:
        self._outcome = error.message
        self.error_occurred.emit(error)

    def _end(self) -> None:
        self._task = None
        self._show_running()
        self._show_text(self._text)
        self.ended.emit(self._outcome)

    def _show_running(self) -> None:
        self.progress.setVisible(self._task is not None)
        self.cancel.setVisible(self._task is not None)
