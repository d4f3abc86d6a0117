"""A file with an unusual name is read itself or refused; never another file instead."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from conftest import Stripes

from backend.core.errors import UserError
from backend.labels.vector import read_training_pixels
from backend.metrics.class_map import ClassRaster
from backend.scene.grid import Grid
from tests.fixtures.cubes import write_labels

pytestmark = [
    pytest.mark.backend,
    pytest.mark.filterwarnings("ignore:.*non conformant file extension"),
]

_PLACE = {
    "width": 4, "height": 4, "crs": "EPSG:32633", "transform": Affine(30, 0, 4e5, 0, -30, 5e6),
}  # fmt: skip
#: Names, and what a library that takes them for addresses would open instead, if anything.
ODD_NAMES = {
    "a;b.gpkg": "a",
    "a?b.gpkg": "a",
    "a#b.gpkg": "a",
    "a%20b.gpkg": "a b.gpkg",
    "a b.gpkg": "",
    " a.gpkg": "a.gpkg",
    "a.gpkg ": "a.gpkg",
    "a.gpkg?": "a.gpkg",
    "a\tb.gpkg": "ab.gpkg",
    "a\nb.gpkg": "ab.gpkg",
    "a\r\nb.gpkg": "ab.gpkg",
    "\ta.gpkg": "a.gpkg",
    "a\x0bb.gpkg": "ab.gpkg",
    "a!b.gpkg": "b.gpkg",
}
REFUSED = {"a.gpkg?", "a\tb.gpkg", "a\nb.gpkg", "a\r\nb.gpkg", "\ta.gpkg", "a!b.gpkg"}


@pytest.mark.parametrize("name", ODD_NAMES)
@pytest.mark.parametrize("slashes", ["", "/"])
def test_exactly_the_given_layer_is_read(
    stripes: Stripes, tmp_path: Path, name: str, slashes: str
) -> None:
    """What cannot be named to the library is refused; it never reads another file."""
    grid = Grid(42, 30, stripes.cube.place, rasterio.crs.CRS.from_user_input(stripes.cube.crs))
    if decoy := ODD_NAMES[name]:
        write_labels(tmp_path / "x.gpkg", stripes.cube, values=["wrong", "other", "none"] * 3)
        (tmp_path / "x.gpkg").rename(tmp_path / decoy)
    path = tmp_path / name
    path.write_bytes(stripes.labels.read_bytes())
    if name in REFUSED:
        with pytest.raises(UserError) as caught:
            read_training_pixels(f"{slashes}{path}", "class", grid)
        assert caught.value.code == "layer.unsupported_name"
    else:
        classes = read_training_pixels(f"{slashes}{path}", "class", grid).classes
        assert [entry.value for entry in classes] == ["soil", "tree", "water"]


@pytest.mark.parametrize("name", ["a\tb.tif", "a\nb.tif", "a?b.tif", "a.tif?", " a.tif", "a#b.tif"])
def test_exactly_the_given_raster_is_read(stripes: Stripes, tmp_path: Path, name: str) -> None:
    profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", **_PLACE}
    for file, code in ((name, 7), ("ab.tif", 1), ("a.tif", 1), ("a", 1)):
        with rasterio.open(tmp_path / "x", "w", **profile) as raster:
            raster.write(np.full((1, 4, 4), code, np.uint8))
        (tmp_path / "x").rename(tmp_path / file)
    grid = Grid(4, 4, _PLACE["transform"], rasterio.crs.CRS.from_user_input(_PLACE["crs"]))
    training_pixels = read_training_pixels(tmp_path / name, None, grid)
    assert [entry.value for entry in training_pixels.classes] == ["7"]
    with ClassRaster(str(tmp_path / name)) as raster:
        assert (raster.read(raster.grid.extent) == 7).all()
