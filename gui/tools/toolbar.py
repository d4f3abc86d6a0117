"""The row of drawing tools: a checkable button per tool, the size of the tool, and a menu."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QSignalBlocker, QSize, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAction,
    QDoubleSpinBox,
    QHBoxLayout,
    QMenu,
    QToolButton,
    QWidget,
)

from ...bridge.translation import tr

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons" / "tools"
POLYGON, SCRIBBLE, BRUSH, POINT, LASSO, WAND, ERASER = (
    "polygon", "scribble", "brush", "point", "lasso", "wand", "eraser",
)  # fmt: skip
#: Titles and explanations in the order of the buttons.
TOOLS = {
    POLYGON: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Polygon"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Click the corners, then right-click. Snapping and advanced digitizing work as in "
            "QGIS; Backspace removes the last corner, Esc all.",
        ),
    ),
    SCRIBBLE: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Scribble"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Drag to draw a line of this width in pixels. Shift: straight line; Ctrl: erase; "
            "Shift+wheel: width; right-click or Esc: cancel.",
        ),
    ),
    BRUSH: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Brush"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Drag to paint an area with a disc of this radius in pixels. Shift: straight line; "
            "Ctrl: erase; Shift+wheel: radius; right-click or Esc: cancel.",
        ),
    ),
    POINT: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Pixel"),
        QT_TRANSLATE_NOOP("GeoDiffNet", "Click a pixel to label it. Ctrl: erase there."),
    ),
    LASSO: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Lasso"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Drag around an area. Ctrl: erase the area; right-click or Esc: cancel.",
        ),
    ),
    WAND: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Magic wand"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Shows the connected pixels whose spectra are similar to the one under the cursor; "
            "click to label them. Wheel: tolerance; Ctrl: erase them, and zoom with the wheel.",
        ),
    ),
    ERASER: (
        QT_TRANSLATE_NOOP("GeoDiffNet", "Eraser"),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Drag to cut or remove what lies under a disc of this radius in pixels. Shift: only "
            "the current class; Shift+wheel: radius; right-click or Esc: cancel.",
        ),
    ),
}
BUTTON_SIDE, ICON_SIDE = 25, 18
SIZE_WIDTH = 64


class ToolBar(QWidget):
    """Buttons for the tools; it knows nothing of the map."""

    tool_chosen = pyqtSignal(str, bool)  # the name of a tool, and whether it is to be used
    size_entered = pyqtSignal(float)

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self.actions_by_name = {name: self._make_action(name) for name in TOOLS}
        self.import_samples = QAction(tr("Import samples of another layer…"), self)
        self.export_samples = QAction(tr("Export samples with spectra…"), self)
        self.size = QDoubleSpinBox()
        self.size.setFixedWidth(SIZE_WIDTH)
        self.size.setKeyboardTracking(False)
        self.size.valueChanged.connect(self.size_entered.emit)
        self._lay_out()
        self.set_available(())
        self.show_size(None, 0, 0)

    def set_available(self, names: Iterable[str]) -> None:
        """Enable these tools only."""
        available = set(names)
        for name, action in self.actions_by_name.items():
            action.setEnabled(name in available)
            title, explanation = (tr(text) for text in TOOLS[name])
            tip = f"<b>{title}</b><br>{explanation}"
            if name not in available:
                reason = tr("It needs a scene, and a training layer whose geometries suit it.")
                tip += f"<br><i>{reason}</i>"
            action.setToolTip(tip)

    def show_size(
        self, size: float | None, low: float, high: float, is_angle: bool = False
    ) -> None:
        """Show the size of the current tool; None for a tool without one."""
        with QSignalBlocker(self.size):
            self.size.setEnabled(size is not None)
            self.size.setSpecialValueText("–" if size is None else "")
            self.size.setRange(low, high)
            self.size.setDecimals(1)
            self.size.setSingleStep(0.5)
            self.size.setSuffix("°" if is_angle else " px")
            self.size.setValue(size or 0)
        self.size.setToolTip(
            tr("Tolerance of the magic wand: the spectral angle in degrees.")
            if is_angle
            else tr("Size of the tool in pixels of the scene.")
        )

    def _make_action(self, name: str) -> QAction:
        title, _ = TOOLS[name]
        action = QAction(QIcon(str(ICONS / f"{name}.svg")), tr(title), self)
        action.setCheckable(True)
        action.triggered.connect(lambda wanted: self.tool_chosen.emit(name, wanted))
        return action

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(1)
        for action in self.actions_by_name.values():
            row.addWidget(_button(action))
        row.addStretch(1)
        row.addWidget(self.size)
        self.more = QToolButton()
        self.more.setIcon(QIcon(str(ICONS / "samples.svg")))
        self.more.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
        self.more.setFixedSize(BUTTON_SIDE + 8, BUTTON_SIDE)
        self.more.setAutoRaise(True)
        self.more.setToolTip(tr("Import and export samples"))
        self.more.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self.more)
        menu.addAction(self.import_samples)
        menu.addAction(self.export_samples)
        self.more.setMenu(menu)
        row.addWidget(self.more)


def _button(action: QAction) -> QToolButton:
    button = QToolButton()
    button.setDefaultAction(action)
    button.setAutoRaise(True)
    button.setIconSize(QSize(ICON_SIDE, ICON_SIDE))
    button.setFixedSize(BUTTON_SIDE, BUTTON_SIDE)
    return button
