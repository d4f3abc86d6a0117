"""A raster of class codes as labels: every pixel above zero is an example.

Pixels of one class that touch are one group, as if somebody had drawn them as one polygon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path

import numpy as np
import pyogrio
import rasterio
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, parse
from rasterio._err import CPLE_BaseError
from rasterio.enums import Resampling
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..compute.layers import for_library
from ..errors import UserError
from ..scene.grid import Grid
from ..scene.reach import check_folder, check_reach
from ..scene.sources import open_dataset
from .classes import ClassStyle, make_classes
from .examples import Examples

ROWS_AT_ONCE = 256
_NAME_USAGE = "2"


def is_raster(path: str, allow_external: bool = False) -> bool:
    """Whether a file, which may lead elsewhere only if that is allowed, is a raster and no more."""
    check_reach(path, allow_external)
    check_folder(path, allow_external)
    try:
        return len(pyogrio.list_layers(for_library(path))) == 0 and _opens(path, allow_external)
    except (
        RuntimeError,
        ValueError,
        UserError,
    ):  # all that the library says of what it cannot read
        return _opens(path, allow_external)


def _opens(path: str, allow_external: bool) -> bool:
    try:
        open_dataset(path, allow_external).close()
    except UserError:
        return False
    return True


def read_label_raster(
    path: str, grid: Grid, styles: Sequence[ClassStyle] = (), allow_external: bool = False
) -> Examples:
    """The labelled pixels of a raster, brought onto the scene's grid."""
    with ExitStack() as stack:
        dataset = stack.enter_context(open_dataset(path, allow_external))
        names = class_names(dataset)
        colours = class_colours(dataset)
        laid, notes = on_grid(dataset, grid, stack)
        strips = list(_labelled(laid, grid))
    rows, columns, codes = (np.concatenate(part) for part in zip(*strips, strict=True))
    if len(rows) == 0:
        raise UserError(
            "labels.no_overlap",
            "No pixel of the label raster above zero lies on the image.",
            "Check that both show the same place; codes of classes are whole numbers from 1.",
        )
    given = {style.value: style for style in styles}
    merged = []
    for code in np.unique(codes).tolist():
        style = given.get(str(code), ClassStyle(str(code)))
        name, colour = style.name or names.get(code, ""), style.colour or colours.get(code, "")
        merged.append(ClassStyle(str(code), name, colour))
    classes = make_classes([style.value for style in merged], True, merged)
    target = np.searchsorted(np.array([int(entry.value) for entry in classes]), codes)
    group = _patches(rows, columns, codes, grid.width)
    _, first = np.unique(group, return_index=True)
    return Examples(
        rows,
        columns,
        target,
        group,
        classes,
        tuple(notes),
        tuple(int(n) for n in np.bincount(target[first], minlength=len(classes))),
        (0,) * len(classes),
    )


def on_grid(
    dataset: DatasetReader, grid: Grid, stack: ExitStack
) -> tuple[DatasetReader | WarpedVRT, list[str]]:
    """The raster as it lies on a grid, by nearest pixel, and what should be said of that."""
    same_size = (dataset.width, dataset.height) == (grid.width, grid.height)
    same_place = np.allclose(dataset.transform, grid.transform, rtol=0, atol=1e-6)
    if same_size and same_place and (dataset.crs == grid.crs or None in (dataset.crs, grid.crs)):
        return dataset, []
    if dataset.crs is None or grid.crs is None:
        raise UserError(
            "labels.no_crs",
            "Label raster and image lie on different grids, and one has no coordinate system.",
            "Give both their coordinate systems with Raster ▸ Projections ▸ Assign projection.",
        )
    try:
        laid = stack.enter_context(
            WarpedVRT(
                dataset,
                crs=grid.crs,
                transform=grid.transform,
                width=grid.width,
                height=grid.height,
                resampling=Resampling.nearest,
                src_nodata=0 if dataset.nodata is None else dataset.nodata,
                nodata=0,
            )
        )
    except (CPLE_BaseError, RasterioError) as error:
        raise _unreadable(dataset.name, error) from error
    return laid, ["The label raster was brought onto the image's grid, nearest pixel."]


