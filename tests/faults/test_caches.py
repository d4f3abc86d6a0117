"""A cache that is read-only, damaged, removed or shared slows jobs down but changes no map."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import Cases
from damage import spoil
from faults_support import RUN_ALL, Case, Tally, TimedAction, empty

from backend.common import protocol

TIMES = 5 if RUN_ALL else 1
#: Jobs that keep features.
CACHING = ("train", "apply", "features", "compare", "tune")


def entries(case: Case) -> list[Path]:
    """The files of the cache."""
    return sorted(path for path in case.cache.rglob("*") if path.is_file())


@pytest.mark.parametrize("job", CACHING)
def test_a_damaged_cache_is_ignored(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("damaged", job)
    case.reset()
    case.assert_works_again()
    whole = {path: path.read_bytes() for path in entries(case)}
    if not whole:
        pytest.skip(f"{job} keeps nothing here")
    for _ in range(TIMES):
        for path, content in whole.items():
            path.write_bytes(content)
        empty(case.out)
        what = [spoil(path, chance) for path in chance.sample(list(whole), 1)]
        with tally.injecting(job, "cache damaged", str(what)):
            case.assert_works_again()
    tally.assert_all_survived()


def test_cache_files_of_a_killed_job_are_removed(cases: Cases, tally: Tally) -> None:
    """Another one may have written the entry meanwhile, so that nobody writes it again."""
    case = cases["features"]
    case.reset()
    case.assert_works_again()
    for path in entries(case):
        for process, content in ((4194303, b"half"), (os.getpid(), b"being written")):
            name = f".{path.name}.{process}-0123456789abcdef.partial"
            path.with_name(name).write_bytes(content)
    with tally.injecting("features", "cache damaged", "left by a killed job"):
        outcome = case.fork_server.run(case.job, case.settings)
        assert outcome.status == protocol.EXIT_DONE, outcome.errors
        left = [path for path in entries(case) if path.name.endswith(".partial")]
        assert left
        assert all(str(os.getpid()) in path.name for path in left)
        for path in left:
            path.unlink()
        case.assert_complete()
    tally.assert_all_survived()


@pytest.mark.parametrize("job", CACHING)
def test_a_cache_that_is_removed_during_a_job(cases: Cases, tally: Tally, job: str) -> None:
    case, chance = cases[job], tally.chance("removed", job)
    for _ in range(TIMES):
        case.reset()
        remove = TimedAction(
            lambda _: shutil.rmtree(case.cache, ignore_errors=True),
            chance.uniform(0, case.seconds),
        )
        with tally.injecting(job, "cache removed", f"{remove.delay:.3f} s"):
            outcome = case.start().end(remove)
            assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            case.assert_complete()
    tally.assert_all_survived()


@pytest.fixture
def open_to_all(tmp_path: Path) -> Iterator[Path]:
    """A folder that can be reached without root's rights."""
    changed = []
    for folder in (tmp_path, *tmp_path.parents):
        mode = folder.stat().st_mode
        if len(folder.parts) > 2 and mode & 0o011 != 0o011:
            changed.append((folder, mode))
            folder.chmod(mode | 0o011)
    yield tmp_path
    for folder, mode in changed:
        folder.chmod(mode)


@pytest.mark.parametrize("job", CACHING)
def test_a_read_only_cache(cases: Cases, tally: Tally, job: str, open_to_all: Path) -> None:
    case = cases.make(job, open_to_all).measure()
    case.out.chmod(0o777)
    case.fork_server.folder.chmod(0o777)
    case.fork_server.scratch.chmod(0o777)
    inputs = [cases.folder, *cases.folder.parents]
    modes = [(folder, folder.stat().st_mode) for folder in inputs if len(folder.parts) > 2]
    for folder, mode in modes:
        folder.chmod(mode | 0o055)
    for filled in (True, False):
        with tally.injecting(job, "cache read-only", "filled" if filled else "empty"):
            if not filled:
                empty(case.cache)
            empty(case.out)
            case.out.chmod(0o777)
            case.cache.chmod(0o555)
            outcome = case.fork_server.run(case.job, case.settings, drop_privileges=[])
            assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            case.assert_complete()
            if not filled and entries(cases[job]):
                assert any(str(case.cache) in warning for warning in outcome.warnings)
    for folder, mode in modes:
        folder.chmod(mode)
    tally.assert_all_survived()


@pytest.mark.parametrize("job", CACHING)
def test_two_jobs_share_a_cache(cases: Cases, tally: Tally, job: str, tmp_path: Path) -> None:
    first, chance = cases[job], tally.chance("shared", job)
    second = cases.make(job, tmp_path, cache=first.cache)
    second.cache = first.cache
    second.measure()
    for _ in range(TIMES):
        with tally.injecting(job, "cache shared"):
            second.reset()
            first.reset()
            both = [first.start(), second.start()]
            if chance.random() < 0.5:  # one of them dies over it
                delay = chance.uniform(0, first.seconds)
                both[0].end(TimedAction(lambda running: running.signal(9), delay))
                both.pop(0)
            for running in both:
                outcome = running.end()
                assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
            empty(first.out)
            first.assert_works_again()
            second.assert_complete()
    tally.assert_all_survived()
