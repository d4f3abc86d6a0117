"""Scenes: damaged GeoTIFFs and ENVI headers, headers with absurd sizes, unusual values."""

from __future__ import annotations

import struct
import zlib
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import rasterio

from tests.fixtures.cubes import NODATA, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

from .corpus import JobRequest, Workspace, kind
from .damage import NUMBERS, TEXTS, damaged, damaged_text, pick
from .valid_inputs import copy, model_of


def on_scene(
    rng: np.random.Generator, place: Workspace, image: Path | str, **more: Any
) -> JobRequest:
    """A fast job on an image: mostly `apply` with a random forest."""
    asked = {"image": str(image), "device": "cpu", "memory_mb": 700, **more}
    way = int(rng.integers(8))
    if way == 0:
        asked |= {"output": str(place.out / "places.gpkg"), "count": 3}
        return JobRequest("suggest", asked | {"model": str(model_of(place.good, "rf"))})
    if way == 1:
        asked |= {"labels": str(place.good / "labels.gpkg"), "class_field": "class"}
        return JobRequest(
            "classify", asked | {"method": "rf", "output": str(place.out / "map.tif")}
        )
    method = "svm" if way == 2 else "rf"
    asked |= {"model": str(model_of(place.good, method)), "output": str(place.out / "map.tif")}
    if way == 3:
        asked |= {
            "confidence": str(place.out / "confidence.tif"),
            "applicability": str(place.out / "applicability.tif"),
        }
    return JobRequest("apply", asked)


@kind("GeoTIFF, bytes", 450)
def geotiff_bytes(rng: np.random.Generator, place: Workspace) -> JobRequest:
    name = pick(rng, ("scene.tif", "plain.tif", "big.tif"))
    path = place.folder / "scene.tif"
    path.write_bytes(damaged(rng, (place.good / name).read_bytes(), 3000))
    return on_scene(rng, place, path)


#: Tags of a TIFF with invalid values.
_SIZES = (0, 1, 2, 3, 42, 255, 65535, 65536, 100_000, 10**6, 2**31 - 1, 2**31, 2**32 - 1)


@kind("GeoTIFF, absurd", 250)
def geotiff_absurd(rng: np.random.Generator, place: Workspace) -> JobRequest:
    width, height, bands = 20, 16, 5
    compression = pick(rng, (1, 1, 8, 5, 32946, 7, 34712, 50000, 50001, 99))
    data = np.full((height, width, bands), 2000, "<i2").tobytes()
    if compression in (8, 32946):
        # compressed data that expand to very many bytes
        data = zlib.compress(bytes(int(pick(rng, (len(data), 2**20, 2**26)))), 9)
    tags: dict[int, tuple[int, list[int]]] = {
        256: (4, [width]), 257: (4, [height]), 258: (3, [16] * bands), 259: (3, [compression]),
        262: (3, [1]), 273: (4, [8]), 277: (3, [bands]), 278: (4, [height]), 279: (4, [len(data)]),
        284: (3, [1]), 338: (3, [0] * (bands - 1)), 339: (3, [2] * bands),
    }  # fmt: skip
    for _ in range(int(rng.integers(1, 4))):
        tag = pick(rng, list(tags))
        code, values = tags[tag]
        way = int(rng.integers(5))
        if way <= 1:
            tags[tag] = (code, [pick(rng, _SIZES)] * len(values))
        elif way == 2:
            tags[tag] = (int(rng.integers(0, 20)), values)
        elif way == 3:
            del tags[tag]
            if not tags:
                break
        elif tag == 256:  # tiles
            side = pick(rng, _SIZES)
            tags |= {322: (4, [side]), 323: (4, [side]), 324: (4, [8]), 325: (4, [len(data)])}
        else:
            tags[tag] = (code, values * int(pick(rng, (2, 100))))
    if rng.random() < 0.3:  # very many bands
        tags[277] = (3, [pick(rng, (5000, 65535))])
    path = place.folder / "scene.tif"
    path.write_bytes(tiff(tags, data, int(pick(rng, (0, 0, 0, 8, 2**32 - 1)))))
    return on_scene(rng, place, path)