def _labelled(
    laid: DatasetReader | WarpedVRT, grid: Grid
) -> Iterator[tuple[np.ndarray, np.ndarray, np.ndarray]]:
    for top in range(0, grid.height, ROWS_AT_ONCE):
        window = Window(0, top, grid.width, min(ROWS_AT_ONCE, grid.height - top))
        try:
            codes = laid.read(1, window=window)
            shown = laid.read_masks(1, window=window) > 0
        except RasterioError as error:
            raise _unreadable(laid.name, error) from error
        if codes.dtype.kind == "f":
            shown &= np.isfinite(codes)
            if (codes[shown] != np.round(codes[shown])).any():
                raise UserError(
                    "labels.not_classes",
                    "The label raster holds fractions, not codes of classes.",
                    "Choose a raster whose values are whole numbers, one for each class.",
                )
        rows, columns = np.nonzero(shown & (codes > 0))
        yield rows + top, columns, codes[rows, columns].astype(np.int64)


def _patches(rows: np.ndarray, columns: np.ndarray, codes: np.ndarray, width: int) -> np.ndarray:
    """The number of the patch of one class, corners touching, that each pixel belongs to."""
    place = rows * width + columns  # in reading order, hence sorted
    ends = []
    for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
        there = np.flatnonzero((columns + right >= 0) & (columns + right < width))
        wanted = place[there] + down * width + right
        found = np.minimum(np.searchsorted(place, wanted), len(place) - 1)
        joined = (place[found] == wanted) & (codes[found] == codes[there])
        ends.append((there[joined], found[joined]))
    one, other = (np.concatenate(part) for part in zip(*ends, strict=True))
    graph = coo_matrix((np.ones(len(one), bool), (one, other)), (len(place), len(place)))
    return connected_components(graph, directed=False)[1].astype(np.int64)


def class_names(dataset: DatasetReader) -> dict[int, str]:
    """Names of codes in the `.aux.xml` beside a file: categories or an attribute table."""
    beside = Path(f"{dataset.name}.aux.xml")
    if not beside.is_file():
        return {}
    try:
        band = parse(beside).getroot().find("PAMRasterBand")
    except (OSError, ParseError, DefusedXmlException, LookupError, ValueError):
        return {}  # names are a courtesy; codes serve as well
    if band is None:
        return {}
    listed = [element.text or "" for element in band.findall("CategoryNames/Category")]
    if listed:
        return {code: name for code, name in enumerate(listed) if name}
    table = band.find("GDALRasterAttributeTable")
    if table is None:
        return {}
    usages = [field.findtext("Usage") for field in table.findall("FieldDefn")]
    if _NAME_USAGE not in usages or "5" not in usages:
        return {}
    code, name = usages.index("5"), usages.index(_NAME_USAGE)
    rows = [[entry.text or "" for entry in row.findall("F")] for row in table.findall("Row")]
    return {
        int(row[code]): row[name]
        for row in rows
        if len(row) > max(name, code) and row[code].isdecimal() and len(row[code]) < 10
    }


def class_colours(dataset: DatasetReader) -> dict[int, str]:
    """Colours of codes, where the file has a colour table."""
    try:
        table = dataset.colormap(1)
    except ValueError:
        return {}
    return {code: "#{:02x}{:02x}{:02x}".format(*colour[:3]) for code, colour in table.items()}


def _unreadable(path: str, error: rasterio.errors.RasterioError) -> UserError:
    return UserError(
        "labels.unreadable",
        f"The label raster {path} cannot be read ({error}).",
        "Check that the file exists and opens in QGIS as a raster layer.",
    )
