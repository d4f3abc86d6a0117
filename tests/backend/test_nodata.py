"""Pixels are masked as GDAL masks them, also where the nodata value was rounded."""

from __future__ import annotations

from pathlib import Path

import h5py
import numpy as np
import pytest
import rasterio
from hypothesis import given, settings
from hypothesis import strategies as st
from rasterio.windows import Window

from backend.scene.nodata import equals_nodata
from backend.scene.opening import open_source
from backend.scene.raster import Scene
from backend.scene.sources import BandTable, GdalSource
from tests.fixtures.cubes import make_cube
from tests.fixtures.products import write_emit

pytestmark = [
    pytest.mark.backend,
    pytest.mark.filterwarnings("ignore::rasterio.errors.NotGeoreferencedWarning"),
]

LOWEST = float(np.finfo(np.float32).min)
_TYPES = {
    "float32": "Float32", "float64": "Float64", "uint8": "Byte", "int16": "Int16",
    "uint16": "UInt16", "int32": "Int32", "uint32": "UInt32", "int64": "Int64", "uint64": "UInt64",
}  # fmt: skip


def virtual(folder: Path, values: np.ndarray, nodata: str) -> Path:
    """Three equal bands of one row, with a nodata value as it is written in a file."""
    kind, width = values.dtype.name, len(values)
    with rasterio.open(
        folder / "v.tif", "w", driver="GTiff", dtype=kind, width=width, height=1, count=1
    ) as raster:
        raster.write(values[None], 1)
    bands = "".join(
        f'<VRTRasterBand dataType="{_TYPES[kind]}" band="{number}"><NoDataValue>{nodata}'
        '</NoDataValue><SimpleSource><SourceFilename relativeToVRT="1">v.tif</SourceFilename>'
        "<SourceBand>1</SourceBand></SimpleSource></VRTRasterBand>"
        for number in (1, 2, 3)
    )
    path = folder / "v.vrt"
    path.write_text(f'<VRTDataset rasterXSize="{width}" rasterYSize="1">{bands}</VRTDataset>')
    return path


def neighbours(value: float, kind: str, steps: int = 12) -> np.ndarray:
    """Values of a type around a value, some of them far from it; zero is excluded."""
    dtype = np.dtype(kind)
    if dtype.kind == "f":
        near = [dtype.type(value)]
        with np.errstate(over="ignore"):
            for _ in range(steps):
                near = [np.nextafter(near[0], dtype.type(-np.inf)), *near]
                near.append(np.nextafter(near[-1], dtype.type(np.inf)))
            far = [dtype.type(value) * dtype.type(f) for f in (0.5, 0.999999, 1.000001, 2, -1)]
        found = np.array([*near, *far, dtype.type(0.3)], dtype)
        return found[np.isfinite(found) & (found != 0)]
    limits = np.iinfo(dtype)
    wanted = int(value)
    near = [n for n in range(wanted - steps, wanted + steps + 1) if limits.min <= n <= limits.max]
    return np.array([n for n in (*near, limits.min, limits.max, 7) if n != 0], dtype)


@pytest.mark.parametrize(
    ("kind", "nodata"),
    [
        ("float32", "-3.40282e+38"),
        ("float32", "-3.4028234663852886e+38"),
        ("float32", "-3.4e+38"),
        ("float32", "-1.7e+38"),
        ("float32", "-9999"),
        ("float32", "-9999.9"),
        ("float32", "0.1"),
        ("float32", "1e20"),
        ("float32", "9.96921e+36"),
        ("float64", "-3.40282e+38"),
        ("float64", "-1.7976931348623157e+308"),
        ("float64", "-9999"),
        ("int16", "-32768"),
        ("int16", "-9999.4"),
        ("uint8", "255"),
        ("uint16", "65535"),
        ("int32", "-2147483648"),
        ("uint32", "4294967295"),
        ("int64", "9007199254740993"),
        ("int64", "-9223372036854775808"),
        ("uint64", "18446744073709551615"),
    ],
)
def test_a_scene_masks_the_pixels_that_gdal_masks(tmp_path: Path, kind: str, nodata: str) -> None:
    exact = int(nodata) if "int" in kind and "." not in nodata else float(nodata)
    values = neighbours(exact, kind)
    path = virtual(tmp_path, values, nodata)
    with rasterio.open(path) as raster:
        shown = raster.read_masks(1)[0] > 0
    assert shown.any()
    assert not shown.all()
    shown &= np.abs(values.astype(float)) <= 3.4e38
    source = open_source(path)
    found = source.read([1, 2, 3], Window(0, 0, len(values), 1))
    source.close()
    np.testing.assert_array_equal(np.isfinite(found), [shown[None]] * 3)


