"""A class map on disk, whoever made it: its codes, their names and colours, read strip by strip."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack

import numpy as np
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..errors import UserError
from ..labels.classes import ClassStyle, make_classes
from ..labels.label_raster import class_colours, class_names, on_grid
from ..scene.grid import Grid
from ..scene.sources import broken, open_dataset

LARGEST_CODE = 65_535
PIXELS_AT_ONCE = 2_000_000
NAMES_TAG = "GEODIFFNET_CLASSES"
_NO_CLASS = ("", "unclassified", "nodata", "no data", "background", "none")
NOTHING = -1


class ClassRaster:
    """A raster of class codes, on its own grid or laid onto another; use as a context manager."""

    def __init__(self, path: str, grid: Grid | None = None, allow_external: bool = False):
        self.path = str(path)
        self._stack = ExitStack()
        try:
            self._dataset = self._stack.enter_context(open_dataset(self.path, allow_external))
            own = Grid(
                self._dataset.width,
                self._dataset.height,
                self._dataset.transform,
                self._dataset.crs,
            )
            self.names = _names(self._dataset)
            self.colours = class_colours(self._dataset)
            self._laid: DatasetReader | WarpedVRT = self._dataset
            self.notes: list[str] = []
            if grid is not None:
                self._laid, self.notes = on_grid(self._dataset, grid, self._stack)
            self.grid = grid or own
        except BaseException:
            self._stack.close()
            raise
        self._zero = self.names.get(0, "").strip().lower() not in _NO_CLASS

    def __enter__(self) -> ClassRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def windows(self) -> Iterator[Window]:
        """Windows that cover the grid, following the file's own blocks."""
        tall, wide = self._dataset.block_shapes[0]
        width, height = self.grid.width, self.grid.height
        across = width if wide >= width or width * tall <= PIXELS_AT_ONCE else wide * 4
        rows = max(tall, PIXELS_AT_ONCE // max(across, 1) // tall * tall)
        for top in range(0, height, rows):
            for left in range(0, width, across):
                yield Window(left, top, min(across, width - left), min(rows, height - top))

    def count(self) -> int:
        """How many windows there are."""
        return sum(1 for _ in self.windows())

    def read(self, window: Window) -> np.ndarray:
        """Codes of a window, `NOTHING` where there is no class."""
        try:
            values = self._laid.read(1, window=window)
            shown = self._laid.read_masks(1, window=window) > 0
        except RasterioError as error:
            raise broken(self.path, error) from error
        if values.dtype.kind == "f":
            shown &= np.isfinite(values)
            if (values[shown] != np.round(values[shown])).any():
                raise self._not_classes("fractions")
            values = np.where(shown, values, 0)
        if values.dtype.itemsize > 2 and shown.any() and values[shown].max() > LARGEST_CODE:
            raise self._not_classes(f"numbers above {LARGEST_CODE}")
        shown &= values >= (0 if self._zero else 1)  # before the type changes, for it may overflow
        codes = np.where(shown, values, 0).astype(np.int32)
        codes[~shown] = NOTHING
        return codes

    def name(self, code: int) -> str:
        """What a code is called."""
        return self.names.get(code, "").strip() or str(code)

    def styles(self, codes: list[int]) -> dict[int, tuple[str, str]]:
        """Name and colour of each code; where the file has no colour, one is chosen."""
        given = [
            ClassStyle(str(code), self.name(code), self.colours.get(code, "")) for code in codes
        ]
        if not codes:
            return {}
        entries = make_classes([str(code) for code in codes], True, given)
        return {int(entry.value): (entry.name, entry.colour) for entry in entries}

    def _not_classes(self, what: str) -> UserError:
        return UserError(
            "assess.not_classes",
            f"The raster {self.path} holds {what}, not codes of classes.",
            "Choose a raster whose values are whole numbers, one for each class.",
        )


def _names(dataset: DatasetReader) -> dict[int, str]:
    names = class_names(dataset)
    if names:
        return names
    try:  # our own maps carry them inside too, since a file beside gets lost
        listed = json.loads(dataset.tags().get(NAMES_TAG, "{}"))
        return {int(code): str(name) for code, name in listed.items()}
    except (ValueError, AttributeError):
        return {}
