"""On a real EnMAP scene the map has data exactly where the scene has, and the classes' names."""

from __future__ import annotations

import threading
from pathlib import Path
from xml.etree.ElementTree import tostring

import numpy as np
import pytest
import rasterio
from defusedxml import ElementTree

from backend import worker
from backend.common import protocol

DATA = Path(__file__).resolve().parents[3] / "shared" / "data" / "enmap_potsdam"

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not DATA.is_dir(), reason=f"the real scene is not there: {DATA}"),
]

NAMES = {"roof", "pavement", "low vegetation", "tree", "soil", "water"}


def test_potsdam(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.classifiers.classic.TREES", 8)
    target = tmp_path / "map.tif"
    events: list[protocol.Event] = []
    job = protocol.Job(
        "classify",
        {
            "image": str(DATA / "scene.tif"),
            "labels": str(DATA / "train.gpkg"),
            "class_field": "class",
            "output": str(target),
            "method": "rf",
        },
    )
    worker.run_job(protocol.encode_job(job), events.append, threading.Event())
    assert isinstance(events[-1], protocol.Result), events[-1]
    messages = [event.message for event in events if isinstance(event, protocol.Log)]
    assert any("Excluded bands" in text and text.endswith(": 130–135.") for text in messages)
    with rasterio.open(DATA / "scene.tif") as scene, rasterio.open(target) as result:
        used = [number for number in scene.indexes if not 130 <= number <= 135]
        values = scene.read(used)
        # besides the mosaic's gaps, three pixels of this scene are zero in all bands
        empty = (values == scene.nodata).any(axis=0) | (values == 0).all(axis=0)
        assert empty.sum() == 12_288 + 3
        np.testing.assert_array_equal(result.read(1) == 0, empty)
        assert (result.transform, result.crs) == (scene.transform, scene.crs)
        colours = {result.colormap(1)[code] for code in range(1, 7)}
    assert len(colours) == 6
    described = tostring(ElementTree.parse(f"{target}.aux.xml").getroot(), encoding="unicode")
    assert all(f"<Category>{name}</Category>" in described for name in NAMES)
    shapes = {row["name"]: row["geometries"] for row in events[-1].figures["labels"]}
    assert shapes.keys() == NAMES
    assert sum(shapes.values()) == 671
