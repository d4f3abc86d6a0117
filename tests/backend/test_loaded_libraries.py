"""Jobs load only the libraries that their method needs: loading one takes a second or more."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from backend_support import ROOT, clean_environment, plain
from conftest import Stripes

from backend.common import protocol

pytestmark = pytest.mark.backend

HEAVY = ("torch", "sklearn", "diffusers", "dask", "matplotlib", "requests", "jinja2")
PROGRAM = (
    "import json, sys, threading\n"
    "from backend.worker import run_job\n"
    "status = run_job(sys.argv[1], lambda event: None, threading.Event())\n"
    f"print(json.dumps([status, [name for name in {HEAVY} if name in sys.modules]]))\n"
)


def libraries(job: str, settings: dict[str, Any], cache: Path) -> set[str]:
    """The heavy libraries that a process has loaded after a job that succeeded."""
    line = protocol.encode_job(protocol.Job(job, plain(settings)))
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, line],
        cwd=ROOT,
        env=clean_environment() | {"XDG_CACHE_HOME": str(cache), "HOME": str(cache)},
        capture_output=True,
        text=True,
        check=True,
    )
    status, found = json.loads(done.stdout)
    assert status == protocol.EXIT_DONE, done.stderr
    return set(found)


@pytest.mark.parametrize(
    ("method", "to_train", "to_apply"),
    [("lda", set(), set()), ("rf", {"sklearn"}, {"sklearn"}), ("svm", {"sklearn"}, set())],
)
def test_methods_without_networks_train_and_apply_without_torch(
    stripes: Stripes, tmp_path: Path, method: str, to_train: set[str], to_apply: set[str]
) -> None:
    model = tmp_path / "model.safetensors"
    settings = stripes.job_settings(tmp_path / "map.tif", method=method, model=model)
    assert libraries("classify", settings, tmp_path) == to_train
    applied = {"image": stripes.scene, "model": model, "output": tmp_path / "applied.tif"}
    assert libraries("apply", applied, tmp_path) == to_apply


def test_the_bundled_backbone_runs_without_diffusers(stripes: Stripes, tmp_path: Path) -> None:
    model = tmp_path / "model.safetensors"
    settings = stripes.job_settings(tmp_path / "map.tif", method="geodiffnet-f", model=model)
    assert libraries("classify", settings, tmp_path) == {"torch", "sklearn"}
    applied = {"image": stripes.scene, "model": model, "output": tmp_path / "applied.tif"}
    assert libraries("apply", applied, tmp_path) == {"torch", "sklearn"}
