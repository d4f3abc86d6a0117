"""A scene of any size: a small file, enlarged by a virtual raster."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pyogrio
import rasterio
import shapely
from affine import Affine

BANDS = 224
SMALL = 250
CLASSES = 4
CRS = "EPSG:32633"
TRANSFORM = Affine(30, 0, 300_000, 0, -30, 6_000_000)
NODATA = -32768
#: Labelled boxes of each class, and their side in pixels.
BOXES, SIDE = 6, 6


def write_small(path: Path, seed: int = 0) -> np.ndarray:
    """Write patches of four synthetic materials with noise; returns the class of every pixel."""
    rng = np.random.default_rng(seed)
    wavelengths = np.linspace(420, 2450, BANDS)
    curves = rng.normal(0, 1, (CLASSES, 6)) @ np.sin(
        np.outer(np.arange(1, 7), (wavelengths - 420) / 650)
    )
    spectra = 0.25 + 0.05 * curves
    classes = np.kron(rng.integers(0, CLASSES, (10, 10)), np.ones((SMALL // 10,) * 2, int))
    profile = {
        "driver": "GTiff", "width": SMALL, "height": SMALL, "count": BANDS, "dtype": "int16",
        "nodata": NODATA, "tiled": True, "blockxsize": 64, "blockysize": 64,
    }  # fmt: skip
    with rasterio.open(path, "w", **profile) as raster:
        for band in range(BANDS):
            values = spectra[classes, band] + rng.normal(0, 0.01, classes.shape)
            raster.write(np.rint(values * 10_000).astype(np.int16), band + 1)
    return classes


def write_virtual(path: Path, small: Path, side: int) -> None:
    """Write a virtual raster that enlarges the small file to `side` × `side` pixels."""
    root = ElementTree.Element("VRTDataset", rasterXSize=str(side), rasterYSize=str(side))
    ElementTree.SubElement(root, "SRS").text = CRS
    ElementTree.SubElement(root, "GeoTransform").text = ", ".join(map(str, TRANSFORM.to_gdal()))
    for number, wavelength in enumerate(np.linspace(420, 2450, BANDS), 1):
        band = ElementTree.SubElement(root, "VRTRasterBand", dataType="Int16", band=str(number))
        metadata = ElementTree.SubElement(band, "Metadata")
        ElementTree.SubElement(metadata, "MDI", key="wavelength").text = f"{wavelength:.2f}"
        ElementTree.SubElement(metadata, "MDI", key="wavelength_units").text = "nm"
        ElementTree.SubElement(band, "NoDataValue").text = str(NODATA)
        source = ElementTree.SubElement(band, "SimpleSource", resampling="nearest")
        name = ElementTree.SubElement(source, "SourceFilename", relativeToVRT="1")
        name.text = small.name
        ElementTree.SubElement(source, "SourceBand").text = str(number)
        for rectangle, size in (("SrcRect", SMALL), ("DstRect", side)):
            place = {"xOff": "0", "yOff": "0", "xSize": str(size), "ySize": str(size)}
            ElementTree.SubElement(source, rectangle, place)
    path.write_bytes(ElementTree.tostring(root))


def write_labels(path: Path, classes: np.ndarray, side: int, seed: int = 0) -> None:
    """Write labelled boxes, distributed over the scene."""
    rng = np.random.default_rng(seed)
    shapes, values = [], []
    for value in range(CLASSES):
        places = np.argwhere(classes == value)
        for row, column in places[rng.choice(len(places), BOXES, replace=False)]:
            top, left = (int((place + 0.1) * side / SMALL) for place in (row, column))
            corners = [TRANSFORM @ (left, top), TRANSFORM @ (left + SIDE, top + SIDE)]
            shapes.append(shapely.box(*corners[0], *corners[1]))
            values.append(f"material {value + 1}")
    pyogrio.raw.write(
        path,
        geometry=shapely.to_wkb(np.array(shapes)),
        field_data=[np.array(values)],
        fields=["class"],
        geometry_type="Polygon",
        crs=CRS,
        driver="GPKG",
    )
