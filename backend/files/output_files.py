"""The files that an output consists of, and how files written by GeoDiffNet are recognised.

A file that the user named as an output may be replaced. Sidecar files, whose names are derived from
it, replace only files that GeoDiffNet has marked as belonging to this output.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import auxiliary
from .xml_reading import XmlError, parse_xml

#: The attribute of a style, and entries of the numbers of a report, that mark their origin.
STYLE_MARK = "geodiffnet"
NUMBERS_MARK, NUMBERS_OWNER = "geodiffnet", "report"
#: The mark in the page of a report.
PAGE_MARK = '<meta name="generator" content="GeoDiffNet'
#: Description in the header of a spectral library.
LIBRARY_HEADER_MARK = "Spectral library of GeoDiffNet"
#: Larger files are not recognised as written by GeoDiffNet.
MAX_BYTES = 64 * 2**20

#: Whether an existing file was written by GeoDiffNet and may be replaced.
IsOwn = Callable[[Path], bool]


@dataclass(frozen=True)
class Part:
    """A file of an output; `is_own` is None for the file that the user named."""

    path: Path
    is_own: IsOwn | None = None


@dataclass(frozen=True)
class OutputFiles:
    """The files that are written for an output, and old sidecar files that are removed."""

    main: Path
    written: tuple[Part, ...]
    removed: tuple[Part, ...] = ()

    @property
    def parts(self) -> tuple[Part, ...]:
        """All written and removed files."""
        return (*self.written, *self.removed)


def never_own(_path: Path) -> bool:
    """False: an existing file is never replaced."""
    return False


def file_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A single file, such as a model."""
    return OutputFiles(target, (Part(target, is_own),))


def layer_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoPackage; refused where a journal shows that another program has it open."""
    journals = tuple(Part(_append_suffix(target, end), never_own) for end in ("-wal", "-journal"))
    return OutputFiles(target, (Part(target, is_own),), journals)


def raster_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF; stored statistics are removed, masks and overviews beside it are refused."""
    statistics = Part(_append_suffix(target, ".aux.xml"), _only_statistics)
    return OutputFiles(target, (Part(target, is_own),), (statistics, *_foreign_parts(target)))


def styled_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF with a QGIS style."""
    plain = raster_output(target, is_own)
    return OutputFiles(target, (*plain.written, _style(target)), plain.removed)


def map_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A class map with class names as GDAL stores them and a QGIS style."""
    named = named_raster_output(target, is_own)
    return OutputFiles(target, (*named.written, _style(target)), named.removed)


def named_raster_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """A GeoTIFF with names of its values as GDAL stores them."""
    names = Part(auxiliary_path(target), _own_auxiliary)
    return OutputFiles(target, (Part(target, is_own), names), _foreign_parts(target))


def report_output(target: Path, is_own: IsOwn | None = None) -> OutputFiles:
    """The page of a report and its numbers."""
    numbers = Part(numbers_path(target), lambda path: is_own_numbers(path, target))
    return OutputFiles(target, (Part(target, is_own), numbers))


def library_output(target: Path) -> OutputFiles:
    """A spectral library of ENVI with its header."""
    header = Part(header_path(target), _is_own_header)
    return OutputFiles(target, (Part(target), header))


def header_path(target: Path) -> Path:
    """The path of the header of a spectral library."""
    return target.with_suffix(".hdr")


def auxiliary_path(target: Path) -> Path:
    """The path of the `.aux.xml` file of a raster."""
    return _append_suffix(target, ".aux.xml")


def style_path(target: Path) -> Path:
    """The path of the QGIS style of a layer."""
    return target.with_suffix(".qml")


def numbers_path(target: Path) -> Path:
    """The path of the numbers of a report."""
    beside = target.with_suffix(".json")
    return _append_suffix(target, ".json") if beside == target else beside


def owner_name(target: Path) -> str:
    """The name of an output in marks, without characters that XML cannot contain."""
    return "".join(letter if letter.isprintable() else "?" for letter in target.name)


def is_own_style(path: Path, target: Path) -> bool:
    """Whether a style was written for an output and not changed in QGIS since."""
    try:
        root = parse_xml(_read_content(path))
    except (OSError, XmlError):
        return False
    if root.tag != "qgis":
        return False
    if STYLE_MARK in root.attrib:
        return bool(root.get(STYLE_MARK) == owner_name(target))
    # version 0.1.0 wrote no mark; QGIS writes its full version and more than a renderer
    elements = [element.tag for element in root.iter()]
    return root.get("version") == "3.40" and elements[1:3] == ["pipe", "rasterrenderer"]


def is_own_numbers(path: Path, target: Path) -> bool:
    """Whether a file contains the numbers of this report."""
    try:
        found = json.loads(_read_content(path))
    except (OSError, ValueError, RecursionError):
        return False
    if not isinstance(found, dict) or not isinstance(found.get(NUMBERS_MARK), str):
        return False
    return bool(found.get(NUMBERS_OWNER, owner_name(target)) == owner_name(target))


def is_own_page(path: Path) -> bool:
    """Whether a file is the page of a report."""
    try:
        with path.open("rb") as file:
            return PAGE_MARK.encode() in file.read(4096)
    except OSError:
        return False


def _is_own_header(path: Path) -> bool:
    try:
        return LIBRARY_HEADER_MARK.encode() in _read_content(path)
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
        raise OSError(f"{path} is not a regular file")
    with path.open("rb") as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise OSError(f"{path} is too large")
    return content
