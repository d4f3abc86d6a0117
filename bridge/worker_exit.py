"""What remains of a worker process that ended without a last event: its error, its files."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from qgis.PyQt.QtCore import QProcess

from ..backend.common import protocol
from .errors import BridgeError
from .logs import last_line
from .translation import tr

SIGKILL = 9


def exit_error(process: QProcess, log: Path) -> BridgeError:
    """The error of a worker that exited without a result or an error event."""
    code = process.exitCode()
    crashed = process.exitStatus() == QProcess.ExitStatus.CrashExit
    # A shell reports a signal as 128 + its number.
    if os.name == "posix" and ((crashed and code == SIGKILL) or code == 128 + SIGKILL):
        return BridgeError(
            "backend.killed",
            tr("The operating system stopped the backend, probably because memory ran out."),
            tr(
                "Close other programs, decrease the memory limit in the advanced parameters, "
                "or process a smaller part of the scene. Log: {}"
            ).format(log),
        )
    exit_description = tr("signal {}") if crashed and os.name == "posix" else tr("exit status {}")
    last_output = last_line(log)
    return BridgeError(
        "backend.stopped",
        tr("The backend stopped unexpectedly ({}{}).").format(
            exit_description.format(code), f"; {last_output}" if last_output else ""
        ),
        tr("Please report this problem and attach the log: {}").format(log),
    )


def remove_partial_files(settings: dict[str, Any], number: int) -> None:
    """Remove the unfinished files of a killed worker, and those that libraries wrote for them."""
    paths = [
        value for value in settings.values() if isinstance(value, str) and os.path.isabs(value)
    ]
    for folder in {os.path.dirname(path) for path in paths}:
        if not os.path.isdir(folder):
            continue
        for entry in os.scandir(folder):
            name, ending, _ = entry.name.rpartition(".partial")
            writer = protocol.parse_temporary_name(name + ending)
            if writer and writer[1] == number and entry.is_file(follow_symlinks=False):
                Path(entry.path).unlink(missing_ok=True)
