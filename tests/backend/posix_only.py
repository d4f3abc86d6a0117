"""Skips, on Windows, the tests that use what only POSIX offers.

A test that makes a pipe, forks or sends SIGKILL itself cannot run there. It is skipped when Python
says so: at a missing module, or a missing function of `os` or `signal`, that the test asked for.
The same error anywhere in the backend stays a failure.
"""

from __future__ import annotations

import re
import sys
import traceback
from collections.abc import Generator
from pathlib import Path
from types import ModuleType

import pytest

ON_WINDOWS = sys.platform == "win32"
PROJECT = Path(__file__).resolve().parents[2]
TESTS = PROJECT / "tests"
MODULES = {"fcntl", "grp", "pty", "pwd", "resource", "termios"}
FUNCTIONS_OF = {"os", "signal"}
ERROR = re.compile(
    r"No module named '(?P<module>\w+)'|module '(?P<of>\w+)' has no attribute '(?P<name>\w+)'"
)
FRAME = re.compile(r"^(?P<file>\S+\.py):\d+: in ", re.MULTILINE)


def missing(error: BaseException) -> str:
    """What of POSIX a test has missed; empty for any other error."""
    files = [frame.filename for frame in traceback.extract_tb(error.__traceback__)]
    if isinstance(error, ModuleNotFoundError):
        return error.name or "" if error.name in MODULES and _imported_by_test(files) else ""
    if isinstance(error, AttributeError) and isinstance(error.obj, ModuleType):
        of = error.obj.__name__
        return f"{of}.{error.name}" if of in FUNCTIONS_OF and _is_test(files[-1]) else ""
    return ""


def missing_at_import(report: str) -> str:
    """The same for a module of tests, from the report of its import."""
    files = FRAME.findall(report)
    found = ERROR.search(report)
    if found is None or not files:
        return ""
    if found["module"]:
        return found["module"] if found["module"] in MODULES and _imported_by_test(files) else ""
    lack = f"{found['of']}.{found['name']}"
    return lack if found["of"] in FUNCTIONS_OF and _is_test(files[-1]) else ""


def _imported_by_test(files: list[str]) -> bool:
    """Whether a test, or what it imported of the standard library, asked for a module."""
    own = [file for file in files if _inside(file, PROJECT) and ".venv" not in Path(file).parts]
    return bool(own) and _is_test(own[-1])


def _is_test(file: str) -> bool:
    return _inside(file, TESTS)


def _inside(file: str, folder: Path) -> bool:
    return folder in (PROJECT / file).resolve().parents


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report(
    collector: pytest.Collector,
) -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """Skip a module that cannot be imported for want of POSIX."""
    report = yield
    lack = missing_at_import(str(report.longrepr)) if ON_WINDOWS and report.failed else ""
    if lack:
        report.outcome = "skipped"
        report.longrepr = (str(collector.path), 0, f"Skipped: Windows has no {lack}")
    return report


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """Skip a test that asks for what only POSIX offers."""
    try:
        return (yield)
    except (AttributeError, ModuleNotFoundError) as error:
        lack = missing(error) if ON_WINDOWS else ""
        if lack:
            pytest.skip(f"Windows has no {lack}")
        raise
