"""Many parallel jobs on few cores give the same results as alone (see also benchmarks/load)."""

from __future__ import annotations

from cases import JOBS, Cases
from faults_support import RUN_ALL, Tally, assert_no_orphans

from backend.common import protocol

AT_ONCE = 8 if RUN_ALL else 4
TIMES = 4 if RUN_ALL else 1


def test_parallel_jobs_do_not_affect_each_other(cases: Cases, tally: Tally) -> None:
    chance = tally.chance("crowd")
    for _ in range(TIMES):
        chosen = {job: cases[job] for job in chance.sample(JOBS, AT_ONCE)}
        for case in chosen.values():
            case.reset()
        running = {job: case.start() for job, case in chosen.items()}
        for job, case in chosen.items():
            with tally.injecting(job, f"{AT_ONCE} at once"):
                outcome = running[job].end()
                assert_no_orphans(outcome.number)
                assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
                case.assert_complete()
    tally.assert_all_survived()
