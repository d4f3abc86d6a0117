"""Parts of a large scene that are classified by different workers and joined at the end.

A part is a folder with one file per block and one with the statistics of all of them; it has its
final name when it is complete.
"""

from __future__ import annotations

import dataclasses
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np
from rasterio.windows import Window
from safetensors.numpy import load_file, save_file

from ..core.reporter import Reporter
from ..mapping.geotiff import MapWriter
from ..mapping.map_statistics import MapStatistics

#: Files of a part: its statistics, and the beginning of the names of those of its blocks.
STATISTICS_FILE, BLOCK_PREFIX = "statistics.safetensors", "block-"


class PartWriter:
    """Writes the predictions of blocks to a part; use it as a context manager."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._partial = folder.with_name(f".{folder.name}.partial")
        self._count = 0

    def __enter__(self) -> PartWriter:
        # left by a worker that died while writing the part or right after
        for old in (self._partial, self._folder):
            shutil.rmtree(old, ignore_errors=True)
        self._partial.mkdir()
        return self

    def __exit__(self, *_: object) -> None:
        shutil.rmtree(self._partial, ignore_errors=True)

    def write(
        self,
        window: Window,
        probabilities: np.ndarray,
        valid: np.ndarray,
        dissimilarity: np.ndarray | None = None,
    ) -> None:
        """Write one block, like `MapWriter.write`."""
        bounds = [window.col_off, window.row_off, window.width, window.height]
        arrays = {
            "window": np.array(bounds, np.int64),
            "probabilities": np.ascontiguousarray(probabilities),
            "valid": np.ascontiguousarray(valid),
        }
        if dissimilarity is not None:
            arrays["dissimilarity"] = np.ascontiguousarray(dissimilarity)
        save_file(arrays, self._partial / f"{BLOCK_PREFIX}{self._count:06d}.safetensors")
        self._count += 1

    def finish(self, statistics: MapStatistics) -> None:
        """Add the statistics of the part, and rename it to its final name."""
        save_file(_arrays_of(statistics), self._partial / STATISTICS_FILE)
        self._partial.rename(self._folder)


def join_parts(
    folders: Sequence[Path], writer: MapWriter, class_count: int, reporter: Reporter
) -> MapStatistics:
    """Write all blocks of all parts in order; returns the statistics of the map."""
    paths = [path for folder in folders for path in sorted(folder.glob(f"{BLOCK_PREFIX}*"))]
    for path in reporter.follow(paths):
        arrays = load_file(path)
        writer.write(
            Window(*arrays["window"].tolist()),
            arrays["probabilities"],
            arrays["valid"],
            arrays.get("dissimilarity"),
        )
    map_statistics = MapStatistics(np.zeros(class_count, np.int64))
    for folder in folders:
        map_statistics.merge(_statistics_from(load_file(folder / STATISTICS_FILE)))
    return map_statistics


def _arrays_of(statistics: MapStatistics) -> dict[str, np.ndarray]:
    """The statistics as arrays of a file; what is None is left out."""
    values = dataclasses.asdict(statistics)
    return {name: np.asarray(value) for name, value in values.items() if value is not None}


def _statistics_from(arrays: Mapping[str, np.ndarray]) -> MapStatistics:
    scalars = {name: value.item() for name, value in arrays.items() if name != "counts"}
    return MapStatistics(arrays["counts"], **scalars)
