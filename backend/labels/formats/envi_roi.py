"""Reads regions of interest of ENVI: polygons and points in XML, or pixels in text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np
import shapely
from rasterio.crs import CRS
from rasterio.errors import RasterioError

from ...files.xml_reading import Element, XmlError, element_name, parse_xml
from ...scene.numbers_in_text import parse_number
from ..classes import ClassStyle
from ..labelled_geometries import LabelledGeometries
from .errors import FormatError

TEXT_MARK = "; ENVI Output of ROIs"
XML_MARK = "<RegionsOfInterest"
#: Coordinate system of regions on an image without one: columns and rows.
_PIXELS = ("", "none")
_COLOUR = re.compile(r"(\d{1,3})\D{1,3}(\d{1,3})\D{1,3}(\d{1,3})", re.ASCII)
_DIMENSIONS = re.compile(r"(\d{1,9})\s*x\s*(\d{1,9})", re.ASCII)
#: Pixels of one region whose distance is below this are one geometry: eight neighbours.
_NEIGHBOUR_DISTANCE = 1.5


@dataclass
class _Region:
    name: str
    colour: str
    points: list[tuple[float, float]] = field(default_factory=list)


def read_roi_xml(text: str) -> LabelledGeometries:
    """The polygons, lines and points of all regions in a document."""
    try:
        root = parse_xml(text)
    except XmlError as error:
        raise FormatError(str(error)) from error
    geometries: list[shapely.Geometry] = []
    names: list[str | None] = []
    styles = []
    systems = set()
    for region in _named(root, "region"):
        name = region.get("name", "").strip()
        styles.append(ClassStyle(name, name, _colour(region.get("color", ""))))
        for definition in _named(region, "geometrydef"):
            systems.add(_text_of(definition, "coordsysstr"))
            found = list(_geometries(definition))
            geometries += found
            names += [name or None] * len(found)
    if len(systems) > 1:
        raise FormatError("its regions have several coordinate systems")
    system = systems.pop() if systems else ""
    in_pixels = system.lower() in _PIXELS
    return LabelledGeometries(
        np.array(geometries, object),
        names,
        False,
        None if in_pixels else _crs(system),
        list(range(1, len(geometries) + 1)),
        tuple(styles),
        in_pixels,
    )


def read_roi_text(text: str) -> LabelledGeometries:
    """The pixels of all regions in a text; neighbouring ones of a region are one geometry."""
    regions, dimensions, titles, rows = _parse_text(text)
    x, y = _coordinate_columns(titles)
    is_map = titles[x].startswith("map")
    start = 0
    for region, count in regions:
        for row in rows[start : start + count]:
            if max(x, y) >= len(row):
                raise FormatError("a row of it has too few columns")
            column, line = parse_number(row[x]), parse_number(row[y])
            if column is None or line is None or not np.isfinite([column, line]).all():
                raise FormatError("a row of it has no coordinates")
            region.points.append((column, line))
        start += count
    if start > len(rows):
        raise FormatError("it has fewer pixels than its header says")
    geometries: list[shapely.Geometry] = []
    names: list[str | None] = []
    for region, _ in regions:
        found = _clusters(np.array(region.points).reshape(-1, 2), is_map)
        geometries += found
        names += [region.name or None] * len(found)
    return LabelledGeometries(
        np.array(geometries, object),
        names,
        False,
        None,
        list(range(1, len(geometries) + 1)),
        tuple(ClassStyle(region.name, region.name, region.colour) for region, _ in regions),
        not is_map,
        None if is_map else dimensions,
    )


def _parse_text(
    text: str,
) -> tuple[list[tuple[_Region, int]], tuple[int, int] | None, list[str], list[list[str]]]:
    """Regions with the number of their pixels, columns and rows of the image, titles and rows."""
    regions: list[tuple[_Region, int]] = []
    dimensions = None
    titles: list[str] = []
    rows = []
    for line in text.splitlines():
        if not line.startswith(";"):
            if line.strip():
                rows.append(line.replace(",", " ").split())
            continue
        key, _, value = line[1:].partition(":")
        key, value = key.strip().lower(), value.strip()
        if key == "file dimension" and (found := _DIMENSIONS.search(value)):
            dimensions = int(found[1]), int(found[2])
        elif key == "roi name":
            regions.append((_Region(value, ""), 0))
        elif key == "roi rgb value" and regions:
            regions[-1][0].colour = _colour(value)
        elif key == "roi npts" and regions:
            count = parse_number(value)
            if count is None or not 0 <= count < 2**40:
                raise FormatError("the number of pixels of a region is invalid")
            regions[-1] = regions[-1][0], int(count)
        elif line[1:].split()[:1] == ["ID"]:
            titles = line[1:].replace("Map X", "MapX").replace("Map Y", "MapY").lower().split()
    return regions, dimensions, titles, rows


def _coordinate_columns(titles: Sequence[str]) -> tuple[int, int]:
    """The columns of map coordinates, else those of columns and rows."""
    for x, y in (("mapx", "mapy"), ("x", "y")):
        if x in titles and y in titles:
            return titles.index(x), titles.index(y)
    raise FormatError("it does not say in which columns the coordinates are")


def _clusters(points: np.typing.NDArray[np.float64], is_map: bool) -> list[shapely.Geometry]:
    """Points as geometries; pixels, which are numbered from 1, by the groups of neighbours."""
    if is_map:
        return list(shapely.points(points))
    if not len(points):
        return []
    cells = np.unique(np.round(points), axis=0)
    if not (np.abs(cells) < 2**31).all():
        raise FormatError("its pixels are out of range")
    from scipy.sparse import coo_matrix
    from scipy.sparse.csgraph import connected_components
    from scipy.spatial import cKDTree

    pairs = cKDTree(cells).query_pairs(_NEIGHBOUR_DISTANCE, output_type="ndarray")
    graph = coo_matrix((np.ones(len(pairs)), (pairs[:, 0], pairs[:, 1])), (len(cells), len(cells)))
    _, number = connected_components(graph, directed=False)
    order = np.argsort(number, kind="stable")
    return list(shapely.multipoints(shapely.points(cells[order] - 0.5), indices=number[order]))


def _geometries(definition: Element) -> Iterator[shapely.Geometry]:
    for element in definition:
        kind = element_name(element)
        if kind == "polygon":
            rings = [
                _coordinates(ring)
                for part in ("exterior", "interior")
                for holder in _named(element, part)
                for ring in _named(holder, "linearring")
            ]
            if not rings or any(len(ring) < 3 for ring in rings):
                raise FormatError("a polygon has fewer than three vertices")
            yield shapely.Polygon(rings[0], rings[1:])
        elif kind in ("linestring", "multilinestring", "point", "multipoint"):
            for holder in element.iter():
                if element_name(holder) not in ("linestring", "point"):
                    continue
                vertices = _coordinates(holder)
                if len(vertices) >= 2:
                    yield shapely.LineString(vertices)
                elif len(vertices):
                    yield shapely.Point(vertices[0])


def _coordinates(element: Element) -> np.typing.NDArray[np.float64]:
    words = _text_of(element, "coordinates").replace(",", " ").split()
    numbers = [parse_number(word) for word in words]
    if len(numbers) % 2 or any(number is None for number in numbers):
        raise FormatError("its coordinates cannot be read")
    found = np.array(numbers, np.float64).reshape(-1, 2)
    if not np.isfinite(found).all():
        raise FormatError("its coordinates are no numbers")
    return found


def _named(parent: Element, name: str) -> Iterator[Element]:
    return (element for element in parent if element_name(element) == name)


def _text_of(parent: Element, name: str) -> str:
    return next(((element.text or "").strip() for element in _named(parent, name)), "")


def _colour(text: str) -> str:
    found = _COLOUR.search(text)
    if found is None or any(int(part) > 255 for part in found.groups()):
        return ""
    return "#{:02x}{:02x}{:02x}".format(*map(int, found.groups()))


def _crs(text: str) -> CRS:
    try:
        return CRS.from_wkt(text)
    except (RasterioError, ValueError) as error:
        raise FormatError("its coordinate system is unknown") from error
