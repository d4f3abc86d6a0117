"""The section of the panel that lists classes that are confused, and zooms to where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from qgis.core import QgsGeometry
from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from .class_model import swatch
from .section import Section

ROWS_SHOWN = 4
MAX_PAIRS = 20
FIRST, SECOND, VALUE = range(3)
SWATCH = 12


@dataclass(frozen=True)
class ListedPair:
    """Two classes, how similar they are as a text, and where, the worst first."""

    classes: tuple[str, str]
    text: str
    locations: tuple[QgsGeometry, ...]


class ConfusedSection(Section):
    """A list of pairs; hidden while there are none."""

    location_wanted = pyqtSignal(object)  # QgsGeometry, in the scene's coordinate reference system

    def __init__(self, colour_of: Callable[[str], str], parent: QWidget | None = None):
        super().__init__("confused", "", folded=True, parent=parent)
        self._colour_of = colour_of
        self._pairs: list[ListedPair] = []
        self._visits: dict[tuple[str, str], int] = {}
        self.list = QTreeWidget()
        self.list.setRootIsDecorated(False)
        self.list.setHeaderHidden(True)
        self.list.setColumnCount(VALUE + 1)
        self.list.setIconSize(QSize(SWATCH, SWATCH))
        self.list.setUniformRowHeights(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        for column in (FIRST, SECOND):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(VALUE, QHeaderView.ResizeMode.ResizeToContents)
        self.column.addWidget(self.list)
        self.keep_height()
        self.list.itemClicked.connect(self._clicked)
        self.hide()

    @property
    def pairs(self) -> list[ListedPair]:
        """The pairs that are listed."""
        return list(self._pairs)

    def show_pairs(self, title: str, tip: str, pairs: Sequence[ListedPair]) -> None:
        """List some pairs, the worst first."""
        self.set_title(title)
        self.heading.setToolTip(tip)
        shown = list(pairs[:MAX_PAIRS])
        if [pair.classes for pair in shown] != [pair.classes for pair in self._pairs]:
            self._visits = {}
        self._pairs = shown
        self.list.clear()
        for pair in shown:
            item = QTreeWidgetItem([*pair.classes, pair.text])
            for column in (FIRST, SECOND):
                name = pair.classes[column]
                item.setIcon(column, swatch(self._colour_of(name), SWATCH))
                item.setToolTip(column, name)
            item.setTextAlignment(
                VALUE, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            item.setToolTip(VALUE, tip)
            self.list.addTopLevelItem(item)
        rows = max(min(len(shown), ROWS_SHOWN), 1)
        height = self.list.sizeHintForRow(0) if shown else 0
        self.list.setFixedHeight(rows * max(height, 18) + 2 * self.list.frameWidth() + 2)
        self.setVisible(bool(shown))

    def clear(self) -> None:
        """List nothing."""
        self.show_pairs("", "", [])

    def _clicked(self, item: QTreeWidgetItem, _: int) -> None:
        """Ask for the next location of a pair."""
        pair = self._pairs[self.list.indexOfTopLevelItem(item)]
        if pair.locations:
            visit = self._visits.get(pair.classes, 0)
            self._visits[pair.classes] = visit + 1
            self.location_wanted.emit(pair.locations[visit % len(pair.locations)])
