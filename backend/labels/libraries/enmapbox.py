"""Reads spectral libraries of the EnMAP-Box: vector layers with profiles as JSON in a field."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pyogrio

from ...core.errors import first_line
from ...files.vector_layers import library_path
from ..labelled_geometries import READ_ERRORS
from .spectra import LibraryError, Spectrum, check_size, make_spectra

#: Names of files that are read as vector layers.
SUFFIXES = (".gpkg", ".geojson", ".json", ".shp", ".sqlite")
#: Profiles that were stored as Python objects begin with this byte.
_PICKLE = b"\x80"


def read_enmapbox_library(path: Path) -> list[Spectrum]:
    """The profiles of all layers of a file, with the other fields of their features."""
    spectra: list[Spectrum] = []
    has_pickles = False
    try:
        layers = pyogrio.list_layers(library_path(path))[:, 0].tolist()
        tables = [
            pyogrio.raw.read(library_path(path), layer=layer, read_geometry=False)
            for layer in layers
        ]
    except READ_ERRORS as error:
        raise LibraryError(first_line(error)) from error
    for meta, _, _, columns in tables:
        titles = list(meta["fields"])
        for row in range(len(columns[0]) if columns else 0):
            cells = {title: column[row] for title, column in zip(titles, columns, strict=True)}
            profile = None
            for value in cells.values():
                has_pickles |= isinstance(value, bytes) and value.startswith(_PICKLE)
                profile = profile or _profile(value)
            if profile is not None:
                spectra += _spectrum(profile, cells, len(spectra) + 1)
                check_size(len(spectra), len(profile["y"]))
    if not spectra and has_pickles:
        raise LibraryError(
            "its profiles are stored as Python objects, which may hold programs; save it with a "
            "newer version of the EnMAP-Box, as text or JSON"
        )
    if not spectra:
        raise LibraryError("none of its fields holds profiles")
    return spectra


def _profile(value: Any) -> dict[str, Any] | None:
    """The profile in a cell; None for anything else."""
    if isinstance(value, bytes) and value[:1] == b"{":
        value = value.decode("utf-8", "replace")
    if not isinstance(value, str) or not value.lstrip().startswith("{"):
        return None
    try:
        found = json.loads(value)
    except (ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) and isinstance(found.get("y"), list) else None


def _spectrum(profile: dict[str, Any], cells: dict[str, Any], number: int) -> list[Spectrum]:
    fields = {
        title: str(value)
        for title, value in cells.items()
        if value is not None and not isinstance(value, bytes) and _profile(value) is None
    }
    name = next((text for title, text in fields.items() if title.lower() == "name"), "")
    if not isinstance(profile.get("x"), list):
        raise LibraryError("a profile has no wavelengths")
    values = np.array([_number(value) for value in profile["y"]], np.float64)
    good = profile.get("bbl")
    if isinstance(good, list) and len(good) == len(values):
        values[[mark in (0, False) for mark in good]] = np.nan
    return make_spectra(
        [name or f"spectrum {number}"],
        [values],
        np.array([_number(value) for value in profile["x"]], np.float64),
        str(profile.get("xUnit") or ""),
        fields=[fields],
    )


def _number(value: Any) -> float:
    is_number = isinstance(value, (int, float)) and not isinstance(value, bool)
    try:
        return float(value) if is_number else np.nan
    except OverflowError:
        return np.nan
