"""An installation in the background, which continues when the options dialog is closed."""

from __future__ import annotations

from collections.abc import Callable

from qgis.core import QgsApplication, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.setup.actions import Outcome
from ..bridge.translation import tr

Action = Callable[[QgsProcessingFeedback], Outcome]
INFO, WARNING, DETAIL = "info", "warning", "detail"
MAX_LINES = 2000


class _Feedback(QgsProcessingFeedback):
    """Passes the messages of an action on as signals, from the thread of the action."""

    message_logged = pyqtSignal(str, str)
    activity_changed = pyqtSignal(str)

    def __init__(self) -> None:
        super().__init__(False)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self.activity_changed.emit(text)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        self.message_logged.emit(INFO, info)

    def pushDebugInfo(self, info: str) -> None:  # noqa: N802
        self.message_logged.emit(DETAIL, info)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        self.message_logged.emit(WARNING, warning)


class _Task(QgsTask):
    """The task of an action."""

    def __init__(self, title: str, action: Action, feedback: _Feedback):
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._action = action
        self._feedback = feedback
        self.outcome: Outcome | None = None
        self.error: BridgeError | None = None

    def run(self) -> bool:
        try:
            self.outcome = self._action(self._feedback)
        except BridgeError as error:
            self.error = error
        except JobCancelled:
            return False
        except Exception as fault:
            # An exception that leaves the thread of a task ends QGIS.
            message = tr("An unexpected error occurred: {}.").format(repr(fault))
            self.error = BridgeError("fault", message, tr("Please report this problem."))
        return self.outcome is not None

    def cancel(self) -> None:
        self._feedback.cancel()
        super().cancel()


class SetUpRun(QObject):
    """The running action, its messages, and its outcome; there is at most one."""

    progressed = pyqtSignal(float)
    activity_changed = pyqtSignal(str)
    message_logged = pyqtSignal(str, str)
    ended = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._task: _Task | None = None
        self._feedback: _Feedback | None = None
        self.percent = 0.0
        self.text = ""
        self.lines: list[tuple[str, str]] = []
        self.outcome: Outcome | None = None
        self.error: BridgeError | None = None
        self.was_cancelled = False

    @property
    def is_running(self) -> bool:
        return self._task is not None

    def start(self, title: str, action: Action) -> None:
        """Start an action; no other may be running."""
        self.percent, self.text, self.lines = 0.0, title, []
        self.outcome = self.error = None
        self.was_cancelled = False
        feedback = _Feedback()
        feedback.progressChanged.connect(self._progress)
        feedback.activity_changed.connect(self._set_activity)
        feedback.message_logged.connect(self._log_message)
        task = _Task(tr("GeoDiffNet: {}").format(title), action, feedback)
        task.taskCompleted.connect(self._end)
        task.taskTerminated.connect(self._end)
        self._task, self._feedback = task, feedback
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        if self._task is not None:
            self.was_cancelled = True
            self._task.cancel()

    def _progress(self, percent: float) -> None:
        self.percent = percent
        if self._task is not None:
            self._task.setProgress(percent)
        self.progressed.emit(percent)

    def _set_activity(self, text: str) -> None:
        self.text = text
        self.activity_changed.emit(text)
        self._log_message(INFO, text)

    def _log_message(self, level: str, text: str) -> None:
        self.lines = [*self.lines[1 - MAX_LINES :], (level, text)]
        self.message_logged.emit(level, text)

    def _end(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            self.outcome, self.error = task.outcome, task.error
        self.ended.emit()


_run: SetUpRun | None = None


def shared_run() -> SetUpRun:
    """The object that all options pages share."""
    global _run
    if _run is None:
        _run = SetUpRun()
    return _run
