"""Actions on the backend's environment: set up, verify, repair, download, use, remove.

Each blocks the thread that calls it, reports to a feedback, and raises BridgeError or JobCancelled.
It leaves either the previous environment or a complete new one.
"""

from __future__ import annotations

import os
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingFeedback, QgsProcessingMultiStepFeedback
from qgis.PyQt.QtCore import QProcessEnvironment

from ...backend.common import protocol
from ..errors import BridgeError
from ..logs import log_folder
from ..process import run_job
from ..runtime import (
    VARIABLE,
    Origin,
    Runtime,
    check_runtime,
    clean_environment,
    find_runtime,
    interpreter_in,
)
from ..translation import tr
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

#: Variables of pip that are kept, since they configure how the package index is reached. Others
#: would change the target folder, the packages or the interpreter.
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
    """Options of an installation."""

    build: str = "auto"
    python: str = ""  # base Python of the environment; empty to detect one
    wheels: Path | None = None  # folder to install from, without a network connection
    connection: Connection = field(default_factory=Connection)


@dataclass(frozen=True)
class Outcome:
    """The state after an action."""

    state: State
    figures: dict[str, Any] = field(default_factory=dict)  # of the self-test
    report: str = ""  # for the clipboard

    @property
    def device(self) -> str:
        """The device that the self-test has found."""
        return str(self.figures.get("device", ""))

    @property
    def device_name(self) -> str:
        """The name of the device: that of the GPU, if it is one."""
        return str(self.figures.get("device_name") or self.device)


def set_up(
    options: InstallOptions, feedback: QgsProcessingFeedback, reinstall: bool = False
) -> Outcome:
    """Install or upgrade the environment; if it is up to date, only verify it."""
    layout = profile_layout()
    with setup_lock(layout):
        current = layout.current()
        plan = _Plan.make(options, feedback)
        if current is not None and not reinstall and current.pins == plan.recipe.digest:
            feedback.pushInfo(tr("The backend is set up and up to date."))
            python = interpreter_in(layout.environment_folder(current.name))
            figures = _self_test(Runtime(python, Origin.PROFILE), feedback)
        else:
            figures = _Installer(layout, plan, options, feedback).run()
        save_custom_python(None)
        _warn_of_variable(feedback)
        return Outcome(current_state(), figures)


def repair(options: InstallOptions, feedback: QgsProcessingFeedback) -> Outcome:
    """Install the environment again."""
    return set_up(options, feedback, reinstall=True)


def verify(feedback: QgsProcessingFeedback) -> Outcome:
    """Run the self-test in the current environment."""
    runtime = find_runtime()
    check_runtime(runtime)
    return Outcome(current_state(), _self_test(runtime, feedback))


def download(options: InstallOptions, feedback: QgsProcessingFeedback) -> Outcome:
    """Download all files that an installation without a network connection needs."""
    if options.wheels is None:
        raise BridgeError(
            "setup.wheels",
            tr("No folder was chosen for the download."),
            tr("Choose one as “Wheel folder”."),
        )
    layout = profile_layout()
    with setup_lock(layout):
        plan = _Plan.make(options, feedback)
        installer = _Installer(layout, plan, options, feedback)
        installer.download_to(options.wheels)
    feedback.pushInfo(tr("The folder is complete: {}").format(options.wheels))
    return Outcome(current_state())


def use_custom_python(python: str, feedback: QgsProcessingFeedback) -> Outcome:
    """Use the interpreter of a custom environment; an empty text ends its use."""
    if not python:
        save_custom_python(None)
        feedback.pushInfo(tr("The environment in the QGIS profile is used from now on."))
        return Outcome(current_state())
    path = Path(python).expanduser()
    if not (path.is_file() and os.access(path, os.X_OK)):
        raise BridgeError(
            "setup.python",
            tr("{} is not an executable Python interpreter.").format(path),
            tr("Choose the interpreter: python3, or python.exe on Windows."),
        )
    runtime = Runtime(path, Origin.SETTING)
    check_runtime(runtime)
    figures = _self_test(runtime, feedback)
    save_custom_python(path)
    _warn_of_variable(feedback)
    return Outcome(current_state(), figures)


