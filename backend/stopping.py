"""How a job is made to stop: signals become a cancel, and a job that does not listen is ended."""

from __future__ import annotations

import os
import signal
import socket
import threading
import time
import traceback
from collections.abc import Callable

from .compute.atomic import give_up_all_pending
from .compute.tidying import tidy_up
from .protocol import EXIT_CANCELLED

#: A job that does not come to a checkpoint in this time after a cancel is ended by force.
SECONDS_TO_STOP = 1.0

# the system writes to it as long as signals may come
_kept_open: list[socket.socket] = []


def cancel_on_signals(cancelled: threading.Event) -> None:
    """Let Ctrl+C, a termination and a closed terminal cancel the job.

    Python runs handlers between two instructions of the main thread only, which may be busy inside
    a library for long; a byte written by the system wakes a thread of its own.
    """
    reader, writer = socket.socketpair()
    writer.setblocking(False)
    signal.set_wakeup_fd(writer.fileno(), warn_on_full_buffer=False)
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK"):
        number = getattr(signal, name, None)
        # what was set to be ignored, by nohup for example, stays so
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: None)

    def wait() -> None:
        reader.recv(1)
        cancelled.set()

    threading.Thread(target=wait, daemon=True).start()
    _kept_open.append(writer)


def end_when_cancelled(cancelled: threading.Event, last: Callable[[], None] | None = None) -> None:
    """Watch for a cancel and end the process, cleaned up, if the job takes too long to obey."""

    def watch() -> None:
        cancelled.wait()
        time.sleep(SECONDS_TO_STOP)
        give_up_all_pending()
        try:
            tidy_up()
            if last:
                last()
        except Exception:  # a fault in tidying must not keep the process alive
            traceback.print_exc()
        os._exit(EXIT_CANCELLED)

    threading.Thread(target=watch, daemon=True).start()
