"""Classifies the tiles in view, at first coarsely where there are many pixels."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from ..compute.device import thread_count
from ..compute.parallel import run_parallel
from ..core.reporter import Reporter
from ..mapping.geotiff import CONFIDENCE_NODATA
from ..scene.grid import Grid
from .tiles import Tile
from .view import Cells
from .view_files import ViewImage

#: Probabilities (pixels, classes) of some valid cells of a tile, by their indexes.
TilePredictor = Callable[[Tile, npt.NDArray[np.intp]], np.ndarray]

#: Cells that a slow method is applied to before the first image of it is shown.
COARSE_CELLS = 70_000
#: Cells that are classified before a cancellation is noticed.
CELLS_AT_ONCE = 4096
#: The ratio of one step to the next: a fourth as many cells.
REFINEMENT = 2


@dataclass
class ViewMap:
    """The cells in view with the classes that were predicted so far."""

    grid: Grid
    cells: Cells
    tiles: Sequence[Tile]
    _classes: npt.NDArray[np.int16] = field(init=False)
    _confidence: npt.NDArray[np.uint8] = field(init=False)
    _done: list[npt.NDArray[np.bool_]] = field(init=False)

    def __post_init__(self) -> None:
        self._classes = np.full(self.cells.shape, -1, np.int16)
        self._confidence = np.full(self.cells.shape, CONFIDENCE_NODATA, np.uint8)
        self._done = [np.zeros(len(tile.spectra), np.bool_) for tile in self.tiles]

    def predict(self, predict: TilePredictor, step: int, reporter: Reporter) -> None:
        """Predict every cell of which the row and the column are multiples of `step`."""

        def predict_tile(number: int) -> tuple[int, npt.NDArray[np.intp], np.ndarray, np.ndarray]:
            tile = self.tiles[number]
            chosen = np.flatnonzero(self._in_view(tile, step)[tile.valid] & ~self._done[number])
            classes = np.empty(len(chosen), np.intp)
            confidence = np.empty(len(chosen), np.float32)
            for start in range(0, len(chosen), CELLS_AT_ONCE):
                reporter.check()
                part = slice(start, start + CELLS_AT_ONCE)
                probabilities = predict(tile, chosen[part])
                classes[part] = probabilities.argmax(axis=1)
                confidence[part] = probabilities.max(axis=1)
            return number, chosen, classes, confidence

        numbers = range(len(self.tiles))
        found = run_parallel(predict_tile, numbers, thread_count())
        for number, chosen, classes, confidence in reporter.follow(found, len(numbers)):
            self._done[number][chosen] = True
            self._store(self.tiles[number], chosen, classes, confidence)

    def image(self, step: int) -> ViewImage:
        """The map of every cell of which the row and the column are multiples of `step`."""
        (top, bottom), (left, right) = self.cells.rows, self.cells.columns
        rows = np.arange(top, bottom) % step == 0
        columns = np.arange(left, right) % step == 0
        coarse = Cells(
            self.cells.step * step,
            (-(-top // step), -(-bottom // step)),
            (-(-left // step), -(-right // step)),
        )
        chosen = np.ix_(rows, columns)
        return ViewImage(coarse.grid(self.grid), self._classes[chosen], self._confidence[chosen])

    def _in_view(self, tile: Tile, step: int) -> npt.NDArray[np.bool_]:
        """The cells of a tile that are in view and multiples of `step`."""
        rows = np.arange(*tile.cells.rows)
        columns = np.arange(*tile.cells.columns)
        own_rows = (rows >= self.cells.rows[0]) & (rows < self.cells.rows[1]) & (rows % step == 0)
        own_columns = (
            (columns >= self.cells.columns[0])
            & (columns < self.cells.columns[1])
            & (columns % step == 0)
        )
        in_view: npt.NDArray[np.bool_] = own_rows[:, None] & own_columns[None, :]
        return in_view

    def _store(
        self,
        tile: Tile,
        chosen: npt.NDArray[np.intp],
        classes: np.ndarray,
        confidence: np.ndarray,
    ) -> None:
        rows, columns = (positions[chosen] for positions in np.nonzero(tile.valid))
        rows = rows + tile.cells.rows[0] - self.cells.rows[0]
        columns = columns + tile.cells.columns[0] - self.cells.columns[0]
        self._classes[rows, columns] = classes
        self._confidence[rows, columns] = np.round(confidence * 100)


def refinement_steps(cells: Cells) -> list[int]:
    """The steps by which a slow method is applied to the cells in view, the coarsest first."""
    steps = [1]
    while cells.count / steps[-1] ** 2 > COARSE_CELLS:
        steps.append(steps[-1] * REFINEMENT)
    return steps[::-1]


def is_slow(cells: Cells, step: int) -> bool:
    """Whether a step after another one takes long, so that the accuracy is sent before it."""
    return cells.count / step**2 * (1 - 1 / REFINEMENT**2) > COARSE_CELLS
