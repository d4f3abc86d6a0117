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

from ..scene.external_references import check_files
from .classes import ClassStyle
from .similar_names import listing, plain_name

#: The tag in which our own maps carry the names, since a file beside gets lost.
NAMES_TAG = "GEODIFFNET_CLASSES"
#: Longer descriptions than this are of something else.
LONGEST = 32 * 2**20
_NAME_USAGE, _MIN_USAGE, _MAX_USAGE, _VALUE_USAGE = "2", "3", "4", "5"
_TEXT_TYPE = "2"
_VALUE_COLUMNS = ("value", "code", "class_code", "id", "pixel", "pixelvalue", "dn")
_NAME_COLUMNS = ("class_names", "class_name", "class", "classname", "name", "label", "category")
_WHOLE = re.compile(r"^\s*([+-]?\d{1,18})(?:\.0*)?\s*$", re.ASCII)


@dataclass(frozen=True)
class CodeNames:
    """Names and colours of codes; a code without a name of its own is not among the names."""

    names: Mapping[int, str]
    colours: Mapping[int, str]
    notes: tuple[str, ...] = ()

    def styled(self, styles: Sequence[ClassStyle]) -> CodeNames:
        """With the names and colours that somebody gives before those of the files."""
        names, colours = dict(self.names), dict(self.colours)
        for style in styles:
            code = _code(style.value)
            if code is None:
                continue
            if name := _own_name(code, style.name):
                names[code] = name
            if style.colour:
                colours[code] = style.colour
        return CodeNames(names, colours, self.notes)


def read_code_names(dataset: DatasetReader, allow_external: bool = False) -> CodeNames:
    """Names from QGIS's style, category names, attribute table and our own tag, in this order."""
    described = _described(dataset)
    inside = _tagged(dataset) | _table(described) | _categories(described)
    drawn, drawn_colours = _style(dataset, allow_external)
    notes = ()
    differing = [
        f"{code} (“{drawn[code]}”, “{inside[code]}”)"
        for code in sorted(drawn.keys() & inside.keys())
        if drawn[code] != inside[code]
    ]
    if differing:
        notes = (
            f"The style beside {Path(dataset.name).name} and the file itself name some codes "
            f"differently: {listing(differing)}. The style's names are used.",
        )
    return CodeNames(inside | drawn, _colour_table(dataset) | drawn_colours, notes)


def _style(dataset: DatasetReader, external: bool) -> tuple[dict[int, str], dict[int, str]]:
    """Names and colours of the style that QGIS loads with the file, where it draws by codes."""
    path = Path(dataset.name)
    style = path.with_suffix(".qml")
    if not path.name or style == path or not path.is_file() or not style.is_file():
        return {}, {}
    check_files(dataset.name, [str(style)], external)
    root = _parsed(_text_of(style))
    drawer = root.find(".//rasterrenderer") if root is not None else None
    if drawer is None or drawer.get("band", "1") != "1":
        return {}, {}
    entries: Iterable[Element] = ()
    if drawer.get("type") == "paletted":
        entries = drawer.iter("paletteEntry")
    elif drawer.get("type") == "singlebandpseudocolor":
        ramps = drawer.iter("colorrampshader")
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
        if name := _own_name(code, entry.get("label")):
            names[code] = name
        if re.fullmatch("#[0-9a-fA-F]{6}", entry.get("color", "")):
            colours[code] = entry.get("color", "").lower()
    return names, colours


def _described(dataset: DatasetReader) -> Element | None:
    """The first band as GDAL describes it, whatever format and side files the names come from."""
    try:
        with MemoryFile(ext=".vrt") as memory:
            rasterio.shutil.copy(dataset, memory.name, driver="VRT")
            content = memory.read(LONGEST + 1)
    except (RasterioError, CPLE_BaseError, OSError, ValueError):
        return None  # names are a courtesy; codes serve as well
    root = _parsed(content if len(content) <= LONGEST else b"")
    return root.find("VRTRasterBand") if root is not None else None


def _categories(band: Element | None) -> dict[int, str]:
    listed = band.findall("CategoryNames/Category") if band is not None else []
    return _named((code, element.text) for code, element in enumerate(listed))


def _table(band: Element | None) -> dict[int, str]:
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
    usages: Sequence[str], titles: Sequence[str], wanted: Sequence[str], called: Sequence[str]
) -> int | None:
    for usage in wanted:
        if usage in usages:
            return usages.index(usage)
    return next((titles.index(title) for title in called if title in titles), None)


def _tagged(dataset: DatasetReader) -> dict[int, str]:
    try:
        listed = json.loads(dataset.tags().get(NAMES_TAG, "{}"))
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
    names = ((code, _own_name(code, text)) for code, text in pairs if code is not None)
    return {code: name for code, name in names if name}


def _own_name(code: int, text: object) -> str:
    """The name, where it says more than the code does."""
    name = plain_name(str(text or ""))
    return "" if _code(name) == code else name


def _code(text: object) -> int | None:
    """A whole number, however it is written."""
    match = _WHOLE.match(str(text)) if text is not None else None
    return int(match[1]) if match else None


def _text_of(path: Path) -> bytes:
    """The content of a file, if it is a file, and none that is far too long for a style."""
    flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
        with open(descriptor, "rb") as opened:
            if not stat.S_ISREG(os.fstat(descriptor).st_mode):
                return b""
            content = opened.read(LONGEST + 1)
    except OSError:
        return b""
    return content if len(content) <= LONGEST else b""


def _parsed(content: bytes) -> Element | None:
    try:
        return fromstring(content) if content else None
    except (ParseError, DefusedXmlException, LookupError, ValueError):
        return None
