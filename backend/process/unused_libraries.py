"""Keeps out libraries that others would load only because they are installed.

pyogrio loads pandas and pyproj for functions that are not used here: a third of a second of a job.
Where this package is a library of another program, it leaves that to the program.
"""

from __future__ import annotations

import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from types import ModuleType
from typing import Any

UNUSED = frozenset({"geopandas", "pandas", "pyarrow", "pyproj"})


class _Refusal(MetaPathFinder, Loader):
    """Finds the unused libraries, as those who only ask expect, but does not load them."""

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> ModuleSpec | None:
        return ModuleSpec(fullname, self) if fullname in UNUSED else None

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__
        raise ModuleNotFoundError(f"{name} is not used by this program", name=name)


def refuse_unused_libraries() -> None:
    """Let imports of the unused libraries fail in this process as if they were not installed."""
    if not any(isinstance(finder, _Refusal) for finder in sys.meta_path):
        sys.meta_path.insert(0, _Refusal())
