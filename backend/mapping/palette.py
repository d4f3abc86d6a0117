"""Class names and colours in the formats that other programs read in or beside a GeoTIFF."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.etree import ElementTree  # nosec B405: only writes

from ..files.output_files import STYLE_MARK, owner_name
from ..labels.classes import MapClass

#: Largest code for which a list of category names is written, with an entry for every code.
MAX_LISTED_CODE = 255
#: Upper limit (in units of the threshold), colour and label of each class of dissimilarity; the
#: colours suit colour-blind readers.
DISSIMILARITY_STEPS = (
    (0.5, "#eef3f6", "0 – 0.5: inside, similar to training samples"),
    (1.0, "#bcd3e0", "0.5 – 1: inside"),
    (2.0, "#f39c4a", "1 – 2: outside the area of applicability"),
    (float("inf"), "#96184f", "above 2: far outside"),
)
#: The same of margins between the two most probable classes, in percent.
MARGIN_STEPS = (
    (10.0, "#96184f", "0 – 10 %: either class"),
    (25.0, "#f39c4a", "10 – 25 %"),
    (50.0, "#bcd3e0", "25 – 50 %"),
    (float("inf"), "#eef3f6", "above 50 %: clearly the mapped class"),
)
#: Characters that XML cannot hold even escaped: controls, surrogates, U+FFFE and U+FFFF.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_STRING, _INTEGER = "2", "0"
_RAT_FIELDS = (
    ("Value", _INTEGER, "5"),
    ("Class", _STRING, "2"),
    ("Red", _INTEGER, "6"),
    ("Green", _INTEGER, "7"),
    ("Blue", _INTEGER, "8"),
)


def colour_table(classes: Sequence[MapClass]) -> dict[int, tuple[int, int, int, int]]:
    """Colours by code, for the colour table in the file; no data is transparent."""
    return {0: (0, 0, 0, 0)} | {entry.code: (*entry.rgb, 255) for entry in classes}


def auxiliary_xml(classes: Sequence[MapClass], metadata: Mapping[str, str]) -> bytes:
    """GDAL's `.aux.xml`: metadata, category names and a raster attribute table."""
    root = ElementTree.Element("PAMDataset")
    items = ElementTree.SubElement(root, "Metadata")
    for key, value in metadata.items():
        ElementTree.SubElement(items, "MDI", key=key).text = value
    band = ElementTree.SubElement(root, "PAMRasterBand", band="1")
    largest = max(entry.code for entry in classes)
    if largest <= MAX_LISTED_CODE:
        names = {entry.code: entry.name for entry in classes}
        categories = ElementTree.SubElement(band, "CategoryNames")
        for code in range(largest + 1):
            ElementTree.SubElement(categories, "Category").text = names.get(code, "")
    table = ElementTree.SubElement(band, "GDALRasterAttributeTable", tableType="thematic")
    for number, (name, kind, usage) in enumerate(_RAT_FIELDS):
        field = ElementTree.SubElement(table, "FieldDefn", index=str(number))
        ElementTree.SubElement(field, "Name").text = name
        ElementTree.SubElement(field, "Type").text = kind
        ElementTree.SubElement(field, "Usage").text = usage
    for index, entry in enumerate(classes):
        row = ElementTree.SubElement(table, "Row", index=str(index))
        for text in map(str, (entry.code, entry.name, *entry.rgb)):
            ElementTree.SubElement(row, "F").text = text
    # GDAL ignores a file that starts with an XML declaration
    return _text(root, declaration=False)


def qgis_style(classes: Sequence[MapClass], target: Path) -> bytes:
    """A QGIS layer style (`.qml`) of a map, with a legend entry for each class."""
    root = _style(target)
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(
        pipe,
        "rasterrenderer",
        type="paletted",
        band="1",
        opacity="1",
        alphaBand="-1",
        nodataColor="",
    )
    entries = ElementTree.SubElement(renderer, "colorPalette")
    for entry in classes:
        ElementTree.SubElement(
            entries,
            "paletteEntry",
            value=str(entry.code),
            label=entry.name,
            color=entry.colour,
            alpha="255",
        )
    return _text(root, declaration=True)


def dissimilarity_style(target: Path) -> bytes:
    """A QGIS layer style (`.qml`) of a raster of dissimilarity in units of its threshold."""
    return _stepped_style(target, DISSIMILARITY_STEPS, "2")


def margin_style(target: Path) -> bytes:
    """A QGIS layer style (`.qml`) of a raster of margins in percent."""
    return _stepped_style(target, MARGIN_STEPS, "100")


def _stepped_style(target: Path, steps: Sequence[tuple[float, str, str]], maximum: str) -> bytes:
    """A style with an upper limit, a colour and a label for each step."""
    root = _style(target)
    pipe = ElementTree.SubElement(root, "pipe")
    renderer = ElementTree.SubElement(
        pipe,
        "rasterrenderer",
        type="singlebandpseudocolor",
        band="1",
        opacity="1",
        alphaBand="-1",
        nodataColor="",
        classificationMin="0",
        classificationMax=maximum,
    )
    shader = ElementTree.SubElement(renderer, "rastershader")
    ramp = ElementTree.SubElement(
        shader, "colorrampshader", colorRampType="DISCRETE", classificationMode="1", clip="0"
    )
    for value, colour, label in steps:
        ElementTree.SubElement(
            ramp, "item", value=str(value), color=colour, label=label, alpha="255"
        )
    return _text(root, declaration=True)


def _style(target: Path) -> ElementTree.Element:
    """The root element of a style, marked with the name of the raster that it belongs to."""
    root = ElementTree.Element("qgis", version="3.40", styleCategories="Symbology")
    root.set(STYLE_MARK, owner_name(target))
    return root


def _text(root: ElementTree.Element, declaration: bool) -> bytes:
    for element in root.iter():
        if element.text:
            element.text = _NO_XML.sub("\ufffd", element.text)
        for key, value in element.attrib.items():
            element.set(key, _NO_XML.sub("\ufffd", value))
    ElementTree.indent(root)
    text: bytes = ElementTree.tostring(root, encoding="utf-8", xml_declaration=declaration)
    return text + b"\n"
