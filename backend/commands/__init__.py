"""The commands: one module each, with `Options`, `SUMMARY`, `STAGES` and `run`.

The modules load quickly; `run` imports what computes after it has reported its first progress.
"""

from __future__ import annotations

import importlib
from types import ModuleType

from ..core.errors import InvalidJob

COMMANDS = (
    "classify",
    "train",
    "apply",
    "batch",
    "assess",
    "suggest",
    "compare",
    "features",
    "tune",
    "sample",
    "doctor",
)


def load_command(name: str) -> ModuleType:
    """The module of a command."""
    if name not in COMMANDS:
        raise InvalidJob(
            f'Unknown command: "{name}".',
            f"Choose one of: {', '.join(COMMANDS)}.",
            "job.unknown",
        )
    return importlib.import_module(f".{name}", __name__)
