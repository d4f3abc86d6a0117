"""Every job works where there is no network, and none even looks for one, whatever files name."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from backend.commands import COMMANDS
from backend.common import protocol

from .offline import REFUSED
from .pool import ROOT, ProcessPool

SECONDS = 1800


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux has network namespaces")
def test_jobs_neither_need_a_network_nor_look_for_one(pool: ProcessPool, tmp_path: Path) -> None:
    variables = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    done = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.offline", str(pool.good), str(tmp_path)],
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
    lines = [json.loads(line) for line in done.stdout.splitlines() if line[:1] == "{"]
    told = [entry for entry in lines if "job" in entry]
    failed = [entry for entry in told if entry["status"] != protocol.EXIT_DONE]
    assert not failed, f"{failed}\n{done.stderr[-3000:]}"
    assert sorted(entry["job"] for entry in told) == sorted(COMMANDS)
    first, second, last = (entry for entry in lines if "attempts" in entry)
    assert first == {"attempts": [], "unroutable": 0}
    # what files name is asked by nobody, and said
    leading = [entry for entry in lines if "leading" in entry]
    assert len(leading) >= 20
    wrong = [entry for entry in leading if entry["status"] != protocol.EXIT_USER_ERROR]
    assert not wrong, wrong
    named = [entry for entry in leading if entry["leading"].startswith("backbone")]
    assert {entry["code"] for entry in named} == {"model.backbone_missing"}
    assert second == {"attempts": [], "unroutable": 0}
    # what the user names is, which shows that attempts are seen
    (asked,) = (entry for entry in lines if "named" in entry)
    assert asked["code"] == "download.failed"
    assert any("huggingface.co" in attempt for attempt in last["attempts"])
