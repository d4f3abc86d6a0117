"""A raster breaks in the middle: before a job reads it, or while it does."""

from __future__ import annotations

import random
import shutil
from pathlib import Path

import pytest
from cases import Cases
from damage import cut_off, damage_tile
from faults_support import EVERYTHING, Case, Ended, Strike, Tally, assert_no_orphans

from backend.common import protocol

TIMES = 6 if EVERYTHING else 1
#: Jobs that read a scene; `assess` reads a map.
READING = ("classify", "train", "apply", "suggest", "compare", "features", "tune", "assess")


def make(cases: Cases, job: str, folder: Path) -> tuple[Case, Path, Path]:
    """A case with a raster of its own, that raster, and where it is kept whole."""
    setting, source = ("map", cases.map) if job == "assess" else ("image", cases.scene)
    own, whole = folder / source.name, folder / "whole.tif"
    shutil.copy2(source, whole)
    shutil.copy2(source, own)
    return cases.make(job, folder, **{setting: own}), own, whole


def assert_told(case: Case, ended: Ended, raster: Path, whole: Path) -> None:
    """It says which file is broken and writes nothing; with the whole file it works."""
    assert_no_orphans(ended.number)
    if ended.status == protocol.EXIT_DONE:  # what is broken was not needed any more
        case.assert_complete()
        return
    assert ended.failure.code == "scene.unreadable", ended.failure
    assert str(raster) in ended.failure.message, ended.failure
    assert ended.failure.hint
    assert "Traceback" not in ended.errors, ended.errors
    case.assert_old_or_new(may_leave_scraps=False)
    case.assert_tidy()
    shutil.copy2(whole, raster)
    case.assert_works_again()


@pytest.mark.parametrize("job", READING)
def test_a_raster_that_is_broken_in_the_middle(
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
    tally.settle()


@pytest.mark.parametrize("job", READING)
def test_a_raster_that_breaks_while_it_is_read(
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

        strike = Strike(act, chance.uniform(0, case.seconds))
        with tally.injecting(job, "read error on the way", f"{strike.delay:.3f} s"):
            ended = case.start().end(strike)
            if ended.status == protocol.EXIT_DONE:
                # what was read before and after may belong to two versions of the scene
                case.assert_tidy()
                continue
            assert_told(case, ended, raster, whole)
    tally.settle()
