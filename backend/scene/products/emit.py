"""EMIT L2A reflectance (netCDF): pixels in sensor geometry with a geolocation lookup table.

Clouds and cirrus are flagged in a file of its own, `EMIT_L2A_MASK_…nc`, beside the reflectance.
"""

from __future__ import annotations

import os
import re
from collections.abc import Sequence
from pathlib import Path

import h5py
import numpy as np
import numpy.typing as npt
from affine import Affine
from rasterio.crs import CRS

from ..external_references import check_external_files, check_external_references
from ..grid import Grid
from ..reflectance_scale import DECLARED_BY_PRODUCT, product_scaling
from .geolocation import LookupTable
from .hdf5 import array_of, fill_value, make_bands, number_list, text
from .hdf5_source import FlagArray, Hdf5Source, Layout

DEFAULT_FILL = -9999.0
_FILE_NAME = re.compile(r"(?P<start>EMIT_L2A_)RFL(?P<end>_.+)", re.IGNORECASE)
#: Flags of the mask that exclude a pixel; its names differ in case and hyphens between versions.
_CLOUD, _CIRRUS = re.compile(r"cloud flag"), re.compile(r"cirrus flag")
_MAX_MASK_BANDS = 64


def is_emit(file: h5py.File) -> bool:
    """Whether a netCDF file is an EMIT reflectance product."""
    return all(
        name in file
        for name in ("reflectance", "location/glt_x", "location/glt_y", "sensor_band_parameters")
    ) and isinstance(file["reflectance"], h5py.Dataset)


def open_emit(path: Path, allow_external: bool = False) -> Hdf5Source:
    """Open an EMIT product, with the mask beside it if there is one."""
    mask = mask_beside(path)
    if mask is not None:
        check_external_files(path, [str(mask)], allow_external)
        check_external_references(mask, allow_external)
    return Hdf5Source(path, "EMIT", lambda file: _describe(file, mask))


def _describe(file: h5py.File, mask: Path | None) -> Layout:
    cube = array_of(file, "reflectance", 3)
    lines, samples, count = cube.shape
    glt_x, glt_y = (array_of(file, f"location/glt_{axis}", 2) for axis in "xy")
    if glt_x.shape != glt_y.shape or not glt_x.size:
        raise ValueError("the two layers of its lookup table differ in size")
    parameters = file["sensor_band_parameters"]
    wavelengths = parameters["wavelengths"]
    good = np.ones(count)
    if "good_wavelengths" in parameters:
        good = number_list(parameters["good_wavelengths"], count)
    bands = make_bands(
        number_list(wavelengths, count),
        number_list(parameters["fwhm"], count),
        text(wavelengths.attrs.get("units")),
        good == 0,
    )
    geotransform = number_list(file.attrs["geotransform"], 6)
    transform = Affine.from_gdal(*geotransform)
    if not np.isfinite(geotransform).all() or transform.is_degenerate:
        raise ValueError("it is not georeferenced")
    grid = Grid(
        glt_x.shape[1], glt_x.shape[0], transform, CRS.from_wkt(text(file.attrs["spatial_ref"]))
    )
    return Layout(
        cubes=(cube,),
        band_axis=2,
        positions=tuple((0, position) for position in range(count)),
        bands=bands,
        scaling=product_scaling(np.ones(count), np.zeros(count), DECLARED_BY_PRODUCT),
        grid=grid,
        fill=fill_value(cube, ("_FillValue",), DEFAULT_FILL),
        geolocation=LookupTable(glt_y, glt_x, (lines, samples)),
        mask=mask,
        find_flags=lambda masks: _flags(masks, (lines, samples)),
    )


def _flags(file: h5py.File, shape: tuple[int, int]) -> tuple[FlagArray, ...]:
    """The bands of the mask that flag clouds, buffers around them included, and cirrus."""
    mask = array_of(file, "mask", 3)
    if mask.shape[:2] != shape:
        raise ValueError("its mask and its image differ in size")
    names = _names(file["sensor_band_parameters/mask_bands"])
    found = []
    for name, pattern in (("cloud", _CLOUD), ("cirrus", _CIRRUS)):
        found += [
            FlagArray(name if name == label.removesuffix(" flag") else label, mask, _is_set, band)
            for band, label in enumerate(names[: mask.shape[2]])
            if pattern.search(label)
        ]
    return tuple(found)


def _names(array: h5py.Dataset) -> Sequence[str]:
    labels = np.ravel(array[()])[:_MAX_MASK_BANDS]
    return [" ".join(text(label).lower().replace("-", " ").split())[:64] for label in labels]


def _is_set(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    # no data is negative in the mask
    set_pixels: npt.NDArray[np.bool_] = values.astype(np.float64) > 0.5
    return set_pixels


def mask_beside(path: Path) -> Path | None:
    """The file with the mask of a product; None where there is none."""
    match = _FILE_NAME.fullmatch(path.name)
    if match is None:
        return None
    mask = path.with_name(f"{match['start']}MASK{match['end']}")
    return mask if os.path.isfile(mask) else None
