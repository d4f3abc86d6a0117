"""QGIS with its windows, on a virtual screen; each run takes some seconds, so tests share one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.slow_tests import deselect_slow


def pytest_collection_modifyitems(config, items):
    for item in items:
        if Path(__file__).parent in Path(item.fspath).parents:
            item.add_marker(pytest.mark.gui)
    deselect_slow(config, items, Path(__file__).parent)
