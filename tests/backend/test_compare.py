"""`compare`: all methods on the same training samples, and a report that recommends one."""

from __future__ import annotations

import base64
import json
import re
import struct
import threading
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import shapely
from backend_support import plain, run, snapshot
from conftest import Stripes

from backend import worker
from backend.common import protocol
from backend.common.methods import METHODS_INFO
from backend.sample_scene import SampleFiles
from tests.fixtures.cubes import COLUMNS, ROWS, Cube, label_boxes, make_cube, write_labels
from tests.fixtures.rasters import write_geotiff

pytestmark = pytest.mark.backend


def job_settings(stripes: Stripes, report: Path, **settings: Any) -> dict[str, Any]:
    """Settings of a comparison on the stripes."""
    given = {"image": stripes.scene, "labels": stripes.labels, "class_field": "class"}
    return plain(given | {"report": report} | settings)


def image_sizes(page: str) -> list[tuple[int, int]]:
    """Width and height of every image in a page, from the image data."""
    return [
        struct.unpack(">II", base64.b64decode(data)[16:24])
        for data in re.findall(r'src="data:image/png;base64,([^"]+)"', page)
    ]


def test_methods_are_compared_on_a_scene(
    sample: SampleFiles, few_labels: Path, cache: Path, tmp_path: Path
) -> None:
    report = tmp_path / "report.html"
    outcome = run(
        "compare",
        image=sample.scene,
        labels=few_labels,
        class_field="class",
        methods="geodiffnet, rf",
        report=report,
        cache=cache,
        device="cpu",
    )
    figures = outcome.result.figures
    names = [item["name"] for item in figures["methods"]]
    assert names == ["geodiffnet", "rf"]
    assert figures["best_method"] in names
    assert outcome.result.outputs == {"report": str(report)}
    numbers = json.loads(report.with_suffix(".json").read_text())
    assert numbers["best"] == figures["best_method"]
    page = report.read_text()
    # the whole scene, and a map of each method
    assert image_sizes(page) == [(64, 64)] * 3
    assert "The whole scene, classified by each method" in page
    assert all(METHODS_INFO[name].title in page for name in names)
    assert len(page) < 3_000_000


@pytest.mark.slow
def test_accuracies_equal_those_of_classify(stripes: Stripes, tmp_path: Path) -> None:
    compared = run(
        "compare", **job_settings(stripes, tmp_path / "r.html", methods="svm, geospecnet")
    )
    for item in compared.result.figures["methods"]:
        alone = run("classify", **stripes.job_settings(tmp_path / "map.tif", method=item["name"]))
        for figure in ("overall_accuracy", "average_accuracy", "kappa"):
            assert alone.result.figures[figure] == pytest.approx(item[figure], abs=1e-9)


def test_the_simpler_of_equal_methods_is_recommended(stripes: Stripes, tmp_path: Path) -> None:
    """All methods separate the stripes without an error."""
    report = tmp_path / "report.html"
    outcome = run("compare", **job_settings(stripes, report, methods="svm,rf"))
    figures = outcome.result.figures
    assert [item["average_accuracy"] for item in figures["methods"]] == [1, 1]
    assert figures["best_method"] == "rf"
    assert f"Not significantly different from {METHODS_INFO['svm'].title}" in report.read_text()


def test_a_part_with_labels_of_a_large_scene_is_shown(tmp_path: Path) -> None:
    small = make_cube()
    cube = Cube(np.tile(small.reflectance, (1, 25, 17)), np.tile(small.truth, (25, 17)))
    boxes, values = label_boxes(small)
    drawn = [shapely.affinity.translate(box, 13 * COLUMNS, 20 * ROWS) for box in boxes]
    report = tmp_path / "report.html"
    run(
        "compare",
        image=write_geotiff(tmp_path / "scene.tif", cube, blockxsize=128, blockysize=128),
        labels=write_labels(tmp_path / "labels.gpkg", cube, drawn, values),
        class_field="class",
        methods="rf",
        report=report,
        cache=tmp_path / "cache",
    )
    page = report.read_text()
    assert "Rows 512 to 750 and columns 512 to 714 of the scene" in page
    assert image_sizes(page) == [(202, 238)] * 2


def test_an_unknown_method_is_refused_before_any_work(stripes: Stripes, tmp_path: Path) -> None:
    outcome = run("compare", **job_settings(stripes, tmp_path / "r.html", methods="rf, magic"))
    assert outcome.status == protocol.EXIT_FAULT
    assert outcome.failure.code == "job.invalid"
    assert "magic" in outcome.failure.message
    assert "geospecnet" in outcome.failure.hint
    assert list(tmp_path.iterdir()) == []


def test_the_report_never_replaces_the_labels(stripes: Stripes) -> None:
    outcome = run("compare", **job_settings(stripes, stripes.labels, methods="rf"))
    assert outcome.failure.code == "output.is_input"


@pytest.mark.parametrize("stage", ["validation", "mapping"])
def test_a_cancelled_comparison_keeps_the_existing_report(
    stripes: Stripes, tmp_path: Path, stage: str
) -> None:
    report = tmp_path / "report.html"
    report.write_text("an existing report")
    before = snapshot(tmp_path)
    cancelled = threading.Event()

    def watch(event: protocol.Event) -> None:
        if isinstance(event, protocol.Progress) and event.stage == stage:
            cancelled.set()

    job = protocol.Job("compare", job_settings(stripes, report, methods="rf"))
    status = worker.run_job(protocol.encode_job(job), watch, cancelled)
    assert status == protocol.EXIT_CANCELLED
    assert snapshot(tmp_path) == before
