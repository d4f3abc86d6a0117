"""Writes what is in view: class codes and confidence as small GeoTIFFs for the screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import rasterio
from rasterio.errors import RasterioError

from .. import VERSION
from ..files.output_files import auxiliary_path, named_raster_output, raster_output
from ..files.pending_files import PendingFiles, write_failure
from ..labels.classes import MapClass
from ..mapping.geotiff import CONFIDENCE_NODATA, VERSION_TAG, is_own_raster
from ..mapping.palette import auxiliary_xml, colour_table
from ..scene.grid import Grid
from ..scene.input_files import InputFiles


@dataclass(frozen=True)
class ViewImage:
    """Class indexes of cells, −1 where there is no data, and their confidence in percent."""

    grid: Grid
    classes: npt.NDArray[np.int16]
    confidence: npt.NDArray[np.uint8]


@dataclass(frozen=True)
class ViewFolder:
    """The folder for the maps of views; no file of the scene is ever replaced."""

    folder: Path
    number: int
    inputs: InputFiles

    def write(self, name: str, image: ViewImage, classes: Sequence[MapClass]) -> dict[str, str]:
        """Write the class map and its confidence; their paths by kind."""
        start = f"live-{self.number}-{name}"
        targets = {
            "map": self.folder / f"{start}.tif",
            "confidence": self.folder / f"{start}-confidence.tif",
        }
        codes = np.array([0, *(entry.code for entry in classes)])[image.classes + 1]
        codes = codes.astype(np.uint16 if codes.max(initial=0) > 255 else np.uint8)
        with PendingFiles(self.inputs.contents, self.inputs.companions) as files:
            files.declare(named_raster_output(targets["map"], is_own_raster))
            files.declare(raster_output(targets["confidence"], is_own_raster))
            colours = colour_table(classes)
            _write(files, targets["map"], image.grid, codes, 0, "class", colours)
            _write(
                files,
                targets["confidence"],
                image.grid,
                image.confidence,
                CONFIDENCE_NODATA,
                "confidence (%)",
            )
            names = auxiliary_xml(classes, {VERSION_TAG: VERSION})
            files.add(auxiliary_path(targets["map"])).write_bytes(names)
            files.publish()
        return {kind: str(path) for kind, path in targets.items()}


def _write(
    files: PendingFiles,
    target: Path,
    grid: Grid,
    values: npt.NDArray[Any],
    nodata: int,
    description: str,
    colours: dict[int, tuple[int, int, int, int]] | None = None,
) -> None:
    """Write one band, and read it back: GDAL closes a file without an error on a full disk."""
    partial = files.add(target)
    profile = {
        "driver": "GTiff",
        "width": grid.width,
        "height": grid.height,
        "count": 1,
        "dtype": values.dtype.name,
        "crs": grid.crs,
        "transform": grid.transform,
        "nodata": nodata,
    }
    try:
        with rasterio.open(partial, "w", **profile) as dataset:
            dataset.update_tags(**{VERSION_TAG: VERSION})
            dataset.set_band_description(1, description)
            if colours is not None:
                dataset.write_colormap(1, colours)
            dataset.write(values, 1)
        with rasterio.open(partial) as dataset:
            if not np.array_equal(dataset.read(1), values):
                raise OSError("the written values could not be read back")
    except (RasterioError, OSError) as error:
        raise write_failure(target, error) from error
