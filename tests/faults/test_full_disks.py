"""Full disks of outputs, cache and temporary files, at each write."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import JOBS, Cases
from faults_support import RUN_ALL, Case, JobOutcome, Tally, assert_no_orphans, folder_state
from small_disks import SmallDisk, small_disk

from backend.common import protocol

#: At how many sizes of each disk a job is tried.
SIZES = 12 if RUN_ALL else 2
#: Jobs that keep features, or anything else, beside their outputs.
CACHING = ("train", "apply", "features", "compare", "tune")


def assert_refused(case: Case, outcome: JobOutcome, disk: SmallDisk) -> None:
    """The job says so, what was there before still is, and with room it works."""
    assert_no_orphans(outcome.number)
    if outcome.status == protocol.EXIT_DONE:
        case.assert_complete()
        return
    assert outcome.failure.code == "output.disk_full", (outcome.failure, outcome.errors)
    assert str(case.out) in outcome.failure.message
    assert "Free some space" in outcome.failure.hint
    assert "Traceback" not in outcome.errors, outcome.errors
    case.assert_old_or_new(may_leave_temporary_files=False)
    case.assert_no_leftovers()
    disk.resize()
    case.assert_works_again()


@pytest.mark.parametrize("job", [*JOBS, "batch"])
def test_a_full_disk_of_the_outputs(cases: Cases, tally: Tally, job: str, tmp_path: Path) -> None:
    chance = tally.chance("outputs", job)
    case = cases.make(job, tmp_path)
    with small_disk(case.out) as disk:
        if disk is None:
            pytest.skip("only root may mount a small disk, and not in every container")
        case.measure()
        pages, names = disk.used
        # room for what was there before, and for none, some or all of what is to come beside it
        for room in _spread(chance, len(case.names), 2 * pages + 8):
            with tally.injecting(job, "disk full: outputs", f"{room} pages"):
                disk.resize()
                case.reset()
                disk.resize(pages=room)
                assert_refused(case, case.start().end(), disk)
        for room in _spread(chance, len(case.names), 2 * names + 4) if job != "batch" else ():
            with tally.injecting(job, "no names left", f"{room} names"):
                disk.resize()
                case.reset()
                disk.resize(names=room)
                assert_refused(case, case.start().end(), disk)
        disk.resize()
    tally.assert_all_survived()


@pytest.mark.parametrize("job", CACHING)
def test_a_full_disk_of_the_cache(cases: Cases, tally: Tally, job: str, tmp_path: Path) -> None:
    chance = tally.chance("cache", job)
    case = cases.make(job, tmp_path)
    with small_disk(case.cache) as disk:
        if disk is None:
            pytest.skip("only root may mount a small disk, and not in every container")
        case.measure()
        pages, _ = disk.used
        for room in _spread(chance, 1, pages + 4):
            with tally.injecting(job, "disk full: cache", f"{room} pages"):
                disk.resize()
                case.reset()
                disk.resize(pages=room)
                outcome = case.start().end()
                assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
                case.assert_complete()
                if room < pages:
                    assert any(str(case.cache) in warning for warning in outcome.warnings)
        disk.resize()
    tally.assert_all_survived()


@pytest.mark.parametrize("job", JOBS)
def test_a_limit_of_the_file_size(cases: Cases, tally: Tally, job: str) -> None:
    """As on a disk that breaks, or where a quota or an old file system sets a limit."""
    case, chance = cases[job], tally.chance("limits", job)
    largest = max(path.stat().st_size for path in case.measure().out.rglob("*") if path.is_file())
    for _ in range(max(1, SIZES // 2)):
        most = chance.randrange(1, largest + 4096)
        with tally.injecting(job, "write error", f"{most} bytes"):
            case.reset()
            outcome = case.start(limit_file_size=[most]).end()
            assert_no_orphans(outcome.number)
            if outcome.status == protocol.EXIT_DONE:
                case.assert_complete()
                continue
            assert outcome.failure.code in ("output.write_failed", "output.not_writable"), (
                outcome.failure,
                outcome.errors,
            )
            assert "Traceback" not in outcome.errors, outcome.errors
            case.assert_old_or_new(may_leave_temporary_files=False)
            case.assert_no_leftovers()
            case.assert_works_again()
    tally.assert_all_survived()


@pytest.mark.parametrize("job", ["classify", "features"])
def test_a_log_that_cannot_be_written(cases: Cases, tally: Tally, job: str) -> None:
    case = cases[job]
    with tally.injecting(job, "disk full: log"):
        case.reset()
        outcome = case.start({"errors_file": "/dev/full"}, print_during_job=[]).end()
        assert outcome.status == protocol.EXIT_DONE, outcome.events[-1:]
        case.assert_complete()
    with tally.injecting(job, "disk full: log", "and a bug"):
        case.reset()
        before = folder_state(case.out)
        everywhere = {"print_during_job": [], "raise_unexpected": ["labels", "features"]}
        outcome = case.start({"errors_file": "/dev/full"}, **everywhere).end()
        assert outcome.failure.code == "fault"
        assert outcome.status == protocol.EXIT_FAULT
        assert folder_state(case.out) == before
        case.assert_no_leftovers()
    tally.assert_all_survived()


def _spread(chance: object, least: int, most: int) -> list[int]:
    """Sizes from `least` to `most`: all, as far as there are not too many, else some of them."""
    every = range(least, most + 1)
    return sorted(chance.sample(every, min(SIZES, len(every))))