def remove(feedback: QgsProcessingFeedback) -> Outcome:
    """Remove everything that was installed."""
    layout = profile_layout()
    with setup_lock(layout):
        feedback.setProgressText(tr("Removing"))
        not_removed = layout.remove_all()
    save_custom_python(None)
    if not_removed:
        raise BridgeError(
            "setup.in_use",
            tr("Some files are in use and could not be removed: {}").format(not_removed[0]),
            tr("Close the other QGIS windows and try again."),
        )
    feedback.pushInfo(tr("Removed: {}").format(layout.folder))
    return Outcome(current_state())


@dataclass(frozen=True)
class _Plan:
    """The base Python and the packages of a new environment."""

    interpreter: Interpreter
    recipe: Recipe

    @classmethod
    def make(cls, options: InstallOptions, feedback: QgsProcessingFeedback) -> _Plan:
        feedback.setProgressText(tr("Searching for Python and a GPU"))
        pins = load_pins()
        interpreter = choose_interpreter(pins, options.python)
        feedback.pushInfo(f"Python {interpreter.version}: {interpreter.path}")
        recipes = pins.recipes(interpreter.platform, interpreter.short_version)
        choice = choose_build(options.build, recipes, find_gpu())
        recipe = choice.recipe
        feedback.pushInfo(
            tr("PyTorch {}, build “{}”: {}").format(
                recipe.find_wheel("torch").version, recipe.build, choice.reason
            )
        )
        return cls(interpreter, recipe)


class _Installer:
    """Installs one environment."""

    def __init__(
        self, layout: Layout, plan: _Plan, options: InstallOptions, feedback: QgsProcessingFeedback
    ):
        self._layout = layout
        self._plan = plan
        self._options = options
        self._feedback = feedback
        self._log = _new_log()
        feedback.pushDebugInfo(tr("Log of the installation: {}").format(self._log))
        if options.connection.description:
            feedback.pushInfo(tr("Network: {}").format(options.connection.description))
        environment = _environment(layout, options.connection)
        self._commands = Commands(environment, self._log, feedback)

    def run(self) -> dict[str, Any]:
        """Install the environment; returns the results of its self-test."""
        layout, recipe, wheels = self._layout, self._plan.recipe, self._options.wheels
        check_length(layout.folder)
        current = layout.current()
        layout.remove_leftovers(keep=current.name if current else "")
        name = layout.new_name(recipe.digest)
        folder = layout.environment_folder(name)
        if wheels is not None:
            self._feedback.setProgressText(tr("Checking the wheel folder"))
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
            # An incomplete environment is removed after any error, also after Ctrl+C.
            remove_folder(folder)
            raise
        finally:
            remove_folder(layout.temporary)
        layout.remove_leftovers(keep=name)
        remove_folder(layout.wheels)
        return figures

    def download_to(self, folder: Path) -> None:
        """Download everything to a folder of the user."""
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
                tr("Download size: {}, {} files").format(format_size(size), len(to_download))
            )


def _self_test(runtime: Runtime, feedback: QgsProcessingFeedback) -> dict[str, Any]:
    """The results of the self-test; raises BridgeError if it fails."""
    last = QgsProcessingMultiStepFeedback(SELF_TEST_STEPS, feedback)
    last.setCurrentStep(SELF_TEST_STEPS - 1)
    return run_job(protocol.Job("doctor", {"device": "auto"}), runtime, last).figures


def _warn_of_variable(feedback: QgsProcessingFeedback) -> None:
    if os.environ.get(VARIABLE, "").strip():
        feedback.pushWarning(
            tr("The environment variable {} is set and takes precedence.").format(VARIABLE)
        )


def _environment(layout: Layout, connection: Connection) -> QProcessEnvironment:
    """The variables of pip and Python: settings of pip are kept, except where to install."""
    environment = clean_environment()
    for name in environment.keys():  # noqa: SIM118 - not a dictionary
        if name.upper().startswith("PIP_") and name.upper() not in KEPT_PIP_VARIABLES:
            environment.remove(name)
    # A configuration file of pip may also set this.
    environment.insert("PIP_USER", "0")
    layout.temporary.mkdir(parents=True, exist_ok=True)
    for name in ("TMPDIR", "TEMP", "TMP"):
        # The system's temporary folder is often small.
        environment.insert(name, str(layout.temporary))
    for name, value in connection.environment(layout.certificates).items():
        environment.insert(name, value)
    return environment


def _new_log() -> Path:
    folder = log_folder()
    folder.mkdir(parents=True, exist_ok=True)
    return folder / f"setupbackend-{time.strftime('%Y%m%d-%H%M%S')}-{os.getpid()}.log"
