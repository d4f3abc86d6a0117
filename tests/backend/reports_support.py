"""What tests of reports share: a page read as a browser would, and a small classification."""

from __future__ import annotations

import base64
import zlib
from html.parser import HTMLParser
from pathlib import Path

import numpy as np
import rasterio
from affine import Affine

from backend.labels.classes import make_classes
from backend.metrics.cross_validation import ScoredPixels
from backend.reports.classification_report import Classification, LabelledSpectra

NASTY = '<script>alert("x")</script> & "quotes" \' end'
VOID = {"meta", "link", "img", "br", "input", "hr"}


class Page(HTMLParser):
    """Reads a page: its tags, references and text, and whether every element is closed."""

    def __init__(self, text: str):
        super().__init__()
        self.open: list[str] = []
        self.tags: list[str] = []
        self.references: list[str] = []
        self.text = ""
        self.classes: list[str] = []  # of the open elements
        self.loose_tables = 0  # outside an element that scrolls
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
        transform = Affine(10, 0, 0, 0, -10, 0)
        with rasterio.open(
            path, "w", width=60, height=40, transform=transform, **profile
        ) as dataset:
            dataset.write(values, 1)
        paths.append(path)
    return paths[0], paths[1]


def small_classification(folder: Path) -> Classification:
    """A small classification: three classes in thirty polygons; the third is often missed."""
    rng = np.random.default_rng(1)
    groups = np.repeat(np.arange(30), 8)
    target = groups % 3
    scores = rng.normal(0, 1, (240, 3))
    scores[np.arange(240), target] += np.array([3, 3, 0.3])[target]
    probabilities = np.exp(scores) / np.exp(scores).sum(axis=1, keepdims=True)
    spectra = rng.uniform(0, 0.5, (240, 40)) + target[:, None] * 0.1
    wavelengths = np.r_[np.linspace(450, 900, 25), np.linspace(1500, 1750, 15)]
    mapped, confidence = rasters(folder)
    return Classification(
        title="Classification of scene.tif",
        method="GeoDiffNet-F",
        image="scene.tif",
        classes=make_classes(["forest", "road", "water"], False),
        labelled=LabelledSpectra(
            target, groups, spectra, wavelengths, ("One pixel was left out.",)
        ),
        scored=ScoredPixels(target, probabilities, groups, groups % 5, ("A note on folds.",)),
        read={"size": "60 × 40 pixels"},
        settings={"seed": 0, "cache": None, "output": Path("map.tif"), "classes": ()},
        seconds={"training": 2.0, "mapping": 3.5},
        map=mapped,
        confidence=confidence,
        map_pixels=np.array([600, 600, 600]),
        curves={"loss": np.linspace(1, 0.1, 400)},
        outside=0.12,
    )


def decode_png(uri: str) -> tuple[bytes, dict[bytes, bytes]]:
    """The signature and the chunks of a PNG in a data URI, with their checksums verified."""
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
