"""Many jobs at once on few cores: each gives what it gives alone (benchmarks/load has more)."""

from __future__ import annotations

from cases import JOBS, Cases
from faults_support import EVERYTHING, Tally, assert_no_orphans

from backend.common import protocol

AT_ONCE = 8 if EVERYTHING else 4
TIMES = 4 if EVERYTHING else 1


def test_many_at_once_do_not_disturb_each_other(cases: Cases, tally: Tally) -> None:
    chance = tally.chance("crowd")
    for _ in range(TIMES):
        chosen = {job: cases[job] for job in chance.sample(JOBS, AT_ONCE)}
        for case in chosen.values():
            case.reset()
        running = {job: case.start() for job, case in chosen.items()}
        for job, case in chosen.items():
            with tally.injecting(job, f"{AT_ONCE} at once"):
                ended = running[job].end()
                assert_no_orphans(ended.number)
                assert ended.status == protocol.EXIT_DONE, (ended.events[-1:], ended.errors)
                case.assert_complete()
    tally.settle()
