"""Results do not depend on the locale of the system.

The backend itself keeps to the C locale; a library that it loads may not. So these processes take
up the system's locale before they begin, as QGIS does, which is the worst that can happen.
"""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from backend_support import ROOT, TIMEOUT, clean_environment, plain

from backend.common import protocol
from tests.fixtures.cubes import Cube, make_cube, write_labels
from tests.fixtures.locales import LOCALES, make_locales
from tests.fixtures.rasters import write_envi

pytestmark = pytest.mark.backend

#: Names whose capitals and small letters Turkish pairs otherwise.
NAMES = ["İNCİR ağacı", "ISIRGAN", "ırmak"]
_RUN = """
import locale, sys, threading
locale.setlocale(locale.LC_ALL, "")
print(locale.localeconv()["decimal_point"], flush=True)
sys.path.insert(0, sys.argv[1])
from backend import worker
from backend.common import protocol
import backend.classifiers.classic
backend.classifiers.classic.TREES = 20
for line in sys.stdin:
    events = []
    worker.run_job(line, events.append, threading.Event())
    print(protocol.encode_event(events[-1]), flush=True)
"""


@pytest.fixture(scope="module")
def cube() -> Cube:
    return make_cube()


@pytest.fixture(scope="module")
def inputs(cube: Cube, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A scene whose header is full of decimals, labels as text, and a reference."""
    folder = tmp_path_factory.mktemp("inputs")
    write_envi(folder / "scene.bsq", cube)
    header = folder / "scene.hdr"
    text = header.read_text(encoding="ascii").replace("390000, 5810000", "390000.5, 5810000.25")
    header.write_text(f"{text}reflectance scale factor = 10000.0\n", encoding="ascii")
    values = [NAMES[number // 3] for number in range(9)]
    write_labels(folder / "labels.geojson", cube, values=values, crs="EPSG:4326")
    write_labels(folder / "reference.gpkg", cube, values=values)
    return folder


@pytest.fixture(scope="module")
def locales(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("locales")
    if reason := make_locales(folder):
        pytest.skip(reason)
    return folder


def results(inputs: Path, folder: Path, point: str, **variables: str) -> list[Any]:
    """What jobs write and say in a process of their own, but for paths and times."""
    output, model = folder / "map.tif", folder / "model.safetensors"
    scene, labels = inputs / "scene.bsq", inputs / "labels.geojson"
    common = {"class_field": "class", "method": "rf"}
    jobs = [
        protocol.Job(
            "classify",
            {"image": scene, "labels": labels, "output": output, "model": model,
             "confidence": folder / "confidence.tif", "min_coverage": 0.35,
             "pixel_rule": "coverage", "report": folder / "classified.html"} | common,
        ),
        protocol.Job(
            "assess",
            {"map": output, "reference": inputs / "reference.gpkg", "design": "stratified",
             "report": folder / "assessed.html", "draw_sample": folder / "sample.gpkg"},
        ),
    ]  # fmt: skip
    lines = "".join(
        protocol.encode_job(protocol.Job(job.name, plain(job.settings))) + "\n" for job in jobs
    )
    ran = subprocess.run(
        [sys.executable, "-c", _RUN, str(ROOT)],
        input=lines,
        env=clean_environment() | variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=TIMEOUT,
        check=False,
    )
    messages = ran.stdout.splitlines()
    assert messages[:1] == [point], ran.stderr
    events = [protocol.decode_event(line) for line in messages[1:]]
    assert all(isinstance(event, protocol.Result) for event in events), events
    figures = [{k: v for k, v in event.figures.items() if k != "seconds"} for event in events]
    files = [path.read_bytes() for path in (output, model, folder / "confidence.tif")]
    style = output.with_suffix(".qml").read_bytes()
    numbers = json.loads((folder / "assessed.json").read_text(encoding="utf-8"))
    numbers = {key: numbers[key] for key in ("classes", "unadjusted", "area_adjusted", "strata")}
    return [figures, files, style, numbers]


@pytest.fixture(scope="module")
def usual(inputs: Path, tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    """The same without any language."""
    found = results(inputs, tmp_path_factory.mktemp("usual"), ".", LC_ALL="C.UTF-8")
    assert found[0][0]["overall_accuracy"] > 0.9
    assert [entry["name"] for entry in found[3]["classes"]] == sorted(NAMES)
    return found


@pytest.mark.parametrize("name", LOCALES)
def test_results_do_not_depend_on_the_locale(
    inputs: Path, locales: Path, usual: list[Any], tmp_path: Path, name: str
) -> None:
    found = results(inputs, tmp_path, ",", LC_ALL=name, LOCPATH=str(locales))
    for part, expected in zip(found, usual, strict=True):
        assert part == expected


@pytest.mark.parametrize("name", LOCALES)
def test_child_processes_use_the_c_locale(locales: Path, name: str) -> None:
    code = (
        "import locale, subprocess, sys\n"
        "locale.setlocale(locale.LC_ALL, '')\n"
        "from backend.process.c_locale import use_c_locale\n"
        "use_c_locale()\n"
        "use_c_locale()\n"
        "print(locale.setlocale(locale.LC_ALL), locale.localeconv()['decimal_point'])\n"
        "sys.stdout.flush()\n"
        "told = 'import locale, sys; locale.setlocale(locale.LC_ALL, \"\"); '\n"
        "told += 'print(locale.setlocale(locale.LC_CTYPE), sys.getfilesystemencoding())'\n"
        "subprocess.run([sys.executable, '-c', told], check=True)\n"
    )
    ran = subprocess.run(
        [sys.executable, "-c", code],
        cwd=ROOT,
        env=clean_environment() | {"LC_ALL": name, "LOCPATH": str(locales)},
        capture_output=True,
        text=True,
        check=True,
    )
    own, child = ran.stdout.splitlines()
    assert "tr_TR" not in own
    assert "de_DE" not in own
    assert own.endswith(" .")
    assert child == "C.UTF-8 utf-8"
