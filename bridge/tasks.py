"""Work in the background: QgsTasks that tell how they ended, and jobs of the backend among them.

Signals arrive in the main thread. A task is held here until its end, since QGIS calls a task whose
Python half is gone without doing anything.
"""

from __future__ import annotations

import traceback
from collections.abc import Callable, Sequence
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsMessageLog, QgsProcessingFeedback, QgsTask
from qgis.PyQt.QtCore import QCoreApplication, pyqtSignal

from ..backend.common import protocol
from .errors import BridgeError, JobCancelled
from .labels import remove_exported_labels
from .process import run_job
from .runtime import check_runtime, find_runtime

LOG = "GeoDiffNet"

_running_tasks: set[BackgroundTask] = set()


class BackgroundTask(QgsTask):
    """Something that takes a while; a subclass says what in `work`."""

    done = pyqtSignal(object)  # what `work` gave
    failed = pyqtSignal(object)  # a BridgeError
    stopped = pyqtSignal()  # the user cancelled it
    ended = pyqtSignal()  # after any of these

    def __init__(self, title: str, hidden: bool = False):
        # Its end is told by whoever started it.
        flags = QgsTask.Flag.CanCancel | QgsTask.Flag.CancelWithoutPrompt | QgsTask.Flag.Silent
        super().__init__(title, flags | QgsTask.Flag.Hidden if hidden else flags)
        self._result: Any = None
        self._failure: BridgeError | None = None

    def start(self) -> None:
        """Have QGIS run it as soon as a thread is free."""
        _running_tasks.add(self)
        QgsApplication.taskManager().addTask(self)

    def work(self) -> Any:
        """What is done in the background; raises BridgeError or JobCancelled."""
        raise NotImplementedError

    def run(self) -> bool:
        try:
            self._result = self.work()
        except JobCancelled:
            return False
        except BridgeError as error:
            self._failure = error
            return False
        except Exception:  # a thread's end: what goes on from here ends QGIS or is lost
            QgsMessageLog.logMessage(traceback.format_exc(), LOG, Qgis.MessageLevel.Critical)
            self._failure = BridgeError(
                "fault",
                _tr("Something unexpected went wrong: {}.").format(self.description()),
                _tr("Please report this, with what View ▸ Panels ▸ Log Messages says."),
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
    """Jobs of the backend, one after another; gives their results."""

    status_changed = pyqtSignal(str)  # what is being done
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
    """What a job says, passed on to its task."""

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
    """A function that takes a task, to report to and to ask whether it is cancelled."""

    def __init__(self, title: str, function: Callable[[BackgroundTask], Any], hidden: bool = False):
        super().__init__(title, hidden)
        self._function = function

    def work(self) -> Any:
        return self._function(self)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
