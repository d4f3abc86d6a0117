"""Slow tests are left out of a quick run, and over all shares each of them is run."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
SUITE = """
import pytest
@pytest.mark.slow
@pytest.mark.parametrize("number", range(24))
def test_slow(number): pass
def test_quick(): pass
"""
CONFTEST = """
from pathlib import Path
from tests.slow_tests import deselect_slow
def pytest_collection_modifyitems(config, items):
    deselect_slow(config, items, Path(__file__).parent)
"""


def run(folder: Path, *arguments: str, **variables: str) -> set[str]:
    """The names of the tests that a run of pytest collects."""
    (folder / "conftest.py").write_text(CONFTEST)
    (folder / "test_suite.py").write_text(SUITE)
    hidden = ("GEODIFFNET_ALL_TESTS", "GEODIFFNET_TEST_SHARE")
    environment = {key: value for key, value in os.environ.items() if key not in hidden}
    options = ["-q", "--collect-only", "-p", "no:cacheprovider", "--rootdir", str(folder)]
    named = arguments or (str(folder),)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", *options, "-c", "/dev/null", *named],
        env=environment | variables | {"PYTHONPATH": str(ROOT)},
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    return {line.partition("::")[2] for line in done.stdout.splitlines() if "::" in line}


def test_a_quick_run_leaves_slow_tests_out(tmp_path: Path) -> None:
    assert run(tmp_path) == {"test_quick"}


def test_all_are_run_where_that_is_asked_for(tmp_path: Path) -> None:
    assert len(run(tmp_path, GEODIFFNET_ALL_TESTS="1")) == 25


def test_shares_are_disjoint_and_complete(tmp_path: Path) -> None:
    shares = [
        run(tmp_path, GEODIFFNET_TEST_SHARE=f"{part}/3") - {"test_quick"} for part in range(3)
    ]
    assert sum(map(len, shares)) == len(set.union(*shares)) == 24
    assert all(shares)


def test_a_slow_test_that_is_named_is_run(tmp_path: Path) -> None:
    named = f"{tmp_path / 'test_suite.py'}::test_slow"
    assert len(run(tmp_path, named)) == 24
