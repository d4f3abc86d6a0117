"""A mock of QGIS 4, created from the classes of the installed QGIS: enum members exist only in
their enum and are no numbers, and names that Qt 6 has removed are missing.

    python3 scoped_qgis.py PLUGINS

imports every module of `PLUGINS/geodiffnet` that runs inside QGIS, creates the parameters of each
algorithm, and prints the imported modules and created parameters as JSON. Calls do nothing and
return objects that accept any use; missing names raise AttributeError.
"""

from __future__ import annotations

import enum
import functools
import importlib
import json
import sys
import types
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

from qt6_rules import QGIS_SIDE, REMOVED_NAMES, is_enum

PYQT = ("QtCore", "QtGui", "QtNetwork", "QtWidgets", "QtXml", "QtSvg")
#: Where Qt 6 has what Qt 5 has elsewhere.
MOVED = {"QUndoCommand": "QtGui", "QUndoStack": "QtGui", "QUndoGroup": "QtGui"}


class Mirror(type):
    """A class with the names of a real one, and nothing behind them."""

    def __getattr__(cls, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        for kind in cls.__mro__:
            real = vars(kind).get("_real")
            if real is not None and hasattr(real, name):
                return _mirrored_attribute(real, name)
        raise AttributeError(f"{cls.__name__} has no {name}")


class MirroredObject(metaclass=Mirror):
    """What every mirrored class comes from."""

    def __init__(self, *arguments: Any, **named: Any):
        self.given = (*arguments, *named.values())

    def __getattr__(self, name: str) -> Any:
        return Mirror.__getattr__(type(self), name)


def _mirrored_attribute(real: type, name: str) -> Any:
    value = getattr(real, name)
    if is_enum(type(value)):
        raise AttributeError(f"{real.__qualname__}.{name}: only under {type(value).__qualname__}")
    for kind in real.__mro__:
        if f"{kind.__qualname__}.{name}" in REMOVED_NAMES and name in vars(kind):
            raise AttributeError(f"Qt 6 has no {kind.__qualname__}.{name}")
    if isinstance(value, type):
        return mirror(value)
    return value if isinstance(value, (int, float, str)) else MagicMock(name=name)


@functools.cache
def mirror(real: type) -> type:
    """The class that stands for a real one."""
    if is_enum(real):
        return _mirrored_enum(real)
    if issubclass(real, BaseException):
        return type(real.__name__, (Exception,), {})
    bases = [mirror(base) for base in real.__bases__ if base is not object]
    bases = [base for base in bases if base is not MirroredObject] or [MirroredObject]
    if real.__module__ == "sip":
        return MirroredObject
    return Mirror(real.__name__, tuple(bases), {"_real": real, "__module__": real.__module__})


def _mirrored_enum(real: type) -> type:
    """An enum of Python's: one whose members can be joined if those of the real one can."""
    if issubclass(real, enum.Enum):
        members = {name: member.value for name, member in real.__members__.items()}
        joined = issubclass(real, enum.Flag) or f"{real.__name__}s" in _siblings(real)
    else:
        members = {
            name: int(value) for name, value in _siblings(real).items() if type(value) is real
        }
        some = next(iter(members), None)
        value = getattr(real, some) if some else 0
        joined = type(value | value) is not int
    return (enum.Flag if joined else enum.Enum)(real.__name__, members)


def _siblings(real: type) -> dict[str, Any]:
    """What the class holds in which an enum was declared."""
    outer: Any = sys.modules[real.__module__]
    for name in real.__qualname__.split(".")[:-1]:
        outer = getattr(outer, name)
    return vars(outer)


class MirrorModule(types.ModuleType):
    """A module with mirrored classes."""

    def __init__(self, name: str, real: types.ModuleType):
        super().__init__(name)
        self._short, self._real = name.rpartition(".")[2], real
        self.__path__: list[str] = []

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        real = self._real
        if self._short in PYQT and MOVED.get(name) == self._short:
            real = importlib.import_module("PyQt5.QtWidgets")
        elif f"{self._short}.{name}" in REMOVED_NAMES:
            raise AttributeError(f"Qt 6 has no {self._short}.{name}")
        value = getattr(real, name)
        if isinstance(value, type):
            return MagicMock(name=name) if name == "pyqtSignal" else mirror(value)
        if name == "QT_TRANSLATE_NOOP":
            return value
        return MagicMock(name=name) if callable(value) else value


def install() -> None:
    """Replace the real modules by mirrored ones."""
    names = ["qgis", "qgis.core", "qgis.gui", "qgis.PyQt", *(f"qgis.PyQt.{name}" for name in PYQT)]
    modules = {name: MirrorModule(name, importlib.import_module(name)) for name in names}
    for name, module in modules.items():
        outer, _, short = name.rpartition(".")
        if outer:
            setattr(modules[outer], short, module)
    sip = types.ModuleType("qgis.PyQt.sip")
    sip.isdeleted = lambda _: False
    modules["qgis.PyQt"].sip = sip
    sys.modules.update(modules, **{"qgis.PyQt.sip": sip, "qgis.utils": MagicMock()})
    core, qtcore = modules["qgis.core"], modules["qgis.PyQt.QtCore"]
    qtcore.QCoreApplication.translate = staticmethod(lambda _, text, *rest: text)
    algorithm = core.QgsProcessingAlgorithm
    algorithm.addParameter = lambda self, entry: self.__dict__.setdefault("added", []).append(entry)
    algorithm.parameterDefinition = lambda self, name: next(
        entry for entry in self.added if entry.given[0] == name
    )


def plugin_modules(folder: Path) -> list[str]:
    """The dotted names of the modules that run inside QGIS."""
    files = [folder / "plugin.py"]
    for package in QGIS_SIDE:
        files += sorted((folder / package).rglob("*.py"))
    parts = [file.relative_to(folder).with_suffix("").parts for file in files]
    return [".".join(("geodiffnet", *path)).removesuffix(".__init__") for path in parts]


def main(plugins: str) -> None:
    """Import all modules and create all parameters; print what was done."""
    install()
    sys.path.insert(0, plugins)
    imported = plugin_modules(Path(plugins) / "geodiffnet")
    for name in imported:
        importlib.import_module(name)
    provider = importlib.import_module("geodiffnet.algorithms.provider")
    declared = {}
    for kind in provider.ALGORITHMS:
        algorithm = kind()
        algorithm.initAlgorithm({})
        declared[algorithm.name()] = [entry.given[0] for entry in algorithm.added]
    print(json.dumps({"imported": imported, "declared": declared}))


if __name__ == "__main__":
    main(sys.argv[1])
