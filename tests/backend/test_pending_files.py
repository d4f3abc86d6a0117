"""A process killed while it writes leaves the complete old map or the complete new one."""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.fixtures.killed_writer import VERSIONS, write_version

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and SIGKILL"),
]

ROOT = Path(__file__).resolve().parents[2]
KILLS = 50
SIDECARS = ("map.tif.aux.xml", "map.qml")


def without_date(content: bytes) -> bytes:
    return re.sub(rb"\d{4}-\d\d-\d\dT[\d:+]+", b"", content)


def test_fifty_kills_leave_only_complete_maps(tmp_path: Path) -> None:
    intact = {}
    for version in VERSIONS:
        folder = tmp_path / version
        folder.mkdir()
        write_version(folder / "map.tif", version)
        intact[version] = {path.name: without_date(path.read_bytes()) for path in folder.iterdir()}
        assert set(intact[version]) == {"map.tif", *SIDECARS}
    folder = tmp_path / "target"
    folder.mkdir()
    started = time.monotonic()
    write_version(folder / "map.tif", "one")
    usual = time.monotonic() - started
    chance = random.Random(20260724)
    seen: Counter[str] = Counter()
    command = [sys.executable, "-m", "tests.fixtures.killed_writer", str(folder / "map.tif")]
    with subprocess.Popen(
        command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdin is not None
        assert parent.stdout is not None
        for number in range(5 * KILLS):
            if number >= KILLS and set(VERSIONS) <= set(seen):
                break
            if number and number % KILLS == 0:  # the machine has become slower meanwhile
                usual *= 4
            print(list(VERSIONS)[1 - number % 2], file=parent.stdin, flush=True)
            child = int(parent.stdout.readline())
            time.sleep(chance.uniform(0, 4 * usual))
            os.kill(child, signal.SIGKILL)
            assert parent.stdout.readline() == "gone\n"
            found = {
                path.name: without_date(path.read_bytes())
                for path in folder.iterdir()
                if not path.name.startswith(".")
            }
            versions = [name for name in VERSIONS if intact[name]["map.tif"] == found["map.tif"]]
            assert len(versions) == 1, "the map is neither the old nor the new one"
            for name in SIDECARS:  # one may be missing for a moment, but none is of another map
                assert found.get(name, intact[versions[0]][name]) == intact[versions[0]][name]
            seen[versions[0]] += 1
            seen["unfinished"] += any(path.suffix == ".partial" for path in folder.iterdir())
        parent.stdin.close()
    # kills struck while something was being written, and after either version
    assert set(VERSIONS) <= set(seen), seen
    assert seen["unfinished"] >= (seen["one"] + seen["other"]) // 2, seen
    write_version(folder / "map.tif", "one")
    assert {path.name for path in folder.iterdir()} == {"map.tif", *SIDECARS}
