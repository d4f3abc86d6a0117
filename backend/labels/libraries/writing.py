"""Writes spectral libraries: ENVI (`.sli` with its header), or a table in CSV."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...core.errors import UserError
from ...files.output_files import (
    LIBRARY_HEADER_MARK,
    OutputFiles,
    file_output,
    header_path,
    library_output,
)
from ...files.pending_files import PendingFiles, write_failure

_ENVI, _CSV = ".sli", ".csv"
#: What would end an entry of a list in an ENVI header.
_LIST_MARKS = re.compile(r"[,{}\r\n]+")


@dataclass(frozen=True)
class LibraryTable:
    """Reflectance (spectra, bands) with the name and the class of each spectrum."""

    reflectance: npt.NDArray[np.float32]
    names: Sequence[str]
    classes: Sequence[str]
    sources: Sequence[str]
    wavelengths: npt.NDArray[np.float64]
    #: Widths of the bands in nanometres; None where they are unknown.
    widths: npt.NDArray[np.float64] | None


def library_files(target: Path) -> OutputFiles:
    """The files of a library; `UserError` for a name with another ending."""
    if target.suffix.lower() == _ENVI:
        return library_output(target)
    if target.suffix.lower() == _CSV:
        return file_output(target)
    raise UserError(
        "library.format",
        f"The format of the library {target.name} is unknown.",
        "Choose a name that ends in .sli (ENVI) or .csv.",
    )


def write_library(table: LibraryTable, target: Path, files: PendingFiles) -> None:
    """Write a library among the other outputs, with which it is published."""
    try:
        if target.suffix.lower() == _ENVI:
            files.add(target).write_bytes(table.reflectance.astype("<f4").tobytes())
            files.add(header_path(target)).write_text(_header(table), encoding="utf-8")
        else:
            files.add(target).write_text(_csv(table), encoding="utf-8", newline="")
    except OSError as error:
        raise write_failure(target, error) from error


def _header(table: LibraryTable) -> str:
    count, bands = table.reflectance.shape
    lists = {
        "spectra names": [_list_item(name) for name in table.names],
        "class": [_list_item(name) for name in table.classes],
        "wavelength": [f"{value:.3f}" for value in table.wavelengths],
    }
    if table.widths is not None:
        lists["fwhm"] = [f"{value:.3f}" for value in table.widths]
    entries = [
        "ENVI", f"description = {{{LIBRARY_HEADER_MARK}}}", f"samples = {bands}",
        f"lines = {count}", "bands = 1", "header offset = 0", "file type = ENVI Spectral Library",
        "data type = 4", "interleave = bsq", "byte order = 0", "wavelength units = Nanometers",
        "reflectance scale factor = 1",
        *(f"{name} = {{{', '.join(items)}}}" for name, items in lists.items()),
    ]  # fmt: skip
    return "\n".join(entries) + "\n"


def _csv(table: LibraryTable) -> str:
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["name", "class", "source", *(f"{at:.3f}" for at in table.wavelengths)])
    rows = zip(table.names, table.classes, table.sources, table.reflectance, strict=True)
    for name, label, source, values in rows:
        writer.writerow([name, label, source, *(f"{value:.7g}" for value in values.tolist())])
    return text.getvalue()


def _list_item(text: str) -> str:
    return " ".join(_LIST_MARKS.sub(" ", text).split())
