"""What can be done with the backend's environment: set up, verify, repair, download, use, remove.

Each runs to its end in the thread that calls it, reports to a feedback, and raises BridgeError or
JobCancelled. The state that it leaves is always one of two: the environment that was there before,
or a finished new one.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback
from qgis.PyQt.QtCore import QCoreApplication, QProcessEnvironment

from ...backend.common import protocol
from ..errors import BridgeError
from ..process import log_folder, run_job
from ..runtime import (
    VARIABLE,
    Origin,
    Runtime,
    check_runtime,
    clean_environment,
    find_runtime,
    interpreter_in,
)
from .command import Commands
from .disk_space import check_length, check_space, format_size
from .downloading import Download, check_folder, find_missing
from .installing import Installation
from .interpreter import Interpreter, choose_interpreter
from .layout import Environment, Layout, profile_layout, remove_folder
from .lock import setup_lock
from .network import Connection
from .pins import Recipe, load_pins
from .state import State, current_state, save_custom_python
from .torch_build import choose_build, find_gpu

#: Variables of pip that hold, since they say how the index is reached; others would put packages
#: elsewhere, other ones in, or another Python to work.
KEPT_PIP_VARIABLES = (
    "PIP_INDEX_URL", "PIP_EXTRA_INDEX_URL", "PIP_FIND_LINKS", "PIP_TRUSTED_HOST", "PIP_CERT",
    "PIP_CLIENT_CERT", "PIP_PROXY", "PIP_TIMEOUT", "PIP_DEFAULT_TIMEOUT", "PIP_RETRIES",
    "PIP_CONFIG_FILE", "PIP_KEYRING_PROVIDER", "PIP_USE_FEATURE", "PIP_USE_DEPRECATED",
)  # fmt: skip
#: Shares of the progress bar, in percent.
CREATED_PERCENT, DOWNLOADED_PERCENT, INSTALLED_PERCENT = 6.0, 60.0, 94.0
SELF_TEST_STEPS = 20


@dataclass(frozen=True)
class InstallOptions:
    """What a user may choose."""

    build: str = "auto"
    python: str = ""  # to make the environment with; empty for the best that is found
    wheels: Path | None = None  # to install from, without a network
    connection: Connection = field(default_factory=Connection)


@dataclass(frozen=True)
class Outcome:
    """How things are in the end."""

    state: State
    figures: dict[str, Any] = field(default_factory=dict)  # of the self-test

    @property
    def device(self) -> str:
        """Where the backend computes, by the self-test."""
        return str(self.figures.get("device", ""))

    @property
    def device_name(self) -> str:
        """The same in words: the name of the graphics card, if it is one."""
        return str(self.figures.get("device_name") or self.device)


def set_up(
    options: InstallOptions, feedback: QgsProcessingFeedback, reinstall: bool = False
) -> Outcome:
    """Make the environment, or bring it up to date; if it is, only verify it unless asked anew."""
    layout = profile_layout()
    with setup_lock(layout):
        current = layout.current()
        plan = _Plan.make(options, feedback)
        if current is not None and not reinstall and current.pins == plan.recipe.digest:
            feedback.pushInfo(_tr("The backend is set up and up to date."))
            python = interpreter_in(layout.environment_folder(current.name))
            figures = _self_test(Runtime(python, Origin.PROFILE), feedback)
        else:
            figures = _Installer(layout, plan, options, feedback).run()
        save_custom_python(None)
        _warn_of_variable(feedback)
        return Outcome(current_state(), figures)


def repair(options: InstallOptions, feedback: QgsProcessingFeedback) -> Outcome:
    """Make the environment anew, whatever is there."""
    return set_up(options, feedback, reinstall=True)


def verify(feedback: QgsProcessingFeedback) -> Outcome:
    """Run the self-test in the environment that is in use."""
    runtime = find_runtime()
    check_runtime(runtime)
    return Outcome(current_state(), _self_test(runtime, feedback))


def download(options: InstallOptions, feedback: QgsProcessingFeedback) -> Outcome:
    """Fill a folder with all files that an installation without a network needs."""
    if options.wheels is None:
        raise BridgeError(
            "setup.wheels",
            _tr("There is no folder to download to."),
            _tr("Choose one under “Folder of wheels”."),
        )
    layout = profile_layout()
    with setup_lock(layout):
        plan = _Plan.make(options, feedback)
        installer = _Installer(layout, plan, options, feedback)
        installer.download_to(options.wheels)
    feedback.pushInfo(_tr("The folder is complete: {}").format(options.wheels))
    return Outcome(current_state())


def use_custom_python(python: str, feedback: QgsProcessingFeedback) -> Outcome:
    """Use an interpreter of the user's, whose environment has everything; empty: no longer."""
    if not python:
        save_custom_python(None)
        feedback.pushInfo(_tr("From now on, the environment in the profile is used."))
        return Outcome(current_state())
    path = Path(python).expanduser()
    if not (path.is_file() and os.access(path, os.X_OK)):
        raise BridgeError(
            "setup.python",
            _tr("{} is not a Python that runs.").format(path),
            _tr("Choose the interpreter itself: python3, or python.exe on Windows."),
        )
    runtime = Runtime(path, Origin.SETTING)
    check_runtime(runtime)
    figures = _self_test(runtime, feedback)
    save_custom_python(path)
    _warn_of_variable(feedback)
    return Outcome(current_state(), figures)


