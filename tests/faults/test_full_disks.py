"""The disk runs full at one write after the other: of outputs, of the cache, of temporary files."""

from __future__ import annotations

from pathlib import Path

import pytest
from cases import JOBS, Cases
from faults_support import EVERYTHING, Case, Ended, Tally, assert_no_orphans, shape
from small_disks import SmallDisk, small_disk

from backend.common import protocol

#: At how many sizes of each disk a job is tried.
SIZES = 12 if EVERYTHING else 2
#: Jobs that keep features, or anything else, beside their outputs.
CACHING = ("train", "apply", "features", "compare", "tune")


def assert_refused(case: Case, ended: Ended, disk: SmallDisk) -> None:
    """The job says so, what was there before still is, and with room it works."""
    assert_no_orphans(ended.number)
    if ended.status == protocol.EXIT_DONE:
        case.assert_complete()
        return
    assert ended.failure.code == "output.disk_full", (ended.failure, ended.errors)
    assert str(case.out) in ended.failure.message
    assert "Free some space" in ended.failure.hint
    assert "Traceback" not in ended.errors, ended.errors
    case.assert_old_or_new(may_leave_scraps=False)
    case.assert_tidy()
    disk.resize()
    case.assert_works_again()


@pytest.mark.parametrize("job", [*JOBS, "batch"])
def test_the_disk_of_the_outputs_runs_full(
    cases: Cases, tally: Tally, job: str, tmp_path: Path
) -> None:
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
    tally.settle()


@pytest.mark.parametrize("job", CACHING)
def test_the_disk_of_the_cache_runs_full(
    cases: Cases, tally: Tally, job: str, tmp_path: Path
) -> None:
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
                ended = case.start().end()
                assert ended.status == protocol.EXIT_DONE, (ended.events[-1:], ended.errors)
                case.assert_complete()
                if room < pages:
                    assert any(str(case.cache) in warning for warning in ended.warnings)
        disk.resize()
    tally.settle()


@pytest.mark.parametrize("job", JOBS)
def test_a_file_may_grow_no_further(cases: Cases, tally: Tally, job: str) -> None:
    """As on a disk that breaks, or where a quota or an old file system sets a limit."""
    case, chance = cases[job], tally.chance("limits", job)
    largest = max(path.stat().st_size for path in case.measure().out.rglob("*") if path.is_file())
    for _ in range(max(1, SIZES // 2)):
        most = chance.randrange(1, largest + 4096)
        with tally.injecting(job, "write error", f"{most} bytes"):
            case.reset()
            ended = case.start(large_files_fail=[most]).end()
            assert_no_orphans(ended.number)
            if ended.status == protocol.EXIT_DONE:
                case.assert_complete()
                continue
            assert ended.failure.code in ("output.write_failed", "output.not_writable"), (
                ended.failure,
                ended.errors,
            )
            assert "Traceback" not in ended.errors, ended.errors
            case.assert_old_or_new(may_leave_scraps=False)
            case.assert_tidy()
            case.assert_works_again()
    tally.settle()


@pytest.mark.parametrize("job", ["classify", "features"])
def test_the_log_cannot_be_written(cases: Cases, tally: Tally, job: str) -> None:
    case = cases[job]
    with tally.injecting(job, "disk full: log"):
        case.reset()
        ended = case.start({"errors_file": "/dev/full"}, chatty=[]).end()
        assert ended.status == protocol.EXIT_DONE, ended.events[-1:]
        case.assert_complete()
    with tally.injecting(job, "disk full: log", "and a bug"):
        case.reset()
        before = shape(case.out)
        everywhere = {"chatty": [], "bug": ["labels", "features"]}
        ended = case.start({"errors_file": "/dev/full"}, **everywhere).end()
        assert ended.failure.code == "fault"
        assert ended.status == protocol.EXIT_FAULT
        assert shape(case.out) == before
        case.assert_tidy()
    tally.settle()


def _spread(chance: object, least: int, most: int) -> list[int]:
    """Sizes from `least` to `most`: all, as far as there are not too many, else some of them."""
    every = range(least, most + 1)
    return sorted(chance.sample(every, min(SIZES, len(every))))
