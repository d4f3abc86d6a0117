"""Finding the Python that the backend runs in, and whether it can.

QGIS's own Python is never it: torch and rasterio bring libraries that clash with those QGIS has
already loaded. Setting an environment up is the business of `setup`.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QProcess, QProcessEnvironment

from .errors import BridgeError
from .setup.layout import profile_layout

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent
BACKEND_FOLDER = PLUGIN_FOLDER / "backend"
VARIABLE = "GEODIFFNET_PYTHON"
#: Where QGIS keeps a Python of the user's own.
PYTHON_SETTING = "geodiffnet/python"

#: What the backend imports; asked for by name only, since importing torch takes seconds.
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

#: Variables by which QGIS's own Python, GDAL and PROJ would leak into the backend's.
STRIPPED_PREFIXES = ("PYTHON", "PROJ_", "GDAL_", "DYLD_")
STRIPPED_NAMES = ("LD_LIBRARY_PATH", "PIP_USER")


class Origin(Enum):
    """Who said which interpreter to use."""

    VARIABLE = "variable"
    SETTING = "setting"
    CHECKOUT = "checkout"
    PROFILE = "profile"


@dataclass(frozen=True)
class Runtime:
    """The interpreter the backend runs in."""

    python: Path
    origin: Origin = Origin.PROFILE

    def command(self) -> list[str]:
        """The program and its arguments that open the door."""
        return [str(self.python), "-I", str(BACKEND_FOLDER), "worker"]


def find_runtime() -> Runtime:
    """The interpreter to use, which exists but was not tried; raises BridgeError without one."""
    variable_value = os.environ.get(VARIABLE, "").strip()
    if variable_value:
        # A path that was named on purpose is never silently replaced by another one.
        if not _is_program(Path(variable_value)):
            raise BridgeError(
                "runtime.missing",
                _tr("The Python that {} names is not there: {}").format(VARIABLE, variable_value),
                _tr("Correct or remove the environment variable {} and restart QGIS.").format(
                    VARIABLE
                ),
            )
        return Runtime(Path(variable_value), Origin.VARIABLE)
    setting_value = str(QgsSettings().value(PYTHON_SETTING, "") or "")
    if setting_value:
        if not _is_program(Path(setting_value)):
            raise BridgeError(
                "runtime.missing_custom",
                _tr("The Python of your own that is to be used is not there: {}").format(
                    setting_value
                ),
                _tr("Choose another one, or none, by “Set up the backend” in the toolbox."),
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
        _tr("The Python environment in which GeoDiffNet computes is not set up yet."),
        _tr(
            "Run “Set up the backend” in the Processing Toolbox (GeoDiffNet), or open Settings ▸ "
            "Options ▸ GeoDiffNet. It takes some minutes, once."
        ),
    )


def interpreter_in(environment: Path) -> Path:
    """The interpreter of a virtual environment, as this operating system lays it out."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def check_runtime(runtime: Runtime) -> None:
    """Raise BridgeError if the interpreter does not run or lacks what the backend imports.

    It costs some hundredths of a second: the modules are looked for, not imported.
    """
    if runtime.origin in (Origin.VARIABLE, Origin.CHECKOUT):
        hint = _tr("Repair the environment of {}, or name another one by {}.").format(
            runtime.python, VARIABLE
        )
    else:
        hint = _tr(
            "Run “Set up the backend” in the Processing Toolbox with the action “Repair”. It uses "
            "{} now."
        ).format(runtime.python)
    process = QProcess()
    process.setProcessEnvironment(clean_environment())
    process.start(str(runtime.python), ["-I", "-c", PROBE, *REQUIRED_MODULES])
    finished = process.waitForStarted() and process.waitForFinished(PROBE_SECONDS * 1000)
    if not finished:
        process.kill()
        process.waitForFinished()
    output = bytes(process.readAllStandardOutput()).decode("utf-8", "replace")
    if (
        not finished
        or process.exitStatus() != QProcess.ExitStatus.NormalExit
        or process.exitCode() != 0
    ):
        raise BridgeError(
            "runtime.broken", _tr("The Python in which GeoDiffNet computes does not run."), hint
        )
    missing = output.split()
    if missing:
        raise BridgeError(
            "runtime.incomplete",
            _tr("The Python in which GeoDiffNet computes lacks: {}.").format(", ".join(missing)),
            hint,
        )


def clean_environment() -> QProcessEnvironment:
    """The environment of QGIS without what would lead the backend to QGIS's libraries."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in environment.keys():  # noqa: SIM118 - not a dictionary
        if name.upper().startswith(STRIPPED_PREFIXES) or name.upper() in STRIPPED_NAMES:
            environment.remove(name)
    return environment


def _is_program(path: Path) -> bool:
    return path.is_file() and os.access(path, os.X_OK)


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