@settings(max_examples=60)
@given(
    nodata=st.floats(width=32, allow_nan=False, allow_infinity=False).filter(bool),
    kind=st.sampled_from(["float32", "float64"]),
)
def test_nodata_values_are_compared_as_gdal_compares_them(
    tmp_path_factory: pytest.TempPathFactory, nodata: float, kind: str
) -> None:
    values = neighbours(nodata, kind)
    path = virtual(tmp_path_factory.mktemp("nodata"), values, repr(float(nodata)))
    with rasterio.open(path) as raster:
        assert raster.nodata is not None
        hidden = raster.read_masks(1)[0] == 0
        np.testing.assert_array_equal(equals_nodata(values, raster.nodata), hidden)


def test_the_rounded_lowest_float_is_nodata(tmp_path: Path) -> None:
    cube = make_cube()
    values = cube.reflectance.copy()
    values[:, cube.truth == 0] = LOWEST
    path = tmp_path / "s.tif"
    with rasterio.open(
        path, "w", driver="GTiff", dtype="float32", nodata=-3.40282e38, **cube.profile
    ) as raster:
        raster.write(values)
    with Scene(path) as scene:
        _, valid = scene.read(scene.grid.extent)
        assert scene.factor == 1
    np.testing.assert_array_equal(valid, cube.truth > 0)


@pytest.mark.parametrize("declared", [None, "-3.4028235e+38"])
def test_the_lowest_float_is_nodata_without_declaration(
    tmp_path: Path, declared: str | None
) -> None:
    """GDAL drops nodata values beyond the range of the type, such as a rounded lowest float."""
    values = np.array([LOWEST, 0.2, -LOWEST, 0.3], np.float32)
    path = virtual(tmp_path, values, declared or "nan")
    source = open_source(path)
    found = source.read([1, 2, 3], Window(0, 0, 4, 1))
    source.close()
    np.testing.assert_array_equal(np.isfinite(found), [[[False, True, False, True]]] * 3)


def test_a_mask_in_the_file_does_not_replace_the_nodata_value(tmp_path: Path) -> None:
    cube = make_cube()
    values = cube.reflectance.copy()
    values[:, 2, 2] = LOWEST
    path = tmp_path / "s.tif"
    with (
        rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True),
        rasterio.open(
            path, "w", driver="GTiff", dtype="float32", nodata=-3.40282e38, **cube.profile
        ) as raster,
    ):
        raster.write(values)
        raster.write_mask(cube.truth > 0)
    expected = cube.truth > 0
    expected[2, 2] = False
    with Scene(path) as scene:
        np.testing.assert_array_equal(scene.read(scene.grid.extent)[1], expected)


def test_the_background_value_of_a_product_may_be_rounded(tmp_path: Path) -> None:
    values = np.array([LOWEST, 0.1, 0.2], np.float32)
    path = tmp_path / "v.tif"
    with rasterio.open(
        path, "w", driver="GTiff", dtype="float32", width=3, height=1, count=3
    ) as raster:
        raster.write(np.repeat(values[None, None], 3, axis=0))
    ones, zeros = (1.0,) * 3, (0.0,) * 3
    table = BandTable((500.0, 600.0, 700.0), zeros, ones, zeros, -3.40282e38)
    source = GdalSource(str(path), table)
    found = source.read([1, 2, 3], Window(0, 0, 3, 1))
    source.close()
    np.testing.assert_array_equal(np.isfinite(found), [[[False, True, True]]] * 3)


def test_the_fill_value_of_emit_may_be_rounded(tmp_path: Path) -> None:
    path = write_emit(tmp_path, make_cube())
    fill = np.float32(-9999.9)
    with h5py.File(path, "r+") as file:
        file["reflectance"].attrs["_FillValue"] = np.array([fill])
        file["reflectance"][3, 4, :] = np.nextafter(fill, np.float32(0))
    with Scene(path) as scene:
        values, valid = scene.read(scene.grid.extent)
    # all pixels of the stripes but the filled one
    assert valid.sum() == (make_cube().truth > 0).sum() - 1
    assert values[:, valid].min() > -1
