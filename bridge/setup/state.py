"""The state of the backend: whether it is installed, where, and in which version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings

from ..errors import BridgeError
from ..runtime import PYTHON_SETTING, Origin, Runtime, find_runtime
from ..translation import tr
from .layout import Environment, profile_layout
from .pins import load_pins

READY, OUTDATED, MISSING, CUSTOM, BROKEN = "ready", "outdated", "missing", "own", "broken"


@dataclass(frozen=True)
class State:
    """The state of the backend, determined without running it."""

    kind: str
    text: str
    runtime: Runtime | None = None
    environment: Environment | None = None

    @property
    def folder(self) -> str:
        """The folder of the environment; empty if there is none."""
        return str(self.runtime.python.parent.parent) if self.runtime else ""


def current_state() -> State:
    """The current state, read from files only."""
    try:
        runtime = find_runtime()
    except BridgeError as error:
        return State(BROKEN if error.code == "runtime.missing_custom" else MISSING, error.message)
    if runtime.origin is Origin.VARIABLE:
        summary = tr("In use: the Python of the environment variable GEODIFFNET_PYTHON.")
        return State(CUSTOM, summary, runtime)
    if runtime.origin is Origin.SETTING:
        return State(
            CUSTOM, tr("In use: a custom Python environment, {}").format(runtime.python), runtime
        )
    if runtime.origin is Origin.CHECKOUT:
        return State(
            CUSTOM, tr("In use: the development environment beside the source code."), runtime
        )
    environment = profile_layout().current()
    if environment is not None and is_outdated(environment):
        summary = tr("Set up with another version of the plugin; an upgrade is available.")
        return State(OUTDATED, summary, runtime, environment)
    return State(READY, tr("The backend is set up."), runtime, environment)


def is_outdated(environment: Environment) -> bool:
    """Whether this version of the plugin would install other packages."""
    recipes = load_pins().recipes(environment.platform, environment.python)
    recipe = recipes.get(environment.build)
    return recipe is None or recipe.digest != environment.pins


def upgrade_note(runtime: Runtime) -> str:
    """A warning if the environment is of another version of the plugin; empty otherwise."""
    if runtime.origin is not Origin.PROFILE or current_state().kind != OUTDATED:
        return ""
    return tr(
        "The backend was set up with another version of the plugin. If problems occur, upgrade it "
        "with “Set up the backend”."
    )


def save_custom_python(path: Path | None) -> None:
    """Store the interpreter of a custom environment; None ends its use."""
    if path is None:
        QgsSettings().remove(PYTHON_SETTING)
    else:
        QgsSettings().setValue(PYTHON_SETTING, str(path))
