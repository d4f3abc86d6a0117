"""Reads spectra of the ECOSTRESS and ASTER spectral libraries: a header and two columns of text."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from ...scene.numbers_in_text import parse_number
from .spectra import LibraryError, Spectrum, check_size, make_spectra, read_text

#: Lines of the header, and characters of an entry that are kept.
_MAX_HEADER_LINES, _MAX_ENTRY_LENGTH = 100, 1000


def is_ecostress(head: str) -> bool:
    """Whether a text begins like a spectrum of these libraries."""
    return head.lstrip().startswith("Name:") and "Y Units:" in head


def read_ecostress_spectrum(path: Path) -> list[Spectrum]:
    """The spectrum in a file."""
    lines = read_text(path).splitlines()
    fields: dict[str, str] = {}
    wavelengths, values = [], []
    for number, line in enumerate(lines):
        parts = line.split()
        numbers = [parse_number(part) for part in parts] if len(parts) == 2 else []
        if len(numbers) == 2 and None not in numbers:
            wavelengths.append(numbers[0])
            values.append(numbers[1])
        elif number < _MAX_HEADER_LINES and not values:
            key, separator, text = line.partition(":")
            if separator and key.strip() not in fields:
                fields[key.strip()] = text.strip()[:_MAX_ENTRY_LENGTH]
    check_size(1, len(values))
    unit, quantity = fields.get("X Units", "").lower(), fields.get("Y Units", "").lower()
    if "wavenumber" in unit or "cm-1" in unit:
        raise LibraryError("its channels are wavenumbers")
    if "emiss" in quantity or "transmi" in quantity:
        raise LibraryError("it does not hold reflectance")
    scale = 0.01 if "percent" in quantity else 1.0
    return make_spectra(
        [fields.get("Name", path.stem)],
        # division keeps decimal numbers exact
        [np.array(values, np.float64) / round(1 / scale)],
        np.array(wavelengths, np.float64),
        "nm" if "nano" in unit else "micrometers" if "micro" in unit else "",
        fields=[fields],
        is_scaled=scale != 1.0,
    )
