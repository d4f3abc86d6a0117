"""What the codes of a raster are called: by QGIS's style beside it, or by the file itself."""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree.ElementTree import Element  # nosec B405: the type only, defusedxml parses

import rasterio.shutil
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring
from rasterio._err import CPLE_BaseError
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader, MemoryFile

from ..scene.external_references import check_external_files
from .classes import ClassStyle
from .similar_names import normalise_name, shorten_list

#: The tag in which our own maps carry the names, since a file beside gets lost.
CLASS_NAMES_TAG = "GEODIFFNET_CLASSES"
#: Longer descriptions than this are of something else.
MAX_DESCRIPTION_BYTES = 32 * 2**20
_NAME_USAGE, _MIN_USAGE, _MAX_USAGE, _VALUE_USAGE = "2", "3", "4", "5"
_TEXT_TYPE = "2"
_VALUE_COLUMNS = ("value", "code", "class_code", "id", "pixel", "pixelvalue", "dn")
_NAME_COLUMNS = ("class_names", "class_name", "class", "classname", "name", "label", "category")
_INTEGER = re.compile(r"^\s*([+-]?\d{1,18})(?:\.0*)?\s*$", re.ASCII)


@dataclass(frozen=True)
class RasterClassNames:
    """Names and colours of codes; a code without a name of its own is not among the names."""

    names: Mapping[int, str]
    colours: Mapping[int, str]
    notes: tuple[str, ...] = ()

    def with_styles(self, styles: Sequence[ClassStyle]) -> RasterClassNames:
        """With the names and colours that somebody gives before those of the files."""
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
    """Names from QGIS's style, category names, attribute table and our own tag, in this order."""
    described = _band_description(dataset)
    dataset_names = _names_in_tag(dataset) | _names_in_table(described) | _category_names(described)
    style_names, style_colours = _read_style(dataset, allow_external)
    notes = ()
    differing = [
        f"{code} (“{style_names[code]}”, “{dataset_names[code]}”)"
        for code in sorted(style_names.keys() & dataset_names.keys())
        if style_names[code] != dataset_names[code]
    ]
    if differing:
        notes = (
            f"The style beside {Path(dataset.name).name} and the file itself name some codes "
            f"differently: {shorten_list(differing)}. The style's names are used.",
        )
    return RasterClassNames(
        dataset_names | style_names, _colour_table(dataset) | style_colours, notes
    )


def _read_style(dataset: DatasetReader, external: bool) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours of the style that QGIS loads with the file, where it draws by codes."""
    path = Path(dataset.name)
    style = path.with_suffix(".qml")
    if not path.name or style == path or not path.is_file() or not style.is_file():
        return {}, {}
    check_external_files(dataset.name, [str(style)], external)
    root = _parsed(_read_style_file(style))
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
    """The first band as GDAL describes it, whatever format and side files the names come from."""
    try:
        with MemoryFile(ext=".vrt") as memory:
            rasterio.shutil.copy(dataset, memory.name, driver="VRT")
            content = memory.read(MAX_DESCRIPTION_BYTES + 1)
    except (RasterioError, CPLE_BaseError, OSError, ValueError):
        return None  # names are a courtesy; codes serve as well
    root = _parsed(content if len(content) <= MAX_DESCRIPTION_BYTES else b"")
    return root.find("VRTRasterBand") if root is not None else None


def _category_names(band: Element | None) -> dict[int, str]:
    listed = band.findall("CategoryNames/Category") if band is not None else []
    return _named((code, element.text) for code, element in enumerate(listed))


def _names_in_table(band: Element | None) -> dict[int, str]:
    """The names in an attribute table, by what its columns are for or else are called."""
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
    if value is None:  # as in ERDAS's files, a row for each code
        start, size = (_code(table.get(key)) for key in ("row0Min", "binSize"))
        if size not in (None, 1):
            return {}
        return _named((number + (start or 0), row[name]) for number, row in enumerate(rows))
    # a row may stand for a range of codes; more than one it does not name
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
    """The name, where it says more than the code does."""
    name = normalise_name(str(text or ""))
    return "" if _code(name) == code else name


def _code(text: object) -> int | None:
    """A whole number, however it is written."""
    match = _INTEGER.match(str(text)) if text is not None else None
    return int(match[1]) if match else None


def _read_style_file(path: Path) -> bytes:
    """The content of a file, if it is a file, and none that is far too long for a style."""
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


def _parsed(content: bytes) -> Element | None:
    try:
        return fromstring(content) if content else None
    except (ParseError, DefusedXmlException, LookupError, ValueError):
        return None
