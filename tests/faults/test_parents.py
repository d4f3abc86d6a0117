"""A killed parent or a stuck child leaves no process and no file behind."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from backend_support import ROOT, clean_environment, plain
from cases import Cases
from faults_support import (
    CANCELLED,
    RUN_ALL,
    TIMEOUT,
    Tally,
    TimedAction,
    assert_no_orphans,
)

from backend.common import protocol

TIMES = 3 if RUN_ALL else 1
#: Starts a worker as QGIS does, asks for the job, and waits for what it says.
PARENT = """
import subprocess, sys
worker = [sys.executable, "-I", sys.argv[1], "worker"]
child = subprocess.Popen(
    worker, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
)
print(child.pid, flush=True)
print(sys.argv[2], file=child.stdin, flush=True)
for line in child.stdout:
    print(line, end="", flush=True)
"""


@pytest.mark.parametrize("job", ["classify", "features"])
def test_the_parent_is_killed(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("parents", job)
    line = protocol.encode_job(protocol.Job(job, plain(case.settings)))
    for _ in range(TIMES):
        stage = chance.choice(list(case.stages))
        with tally.injecting(job, "parent killed", stage):
            case.reset()
            parent = subprocess.Popen(
                [sys.executable, "-c", PARENT, str(ROOT / "backend"), line],
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
                env=clean_environment() | {"TMPDIR": str(case.fork_server.scratch)},
            )
            assert parent.stdout is not None
            child = int(parent.stdout.readline())
            for event in parent.stdout:
                if stage in event:
                    break
            time.sleep(chance.uniform(0, 0.3))
            parent.kill()
            parent.wait()
            parent.stdout.close()
            _wait_for_end_of(child)
            assert_no_orphans(child)
            case.assert_old_or_new(may_leave_temporary_files=False)
            case.assert_no_leftovers()
            case.assert_works_again()
    tally.assert_all_survived()


@pytest.mark.parametrize("job", ["classify", "train", "apply", "suggest", "compare", "tune"])
@pytest.mark.parametrize("fault", ["cancel", "parent gone", "SIGTERM"])
def test_a_stuck_job_is_ended(cases: Cases, tally: Tally, job: str, fault: str) -> None:
    case, chance = cases[job], tally.chance("stuck", job, fault)
    act = {
        "cancel": lambda running: running.send(protocol.CANCEL_LINE),
        "parent gone": lambda running: running.close_stdin(),
        "SIGTERM": lambda running: running.signal(signal.SIGTERM),
    }[fault]
    for stage in list(case.stages) if RUN_ALL else chance.sample(list(case.stages), 1):
        with tally.injecting(job, f"stuck, {fault}", stage):
            case.reset()
            action = TimedAction(act, 0.05, stage)
            outcome = case.start(hang_in_stage=[stage]).end(action)
            assert_no_orphans(outcome.number)
            assert outcome.status in CANCELLED, (outcome.status, outcome.errors)
            case.assert_old_or_new(may_leave_temporary_files=False)
            case.assert_no_leftovers()
            case.assert_works_again()
    tally.assert_all_survived()


def _wait_for_end_of(process: int) -> None:
    until = time.monotonic() + TIMEOUT
    with contextlib.suppress(ProcessLookupError):
        while time.monotonic() < until:
            os.kill(process, 0)
            if (Path(f"/proc/{process}/stat")).read_text().rpartition(")")[2].split()[0] == "Z":
                return
            time.sleep(0.02)
        raise AssertionError(f"the child {process} lives on without its parent")
