"""The button, menu entry and shortcut of the panel, which is created when it is first opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import Qgis, QgsSettings
from qgis.gui import QgisInterface, QgsMessageBarItem
from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QAction, QPushButton

from ..bridge.translation import tr
from .appearance import own_icon

if TYPE_CHECKING:
    from .dock import LabellingDock

NAME = "GeoDiffNet"
HINT_SHOWN_SETTING = "geodiffnet/panel/hint_shown"
HINT_SECONDS = 30
#: Until QGIS has opened its window and shown its own messages.
HINT_DELAY_MILLISECONDS = 1000


class LabellingEntry:
    """The panel's entries in QGIS: a button in the toolbar of plugins, and a menu of the plugin."""

    def __init__(self, iface: QgisInterface):
        self._iface = iface
        self.dock: LabellingDock | None = None
        self._hint: QgsMessageBarItem | None = None
        self.action = QAction(own_icon("labelling"), tr("GeoDiffNet labelling"), iface.mainWindow())
        self.action.setObjectName("GeoDiffNetLabellingAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Draw training polygons and update the class map."))
        self.action.triggered.connect(self._toggle)
        # Not in the toolbar for rasters, which is hidden in a new profile, nor in a toolbar of its
        # own, which would take a row of the window.
        iface.addToolBarIcon(self.action)
        iface.addPluginToMenu(NAME, self.action)
        iface.registerMainWindowAction(self.action, "")
        self._hint_timer = QTimer()
        self._hint_timer.setSingleShot(True)
        self._hint_timer.timeout.connect(self._show_hint)
        if not QgsSettings().value(HINT_SHOWN_SETTING, False, type=bool):
            self._hint_timer.start(HINT_DELAY_MILLISECONDS)

    def remove(self) -> None:
        """Remove the panel, its button and its menu entry."""
        self._hint_timer.stop()
        self._remove_hint()
        if self.dock is not None:
            self.dock.shut_down()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self._iface.unregisterMainWindowAction(self.action)
        self._iface.removePluginMenu(NAME, self.action)
        self._iface.removeToolBarIcon(self.action)
        self.action.deleteLater()

    def _toggle(self, visible: bool) -> None:
        self._hint_timer.stop()
        self._remove_hint()
        QgsSettings().setValue(HINT_SHOWN_SETTING, True)
        if self.dock is None:
            from .dock import LabellingDock

            self.dock = LabellingDock(self._iface)
            self.dock.visibilityChanged.connect(self.action.setChecked)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.setUserVisible(visible)
        if visible:
            self.dock.prepare()

    def _show_hint(self) -> None:
        """Say once where the panel is."""
        bar = self._iface.messageBar()
        item = bar.createMessage(
            NAME,
            tr("Label scenes in the panel: open it in the toolbar or with Plugins ▸ GeoDiffNet."),
        )
        button = QPushButton(tr("Open the panel"), item)
        button.clicked.connect(self.action.trigger)
        item.layout().addWidget(button)
        bar.pushWidget(item, Qgis.MessageLevel.Info, HINT_SECONDS)
        item.destroyed.connect(self._forget_hint)
        self._hint = item
        QgsSettings().setValue(HINT_SHOWN_SETTING, True)

    def _forget_hint(self) -> None:
        self._hint = None

    def _remove_hint(self) -> None:
        if self._hint is not None:
            self._iface.messageBar().popWidget(self._hint)
            self._hint = None
