"""The keys of the panel: fixed ones for classes and suggestions, others that users change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QObject, Qt
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QShortcut

from ..bridge.translation import tr
from .class_model import MAX_SHORTCUT_KEY
from .shortcuts import PanelShortcuts

if TYPE_CHECKING:
    from .dock import LabellingDock

SPACE = "space"


class ClassKeys(QObject):
    """Numbers for classes, space to skip a suggestion; text fields still receive these keys.

    Space skips while the map has the focus, since it presses the button that has the focus.
    """

    def __init__(self, iface: QgisInterface, dock: LabellingDock):
        super().__init__(dock)
        self._keys: dict[str, QShortcut] = {}
        for number in range(1, MAX_SHORTCUT_KEY + 1):
            key = QShortcut(QKeySequence(str(number)), iface.mainWindow())
            key.activated.connect(lambda wanted=number: dock.press_key(wanted))
            self._keys[str(number)] = key
        space = QShortcut(QKeySequence(Qt.Key.Key_Space), iface.mapCanvas())
        space.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        space.activated.connect(dock.suggestions.skip)
        self._keys[SPACE] = space

    def set_enabled(self, classes: bool, suggestions: bool) -> None:
        """Enable the keys of classes, and that of suggestions."""
        for name, key in self._keys.items():
            key.setEnabled(classes and (suggestions or name != SPACE))

    def remove(self) -> None:
        """Remove the keys from QGIS."""
        for key in self._keys.values():
            key.setEnabled(False)
            key.deleteLater()
        self._keys = {}


def add_shortcuts(shortcuts: PanelShortcuts, dock: LabellingDock) -> None:
    """Register what the panel can do; tools follow the order of their buttons."""
    maps = dock.map
    add = shortcuts.add
    add("UpdateMap", tr("Update map"), "Shift+F5", maps.start_map)
    add("Suggest", tr("Suggest locations"), "Shift+F3", maps.start_suggestions)
    add("ShowMap", tr("Show or hide the map"), "Shift+F7", maps.shown.click)
    confidence = tr("Show or hide the confidence")
    add("ShowConfidence", confidence, "Shift+F8", maps.confidence.click)
    add("Live", tr("Live map on or off"), "Shift+F9", dock.live_section.toggle.click)
    add("NextClass", tr("Next class"), ".", lambda: dock.select_next_class(1))
    add("PreviousClass", tr("Previous class"), ",", lambda: dock.select_next_class(-1))
    for number, (name, action) in enumerate(dock.tools.toolbar.actions_by_name.items(), 1):
        add(f"Tool{name.title()}", action.text(), f"Alt+{number}", action.trigger)
