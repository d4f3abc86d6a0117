"""What can be asked of the backend: one file a job, each with `Settings`, `SUMMARY` and `run`."""

from __future__ import annotations

import importlib
from types import ModuleType

from ..core.errors import InvalidJob

#: Imported only when asked for, since some need seconds to load their libraries.
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
    """The module of a job."""
    if name not in COMMANDS:
        raise InvalidJob(
            f'There is no job called "{name}".',
            f"Ask for one of: {', '.join(COMMANDS)}.",
            "job.unknown",
        )
    return importlib.import_module(f".{name}", __name__)
