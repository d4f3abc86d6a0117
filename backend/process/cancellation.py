"""Cancels the job on requests, signals and the end of stdin, and ends a job that does not stop.

Where the system can fork, a watchdog process passes on requests and signals. Elsewhere threads of
this process do it, which must wait while a library holds the global interpreter lock.
"""

from __future__ import annotations

import os
import queue
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO, NoReturn

from ..common import protocol
from ..common.protocol import EXIT_CANCELLED
from ..files import journal
from ..files.pending_files import discard_all_pending
from .cleanup import run_cleanups
from .watchdog import CANCELLING_SIGNALS, Watchdog, start_watchdog

#: A cancelled job that does not reach a checkpoint within this time is ended by force.
SECONDS_TO_STOP = 1.0
#: The same for one job of a session, whose end by force costs the others a new process.
SECONDS_TO_STOP_JOB = 10.0

_watchdog: Watchdog | None = None
#: Files that other threads and the operating system use until the process ends.
_kept_open: list[socket.socket | BinaryIO] = []


def cancel_on_requests(
    cancelled: threading.Event,
    read_stdin: bool = False,
    final_action: Callable[[], None] | None = None,
    kept_open: Iterable[int] = (),
) -> str:
    """Cancel the job on signals and, with `read_stdin`, on requests and at the end of stdin.

    Returns the first line of stdin, the request of the job, or an empty text. If the process must
    be ended by force, `final_action` is called last; it may use the descriptors in `kept_open`.
    """
    global _watchdog
    _watchdog = start_watchdog(read_stdin, final_action, kept_open)
    if _watchdog is None:
        _cancel_on_signals(cancelled)
    _install_signal_handlers()
    lines: Iterator[str] = iter(())
    if _watchdog is not None:
        lines = _lines(_watchdog.requests)
    elif read_stdin and sys.stdin:
        lines = _lines(sys.stdin.buffer)
    first = next(lines, "") if read_stdin else ""
    threading.Thread(
        target=_force_exit_after_cancel, args=(cancelled, final_action), daemon=True
    ).start()
    if _watchdog is not None or read_stdin:
        threading.Thread(target=_listen_for_cancel, args=(lines, cancelled), daemon=True).start()
    return first


def follow_requests(ended: threading.Event, handle_line: Callable[[str], None]) -> JobGuard:
    """Pass the lines of stdin to `handle_line`, in a thread, until the session ends.

    The session ends on signals, on requests and at the end of stdin: `ended` is set, and the
    process is ended if it does not exit in time. `handle_line` gets at most
    `protocol.MAX_JOB_BYTES` + 1 characters of a line.
    """
    global _watchdog
    _watchdog = start_watchdog(read_stdin=True, is_session=True)
    if _watchdog is None:
        _cancel_on_signals(ended)
    _install_signal_handlers()
    stream = _watchdog.requests if _watchdog is not None else sys.stdin.buffer
    lines = _lines(stream, skip_rest=True)
    guard = JobGuard()
    for target, arguments in (
        (_force_exit_after_cancel, (ended, None)),
        (guard.wait, ()),
        (_listen_for_cancel, (lines, ended, handle_line)),
    ):
        threading.Thread(target=target, args=arguments, daemon=True).start()
    return guard


class JobGuard:
    """Ends the process of a session if a cancelled job does not stop in time."""

    def __init__(self) -> None:
        self._stopping: queue.SimpleQueue[threading.Event] = queue.SimpleQueue()

    def watch(self, stopped: threading.Event) -> None:
        """Wait for the end of a cancelled job, which sets `stopped`."""
        self._stopping.put(stopped)

    def wait(self) -> None:
        """Wait for cancelled jobs, one after the other."""
        while True:
            if not self._stopping.get().wait(SECONDS_TO_STOP_JOB):
                _force_exit(None)


def exit_process(status: int) -> NoReturn:
    """End the process without waiting for threads of libraries."""
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    _stop_watchdog()
    os._exit(status)


def _stop_watchdog() -> None:
    global _watchdog
    watchdog, _watchdog = _watchdog, None  # its end does not cancel the job any more
    if watchdog is not None:
        _kept_open.append(watchdog.requests)  # a thread may be reading from it
        watchdog.stop()


def _install_signal_handlers() -> None:
    """Ignore the signals in Python; the system writes them into the wakeup descriptor."""
    for name in CANCELLING_SIGNALS:
        number = getattr(signal, name, None)
        # signals that are ignored, for example by nohup, stay ignored
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def _cancel_on_signals(cancelled: threading.Event) -> None:
    """Cancel the job on Ctrl+C, termination and a closed terminal, without a watchdog.

    Python runs signal handlers in the main thread only, which may be busy in a library for long;
    the byte that the system writes wakes a separate thread.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)

    def wait() -> None:
        reader.recv(1)
        cancelled.set()

    threading.Thread(target=wait, daemon=True).start()
    _kept_open.append(writer)


def _force_exit_after_cancel(
    cancelled: threading.Event, final_action: Callable[[], None] | None
) -> None:
    """Wait for the cancellation, and clean up and end the process if the job does not stop."""
    cancelled.wait()
    time.sleep(SECONDS_TO_STOP)
    _force_exit(final_action)


def _force_exit(final_action: Callable[[], None] | None) -> None:
    """Clean up and end the process while its main thread is busy."""
    try:  # no error may keep the process alive, nor one in reporting it where stderr is closed
        journal.report(journal.CLEANING)
        discard_all_pending()
        try:
            run_cleanups()
            if final_action:
                final_action()
        except Exception:
            traceback.print_exc()
        _stop_watchdog()
    finally:
        os._exit(EXIT_CANCELLED)


def _lines(stream: BinaryIO, skip_rest: bool = False) -> Iterator[str]:
    """Lines as they arrive; bytes that are not UTF-8 are replaced.

    Of a line that is too long comes the beginning, then the rest, or with `skip_rest` nothing more.
    """
    while line := stream.readline(protocol.MAX_JOB_BYTES + 1):
        yield line.decode("utf-8", "replace")
        while skip_rest and line and not line.endswith(b"\n"):
            line = stream.readline(protocol.MAX_JOB_BYTES)


def _listen_for_cancel(
    lines: Iterator[str],
    cancelled: threading.Event,
    handle_line: Callable[[str], None] | None = None,
) -> None:
    """Cancel on request, or at the end of the stream, when the parent or watchdog has ended."""
    try:
        for line in lines:
            if protocol.is_cancel(line):
                break
            if handle_line is not None:
                handle_line(line)
        else:
            if _watchdog is not None:
                print("The watchdog process of this job has ended; the job stops.", file=sys.stderr)
    except Exception:  # for example a lack of memory: without requests the process is of no use
        traceback.print_exc()
    cancelled.set()
