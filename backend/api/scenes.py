"""Scenes as Python holds them: paths, arrays (height, width, bands), xarray's DataArrays.

Arrays are written to a temporary GeoTIFF, so that they go through the same checks, in blocks, as
the rasters that users have on disk.
"""

from __future__ import annotations

import os
import sys
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np
import rasterio
from affine import Affine
from numpy.typing import NDArray
from rasterio.errors import NotGeoreferencedWarning, RasterioError

from ..files.pending_files import require_disk_space, write_failure
from .session import scratch_folder

if TYPE_CHECKING:
    from xarray import DataArray

#: A path, or an array (height, width, bands) of numpy or xarray.
SceneLike: TypeAlias = "str | os.PathLike[str] | NDArray[Any] | DataArray"

#: Types of values that are stored as they are; others become float32.
_STORED_TYPES = ("uint8", "uint16", "int16", "float32")
_WAVELENGTH_NAMES = ("wavelength", "wavelengths")
_ROW_DIMENSIONS, _COLUMN_DIMENSIONS = ("y", "latitude", "lat"), ("x", "longitude", "lon")


@dataclass(frozen=True)
class OpenedScene:
    """Where a scene lies as a file."""

    path: str
    #: Of an array, the temporary folder of its file.
    folder: Path | None = None
    #: The rows and columns of a DataArray, from which results take their coordinates.
    template: DataArray | None = None

    def like_input(self, values: NDArray[Any], name: str, labels: Sequence[str] = ()) -> Any:
        """Values (height, width) or (height, width, labels) as the scene came: array or DataArray.

        What came as a DataArray gives one of the same rows, columns and coordinate system.
        """
        if self.template is None:
            return values
        return _as_data_array(values, name, self.template, labels)


@contextmanager
def opened(scene: SceneLike, wavelengths: Sequence[float] | None = None) -> Iterator[OpenedScene]:
    """The scene as a file; `wavelengths`, in nanometres, are those of an array's bands."""
    if isinstance(scene, str | os.PathLike):
        if wavelengths is not None:
            raise TypeError("wavelengths are for arrays; a file has its own")
        yield OpenedScene(os.fspath(scene))
        return
    template = None
    if is_data_array(scene):
        layout = _Layout.of(scene)
        values, crs, transform = layout.values, layout.crs, layout.transform
        wavelengths = layout.wavelengths if wavelengths is None else wavelengths
        template = layout.template
    else:
        values, crs, transform = np.asarray(scene), None, Affine.identity()
    if values.ndim != 3:
        raise ValueError(f"a scene has the shape (height, width, bands), not {values.shape}")
    if wavelengths is not None and len(wavelengths) != values.shape[2]:
        raise ValueError(f"{len(wavelengths)} wavelengths do not fit {values.shape[2]} bands")
    with scratch_folder() as folder:
        path = folder / "scene.tif"
        try:
            _write(path, values, wavelengths, crs, transform)
            require_disk_space(path)
        except (RasterioError, OSError) as error:
            raise write_failure(path, error) from error
        yield OpenedScene(str(path), folder, template)


def is_data_array(scene: object) -> bool:
    """Whether it is xarray's; where xarray was never imported, nothing is."""
    xarray = sys.modules.get("xarray")
    return xarray is not None and isinstance(scene, xarray.DataArray)


@dataclass(frozen=True)
class _Layout:
    """What a DataArray with two spatial dimensions and bands holds."""

    values: NDArray[Any]  # (height, width, bands)
    wavelengths: Sequence[float] | None
    crs: Any
    transform: Affine
    template: Any  # the first band, whose coordinates results take

    @classmethod
    def of(cls, array: Any) -> _Layout:
        rows = _dimension(array, _ROW_DIMENSIONS)
        columns = _dimension(array, _COLUMN_DIMENSIONS)
        others = [name for name in array.dims if name not in (rows, columns)]
        if len(others) != 1:
            raise ValueError(
                f"a scene has the dimensions y, x and one of the bands, not {', '.join(array.dims)}"
            )
        ordered = array.transpose(rows, columns, others[0])
        crs, transform = _georeference(array, rows, columns)
        template = ordered.isel({others[0]: 0}, drop=True)
        return cls(ordered.values, _wavelengths(array, others[0]), crs, transform, template)


def _dimension(array: Any, names: Sequence[str]) -> str:
    for name in names:
        if name in array.dims:
            return name
    raise ValueError(
        f"a scene has a dimension called {names[0]}; this one has {', '.join(map(str, array.dims))}"
    )


def _wavelengths(array: Any, bands: str) -> Sequence[float] | None:
    for name in _WAVELENGTH_NAMES:
        if name in array.coords and array.coords[name].dims == (bands,):
            return [float(value) for value in array.coords[name].values]
        listed = array.attrs.get(name)
        if listed is not None and np.shape(listed) == (array.sizes[bands],):
            return [float(value) for value in listed]
    return None


def _georeference(array: Any, rows: str, columns: str) -> tuple[Any, Affine]:
    """The coordinate system, where rioxarray is installed, and the transform of the pixels."""
    try:
        import rioxarray  # noqa: F401 - gives arrays the accessor `rio`
    except ImportError:
        return None, _transform_of_coordinates(array, rows, columns)
    placed = array.rio.set_spatial_dims(x_dim=columns, y_dim=rows)
    return placed.rio.crs, placed.rio.transform(recalc=columns in array.coords)


def _transform_of_coordinates(array: Any, rows: str, columns: str) -> Affine:
    if rows not in array.coords or columns not in array.coords:
        return Affine.identity()
    steps = []
    for name in (columns, rows):
        centres = np.asarray(array.coords[name].values, np.float64)
        if len(centres) < 2:
            return Affine.identity()
        steps.append((float(centres[0]), float(centres[-1] - centres[0]) / (len(centres) - 1)))
    (left, width), (top, height) = steps
    return Affine(width, 0.0, left - width / 2, 0.0, height, top - height / 2)


def _write(
    path: Path,
    values: NDArray[Any],
    wavelengths: Sequence[float] | None,
    crs: Any,
    transform: Affine,
) -> None:
    if values.dtype.kind not in "biuf":
        raise ValueError(f"the values of a scene are numbers, not {values.dtype}")
    kind = str(values.dtype) if str(values.dtype) in _STORED_TYPES else "float32"
    height, width, count = values.shape
    profile = {"driver": "GTiff", "tiled": True, "interleave": "band", "BIGTIFF": "IF_SAFER"}
    nodata = np.nan if kind == "float32" else None
    size = {"width": width, "height": height, "count": count}
    grid = {"crs": crs, "transform": transform, "nodata": nodata}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", **profile, **size, **grid, dtype=kind) as file:
            for band in range(count):
                file.write(values[:, :, band].astype(kind, copy=False), band + 1)
                if wavelengths is not None:
                    centre = repr(float(wavelengths[band]))
                    file.update_tags(band + 1, wavelength=centre, wavelength_units="nm")


def _as_data_array(
    values: NDArray[Any], name: str, template: Any, labels: Sequence[str]
) -> DataArray:
    from xarray import DataArray

    dimensions = (*template.dims, "feature") if labels else template.dims
    coordinates = {
        key: coordinate
        for key, coordinate in template.coords.items()
        if set(coordinate.dims) <= set(template.dims)
    }
    if labels:
        coordinates["feature"] = list(labels)
    found = DataArray(values, coordinates, dimensions, name)
    if "grid_mapping" in template.encoding:  # by which rioxarray finds the coordinate system
        found.encoding["grid_mapping"] = template.encoding["grid_mapping"]
    return found
