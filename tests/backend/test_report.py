"""Reports: whole, safe and readable pages with their numbers beside them."""

from __future__ import annotations

import base64
import json
import re
import zlib
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from defusedxml import ElementTree

from backend.charts import charts, images
from backend.charts.svg import Svg, shorten
from backend.files.pending_files import PendingFiles
from backend.labels.classes import make_classes
from backend.metrics.calibration import reliability
from backend.reports import sections
from backend.reports.candidates import Candidate
from backend.reports.classification_report import (
    Classification,
    LabelledSpectra,
    ScoredPixels,
    classification_report,
)
from backend.reports.comparison_report import Comparison, comparison_report
from backend.reports.content import Paragraph, Report, Section, Table
from backend.reports.report import breakable, plain, render, write_report

pytestmark = pytest.mark.backend

NASTY = '<script>alert("x")</script> & "quotes" \' end'
VOID = {"meta", "link", "img", "br", "input", "hr"}


class Page(HTMLParser):
    """Reads a page: is every element closed, and what does it refer to?"""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.references: list[str] = []
        self.text = ""
        self.classes: list[str] = []  # of the open elements
        self.loose_tables = 0  # outside anything that scrolls by itself
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.references += [value or "" for name, value in attrs if name in ("src", "href")]
        if tag not in VOID:
            self.open.append(tag)
            self.classes.append(dict(attrs).get("class") or "")
        if tag == "table" and "scroll" not in self.classes:
            self.loose_tables += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self.classes.pop()

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.text += data


def rasters(folder: Path) -> tuple[Path, Path]:
    """A class map of codes 1 to 3 with a hole, and its confidence."""
    codes = np.repeat(np.repeat(np.array([[1, 2], [3, 0]], np.uint8), 20, 0), 30, 1)
    paths = []
    for name, values, nodata in (
        ("map", codes, 0),
        ("confidence", np.where(codes > 0, codes * 30, 255).astype(np.uint8), 255),
    ):
        path = folder / f"{name}.tif"
        profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": nodata}
        place = Affine(10, 0, 0, 0, -10, 0)
        with rasterio.open(path, "w", width=60, height=40, transform=place, **profile) as dataset:
            dataset.write(values, 1)
        paths.append(path)
    return paths[0], paths[1]


@pytest.fixture
def classified(tmp_path: Path) -> Classification:
    """A small classification: three classes in thirty shapes; the third is often missed."""
    rng = np.random.default_rng(1)
    groups = np.repeat(np.arange(30), 8)
    target = groups % 3
    scores = rng.normal(0, 1, (240, 3))
    scores[np.arange(240), target] += np.array([3, 3, 0.3])[target]
    probabilities = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    spectra = rng.uniform(0, 0.5, (240, 40)) + target[:, None] * 0.1
    wavelengths = np.r_[np.linspace(450, 900, 25), np.linspace(1500, 1750, 15)]
    mapped, confidence = rasters(tmp_path)
    return Classification(
        title="Classification of scene.tif",
        method="GeoDiffNet-F",
        image="scene.tif",
        classes=make_classes(["forest", "road", "water"], False),
        labelled=LabelledSpectra(
            target, groups, spectra, wavelengths, ("One pixel was left out.",)
        ),
        scored=ScoredPixels(target, probabilities, groups, 5, ("A note on folds.",)),
        read={"size": "60 × 40 pixels"},
        settings={"seed": 0, "cache": None, "output": Path("map.tif"), "classes": ()},
        seconds={"training": 2.0, "mapping": 3.5},
        map=mapped,
        confidence=confidence,
        map_pixels=np.array([600, 600, 600]),
        curves={"loss": np.linspace(1, 0.1, 400)},
        outside=0.12,
    )


