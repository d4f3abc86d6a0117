"""Reads spectra from a table in text: a wavelength per column, or a wavelength per row.

With a wavelength per column, the row above the spectra holds the wavelengths, after the fields:
`name, class, 400, 410, …`. With a wavelength per row, the first column holds them, and the row
above names the spectra: `wavelength, grass 1, grass 2, …`.
"""

from __future__ import annotations

import csv
from itertools import islice
from pathlib import Path

import numpy as np

from ...scene.numbers_in_text import MAX_NUMBER_LENGTH
from .spectra import LibraryError, Spectrum, check_size, make_spectra, read_text

_DELIMITERS = (",", ";", "\t")
#: Rows above the spectra in which the wavelengths are sought.
_HEAD_ROWS = 20
#: Wavelengths that a row or column has at least.
_MIN_WAVELENGTHS = 3
#: What titles have around a wavelength, such as `X450.5`, `450 nm` and `wl_0.45um`.
_PREFIXES = ("wavelength", "wvl", "wl", "x")
_SUFFIXES = ("nanometers", "micrometers", "nm", "um", "µm", "μm")
_SEPARATORS = "_ ()[]"
_NAME_TITLES = ("name", "spectrum", "id", "fid", "sample")


def read_csv_library(path: Path) -> list[Spectrum]:
    """The spectra of a table."""
    text = read_text(path)
    lines = text.splitlines()
    head = lines[:_HEAD_ROWS]
    delimiter = max(_DELIMITERS, key=lambda mark: sum(line.count(mark) for line in head))
    decimal_comma = delimiter != ","
    try:
        rows = [row for row in csv.reader(lines, delimiter=delimiter) if any(map(str.strip, row))]
    except csv.Error as error:
        raise LibraryError(str(error)) from error
    for number, row in enumerate(islice(rows, _HEAD_ROWS)):
        wavelengths = [_wavelength(cell, decimal_comma) for cell in row]
        columns = [column for column, value in enumerate(wavelengths) if value is not None]
        if len(columns) >= _MIN_WAVELENGTHS and _ascends([wavelengths[at] for at in columns]):
            return _spectra_in_rows(rows, number, columns, decimal_comma)
        if _is_wavelength_title(row) and number + 1 < len(rows):
            return _spectra_in_columns(rows[number:], decimal_comma)
    raise LibraryError("it has no row or column of wavelengths")


def _spectra_in_rows(
    rows: list[list[str]], head: int, columns: list[int], decimal_comma: bool
) -> list[Spectrum]:
    titles = rows[head]
    body = rows[head + 1 :]
    check_size(len(body), len(columns))
    values = [[_number(_cell(row, column), decimal_comma) for column in columns] for row in body]
    # the first title of a row of wavelengths may be "wavelength" itself
    others = [column for column in range(len(titles)) if column not in set(columns)]
    fields = [
        {titles[column].strip(): _cell(row, column).strip() for column in others} for row in body
    ]
    name_column = next(
        (at for at in others if titles[at].strip().lower() in _NAME_TITLES),
        others[0] if others else None,
    )
    names = [
        _cell(row, name_column).strip() if name_column is not None else f"spectrum {number}"
        for number, row in enumerate(body, 1)
    ]
    centres = [_wavelength(titles[column], decimal_comma) for column in columns]
    unit = _unit_in(titles[columns[0]])
    return make_spectra(names, values, np.array(centres, np.float64), unit, fields=fields)


def _spectra_in_columns(rows: list[list[str]], decimal_comma: bool) -> list[Spectrum]:
    titles, body = rows[0], rows[1:]
    check_size(len(titles) - 1, len(body))
    table = np.array(
        [
            [_number(_cell(row, column), decimal_comma) for column in range(len(titles))]
            for row in body
        ],
        np.float64,
    )
    return make_spectra(
        titles[1:],
        table[:, 1:].T,
        table[:, 0],
        _unit_in(titles[0]),
        fields=[{}] * (len(titles) - 1),
    )


def _is_wavelength_title(row: list[str]) -> bool:
    title = row[0].strip().lower() if row else ""
    return len(row) > 1 and title.startswith(("wavelength", "wl", "wvl", "lambda"))


def _ascends(values: list[float | None]) -> bool:
    """Whether a row can be wavelengths: all differ, in ascending or descending order."""
    steps = np.diff(np.array(values, np.float64))
    return bool((steps > 0).all() or (steps < 0).all())


def _cell(row: list[str], column: int) -> str:
    return row[column] if column < len(row) else ""


def _wavelength(text: str, decimal_comma: bool) -> float | None:
    if len(text) > MAX_NUMBER_LENGTH:
        return None
    text = text.lower().strip(_SEPARATORS)
    for suffix in _SUFFIXES:
        text = text.removesuffix(suffix)
    for prefix in _PREFIXES:
        text = text.removeprefix(prefix)
    value = _number(text.strip(_SEPARATORS), decimal_comma)
    return value if value > 0 else None


def _number(text: str, decimal_comma: bool) -> float:
    text = text.strip()
    if decimal_comma:
        text = text.replace(",", ".")
    try:
        return float(text) if len(text) <= MAX_NUMBER_LENGTH else np.nan
    except ValueError:
        return np.nan


def _unit_in(title: str) -> str:
    lowered = title.lower()
    if any(name in lowered for name in ("µm", "μm", "um", "micro")):
        return "um"
    return "nm" if "nm" in lowered or "nano" in lowered else ""
