"""A section of the panel with a slim heading that folds it."""

from __future__ import annotations

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QToolButton, QVBoxLayout, QWidget

FOLDED_SETTING = "geodiffnet/panel/folded/"
ARROW_SIZE = 10
HEADING_HEIGHT = 20


class Section(QWidget):
    """A heading and a body; whether it is folded is remembered under its name."""

    unfolded = pyqtSignal(QWidget)

    def __init__(self, name: str, title: str, folded: bool = False, parent: QWidget | None = None):
        super().__init__(parent)
        self._setting = FOLDED_SETTING + name
        self._unfolded_policy = QSizePolicy.Policy.Preferred
        self.heading = QToolButton()
        self.heading.setText(title)
        self.heading.setAutoRaise(True)
        self.heading.setCheckable(False)
        self.heading.setIconSize(QSize(ARROW_SIZE, ARROW_SIZE))
        self.heading.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.heading.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.heading.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.heading.setFixedHeight(max(HEADING_HEIGHT, self.heading.fontMetrics().height() + 2))
        font = self.heading.font()
        font.setBold(True)
        self.heading.setFont(font)
        self.body = QWidget()
        self.column = QVBoxLayout(self.body)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(1)
        self._top = QHBoxLayout()
        self._top.setSpacing(2)
        self._top.addWidget(self.heading, 1)
        layout.addLayout(self._top)
        layout.addWidget(self.body, 1)
        self.heading.clicked.connect(lambda: self.set_folded(not self.is_folded))
        self._fold(QgsSettings().value(self._setting, folded, type=bool))

    @property
    def is_folded(self) -> bool:
        """Whether only the heading is shown."""
        return self.body.isHidden()

    def keep_height(self) -> None:
        """Be no higher than the body needs."""
        self._unfolded_policy = QSizePolicy.Policy.Fixed
        self._fold(self.is_folded)

    def add_to_heading(self, widget: QWidget) -> None:
        """Show a widget at the right of the heading, also while the section is folded."""
        self._top.addWidget(widget)

    def set_title(self, title: str) -> None:
        """Change the heading."""
        self.heading.setText(title)

    def set_folded(self, folded: bool) -> None:
        """Fold or unfold the section, and remember it."""
        if folded != self.is_folded:
            self._fold(folded)
            QgsSettings().setValue(self._setting, folded)
            if not folded:
                self.unfolded.emit(self)

    def _fold(self, folded: bool) -> None:
        self.body.setVisible(not folded)
        # The height that a folded section does not need is given to others.
        policy = QSizePolicy.Policy.Fixed if folded else self._unfolded_policy
        self.setSizePolicy(QSizePolicy.Policy.Preferred, policy)
        self.heading.setArrowType(Qt.ArrowType.RightArrow if folded else Qt.ArrowType.DownArrow)