class TestPage:
    """The page as a file."""

    def test_it_needs_nothing_else_and_runs_nothing(self, classified: Classification) -> None:
        page = Page(render(classification_report(classified)))
        assert page.open == []
        assert all(reference.startswith("data:") for reference in page.references)
        assert not {"script", "iframe", "object", "form"} & set(page.tags)
        text = render(classification_report(classified))
        assert not re.search(r"https?://", text)
        assert "url(" not in text

    def test_it_is_small(self, classified: Classification) -> None:
        assert len(render(classification_report(classified))) < 300_000

    def test_drawings_are_well_formed(self, classified: Classification) -> None:
        drawings = re.findall(r"<svg.*?</svg>", render(classification_report(classified)), re.S)
        assert len(drawings) >= 7
        for drawing in drawings:
            root = ElementTree.fromstring(drawing)
            width, height = (float(side) for side in root.get("viewBox", "").split()[2:])
            for text in root.iter("text"):
                assert 0 <= float(text.get("x", "-1")) <= width
                assert 0 <= float(text.get("y", "-1")) <= height

    def test_text_from_data_cannot_become_markup(self, classified: Classification) -> None:
        classes = make_classes([NASTY, "road", "water"], False)
        nasty = replace(
            classified,
            title=NASTY,
            image=NASTY,
            method=NASTY,
            classes=classes,
            notes=(NASTY,),
            read={NASTY: NASTY},
            settings={NASTY: NASTY},
            curves={NASTY: np.ones(3), "other": np.zeros(3)},
            method_sentence=NASTY,
        )
        page = Page(render(classification_report(nasty)))
        assert "script" not in page.tags
        assert page.open == []
        assert page.text.count(NASTY) >= 6

    def test_the_numbers_lie_beside_it_and_appear_with_it(
        self, classified: Classification, tmp_path: Path
    ) -> None:
        target = tmp_path / "out.html"
        with PendingFiles() as files:
            write_report(classification_report(classified), target, files)
            assert not target.exists()
            assert not target.with_suffix(".json").exists()
            files.publish()
        assert target.read_text(encoding="utf-8").startswith("<!DOCTYPE html>")
        numbers = json.loads(target.with_suffix(".json").read_text(encoding="utf-8"))
        found = numbers["cross_validation"]
        assert np.sum(found["confusion_map_by_reference"]) == 240
        low, high = found["intervals_95"]["overall"]
        assert low <= found["overall_accuracy"] <= high
        assert numbers["settings"]["output"] == "map.tif"

    def test_json_knows_no_nan(self) -> None:
        value = {"a": np.array([1.5, np.nan]), "b": np.float32(2), 3: (np.inf, Path("x"))}
        assert plain(value) == {"a": [1.5, None], "b": 2.0, "3": [None, "x"]}

    def test_long_words_can_break(self) -> None:
        assert breakable("short words stay whole") == "short words stay whole"
        assert "\u200b" in breakable("Grassland_extensively_used_2024")
        assert breakable("x" * 40).replace("\u200b", "") == "x" * 40

    def test_a_report_of_little_is_still_a_page(self) -> None:
        report = Report("t", "s", [], [], [Section("a", [Table((), [("x", "y")], texts=True)])])
        assert Page(render(report)).open == []


class TestWords:
    """What is said first."""

    def test_accuracy_and_the_weakest_class_with_its_rival(
        self, classified: Classification
    ) -> None:
        first = classification_report(classified).summary[0]
        assert re.match(r"Overall accuracy \d+\W% ± \d+ \(cross-validated by polygon\)\.", first)
        assert "Weakest class: water" in first

    def test_the_rival_is_the_class_most_confused_with(self) -> None:
        matrix = np.array([[50, 1, 9], [0, 60, 2], [5, 0, 20]])
        said = sections.weakest_class(matrix, ["forest", "road", "water"])
        assert said == "Weakest class: water (F1 0.71), confused most with forest."

    def test_nothing_is_weak_where_all_is_right(self) -> None:
        assert sections.weakest_class(np.diag([5, 5]), ["a", "b"]) == ""

    def test_overconfidence_is_told(self, classified: Classification) -> None:
        sure = np.full((240, 3), 0.01)
        sure[np.arange(240), classified.scored.probabilities.argmax(axis=1)] = 0.98
        bold = replace(classified, scored=replace(classified.scored, probabilities=sure))
        assert "more sure of itself" in " ".join(classification_report(bold).summary)
        assert "sure of itself" not in classification_report(classified).summary[0]

    def test_the_share_outside_applicability_is_told(self, classified: Classification) -> None:
        said = " ".join(classification_report(classified).summary)
        assert "12\u202f% of the scene lies outside the area of applicability" in said

    def test_a_table_too_wide_for_a_phone_scrolls_by_itself(
        self, classified: Classification
    ) -> None:
        page = Page(render(classification_report(classified)))
        assert "table" in page.tags
        assert page.loose_tables == 0

    def test_notes_are_shown(self, classified: Classification) -> None:
        text = Page(render(classification_report(classified))).text
        assert "One pixel was left out." in text
        assert "A note on folds." in text

    def test_without_validation_the_report_says_so(self, classified: Classification) -> None:
        report = classification_report(replace(classified, scored=None, map=None, confidence=None))
        assert "could not be estimated" in report.summary[0]
        assert "cross_validation" not in report.numbers
        assert Page(render(report)).open == []

    def test_a_sentence_for_the_methods_section(self, classified: Classification) -> None:
        section = next(
            section
            for section in classification_report(classified).sections
            if section.title == "For the methods section"
        )
        (block,) = section.blocks
        assert isinstance(block, Paragraph)
        assert "5-fold cross-validation" in block.text
        assert "240 pixels in 30 labelled polygons of 3 classes" in block.text

    @pytest.mark.parametrize(("value", "text"), [(0.123, "12\u202f%"), (float("nan"), "–")])
    def test_shares(self, value: float, text: str) -> None:
        assert sections.percent(value) == text

    def test_thousands_are_set_apart(self) -> None:
        assert sections.count(1234567) == "1\u202f234\u202f567"


