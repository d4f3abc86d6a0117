"""The row of the panel that switches the live map and says how far it is."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from ...bridge.translation import tr
from .live_map import LiveMap


class LiveSection(QWidget):
    """A toggle and a line of status."""

    def __init__(self, live: LiveMap, parent: QWidget | None = None):
        super().__init__(parent)
        self.toggle = QToolButton()
        self.toggle.setText(tr("Live"))
        self.toggle.setCheckable(True)
        self.toggle.setToolTip(
            tr("Map the visible part of the scene after each change of the polygons.")
        )
        self.status = QLabel()
        self.status.setWordWrap(True)
        self.status.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.toggle)
        row.addWidget(self.status, 1)
        self.toggle.clicked.connect(live.set_enabled)
        live.enabled_changed.connect(self.toggle.setChecked)
        live.status_changed.connect(self.status.setText)
