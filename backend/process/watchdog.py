"""The watchdog: a process that ends a cancelled worker process that does not stop by itself.

A thread of the worker has to wait for the global interpreter lock, which a call into a library may
hold for minutes; so do Python's signal handlers. The watchdog is forked at the start and shares
only pipes with the worker: it reads requests of the parent and passes on the job and a
cancellation (in a session, all lines), receives signals through a second pipe, and the names of
unpublished files through a third (the journal). A worker that has not ended in time after a
cancellation is killed together with its child processes, and its unpublished files are removed.
They are also removed when the worker is killed by something else.

Windows cannot fork: there only the parent can end a worker that holds the interpreter lock.
"""

from __future__ import annotations

import contextlib
import errno
import gc
import os
import select
import shutil
import signal
import time
import traceback
from collections import deque
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from ..common import protocol, session_protocol
from ..core.errors import UserError
from ..files import journal
from ..files.locks import LockHeldError, PathLock

#: After a cancellation; a thread of the worker acts first (`cancellation.SECONDS_TO_STOP`).
SECONDS_TO_END = 1.6
#: For a worker that is cleaning up, which may have to wait for processes or disks.
SECONDS_TO_CLEAN_UP = 1.8
#: After the cancellation of one job of a session (`cancellation.SECONDS_TO_STOP_JOB`).
SECONDS_TO_END_JOB = 10.8
#: Between checks whether the worker lives, in case its end of the journal stays open.
SECONDS_BETWEEN_CHECKS = 1.0
#: The time that the worker waits for the watchdog to end.
SECONDS_TO_EXIT = 1.0
#: The time in which the system closes the files of a worker that was killed.
SECONDS_TO_UNLOCK = 10.0
_SECONDS_BETWEEN_TRIES = 0.01
CANCELLING_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
_READ_BYTES = 2**16
_MAX_DESCRIPTORS = 2**16
#: A longer line is not a cancellation.
_MAX_CANCEL_BYTES = 2**12
#: Cancellations of jobs that are remembered for the case that they start afterwards.
_MAX_CANCELLED_JOBS = 64


@dataclass
class Watchdog:
    """The side of the worker: requests come from here, and the journal is written here."""

    requests: BinaryIO
    _journal: int
    _process: int

    def stop(self) -> None:
        """End the watchdog; to be called right before the worker ends."""
        journal.report(journal.CLOSING)
        journal.report_to(None)
        deadline = time.monotonic() + SECONDS_TO_EXIT
        with contextlib.suppress(ChildProcessError, ProcessLookupError):
            while os.waitpid(self._process, os.WNOHANG) == (0, 0):
                if time.monotonic() > deadline:
                    os.kill(self._process, signal.SIGKILL)
                    deadline += SECONDS_TO_EXIT
                time.sleep(0.001)


def start_watchdog(
    read_stdin: bool,
    final_action: Callable[[], None] | None = None,
    kept_open: Iterable[int] = (),
    is_session: bool = False,
) -> Watchdog | None:
    """Fork the watchdog, before any thread is started; None where the system cannot fork.

    In a session it passes on every line, and watches cancellations of single jobs. The watchdog
    calls `final_action` when it has to end a cancelled worker; it may use the descriptors in
    `kept_open`.
    """
    if not hasattr(os, "fork"):
        return None
    pipes: list[tuple[int, int]] = []
    try:
        for _ in range(3):
            pipes.append(os.pipe())
        (requests, requests_out), (journal_in, journal_out), (signals_in, signals_out) = pipes
        worker, process = os.getpid(), os.fork()
    except OSError:  # no further process can be started
        for pair in pipes:
            for end in pair:
                os.close(end)
        return None
    if process == 0:
        try:
            for (
                name
            ) in CANCELLING_SIGNALS:  # those sent to a process group are handled by the worker
                if number := getattr(signal, name, None):
                    signal.signal(number, signal.SIG_IGN)
            gc.disable()
            stdin = 0 if read_stdin else None
            own_descriptors = {2, requests_out, journal_in, signals_in, *kept_open}
            _close_other_descriptors(own_descriptors | {0} if read_stdin else own_descriptors)
            _WatchdogProcess(
                worker, stdin, requests_out, journal_in, signals_in, final_action, is_session
            ).run()
        except BaseException:  # the worker notices the end of the watchdog and stops
            traceback.print_exc()
        finally:
            os._exit(1)
    for end in (requests_out, journal_in, signals_in):
        os.close(end)
    if read_stdin:  # from here on only the watchdog reads it
        null_device = os.open(os.devnull, os.O_RDONLY)
        os.dup2(null_device, 0)
        os.close(null_device)
    os.set_blocking(signals_out, False)
    signal.set_wakeup_fd(signals_out, warn_on_full_buffer=False)
    journal.report_to(journal_out)
    return Watchdog(os.fdopen(requests, "rb"), journal_out, process)


