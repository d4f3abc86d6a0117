"""Reads class names and colours of a class raster, from its QGIS style or from the file itself."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import rasterio.shutil
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader, MemoryFile

from ..files.xml_reading import Element, try_parse_xml
from ..scene.external_references import check_external_files
from .classes import ClassStyle
from .similar_names import normalise_name, shorten_list

#: The tag of maps of this software that holds the names, since sidecar files get lost.
CLASS_NAMES_TAG = "GEODIFFNET_CLASSES"
#: Larger styles and descriptions are not read.
MAX_DESCRIPTION_BYTES = 32 * 2**20
#: Numbers of GDAL for the usage and the type of columns of an attribute table.
_NAME_USAGE, _MIN_USAGE, _MAX_USAGE, _VALUE_USAGE = "2", "3", "4", "5"
_TEXT_TYPE = "2"
_VALUE_COLUMNS = ("value", "code", "class_code", "id", "pixel", "pixelvalue", "dn")
_NAME_COLUMNS = ("class_names", "class_name", "class", "classname", "name", "label", "category")
_INTEGER = re.compile(r"^\s*([+-]?\d{1,18})(?:\.0*)?\s*$", re.ASCII)


@dataclass(frozen=True)
class RasterClassNames:
    """Names and colours by code; codes without a name are missing from `names`."""

    names: Mapping[int, str]
    colours: Mapping[int, str]
    notes: tuple[str, ...] = ()

    def with_styles(self, styles: Sequence[ClassStyle]) -> RasterClassNames:
        """These names and colours, replaced by those of the styles where they have any."""
        names, colours = dict(self.names), dict(self.colours)
        for style in styles:
            code = _code(style.value)
            if code is None:
                continue
            if name := _informative_name(code, style.name):
                names[code] = name
            if style.colour:
                colours[code] = style.colour
        return RasterClassNames(names, colours, self.notes)


def read_raster_class_names(
    dataset: DatasetReader, allow_external: bool = False
) -> RasterClassNames:
    """Names and colours of the first band.

    In order of priority: the QGIS style, category names, the attribute table, the tag of this
    software.
    """
    described = _band_description(dataset)
    dataset_names = _names_in_tag(dataset) | _names_in_table(described) | _category_names(described)
    style_names, style_colours = _read_style(dataset, allow_external)
    notes: tuple[str, ...] = ()
    differing = [
        f"{code} (“{style_names[code]}”, “{dataset_names[code]}”)"
        for code in sorted(style_names.keys() & dataset_names.keys())
        if style_names[code] != dataset_names[code]
    ]
    if differing:
        notes = (
            f"The style of {Path(dataset.name).name} and the file itself have different names for "
            f"some codes: {shorten_list(differing)}. The names in the style are used.",
        )
    return RasterClassNames(
        dataset_names | style_names, _colour_table(dataset) | style_colours, notes
    )


def _read_style(
    dataset: DatasetReader, allow_external: bool
) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours in the QGIS style of a file, if it assigns them to single codes."""
    path = Path(dataset.name)
    style = path.with_suffix(".qml")
    if not path.name or style == path or not os.path.isfile(path) or not os.path.isfile(style):
        return {}, {}
    check_external_files(dataset.name, [str(style)], allow_external)
    root = try_parse_xml(_read_style_file(style))
    renderer = root.find(".//rasterrenderer") if root is not None else None
    if renderer is None or renderer.get("band", "1") != "1":
        return {}, {}
    entries: Iterable[Element] = ()
    if renderer.get("type") == "paletted":
        entries = renderer.iter("paletteEntry")
    elif renderer.get("type") == "singlebandpseudocolor":
        ramps = renderer.iter("colorrampshader")
        entries = (
            item
            for ramp in ramps
            if ramp.get("colorRampType") == "EXACT"
            for item in ramp.iter("item")
        )
    names, colours = {}, {}
    for entry in entries:
        code = _code(entry.get("value"))
        if code is None:
            continue
        if name := _informative_name(code, entry.get("label")):
            names[code] = name
        if re.fullmatch("#[0-9a-fA-F]{6}", entry.get("color", "")):
            colours[code] = entry.get("color", "").lower()
    return names, colours


