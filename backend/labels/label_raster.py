"""A raster of class codes as training samples: all pixels above zero are labelled.

Connected pixels of a class form a group, like those of a polygon.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import numpy as np
import numpy.typing as npt
import pyogrio
from rasterio._err import CPLE_BaseError
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from ..core.errors import UserError
from ..files.vector_layers import library_path
from ..scene.external_references import check_external_links, check_external_references
from ..scene.grid import Grid
from ..scene.sources import open_dataset
from .classes import ClassStyle, make_classes
from .raster_class_names import read_raster_class_names
from .similar_names import case_difference_notes, same_name_notes
from .training_pixels import TrainingPixels

ROWS_PER_STRIP = 256
#: Integers below this are exact in double precision.
MAX_EXACT_INTEGER = 2**53


def is_raster(path: str, allow_external: bool = False) -> bool:
    """Whether a file is a raster without vector layers."""
    check_external_references(path, allow_external)
    check_external_links(path, allow_external)
    try:
        return len(pyogrio.list_layers(library_path(path))) == 0 and _opens(path, allow_external)
    except (RuntimeError, ValueError, UserError):  # raised for files without vector layers
        return _opens(path, allow_external)


def _opens(path: str, allow_external: bool) -> bool:
    try:
        open_dataset(path, allow_external).close()
    except UserError:
        return False
    return True


def read_label_raster(
    path: str, grid: Grid, styles: Sequence[ClassStyle] = (), allow_external: bool = False
) -> TrainingPixels:
    """The labelled pixels of a raster, resampled to the grid of the scene."""
    with ExitStack() as stack:
        dataset = stack.enter_context(open_dataset(path, allow_external))
        known = read_raster_class_names(dataset, allow_external).with_styles(styles)
        aligned, notes = align_to_grid(dataset, grid, stack)
        strips = list(_labelled_strips(aligned, grid))
    rows, columns, codes = (np.concatenate(part) for part in zip(*strips, strict=True))
    if len(rows) == 0:
        raise UserError(
            "labels.no_overlap",
            "No labelled pixel of the label raster lies on the image.",
            "Check that both cover the same area; class codes are integers from 1.",
        )
    present = np.unique(codes).tolist()
    merged = [
        ClassStyle(str(code), known.names.get(code, ""), known.colours.get(code, ""))
        for code in present
    ]
    classes = make_classes([style.value for style in merged], True, merged)
    named = {entry.value: entry.name for entry in classes}
    notes += [*known.notes, *same_name_notes(named), *case_difference_notes(named.values())]
    target = np.searchsorted(np.array([int(entry.value) for entry in classes]), codes)
    group = _connected_components(rows, columns, codes, grid.width)
    _, first = np.unique(group, return_index=True)
    return TrainingPixels(
        rows,
        columns,
        target,
        group,
        classes,
        tuple(notes),
        tuple(int(n) for n in np.bincount(target[first], minlength=len(classes))),
        (0,) * len(classes),
    )


def align_to_grid(
    dataset: DatasetReader, grid: Grid, stack: ExitStack
) -> tuple[DatasetReader | WarpedVRT, list[str]]:
    """A class raster on a grid, resampled by nearest neighbour if needed, and notes on that."""
    own = Grid(dataset.width, dataset.height, dataset.transform, dataset.crs)
    if grid.same_pixels(own) and (dataset.crs == grid.crs or None in (dataset.crs, grid.crs)):
        return dataset, []
    if dataset.crs is None or grid.crs is None:
        raise UserError(
            "labels.no_crs",
            "Label raster and image have different grids, and one has no coordinate reference "
            "system.",
            "Assign it in QGIS with Raster ▸ Projections ▸ Assign projection.",
        )
    try:
        aligned = stack.enter_context(
            WarpedVRT(
                dataset,
                crs=grid.crs,
                transform=grid.transform,
                width=grid.width,
                height=grid.height,
                resampling=Resampling.nearest,
                src_nodata=dataset.nodata,
                # pixels outside of the raster must not get code 0
                add_alpha=ColorInterp.alpha not in dataset.colorinterp,
            )
        )
    except (CPLE_BaseError, RasterioError) as error:
        raise _unreadable(dataset.name, error) from error
    return aligned, ["The label raster was resampled to the grid of the image (nearest neighbour)."]


def _labelled_strips(
    aligned: DatasetReader | WarpedVRT, grid: Grid
) -> Iterator[tuple[npt.NDArray[np.int64], npt.NDArray[np.int64], npt.NDArray[np.int64]]]:
    """Rows, columns and codes of labelled pixels, strip by strip."""
    for top in range(0, grid.height, ROWS_PER_STRIP):
        window = Window(0, top, grid.width, min(ROWS_PER_STRIP, grid.height - top))
        try:
            codes = aligned.read(1, window=window)
            valid = aligned.read_masks(1, window=window) > 0
        except RasterioError as error:
            raise _unreadable(aligned.name, error) from error
        if codes.dtype.kind == "f":
            valid &= np.isfinite(codes)
            if (codes[valid] != np.round(codes[valid])).any():
                raise UserError(
                    "labels.not_classes",
                    "The label raster contains decimals, not class codes.",
                    "Choose a raster whose values are integers, one for each class.",
                )
        rows, columns = np.nonzero(valid & (codes > 0))
        if (codes[rows, columns] >= _max_exact_integer(aligned)).any():
            raise UserError(
                "labels.codes_too_large",
                "The label raster contains class codes that its data type does not store exactly.",
                "Number the classes from 1, for example with Raster ▸ Raster Calculator in QGIS.",
            )
        yield rows + top, columns, codes[rows, columns].astype(np.int64)


def _max_exact_integer(aligned: DatasetReader | WarpedVRT) -> int:
    """The integer from which codes are not exact, in their data type or after resampling."""
    kind = np.dtype(aligned.dtypes[0])
    if kind.kind == "f":
        return 1 << (int(np.finfo(kind).nmant) + 1)
    return MAX_EXACT_INTEGER if isinstance(aligned, WarpedVRT) else 2**63


def _connected_components(
    rows: npt.NDArray[np.int64],
    columns: npt.NDArray[np.int64],
    codes: npt.NDArray[np.int64],
    width: int,
) -> npt.NDArray[np.int64]:
    """The number of the connected component (8 neighbours) of a class that a pixel is part of."""
    pixel_index = rows * width + columns  # sorted, since pixels are in reading order
    ends = []
    for down, right in ((0, 1), (1, -1), (1, 0), (1, 1)):
        neighbour_exists = np.flatnonzero((columns + right >= 0) & (columns + right < width))
        wanted = pixel_index[neighbour_exists] + down * width + right
        found = np.minimum(np.searchsorted(pixel_index, wanted), len(pixel_index) - 1)
        joined = (pixel_index[found] == wanted) & (codes[found] == codes[neighbour_exists])
        ends.append((neighbour_exists[joined], found[joined]))
    one, other = (np.concatenate(part) for part in zip(*ends, strict=True))
    graph = coo_matrix(
        (np.ones(len(one), bool), (one, other)), (len(pixel_index), len(pixel_index))
    )
    _, component = connected_components(graph, directed=False)
    return np.asarray(component, np.int64)


def _unreadable(path: str, error: Exception) -> UserError:
    return UserError(
        "labels.unreadable",
        f"The label raster {path} cannot be read ({error}).",
        "Check that the file exists and opens in QGIS as a raster layer.",
    )