def tiff(tags: dict[int, tuple[int, list[int]]], data: bytes, following: int) -> bytes:
    """A TIFF with one directory after its data."""
    data += b"\0" * (len(data) % 2)
    start = 8 + len(data)
    far = start + 2 + 12 * len(tags) + 4
    entries, rest = b"", b""
    for tag, (code, values) in sorted(tags.items()):
        size = 2 if code == 3 else 4
        packed = b"".join((value % 256**size).to_bytes(size, "little") for value in values)
        if len(packed) > 4:
            packed, rest = struct.pack("<I", far + len(rest)), rest + packed
        entries += struct.pack("<HHI", tag, code, len(values)) + packed.ljust(4, b"\0")
    directory = struct.pack("<H", len(tags)) + entries + struct.pack("<I", following)
    return b"II*\0" + struct.pack("<I", start) + data + directory + rest


@kind("ENVI header", 450)
def envi_header(rng: np.random.Generator, place: Workspace) -> JobRequest:
    image = copy(place.good, "envi.bsq", place.folder)
    text = (place.good / "envi.hdr").read_text()
    way = int(rng.integers(4))
    if way == 0:
        text = damaged_text(rng, text)
    elif way == 1:
        text = damaged(rng, text.encode()).decode("latin-1")
    else:
        lines = text.splitlines()
        for _ in range(int(rng.integers(1, 4))):
            at = int(rng.integers(1, len(lines)))
            key = lines[at].partition("=")[0]
            lines[at] = f"{key}= {_envi_value(rng)}"
        if way == 3:
            lines += [
                f"{pick(rng, ('default bands', 'band names', 'reflectance scale factor', 'x'))} = "
                f"{_envi_value(rng)}"
            ]
        text = "\n".join(lines)
    (place.folder / "envi.hdr").write_bytes(text.encode("utf-8", "surrogatepass"))
    return on_scene(rng, place, pick(rng, (image, place.folder / "envi.hdr")))


def _envi_value(rng: np.random.Generator) -> str:
    one = [pick(rng, NUMBERS), pick(rng, TEXTS), "{}", "{", "}", "{{1}}", "{1,2,3"]
    many = (
        "{" + ", ".join(str(pick(rng, NUMBERS)) for _ in range(int(pick(rng, (3, 16, 17))))) + "}"
    )
    return pick(rng, [*one, many, many, many])


@kind("values", 300)
def values(rng: np.random.Generator, place: Workspace) -> JobRequest:
    cube = make_cube(int(rng.integers(100)))
    bands, rows, columns = cube.reflectance.shape
    shape = pick(
        rng,
        [
            (bands, rows, columns), (bands, rows, columns), (bands, rows, columns), (bands, 1, 1),
            (bands, 1, columns), (bands, rows, 1), (bands, 2, 2), (3, rows, columns), (2, 5, 5),
            (1, 9, 9), (5000, 2, 3), (300, 4, 4),
        ],
    )  # fmt: skip
    dtype = pick(rng, ("float32", "float64", "int16", "uint8", "uint16", "int32", "uint32", "int8"))
    floats = dtype.startswith("float")
    if shape == cube.reflectance.shape:
        values = cube.reflectance * (1 if floats else 100 if dtype.endswith("int8") else 10_000)
    else:
        values = rng.random(shape) * (1 if floats else 100)
    values = values.astype(np.float64)
    odd = [np.nan, np.inf, -np.inf, 1e308, -1e308, 1e-310, 0.0, -1.0, 1e38, 3.5e38, NODATA, 65535.0]
    way = int(rng.integers(8))
    share = pick(rng, (0.001, 0.01, 0.3, 0.99, 1.0))
    if way <= 3:
        chosen = rng.random(shape) < share
        values[chosen] = pick(rng, odd) if way < 2 else rng.choice(odd, int(chosen.sum()))
    elif way == 4:
        values[int(rng.integers(shape[0]))] = pick(rng, odd)
    elif way == 5:
        values[:] = pick(rng, odd)
    elif way == 6:
        values[:, int(rng.integers(shape[1]))] = pick(rng, odd)
    if not floats:
        limits = np.iinfo(dtype)
        values = np.clip(
            np.nan_to_num(values, posinf=limits.max, neginf=limits.min), limits.min, limits.max
        )
    with np.errstate(over="ignore"):
        values = values.astype(dtype)
    profile: dict[str, Any] = {
        "driver": "GTiff", "count": shape[0], "height": shape[1], "width": shape[2],
        "dtype": dtype, "crs": cube.crs, "transform": cube.place,
    }  # fmt: skip
    if rng.random() < 0.4:
        nodata = pick(rng, (0, 1, 100)) if not floats else pick(rng, (np.nan, 0, -9999, np.inf))
        profile["nodata"] = nodata
    path = place.folder / "scene.tif"
    with rasterio.open(path, "w", **profile) as raster:
        raster.write(values)
        tags = rng.random() < 0.7
        for number in range(1, shape[0] + 1):
            if tags and shape[0] <= bands:
                raster.update_tags(number, wavelength=cube.wavelengths[number - 1])
        if rng.random() < 0.2:
            raster.scales = [pick(rng, (0.0, -1.0, 1e-4, 1e30, 1e300))] * shape[0]
        if rng.random() < 0.2:
            raster.offsets = [pick(rng, (0.5, -1e30, 1e300))] * shape[0]
    if rng.random() < 0.4:
        labels = write_labels(place.folder / "labels.gpkg", cube)
        asked = {"image": str(path), "labels": str(labels), "class_field": "class"}
        asked |= {"method": pick(rng, ("rf", "rf", "svm")), "output": str(place.out / "map.tif")}
        if rng.random() < 0.3:
            asked |= {"report": str(place.out / "report.html")}
        return JobRequest("classify", asked | {"device": "cpu", "memory_mb": 700})
    return on_scene(rng, place, path)


