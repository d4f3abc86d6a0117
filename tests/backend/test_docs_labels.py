"""The names of buttons and fields in the user guide are those of the windows."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
#: What the pages name of the plugin's own windows; other emphasised names are QGIS's.
LABELS = {
    "docs/guide.md": (
        "Back", "Confidence", "End", "Infrared", "Linear discriminant analysis (fast)", "Live",
        "Map", "Map whole scene", "New", "PCA", "Report", "SWIR", "Set up", "Suggest",
        "True colour", "Update map",
    ),
    "docs/setup.md": (
        "Base Python", "Custom Python environment", "Download only", "PyTorch build", "Remove",
        "Repair", "Set up", "Stop", "Upgrade", "Verify", "Wheel folder",
    ),
    "docs/troubleshooting.md": (
        "Custom Python environment", "Download only", "PyTorch build", "Repair", "Set up", "Verify",
        "Wheel folder",
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def interface() -> set[str]:
    """All texts of the QGIS side, as a reader sees them."""
    files = [
        file for folder in ("algorithms", "bridge", "gui") for file in (ROOT / folder).rglob("*.py")
    ]
    return {
        _plain(node.value)
        for file in files
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def _plain(text: str) -> str:
    return " ".join(text.replace("&", "").split()).rstrip("…:.")


def _emphasised(page: str) -> set[str]:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.findall(r"(?<![\w*])\*{1,2}([^*]+)\*{1,2}(?![\w*])", text)
    return {_plain(part) for phrase in found for part in phrase.split("▸")}


@pytest.mark.parametrize("page", LABELS)
def test_names_of_the_windows_exist(page: str, interface: set[str]) -> None:
    assert sorted(set(LABELS[page]) - interface) == []


@pytest.mark.parametrize("page", LABELS)
def test_the_page_uses_them(page: str) -> None:
    """Or the list above would outlive what the page says."""
    assert sorted(set(LABELS[page]) - _emphasised(page)) == []
