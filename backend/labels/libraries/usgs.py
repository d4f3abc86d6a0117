"""Reads spectra of the USGS spectral library version 7 in ASCII: a title, and a value a line.

The wavelengths, in micrometres, are in a file of the same form for each spectrometer, in the folder
of the spectrum or above it.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from ...scene.numbers_in_text import parse_number
from ...scene.own_folder import is_within
from .spectra import LibraryError, Spectrum, check_size, make_spectra, read_text

#: Values below this stand for channels without data (-1.23e34).
_DELETED = -1e30
#: Folders above the spectrum in which wavelengths are sought.
_LEVELS = 3
_MARK = "record="
_WAVELENGTHS = "wavelengths"
#: Files of the library that are no spectra, by their titles.
_NO_SPECTRA = (_WAVELENGTHS, "bandpass", "wavenumber", "error")
#: Wavelength files that are considered.
_MAX_CANDIDATES = 100


def is_usgs(head: str) -> bool:
    """Whether a text begins like a file of this library."""
    title = head.partition("\n")[0].lower()
    return title.lstrip().startswith("splib") and _MARK in title


def is_usgs_axis(head: str) -> bool:
    """Whether a file of this library holds wavelengths or widths of channels."""
    title = head.partition("\n")[0].lower()
    return is_usgs(head) and any(word in title for word in _NO_SPECTRA)


def read_usgs_spectrum(path: Path) -> list[Spectrum]:
    """The spectrum in a file."""
    title, values = _read_column(path)
    check_size(1, len(values))
    wavelengths = _find_wavelengths(path, title, len(values))
    words = title.partition(":")[2].split()
    # the last two are the spectrometer and the kind of value
    name = " ".join(words[:-2]) or " ".join(words) or path.stem
    fields = {"title": title, "material": words[0] if words else name}
    return make_spectra([name], [values], wavelengths, "um", fields=[fields], is_scaled=True)


def _find_wavelengths(path: Path, title: str, channels: int) -> np.typing.NDArray[np.float64]:
    """The wavelengths of as many channels; where several files fit, of the same spectrometer."""
    fitting = []
    for candidate in _axis_files(path.parent):
        changed = candidate.stat()
        own_title, values = _read_axis(candidate, changed.st_mtime_ns, changed.st_size)
        if len(values) == channels:
            fitting.append((own_title, values))
    if not fitting:
        raise LibraryError(
            f"the file with the wavelengths of its {channels} channels is missing beside it"
        )
    spectrometer = (title.split() or [""])[-2:][0].upper()
    for own_title, values in fitting:
        if any(word.upper() in spectrometer for word in own_title.split()[3:4]):
            return values
    return fitting[0][1]


def _axis_files(folder: Path) -> Iterator[Path]:
    count = 0
    for level in (folder, *list(folder.absolute().parents)[:_LEVELS]):
        own = (os.path.realpath(level),)
        for path in sorted(level.glob("*avelengths*.txt")):
            # links to other folders are not followed
            is_own = os.path.isfile(path) and is_within(str(path), own)
            if is_own and count < _MAX_CANDIDATES:
                count += 1
                yield path


@lru_cache(maxsize=_MAX_CANDIDATES)
def _read_axis(path: Path, _changed: int, _size: int) -> tuple[str, np.typing.NDArray[np.float64]]:
    try:
        title, values = _read_column(path)
    except (OSError, LibraryError):
        return "", np.zeros(0)
    return title, values if is_usgs(title) and _WAVELENGTHS in title.lower() else np.zeros(0)


def _read_column(path: Path) -> tuple[str, np.typing.NDArray[np.float64]]:
    title, _, rest = read_text(path).partition("\n")
    numbers = [parse_number(word) for word in rest.split()]
    values = np.array([np.nan if value is None else value for value in numbers], np.float64)
    values[values < _DELETED] = np.nan
    return title.strip(), values
