"""Tests that need POSIX are skipped on Windows; the same fault of the backend is not."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import posix_only
import pytest

pytestmark = pytest.mark.backend

#: Turns the machine into one without POSIX, as far as the tests can tell.
WITHOUT_POSIX = """
import os
import posix_only
posix_only.ON_WINDOWS = True
posix_only.TESTS = __import__("pathlib").Path(__file__).resolve().parent
posix_only.PROJECT = posix_only.TESTS.parent
if hasattr(os, "mkfifo"):
    del os.mkfifo
from posix_only import pytest_make_collect_report, pytest_runtest_call
"""
CASES = {
    "test_module.py": "import resource_of_posix\n\n\ndef test_a():\n    pass\n",
    "test_name.py": "import os\n\nFIFO = os.mkfifo\n\n\ndef test_b():\n    pass\n",
    "test_call.py": "import os\n\n\ndef test_c(tmp_path):\n    os.mkfifo(tmp_path / 'pipe')\n",
    "test_fine.py": "def test_d():\n    pass\n",
    "test_wrong.py": "import os\n\n\ndef test_e():\n    assert os.sep == ''\n",
    "test_other.py": "def test_f():\n    import no_such_module\n",
}


def test_only_tests_that_need_posix_are_skipped(tmp_path: Path) -> None:
    folder = tmp_path / "tests"
    folder.mkdir()
    (folder / "conftest.py").write_text(
        f"{WITHOUT_POSIX}posix_only.MODULES = {{'resource_of_posix'}}\n", encoding="utf-8"
    )
    for name, text in CASES.items():
        (folder / name).write_text(text, encoding="utf-8")
    (tmp_path / "pytest.ini").write_text("[pytest]\n", encoding="utf-8")
    support = str(Path(posix_only.__file__).parent)
    ended = subprocess.run(
        [sys.executable, "-m", "pytest", "-rs", "-p", "no:cacheprovider", str(folder)],
        env=os.environ | {"PYTHONPATH": support},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert "2 failed, 1 passed, 3 skipped" in ended.stdout, ended.stdout
    for lack in ("resource_of_posix", "os.mkfifo"):
        assert f"Windows has no {lack}" in ended.stdout


def _raised(text: str, file: str) -> BaseException:
    """The error that code has raised which stands in that file."""
    try:
        exec(compile(text, file, "exec"), {})  # noqa: S102
    except Exception as error:
        return error
    raise AssertionError("nothing was raised")


@pytest.mark.parametrize(
    ("text", "file", "lack"),
    [
        ("import os; os.no_such_call", "tests/backend/test_x.py", "os.no_such_call"),
        ("import os; os.no_such_call", "backend/files/locks.py", ""),
        ("import json; json.no_such_call", "tests/backend/test_x.py", ""),
        ("object().no_such_call", "tests/backend/test_x.py", ""),
        ("import no_such_module", "tests/backend/test_x.py", ""),
        ("raise ModuleNotFoundError('', name='pwd')", "tests/backend/test_x.py", "pwd"),
        ("raise ModuleNotFoundError('', name='pwd')", "backend/files/private.py", ""),
    ],
)
def test_the_error_must_be_the_test_s_own(text: str, file: str, lack: str) -> None:
    path = str(posix_only.PROJECT / file)
    assert posix_only.missing(_raised(text, path)) == lack


@pytest.mark.parametrize(
    ("last", "lack"), [("tests/backend/test_x.py", "termios"), ("backend/files/locks.py", "")]
)
def test_a_module_that_another_one_needs_counts_as_well(last: str, lack: str) -> None:
    """`import pty` fails inside the standard library."""
    report = (
        "tests/backend/test_x.py:7: in <module>\n    import pty\n"
        f"{last}:9: in <module>\n    import tty\n"
        "/usr/lib/python3/tty.py:5: in <module>\n    from termios import *\n"
        "E   ModuleNotFoundError: No module named 'termios'\n"
    )
    assert posix_only.missing_at_import(report) == lack


@pytest.mark.skipif(posix_only.ON_WINDOWS, reason="looks at what happens elsewhere")
def test_elsewhere_nothing_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    hook = posix_only.pytest_runtest_call
    call = hook.__wrapped__ if hasattr(hook, "__wrapped__") else hook
    running = call(None)
    next(running)
    with pytest.raises(AttributeError):
        running.throw(_raised("import os; os.no_such_call", str(posix_only.TESTS / "test_x.py")))
