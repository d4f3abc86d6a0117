"""Files of labelled pixels: one row per pixel, with its class, position and spectrum."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

from osgeo import gdal, ogr, osr

from ..cube import Cube, CubeBand, LabelledPixels

COLUMNS = ("class", "polygon", "row", "column", "x", "y")
LAYER = "samples"
ROWS_OF_A_TRANSACTION = 20_000

#: Id, class and geometry (WKB) in the coordinate reference system of the scene.
Polygon = tuple[int, str, bytes]


class SampleWriter(Protocol):
    """An open file."""

    def add(self, polygon: Polygon, pixels: LabelledPixels) -> None:
        """Append pixels of a polygon."""

    def close(self) -> None:
        """Write what is left, and close the file."""


def open_writer(file: Path, cube: Cube) -> SampleWriter:
    """Create a file in the format of its ending; raises OSError or RuntimeError."""
    return _Table(file, cube) if file.suffix.lower() == ".csv" else _GeoPackage(file, cube)


def band_columns(bands: Sequence[CubeBand]) -> list[str]:
    """A name per band: its number, and its wavelength where it is known."""
    return [f"b{band.number}{_wavelength(band.wavelength)}" for band in bands]


def _wavelength(value: float | None) -> str:
    return "" if value is None else "_" + f"{value:.3f}".rstrip("0").rstrip(".") + "nm"


def _rows(cube: Cube, polygon: Polygon, pixels: LabelledPixels) -> Iterator[list[Any]]:
    """The values of the columns before the spectrum, for each pixel."""
    number, name, _ = polygon
    x, y = cube.centres(pixels.columns, pixels.rows)
    for index, row in enumerate(pixels.rows.tolist()):
        yield [name, number, row, int(pixels.columns[index]), float(x[index]), float(y[index])]


class _Table:
    """A CSV file; values are written with the digits that they have."""

    def __init__(self, file: Path, cube: Cube):
        self._cube = cube
        self._file = file.open("w", newline="", encoding="utf-8")
        self._rows = csv.writer(self._file)
        self._rows.writerow([*COLUMNS, *band_columns(cube.bands)])

    def add(self, polygon: Polygon, pixels: LabelledPixels) -> None:
        for index, start in enumerate(_rows(self._cube, polygon, pixels)):
            # A larger array would keep the other threads of QGIS waiting.
            spectrum = pixels.values[:, index].astype(str).tolist()
            values = ["" if text == "nan" else text.removesuffix(".0") for text in spectrum]
            self._rows.writerow([*start, *values])

    def close(self) -> None:
        self._file.close()


class _GeoPackage:
    """A layer of points at the centres of the pixels."""

    def __init__(self, file: Path, cube: Cube):
        file.unlink(missing_ok=True)
        self._cube = cube
        self._dataset = ogr.GetDriverByName("GPKG").CreateDataSource(str(file))
        if self._dataset is None:
            raise OSError(gdal.GetLastErrorMsg())
        crs = None
        if cube.projection:
            crs = osr.SpatialReference()
            crs.ImportFromWkt(cube.projection)
        self._layer = self._dataset.CreateLayer(LAYER, crs, ogr.wkbPoint)
        integers = {"polygon": ogr.OFTInteger64, "row": ogr.OFTInteger, "column": ogr.OFTInteger}
        for name in COLUMNS:
            other = ogr.OFTString if name == "class" else ogr.OFTReal
            self._layer.CreateField(ogr.FieldDefn(name, integers.get(name, other)))
        for name in band_columns(cube.bands):
            definition = ogr.FieldDefn(name, ogr.OFTReal)
            definition.SetSubType(ogr.OFSTFloat32)
            self._layer.CreateField(definition)
        self._count = 0
        self._layer.StartTransaction()

    def add(self, polygon: Polygon, pixels: LabelledPixels) -> None:
        for index, start in enumerate(_rows(self._cube, polygon, pixels)):
            feature = ogr.Feature(self._layer.GetLayerDefn())
            point = ogr.Geometry(ogr.wkbPoint)
            point.AddPoint_2D(*start[-2:])
            feature.SetGeometryDirectly(point)
            for column, value in enumerate((*start, *pixels.values[:, index].tolist())):
                if value == value:  # not NaN
                    feature.SetField(column, value)
            if self._layer.CreateFeature(feature) != ogr.OGRERR_NONE:
                raise OSError(gdal.GetLastErrorMsg())
            self._count += 1
            if self._count % ROWS_OF_A_TRANSACTION == 0:
                self._commit()
                self._layer.StartTransaction()

    def close(self) -> None:
        self._commit()
        self._layer = self._dataset = None

    def _commit(self) -> None:
        if self._layer.CommitTransaction() != ogr.OGRERR_NONE:
            raise OSError(gdal.GetLastErrorMsg())
