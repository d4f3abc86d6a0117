"""The button of the panel that switches the live map, and the line that says how far it is."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ...bridge.translation import tr
from ..appearance import own_icon
from .live_map import LiveMap


class LiveSection(QWidget):
    """The line of status, hidden while there is none; the toggle stands in the row of buttons."""

    def __init__(self, live: LiveMap, parent: QWidget | None = None):
        super().__init__(parent)
        self.toggle = QToolButton()
        self.toggle.setIcon(own_icon("panel/live"))
        self.toggle.setText(tr("Live"))
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(
            tr("Map the visible part of the scene after each change of the polygons.")
        )
        self.status = QLabel()
        self.status.setTextFormat(Qt.TextFormat.RichText)
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.status, 1)
        self.hide()
        self.toggle.clicked.connect(live.set_enabled)
        live.enabled_changed.connect(self.toggle.setChecked)
        live.status_changed.connect(self._show_status)

    def _show_status(self, text: str) -> None:
        self.status.setText(text)
        self.setVisible(bool(text))
