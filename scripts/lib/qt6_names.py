"""What PyQt5 has and PyQt6 has not, for the tests: `tests/qgis/qt6_gone.txt`.

    qt6_names.py 5 > five.json                     with a Python that has PyQt5
    qt6_names.py 6 > six.json                      with a Python that has PyQt6
    qt6_names.py five.json six.json > tests/qgis/qt6_gone.txt

Run it again when a new Qt takes more away. Standard library and PyQt only.
"""

from __future__ import annotations

import enum
import importlib
import json
import sys
from pathlib import Path
from typing import Any

MODULES = ("QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtXml", "QtSvg", "QtPrintSupport")
#: QGIS's own modules `qgis.PyQt` keep these where PyQt5 has them.
STILL_AVAILABLE = {"QtWidgets.QAction", "QtWidgets.QActionGroup", "QtWidgets.QShortcut"}
HEADER = """\
# Names that PyQt5 5.15 has and PyQt6 {} has not; made by scripts/lib/qt6_names.py.
# Module.name: gone from that module, or moved. Class.name, Class.Enum.member: gone from the class.
# *.name: a method that no class of PyQt6 has.
"""


def names(version: str) -> dict[str, Any]:
    """Modules, classes with all and with their own names, and enums with their members."""
    found: dict[str, Any] = {"version": "", "modules": {}, "classes": {}, "enums": {}}
    for name in MODULES:
        module = importlib.import_module(f"PyQt{version}.{name}")
        found["modules"][name] = [entry for entry in vars(module) if not entry.startswith("_")]
        for entry, value in vars(module).items():
            if isinstance(value, type):
                _describe(value, entry, found)
    found["version"] = importlib.import_module(f"PyQt{version}.QtCore").PYQT_VERSION_STR
    return found


def _describe(kind: type, path: str, found: dict[str, Any]) -> None:
    own = []
    for name, value in list(vars(kind).items()):
        if name.startswith("_"):
            continue
        if not isinstance(value, type):
            if not _is_enum(type(value)):
                own.append(name)
        elif issubclass(value, enum.Enum):
            found["enums"][f"{path}.{name}"] = list(value.__members__)
        elif _is_enum(value):
            members = [entry for entry, there in vars(kind).items() if type(there) is value]
            found["enums"][f"{path}.{name}"] = members
        else:
            own.append(name)
            _describe(value, f"{path}.{name}", found)
    every = [name for name in dir(kind) if not name.startswith("_")]
    found["classes"][path] = {"all": every, "own": own}


def _is_enum(kind: type) -> bool:
    return type(kind).__name__ == "enumtype"


def removed_names(five: dict[str, Any], six: dict[str, Any]) -> list[str]:
    """What the second lacks of the first."""
    missing = {
        f"{module}.{name}"
        for module, there in five["modules"].items()
        for name in set(there) - set(six["modules"][module])
    } - STILL_AVAILABLE
    left = {name for kind in six["classes"].values() for name in kind["all"]}
    left |= {name for there in six["modules"].values() for name in there}
    for path, kind in five["classes"].items():
        if path in six["classes"]:
            lost = set(kind["own"]) - set(six["classes"][path]["all"])
            missing |= {f"{path}.{name}" for name in lost}
            missing |= {f"*.{name}" for name in lost - left if name[0].islower()}
    for path, members in five["enums"].items():
        parent = path.rpartition(".")[0]
        if parent not in six["classes"]:
            continue
        if path not in six["enums"]:
            # One that a base class has by now is reached as before.
            missing |= {path} - {f"{parent}.{entry}" for entry in six["classes"][parent]["all"]}
        else:
            missing |= {f"{path}.{name}" for name in set(members) - set(six["enums"][path])}
    return sorted(missing)


def main(first: str, second: str = "") -> None:
    """Write names of one version, or what the second has lost."""
    if not second:
        json.dump(names(first), sys.stdout)
        return
    five, six = (json.loads(Path(file).read_text(encoding="utf-8")) for file in (first, second))
    sys.stdout.write(HEADER.format(six["version"]) + "\n".join(removed_names(five, six)) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:3])
