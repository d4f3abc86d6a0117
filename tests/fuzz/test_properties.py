"""What holds of labels, wavelengths and lines whatever they are, looked for by Hypothesis."""

from __future__ import annotations

import json
import math
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from affine import Affine
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from backend.commands.classify import Options
from backend.common import protocol
from backend.common.choices import POLYGON_RULES
from backend.core.errors import UserError, shorten_message
from backend.labels.classes import ClassStyle, make_classes
from backend.labels.pixel_selection import PixelSelection
from backend.labels.rasterize import rasterize_labels
from backend.labels.vector import read_training_pixels
from backend.options.declaration import declared_options, option_values, parse_options
from backend.options.parsing import parse_integers
from backend.scene.bands import parse_band_numbers
from backend.scene.grid import Grid
from backend.scene.wavelengths import read_bands
from tests.fixtures.cubes import UTM, make_cube, write_labels

from .conftest import ALL

#: Hypothesis itself prints how a failure is repeated.
chosen = settings(
    max_examples=1000 if ALL else 30,
    deadline=None,
    database=None,
    derandomize=not ALL,
    suppress_health_check=list(HealthCheck),
)
ROWS, COLUMNS = 20, 24
WORDS = st.text(max_size=40)
NUMBERS = st.floats() | st.integers(-(10**12), 10**12)


class Dataset:
    """As much of a raster as the reading of wavelengths asks of it."""

    def __init__(self, bands: list[dict[str, str]], domains: dict[str, dict[str, str]]):
        self._bands, self._domains = bands, domains
        self.count = len(bands)
        self.descriptions = [band.get("description") for band in bands]

    def tags(self, index: int = 0, ns: str | None = None) -> dict[str, str]:
        """Those of a band, or of a domain."""
        if index:
            return self._bands[index - 1] if ns is None else {}
        return self._domains.get(ns or "", {})


KEYS = st.sampled_from(
    ["wavelength", "Wavelength", "wavelengths", "fwhm", "bbl", "wavelength_units",
     "wavelength units", "center_wavelength", "description", "NETCDF_DIM_wavelength",
     "good_wavelengths", "bandwidth"]
)  # fmt: skip
UNITS = st.sampled_from(["nm", "um", "µm", "Micrometers", "cm-1", ""])
VALUES = (
    NUMBERS.map(str)
    | st.builds("{} {}".format, NUMBERS, UNITS)
    | WORDS
    | st.sampled_from(["Micrometers", "Nanometers", "nm", "um", "Index", "GHz", "Wavenumber"])
)
LISTS = st.builds(
    lambda items, form: form.format(", ".join(items)),
    st.lists(NUMBERS.map(str), max_size=8),
    st.sampled_from(["{{{}}}", "{}", "[{}]", "{{{}"]),
)


@chosen
@given(
    st.lists(st.dictionaries(KEYS, VALUES, max_size=4), min_size=1, max_size=6),
    st.dictionaries(
        st.sampled_from(["", "ENVI"]), st.dictionaries(KEYS, VALUES | LISTS, max_size=4)
    ),
)
def test_wavelengths_are_all_there_or_none_and_in_nanometres(
    bands: list[dict[str, str]], domains: dict[str, dict[str, str]]
) -> None:
    found = read_bands(Dataset(bands, domains), range(1, len(bands) + 1))  # type: ignore[arg-type]
    assert [band.index for band in found] == list(range(1, len(bands) + 1))
    known = [band.wavelength for band in found if band.wavelength is not None]
    assert len(known) in (0, len(found))
    assert all(100 <= value <= 30_000 for value in known)
    widths = [band.width for band in found if band.width is not None]
    assert all(value > 0 and math.isfinite(value) for value in widths)


@chosen
@given(
    st.lists(st.floats(401, 2499, allow_nan=False), min_size=3, max_size=30, unique=True),
    st.sampled_from([("nm", 1), ("Micrometers", 1000), ("", 1000), ("", 1)]),
    st.sampled_from(["bands", "list"]),
)
def test_wavelengths_are_the_same_however_they_are_written(
    centres: list[float], unit: tuple[str, int], place: str
) -> None:
    name, factor = unit
    written = [repr(centre / factor) for centre in centres]
    told = {"wavelength_units": name} if name else {}
    if place == "bands":
        dataset = Dataset([told | {"wavelength": value} for value in written], {})
    else:
        listed = {"wavelength": "{" + ", ".join(written) + "}"} | told
        dataset = Dataset([{} for _ in written], {"ENVI": listed})
    found = read_bands(dataset, range(1, len(centres) + 1))  # type: ignore[arg-type]
    assert [band.wavelength for band in found] == pytest.approx(centres)


PLACES = st.floats(-40, 60, allow_nan=False)
POLYGONS = st.lists(st.tuples(PLACES, PLACES), min_size=3, max_size=12).map(shapely.Polygon)
SHAPES = st.one_of(
    POLYGONS.map(shapely.make_valid),
    st.tuples(PLACES, PLACES).map(shapely.Point),
    st.lists(st.tuples(PLACES, PLACES), min_size=2, max_size=6).map(shapely.LineString),
    st.just(shapely.Polygon()),
)


