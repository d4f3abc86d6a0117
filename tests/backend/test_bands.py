"""Bands are excluded by their metadata, their values or on request."""

from __future__ import annotations

from pathlib import Path

import pytest

from backend.core.errors import UserError
from backend.scene.bands import BandSelection, format_ranges, parse_band_numbers
from backend.scene.raster import Scene
from tests.fixtures.cubes import NODATA, WAVELENGTHS, Cube, make_cube
from tests.fixtures.rasters import add_band_tags, write_untagged

pytestmark = pytest.mark.backend


BANDS = len(WAVELENGTHS)


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


def test_bands_are_excluded_by_metadata_or_without_values_or_on_request(
    tmp_path: Path, cube: Cube
) -> None:
    stored = cube.stored
    stored[4] = NODATA
    stored[5] = 0
    path = write_untagged(tmp_path / "s.tif", cube, stored)
    add_band_tags(path, [{"wavelength": w, "bbl": int(n != 2)} for n, w in enumerate(WAVELENGTHS)])
    with Scene(path, BandSelection(excluded=(1,))) as scene:
        assert [band.index for band in scene.bands if band.bad] == [1, 3, 5, 6]
        notes = "\n".join(scene.describe()[0])
    assert "(on request): 1." in notes
    assert "(marked bad in its metadata): 3." in notes
    assert "(empty): 5–6." in notes


def test_weak_bands_are_excluded_on_request_only(tmp_path: Path, cube: Cube) -> None:
    stored = cube.stored
    stored[0][stored[0] != NODATA] = 70  # the same everywhere: no signal
    path = add_band_tags(
        write_untagged(tmp_path / "s.tif", cube, stored), [{"wavelength": w} for w in WAVELENGTHS]
    )
    with Scene(path) as scene:
        assert len(scene.used) == BANDS
    with Scene(path, BandSelection(exclude_weak=True)) as scene:
        left_out = {band.index: band.reason for band in scene.bands if band.bad}
    assert left_out == {
        1: "no signal",
        11: "water vapour absorption",
        13: "water vapour absorption",
    }


@pytest.mark.parametrize(
    "selection",
    [
        BandSelection(excluded=(17,)),
        BandSelection(rgb_bands=(1, 2)),
        BandSelection(rgb_bands=(0, 1, 2)),
    ],
)
def test_band_numbers_that_do_not_exist_are_refused(
    tmp_path: Path, cube: Cube, selection: BandSelection
) -> None:
    with pytest.raises(UserError) as caught:
        Scene(write_untagged(tmp_path / "s.tif", cube), selection)
    assert caught.value.code == "bands.invalid"


def test_lists_of_band_numbers_are_parsed() -> None:
    assert parse_band_numbers("1-3, 7;9–10") == (1, 2, 3, 7, 9, 10)
    assert parse_band_numbers("") == parse_band_numbers(None) == ()
    assert format_ranges([1, 2, 3, 7]) == "1–3, 7"
    for wrong in ("a", "5-3", "1-2-3", "-4"):
        with pytest.raises(UserError):
            parse_band_numbers(wrong)
