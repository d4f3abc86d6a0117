"""Parts of a large scene that are classified by different workers and joined at the end.

A part is a folder with one file per block; it has its final name when it is complete.
"""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from pathlib import Path

import numpy as np
from rasterio.windows import Window
from safetensors.numpy import load_file, save_file

from ..core.reporter import Reporter
from ..mapping.geotiff import MapWriter
from ..mapping.prediction import MapStatistics


class PartWriter:
    """Writes the probabilities of blocks to a part; use it as a context manager."""

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
        save_file(arrays, self._partial / f"{self._count:06d}.safetensors")
        self._count += 1

    def finish(self) -> None:
        """Rename the part to its final name."""
        self._partial.rename(self._folder)


def join_parts(
    folders: Sequence[Path], writer: MapWriter, class_count: int, reporter: Reporter
) -> MapStatistics:
    """Write all blocks of all parts in order; returns the statistics of the map."""
    map_statistics = MapStatistics(np.zeros(class_count, np.int64))
    paths = [path for folder in folders for path in sorted(folder.iterdir())]
    for path in reporter.follow(paths):
        arrays = load_file(path)
        probabilities, dissimilarity = arrays["probabilities"], arrays.get("dissimilarity")
        writer.write(
            Window(*arrays["window"].tolist()), probabilities, arrays["valid"], dissimilarity
        )
        map_statistics.add(probabilities, dissimilarity)
    return map_statistics
