"""Every job works where there is no network, and none even looks for one."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend import protocol
from backend.jobs import JOBS

from .crew import ROOT, Crew
from .offline import REFUSED

SECONDS = 1800


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has network namespaces")
def test_jobs_neither_need_a_network_nor_look_for_one(crew: Crew, tmp_path: Path) -> None:
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.offline", str(crew.good), str(tmp_path)],
        cwd=ROOT,
        env=variables | {"XDG_CACHE_HOME": str(tmp_path / "home")},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    if done.returncode == REFUSED:
        pytest.skip("the kernel gives no network namespace")
    assert done.returncode == 0, done.stderr[-3000:]
    *told, last = [json.loads(line) for line in done.stdout.splitlines() if line[:1] == "{"]
    failed = [entry for entry in told if entry["status"] != protocol.EXIT_DONE]
    assert not failed, f"{failed}\n{done.stderr[-3000:]}"
    assert sorted(entry["job"] for entry in told) == sorted(JOBS)
    assert last == {"attempts": [], "unroutable": 0}