def remove(feedback: QgsProcessingFeedback) -> Outcome:
    """Remove everything that set-up has made."""
    layout = profile_layout()
    with setup_lock(layout):
        feedback.setProgressText(_tr("Removing"))
        not_removed = layout.remove_all()
    save_custom_python(None)
    if not_removed:
        raise BridgeError(
            "setup.in_use",
            _tr("Some files are in use and were not removed: {}").format(not_removed[0]),
            _tr("Close the other windows of QGIS and remove it again."),
        )
    feedback.pushInfo(_tr("Removed: {}").format(layout.folder))
    return Outcome(current_state())


@dataclass(frozen=True)
class _Plan:
    """With which Python, and what, an environment is made."""

    interpreter: Interpreter
    recipe: Recipe

    @classmethod
    def make(cls, options: InstallOptions, feedback: QgsProcessingFeedback) -> _Plan:
        feedback.setProgressText(_tr("Looking for Python and a graphics card"))
        pins = load_pins()
        interpreter = choose_interpreter(pins, options.python)
        feedback.pushInfo(f"Python {interpreter.version}: {interpreter.path}")
        recipes = pins.recipes(interpreter.platform, interpreter.short_version)
        choice = choose_build(options.build, recipes, find_gpu())
        recipe = choice.recipe
        feedback.pushInfo(
            _tr("PyTorch {}, build “{}”: {}").format(
                recipe.find_wheel("torch").version, recipe.build, choice.reason
            )
        )
        return cls(interpreter, recipe)


