"""A clock that is set back, and files with times in the future, affect no job."""

from __future__ import annotations

import contextlib
import os
import sqlite3
import time
from pathlib import Path

import numpy as np
import pytest
from cases import JOBS, Cases
from faults_support import RUN_ALL, Tally, assert_no_orphans, folder_state
from shapely.geometry import Point

from backend.common import protocol
from backend.files.vector_layers import write_layer

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


def test_a_layer_counts_as_the_same_whenever_it_was_closed(tmp_path: Path) -> None:
    """Runs are compared by what lasts: not by when a layer was closed, but by what is in it."""
    path = tmp_path / "layer.gpkg"
    write_layer(path, "layer", "Point", [Point(1, 2)], ["count"], [np.array([7])], crs="EPSG:32632")
    before = folder_state(tmp_path)
    for change, same in (
        ("UPDATE gpkg_contents SET last_change = '2001-02-03T04:05:06.789Z'", True),
        ("UPDATE gpkg_contents SET identifier = 'other'", False),
    ):
        with contextlib.closing(sqlite3.connect(path)) as layer, layer:
            layer.execute(change)
        assert (folder_state(tmp_path) == before) is same


def _date(folder: Path, when: float) -> None:
    for path in (folder, *folder.rglob("*")):
        os.utime(path, (when, when))
