"""Tiers that run in parallel: their output stays together, and nothing of them is left running."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from backend_support import ROOT, TIMEOUT, wait_until

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="the scripts need Linux"),
    pytest.mark.skipif(shutil.which("bash") is None, reason="runs a script of bash"),
]

#: What `scripts/test` does around it, with tiers that are given as text.
SCRIPT = """
set -euo pipefail
cd "$1"
ROOT=$1
say() {{ printf '%s\\n' "$@"; }}
remove_temporary_folders() {{ touch removed; }}
output_of() {{ printf '%s.log' "$1"; }}
start_tier() {{ "$1"; }}
trap 'exit 130' INT
trap 'exit 143' TERM
source {library}
PROGRESS_SECONDS=2 next_progress=1 GRACE_SECONDS=3
{tiers}
run_parallel 2 first second third
echo complete
"""
#: Writes its number and that of a process in another session, and does not end.
STUBBORN = """
first() {
    sleep 1000 & echo $! >>processes
    setsid sleep 1000 & echo $! >>processes
    trap 'echo caught it' INT
    echo $BASHPID >>processes
    while true; do sleep 0.1 || true; done
}
second() { trap 'exit 0' INT; echo $BASHPID >>processes; sleep 1000; }
third() { true; }
"""


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """Where it runs; what is left of it in the end is killed."""
    yield tmp_path
    for number in left(tmp_path):
        os.kill(number, signal.SIGKILL)


def begin(folder: Path, tiers: str) -> subprocess.Popen[str]:
    """Run tiers; the functions `first`, `second` and `third`."""
    library = ROOT / "scripts" / "lib" / "parallel.sh"
    return subprocess.Popen(
        ["bash", "-c", SCRIPT.format(library=library, tiers=tiers), "test", folder],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=True,
    )


def left(folder: Path) -> list[int]:
    """The processes of tiers that still run."""
    noted = folder / "processes"
    numbers = [int(line) for line in noted.read_text().split()] if noted.exists() else []
    return [number for number in numbers if is_running(number)]


def is_running(number: int) -> bool:
    try:
        status = Path(f"/proc/{number}/stat").read_text()
    except OSError:
        return False
    return status.rpartition(")")[2].split()[0] != "Z"


def test_output_stays_together_and_progress_is_shown(folder: Path) -> None:
    tiers = """
    first() { for number in 1 2 3 4; do echo "first $number"; sleep 1; done; false; echo never; }
    second() { echo 'tests/backend/test_second.py ....   [  7%]'; echo '..  [ 12%]'; sleep 2; }
    third() { test -e second.log; echo 'third 1'; echo 'third 2'; }
    """
    run = begin(folder, tiers)
    output, _ = run.communicate(timeout=TIMEOUT)
    assert run.returncode == 0, output
    lines = output.splitlines()
    assert lines[-1] == "complete"
    assert "never" not in lines
    at = lines.index("first 1")
    assert lines[at : at + 4] == [f"first {number}" for number in (1, 2, 3, 4)]
    assert lines[lines.index("third 1") + 1] == "third 2"
    started = [line.split()[1] for line in lines if "has started" in line]
    ended = [line.split()[1] for line in lines if line.endswith("has ended")]
    assert started == ["first", "second", "third"]
    assert sorted(ended) == sorted(started)
    third = next(at for at, line in enumerate(lines) if "third has started" in line)
    assert any(line.endswith("second has ended") for line in lines[:third]), "two at a time"
    assert any("second 12% test_second" in line for line in lines[:at])
    assert (folder / "removed").exists()


@pytest.mark.parametrize(
    ("number", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_signal_ends_all_tiers(folder: Path, number: signal.Signals, status: int) -> None:
    run = begin(folder, STUBBORN)
    wait_for_processes(folder, 4)
    os.killpg(run.pid, number)
    output, _ = run.communicate(timeout=TIMEOUT)
    assert run.returncode == status, output
    assert "caught it" in output
    assert "complete" not in output
    wait_until(lambda: not left(folder))
    assert (folder / "removed").exists()


def test_a_second_ctrl_c_ends_them_at_once(folder: Path) -> None:
    run = begin(folder, "GRACE_SECONDS=10000\n" + STUBBORN)
    wait_for_processes(folder, 4)
    os.killpg(run.pid, signal.SIGINT)
    output = folder / "first.log"
    wait_until(lambda: "caught it" in output.read_text())
    os.killpg(run.pid, signal.SIGINT)
    run.communicate(timeout=TIMEOUT)
    assert run.returncode == 130
    wait_until(lambda: not left(folder))


def test_a_reader_that_ends_ends_all_tiers(folder: Path) -> None:
    run = begin(folder, STUBBORN)
    wait_for_processes(folder, 4)
    run.stdout.close()
    assert run.wait(TIMEOUT) != 0
    wait_until(lambda: not left(folder))


def wait_for_processes(folder: Path, count: int) -> None:
    noted = folder / "processes"
    wait_until(lambda: noted.exists() and len(noted.read_text().split()) == count)