class TestPictures:
    """Rasters inside the page."""

    def decoded(self, uri: str) -> tuple[bytes, dict[bytes, bytes]]:
        data = base64.b64decode(uri.removeprefix("data:image/png;base64,"))
        chunks, position = {}, 8
        while position < len(data):
            length = int.from_bytes(data[position : position + 4])
            name = data[position + 4 : position + 8]
            chunks[name] = data[position + 8 : position + 8 + length]
            check = data[position + 8 + length : position + 12 + length]
            assert int.from_bytes(check) == zlib.crc32(name + chunks[name])
            position += 12 + length
        return data[:8], chunks

    def test_classes_get_their_colours_and_no_data_none(self, tmp_path: Path) -> None:
        mapped, _ = rasters(tmp_path)
        colours = {1: (255, 0, 0), 3: (0, 0, 255)}
        uri, width, height = images.class_image(images.decimated(mapped), colours)
        signature, chunks = self.decoded(uri)
        assert signature == b"\x89PNG\r\n\x1a\n"
        assert (width, height) == (60, 40)
        assert chunks[b"PLTE"] == bytes([0, 0, 0, 255, 0, 0, 0, 0, 255])
        assert chunks[b"tRNS"] == b"\0"
        rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(40, 61)[:, 1:]
        assert np.unique(rows[:20, :30]).tolist() == [1]
        assert np.unique(rows[20:, :30]).tolist() == [2]
        assert np.unique(rows[:, 30:]).tolist() == [0]  # no colour given, and no data

    def test_where_the_model_applies_is_drawn_in_the_colours_of_its_legend(
        self, tmp_path: Path
    ) -> None:
        path = tmp_path / "unlike.tif"
        values = np.repeat(np.array([[0.2, 0.9, 1.5, 7.0, -1.0]], np.float32), 4, 0)
        profile = {"driver": "GTiff", "count": 1, "dtype": "float32", "nodata": -1}
        place = Affine(10, 0, 0, 0, -10, 0)
        with rasterio.open(path, "w", width=5, height=4, transform=place, **profile) as dataset:
            dataset.write(values, 1)
        section = sections.applicability_section(0.5, path)
        picture, legend = section.blocks[1].blocks
        _, chunks = self.decoded(picture.source)
        row = zlib.decompress(chunks[b"IDAT"])[1:6]
        shown = [tuple(chunks[b"PLTE"][3 * index : 3 * index + 3]) for index in row]
        assert shown[:4] == [sections.rgb(entry.colour) for entry in legend.entries]
        assert row[4] == 0  # no data is transparent
        without = sections.applicability_section(0.5, None)
        assert len(without.blocks) == 1
        assert "50.0" in without.blocks[0].text

    def test_a_ramp_goes_from_dark_to_bright(self, tmp_path: Path) -> None:
        _, confidence = rasters(tmp_path)
        uri, *_ = images.ramp_image(images.decimated(confidence), 0, 100)
        _, chunks = self.decoded(uri)
        rows = np.frombuffer(zlib.decompress(chunks[b"IDAT"]), np.uint8).reshape(40, 61)[:, 1:]
        assert 0 < rows[0, 0] < rows[0, 59] < rows[39, 0]
        assert rows[39, 59] == 0
        palette = np.frombuffer(chunks[b"PLTE"], np.uint8).reshape(-1, 3).astype(float)
        brightness = palette[1:] @ [0.2126, 0.7152, 0.0722]
        assert (np.diff(brightness) > -1).all()

    def test_large_rasters_are_read_decimated(self, tmp_path: Path) -> None:
        path = tmp_path / "large.tif"
        profile = {"driver": "GTiff", "count": 1, "dtype": "uint8", "width": 3000, "height": 1500}
        with rasterio.open(path, "w", transform=Affine.scale(2, -2), **profile) as dataset:
            dataset.write(np.ones((1500, 3000), np.uint8), 1)
        assert images.decimated(path).shape == (360, 720)


