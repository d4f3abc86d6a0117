"""A class map on disk, whoever made it: its codes, their names and colours, read strip by strip."""

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
#: Of our own maps whose codes are the values of the labels, so that other data may share them.
CODES_TAG, CODES_OF_LABELS = "GEODIFFNET_CODES", "labels"
_NO_CLASS = (
    "", "unclassified", "unlabelled", "unlabeled", "nodata", "no data", "background", "none"
)  # fmt: skip
NO_CLASS = -1


class ClassRaster:
    """A raster of class codes, on its own grid or laid onto another; use as a context manager.

    Codes of the same name are one class, but not where they are `strata`.
    """

    def __init__(
        self,
        path: str,
        grid: Grid | None = None,
        allow_external: bool = False,
        styles: Sequence[ClassStyle] = (),
        strata: bool = False,
    ):
        """`styles` are names and colours that go before those of the file and its style."""
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
            known = read_raster_class_names(self._dataset, allow_external).with_styles(styles)
            self.names, self.colours = dict(known.names), dict(known.colours)
            self.codes_of_labels = self._dataset.tags().get(CODES_TAG) == CODES_OF_LABELS
            self._aligned: DatasetReader | WarpedVRT = self._dataset
            self.notes: list[str] = list(known.notes)
            if grid is not None:
                self._aligned, notes = align_to_grid(self._dataset, grid, self._stack)
                self.notes += notes
            self.grid = grid or own
        except BaseException:
            self._stack.close()
            raise
        self._zero = self.names.get(0, "").lower() not in _NO_CLASS
        self._merged = np.empty(0, np.int32) if strata else self._merge()

    def __enter__(self) -> ClassRaster:
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def windows(self) -> Iterator[Window]:
        """Windows that cover the grid, following the file's own blocks."""
        tall, wide = self._dataset.block_shapes[0]
        width, height = self.grid.width, self.grid.height
        across = width if wide >= width or width * tall <= PIXELS_PER_BLOCK else wide * 4
        rows = max(tall, PIXELS_PER_BLOCK // max(across, 1) // tall * tall)
        for top in range(0, height, rows):
            for left in range(0, width, across):
                yield Window(left, top, min(across, width - left), min(rows, height - top))

    def count(self) -> int:
        """How many windows there are."""
        return sum(1 for _ in self.windows())

    def read(self, window: Window) -> np.ndarray:
        """Codes of a window, `NO_CLASS` where there is no class."""
        try:
            values = self._aligned.read(1, window=window)
            shown = self._aligned.read_masks(1, window=window) > 0
        except RasterioError as error:
            raise damaged_error(self.path, error) from error
        if values.dtype.kind == "f":
            shown &= np.isfinite(values)
            if (values[shown] != np.round(values[shown])).any():
                raise self._not_classes("fractions")
            values = np.where(shown, values, 0)
        if values.dtype.itemsize > 2 and shown.any() and values[shown].max() > MAX_CODE:
            raise self._not_classes(f"numbers above {MAX_CODE}")
        shown &= values >= (0 if self._zero else 1)  # before the type changes, for it may overflow
        codes = np.where(shown, values, 0).astype(np.int32)
        codes[~shown] = NO_CLASS
        if len(self._merged):
            codes[shown] = self._merged[codes[shown]]
        return codes

    def _merge(self) -> np.ndarray:
        """For each code the lowest one of the same name; empty where all names differ."""
        alike: dict[str, list[int]] = {}
        for code, name in sorted(self.names.items()):
            if code > 0 or (code == 0 and self._zero):
                alike.setdefault(name, []).append(code)
        self.notes += case_difference_notes(alike)
        same = {name: codes for name, codes in alike.items() if len(codes) > 1}
        if not same or max(codes[-1] for codes in same.values()) > MAX_CODE:
            return np.empty(0, np.int32)
        table = np.arange(MAX_CODE + 1, dtype=np.int32)
        for first, *others in same.values():
            for code in others:
                table[code] = first
                del self.names[code]
        conflicts = [f"“{name}” ({', '.join(map(str, codes))})" for name, codes in same.items()]
        self.notes.append(
            f"Codes of the same name were taken for one class: {shorten_list(conflicts)}."
        )
        return table

    def name(self, code: int) -> str:
        """What a code is called."""
        return self.names.get(code, "") or str(code)

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
