"""A class map on disk: its codes with their names and colours, read window by window."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack

import numpy as np
from rasterio.errors import RasterioError
from rasterio.io import DatasetReader
from rasterio.vrt import WarpedVRT
from rasterio.windows import Window

from ..core.errors import UserError
from ..labels.classes import ClassStyle, make_classes
from ..labels.label_raster import align_to_grid
from ..labels.raster_class_names import read_raster_class_names
from ..labels.similar_names import case_difference_notes, shorten_list
from ..scene.grid import Grid
from ..scene.sources import damaged_error, open_dataset

MAX_CODE = 65_535
PIXELS_PER_BLOCK = 2_000_000
#: Marks maps made by GeoDiffNet whose codes are the values of the labels.
CODES_TAG, CODES_OF_LABELS = "GEODIFFNET_CODES", "labels"
_NO_CLASS = (
    "", "unclassified", "unlabelled", "unlabeled", "nodata", "no data", "background", "none"
)  # fmt: skip
NO_CLASS = -1


class ClassRaster:
    """A raster of class codes, on its own grid or aligned to another; use as a context manager.

    Codes with the same name are one class, except where the raster holds `strata`.
    """

    def __init__(
        self,
        path: str,
        grid: Grid | None = None,
        allow_external: bool = False,
        styles: Sequence[ClassStyle] = (),
        strata: bool = False,
    ):
        """`styles` are names and colours that take precedence over those of the file."""
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
            stored = read_raster_class_names(self._dataset, allow_external).with_styles(styles)
            self.names, self.colours = dict(stored.names), dict(stored.colours)
            self.codes_of_labels = self._dataset.tags().get(CODES_TAG) == CODES_OF_LABELS
            self._aligned: DatasetReader | WarpedVRT = self._dataset
            self.notes: list[str] = list(stored.notes)
            if grid is not None:
                self._aligned, notes = align_to_grid(self._dataset, grid, self._stack)
                self.notes += notes
            self.grid = grid or own
        except BaseException:
            self._stack.close()
            raise
        self._zero_is_class = self.names.get(0, "").lower() not in _NO_CLASS
        self._merged = np.empty(0, np.int32) if strata else self._merge()

    def __enter__(self) -> ClassRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def windows(self) -> Iterator[Window]:
        """Windows that cover the grid, aligned with the blocks of the file."""
        tall, wide = self._dataset.block_shapes[0]
        width, height = self.grid.width, self.grid.height
        across = width if wide >= width or width * tall <= PIXELS_PER_BLOCK else wide * 4
        rows = max(tall, PIXELS_PER_BLOCK // max(across, 1) // tall * tall)
        for top in range(0, height, rows):
            for left in range(0, width, across):
                yield Window(left, top, min(across, width - left), min(rows, height - top))

    def count(self) -> int:
        """The number of windows."""
        return sum(1 for _ in self.windows())

    def read(self, window: Window) -> np.ndarray:
        """Codes of a window, `NO_CLASS` where there is none."""
        try:
            values = self._aligned.read(1, window=window)
            has_class = self._aligned.read_masks(1, window=window) > 0
        except RasterioError as error:
            raise damaged_error(self.path, error) from error
        if values.dtype.kind == "f":
            has_class &= np.isfinite(values)
            if (values[has_class] != np.round(values[has_class])).any():
                raise self._not_classes("fractions")
            values = np.where(has_class, values, 0)
        if values.dtype.itemsize > 2 and has_class.any() and values[has_class].max() > MAX_CODE:
            raise self._not_classes(f"numbers above {MAX_CODE}")
        has_class &= values >= (
            0 if self._zero_is_class else 1
        )  # before the conversion, which may overflow
        codes = np.where(has_class, values, 0).astype(np.int32)
        codes[~has_class] = NO_CLASS
        if len(self._merged):
            codes[has_class] = self._merged[codes[has_class]]
        return codes

    def _merge(self) -> np.ndarray:
        """The lowest code of the same name, for each code; empty where all names differ."""
        by_name: dict[str, list[int]] = {}
        for code, name in sorted(self.names.items()):
            if code > 0 or (code == 0 and self._zero_is_class):
                by_name.setdefault(name, []).append(code)
        self.notes += case_difference_notes(by_name)
        same = {name: codes for name, codes in by_name.items() if len(codes) > 1}
        if not same or max(codes[-1] for codes in same.values()) > MAX_CODE:
            return np.empty(0, np.int32)
        table = np.arange(MAX_CODE + 1, dtype=np.int32)
        for first, *others in same.values():
            for code in others:
                table[code] = first
                del self.names[code]
        conflicts = [f"“{name}” ({', '.join(map(str, codes))})" for name, codes in same.items()]
        self.notes.append(
            f"Codes with the same name were treated as one class: {shorten_list(conflicts)}."
        )
        return table

    def name(self, code: int) -> str:
        """The name of a class, or its code where it has none."""
        return self.names.get(code, "") or str(code)

    def styles(self, codes: list[int]) -> dict[int, tuple[str, str]]:
        """Name and colour of each code; colours that the file lacks are chosen."""
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
            f"The raster {self.path} holds {what}, not class codes.",
            "Choose a raster whose values are whole numbers, one per class.",
        )
