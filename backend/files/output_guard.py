"""Refuses outputs that would overwrite an input, another output or a file of the user."""

from __future__ import annotations

import os
import stat
import unicodedata
from collections.abc import Iterable
from pathlib import Path

from ..core.errors import UserError
from .output_files import OutputFiles, Part

#: A file with such a suffix beside an input would be read as a part of it.
_SIDECAR_SUFFIXES = (".aux.xml", ".ovr", ".msk", ".hdr", "-wal", "-journal", "-shm")


class OutputGuard:
    """Checks outputs against the files of all inputs and of the outputs admitted before."""

    def __init__(
        self, inputs: Iterable[Path | str], beside: Iterable[Path | str], replace_all: bool
    ):
        self._replace_all = replace_all
        self._inputs = _FileSet()
        self._beside = _FileSet()
        self._outputs: list[OutputFiles] = []
        self._parts: set[Path] = set()
        self.protect(inputs, beside)

    def protect(self, inputs: Iterable[Path | str], beside: Iterable[Path | str]) -> None:
        """Add files that no output may replace."""
        self._inputs.add(inputs)
        self._beside.add(beside)
        for output in self._outputs:
            for part in output.parts:
                self._check(part, output)

    def has_admitted(self, path: Path) -> bool:
        """Whether a file belongs to an admitted output."""
        return _absolute(path) in self._parts

    def resolved_path(self, path: Path) -> Path:
        """The path to write to: that of the target if the path is a link."""
        path = _absolute(path)
        return Path(os.path.realpath(path)) if os.path.islink(path) else path

    def refuse_duplicate(self, main: Path) -> None:
        """Refuse a path that is already an output of the job."""
        for other in self._outputs:
            if _is_same(_absolute(main), _absolute(other.main)):
                raise _duplicate_output(main, other)

    def admit(self, output: OutputFiles) -> None:
        """Admit an output; UserError if it would overwrite another file."""
        self.examine(output)
        if len({_absolute(part.path) for part in output.written}) < len(output.written):
            raise _duplicate_output(output.main, output)
        self._outputs.append(output)
        self._parts |= {_absolute(part.path) for part in output.parts}

    def examine(self, output: OutputFiles) -> None:
        """Check an output without admitting it; UserError if it would overwrite another file."""
        for part in output.parts:
            self._check(part, output)
        for part in output.written:
            for other in self._outputs:
                self._check_other(part, other, output)

    def recheck(self, pending: Iterable[Path]) -> list[Path]:
        """Check again before publishing; returns old sidecar files of the outputs to replace."""
        wanted = set(pending)
        displaced = []
        for output in self._outputs:
            if not any(self.resolved_path(part.path) in wanted for part in output.written):
                continue
            for part in output.parts:
                if part in output.written and self.resolved_path(part.path) not in wanted:
                    continue
                self._check(part, output)
                if part.path != output.main and os.path.lexists(part.path):
                    displaced.append(self.resolved_path(part.path))
        return displaced

    def _check(self, part: Part, output: OutputFiles) -> None:
        path = _absolute(part.path)
        self._refuse_special(path, part, output)
        if self._inputs.contains(path):
            raise _is_input(path, output)
        is_own = part.is_own is not None and part.is_own(path)
        if self._beside.contains(path) and not is_own:
            raise _is_input(path, output)
        if part.is_own is None and self._inputs.would_read(path):
            raise UserError(
                "output.is_input",
                f"The output {path} would be read as a part of an input of this job.",
                "Choose another output name.",
            )
        if part.is_own is None or is_own or self._replace_all or not os.path.lexists(path):
            return
        if path == _absolute(output.main):
            raise UserError(
                "output.exists",
                f"The file {path} exists already.",
                "Choose another folder, move the file, or allow overwriting it (--overwrite).",
            )
        raise UserError(
            "output.not_own",
            f"The output {output.main} would replace or outdate the file {path}, which was not "
            "written by GeoDiffNet or was changed since.",
            "Move or rename it, or choose another output name.",
        )

    def _refuse_special(self, path: Path, part: Part, output: OutputFiles) -> None:
        try:
            mode = os.stat(path).st_mode
        except (OSError, ValueError):
            mode = 0
        if mode and not stat.S_ISREG(mode) and not stat.S_ISDIR(mode):
            raise UserError(
                "output.not_a_file",
                f"The output {path} is a device or a pipe, not a file.",
                "Choose the name of a file.",
            )
        is_link = os.path.islink(path)
        if part.is_own is not None and (is_link or stat.S_ISDIR(mode)):
            raise UserError(
                "output.not_own",
                f"{path} is a {'link' if is_link else 'folder'}, but the output {output.main} "
                "needs a file with this name.",
                "Move or rename it, or choose another output name.",
            )

    def _check_other(self, part: Part, other: OutputFiles, output: OutputFiles) -> None:
        for other_part in other.parts:
            if _is_same(_absolute(part.path), _absolute(other_part.path)):
                raise _duplicate_output(part.path, other)
        for removed_part in output.removed:
            for other_part in other.written:
                if _is_same(_absolute(removed_part.path), _absolute(other_part.path)):
                    raise _duplicate_output(other_part.path, output)


