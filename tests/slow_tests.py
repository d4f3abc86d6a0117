"""Slow tests are left out, but for a share of them in CI and all of them where that is asked for.

`GEODIFFNET_ALL_TESTS` runs all; `GEODIFFNET_TEST_SHARE=K/N` runs the slow tests of which the name
falls into part K of N. A test that is named on the command line runs in any case.
"""

from __future__ import annotations

import os
import zlib
from pathlib import Path

import pytest

ALL_VARIABLE, SHARE_VARIABLE = "GEODIFFNET_ALL_TESTS", "GEODIFFNET_TEST_SHARE"


def deselect_slow(config: pytest.Config, items: list[pytest.Item], folder: Path) -> None:
    """Leave out the slow tests of a folder that this run does not include."""
    asked = config.option.keyword or config.option.markexpr
    if asked or ALL_VARIABLE in os.environ or any("::" in text for text in config.args):
        return
    part, _, parts = os.environ.get(SHARE_VARIABLE, "").partition("/")
    left_out = [
        item
        for item in items
        if item.get_closest_marker("slow")
        and folder in Path(str(item.path)).parents
        and not (parts and is_in_part(item.nodeid, int(part), int(parts)))
    ]
    if left_out:
        dropped = set(left_out)
        items[:] = [item for item in items if item not in dropped]
        config.hook.pytest_deselected(items=left_out)


def is_in_part(name: str, part: int, parts: int) -> bool:
    """Whether a test belongs to one of so many parts of about the same size."""
    return zlib.crc32(name.encode()) % parts == part % parts
