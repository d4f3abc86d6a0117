"""The commands: one module each, with `Options`, `SUMMARY`, `STAGES` and `run`.

The modules load quickly; `run` imports what computes after it has reported its first progress.
"""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from typing import Any, Protocol, cast

from ..common.protocol import Result
from ..core.errors import InvalidJob
from ..core.reporter import Reporter

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
    "spectrallibrary",
    "zonal",
    "sample",
    "doctor",
)


class Command(Protocol):
    """What the module of a command defines."""

    #: One sentence for the help.
    SUMMARY: str
    #: The stages of `run` with their shares of the time.
    STAGES: Sequence[tuple[str, float]]
    #: The dataclass of its options.
    Options: type

    def run(self, options: Any, reporter: Reporter) -> Result:
        """Run the command; `options` are an instance of `Options`."""


def load_command(name: str) -> Command:
    """The module of a command."""
    if name not in COMMANDS:
        raise InvalidJob(
            f'Unknown command: "{name}".',
            f"Choose one of: {', '.join(COMMANDS)}.",
            "job.unknown",
        )
    return cast(Command, importlib.import_module(f".{name}", __name__))