class TestCharts:
    """Drawings from arrays."""

    def test_bars_are_as_long_as_their_values(self) -> None:
        nothing = np.full(3, np.nan)
        series = charts.Series("share", np.array([0.25, 0.5, np.nan]), nothing, nothing)
        root = ElementTree.fromstring(charts.bars(["a", "b", "c"], [series], "x").__html__())
        lengths = [float(bar.get("width", "")) for bar in root.iter("rect")][1:]
        assert lengths[1] == pytest.approx(2 * lengths[0], rel=0.01)
        assert len(lengths) == 2
        assert "no pixels" in [text.text for text in root.iter("text")]

    def test_long_names_are_shortened_and_kept_as_a_title(self) -> None:
        assert shorten("Grassland, extensively used", 12) == "Grassland,…"
        nothing = np.full(1, np.nan)
        series = charts.Series("s", np.array([0.5]), nothing, nothing)
        drawn = charts.bars(["Grassland, extensively used"], [series], "x").__html__()
        assert "<title>Grassland, extensively used</title>" in drawn

    def test_no_line_crosses_missing_bands(self) -> None:
        positions = np.r_[np.arange(400, 900, 10), np.arange(1500, 1700, 10)]
        assert [len(run) for run in charts.finite_runs(positions)] == [50, 20]

    def test_bands_of_overlapping_detectors_are_put_in_order(self) -> None:
        (run,) = charts.finite_runs(np.array([500.0, 520, 510, 530, 525]))
        assert run.tolist() == [0, 2, 1, 4, 3]

    def test_everything_given_to_a_drawing_is_escaped(self) -> None:
        drawing = Svg(10, 10, NASTY)
        drawing.add("rect", title=NASTY, fill=NASTY)
        drawing.text(1, 1, NASTY)
        root = ElementTree.fromstring(drawing.__html__())
        assert root.get("aria-label") == NASTY
        assert root.find("rect").get("fill") == NASTY
        assert root.find("text").text == NASTY

    @pytest.mark.parametrize(("low", "high"), [(0, 1), (0.003, 0.0042), (418, 2446), (-3, 12000)])
    def test_ticks_are_few_and_inside(self, low: float, high: float) -> None:
        ticks = charts._ticks(low, high, 5)
        assert 2 <= len(ticks) <= 8
        assert min(ticks) >= low - 1e-9
        assert max(ticks) <= high + 1e-9


class TestReliability:
    """Whether confidence keeps its word."""

    def drawn(self, claimed: float, true: float, number: int = 4000) -> tuple[np.ndarray, ...]:
        rng = np.random.default_rng(0)
        probabilities = np.tile([claimed, 1 - claimed], (number, 1))
        return probabilities, (rng.random(number) > true).astype(int)

    def test_an_honest_model_has_no_calibration_error(self) -> None:
        assert reliability(*self.drawn(0.83, 0.83)).error < 0.02

    def test_the_error_is_the_gap(self) -> None:
        found = reliability(*self.drawn(0.95, 0.7))
        assert found.error == pytest.approx(0.25, abs=0.02)
        assert found.low[9] < 0.7 < found.high[9]
        assert found.count.tolist() == [0] * 9 + [4000]

    def test_brier_score(self) -> None:
        probabilities = np.array([[0.8, 0.2], [0.4, 0.6]])
        found = reliability(probabilities, np.array([0, 0]))
        assert found.brier == pytest.approx((0.04 + 0.04 + 0.36 + 0.36) / 2)


class TestComparison:
    """Several methods on the same labels."""

    def compared(self, classified: Classification, skills: dict[str, float]) -> Report:
        rng = np.random.default_rng(4)
        scored = classified.scored
        candidates = []
        for name, skill in skills.items():
            # whole shapes are right or wrong, as happens
            right = (rng.random(30) < skill)[scored.groups]
            claimed = np.where(right, scored.truth, (scored.truth + 1) % 3)
            probabilities = np.full((len(claimed), 3), 0.1)
            probabilities[np.arange(len(claimed)), claimed] = 0.8
            candidates.append(Candidate(name, replace(scored, probabilities=probabilities), name))
        return comparison_report(
            Comparison("Comparison", "scene.tif", classified.classes, candidates)
        )

    def test_a_clear_winner_is_named(self, classified: Classification) -> None:
        report = self.compared(classified, {"poor": 0.3, "good": 0.97, "fair": 0.5})
        assert report.summary[0].startswith("good does best")
        assert "better than every other" in report.summary[1]
        assert report.numbers["best"] == "good"

    def test_what_the_labels_cannot_tell_apart_is_said(self, classified: Classification) -> None:
        report = self.compared(classified, {"one": 0.7, "other": 0.7, "poor": 0.1})
        assert "do not suffice to tell it from" in report.summary[1]
        assert "poor" not in report.summary[1]

    def test_the_page_is_whole_and_safe(self, classified: Classification) -> None:
        page = Page(render(self.compared(classified, {NASTY: 0.9, "other": 0.6})))
        assert page.open == []
        assert "script" not in page.tags
        assert NASTY in page.text
