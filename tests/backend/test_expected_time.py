"""The expected time of a mapping agrees with the measurements in docs/performance.md."""

from __future__ import annotations

from types import ModuleType

import pytest
from backend_support import ROOT

from backend.commands import classify, train
from backend.common.methods import METHODS
from backend.pipeline.expected_time import (
    REFERENCE_BANDS,
    SECONDS_PER_MEGAPIXEL,
    mapping_seconds,
)

pytestmark = pytest.mark.backend

MEGAPIXEL = 10**6
GEODIFFNET_F = "stage of GeoDiffNet-F"


def measured(table: str, row: str, column: int) -> float:
    """A number of a table, found by the beginnings of its header and of one of its rows."""
    text = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
    (found,) = (part for part in text.split("\n\n") if part.startswith(f"| {table}"))
    (line,) = (line for line in found.splitlines() if line.startswith(f"| {row} |"))
    return float(line.strip("| ").split("|")[column])


def test_the_expected_time_of_geodiffnet_f_is_that_of_its_features_and_class_map() -> None:
    seconds = measured(GEODIFFNET_F, "features", 3)
    seconds += measured(GEODIFFNET_F, "mapping of the class map alone", -1)
    expected = mapping_seconds(MEGAPIXEL, REFERENCE_BANDS, "geodiffnet-f")
    assert expected == pytest.approx(seconds, rel=0.1)


@pytest.mark.parametrize("command", [classify, train])
def test_the_planned_time_of_the_other_stages_is_that_of_a_megapixel(command: ModuleType) -> None:
    planned = dict(command.STAGES)
    start = measured(GEODIFFNET_F, "start, spectra for statistics and now torch included", 3)
    assert planned["start"] == pytest.approx(start, rel=0.1)
    assert planned["features"] == pytest.approx(measured(GEODIFFNET_F, "features", 3), rel=0.1)
    training = measured(GEODIFFNET_F, "validation and training", 3)
    assert planned["validation"] + planned["training"] == pytest.approx(training, rel=0.1)


@pytest.mark.parametrize(
    ("method", "row"), [("rf", "`rf`, 4,700 labelled pixels"), ("lda", "`lda`")]
)
def test_the_expected_time_of_methods_on_spectra_is_that_of_their_mapping(
    method: str, row: str
) -> None:
    expected = mapping_seconds(MEGAPIXEL, REFERENCE_BANDS, method)
    assert expected == pytest.approx(measured("other methods", row, 3), rel=0.1)


def test_every_method_has_an_expected_time_that_grows_with_pixels_and_bands() -> None:
    assert set(SECONDS_PER_MEGAPIXEL) == set(METHODS)
    for method in METHODS:
        small = mapping_seconds(MEGAPIXEL, 100, method)
        assert mapping_seconds(100 * MEGAPIXEL, 100, method) > 30 * small
        assert mapping_seconds(MEGAPIXEL, 400, method) > small
