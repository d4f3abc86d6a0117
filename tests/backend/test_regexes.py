"""No regular expression takes more than linear time, whatever a file or a person gives it."""

from __future__ import annotations

from itertools import chain

import pytest
from backend_support import ROOT
from regex_attacks import Use, super_linear, uses_in

pytestmark = pytest.mark.backend

FOLDERS = ("backend", "bridge", "algorithms", "gui")
USES = sorted(
    {
        (use.pattern, use.flags, use.function): use
        for file in chain(*(sorted((ROOT / folder).rglob("*.py")) for folder in FOLDERS))
        for use in uses_in(file, ROOT)
    }.values(),
    key=lambda use: use.place,
)


def test_all_are_found() -> None:
    places = {use.place.partition(":")[0] for use in USES}
    assert len(USES) >= 60
    assert {
        "backend/scene/dataset_names.py",
        "bridge/setup/explain.py",
        "gui/cube.py",
    } <= places
    assert not [
        file
        for folder in FOLDERS
        for file in (ROOT / folder).rglob("*.py")
        if "from re import" in (text := file.read_text(encoding="utf-8")) or "import re as" in text
    ], "their patterns would not be found"


@pytest.mark.slow
@pytest.mark.parametrize("use", USES, ids=[f"{use.place} {use.function}" for use in USES])
def test_none_takes_more_than_linear_time(use: Use) -> None:
    assert super_linear(use) is None, use.pattern


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$",
        r"(?:a|a)*b",
        r"(\d+(?:\.\d+)?)\s*(nm|um)",
        r"\d+\.\d+|\b\d{3,4}\b",
        r"^(?:.*filename.*|x)$",
        r"^D_(.*(?:wav|lambda).*)$",
        r"x*x*y",
        r"\s+$",
        r"A.*B.*C",
        r'<[^>]*"[^"]*">',
    ],
)
def test_patterns_that_take_longer_are_recognised(pattern: str) -> None:
    assert super_linear(Use("", pattern, 0, "search")) is not None


@pytest.mark.parametrize(
    "pattern", [r"^[a-z]+:/(?!/?$)", r"(?<!\d)\d+\.\d+|\b\d{3,4}\b", r"[,\s]+", r"\{([^{}]*)\}"]
)
def test_patterns_in_linear_time_are_not_accused(pattern: str) -> None:
    assert super_linear(Use("", pattern, 0, "search")) is None
