"""All files that an output consists of, and how what this software wrote is recognised.

An output that the user named may be replaced. What is written beside it under a name that follows
from its own replaces only what carries a mark of this software for that very output.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import auxiliary
from .xml_reading import XmlError, parse_xml

#: Attribute of a style, and entry of a report's numbers, that says whose they are.
STYLE_MARK = "geodiffnet"
NUMBERS_MARK, NUMBERS_OWNER = "geodiffnet", "report"
#: Entry of a report's page.
PAGE_MARK = '<meta name="generator" content="GeoDiffNet'
#: What is recognised by its content is never larger.
MAX_BYTES = 64 * 2**20

#: Whether a file that is there was written by this software, and may give way.
IsOwn = Callable[[Path], bool]


@dataclass(frozen=True)
class Part:
    """A file of an output; without `is_own` the user named it."""

    path: Path
    is_own: IsOwn | None = None


@dataclass(frozen=True)
class OutputFiles:
    """What is written for an output, and what must not stay beside it."""

    main: Path
    written: tuple[Part, ...]
    removed: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All of them."""
        return (*self.written, *self.removed)


def never_own(_path: Path) -> bool:
    """Nothing that is there may give way."""
    return False


def file_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """One file, such as a model."""
    return OutputFiles(target, (Part(target, is_own),))


def layer_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoPackage; a journal beside it belongs to a program that has the old one open."""
    journals = tuple(Part(_append_suffix(target, end), never_own) for end in ("-wal", "-journal"))
    return OutputFiles(target, (Part(target, is_own),), journals)


def raster_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF; statistics that GDAL noted of the old one go, masks and overviews are refused."""
    statistics = Part(_append_suffix(target, ".aux.xml"), _only_statistics)
    return OutputFiles(target, (Part(target, is_own),), (statistics, *_foreign_parts(target)))


def styled_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF with a style for QGIS."""
    plain = raster_output(target, is_own)
    return OutputFiles(target, (*plain.written, _style(target)), plain.removed)


def map_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A class map with its names, in the form of GDAL, and a style for QGIS."""
    named = named_raster_output(target, is_own)
    return OutputFiles(target, (*named.written, _style(target)), named.removed)


def named_raster_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF with names of its values, in the form of GDAL."""
    names = Part(auxiliary_path(target), _own_auxiliary)
    return OutputFiles(target, (Part(target, is_own), names), _foreign_parts(target))


def report_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A page with its numbers."""
    numbers = Part(numbers_path(target), lambda path: is_own_numbers(path, target))
    return OutputFiles(target, (Part(target, is_own), numbers))


def auxiliary_path(target: Path) -> Path:
    """Where GDAL looks for what describes a raster."""
    return _append_suffix(target, ".aux.xml")


def style_path(target: Path) -> Path:
    """Where QGIS looks for a layer's style."""
    return target.with_suffix(".qml")


def numbers_path(target: Path) -> Path:
    """Where a report's numbers go."""
    beside = target.with_suffix(".json")
    return _append_suffix(target, ".json") if beside == target else beside


def owner_name(target: Path) -> str:
    """How what is written beside an output names it: without what XML cannot hold."""
    return "".join(letter if letter.isprintable() else "?" for letter in target.name)


def is_own_style(path: Path, target: Path) -> bool:
    """Whether a style was written for an output, and not changed in QGIS since."""
    try:
        root = parse_xml(_read_content(path))
    except (OSError, XmlError):
        return False
    if root.tag != "qgis":
        return False
    if STYLE_MARK in root.attrib:
        return root.get(STYLE_MARK) == owner_name(target)
    # version 0.1.0 left no mark; QGIS itself writes its full version and much more than a renderer
    elements = [element.tag for element in root.iter()]
    return root.get("version") == "3.40" and elements[1:3] == ["pipe", "rasterrenderer"]


def is_own_numbers(path: Path, target: Path) -> bool:
    """Whether a file holds the numbers of a report."""
    try:
        found = json.loads(_read_content(path))
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or not isinstance(found.get(NUMBERS_MARK), str):
        return False
    return found.get(NUMBERS_OWNER, owner_name(target)) == owner_name(target)


def is_own_page(path: Path) -> bool:
    """Whether a file is the page of a report."""
    try:
        with path.open("rb") as file:
            return PAGE_MARK.encode() in file.read(4096)
    except OSError:
        return False


def _style(target: Path) -> Part:
    return Part(style_path(target), lambda path: is_own_style(path, target))


def _own_auxiliary(path: Path) -> bool:
    try:
        content = _read_content(path)
    except OSError:
        return False
    return auxiliary.is_own(content) or not auxiliary.description(content)


def _only_statistics(path: Path) -> bool:
    try:
        return not auxiliary.description(_read_content(path))
    except OSError:
        return False


def _foreign_parts(target: Path) -> tuple[Part, ...]:
    return tuple(Part(_append_suffix(target, end), never_own) for end in (".ovr", ".msk"))


def _append_suffix(target: Path, ending: str) -> Path:
    return target.with_name(target.name + ending)


def _read_content(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise OSError(f"{path} is no regular file")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise OSError(f"{path} is too large")
    return content
