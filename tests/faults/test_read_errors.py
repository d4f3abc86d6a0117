"""Rasters with read errors, before or while a job reads them."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from cases import Cases
from damage import cut_off, damage_tile
from faults_support import RUN_ALL, Case, JobOutcome, Tally, TimedAction, assert_no_orphans

from backend.common import protocol

TIMES = 6 if RUN_ALL else 1
#: Jobs that read a scene; `assess` reads a map.
READING = ("classify", "train", "apply", "suggest", "compare", "features", "tune", "assess")


def make(cases: Cases, job: str, folder: Path) -> tuple[Case, Path, Path]:
    """A case with a raster of its own, that raster, and where it is kept whole."""
    setting, source = ("map", cases.map) if job == "assess" else ("image", cases.scene)
    own, whole = folder / source.name, folder / "whole.tif"
    shutil.copy2(source, whole)
    shutil.copy2(source, own)
    return cases.make(job, folder, **{setting: own}), own, whole


def assert_told(case: Case, outcome: JobOutcome, raster: Path, whole: Path) -> None:
    """It says which file is broken and writes nothing; with the whole file it works."""
    assert_no_orphans(outcome.number)
    if outcome.status == protocol.EXIT_DONE:  # what is broken was not needed any more
        case.assert_complete()
        return
    assert outcome.failure.code == "scene.unreadable", outcome.failure
    assert str(raster) in outcome.failure.message, outcome.failure
    assert outcome.failure.hint
    assert "Traceback" not in outcome.errors, outcome.errors
    case.assert_old_or_new(may_leave_temporary_files=False)
    case.assert_no_leftovers()
    shutil.copy2(whole, raster)
    case.assert_works_again()


@pytest.mark.parametrize("job", READING)
def test_a_raster_that_is_damaged_in_the_middle(
    cases: Cases, tally: Tally, job: str, tmp_path: Path
) -> None:
    chance = tally.chance("read errors", job)
    case, raster, whole = make(cases, job, tmp_path)
    case.measure()
    for number in range(2 * TIMES):
        shutil.copy2(whole, raster)
        case.reset()
        what = (damage_tile if number % 2 else cut_off)(raster, chance)
        with tally.injecting(job, "read error", what):
            assert_told(case, case.start().end(), raster, whole)
    tally.assert_all_survived()


@pytest.mark.parametrize("job", READING)
def test_a_raster_that_fails_while_it_is_read(
    cases: Cases, tally: Tally, job: str, tmp_path: Path
) -> None:
    chance = tally.chance("read errors later", job)
    case, raster, whole = make(cases, job, tmp_path)
    case.measure()
    for _ in range(TIMES):
        shutil.copy2(whole, raster)
        case.reset()
        seed = chance.random()

        def act(_: object, raster: Path = raster, seed: float = seed) -> None:
            damage = random.Random(seed)
            for _ in range(20):
                damage_tile(raster, damage)

        action = TimedAction(act, chance.uniform(0, case.seconds))
        with tally.injecting(job, "read error on the way", f"{action.delay:.3f} s"):
            outcome = case.start().end(action)
            if outcome.status == protocol.EXIT_DONE:
                # what was read before and after may belong to two versions of the scene
                case.assert_no_leftovers()
                continue
            assert_told(case, outcome, raster, whole)
    tally.assert_all_survived()