class _WatchdogProcess:
    """The side of the watchdog."""

    def __init__(
        self,
        worker: int,
        stdin: int | None,
        requests: int,
        journal_in: int,
        signals: int,
        final_action: Callable[[], None] | None,
        is_session: bool,
    ):
        self._worker, self._final_action = worker, final_action
        self._is_session = is_session
        self._stdin, self._requests = stdin, requests
        self._journal, self._signals = journal_in, signals
        self._signal_numbers = {getattr(signal, name, 0) for name in CANCELLING_SIGNALS} - {0}
        self._unfinished: dict[bytes, None] = {}
        self._locked: dict[bytes, None] = {}
        self._record = b""
        self._line = b""
        self._job_started = self._job_forwarded = False
        self._outgoing = b""
        self._cancelled_at: float | None = None
        self._cancelled_jobs: deque[int] = deque(maxlen=_MAX_CANCELLED_JOBS)
        self._running_job: int | None = None
        self._job_cancelled_at: float | None = None
        self._seconds = SECONDS_TO_END
        os.set_blocking(requests, False)

    def run(self) -> None:
        """Watch until the worker has ended."""
        while True:
            sources = [self._journal, self._signals]
            if self._stdin is not None and len(self._outgoing) < protocol.MAX_JOB_BYTES:
                sources.append(self._stdin)
            sinks = [self._requests] if self._outgoing else []
            ready, writable, _ = select.select(sources, sinks, [], self._seconds_to_wait())
            if self._journal in ready:
                self._read_journal()
            if self._signals in ready and self._signal_numbers & set(
                os.read(self._signals, _READ_BYTES)
            ):
                self._cancel()
            if self._stdin is not None and self._stdin in ready:
                self._read_stdin(self._stdin)
            if writable:
                self._forward()
            if os.getppid() != self._worker:
                self._finish()
            if self._seconds_to_wait() == 0:
                self._end_worker()

    def _seconds_to_wait(self) -> float:
        deadlines = [time.monotonic() + SECONDS_BETWEEN_CHECKS]
        if self._cancelled_at is not None:
            deadlines.append(self._cancelled_at + self._seconds)
        if self._job_cancelled_at is not None:
            deadlines.append(self._job_cancelled_at + SECONDS_TO_END_JOB)
        return max(0.0, min(deadlines) - time.monotonic())

    def _read_stdin(self, stdin: int) -> None:
        """Pass on the first line, the job; of later lines only a cancellation.

        In a session all lines are passed on as they are.
        """
        try:
            part = os.read(stdin, _READ_BYTES)
        except OSError as error:
            if error.errno == errno.EAGAIN:
                return
            part = b""
        if not part:
            self._stdin = None
            self._cancel()
            return
        if self._is_session:
            self._outgoing += part
            self._job_started, self._job_forwarded = True, part.endswith(b"\n")
        elif not self._job_forwarded:
            job, end, part = part.partition(b"\n")
            self._outgoing += job + end
            self._job_started, self._job_forwarded = True, bool(end)
        *lines, self._line = (self._line + part).split(b"\n")
        for line in lines:
            self._read_line(line[:_MAX_CANCEL_BYTES].decode(errors="replace"))
        self._line = self._line[: _MAX_CANCEL_BYTES + 1]

    def _read_line(self, line: str) -> None:
        if protocol.is_cancel(line):
            self._cancel()
        elif self._is_session and (job := session_protocol.cancelled_number(line)) is not None:
            self._cancelled_jobs.append(job)
            self._watch_cancelled_job()

    def _watch_cancelled_job(self) -> None:
        """Give the running job the time to stop if it is cancelled."""
        if self._running_job in self._cancelled_jobs and self._job_cancelled_at is None:
            self._job_cancelled_at = time.monotonic()

    def _cancel(self) -> None:
        if self._cancelled_at is None:
            self._cancelled_at = time.monotonic()
            end = b"\n" if self._job_started and not self._job_forwarded else b""
            self._outgoing += end + protocol.CANCEL_LINE.encode() + b"\n"
            self._job_forwarded = True

    def _forward(self) -> None:
        try:
            self._outgoing = self._outgoing[os.write(self._requests, self._outgoing) :]
        except BlockingIOError:
            return
        except OSError:  # the worker has ended; the journal ends, too
            self._outgoing = b""

    def _read_journal(self) -> None:
        part = os.read(self._journal, _READ_BYTES)
        if not part:
            self._finish()
        *records, self._record = (self._record + part).split(journal.END)
        for record in records:
            kind, name = record[:1], record[1:]
            entries = (
                self._locked if kind in (journal.LOCKED, journal.RELEASED) else self._unfinished
            )
            if kind in (journal.CREATED, journal.LOCKED):
                entries[name] = None
            elif kind in (journal.FINISHED, journal.RELEASED):
                entries.pop(name, None)
            elif kind == journal.JOB_STARTED:
                self._running_job = int(name)
                self._watch_cancelled_job()
            elif kind == journal.JOB_ENDED:
                self._running_job = self._job_cancelled_at = None
            elif kind == journal.CLEANING:
                self._seconds = SECONDS_TO_CLEAN_UP
            elif kind == journal.CLOSING:
                self._finish()

    def _end_worker(self) -> None:
        """Clean up, kill the worker with its child processes, and clean up again."""
        self._clean_up()  # first, so that nothing is left when the end of the worker is noticed
        if self._final_action is not None:
            with contextlib.suppress(OSError):  # nobody may be reading any more
                self._final_action()
        started = descendants(self._worker)
        for number in (self._worker, *started):
            if number != os.getpid():
                with contextlib.suppress(ProcessLookupError, PermissionError):
                    os.kill(number, signal.SIGKILL)
        deadline = time.monotonic() + SECONDS_TO_EXIT
        while os.getppid() == self._worker and time.monotonic() < deadline:
            time.sleep(0.005)
        self._finish()

    def _finish(self) -> None:
        self._clean_up()
        deadline = time.monotonic() + SECONDS_TO_UNLOCK
        for name in self._locked:
            with contextlib.suppress(OSError, UserError):
                _remove_lock(Path(os.fsdecode(name)), deadline)
        os._exit(0)

    def _clean_up(self) -> None:
        for name in self._unfinished:
            with contextlib.suppress(OSError):
                if os.path.isdir(name) and not os.path.islink(name):
                    shutil.rmtree(name, ignore_errors=True)
                else:
                    os.unlink(name)


