"""A label whose lines are never cut off or covered by its neighbours."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget


class WrappedLabel(QLabel):
    """It is at least as high as its lines; Qt's layouts assume a wider label, with fewer lines."""

    def __init__(self, text: str = "", parent: QWidget | None = None):
        super().__init__(text, parent)
        self.setWordWrap(True)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def setText(self, text: str) -> None:  # noqa: N802
        if text != self.text():  # otherwise the whole panel would be laid out again
            super().setText(text)
            self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit()

    def _fit(self) -> None:
        before = self.minimumHeight()
        self.setMinimumHeight(0)  # Qt takes no less than it as the height of the lines
        needed = max(self.heightForWidth(self.width()), 0) if self.text() else 0
        if needed or before:
            self.setMinimumHeight(needed)