def _band_description(dataset: DatasetReader) -> Element | None:
    """The first band in a VRT, into which GDAL copies names from any format and sidecar file."""
    try:
        with MemoryFile(ext=".vrt") as memory:
            rasterio.shutil.copy(dataset, memory.name, driver="VRT")
            content = memory.read(MAX_DESCRIPTION_BYTES + 1)
    except (RasterioError, CPLE_BaseError, OSError, ValueError):
        return None  # without names, the codes are used
    root = try_parse_xml(content) if len(content) <= MAX_DESCRIPTION_BYTES else None
    return root.find("VRTRasterBand") if root is not None else None


def _category_names(band: Element | None) -> dict[int, str]:
    listed = band.findall("CategoryNames/Category") if band is not None else []
    return _named((code, element.text) for code, element in enumerate(listed))


def _names_in_table(band: Element | None) -> dict[int, str]:
    """The names in an attribute table, whose columns are found by their usage or their title."""
    table = band.find("GDALRasterAttributeTable") if band is not None else None
    if table is None:
        return {}
    fields = table.findall("FieldDefn")
    usages = [field.findtext("Usage", "") for field in fields]
    titles = [field.findtext("Name", "").strip().lower() for field in fields]
    texts = [field.findtext("Type", "") == _TEXT_TYPE for field in fields]
    value = _column(usages, titles, (_VALUE_USAGE, _MIN_USAGE), _VALUE_COLUMNS)
    last = usages.index(_MAX_USAGE) if _MAX_USAGE in usages else value
    name = _column(usages, titles, (_NAME_USAGE,), _NAME_COLUMNS)
    if name is None or not texts[name]:
        return {}
    rows = [[entry.text or "" for entry in row.findall("F")] for row in table.findall("Row")]
    rows = [row for row in rows if len(row) == len(fields)]
    if value is None:  # as in files of ERDAS, a row for each code
        start, size = (_code(table.get(key)) for key in ("row0Min", "binSize"))
        if size not in (None, 1):
            return {}
        return _named((number + (start or 0), row[name]) for number, row in enumerate(rows))
    # rows for a range of several codes are skipped
    return _named((_code(row[value]), row[name]) for row in rows if row[value] == row[last or 0])


def _column(
    usages: Sequence[str], titles: Sequence[str], wanted: Sequence[str], column_names: Sequence[str]
) -> int | None:
    for usage in wanted:
        if usage in usages:
            return usages.index(usage)
    return next((titles.index(title) for title in column_names if title in titles), None)


def _names_in_tag(dataset: DatasetReader) -> dict[int, str]:
    try:
        listed = json.loads(dataset.tags().get(CLASS_NAMES_TAG, "{}"))
        return _named((_code(code), name) for code, name in listed.items())
    except (ValueError, AttributeError, RecursionError):
        return {}


def _colour_table(dataset: DatasetReader) -> dict[int, str]:
    try:
        table = dataset.colormap(1)
    except ValueError:
        return {}
    return {code: "#{:02x}{:02x}{:02x}".format(*colour[:3]) for code, colour in table.items()}


def _named(pairs: Iterable[tuple[int | None, object]]) -> dict[int, str]:
    names = ((code, _informative_name(code, text)) for code, text in pairs if code is not None)
    return {code: name for code, name in names if name}


def _informative_name(code: int, text: object) -> str:
    """The normalised name; empty where it is the code itself."""
    name = normalise_name(str(text or ""))
    return "" if _code(name) == code else name


def _code(text: object) -> int | None:
    """The integer that a text holds, such as `3` or `3.0`; None for anything else."""
    match = _INTEGER.match(str(text)) if text is not None else None
    return int(match[1]) if match else None


def _read_style_file(path: Path) -> bytes:
    """The content of a regular file; empty for other files and for those that are too large."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with open(descriptor, "rb") as opened:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return b""
            content = opened.read(MAX_DESCRIPTION_BYTES + 1)
    except OSError:
        return b""
    return content if len(content) <= MAX_DESCRIPTION_BYTES else b""
