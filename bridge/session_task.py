"""Jobs in the session, with the signals that background tasks have."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ..backend.common import protocol
from .errors import BridgeError
from .labels import remove_exported_labels
from .progress_text import ProgressText
from .session import BackendSession, shared_session
from .session_job import SessionJob
from .translation import tr

_running_tasks: set[SessionTask] = set()


class SessionTask(QObject):
    """Jobs that the session runs one after another; the result is the list of their results."""

    done = pyqtSignal(object)
    failed = pyqtSignal(object)  # a BridgeError
    stopped = pyqtSignal()  # the user cancelled it
    ended = pyqtSignal()  # after any of these
    progressChanged = pyqtSignal(float)  # noqa: N815 - percent, named as that of QgsTask
    status_changed = pyqtSignal(str)  # the current step
    warning_issued = pyqtSignal(str)

    def __init__(
        self, title: str, jobs: Sequence[protocol.Job], session: BackendSession | None = None
    ):
        super().__init__()
        self._title = title
        self._jobs = list(jobs)
        self._session = session or shared_session()
        self._job: SessionJob | None = None
        self._results: list[protocol.Result] = []
        self._text = ProgressText()
        self._is_cancelled = False

    def description(self) -> str:
        """The title of the task."""
        return self._title

    def start(self) -> None:
        """Run the jobs as soon as the session is free."""
        _running_tasks.add(self)
        self._submit_next()

    def cancel(self) -> None:
        """Cancel the running job, and do not start the others."""
        self._is_cancelled = True
        if self._job is not None:
            self._job.cancel()

    def isCanceled(self) -> bool:  # noqa: N802 - named as that of QgsTask
        """Whether the task was cancelled."""
        return self._is_cancelled

    def _submit_next(self) -> None:
        job = self._session.submit(self._jobs[len(self._results)])
        self._job = job
        job.progress.connect(self._show_progress)
        job.log.connect(self._log)
        job.result.connect(self._add_result)
        job.failed.connect(self._fail)
        job.cancelled.connect(self._stop)

    def _show_progress(self, event: protocol.Progress) -> None:
        share = min(max(event.fraction, 0.0), 1.0)
        self.progressChanged.emit(100 * (len(self._results) + share) / len(self._jobs))
        text = self._text.update(event)
        if text is not None:
            self.status_changed.emit(text)

    def _log(self, event: protocol.Log) -> None:
        if event.level == "warning":
            self.warning_issued.emit(tr(event.message))

    def _add_result(self, result: protocol.Result) -> None:
        self._results.append(result)
        if len(self._results) < len(self._jobs):
            # The job may have ended before its cancel arrived.
            if self._is_cancelled:
                self._stop()
            else:
                self._submit_next()
            return
        self._clean_up()
        self.done.emit(self._results)
        self._end()

    def _fail(self, error: BridgeError) -> None:
        self._clean_up()
        self.failed.emit(error)
        self._end()

    def _stop(self) -> None:
        self._clean_up()
        self.stopped.emit()
        self._end()

    def _clean_up(self) -> None:
        for job in self._jobs:
            remove_exported_labels(job.settings)

    def _end(self) -> None:
        self._job = None
        _running_tasks.discard(self)
        self.ended.emit()
