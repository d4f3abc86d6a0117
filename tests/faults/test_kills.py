"""Jobs that are killed, interrupted or lose their parent at random times."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from cases import JOBS, Cases
from faults_support import (
    CANCELLED,
    RUN_ALL,
    Case,
    JobOutcome,
    Running,
    Tally,
    TimedAction,
    assert_no_orphans,
)

from backend.common import protocol

#: How often each job is struck, and by how many of the faults.
TIMES, FAULTS = (6, 5) if RUN_ALL else (1, 3)

STRIKES: dict[str, Callable[[Running], None]] = {
    "SIGKILL": lambda running: running.signal(signal.SIGKILL),
    "SIGTERM": lambda running: running.signal(signal.SIGTERM),
    "SIGINT": lambda running: running.signal(signal.SIGINT),
    "cancel": lambda running: running.send(protocol.CANCEL_LINE),
    "parent gone": lambda running: running.close_stdin(),
}


def assert_survived(case: Case, outcome: JobOutcome, fault: str) -> None:
    """Whatever the moment, nothing is half done, and the next run is as good as any."""
    assert_no_orphans(outcome.number)
    killed = fault == "SIGKILL" and outcome.status == -signal.SIGKILL
    if outcome.status == protocol.EXIT_DONE:  # struck when all was done
        case.assert_complete()
        return
    assert killed or outcome.status in CANCELLED, (
        outcome.status,
        outcome.events[-1:],
        outcome.errors,
    )
    assert "Traceback" not in outcome.errors, outcome.errors
    case.assert_old_or_new(may_leave_temporary_files=killed)
    if not killed:
        case.assert_no_leftovers()
    case.assert_works_again()


@pytest.mark.parametrize("job", [*JOBS, "batch"])
def test_a_job_can_end_at_any_time(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("kills", job)
    for fault in chance.sample(list(STRIKES), FAULTS if RUN_ALL or job != "batch" else 1):
        act = STRIKES[fault]
        for _ in range(TIMES if job != "batch" else min(TIMES, 3)):
            if chance.random() < 0.5:  # short stages are hit as often as long ones
                stage = chance.choice(list(case.stages))
                action = TimedAction(act, chance.uniform(0, 0.2 * case.seconds), stage)
            else:
                action = TimedAction(act, chance.uniform(0, 1.1 * case.seconds))
            with tally.injecting(job, fault, f"{action.stage or ''} + {action.delay:.3f} s"):
                case.reset()
                assert_survived(case, case.start().end(action), fault)
    tally.assert_all_survived()
