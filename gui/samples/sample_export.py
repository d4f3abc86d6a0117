"""Writes the pixels of training samples with their spectra to a table or a GeoPackage."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from ...bridge.errors import BridgeError, JobCancelled
from ...bridge.tasks import BackgroundTask
from ...bridge.translation import tr
from ..cube import Cube, LabelledPixels
from .sample_writers import Polygon, open_writer

#: SQLite has at most 2000 columns in a table.
MAX_GEOPACKAGE_BANDS = 1980
#: Endings of files beside a database that a program has open, or did not close.
JOURNALS = ("-wal", "-journal")


@dataclass(frozen=True)
class ExportedSamples:
    """The file, and the numbers of pixels with and without data."""

    file: Path
    pixels: int
    empty: int


def export_samples(
    source: str, polygons: Sequence[Polygon], target: Path, task: BackgroundTask
) -> ExportedSamples:
    """Write a file of one row per labelled pixel; it appears completely or not at all."""
    cube = Cube(source)
    written = empty = 0
    folder: Path | None = None
    try:
        _check_unused(target)
        # A folder of its own holds the journals of a database too.
        folder = Path(tempfile.mkdtemp(prefix=".samples-", suffix=".unfinished", dir=target.parent))
        temporary = folder / target.name
        writer = open_writer(temporary, cube)
        try:
            for number, polygon in enumerate(polygons):
                for pixels in cube.labelled_pixels(polygon[2]):
                    if task.isCanceled():
                        raise JobCancelled
                    has_data = ~np.isnan(pixels.values).all(axis=0)
                    kept = LabelledPixels(
                        pixels.rows[has_data], pixels.columns[has_data], pixels.values[:, has_data]
                    )
                    writer.add(polygon, kept)
                    written += len(kept.rows)
                    empty += len(pixels.rows) - len(kept.rows)
                task.setProgress(100 * (number + 1) / len(polygons))
        finally:
            writer.close()
        _check_unused(target)
        os.replace(temporary, target)
    except (OSError, RuntimeError) as error:
        raise BridgeError(
            "output.not_writable",
            tr("The file {} could not be written: {}").format(target, error),
            tr("Choose a folder in which you may create files, with free disk space."),
        ) from error
    finally:
        if folder is not None:
            shutil.rmtree(folder, ignore_errors=True)
    return ExportedSamples(target, written, empty)


def check_target(target: Path, band_count: int, used_files: Sequence[str]) -> None:
    """Raise BridgeError for a file that cannot be written or must not be replaced."""
    if target.suffix.lower() not in (".csv", ".gpkg"):
        raise BridgeError(
            "export.format",
            tr("Samples are exported as CSV or GeoPackage."),
            tr("Enter a file name that ends in .csv or .gpkg."),
        )
    if not target.parent.is_dir():
        raise BridgeError(
            "export.no_folder",
            tr("The folder {} does not exist.").format(target.parent),
            tr("Choose an existing folder."),
        )
    if any(_same_file(target, Path(file)) for file in used_files if file):
        raise BridgeError(
            "export.in_use",
            tr("The file {} is used by a layer of the project.").format(target),
            tr("Choose another file name."),
        )
    if target.suffix.lower() == ".gpkg" and band_count > MAX_GEOPACKAGE_BANDS:
        raise BridgeError(
            "export.too_many_bands",
            tr("A GeoPackage holds at most {} bands, but the scene has {}.").format(
                MAX_GEOPACKAGE_BANDS, band_count
            ),
            tr("Export the samples as CSV."),
        )


def _check_unused(target: Path) -> None:
    """Raise OSError beside a journal of another database, which SQLite would apply to this one."""
    if any(os.path.lexists(f"{target}{ending}") for ending in JOURNALS):
        raise OSError(errno.EBUSY, os.strerror(errno.EBUSY))


def _same_file(first: Path, second: Path) -> bool:
    try:
        return first.exists() and second.exists() and first.samefile(second)
    except OSError:
        return False
