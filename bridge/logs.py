"""The logs of the backend in the QGIS profile, one file for each of its processes."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from qgis.core import QgsApplication

MAX_LOGS = 30


def log_folder() -> Path:
    """The folder of the backend's logs, in the QGIS profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "geodiffnet" / "logs"


def logs_in(folder: Path) -> list[Path]:
    """The logs in a folder, the oldest first; another QGIS may remove some of them meanwhile."""
    found = []
    for log in folder.glob("*.log"):
        with contextlib.suppress(OSError):
            found.append((log.stat().st_mtime, log))
    return [log for _, log in sorted(found)]


def new_log(name: str, command: Sequence[str], settings: dict[str, Any] | None = None) -> Path:
    """A new log file with the command and the settings of a job; the oldest are removed."""
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    for old in logs_in(folder)[: -MAX_LOGS + 1]:
        # On Windows, one that a running process writes cannot be removed.
        with contextlib.suppress(OSError):
            old.unlink()
    started = time.strftime("%Y%m%d-%H%M%S")
    number = 0
    while True:
        log = folder / f"{name}-{started}-{os.getpid()}-{number}.log"
        try:
            with log.open("x", encoding="utf-8") as file:
                file.write(f"$ {' '.join(command)}\n")
                if settings is not None:
                    file.write(json.dumps(settings, indent=1, ensure_ascii=False) + "\n")
        except FileExistsError:
            number += 1
        else:
            return log


def last_line(log: Path) -> str:
    """The last line of a log, which names an uncaught exception."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    last = lines[-1].strip() if lines else ""
    # A log without output ends with the command, or the closing brace of the settings.
    return "" if last in ("}", "{}") or last.startswith("$ ") else last[:300]
