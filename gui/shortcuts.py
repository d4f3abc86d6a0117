"""Keyboard shortcuts of the panel, which users change in Settings ▸ Keyboard Shortcuts."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtWidgets import QAction

from ..bridge.translation import tr


class PanelShortcuts(QObject):
    """Actions that are registered with QGIS; they are enabled while the panel is visible."""

    def __init__(self, iface: QgisInterface, parent: QObject | None = None):
        super().__init__(parent)
        self._iface = iface
        self._enabled = False
        self._actions: list[QAction] = []

    def add(self, name: str, title: str, keys: str, run: Callable[[], object]) -> QAction:
        """Register an action with its default keys; `name` identifies it in all languages."""
        action = QAction(tr("GeoDiffNet: {}").format(title), self._iface.mainWindow())
        action.setObjectName(f"GeoDiffNet{name}")
        action.triggered.connect(lambda *_: run())
        action.setEnabled(self._enabled)
        self._iface.mainWindow().addAction(action)
        self._iface.registerMainWindowAction(action, keys)
        self._actions.append(action)
        return action

    def set_enabled(self, enabled: bool) -> None:
        """Enable the shortcuts while the panel is visible."""
        self._enabled = enabled
        for action in self._actions:
            action.setEnabled(enabled)

    def remove(self) -> None:
        """Remove all actions from QGIS."""
        for action in self._actions:
            self._iface.unregisterMainWindowAction(action)
            self._iface.mainWindow().removeAction(action)
            action.deleteLater()
        self._actions = []
