"""Reports of all kinds with scripts in every name that comes from data: no element is made of it.

The same jobs run twice, once on harmless names. What a page consists of, as a browser would read
it, must be the same both times; what is shown must be the names as they are.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import rasterio

from backend.classifiers.ensemble_settings import EnsembleSettings
from backend.common import protocol
from backend.files.vector_layers import library_path
from backend.worker import run_job
from tests.fixtures.cubes import CLASSES, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

#: Each closes what it might stand in, and opens something.
ATTACKS = (
    "</td></tr><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "'; background:url(javascript:alert(1)) x='<svg onload=alert(1)>",
)
FIELD = "</th><script>alert(2)</script>"
FILE = 'a"><script>alert(3)<svg onload=alert(4)>&lt;b&gt;'
BAND = "<b onclick=alert(5)>"
CRS = 'LOCAL_CS["<script>alert(6)<script>",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'


class Page(HTMLParser):
    """A page as a browser reads it: its elements with their attributes, and its text."""

    def __init__(self, text: str):
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.values: list[tuple[str, str]] = []
        self.words: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        self.values += [(name, value or "") for name, value in attrs]

    def handle_data(self, data: str) -> None:
        self.words.append(data.replace("\u200b", ""))  # where a long word may be broken

    @property
    def text(self) -> str:
        """All that is read."""
        return "".join(self.words)


@pytest.fixture(scope="module", autouse=True)
def quick() -> Iterator[None]:
    """Methods that learn next to nothing, which is not what is tested."""
    few = partial(EnsembleSettings, members=2, steps=5, width=8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("backend.classifiers.classic.TREES", 5)
        patch.setattr("backend.pipeline.training_data.EnsembleSettings", few)
        yield


def run(job: str, **settings: Any) -> protocol.Result:
    """A job that works."""
    events: list[protocol.Event] = []
    plain = {
        name: [str(item) for item in value] if isinstance(value, list)
        else str(value) if isinstance(value, Path) else value
        for name, value in settings.items()
    }  # fmt: skip
    run_job(protocol.encode_job(protocol.Job(job, plain)), events.append, threading.Event())
    assert isinstance(events[-1], protocol.Result), events[-1]
    return events[-1]


def pages(folder: Path, names: tuple[str, ...], field: str, file: str, crs: str, band: str) -> dict:
    """Every kind of report on data with those names."""
    folder.mkdir()
    cube = make_cube(crs=None)
    scene = write_geotiff(folder / f"{file}.tif", cube)
    with rasterio.open(scene, "r+") as raster:
        raster.crs = rasterio.crs.CRS.from_wkt(crs)
        for number in raster.indexes:
            raster.set_band_description(number, f"{band}{number}")
    called = dict(zip(CLASSES, names, strict=True))
    plain = write_labels(folder / "plain.gpkg", cube)
    labels = _renamed(plain, folder / f"{file}.gpkg", called, field, crs)
    codes = folder / f"{file}.codes.tif"
    profile = cube.profile | {"driver": "GTiff", "count": 1, "dtype": "uint8", "nodata": 0}
    with rasterio.open(codes, "w", **profile | {"crs": crs}) as raster:
        raster.write(cube.truth, 1)
        listed = dict(zip("123", names, strict=True))
        raster.update_tags(GEODIFFNET_CLASSES=json.dumps(listed))
    out = folder / "out"
    out.mkdir()
    given = {"image": scene, "labels": labels, "class_field": field, "device": "cpu"}
    given |= {"cache": folder / "cache"}
    seen = given | {"scales": "1", "blocks": "8", "components": 2}
    model = out / f"{file}.safetensors"
    run("classify", **given, method="rf", output=out / "map.tif", report=out / "classify.html")
    run("train", **given, method="rf", model=model, report=out / "train.html")
    run("assess", map=codes, reference=labels, class_field=field, report=out / "assess.html")
    run(
        "assess", map=codes, reference=codes, strata=codes, training=labels,
        class_field=field, report=out / "assess codes.html",
    )  # fmt: skip
    run("compare", **given, methods="rf, svm, geospecnet", report=out / "compare.html")
    run("tune", **seen | {"composites": "rgb", "timesteps": "50"}, report=out / "tune.html")
    run("batch", model=model, images=[scene], output_folder=out / "batch", workers=1)
    found = {path.stem: path for path in out.glob("*.html")}
    found |= {f"batch {path.stem}": path for path in (out / "batch").glob("*.html")}
    return {name: Page(path.read_text(encoding="utf-8")) for name, path in found.items()}


def _renamed(plain: Path, target: Path, called: dict[str, str], field: str, crs: str) -> Path:
    import pyogrio

    meta, _, geometry, columns = pyogrio.raw.read(plain)
    pyogrio.raw.write(
        library_path(target),
        geometry=geometry,
        field_data=[np.array([called[value] for value in columns[0]])],
        fields=[field],
        geometry_type=meta["geometry_type"],
        crs=crs,
        driver="GPKG",
    )
    return target


@pytest.fixture(scope="module")
def both(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, Page], dict[str, Page]]:
    """All reports on harmless names, and on hostile ones."""
    folder = tmp_path_factory.mktemp("pages")
    harmless = 'LOCAL_CS["here",UNIT["metre",1],AXIS["x",EAST],AXIS["y",NORTH]]'
    return (
        pages(folder / "harmless", ("bog", "fen", "mire"), "kind", "scene", harmless, "band "),
        pages(folder / "hostile", ATTACKS, FIELD, FILE, CRS, BAND),
    )


KINDS = ("classify", "train", "assess", "assess codes", "compare", "tune", "batch summary")


def test_every_kind_of_report_is_there(both: tuple[dict[str, Page], dict[str, Page]]) -> None:
    assert sorted(both[0]) == sorted(both[1]) == sorted(KINDS)


@pytest.mark.parametrize("kind", KINDS)
def test_names_make_no_elements(both: tuple[dict[str, Page], dict[str, Page]], kind: str) -> None:
    harmless, hostile = both[0][kind], both[1][kind]
    assert set(hostile.elements) <= set(harmless.elements)
    assert not {"script", "iframe", "object", "embed", "base", "form"} & {
        tag for tag, _ in hostile.elements
    }
    known = {name for name, _ in harmless.values}
    for name, value in hostile.values:
        assert name in known
        assert not name.startswith("on")
        if name in ("src", "href"):
            assert value.startswith(("data:image/png;base64,", "data:,", "#"))
        if name in ("style", "class", "id", "fill", "stroke", "d"):
            assert "alert" not in value


@pytest.mark.parametrize("kind", KINDS)
def test_names_are_shown_as_they_are(
    both: tuple[dict[str, Page], dict[str, Page]], kind: str
) -> None:
    text = both[1][kind].text
    for attack in ATTACKS:
        assert attack in text or kind == "tune", f"{attack} is not in {text[:300]}"
    assert "alert(" in text
