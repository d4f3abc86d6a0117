"""Class shares and mean confidence of a map in the polygons of a layer."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
import pyogrio
import shapely
from rasterio.crs import CRS

from ..core.errors import UserError, first_line
from ..core.reporter import Reporter
from ..files.pending_files import PendingFiles, write_failure
from ..files.vector_layers import library_path, write_layer
from ..labels.classes import class_styles
from ..labels.label_raster import align_to_grid
from ..labels.labelled_geometries import READ_ERRORS
from ..labels.projection import to_pixel_coordinates
from ..labels.vector import no_overlap_error
from ..metrics.class_map import ClassRaster
from ..metrics.zonal import ZoneCounts, count_zones
from ..scene.external_references import check_external_links, check_external_references
from ..scene.sources import open_dataset

#: Name of the layer that is written.
LAYER = "zones"
_POLYGONS = (3, 6)
_DECIMALS = 2


@dataclass(frozen=True)
class _Zones:
    """The polygons of a layer, with the fields and numbers of its features."""

    geometries: npt.NDArray[np.object_]
    fids: npt.NDArray[np.int64]
    fields: list[str]
    columns: list[npt.NDArray[Any]]
    crs: str | None


def summarise_zones(
    map_path: Path,
    zones_path: Path,
    layer: str | None,
    confidence: Path | None,
    output: Path | None,
    table: Path | None,
    files: PendingFiles,
    reporter: Reporter,
    map_classes: Sequence[Mapping[str, Any]] = (),
    allow_external: bool = False,
) -> dict[str, Any]:
    """Write the layer with the shares, the table, or both; gives the number of zones."""
    zones = _read_zones(str(zones_path), layer, allow_external)
    with ExitStack() as stack:
        raster = stack.enter_context(
            ClassRaster(str(map_path), None, allow_external, class_styles(map_classes))
        )
        for note in raster.notes:
            reporter.warn(note)
        aligned = None
        if confidence is not None:
            dataset = stack.enter_context(open_dataset(str(confidence), allow_external))
            aligned, notes = align_to_grid(dataset, raster.grid, stack)
            for note in notes:
                reporter.warn(note.replace("label raster", "raster of confidence"))
        crs = CRS.from_user_input(zones.crs) if zones.crs else None
        projected, notes = to_pixel_coordinates(zones.geometries, crs, raster.grid)
        for note in notes:
            reporter.warn(note)
        counts = count_zones(raster, projected, aligned, reporter)
        names = [raster.name(code) for code in counts.codes]
    with_pixels = int((counts.pixels.sum(axis=1) > 0).sum())
    if not with_pixels:
        raise no_overlap_error()
    if counts.too_small:
        reporter.warn(
            f"Zones without a pixel centre, given the pixel they lie in: {counts.too_small}."
        )
    if with_pixels < len(zones.fids):
        reporter.warn(f"Zones without a classified pixel: {len(zones.fids) - with_pixels}.")
    statistics = _statistics(counts, names, confidence is not None)
    if output:
        _write_layer(output, zones, statistics, files)
    if table:
        _write_table(table, zones, statistics, files)
    return {"zones": len(zones.fids), "zones_with_pixels": with_pixels, "classes": names}


def _read_zones(path: str, layer: str | None, allow_external: bool) -> _Zones:
    check_external_references(path, allow_external)
    check_external_links(path, allow_external)
    try:
        meta, fids, geometry, columns = pyogrio.raw.read(
            library_path(path), layer=layer, return_fids=True
        )
        geometries = np.empty(0, object)
        if geometry is not None:
            geometries = shapely.force_2d(shapely.from_wkb(geometry, on_invalid="ignore"))
    except READ_ERRORS as error:
        raise UserError(
            "zones.unreadable",
            f"The zones {path} cannot be read ({first_line(error).partition(';')[0]}).",
            "Choose a layer of polygons that opens in QGIS.",
        ) from error
    kept = np.isin(shapely.get_type_id(geometries), _POLYGONS) & ~shapely.is_empty(geometries)
    if not kept.any():
        raise UserError(
            "zones.none",
            f"The zones {path} contain no polygons.",
            "Choose a layer of polygons, such as parcels or stands.",
        )
    return _Zones(
        geometries[kept],
        fids[kept],
        list(meta["fields"]),
        [column[kept] for column in columns],
        meta.get("crs"),
    )


def _statistics(
    counts: ZoneCounts, names: Sequence[str], with_confidence: bool
) -> dict[str, npt.NDArray[Any]]:
    """The new fields: number of pixels, most frequent class, confidence and share of each class."""
    totals = counts.pixels.sum(axis=1)
    with np.errstate(invalid="ignore"):
        shares = 100 * counts.pixels / totals[:, None]
    most = counts.pixels.argmax(axis=1)
    majority = np.array(
        [names[index] if total else None for index, total in zip(most, totals, strict=True)], object
    )
    found: dict[str, npt.NDArray[Any]] = {
        "pixels": totals,
        "majority": majority,
        "majority_pct": shares[np.arange(len(shares)), most].round(_DECIMALS),
    }
    if with_confidence:
        found["confidence"] = counts.confidence.round(_DECIMALS)
    for index, name in enumerate(names):
        found[_unique(f"pct_{name}", found)] = shares[:, index].round(_DECIMALS)
    return found


def _unique(name: str, taken: Mapping[str, Any] | Sequence[str]) -> str:
    """A name that none of the taken ones equals, whatever their case: databases ignore it."""
    folded = {other.casefold() for other in taken}
    found, number = name, 2
    while found.casefold() in folded:
        found, number = f"{name}_{number}", number + 1
    return found


def _write_layer(
    target: Path, zones: _Zones, statistics: Mapping[str, npt.NDArray[Any]], files: PendingFiles
) -> None:
    """The layer with its own fields and the new ones."""
    titles, columns = [], []
    for title, column in zip(zones.fields, zones.columns, strict=True):
        is_binary = column.dtype == object and any(isinstance(value, bytes) for value in column)
        # the number of a feature is a field of every GeoPackage
        if not is_binary and title.casefold() not in ("fid", "geom"):
            titles.append(title)
            columns.append(column)
    for title, column in statistics.items():
        titles.append(_unique(title, titles))
        columns.append(column)
    write_layer(
        files.add(target), LAYER, "MultiPolygon", _multi(zones.geometries), titles, columns,
        zones.crs,
    )  # fmt: skip


def _multi(geometries: npt.NDArray[np.object_]) -> npt.NDArray[np.object_]:
    parts, index = shapely.get_parts(geometries, return_index=True)
    multi: npt.NDArray[np.object_] = shapely.multipolygons(parts, indices=index)
    return multi


def _write_table(
    target: Path, zones: _Zones, statistics: Mapping[str, npt.NDArray[Any]], files: PendingFiles
) -> None:
    """The new fields and the numbers of the features; missing values are empty."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(["feature", *statistics])
    for fid, *values in zip(zones.fids.tolist(), *statistics.values(), strict=True):
        writer.writerow(
            [fid, *("" if value is None or value != value else value for value in values)]
        )
    try:
        files.add(target).write_text(text.getvalue(), encoding="utf-8", newline="")
    except OSError as error:
        raise write_failure(target, error) from error
