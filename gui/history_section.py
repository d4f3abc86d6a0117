"""The section of the panel that lists earlier maps, shows them again and compares two of them."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import QSize, Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QWidget,
)

from ..bridge.translation import tr
from .appearance import own_icon, theme_icon
from .map_comparison import BLINK, SWIPE
from .map_history import MapRecord
from .map_texts import method_title, moment, percent
from .section import Section

TIME, METHOD, ACCURACY = range(3)
ROWS_SHOWN = 4
ICON_SIZE = 18


class HistorySection(Section):
    """Hidden while there are no maps; the map that is shown is bold."""

    map_chosen = pyqtSignal(object)  # MapRecord
    #: The mode, the map to show, and the one to compare it with; records.
    comparison_requested = pyqtSignal(str, object, object)
    comparison_ended = pyqtSignal()

    def __init__(self, parent: QWidget | None = None):
        super().__init__("history", "", folded=True, parent=parent)
        self._maps: list[MapRecord] = []
        self._shown: MapRecord | None = None
        self.table = self._make_table()
        self.show_again = _button(theme_icon("mActionShowAllLayers"), tr("Show"))
        self.show_again.setToolTip(tr("Show the selected map again, also by a double click."))
        self.swipe = _button(own_icon("panel/swipe"), tr("Swipe"), checkable=True)
        self.swipe.setToolTip(
            tr("Compare the selected map with the one shown, or two selected maps, along a line.")
        )
        self.blink = _button(own_icon("panel/blink"), tr("Blink"), checkable=True)
        self.blink.setToolTip(
            tr("Compare the selected map with the one shown, or two selected maps, in turn.")
        )
        row = QHBoxLayout()
        row.setSpacing(2)
        for button in (self.show_again, self.swipe, self.blink):
            row.addWidget(button)
        row.addStretch(1)
        self.column.addWidget(self.table)
        self.column.addLayout(row)
        self.table.itemSelectionChanged.connect(self._enable)
        self.table.itemDoubleClicked.connect(lambda *_: self._show_selected())
        self.show_again.clicked.connect(self._show_selected)
        self.swipe.clicked.connect(lambda on: self._compare(SWIPE, on))
        self.blink.clicked.connect(lambda on: self._compare(BLINK, on))
        self.set_maps([], None)

    def set_maps(self, maps: Sequence[MapRecord], shown: MapRecord | None) -> None:
        """List the maps of a scene and training layer, the newest first."""
        maps = list(maps)
        if maps == self._maps and shown == self._shown and self.table.topLevelItemCount():
            return
        selected = {record.number for record in self._selected()}
        self._maps, self._shown = maps, shown
        self.table.clear()
        for record in maps:
            accuracy = "–" if record.accuracy is None else f"{percent(record.accuracy)}\u00a0%"
            item = QTreeWidgetItem([moment(record.time), method_title(record.method), accuracy])
            item.setTextAlignment(
                ACCURACY, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            )
            font = item.font(TIME)
            font.setBold(record == shown)
            for column in (TIME, METHOD, ACCURACY):
                item.setFont(column, font)
            self.table.addTopLevelItem(item)
            item.setSelected(record.number in selected)
        self.set_title(tr("Maps ({})").format(len(maps)))
        self.setVisible(bool(maps))
        self._enable()

    def show_comparison(self, mode: str | None) -> None:
        """Check the button of the comparison that is running."""
        self.swipe.setChecked(mode == SWIPE)
        self.blink.setChecked(mode == BLINK)
        self._enable()

    def _make_table(self) -> QTreeWidget:
        table = QTreeWidget()
        table.setHeaderHidden(True)
        table.setRootIsDecorated(False)
        table.setUniformRowHeights(True)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setColumnCount(3)
        header = table.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(TIME, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(METHOD, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(ACCURACY, QHeaderView.ResizeMode.ResizeToContents)
        table.setFixedHeight(ROWS_SHOWN * (table.fontMetrics().height() + 4) + 4)
        return table

    def _selected(self) -> list[MapRecord]:
        """The selected maps, the newest first."""
        rows = sorted(self.table.indexOfTopLevelItem(item) for item in self.table.selectedItems())
        return [self._maps[row] for row in rows]

    def _pair(self) -> tuple[MapRecord, MapRecord] | None:
        """The map to show and the one to compare it with."""
        selected = self._selected()
        if len(selected) == 2:
            return selected[0], selected[1]
        if len(selected) == 1 and self._shown is not None and selected[0] != self._shown:
            return self._shown, selected[0]
        return None

    def _show_selected(self) -> None:
        selected = self._selected()
        if len(selected) == 1:
            self.map_chosen.emit(selected[0])

    def _compare(self, mode: str, on: bool) -> None:
        pair = self._pair()
        if on and pair is not None:
            self.comparison_requested.emit(mode, *pair)
        else:
            self.comparison_ended.emit()

    def _enable(self) -> None:
        selected, pair = self._selected(), self._pair()
        self.show_again.setEnabled(len(selected) == 1 and selected[0] != self._shown)
        for button in (self.swipe, self.blink):
            # One that is running can be ended whatever is selected.
            button.setEnabled(pair is not None or button.isChecked())


def _button(icon: QIcon, text: str, checkable: bool = False) -> QToolButton:
    button = QToolButton()
    button.setIcon(icon)
    button.setText(text)
    button.setCheckable(checkable)
    button.setIconSize(QSize(ICON_SIZE, ICON_SIZE))
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
    return button
