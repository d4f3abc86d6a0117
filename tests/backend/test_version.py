"""The version stands in `backend/common/version.py`; all files that repeat it agree with it."""

from __future__ import annotations

import importlib
import re
import tomllib
from configparser import ConfigParser
from pathlib import Path

import pytest
import yaml

from backend.common.version import VERSION

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]


def _text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_it_is_a_version() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+(?:(?:a|b|rc)\d+)?", VERSION)


def test_the_plugin_has_it() -> None:
    """QGIS and the plugin repository read metadata.txt."""
    metadata = ConfigParser()
    metadata.read_string(_text("metadata.txt"))
    assert metadata["general"]["version"] == VERSION


def test_the_package_has_it() -> None:
    """In pyproject.toml, or read from the package when the wheel is built."""
    settings = tomllib.loads(_text("pyproject.toml"))
    if "version" in settings["project"].get("dynamic", []):
        source = settings["tool"]["setuptools"]["dynamic"]["version"]["attr"]
        assert source == "geodiffnet.common.version.VERSION"
        assert importlib.import_module("backend").__version__ == VERSION
    else:
        assert settings["project"]["version"] == VERSION


def test_the_citation_has_it() -> None:
    assert str(yaml.safe_load(_text("CITATION.cff"))["version"]) == VERSION


def test_the_documentation_cites_it() -> None:
    cited = re.findall(r"version\s*= \{([^}]+)\}", _text("docs/guide.md"))
    assert cited == [VERSION]


def test_the_changelog_has_a_section_for_it() -> None:
    assert re.search(rf"^## \[?{re.escape(VERSION)}\b", _text("CHANGELOG.md"), re.MULTILINE)


def test_reading_it_needs_only_the_standard_library() -> None:
    """QGIS imports the package `backend` for the protocol."""
    imported = re.findall(r"^(?:from|import) (\S+)", _text("backend/__init__.py"), re.MULTILINE)
    assert set(imported) <= {"__future__", "importlib", "typing", ".common.version"}
