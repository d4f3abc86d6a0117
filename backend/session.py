"""A session: one worker process that runs job after job, with what they share in memory.

Requests have numbers, which every event of their job carries. Jobs run one after the other in the
main thread, in the order of their requests, while another thread reads further requests. An error
ends its job only.
"""

from __future__ import annotations

import gc
import importlib
import threading
import traceback
import warnings
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NoReturn

from . import VERSION
from .commands import Command, load_command
from .common import protocol
from .common.session_protocol import (
    LAST_EVENTS,
    REPEATED_NUMBER,
    JobCancelled,
    Ready,
    SessionEvent,
    encode_event,
    number_to_cancel,
    request_number,
)
from .compute.memory import return_free_memory
from .core.failures import OUT_OF_MEMORY, explain
from .files import journal
from .live import LIVE_COMMANDS, LiveContext, load_live_command
from .process.c_locale import use_c_locale
from .process.cancellation import exit_process, follow_requests
from .process.gdal_policy import apply_gdal_policy
from .worker import EventStream, JobRunner, claim_stdout, invalid_job_failure, prepare_streams

if TYPE_CHECKING:
    from .live.open_scenes import OpenScenes
    from .pipeline.fit_memory import FitMemory

#: Fitted methods in memory: that of the last edit, for the map of the whole scene, and another.
KEPT_FITS = 2
#: Modules whose libraries take long to load.
_PRELOADED = ("live.edits", "classifiers.ensemble", "classifiers.classic")

_EXAMPLE = '{"id": 1, "job": "name", "settings": {…}} or {"cancel": 1}'


def main() -> NoReturn:
    """Run the jobs that are read from stdin until the session ends, and exit."""
    ended = threading.Event()
    session = Session(EventStream(claim_stdout(), ended).write, ended)
    prepare_streams()
    try:
        guard = follow_requests(ended, session.handle_line)
        threading.Thread(target=session.stop_at_end, daemon=True).start()
    except (RuntimeError, MemoryError) as error:  # no thread could be started
        session.emit(explain(error))
        exit_process(protocol.EXIT_USER_ERROR)
    exit_process(session.run(guard.watch))


@dataclass(frozen=True)
class _Running:
    """The running job: its number, whether it is to stop, and whether it has stopped."""

    number: int
    cancelled: threading.Event = field(default_factory=threading.Event)
    stopped: threading.Event = field(default_factory=threading.Event)


