"""Reads a spectral library of any format: a file, or a folder of files with a spectrum each."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from ...core.errors import UserError, first_line
from ...files.regular_files import require_regular
from ...scene.external_references import (
    check_external_files,
    check_external_links,
    check_external_references,
)
from ..similar_names import shorten_list
from .asd import is_asd, read_asd_spectrum
from .csv_table import read_csv_library
from .ecostress import is_ecostress, read_ecostress_spectrum
from .enmapbox import SUFFIXES, read_enmapbox_library
from .envi import is_envi_library, library_parts, read_envi_library
from .spectra import MAX_SPECTRA, LibraryError, Spectrum
from .usgs import is_usgs, is_usgs_axis, read_usgs_spectrum

#: Bytes at the beginning of a file by which its format is recognised.
_HEAD_BYTES = 8192
#: Files in a folder that may hold spectra.
_FOLDER_SUFFIXES = (".txt", ".asd", ".sli", ".csv", ".asc")
FORMATS = (
    "ENVI (.sli with .hdr), CSV with a row of wavelengths, ECOSTRESS or ASTER text, USGS splib07 "
    "ASCII, ASD binary, and vector layers of the EnMAP-Box with profiles"
)


@dataclass(frozen=True)
class SpectralLibrary:
    """The spectra of a file or a folder, with notes for the log."""

    path: Path
    spectra: list[Spectrum]
    notes: tuple[str, ...] = ()


def read_library(path: Path, allow_external: bool = False) -> SpectralLibrary:
    """The spectra of a library; `UserError` where it cannot be read."""
    if os.path.isdir(path):
        return _read_folder(path, allow_external)
    try:
        return SpectralLibrary(path, _read_file(path, allow_external))
    except (LibraryError, OSError) as error:
        raise _unreadable(path, first_line(error)) from error


def _read_folder(folder: Path, allow_external: bool) -> SpectralLibrary:
    """The spectra of all files; the folder of each is its field `folder`."""
    check_external_links(folder, allow_external)
    spectra: list[Spectrum] = []
    ignored = []
    for path in _files(folder):
        try:
            if is_usgs_axis(_head(path).decode("latin-1")):
                continue
            found = _read_file(path, allow_external)
        except (LibraryError, OSError):
            ignored.append(path.name)
            continue
        spectra += [_with_folder(spectrum, path.parent.name) for spectrum in found]
        if len(spectra) > MAX_SPECTRA:
            raise _unreadable(folder, f"it has more than {MAX_SPECTRA:,} spectra")
    if not spectra:
        raise _unreadable(folder, "none of its files holds a spectrum")
    notes: tuple[str, ...] = ()
    if ignored:
        notes = (f"Files that cannot be read as spectra, ignored: {shorten_list(ignored)}.",)
    return SpectralLibrary(folder, spectra, notes)


def _files(folder: Path) -> Iterator[Path]:
    for parent, folders, names in os.walk(folder):
        folders.sort()
        for name in sorted(names):
            path = Path(parent, name)
            if path.suffix.lower() in _FOLDER_SUFFIXES and os.path.isfile(path):
                yield path


def _with_folder(spectrum: Spectrum, folder: str) -> Spectrum:
    return Spectrum(
        spectrum.name,
        spectrum.values,
        spectrum.wavelengths,
        spectrum.widths,
        {"folder": folder, **spectrum.fields},
        spectrum.is_scaled,
    )


def _read_file(path: Path, allow_external: bool) -> list[Spectrum]:
    require_regular(path)
    check_external_references(path, allow_external)
    head = _head(path)
    text = head.decode("latin-1").removeprefix("ï»¿")
    if is_envi_library(path):
        check_external_files(path, map(str, library_parts(path)), allow_external)
        return read_envi_library(path)
    if is_asd(head):
        return read_asd_spectrum(path)
    if is_ecostress(text):
        return read_ecostress_spectrum(path)
    if is_usgs_axis(text):
        raise LibraryError("it holds the wavelengths of a library, not its spectra")
    if is_usgs(text):
        return read_usgs_spectrum(path)
    if path.suffix.lower() in SUFFIXES:
        return read_enmapbox_library(path)
    if b"\0" in head:
        raise LibraryError("its format is unknown")
    return read_csv_library(path)


def _head(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_HEAD_BYTES)


def _unreadable(path: Path, reason: str) -> UserError:
    return UserError(
        "library.unreadable",
        f"The spectral library {path} cannot be read ({reason}).",
        f"Formats that can be read: {FORMATS}.",
    )