@chosen
@given(
    st.lists(SHAPES, min_size=1, max_size=6),
    st.builds(
        PixelSelection,
        st.sampled_from(POLYGON_RULES),
        st.floats(0.01, 1),
        st.floats(0, 6),
        st.floats(0, 6),
    ),
)
def test_burnt_pixels_lie_on_the_image_and_on_their_shape(
    geometries: list[shapely.Geometry], selection: PixelSelection
) -> None:
    rasterized = rasterize_labels(np.array(geometries, object), ROWS, COLUMNS, selection)
    assert ((rasterized.rows >= 0) & (rasterized.rows < ROWS)).all()
    assert ((rasterized.columns >= 0) & (rasterized.columns < COLUMNS)).all()
    cells = np.column_stack([rasterized.geometries, rasterized.rows, rasterized.columns])
    assert len(np.unique(cells, axis=0)) == len(cells)
    reach = max(selection.point_radius, selection.line_width / 2) + 1
    for shape, row, column in cells:
        pixel = shapely.box(column, row, column + 1, row + 1)
        assert shapely.distance(pixel, geometries[shape]) <= reach


@chosen
@given(st.lists(WORDS.map(str.strip).filter(bool), min_size=1, max_size=20), st.booleans())
def test_classes_have_a_code_a_name_and_a_colour_of_their_own(
    values: list[str], styled: bool
) -> None:
    styles = [ClassStyle(value, value[::-1], "#zz") for value in values] if styled else []
    classes = make_classes(values, False, styles)
    assert [entry.value for entry in classes] == sorted(set(values))
    assert [entry.code for entry in classes] == list(range(1, len(classes) + 1))
    assert len({entry.colour for entry in classes}) == len(classes)
    assert all(entry.name and len(entry.rgb) == 3 for entry in classes)


@settings(chosen, max_examples=300 if ALL else 10)
@given(
    st.lists(
        # what cannot be seen does not come back: tests/backend/test_similar_names.py
        st.text(
            st.characters(
                categories=["L", "N", "P", "S"],
                exclude_characters="\u115f\u1160\u3164\uffa0",
            ),
            max_size=30,
        ),
        min_size=9,
        max_size=9,
    )
)
def test_values_of_the_class_field_come_back_as_they_are(
    tmp_path_factory: pytest.TempPathFactory, values: list[str]
) -> None:
    cube = make_cube()
    path = write_labels(tmp_path_factory.mktemp("labels") / "labels.gpkg", cube, None, values)
    grid = Grid(42, 30, Affine(*list(cube.place)[:6]), _crs())
    wanted = sorted({unicodedata.normalize("NFC", value) for value in values} - {""})
    training_pixels, refusal = outcome(lambda: read_training_pixels(path, "class", grid))
    if refusal is not None:
        assert (refusal.code, wanted) == ("labels.none", [])
        return
    assert [entry.value for entry in training_pixels.classes] == wanted


def outcome(call: Callable[[], Any]) -> tuple[Any, UserError | None]:
    """What a call gives, or why it refuses."""
    try:
        return call(), None
    except UserError as error:
        return None, error


def _crs() -> Any:
    import rasterio

    return rasterio.crs.CRS.from_user_input(UTM)


OPTION_NAMES = [entry.name for entry in declared_options(Options)]
JSON = st.recursive(
    st.none() | st.booleans() | NUMBERS | WORDS,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(WORDS, inner, max_size=4),
    max_leaves=12,
)


@chosen
@given(st.text(max_size=200) | JSON.map(lambda value: json.dumps(value)))
def test_a_line_is_a_job_or_an_event_or_refused(line: str) -> None:
    for decode in (protocol.decode_job, protocol.decode_event):
        try:
            decode(line)
        except protocol.ProtocolError:
            continue
    assert protocol.is_cancel(line) in (True, False)


@chosen
@given(st.dictionaries(st.sampled_from([*OPTION_NAMES, "x"]), JSON, max_size=6))
def test_options_have_their_type_or_are_refused(given_: dict[str, Any]) -> None:
    good = {"image": "a.tif", "labels": "b.gpkg", "output": "c.tif"}
    found, refusal = outcome(lambda: parse_options(Options, good | given_))
    if refusal is not None:
        assert refusal.code in ("job.invalid", "features.invalid", "bands.invalid")
        assert "\n" not in refusal.message
        assert len(refusal.message) < 1200
        return
    assert isinstance(found.rasters.output, Path)
    assert 0 <= found.method.seed < 2**31
    assert isinstance(found.compute.allow_external, bool)
    assert set(option_values(found)) == set(OPTION_NAMES)


@chosen
@given(WORDS | st.from_regex(r"[0-9,\-; ]{0,20}", fullmatch=True))
def test_lists_of_numbers_are_numbers_or_refused(text: str | None) -> None:
    for parse in (parse_band_numbers, lambda value: parse_integers(value, "blocks", 99)):
        try:
            found = parse(text)
        except UserError:
            continue
        assert all(isinstance(number, int) and number >= 0 for number in found)


@chosen
@given(st.text(max_size=5000))
def test_what_is_told_is_one_line_that_can_be_shown(text: str) -> None:
    told = shorten_message(text)
    assert len(told) <= 1010
    assert not any(ord(letter) < 32 for letter in told)