class _FileSet:
    """Files that are recognised under any of their names, such as links."""

    def __init__(self) -> None:
        self._paths: set[str] = set()
        self._numbers: set[tuple[int, int]] = set()

    def add(self, paths: Iterable[Path | str]) -> None:
        for path in paths:
            path = _absolute(path)
            self._paths.add(_comparable(path))
            if number := _file_number(path):
                self._numbers.add(number)

    def contains(self, path: Path) -> bool:
        return _comparable(path) in self._paths or _file_number(path) in self._numbers

    def would_read(self, path: Path) -> bool:
        """Whether a file with this name would be read as a part of one of these files."""
        name = _comparable(path)
        return any(
            name.endswith(ending) and name.removesuffix(ending) in self._paths
            for ending in _SIDECAR_SUFFIXES
        )


def _is_same(path: Path, other: Path) -> bool:
    if _comparable(path) == _comparable(other):
        return True
    number = _file_number(path)
    if number is not None:  # hard links and other names of the same file
        return number == _file_number(other)
    if path.parent != other.parent and _file_number(path.parent) != _file_number(other.parent):
        return False
    folded = path.name.casefold() == other.name.casefold()
    return folded and _ignores_case(path.parent)


def _file_number(path: Path) -> tuple[int, int] | None:
    """The device and inode of a file; None where there is no file."""
    try:
        status = os.stat(path)
    except (OSError, ValueError):
        return None
    return status.st_dev, status.st_ino


def _ignores_case(folder: Path) -> bool:
    """Whether file names in a folder are case-insensitive."""
    if os.name == "nt":
        return True
    try:
        paths = [folder / name for name in os.listdir(folder)[:16]]
    except OSError:
        paths = []
    for path in (*paths, folder):
        other = path.with_name(path.name.swapcase()) if path.name else path
        if other != path:
            return _file_number(other) == _file_number(path)
    return False


def _comparable(path: Path) -> str:
    return unicodedata.normalize("NFC", str(path))


def _absolute(path: Path | str) -> Path:
    return Path(os.path.abspath(path))


def _is_input(path: Path, output: OutputFiles) -> UserError:
    if path == _absolute(output.main):
        message = f"The output {path} is also an input of this job, or a part of one."
    else:
        message = (
            f"The output {output.main} would replace {path}, which is an input of this job or a "
            "part of one."
        )
    return UserError("output.is_input", message, "Choose another output name.")


def _duplicate_output(path: Path, other: OutputFiles) -> UserError:
    message = f"Two outputs of this job have the same name: {path}."
    if path != other.main:
        message = f"Two outputs of this job would both write {path}, one of them {other.main}."
    return UserError("output.duplicate", message, "Choose a different name for each output.")