@kind("band metadata", 200)
def band_metadata(rng: np.random.Generator, place: Workspace) -> JobRequest:
    path = copy(place.good, "scene.tif", place.folder)
    with rasterio.open(path, "r+") as raster:
        for _ in range(int(rng.integers(1, 6))):
            names = ("wavelength", "wavelength_units", "fwhm", "bbl", "CENTRAL_WAVELENGTH_UM", "x")
            name = pick(rng, names)
            value = pick(rng, (pick(rng, NUMBERS), pick(rng, TEXTS), "Micrometers", "nm", "Index"))
            value = value.replace("\0", "")
            space = {"ns": "IMAGERY"} if rng.random() < 0.2 else {}
            if rng.random() < 0.5:
                raster.update_tags(int(rng.integers(1, 17)), **{name: value}, **space)
            else:
                for number in range(1, 17):
                    raster.update_tags(number, **{name: value}, **space)
        if rng.random() < 0.3:
            text = pick(rng, TEXTS).replace("\0", "")
            raster.set_band_description(int(rng.integers(1, 17)), text)
    return on_scene(rng, place, path)


@kind("HDF5 and netCDF, bytes", 200)
def hdf5_bytes(rng: np.random.Generator, place: Workspace) -> JobRequest:
    name = pick(rng, ("cube.nc", "cube.h5"))
    path = place.folder / name
    path.write_bytes(damaged(rng, (place.good / name).read_bytes(), 4000))
    inside = {"cube.nc": f'NETCDF:"{path}":reflectance', "cube.h5": f'HDF5:"{path}"://scene/cube'}
    return on_scene(rng, place, pick(rng, (path, inside[name])))


@kind("virtual raster", 200)
def virtual_raster(rng: np.random.Generator, place: Workspace) -> JobRequest:
    folder = copy(place.good, "virtual", place.folder)
    path = folder / "virtual.vrt"
    path.write_text(damaged_text(rng, path.read_text()), encoding="utf-8", errors="surrogatepass")
    return on_scene(rng, place, path, allow_external=bool(rng.random() < 0.6))


@kind("place on earth", 120)
def georeference(rng: np.random.Generator, place: Workspace) -> JobRequest:
    cube = make_cube()
    odd = (0.0, 1e-300, 1e300, np.nan, np.inf, -30.0, 30.0, 1.0)
    numbers = list(cube.place)[:6]
    for _ in range(int(rng.integers(1, 4))):
        numbers[int(rng.integers(6))] = pick(rng, odd)
    crs = pick(rng, (cube.crs, "EPSG:4326", "EPSG:3857", "EPSG:3031", None, "EPSG:4978"))
    cube = replace(cube, place=rasterio.Affine(*numbers), crs=crs)
    path = write_geotiff(place.folder / "scene.tif", cube)
    labels = place.good / pick(rng, ("labels.gpkg", "codes.tif", "labels.geojson"))
    if rng.random() < 0.3:
        return on_scene(rng, place, path)
    asked = {"image": str(path), "labels": str(labels), "class_field": "class", "method": "rf"}
    return JobRequest("classify", asked | {"output": str(place.out / "map.tif"), "memory_mb": 700})
