"""The live map: jobs of a session that map what is in view after every edit of the samples.

What does not depend on the labels stays in memory from job to job: the open scene, its statistics,
spectra and features of the view and of labelled pixels. Labels, training and prediction are those
of `classify`.
"""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol, cast

from ..common.protocol import Result
from ..common.session_protocol import Update
from ..core.reporter import Reporter

if TYPE_CHECKING:
    from .open_scenes import OpenScenes

#: Commands that a session has in addition to those of the shell.
LIVE_COMMANDS = ("live_open", "live_features", "live_map")


@dataclass(frozen=True)
class LiveContext:
    """What a live command needs besides its options."""

    scenes: OpenScenes
    send_update: Callable[[Update], None]


class LiveCommand(Protocol):
    """What the module of a live command defines."""

    SUMMARY: str
    STAGES: Sequence[tuple[str, float]]
    Options: type

    def run(self, options: Any, reporter: Reporter, context: LiveContext) -> Result:
        """Run the command; `options` are an instance of `Options`."""


class BoundCommand:
    """A live command with its context, which runs like any other command."""

    def __init__(self, module: LiveCommand, context: LiveContext):
        self.SUMMARY, self.STAGES, self.Options = module.SUMMARY, module.STAGES, module.Options
        self._module, self._context = module, context

    def run(self, options: Any, reporter: Reporter) -> Result:
        """Run the command in its context."""
        return self._module.run(options, reporter, self._context)


def load_live_command(name: str, context: LiveContext) -> BoundCommand:
    """One of `LIVE_COMMANDS` in a context."""
    module = importlib.import_module(f".{name}", __name__)
    return BoundCommand(cast(LiveCommand, module), context)
