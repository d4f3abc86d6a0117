"""A row of buttons that shows the texts of as many buttons as fit, and the icons of all."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QObject, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QWidget

ICON_ONLY = Qt.ToolButtonStyle.ToolButtonIconOnly
WITH_TEXT = Qt.ToolButtonStyle.ToolButtonTextBesideIcon
SPACING = 2
ICON_SIZE = 18


class ButtonRow(QWidget):
    """Buttons in one row; the first ones keep their texts longest."""

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._buttons: list[QToolButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(SPACING)

    def add(self, button: QToolButton) -> QToolButton:
        """Add a button at the end of the row."""
        button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        button.installEventFilter(self)
        self._buttons.append(button)
        self._row.addWidget(button)
        self._fit()
        return button

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        """The size with the text of the first button and the icons of the others."""
        widths = [
            _width(button, WITH_TEXT if index == 0 else ICON_ONLY)
            for index, button in enumerate(self._shown())
        ]
        return QSize(_total(widths), super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802
        """Fit again when a button is shown or hidden, or gets another text or font."""
        if event.type() in (
            QEvent.Type.ShowToParent,
            QEvent.Type.HideToParent,
            QEvent.Type.FontChange,
            QEvent.Type.StyleChange,
        ):
            self._fit()
        return super().eventFilter(watched, event)

    def set_text(self, button: QToolButton, text: str) -> None:
        """Change the text of a button."""
        button.setText(text)
        self._fit()
        self.updateGeometry()

    def _shown(self) -> list[QToolButton]:
        return [button for button in self._buttons if not button.isHidden()]

    def _fit(self) -> None:
        buttons = self._shown()
        full = [_width(button, WITH_TEXT) for button in buttons]
        icons = [_width(button, ICON_ONLY) for button in buttons]
        with_text = len(buttons)
        while with_text > 1 and _total(full[:with_text] + icons[with_text:]) > self.width():
            with_text -= 1
        for index, button in enumerate(buttons):
            style = WITH_TEXT if index < with_text else ICON_ONLY
            if button.toolButtonStyle() != style:
                button.setToolButtonStyle(style)


def _width(button: QToolButton, style: Qt.ToolButtonStyle) -> int:
    """The width that a button needs in a style."""
    current = button.toolButtonStyle()
    if current == style:
        return int(button.sizeHint().width())
    button.blockSignals(True)
    button.setToolButtonStyle(style)
    width = int(button.sizeHint().width())
    button.setToolButtonStyle(current)
    button.blockSignals(False)
    return width


def _total(widths: list[int]) -> int:
    return sum(widths) + SPACING * max(len(widths) - 1, 0)
