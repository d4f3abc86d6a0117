"""How a job is made to stop: requests and signals become a cancel, which a job must obey in time.

A watchdog process passes requests and signals on where the system can fork. Elsewhere threads of
this process do it, which wait while a library holds the interpreter's lock.
"""

from __future__ import annotations

import os
import signal
import socket
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator
from typing import BinaryIO

from ..common import protocol
from ..common.protocol import EXIT_CANCELLED
from ..files import journal
from ..files.pending_files import discard_all_pending
from .cleanup import run_cleanups
from .watchdog import CANCELLING_SIGNALS, Watchdog, start_watchdog

#: A job that does not come to a checkpoint in this time after a cancel is ended by force.
SECONDS_TO_STOP = 1.0

_watchdog: Watchdog | None = None
# the system writes to it as long as signals may come
_kept_open: list[socket.socket] = []


def cancel_on_requests(
    cancelled: threading.Event,
    read_stdin: bool = False,
    final_action: Callable[[], None] | None = None,
    kept_open: Iterable[int] = (),
) -> str:
    """Let signals cancel the job, and requests and the end of stdin where it is to be read.

    The first line of stdin, which asks for the job, is returned: empty where there is none. If the
    process must be ended by force, `final_action` is called at the very end; it may use the
    descriptors of `kept_open`.
    """
    global _watchdog
    _watchdog = start_watchdog(read_stdin, final_action, kept_open)
    if _watchdog is None:
        _cancel_on_signals(cancelled)
    _install_signal_handlers()
    lines = iter(())
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


def exit_process(status: int) -> None:
    """End the process; threads of libraries must not hold it back once its result is out."""
    for stream in (sys.stdout, sys.stderr):
        if stream:
            stream.flush()
    _stop_watchdog()
    os._exit(status)


def _stop_watchdog() -> None:
    global _watchdog
    watchdog, _watchdog = _watchdog, None  # its end means nothing from here on
    if watchdog is not None:
        watchdog.stop()


def _install_signal_handlers() -> None:
    """Let the system write signals into the pipe that is set, and do nothing else of them."""
    for name in CANCELLING_SIGNALS:
        number = getattr(signal, name, None)
        # what was set to be ignored, by nohup for example, stays so
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: None)


def _cancel_on_signals(cancelled: threading.Event) -> None:
    """Let Ctrl+C, a termination and a closed terminal cancel the job, without a watchdog.

    Python runs handlers between two instructions of the main thread only, which may be busy inside
    a library for long; a byte written by the system wakes a thread of its own.
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
    """Wait for a cancel and end the process, cleaned up, if the job takes too long to obey."""
    cancelled.wait()
    time.sleep(SECONDS_TO_STOP)
    journal.report(journal.CLEANING)
    discard_all_pending()
    try:
        run_cleanups()
        if final_action:
            final_action()
    except Exception:  # a fault in tidying must not keep the process alive
        traceback.print_exc()
    _stop_watchdog()
    os._exit(EXIT_CANCELLED)


def _lines(stream: BinaryIO) -> Iterator[str]:
    """Lines as they arrive; what is not UTF-8 is no reason to stop listening."""
    while line := stream.readline(protocol.MAX_JOB_BYTES + 1):
        yield line.decode("utf-8", "replace")


def _listen_for_cancel(lines: Iterator[str], cancelled: threading.Event) -> None:
    """Cancel on request, or at the end of requests: then the parent or the watchdog is gone."""
    for line in lines:
        if protocol.is_cancel(line):
            break
    else:
        if _watchdog is not None:
            print("The process that watches this job has ended; the job stops.", file=sys.stderr)
    cancelled.set()