def _remove_lock(target: Path, deadline: float) -> None:
    """Remove the lock of a worker that has ended, unless another job has taken it.

    The end of a process is noticed before the last of its files is closed.
    """
    while True:
        try:
            PathLock(target).release()
            return
        except LockHeldError:
            if time.monotonic() > deadline:
                raise
            time.sleep(_SECONDS_BETWEEN_TRIES)


def descendants(process: int) -> list[int]:
    """The living descendants of a process; empty where the system has no `/proc`."""
    parents: dict[int, int] = {}
    with contextlib.suppress(OSError):
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                with contextlib.suppress(OSError, ValueError, IndexError):
                    text = Path("/proc", entry, "stat").read_text(errors="replace")
                    parents[int(entry)] = int(text.rpartition(")")[2].split()[1])
    found = [process]
    for parent in found:  # the list grows in the loop
        found += [number for number, parent_number in parents.items() if parent_number == parent]
    return found[1:]


def _close_other_descriptors(kept: set[int]) -> None:
    """Close descriptors of the worker, so that readers of its pipes see the end of the worker."""
    null_device = os.open(os.devnull, os.O_RDWR)
    for number in (0, 1, 2):
        if number not in kept:
            os.dup2(null_device, number)
    start = 3
    for number in sorted(kept - {0, 1, 2}):
        os.closerange(start, number)
        start = number + 1
    os.closerange(start, max(start, min(os.sysconf("SC_OPEN_MAX"), _MAX_DESCRIPTORS)))
