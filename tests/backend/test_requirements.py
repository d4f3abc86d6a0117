"""The lists of packages in requirements/: exact versions, and one version for each package."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
FILES = sorted((ROOT / "requirements").glob("*.txt"))


def _pins(file: Path) -> list[tuple[str, str]]:
    found = []
    for line in file.read_text(encoding="utf-8").splitlines():
        wanted = line.partition("#")[0].split(";")[0].rstrip("\\ ")
        if not wanted or wanted.startswith((" ", "-")):
            continue
        pin = re.fullmatch(r"([a-z0-9][a-z0-9.-]*)==([0-9][\w.+]*)", wanted)
        assert pin is not None, f"{file.name}: {line}"
        found.append((pin[1], pin[2]))
    return found


def test_the_environments_have_their_lists() -> None:
    assert {file.stem for file in FILES} >= {"setup", "torch", "backend", "dev", "docs"}
    assert "torch" in dict(_pins(ROOT / "requirements" / "torch.txt"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_versions_are_exact_and_packages_are_listed_once(file: Path) -> None:
    names = [name for name, _ in _pins(file)]
    assert names
    assert len(set(names)) == len(names)


def test_a_package_has_one_version() -> None:
    """Environments are made from several files, and constrained by others."""
    versions: dict[str, set[str]] = {}
    for file in FILES:
        for name, version in _pins(file):
            versions.setdefault(name, set()).add(version)
    assert {name: found for name, found in versions.items() if len(found) > 1} == {}
