"""Finds the base Python: that of QGIS on Windows and macOS, that of the system on Linux.

It is never `sys.executable`, which is QGIS itself.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QCoreApplication, QProcess, QStandardPaths

from ..errors import BridgeError
from ..runtime import clean_environment
from ..translation import tr
from .pins import Pins

PROBE = """
import importlib.util, json, platform, struct, sys
print(json.dumps({
    "version": platform.python_version(),
    "implementation": sys.implementation.name,
    "bits": 8 * struct.calcsize("P"),
    "free_threaded": bool(getattr(sys, "_is_gil_enabled", lambda: True)() is False),
    "system": sys.platform,
    "machine": platform.machine().lower(),
    "libc": platform.libc_ver()[0],
    "venv": all(importlib.util.find_spec(name) for name in ("venv", "ensurepip")),
}))
"""
PROBE_MILLISECONDS = 30_000
SYSTEM_NAMES = {"linux": "linux", "darwin": "macos", "win32": "windows"}
MACHINE_NAMES = {"amd64": "x86_64", "x86_64": "x86_64", "arm64": "arm64", "aarch64": "aarch64"}


@dataclass(frozen=True)
class Interpreter:
    """Properties of a Python interpreter."""

    path: Path
    version: str  # 3.11.2
    platform: str  # as in the lock file
    implementation: str = "cpython"
    bits: int = 64
    free_threaded: bool = False
    libc: str = "glibc"
    venv: bool = True

    @property
    def short_version(self) -> str:
        """Major and minor version, as in the lock file: 3.11."""
        return ".".join(self.version.split(".")[:2])


def choose_interpreter(pins: Pins, requested_python: str = "") -> Interpreter:
    """The base Python of the environment; raises BridgeError if there is none."""
    if requested_python:
        path = Path(requested_python).expanduser()
        found = probe_interpreter(path)
        if found is None:
            raise BridgeError(
                "setup.python",
                tr("{} is not an executable Python interpreter.").format(path),
                tr("Choose the interpreter: python3, or python.exe on Windows."),
            )
        if problem := unsuitable_reason(found, pins):
            raise problem
        return found
    problems = []
    for path in candidates():
        found = probe_interpreter(path)
        if found is None:
            continue
        problem = unsuitable_reason(found, pins)
        if problem is None:
            return found
        problems.append(problem)
    # One that only lacks the module venv is the easiest to correct.
    problems.sort(key=lambda problem: problem.code != "setup.no_venv")
    if problems:
        raise problems[0]
    raise BridgeError(
        "setup.no_python",
        tr("No suitable Python was found."),
        _install_python_hint(),
    )


def candidates() -> Iterator[Path]:
    """Possible locations of a suitable Python, the best first, without duplicates."""
    seen = set()
    for path in _search_folders():
        real = os.path.realpath(path)
        if real not in seen and os.path.isfile(real):
            seen.add(real)
            yield path


def _search_folders() -> Iterator[Path]:
    versions = [f"3.{minor}" for minor in (12, 13, 11)]
    if sys.platform == "win32":
        for folder in (sys.exec_prefix, sys.base_exec_prefix, sys.prefix):
            yield Path(folder) / "python.exe"
            yield Path(folder) / "python3.exe"
        user_folder = Path(os.environ.get("LOCALAPPDATA", "")) / "Programs" / "Python"
        shared = Path(os.environ.get("PROGRAMFILES", ""))
        for version in versions:
            name = f"Python{version.replace('.', '')}"
            yield user_folder / name / "python.exe"
            yield shared / name / "python.exe"
        yield from _on_path("python3", "python")
        return
    if sys.platform == "darwin":
        yield Path(QCoreApplication.applicationDirPath()) / "bin" / "python3"
        yield Path(sys.exec_prefix) / "bin" / "python3"
        frameworks = Path("/Library/Frameworks/Python.framework/Versions")
        for version in versions:
            yield frameworks / version / "bin" / "python3"
            for prefix in ("/opt/homebrew/bin", "/usr/local/bin"):
                yield Path(prefix) / f"python{version}"
        yield from _on_path("python3")
        return
    yield Path("/usr/bin/python3")
    for version in versions:
        yield Path(f"/usr/bin/python{version}")
    yield from _on_path("python3", *(f"python{version}" for version in versions))


def _on_path(*names: str) -> Iterator[Path]:
    for name in names:
        found = QStandardPaths.findExecutable(name)
        if found:
            yield Path(found)


def probe_interpreter(path: Path) -> Interpreter | None:
    """The properties of a Python interpreter; None if it does not run."""
    process = QProcess()
    process.setProcessEnvironment(clean_environment())
    process.start(str(path), ["-I", "-c", PROBE])
    if not (process.waitForStarted() and process.waitForFinished(PROBE_MILLISECONDS)):
        process.kill()
        process.waitForFinished()
        return None
    try:
        details = json.loads(bytes(process.readAllStandardOutput()).decode("utf-8", "replace"))
        system = SYSTEM_NAMES.get(details["system"], details["system"])
        machine = MACHINE_NAMES.get(details["machine"], details["machine"])
        return Interpreter(
            path,
            details["version"],
            f"{system}_{machine}",
            details["implementation"],
            details["bits"],
            details["free_threaded"],
            details["libc"],
            details["venv"],
        )
    except (ValueError, KeyError, TypeError):
        return None


def unsuitable_reason(found: Interpreter, pins: Pins) -> BridgeError | None:
    """Why a Python cannot be the base of the environment; None if it can."""
    supported = pins.pythons(found.platform)
    if not supported or found.bits != 64 or (found.platform[:5] == "linux" and not found.libc):
        return BridgeError(
            "setup.platform",
            tr("This platform is not supported ({}, {} bit).").format(found.platform, found.bits),
            tr(
                "Supported are Linux with glibc (x86-64, ARM), macOS on Apple silicon, and 64-bit "
                "Windows, the platforms of PyTorch."
            ),
        )
    details = f"{found.path} ({found.version})"
    if found.implementation != "cpython" or found.free_threaded:
        return BridgeError(
            "setup.python",
            tr("{} is not a standard CPython interpreter.").format(details),
            tr("Choose a CPython interpreter."),
        )
    if found.short_version not in supported:
        return BridgeError(
            "setup.python",
            tr("{} is not supported; supported are Python {} to {}.").format(
                details, supported[0], supported[-1]
            ),
            _install_python_hint(),
        )
    if not found.venv:
        return BridgeError(
            "setup.no_venv",
            tr("{} lacks the module venv.").format(details),
            tr("Install it, then try again. On Debian and Ubuntu: sudo apt install {}").format(
                f"python{found.short_version}-venv"
            ),
        )
    return None


def _install_python_hint() -> str:
    if sys.platform == "win32":
        return tr(
            "Install Python 3.12 (64 bit) from python.org for the current user, which needs no "
            "administrator rights, or choose a base Python."
        )
    if sys.platform == "darwin":
        return tr("Install Python 3.12 from python.org, or choose a base Python.")
    return tr(
        "Install Python with the package manager of your system (on Debian and Ubuntu: sudo apt "
        "install python3 python3-venv), or choose a base Python."
    )
