"""Charts: bars, spectra, axes and escaped text."""

from __future__ import annotations

import numpy as np
import pytest
from defusedxml import ElementTree
from reports_support import NASTY

from backend.charts.axes import round_ticks
from backend.charts.bar_chart import Series, bar_chart
from backend.charts.reliability_diagram import reliability_diagram
from backend.charts.spectrum_chart import finite_runs
from backend.charts.svg import Svg
from backend.metrics.calibration import reliability

pytestmark = pytest.mark.backend


def test_bar_lengths_are_proportional_to_their_values() -> None:
    unknown = np.full(3, np.nan)
    series = Series("share", np.array([0.25, 0.5, np.nan]), unknown, unknown)
    root = ElementTree.fromstring(bar_chart(["a", "b", "c"], [series], "x").__html__())
    lengths = [float(bar.get("width", "")) for bar in root.iter("rect")][1:]
    assert lengths[1] == pytest.approx(2 * lengths[0], rel=0.01)
    assert len(lengths) == 2
    assert "no pixels" in [text.text for text in root.iter("text")]


def test_a_shortened_name_is_kept_as_a_title() -> None:
    unknown = np.full(1, np.nan)
    series = Series("s", np.array([0.5]), unknown, unknown)
    name = "Grassland, extensively used, on calcareous soils"
    drawn = bar_chart([name], [series], "x").__html__()
    assert f"<title>{name}</title>" in drawn
    (label,) = [
        text
        for text in ElementTree.fromstring(drawn).iter("text")
        if text.find("title") is not None
    ]
    assert label.find("title").tail.endswith("…")


def test_no_line_crosses_a_gap_between_bands() -> None:
    positions = np.r_[np.arange(400, 900, 10), np.arange(1500, 1700, 10)]
    assert [len(run) for run in finite_runs(positions)] == [50, 20]


def test_bands_of_overlapping_detectors_are_sorted() -> None:
    (run,) = finite_runs(np.array([500.0, 520, 510, 530, 525]))
    assert run.tolist() == [0, 2, 1, 4, 3]


def test_text_and_attributes_are_escaped() -> None:
    drawing = Svg(10, 10, NASTY)
    drawing.add("rect", title=NASTY, fill=NASTY)
    drawing.text(1, 1, NASTY)
    root = ElementTree.fromstring(drawing.__html__())
    assert root.get("aria-label") == NASTY
    assert root.find("rect").get("fill") == NASTY
    assert root.find("text").text == NASTY


@pytest.mark.parametrize(("low", "high"), [(0, 1), (0.003, 0.0042), (418, 2446), (-3, 12000)])
def test_ticks_are_few_and_within_the_limits(low: float, high: float) -> None:
    ticks = round_ticks(low, high, 5)
    assert 2 <= len(ticks) <= 8
    assert min(ticks) >= low - 1e-9
    assert max(ticks) <= high + 1e-9


def test_the_reliability_diagram_names_confidence_and_observed_accuracy() -> None:
    probabilities = np.tile([0.83, 0.17], (1200, 1))
    drawn = reliability_diagram(reliability(probabilities, np.arange(1200) % 4 // 3))
    root = ElementTree.fromstring(drawn.__html__())
    texts = [text.text for text in root.iter("text")]
    assert {"confidence", "observed accuracy", "100\u202f%"} <= set(texts)
    (dot,) = root.iter("circle")
    assert dot.find("title").text == (
        "Confidence 83\u202f%: observed accuracy 75\u202f% of 1\u202f200 pixels"
    )
