"""Whether a job writes more than the class map."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from backend.options.map_outputs import MapOutputs

pytestmark = pytest.mark.backend

FURTHER = [field.name for field in dataclasses.fields(MapOutputs) if field.name != "output"]


def test_every_further_raster_is_more_than_the_class_map() -> None:
    assert FURTHER
    assert MapOutputs(output=Path("map.tif")).class_only
    for name in FURTHER:
        outputs = MapOutputs(output=Path("map.tif"), **{name: Path("further.tif")})
        assert not outputs.class_only, name
