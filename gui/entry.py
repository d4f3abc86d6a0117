"""The button and menu entry of the panel, which is created when it is first opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from ..bridge.translation import tr

if TYPE_CHECKING:
    from .dock import LabellingDock

ICON = Path(__file__).resolve().parent.parent / "resources" / "icons" / "labelling.svg"
MENU = "GeoDiffNet"


class LabellingEntry:
    """The panel's entry in the main window of QGIS."""

    def __init__(self, iface: QgisInterface):
        self._iface = iface
        self.dock: LabellingDock | None = None
        self.action = QAction(QIcon(str(ICON)), tr("GeoDiffNet labelling"), iface.mainWindow())
        self.action.setObjectName("GeoDiffNetLabellingAction")
        self.action.setCheckable(True)
        self.action.setToolTip(tr("Draw training polygons and update the class map."))
        self.action.triggered.connect(self._toggle)
        iface.addRasterToolBarIcon(self.action)
        iface.addPluginToRasterMenu(MENU, self.action)

    def remove(self) -> None:
        """Remove the panel, its button and its menu entry."""
        if self.dock is not None:
            self.dock.shut_down()
            self._iface.removeDockWidget(self.dock)
            self.dock.deleteLater()
            self.dock = None
        self._iface.removeRasterToolBarIcon(self.action)
        self._iface.removePluginRasterMenu(MENU, self.action)
        self.action.deleteLater()

    def _toggle(self, visible: bool) -> None:
        if self.dock is None:
            from .dock import LabellingDock

            self.dock = LabellingDock(self._iface)
            self.dock.visibilityChanged.connect(self.action.setChecked)
            self._iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.setUserVisible(visible)
        if visible:
            self.dock.prepare()
