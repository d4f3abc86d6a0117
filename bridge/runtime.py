"""Finds the Python interpreter of the backend and checks it.

It is never the interpreter of QGIS: torch and rasterio bring libraries that clash with those that
QGIS has loaded. `setup` installs an environment.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QProcess, QProcessEnvironment

from ..backend.common.session_protocol import SESSION_ARGUMENT
from .errors import BridgeError
from .setup.layout import profile_layout
from .translation import tr

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent
BACKEND_FOLDER = PLUGIN_FOLDER / "backend"
VARIABLE = "GEODIFFNET_PYTHON"
#: The QGIS setting of a custom Python environment.
PYTHON_SETTING = "geodiffnet/python"

#: What the backend imports; it is only searched for, since importing torch takes seconds.
REQUIRED_MODULES = (
    "numpy",
    "torch",
    "diffusers",
    "safetensors",
    "rasterio",
    "pyogrio",
    "shapely",
    "sklearn",
)
PROBE = (
    "import importlib.util, sys; "
    "print(*[name for name in sys.argv[1:] if importlib.util.find_spec(name) is None])"
)
PROBE_SECONDS = 30

#: Environment variables by which libraries of QGIS would be loaded in the backend.
STRIPPED_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "DYLD_")
STRIPPED_NAMES = ("LD_LIBRARY_PATH", "PIP_USER")


class Origin(Enum):
    """Where the interpreter was configured."""

    VARIABLE = "variable"
    SETTING = "setting"
    CHECKOUT = "checkout"
    PROFILE = "profile"


@dataclass(frozen=True)
class Runtime:
    """The interpreter of the backend."""

    python: Path
    origin: Origin = Origin.PROFILE

    def command(self) -> list[str]:
        """The command line of a worker process."""
        return [str(self.python), "-I", str(BACKEND_FOLDER), "worker"]

    def session_command(self) -> list[str]:
        """The command line of a worker process that runs many jobs."""
        return [*self.command(), SESSION_ARGUMENT]

    def probe_command(self) -> list[str]:
        """The command line that prints the packages which the interpreter lacks."""
        return [str(self.python), "-I", "-c", PROBE, *REQUIRED_MODULES]


def find_runtime() -> Runtime:
    """The interpreter to use, not checked yet; raises BridgeError if there is none."""
    variable_value = os.environ.get(VARIABLE, "").strip()
    if variable_value:
        # An explicitly configured interpreter is never replaced silently.
        if not _is_program(Path(variable_value)):
            raise BridgeError(
                "runtime.missing",
                tr("The Python interpreter in {} does not exist: {}").format(
                    VARIABLE, variable_value
                ),
                tr("Correct or remove the environment variable {} and restart QGIS.").format(
                    VARIABLE
                ),
            )
        return Runtime(Path(variable_value), Origin.VARIABLE)
    setting_value = str(QgsSettings().value(PYTHON_SETTING, "") or "")
    if setting_value:
        if not _is_program(Path(setting_value)):
            raise BridgeError(
                "runtime.missing_custom",
                tr("The custom Python environment does not exist: {}").format(setting_value),
                tr("Choose another one, or none, with the algorithm “Set up the backend”."),
            )
        return Runtime(Path(setting_value), Origin.SETTING)
    checkout = interpreter_in(PLUGIN_FOLDER / ".venv")
    if _is_program(checkout):
        return Runtime(checkout, Origin.CHECKOUT)
    layout = profile_layout()
    environment = layout.current()
    if environment is not None:
        python = interpreter_in(layout.environment_folder(environment.name))
        if _is_program(python):
            return Runtime(python, Origin.PROFILE)
    raise BridgeError(
        "runtime.missing",
        tr("The backend of GeoDiffNet is not set up yet."),
        tr(
            "Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ "
            "Options ▸ GeoDiffNet. This is needed once and takes some minutes."
        ),
    )


def interpreter_in(environment: Path) -> Path:
    """The interpreter of a virtual environment on this operating system."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def check_runtime(runtime: Runtime) -> None:
    """Raise BridgeError if the interpreter does not run or lacks packages of the backend.

    It takes some hundredths of a second: the modules are searched for, not imported.
    """
    process = QProcess()
    process.setProcessEnvironment(clean_environment())
    program, *arguments = runtime.probe_command()
    process.start(program, arguments)
    if not (process.waitForStarted() and process.waitForFinished(PROBE_SECONDS * 1000)):
        process.kill()
        process.waitForFinished()
    error = probe_error(runtime, process)
    if error is not None:
        raise error


def probe_error(runtime: Runtime, process: QProcess) -> BridgeError | None:
    """The error that a finished process of `probe_command` shows; None for a usable runtime."""
    if runtime.origin in (Origin.VARIABLE, Origin.CHECKOUT):
        hint = tr("Repair the environment of {}, or set {} to another one.").format(
            runtime.python, VARIABLE
        )
    else:
        hint = tr(
            "Run “Set up the backend” in the Processing Toolbox with the action “Repair”. The "
            "current interpreter is {}."
        ).format(runtime.python)
    output = bytes(process.readAllStandardOutput()).decode("utf-8", "replace")
    if (
        process.error() == QProcess.ProcessError.FailedToStart
        or process.exitStatus() != QProcess.ExitStatus.NormalExit
        or process.exitCode() != 0
    ):
        return BridgeError(
            "runtime.broken", tr("The Python interpreter of the backend does not run."), hint
        )
    missing = output.split()
    if missing:
        return BridgeError(
            "runtime.incomplete",
            tr("The Python environment of the backend lacks these packages: {}.").format(
                ", ".join(missing)
            ),
            hint,
        )
    return None


def clean_environment() -> QProcessEnvironment:
    """The environment variables of QGIS without those that lead to its libraries."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in environment.keys():  # noqa: SIM118 - not a dictionary
        if name.upper().startswith(STRIPPED_PREFIXES) or name.upper() in STRIPPED_NAMES:
            environment.remove(name)
    return environment


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)
