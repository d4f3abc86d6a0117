"""Keeps the choices of the panel in the QGIS project, and restores them when it is opened again.

They are written when the project is saved. A project may come from anywhere, so each part of the
panel checks the text that it gets back, and ignores one that it cannot use.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject

SCOPE = "GeoDiffNet"
MAX_LENGTH = 2_000_000


def read_json(text: str) -> Any:
    """What a text of a project holds as JSON; None where it is empty or damaged."""
    try:
        return json.loads(text) if text else None
    except (ValueError, RecursionError):
        return None


@dataclass(frozen=True)
class _Part:
    """One choice: how it is read from the panel, and how it is restored."""

    save: Callable[[], str]
    restore: Callable[[str], None]


class ProjectState(QObject):
    """The texts by which the choices of the panel are stored, in the order of their restoring."""

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._parts: dict[str, _Part] = {}
        project = QgsProject.instance()
        project.writeProject.connect(self.save)
        project.readProject.connect(self.restore)

    def add(self, name: str, save: Callable[[], str], restore: Callable[[str], None]) -> None:
        """Keep another choice; `restore` also gets an empty text where none was stored."""
        self._parts[name] = _Part(save, restore)

    def save(self, *_: object) -> None:
        """Write all choices to the project."""
        for name, part in self._parts.items():
            self._write(name, part.save())

    def restore(self, *_: object) -> None:
        """Restore all choices from the project."""
        for name, part in self._parts.items():
            text, found = QgsProject.instance().readEntry(SCOPE, _key(name), "")
            part.restore(text if found and len(text) <= MAX_LENGTH else "")

    def disconnect_project(self) -> None:
        """Disconnect from the project, before the panel is removed."""
        project = QgsProject.instance()
        project.writeProject.disconnect(self.save)
        project.readProject.disconnect(self.restore)

    @staticmethod
    def _write(name: str, text: str) -> None:
        project = QgsProject.instance()
        if text:
            project.writeEntry(SCOPE, _key(name), text)
        else:
            project.removeEntry(SCOPE, _key(name))


def _key(name: str) -> str:
    return f"/panel/{name}"
