"""Downloads the wheels; completed files are kept if a later one fails."""

from __future__ import annotations

import hashlib
import re
import time
from collections.abc import Iterable
from pathlib import Path

from qgis.core import QgsProcessingFeedback

from ..errors import BridgeError
from ..translation import tr
from .command import Commands, CompletedCommand
from .disk_space import format_size
from .explain import explain
from .pins import Recipe, Wheel
from .progress_messages import StepProgress

PROGRESS_LINE = re.compile(r"Progress (\d+) of (\d+)")
DOWNLOADED_LINE = re.compile(r"(?:Downloading|Using cached) (\S+\.whl)\s*(\([^)]*\))?")
#: Smaller files are downloaded together, since starting pip takes a second.
LARGE_WHEEL_BYTES = 8e6
MAX_ATTEMPTS = 3
RETRY_PAUSE_SECONDS = 3
#: Errors after which the download is retried.
RETRYABLE_CODES = ("setup.network", "setup.hash", "setup.not_offered")
PIP_OPTIONS = [
    "--no-input", "--disable-pip-version-check", "--no-deps", "--require-hashes",
    "--only-binary", ":all:", "--no-cache-dir", "--retries", "3",
]  # fmt: skip


def find_missing(wheels: Iterable[Wheel], folder: Path) -> list[Wheel]:
    """The wheels that are not in a folder; damaged files are removed."""
    to_download = []
    for wheel in wheels:
        path = folder / wheel.file
        if not path.is_file():
            to_download.append(wheel)
        elif _digest(path) != wheel.hash:
            path.unlink()
            to_download.append(wheel)
    return to_download


def check_folder(recipe: Recipe, folder: Path) -> None:
    """Raise BridgeError if the user's wheel folder is incomplete; it is not changed."""
    problems = []
    for wheel in recipe.wheels:
        path = folder / wheel.file
        if not path.is_file():
            problems.append(wheel.file)
        elif _digest(path) != wheel.hash:
            problems.append(tr("{} (damaged, or not the tested version)").format(wheel.file))
    if problems:
        listing = ", ".join(problems[:3]) + (" …" if len(problems) > 3 else "")
        raise BridgeError(
            "setup.wheels",
            tr("The wheel folder lacks {} of {} files: {}").format(
                len(problems), len(recipe.wheels), listing
            ),
            tr(
                "Fill it on a computer with a network connection with the action “Download only”, "
                "for the same system, Python version ({}) and PyTorch build ({})."
            ).format(recipe.python, recipe.build),
        )


class Download:
    """Downloads the wheels of an environment to a folder, and reports progress in bytes."""

    def __init__(
        self,
        recipe: Recipe,
        folder: Path,
        commands: Commands,
        feedback: QgsProcessingFeedback,
        log: Path,
        share: tuple[float, float],
    ):
        self._recipe = recipe
        self._folder = folder
        self._commands = commands
        self._feedback = feedback
        self._log = log
        self._progress = StepProgress(feedback, share)
        self._total = max(recipe.download_size, 1)
        self._done = self._current = 0

    def run(self, python: Path) -> None:
        """Download the missing files."""
        to_download = find_missing(self._recipe.wheels, self._folder)
        self._done = self._total - sum(wheel.size for wheel in to_download)
        if self._done and to_download:
            self._feedback.pushInfo(
                tr("Already downloaded: {} files").format(
                    len(self._recipe.wheels) - len(to_download)
                )
            )
        large = [wheel for wheel in to_download if wheel.size >= LARGE_WHEEL_BYTES]
        small = [wheel for wheel in to_download if wheel.size < LARGE_WHEEL_BYTES]
        # PyTorch last, so that network problems appear with the small files.
        groups = [small] if small else []
        for group in [*groups, *([wheel] for wheel in sorted(large, key=lambda wheel: wheel.size))]:
            self._fetch_with_retries(python, group)
            to_download = [
                wheel for wheel in to_download if not (self._folder / wheel.file).is_file()
            ]
            self._done = self._total - sum(wheel.size for wheel in to_download)
            self._current = 0
            self._show()

    def _fetch_with_retries(self, python: Path, group: list[Wheel]) -> None:
        step = tr("Downloading")
        for attempt in range(MAX_ATTEMPTS):
            completed = self._fetch(python, find_missing(group, self._folder))
            still_missing = find_missing(group, self._folder)
            if completed.code == 0 and not still_missing:
                return
            error = explain(completed.text, step, self._log)
            if error.code not in RETRYABLE_CODES or attempt == MAX_ATTEMPTS - 1:
                raise error
            self._feedback.pushWarning(tr("{} Retrying.").format(error.message))
            end = time.monotonic() + RETRY_PAUSE_SECONDS
            while time.monotonic() < end and not self._feedback.isCanceled():
                time.sleep(0.1)

    def _fetch(self, python: Path, wheels: list[Wheel]) -> CompletedCommand:
        requirements_file = self._folder.parent / "temporary" / "download.txt"
        requirements_file.parent.mkdir(parents=True, exist_ok=True)
        requirements_file.write_text(
            "".join(f"{wheel.requirement}\n" for wheel in wheels), encoding="utf-8"
        )
        arguments = ["download", *PIP_OPTIONS, "--progress-bar", "raw"]
        arguments += ["--dest", str(self._folder), "--requirement", str(requirements_file)]
        if self._recipe.index and any(wheel.name == "torch" for wheel in wheels):
            arguments += ["--extra-index-url", self._recipe.index]
        return self._commands.run(python, "pip", arguments, self._handle_line)

    def _handle_line(self, line: str) -> bool:
        """Read the progress from a line of pip's output."""
        if found := PROGRESS_LINE.match(line):
            self._current = int(found[1])
            self._show()
            return True
        if (found := DOWNLOADED_LINE.search(line)) and not line.strip().endswith(".metadata"):
            # The file before this one is complete.
            self._done += self._current
            self._current = 0
            self._feedback.pushInfo(f"  {found[1].rpartition('/')[2]} {found[2] or ''}".rstrip())
        return False

    def _show(self) -> None:
        done = min(self._done + self._current, self._total)
        text = tr("Downloading: {} of {}").format(format_size(done), format_size(self._total))
        self._progress.report(done / self._total, text)


def _digest(path: Path) -> str:
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return f"sha256:{found.hexdigest()}"
