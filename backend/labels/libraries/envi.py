"""Reads spectral libraries of ENVI: values in a `.sli` file, described by a header in text."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np

from ...scene.numbers_in_text import parse_number
from .spectra import LibraryError, Spectrum, check_size, make_spectra, read_text

#: Larger headers are not read: names of all spectra, and numbers of all channels.
MAX_HEADER_BYTES = 64 * 2**20
_DATA_TYPES = {
    1: "u1", 2: "i2", 3: "i4", 4: "f4", 5: "f8", 12: "u2", 13: "u4", 14: "i8", 15: "u8",
}  # fmt: skip
_SLI, _HDR = ".sli", ".hdr"


def is_envi_library(path: Path) -> bool:
    """Whether a file is a library or its header, by its name."""
    return path.suffix.lower() == _SLI or (
        path.suffix.lower() == _HDR and _data_of(path) is not None
    )


def library_parts(path: Path) -> list[Path]:
    """The header and the data of a library, as far as they exist."""
    is_header = path.suffix.lower() == _HDR
    other = _data_of(path) if is_header else _header_of(path)
    return [path] if other is None else [path, other]


def read_envi_library(path: Path) -> list[Spectrum]:
    """The spectra of a library, named by its `.sli` file or its header."""
    header_path = path if path.suffix.lower() == _HDR else _header_of(path)
    data_path = _data_of(path) if path.suffix.lower() == _HDR else path
    if header_path is None or data_path is None:
        raise LibraryError("its header (.hdr) or its data (.sli) is missing")
    header = _parse_header(read_text(header_path, MAX_HEADER_BYTES))
    channels, count = _integer(header, "samples"), _integer(header, "lines")
    check_size(count, channels)
    if _integer(header, "bands", 1) != 1:
        raise LibraryError("it is an image, not a library")
    kind = _DATA_TYPES.get(_integer(header, "data type"))
    if kind is None:
        raise LibraryError("the data type in its header is unknown")
    order = ">" if _integer(header, "byte order", 0) == 1 else "<"
    dtype = np.dtype(f"{order}{kind}")
    offset = _integer(header, "header offset", 0)
    if offset < 0 or data_path.stat().st_size < offset + count * channels * dtype.itemsize:
        raise LibraryError("it is shorter than its header says")
    stored = np.fromfile(data_path, dtype, count * channels, offset=offset)
    if len(stored) != count * channels:
        raise LibraryError("it is shorter than its header says")
    values = stored.reshape(count, channels).astype(np.float64)
    ignored = parse_number(header.get("data ignore value"))
    if ignored is not None:
        values[values == ignored] = np.nan
    good = _numbers(header, "bbl", channels)
    if good is not None:
        values[:, good == 0] = np.nan
    factor = parse_number(header.get("reflectance scale factor"))
    is_scaled = factor is not None and factor > 0
    if factor is not None and is_scaled:
        values /= factor
    wavelengths = _numbers(header, "wavelength", channels)
    if wavelengths is None:
        raise LibraryError("its header has no wavelengths")
    names = _items(header.get("spectra names", ""))
    if len(names) != count:
        names = [f"spectrum {number}" for number in range(1, count + 1)]
    lists = {key: _items(text) for key, text in header.items() if text.startswith("{")}
    columns = {
        key: items
        for key, items in lists.items()
        if len(items) == count and key not in ("spectra names", "wavelength", "fwhm", "bbl")
    }
    return make_spectra(
        names,
        values,
        wavelengths,
        header.get("wavelength units", ""),
        widths=_numbers(header, "fwhm", channels),
        fields=[{key: items[row] for key, items in columns.items()} for row in range(count)],
        is_scaled=is_scaled,
    )


def _header_of(path: Path) -> Path | None:
    candidates = (path.with_suffix(_HDR), path.with_suffix(".HDR"), Path(f"{path}{_HDR}"))
    return next((candidate for candidate in candidates if os.path.isfile(candidate)), None)


def _data_of(header: Path) -> Path | None:
    candidates = (header.with_suffix(_SLI), header.with_suffix(".SLI"), header.with_suffix(""))
    return next(
        (
            candidate
            for candidate in candidates
            if candidate.suffix.lower() == _SLI and os.path.isfile(candidate)
        ),
        None,
    )


def _parse_header(text: str) -> dict[str, str]:
    """Entries by their names in lower case; lists in braces may span several lines."""
    lines = text.splitlines()
    if not lines or lines[0].strip() != "ENVI":
        raise LibraryError("its header does not begin with ENVI")
    header: dict[str, str] = {}
    key = ""
    is_open = False
    for line in lines[1:]:
        if is_open:
            header[key] += f" {line.strip()}"
        else:
            key, separator, value = line.partition("=")
            key = " ".join(key.lower().split())
            if not separator or not key:
                continue
            header[key] = value.strip()
        is_open = header[key].startswith("{") and not header[key].endswith("}")
    return header


def _integer(header: dict[str, str], name: str, default: int | None = None) -> int:
    value = parse_number(header.get(name))
    if value is None or not value.is_integer():  # infinity is none
        if default is None:
            raise LibraryError(f"its header has no valid entry “{name}”")
        return default
    return int(value)


def _items(text: str) -> list[str]:
    return [part.strip() for part in text.strip("{} ").split(",")] if text else []


def _numbers(header: dict[str, str], name: str, count: int) -> np.typing.NDArray[np.float64] | None:
    items = _items(header.get(name, ""))
    values = [parse_number(item) for item in items]
    if len(values) != count or any(value is None for value in values):
        return None
    return np.array(values, np.float64)
