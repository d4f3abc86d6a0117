"""The scripts that set a machine up: apt's sources are read right, and tests are counted right."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

pytestmark = pytest.mark.backend

SCRIPTS = Path(__file__).resolve().parents[2] / "scripts"


def load(name: str) -> ModuleType:
    """A script's module, without running it."""
    spec = importlib.util.spec_from_file_location(name, SCRIPTS / "lib" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


backports = load("backports")
counts = load("counts")
qt6_names = load("qt6_names")


def copied(text: str, ending: str, folder: Path, debian: set[str] | None = None) -> str | None:
    """The entry for backports that follows from one source file."""
    file = folder / "sources.list.d" / f"machine{ending}"
    file.parent.mkdir()
    file.write_text(text, encoding="utf-8")
    entry = backports.debian_entry(backports.entries(folder), "bookworm", debian or set())
    return entry and entry.template.format(suite="bookworm-backports")


def test_a_stanza_is_copied_with_its_mirror_and_key(tmp_path: Path) -> None:
    text = """# the machine's own mirror
Types: deb deb-src
URIs: http://mirror.test/debian
# two suites
Suites: bookworm bookworm-updates
Components: main contrib
Signed-By:
 -----BEGIN PGP PUBLIC KEY BLOCK-----
 .
 {key}

Types: deb
URIs: http://mirror.test/security
Suites: bookworm-security
Components: main
"""
    assert copied(text, ".sources", tmp_path) == (
        "Types: deb\n"
        "Uris: http://mirror.test/debian\n"
        "Suites: bookworm-backports\n"
        "Components: main\n"
        "Signed-By:\n -----BEGIN PGP PUBLIC KEY BLOCK-----\n .\n {key}\n"
    )


def test_a_line_is_copied_with_its_options(tmp_path: Path) -> None:
    text = """# deb http://old.test/debian bookworm main
deb-src http://mirror.test/debian bookworm main
deb\t[arch=amd64 signed-by=/k.gpg]  http://mirror.test/debian bookworm main contrib # ours
"""
    assert copied(text, ".list", tmp_path) == (
        "deb [arch=amd64 signed-by=/k.gpg] http://mirror.test/debian bookworm-backports main\n"
    )


def test_the_old_single_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "sources.list").write_text("deb http://mirror.test/debian bookworm main\n")
    entry = backports.debian_entry(backports.entries(tmp_path), "bookworm", set())
    assert entry.ending == ".list"
    assert "bookworm-backports" in entry.template.format(suite="bookworm-backports")


def test_debians_own_entry_is_told_from_another_vendors(tmp_path: Path) -> None:
    text = """deb http://vendor.test/apt bookworm main
deb http://mirror.test/debian/ bookworm main
"""
    entry = copied(text, ".list", tmp_path, {"http://mirror.test/debian"})
    assert entry == "deb http://mirror.test/debian/ bookworm-backports main\n"


def test_two_entries_that_cannot_be_told_apart_are_left_alone(tmp_path: Path) -> None:
    text = """deb http://vendor.test/apt bookworm main
deb http://mirror.test/debian bookworm main
"""
    assert copied(text, ".list", tmp_path) is None


def test_a_disabled_stanza_is_not_copied(tmp_path: Path) -> None:
    text = """Enabled: no
Types: deb
URIs: http://mirror.test/debian
Suites: bookworm
Components: main
"""
    assert copied(text, ".sources", tmp_path) is None


def test_the_folder_of_another_debian_is_only_made_and_deleted_where_it_is_its_own(
    tmp_path: Path,
) -> None:
    (tmp_path / "thesis.txt").write_text("years of work", encoding="utf-8")
    for arguments in ([], ["--remove"]):
        run = subprocess.run(
            [SCRIPTS / "test-compat", *arguments],
            env={**os.environ, "GEODIFFNET_COMPAT": str(tmp_path)},
            capture_output=True,
            text=True,
            check=False,
        )
        assert run.returncode == 1
        reason = "did not make" if os.geteuid() == 0 else "needs root"
        assert reason in run.stderr
        assert (tmp_path / "thesis.txt").exists()


def test_what_a_newer_qt_has_lost_is_listed() -> None:
    def has(classes: dict, modules: dict, enums: dict) -> dict:
        return {"version": "6.0", "classes": classes, "modules": modules, "enums": enums}

    modules = {name: [] for name in qt6_names.MODULES}
    five = has(
        {"QBox": {"all": ["exec_", "show", "Shape"], "own": ["exec_", "show"]}},
        modules | {"QtGui": ["QBox", "QOld"], "QtWidgets": ["QAction"]},
        {"QBox.Shape": ["Round", "Flat"], "QBox.Kind": ["A"]},
    )
    six = has(
        {"QBox": {"all": ["show", "Shape"], "own": ["show"]}},
        modules | {"QtGui": ["QBox", "QAction"]},
        {"QBox.Shape": ["Round"]},
    )
    assert qt6_names.removed_names(five, six) == [
        "*.exec_",
        "QBox.Kind",
        "QBox.Shape.Flat",
        "QBox.exec_",
        "QtGui.QOld",
    ]


@pytest.mark.slow
def test_outcomes_are_counted_from_the_report_of_pytest(tmp_path: Path) -> None:
    (tmp_path / "test_outcomes.py").write_text(
        """import pytest

def test_passes(): pass
def test_fails(): assert False
@pytest.mark.skip(reason="…")
def test_is_skipped(): pass
@pytest.fixture
def leaves_a_mess():
    yield
    raise RuntimeError
def test_fails_once_although_its_cleaning_up_fails_too(leaves_a_mess): assert False
def test_fails_by_its_cleaning_up(leaves_a_mess): pass
""",
        encoding="utf-8",
    )
    report = tmp_path / "report.xml"
    subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-c", "/dev/null", f"--junitxml={report}", tmp_path],
        check=False,
        capture_output=True,
    )
    assert counts.counts(report) == (1, 3, 1)


def test_no_report_counts_as_a_failure(tmp_path: Path) -> None:
    assert counts.counts(tmp_path / "absent.xml") == (0, 1, 0)
    (tmp_path / "half.xml").write_text("<testsuites><testcase")
    assert counts.counts(tmp_path / "half.xml") == (0, 1, 0)
