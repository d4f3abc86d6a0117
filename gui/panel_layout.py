"""The layout of the panel: sections that fold, and a footer with the buttons of the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import Qt, QTimer
from qgis.PyQt.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from .appearance import CHECKED_STYLE
from .section import Section

MIN_WIDTH = 300
MARGIN = 4  # at both sides
SPACING = 3


class PanelLayout(QWidget):
    """Some sections take the height that others leave; if there is none, they scroll."""

    def __init__(
        self, rows: Sequence[tuple[QWidget, int]], footer: Sequence[QWidget], parent: QWidget
    ):
        """`rows` are widgets with their stretch; the footer stays where they scroll."""
        super().__init__(parent)
        self.setStyleSheet(CHECKED_STYLE)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(MARGIN, 4, MARGIN, 4)
        column.setSpacing(SPACING)
        for widget, stretch in rows:
            column.addWidget(widget, stretch)
            if isinstance(widget, Section):
                widget.unfolded.connect(self._show_section)
        column.addStretch(0)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFrameShape(QScrollArea.Shape.NoFrame)
        self._area.setWidget(content)
        buttons = QWidget()
        below = QVBoxLayout(buttons)
        below.setContentsMargins(MARGIN, 2, MARGIN, 6)
        below.setSpacing(SPACING)
        for widget in footer:
            below.addWidget(widget)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._area, 1)
        layout.addWidget(buttons)
        self._unfolded: Section | None = None
        # After the section has got its place.
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._scroll)
        self._set_min_width(content, buttons)

    def _set_min_width(self, *contents: QWidget) -> None:
        """Some languages need more width than English; a scroll bar may cover the margin only."""
        needed = max(content.minimumSizeHint().width() for content in contents) - MARGIN
        self.setMinimumWidth(
            max(MIN_WIDTH, needed + self._area.verticalScrollBar().sizeHint().width())
        )

    def _show_section(self, section: Section) -> None:
        self._unfolded = section
        self._timer.start()

    def _scroll(self) -> None:
        if self._unfolded is not None:
            self._area.ensureWidgetVisible(self._unfolded)


def make_section(name: str, title: str, *widgets: QWidget) -> Section:
    """A section of these widgets; the last one takes the height that is left."""
    section = Section(name, title)
    for number, widget in enumerate(widgets, 1):
        section.column.addWidget(widget, int(number == len(widgets)))
    return section
