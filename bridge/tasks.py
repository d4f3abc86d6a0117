"""Background tasks: QgsTasks with signals for their outcome, among them jobs of the backend.

Signals arrive in the main thread. A task is referenced here until its end, since QGIS runs a task
whose Python half was deleted without doing anything.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import pyqtSignal

from ..backend.common import protocol
from .errors import BridgeError, JobCancelled
from .labels import remove_exported_labels
from .process import run_job
from .runtime import check_runtime, find_runtime
from .translation import tr

LOG = "GeoDiffNet"

_running_tasks: set[BackgroundTask] = set()


class BackgroundTask(QgsTask):
    """A task in the background; a subclass implements `work`."""

    done = pyqtSignal(object)  # the result of `work`
    failed = pyqtSignal(object)  # a BridgeError
    stopped = pyqtSignal()  # the user cancelled it
    ended = pyqtSignal()  # after any of these

    def __init__(self, title: str, hidden: bool = False):
        # Its outcome is shown by the code that started it, not by QGIS.
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt | QgsTask.Flag.Silent
        super().__init__(title, flags | QgsTask.Flag.Hidden if hidden else flags)
        self._result: Any = None
        self._failure: BridgeError | None = None

    def start(self) -> None:
        """Queue the task; QGIS runs it as soon as a thread is free."""
        _running_tasks.add(self)
        QgsApplication.taskManager().addTask(self)

    def work(self) -> Any:
        """The work of the task; raises BridgeError or JobCancelled."""
        raise NotImplementedError

    def run(self) -> bool:
        try:
            self._result = self.work()
        except JobCancelled:
            return False
        except BridgeError as error:
            self._failure = error
            return False
        except Exception:  # an exception that leaves the thread would end QGIS or be lost
            QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Critical)
            self._failure = BridgeError(
                "fault",
                tr("An unexpected error occurred: {}.").format(self.description()),
                tr("Please report this problem with the text in View ▸ Panels ▸ Log Messages."),
            )
            return False
        return True

    def finished(self, result: bool) -> None:
        _running_tasks.discard(self)
        if result:
            self.done.emit(self._result)
        elif self._failure is not None:
            self.failed.emit(self._failure)
        else:
            self.stopped.emit()
        self.ended.emit()


class BackendTask(BackgroundTask):
    """Jobs of the backend, run one after another; the result is the list of their results."""

    status_changed = pyqtSignal(str)  # the current step
    warning_issued = pyqtSignal(str)

    def __init__(self, title: str, jobs: Sequence[protocol.Job]):
        super().__init__(title)
        self._jobs = list(jobs)

    def work(self) -> list[protocol.Result]:
        try:
            runtime = find_runtime()
            check_runtime(runtime)
            share = 1 / len(self._jobs)
            return [
                run_job(job, runtime, _Feedback(self, index * share, share))
                for index, job in enumerate(self._jobs)
            ]
        finally:
            for job in self._jobs:
                remove_exported_labels(job.settings)


class _Feedback(QgsProcessingFeedback):
    """Passes the messages of a job to its task."""

    def __init__(self, task: BackendTask, start: float, share: float):
        super().__init__(False)
        self._task, self._start, self._share = task, start, share

    def isCanceled(self) -> bool:  # noqa: N802
        return self._task.isCanceled()

    def setProgress(self, progress: float) -> None:  # noqa: N802
        self._task.setProgress(100 * self._start + self._share * progress)

    def setProgressText(self, text: str) -> None:  # noqa: N802
        self._task.status_changed.emit(text)

    def pushWarning(self, warning: str) -> None:  # noqa: N802
        QgsMessageLog.logMessage(warning, LOG, Qgis.MessageLevel.Warning, False)
        self._task.warning_issued.emit(warning)

    def pushInfo(self, info: str) -> None:  # noqa: N802
        QgsMessageLog.logMessage(info, LOG, Qgis.MessageLevel.Info, False)

    def pushDebugInfo(self, info: str) -> None:  # noqa: N802
        self.pushInfo(info)


class FunctionTask(BackgroundTask):
    """A function of the task, by which it reports progress and checks for cancellation."""

    def __init__(self, title: str, function: Callable[[BackgroundTask], Any], hidden: bool = False):
        super().__init__(title, hidden)
        self._function = function

    def work(self) -> Any:
        return self._function(self)