class _Installer:
    """One environment from nothing to finished."""

    def __init__(
        self, layout: Layout, plan: _Plan, options: InstallOptions, feedback: QgsProcessingFeedback
    ):
        self._layout = layout
        self._plan = plan
        self._options = options
        self._feedback = feedback
        self._log = _new_log()
        feedback.pushDebugInfo(_tr("Log of the set-up: {}").format(self._log))
        if options.connection.description:
            feedback.pushInfo(_tr("Network: {}").format(options.connection.description))
        environment = _environment(layout, options.connection)
        self._commands = Commands(environment, self._log, feedback)

    def run(self) -> dict[str, Any]:
        """Make it; gives the figures of the self-test that it passed."""
        layout, recipe, wheels = self._layout, self._plan.recipe, self._options.wheels
        name = layout.new_name(recipe.digest)
        folder = layout.environment_folder(name)
        check_length(layout.folder)
        current = layout.current()
        layout.remove_leftovers(keep=current.name if current else "")
        if wheels is not None:
            self._feedback.setProgressText(_tr("Checking the folder of wheels"))
            check_folder(recipe, wheels)
        self._check_space(layout.folder, None if wheels else layout.wheels)
        installation = self._installation(folder)
        try:
            installation.create(self._plan.interpreter)
            self._feedback.setProgress(CREATED_PERCENT / 2)
            if wheels is None:
                self._fetch(installation, layout.wheels)
            else:
                installation.update_installer(recipe, wheels)
            started = CREATED_PERCENT if wheels else DOWNLOADED_PERCENT
            installation.install(recipe, wheels or layout.wheels, (started, INSTALLED_PERCENT))
            self._feedback.setProgress(INSTALLED_PERCENT)
            figures = _self_test(Runtime(installation.python), self._feedback)
            layout.make_current(
                Environment(
                    name,
                    recipe.digest,
                    recipe.platform,
                    recipe.python,
                    recipe.build,
                    time.strftime("%Y-%m-%d %H:%M:%S"),
                )
            )
        except BaseException:
            # Whatever it was, also Ctrl+C: half an environment is of no use to anybody.
            remove_folder(folder)
            raise
        finally:
            remove_folder(layout.temporary)
        layout.remove_leftovers(keep=name)
        remove_folder(layout.wheels)
        return figures

    def download_to(self, folder: Path) -> None:
        """Fetch everything into a folder of the user's."""
        folder.mkdir(parents=True, exist_ok=True)
        self._check_space(self._layout.folder, folder)
        helper = self._installation(self._layout.temporary / "python")
        try:
            helper.create(self._plan.interpreter)
            self._fetch(helper, folder, last=99.0)
        finally:
            remove_folder(self._layout.temporary)

    def _fetch(
        self, installation: Installation, folder: Path, last: float = DOWNLOADED_PERCENT
    ) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        installation.update_installer(self._plan.recipe, folder)
        self._feedback.setProgress(CREATED_PERCENT)
        downloader = Download(
            self._plan.recipe,
            folder,
            self._commands,
            self._feedback,
            self._log,
            (CREATED_PERCENT, last),
        )
        downloader.run(installation.python)

    def _installation(self, folder: Path) -> Installation:
        return Installation(
            folder, self._layout.temporary, self._commands, self._feedback, self._log
        )

    def _check_space(self, environment_folder: Path, wheels: Path | None) -> None:
        recipe = self._plan.recipe
        to_download = find_missing(recipe.wheels, wheels) if wheels is not None else []
        size = sum(wheel.size for wheel in to_download)
        check_space(environment_folder, recipe, size)
        if to_download:
            self._feedback.pushInfo(
                _tr("To download: {}, {} files").format(format_size(size), len(to_download))
            )


def _self_test(runtime: Runtime, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """What the backend says of itself; raises BridgeError if it is not whole."""
    last = QgsProcessingMultiStepFeedback(SELF_TEST_STEPS, feedback)
    last.setCurrentStep(SELF_TEST_STEPS - 1)
    return run_job(protocol.Job("doctor", {"device": "auto"}), runtime, last).figures


def _warn_of_variable(feedback: QgsProcessingFeedback) -> None:
    if os.environ.get(VARIABLE, "").strip():
        feedback.pushWarning(
            _tr("The environment variable {} is set and is used instead.").format(VARIABLE)
        )


def _environment(layout: Layout, connection: Connection) -> QProcessEnvironment:
    """What pip and Python see: the machine's own pip settings hold, but not where to install."""
    environment = clean_environment()
    for name in environment.keys():  # noqa: SIM118 - not a dictionary
        if name.upper().startswith("PIP_") and name.upper() not in KEPT_PIP_VARIABLES:
            environment.remove(name)
    # A configuration file of pip may say so, too.
    environment.insert("PIP_USER", "0")
    layout.temporary.mkdir(parents=True, exist_ok=True)
    for name in ("TMPDIR", "TEMP", "TMP"):
        # The system's own folder for temporary files is often small.
        environment.insert(name, str(layout.temporary))
    for name, value in connection.environment(layout.certificates).items():
        environment.insert(name, value)
    return environment


def _new_log() -> Path:
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"setupbackend-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
