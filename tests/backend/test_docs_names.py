"""Names that the documentation mentions: error codes, files and tests exist under these names."""

from __future__ import annotations

import re
import subprocess
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
#: The changelog names things as they were called then.
HISTORY = {"CHANGELOG.md"}
SOURCES = ("algorithms", "backend", "bridge", "gui")
CODE = re.compile(r"`([a-z]+)\.([a-z][a-z0-9_]*)`")
SUFFIXES = {"cfg", "conf", "gpkg", "html", "json", "log", "py", "qml", "safetensors", "svg", "tif"}
PATH = re.compile(
    r"`((?:algorithms|backend|benchmarks|bridge|docs|gui|requirements|resources|scripts|tests)"
    r"/[\w./-]*[\w/])(?:::(\w+))?`"
)


def _pages() -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "*.md"]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [page for page in sorted(set(listed.splitlines()) - HISTORY) if (ROOT / page).exists()]


PAGES = _pages()


def _text(page: str) -> str:
    return (ROOT / page).read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def codes() -> set[tuple[str, str]]:
    """Everything in the code that has the form of an error code, in its two parts."""
    files = [file for folder in SOURCES for file in sorted((ROOT / folder).rglob("*.py"))]
    text = "\n".join(file.read_text(encoding="utf-8") for file in files)
    return set(re.findall(r"\"([a-z]+)\.([a-z][a-z0-9_]*)\"", text))


@pytest.mark.parametrize("page", PAGES)
def test_error_codes_are_those_of_the_code(page: str, codes: set[tuple[str, str]]) -> None:
    subjects = {subject for subject, _ in codes}
    named = {
        (subject, fault)
        for subject, fault in CODE.findall(_text(page))
        if subject in subjects and fault not in SUFFIXES
    }
    assert sorted(named - codes) == []


@pytest.mark.parametrize("page", PAGES)
def test_files_and_tests_exist(page: str) -> None:
    missing = []
    for path, test in PATH.findall(_text(page)):
        file = ROOT / path
        if not file.exists() and not list(file.parent.glob(f"{file.name}.*")):
            missing.append(path)
        elif test and f"def {test}(" not in file.read_text(encoding="utf-8"):
            missing.append(f"{path}::{test}")
    assert missing == []


def test_the_pages_name_what_these_tests_look_for() -> None:
    text = "\n".join(_text(page) for page in PAGES)
    assert len(set(CODE.findall(text))) > 40
    assert len(set(PATH.findall(text))) > 40