class Session:
    """The requests that wait, and the job that runs.

    Requests are handled in one thread, and jobs run in the main thread.
    """

    def __init__(self, write_line: Callable[[str], None], ended: threading.Event):
        self._write_line, self._ended = write_line, ended
        self._runner = JobRunner(self._find_command)
        self._scenes: OpenScenes | None = None
        self._changed = threading.Condition()
        self._waiting: deque[tuple[int, protocol.Job | protocol.ProtocolError]] = deque()
        self._running: _Running | None = None
        self._is_interrupted = False  # by the end of the session
        self._last_number = -1
        self._watch: Callable[[threading.Event], None] = lambda _: None

    def emit(self, event: SessionEvent, number: int | None = None) -> None:
        """Write an event of a job, or without a number one of the session itself."""
        self._write_line(encode_event(event, number))

    def handle_line(self, line: str) -> None:
        """Handle a line of the parent: a job, or the cancellation of one."""
        job: protocol.Job | protocol.ProtocolError
        try:
            data = protocol.parse_request(line)
            number = request_number(data)
            if (to_cancel := number_to_cancel(data)) is not None:
                self._cancel(to_cancel)
                return
            if number is None:
                raise protocol.ProtocolError(f"its id is no whole number: {line[:200]!r}")
        except protocol.ProtocolError as error:
            self.emit(invalid_job_failure(error, _EXAMPLE))
            return
        if number <= self._last_number:
            self.emit(_repeated_number(number))
            return
        self._last_number = number
        try:
            job = protocol.job_of(data, line)
        except protocol.ProtocolError as error:
            job = error  # reported in its turn, as the job's last event
        with self._changed:
            self._waiting.append((number, job))
            self._changed.notify_all()

    def stop_at_end(self) -> None:
        """Wait for the end of the session, and cancel the running job."""
        self._ended.wait()
        with self._changed:
            if self._running is not None:
                self._is_interrupted = True
                self._running.cancelled.set()
            self._changed.notify_all()

    def run(self, watch: Callable[[threading.Event], None]) -> int:
        """Run jobs until the session ends; gives the exit status of the process.

        `watch` is called with the end of each cancelled job, so that one that does not stop can be
        ended by force.
        """
        self._watch = watch
        try:
            _preload()
        except Exception as error:
            traceback.print_exc()
            self.emit(explain(error))
            return protocol.EXIT_USER_ERROR
        self.emit(Ready(protocol.PROTOCOL_VERSION, VERSION))
        while (next_job := self._start_next()) is not None:
            self._run(*next_job)
        waiting = [number for number, _ in self._waiting]
        for number in waiting:
            self.emit(JobCancelled(), number)
        is_done = not (self._is_interrupted or waiting)
        return protocol.EXIT_DONE if is_done else protocol.EXIT_CANCELLED

    def _start_next(self) -> tuple[_Running, protocol.Job | protocol.ProtocolError] | None:
        """Wait for the next job and note it as running; None at the end of the session."""
        with self._changed:
            while not self._waiting and not self._ended.is_set():
                self._changed.wait()
            if self._ended.is_set():
                return None
            number, job = self._waiting.popleft()
            self._running = _Running(number)
            journal.report_job_started(number)
            return self._running, job

    def _run(self, running: _Running, job: protocol.Job | protocol.ProtocolError) -> None:
        """Run a job; its last event is written when it does not run any more."""
        last = encode_event(JobCancelled(), running.number)
        has_failed_memory = False

        def read() -> protocol.Job:
            if isinstance(job, protocol.ProtocolError):
                raise job
            return job

        def emit(event: protocol.Event) -> None:
            nonlocal last, has_failed_memory
            line = encode_event(event, running.number)
            if isinstance(event, LAST_EVENTS):
                last = line
                has_failed_memory = _is_memory_failure(event)
            else:
                self._write_line(line)

        with warnings.catch_warnings():  # threads of libraries may lose the filters of warnings
            self._runner.run(read, emit, running.cancelled)
        with self._changed:
            self._running = None
        journal.report_job_ended()
        running.stopped.set()
        self._write_line(last)
        if has_failed_memory:
            self._free_memory()
        gc.collect()  # temporary folders and arrays of a failed job are freed now, not at some time
        return_free_memory()

    def _find_command(self, name: str) -> Command:
        """A command of the shell, or one of the live map with what it keeps in memory."""
        if name not in LIVE_COMMANDS:
            return load_command(name)
        if self._scenes is None:
            self._scenes = _new_scenes()
        number = None if self._running is None else self._running.number
        context = LiveContext(self._scenes, lambda update: self.emit(update, number))
        return load_live_command(name, context)

    def _free_memory(self) -> None:
        """Forget what jobs share."""
        if self._scenes is not None:
            self._scenes.close()
        _fit_memory().clear()

    def _cancel(self, number: int) -> None:
        """Cancel a job that waits or runs; others have ended, or never existed."""
        with self._changed:
            if self._running is not None and self._running.number == number:
                if not self._running.cancelled.is_set():
                    self._running.cancelled.set()
                    self._watch(self._running.stopped)
                return
            waiting = [entry for entry in self._waiting if entry[0] != number]
            is_found = len(waiting) < len(self._waiting)
            self._waiting = deque(waiting)
        if is_found:
            self.emit(JobCancelled(), number)


def _is_memory_failure(event: SessionEvent) -> bool:
    """Whether an event reports a lack of memory."""
    return isinstance(event, protocol.Failure) and event.code == OUT_OF_MEMORY


def _repeated_number(number: int) -> protocol.Failure:
    return protocol.Failure(
        REPEATED_NUMBER,
        f"The request has the id {number}, which is not above those before.",
        "Number the jobs of a session in ascending order.",
    )


def _new_scenes() -> OpenScenes:
    from .live.open_scenes import OpenScenes

    return OpenScenes()


def _fit_memory() -> FitMemory:
    from .pipeline.fit_memory import fit_memory

    return fit_memory


def _preload() -> None:
    """Load the libraries that jobs need, so that no job has to wait for them."""
    use_c_locale()
    apply_gdal_policy(False)  # before GDAL is loaded; each job sets its own
    for module in _PRELOADED:
        importlib.import_module(f"{__package__}.{module}")
    _fit_memory().keep(KEPT_FITS)
    gc.collect()
    gc.freeze()  # what is loaded stays: later collections need not look at it
