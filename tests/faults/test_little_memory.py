"""Memory runs out: jobs go on in smaller steps, and where nothing helps they say so.

With so little left that not even a library's own error fits, that library may end the process. Its
parent tells that (tests/qgis/test_worker.py); nothing half done is left then either.
"""

from __future__ import annotations

import signal

import pytest
from cases import JOBS, Cases
from faults_support import RUN_ALL, Tally, assert_no_orphans

from backend.common import protocol

#: Megabytes that a job may take beside what it has when it begins.
ROOM = (4, 8, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024)
#: How a library ends the process: PyTorch's code for convolutions, for example.
CRASHES = (-signal.SIGSEGV, -signal.SIGABRT, -signal.SIGBUS)
TIMES = len(ROOM) if RUN_ALL else 2


@pytest.mark.parametrize("job", JOBS)
def test_exhausted_memory(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("memory", job)
    for megabytes in sorted(chance.sample(ROOM, TIMES)):
        with tally.injecting(job, "out of memory", f"{megabytes} MB"):
            case.reset()
            outcome = case.start(limit_memory=[megabytes]).end()
            assert_no_orphans(outcome.number)
            if outcome.status == protocol.EXIT_DONE:
                case.assert_complete()
                continue
            crashed = outcome.status in CRASHES
            if not crashed:
                assert outcome.failure.code == "memory.exhausted", (outcome.failure, outcome.errors)
                assert outcome.failure.hint
                case.assert_no_leftovers()
            case.assert_old_or_new(may_leave_temporary_files=crashed)
            case.assert_works_again()
    tally.assert_all_survived()
