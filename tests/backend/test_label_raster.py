"""All labelled pixels of a raster of class codes are read, component by component."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine

from backend.core.errors import UserError
from backend.labels.classes import ClassStyle
from backend.labels.vector import read_training_pixels
from backend.scene.grid import Grid
from tests.fixtures.cubes import COLUMNS, ROWS, UTM, UTM_TRANSFORM

pytestmark = pytest.mark.backend

GRID = Grid(COLUMNS, ROWS, UTM_TRANSFORM, rasterio.CRS.from_user_input(UTM))


def codes() -> np.ndarray:
    """Three components of class 2, two of which touch at a corner, and one of class 7."""
    values = np.zeros((ROWS, COLUMNS), np.uint8)
    values[2:5, 3:6] = 2
    values[5:7, 6:8] = 2
    values[20:24, 30:33] = 2
    values[5:7, 3:6] = 7
    return values


def write(path: Path, values: np.ndarray, **profile: object) -> Path:
    settings = {
        "driver": "GTiff", "width": values.shape[1], "height": values.shape[0], "count": 1,
        "dtype": values.dtype, "crs": UTM, "transform": UTM_TRANSFORM, "nodata": 0,
    }  # fmt: skip
    with rasterio.open(path, "w", **{**settings, **profile}) as raster:
        raster.write(values, 1)
        if values.dtype == np.uint8:
            raster.write_colormap(1, {2: (10, 20, 30, 255), 7: (200, 100, 0, 255)})
    return path


def test_all_pixels_above_zero_are_labelled_and_components_are_groups(tmp_path: Path) -> None:
    training_pixels = read_training_pixels(write(tmp_path / "l.tif", codes()), None, GRID)
    found = np.zeros((ROWS, COLUMNS), int)
    found[training_pixels.rows, training_pixels.columns] = np.array([2, 7])[training_pixels.target]
    np.testing.assert_array_equal(found, codes())
    assert training_pixels.drawn == (2, 1)
    first = training_pixels.group[(training_pixels.rows < 10) & (training_pixels.target == 0)]
    assert len(set(first.tolist())) == 1  # components that touch at a corner are one
    assert [(c.code, c.name, c.colour) for c in training_pixels.classes] == [
        (2, "2", "#0a141e"),
        (7, "7", "#c86400"),
    ]


def test_class_names_are_read_from_the_sidecar_file(tmp_path: Path) -> None:
    path = write(tmp_path / "l.tif", codes())
    names = "".join(f"<Category>{n}</Category>" for n in ("", "", "tree", "", "", "", "", "roof"))
    Path(f"{path}.aux.xml").write_text(
        f'<PAMDataset><PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames>'
        "</PAMRasterBand></PAMDataset>"
    )
    training_pixels = read_training_pixels(path, None, GRID)
    assert [entry.name for entry in training_pixels.classes] == ["tree", "roof"]


def test_a_raster_on_another_grid_is_resampled(tmp_path: Path) -> None:
    finer = np.kron(codes(), np.ones((2, 2), np.uint8))
    path = write(tmp_path / "l.tif", finer, transform=UTM_TRANSFORM @ Affine.scale(0.5))
    training_pixels = read_training_pixels(path, None, GRID)
    found = np.zeros((ROWS, COLUMNS), int)
    found[training_pixels.rows, training_pixels.columns] = np.array([2, 7])[training_pixels.target]
    np.testing.assert_array_equal(found, codes())
    assert any("nearest neighbour" in warning for warning in training_pixels.warnings)


@pytest.mark.parametrize(
    ("values", "profile", "code"),
    [
        (np.zeros((ROWS, COLUMNS), np.uint8), {}, "labels.no_overlap"),
        (np.full((ROWS, COLUMNS), 0.5, np.float32), {}, "labels.not_classes"),
        (np.ones((ROWS + 5, COLUMNS), np.uint8), {"crs": None}, "labels.no_crs"),
    ],
)
def test_a_raster_without_labels_is_refused(
    tmp_path: Path, values: np.ndarray, profile: dict, code: str
) -> None:
    with pytest.raises(UserError) as caught:
        read_training_pixels(write(tmp_path / "l.tif", values, **profile), None, GRID)
    assert caught.value.code == code


def test_names_that_styles_lack_are_read_from_the_file(tmp_path: Path) -> None:
    path = write(tmp_path / "l.tif", codes())
    names = "".join(f"<Category>{n}</Category>" for n in ("", "", "tree", "", "", "", "", "roof"))
    Path(f"{path}.aux.xml").write_text(
        f'<PAMDataset><PAMRasterBand band="1"><CategoryNames>{names}</CategoryNames>'
        "</PAMRasterBand></PAMDataset>"
    )
    styles = [ClassStyle("2", "", "#112233"), ClassStyle("7", "House"), ClassStyle("9", "Nowhere")]
    training_pixels = read_training_pixels(path, None, GRID, styles=styles)
    assert [(entry.name, entry.colour) for entry in training_pixels.classes] == [
        ("tree", "#112233"),
        ("House", "#c86400"),
    ]
