"""A clock that is set back, and files with times in the future, affect no job."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from cases import JOBS, Cases
from faults_support import RUN_ALL, Tally, assert_no_orphans

from backend.common import protocol

TIMES = 4 if RUN_ALL else 1
YEAR = 365 * 24 * 3600


@pytest.mark.parametrize("job", JOBS)
def test_the_clock_is_set_back(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("clock", job)
    for _ in range(TIMES):
        back, after = chance.choice((90.0, 3600.0, 5.0 * YEAR)), chance.uniform(0, case.seconds)
        with tally.injecting(job, "clock set back", f"{back} s after {after:.3f} s"):
            case.reset()
            for folder in (case.out, case.cache):
                _date(folder, time.time() + back)
            outcome = case.start(set_clock_back=[back, after]).end()
            assert_no_orphans(outcome.number)
            assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            left = [e.seconds_left for e in outcome.events if isinstance(e, protocol.Progress)]
            assert all(seconds is None or 0 <= seconds < YEAR for seconds in left), left
            case.assert_complete()
            _date(case.cache, time.time() + YEAR)
            case.assert_works_again()
    tally.assert_all_survived()


def _date(folder: Path, when: float) -> None:
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (when, when))
