"""Every job is killed, interrupted and cut off from its parent at random moments."""

from __future__ import annotations

import signal
from collections.abc import Callable

import pytest
from cases import JOBS, Cases
from faults_support import (
    CANCELLED,
    EVERYTHING,
    Case,
    Ended,
    Running,
    Strike,
    Tally,
    assert_no_orphans,
)

from backend.common import protocol

#: How often each job is struck, and by how many of the faults.
TIMES, FAULTS = (6, 5) if EVERYTHING else (1, 3)

STRIKES: dict[str, Callable[[Running], None]] = {
    "SIGKILL": lambda running: running.signal(signal.SIGKILL),
    "SIGTERM": lambda running: running.signal(signal.SIGTERM),
    "SIGINT": lambda running: running.signal(signal.SIGINT),
    "cancel": lambda running: running.send(protocol.CANCEL_LINE),
    "parent gone": lambda running: running.close_stdin(),
}


def assert_survived(case: Case, ended: Ended, fault: str) -> None:
    """Whatever the moment, nothing is half done, and the next run is as good as any."""
    assert_no_orphans(ended.number)
    killed = fault == "SIGKILL" and ended.status == -signal.SIGKILL
    if ended.status == protocol.EXIT_DONE:  # struck when all was done
        case.assert_complete()
        return
    assert killed or ended.status == CANCELLED, (ended.status, ended.events[-1:], ended.errors)
    assert "Traceback" not in ended.errors, ended.errors
    case.assert_old_or_new(may_leave_scraps=killed)
    if not killed:
        case.assert_tidy()
    case.assert_works_again()


@pytest.mark.parametrize("job", [*JOBS, "batch"])
def test_a_job_may_end_at_any_moment(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("kills", job)
    for fault in chance.sample(list(STRIKES), FAULTS if EVERYTHING or job != "batch" else 1):
        act = STRIKES[fault]
        for _ in range(TIMES if job != "batch" else min(TIMES, 3)):
            if chance.random() < 0.5:  # short stages are hit as often as long ones
                stage = chance.choice(list(case.stages))
                strike = Strike(act, chance.uniform(0, 0.2 * case.seconds), stage)
            else:
                strike = Strike(act, chance.uniform(0, 1.1 * case.seconds))
            with tally.injecting(job, fault, f"{strike.stage or ''} + {strike.delay:.3f} s"):
                case.reset()
                assert_survived(case, case.start().end(strike), fault)
    tally.settle()
