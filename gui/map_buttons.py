"""The row of buttons that make and show maps; other parts of the panel add their own."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QToolButton, QWidget

from ..bridge.translation import tr
from .appearance import own_icon
from .button_row import ButtonRow


class MapButtons(ButtonRow):
    """Update the map, suggest locations, show the map, show the confidence."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.update_map = _button("panel/update", tr("Update map"))
        self.update_map.setToolTip(
            tr("Train with the current polygons, saved or not, and map the scene.")
        )
        font = self.update_map.font()
        font.setBold(True)
        self.update_map.setFont(font)
        self.suggest = _button("suggest", tr("Suggest"))
        self.suggest.setToolTip(
            tr("Find locations whose class would improve the model most, and label them.")
        )
        self.shown = _button("panel/map", tr("Map"), checkable=True)
        self.shown.setToolTip(tr("Show or hide the class map."))
        self.confidence = _button("panel/confidence", tr("Confidence"), checkable=True)
        self.confidence.setToolTip(
            tr("Show or hide the confidence: more polygons help most where it is dark (low).")
        )
        for button in (self.update_map, self.suggest, self.shown, self.confidence):
            self.add(button)

    def set_live(self, live: bool) -> None:
        """Name the first button by what it does beside a live map, or without one."""
        text = tr("Map whole scene") if live else tr("Update map")
        self.set_text(self.update_map, text)


def _button(icon: str, text: str, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setIcon(own_icon(icon))
    button.setText(text)
    button.setCheckable(checkable)
    return button
