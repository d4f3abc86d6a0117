"""Finding the Python that the backend runs in, and whether it can.

QGIS's own Python is never it: torch and rasterio bring libraries that clash with those QGIS has
already loaded. Setting an environment up is not done here.
"""

from __future__ import annotations

import os
import sys
from dataclasses import dataclass
from pathlib import Path

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QCoreApplication, QProcess, QProcessEnvironment

from .errors import BridgeError

PLUGIN_FOLDER = Path(__file__).resolve().parent.parent
BACKEND_FOLDER = PLUGIN_FOLDER / "backend"
VARIABLE = "GEODIFFNET_PYTHON"

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


@dataclass(frozen=True)
class Runtime:
    """The interpreter the backend runs in."""

    python: Path

    def command(self) -> list[str]:
        """The program and its arguments that open the door."""
        return [str(self.python), "-I", str(BACKEND_FOLDER), "worker"]


def find_runtime() -> Runtime:
    """The interpreter to use, which exists but was not tried; raises BridgeError without one."""
    named = os.environ.get(VARIABLE, "").strip()
    if named:
        # A path that was named on purpose is never silently replaced by another one.
        if not _is_program(Path(named)):
            raise BridgeError(
                "runtime.missing",
                _tr("The Python that {} names is not there: {}").format(VARIABLE, named),
                _tr("Correct or remove the environment variable {} and restart QGIS.").format(
                    VARIABLE
                ),
            )
        return Runtime(Path(named))
    for folder in environment_folders():
        python = interpreter_in(folder)
        if _is_program(python):
            return Runtime(python)
    raise BridgeError(
        "runtime.missing",
        _tr("The Python environment in which GeoDiffNet computes is not set up yet."),
        _tr(
            "Set the environment variable {} to the Python of an environment that has torch, "
            "diffusers and rasterio, and restart QGIS; from a copy of the sources, scripts/demo "
            "makes one."
        ).format(VARIABLE),
    )


def environment_folders() -> list[Path]:
    """Where an environment may be: a developer's, then the one set up in the user's profile."""
    profile = Path(QgsApplication.qgisSettingsDirPath())
    return [PLUGIN_FOLDER / ".venv", profile / "geodiffnet" / "runtime"]


def interpreter_in(environment: Path) -> Path:
    """The interpreter of a virtual environment, as this operating system lays it out."""
    if sys.platform == "win32":
        return environment / "Scripts" / "python.exe"
    return environment / "bin" / "python"


def check_runtime(runtime: Runtime) -> None:
    """Raise BridgeError if the interpreter does not run or lacks what the backend imports.

    It costs some hundredths of a second: the modules are looked for, not imported.
    """
    hint = _tr("Repair the environment of {}, or name another one by {}.").format(
        runtime.python, VARIABLE
    )
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
