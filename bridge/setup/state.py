"""What there is: whether a backend is set up, where, and whether it is of this plugin's version."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from ..errors import BridgeError
from ..runtime import PYTHON_SETTING, Origin, Runtime, find_runtime
from .layout import Environment, profile_layout
from .pins import load_pins

READY, OUTDATED, MISSING, CUSTOM, BROKEN = "ready", "outdated", "missing", "own", "broken"


@dataclass(frozen=True)
class State:
    """The backend as it is found, without running it."""

    kind: str
    text: str
    runtime: Runtime | None = None
    environment: Environment | None = None

    @property
    def folder(self) -> str:
        """Where it lies; empty if there is none."""
        return str(self.runtime.python.parent.parent) if self.runtime else ""


def current_state() -> State:
    """What is there, by a look at files only."""
    try:
        runtime = find_runtime()
    except BridgeError as error:
        return State(BROKEN if error.code == "runtime.missing_custom" else MISSING, error.message)
    if runtime.origin is Origin.VARIABLE:
        summary = _tr("In use: the Python that the environment variable GEODIFFNET_PYTHON names.")
        return State(CUSTOM, summary, runtime)
    if runtime.origin is Origin.SETTING:
        return State(
            CUSTOM, _tr("In use: a Python of your own, {}").format(runtime.python), runtime
        )
    if runtime.origin is Origin.CHECKOUT:
        return State(
            CUSTOM, _tr("In use: the developers' environment beside the sources."), runtime
        )
    environment = profile_layout().current()
    if environment is not None and is_outdated(environment):
        summary = _tr("Set up by another version of the plugin; an upgrade is available.")
        return State(OUTDATED, summary, runtime, environment)
    return State(READY, _tr("The backend is set up."), runtime, environment)


def is_outdated(environment: Environment) -> bool:
    """Whether this version of the plugin would install something else."""
    recipes = load_pins().recipes(environment.platform, environment.python)
    recipe = recipes.get(environment.build)
    return recipe is None or recipe.digest != environment.pins


def upgrade_note(runtime: Runtime) -> str:
    """What to tell before a job if its environment is of another version; empty if it is not."""
    if runtime.origin is not Origin.PROFILE or current_state().kind != OUTDATED:
        return ""
    return _tr(
        "The backend was set up by another version of the plugin. If something goes wrong, "
        "upgrade it first: “Set up the backend”."
    )


def save_custom_python(path: Path | None) -> None:
    """Use a Python of the user's from now on, or no longer."""
    if path is None:
        QgsSettings().remove(PYTHON_SETTING)
    else:
        QgsSettings().setValue(PYTHON_SETTING, str(path))


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
