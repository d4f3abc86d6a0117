"""The table of classes: it shows the columns that fit, the important ones first."""

from __future__ import annotations

from qgis.PyQt.QtCore import QEvent, QSize, Qt
from qgis.PyQt.QtGui import QResizeEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QSizePolicy,
    QTableView,
    QWidget,
)

from .class_model import (
    AREA,
    COLOUR,
    KEY,
    MARK,
    NAME,
    PIXELS,
    POLYGONS,
    PRECISION,
    RECALL,
    ClassModel,
)
from .name_delegate import NameDelegate

ROW_HEIGHT = 22
ROWS_SHOWN = 3
KEY_WIDTH, COLOUR_WIDTH, MARK_WIDTH = 18, 22, 20
#: Characters of a name that are shown in any case.
MIN_NAME_CHARACTERS = 9
#: The first are shown first, where they fit beside so many characters of the longest name.
OPTIONAL_COLUMNS = {RECALL: 13, PRECISION: 13, POLYGONS: 13, PIXELS: 22, AREA: 22}
CELL_PADDING = 8


class ClassTable(QTableView):
    """A table view that hides columns without values and those that do not fit."""

    def __init__(self, model: ClassModel, parent: QWidget | None = None):
        super().__init__(parent)
        self._class_model = model
        self.setModel(model)
        self.setItemDelegateForColumn(NAME, NameDelegate(self))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setWordWrap(False)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(16)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        header.moveSection(MARK, header.visualIndex(POLYGONS))
        for column, width in ((KEY, KEY_WIDTH), (COLOUR, COLOUR_WIDTH), (MARK, MARK_WIDTH)):
            self.setColumnWidth(column, width)
        self.setMinimumHeight(ROW_HEIGHT * (ROWS_SHOWN + 1) + 4)
        # Not Ignored: beside labels of several lines, layouts would not count its minimum height.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        model.dataChanged.connect(self.fit_columns)
        model.modelReset.connect(self.fit_columns)

    def sizeHint(self) -> QSize:  # noqa: N802
        """The minimum: the table takes what other sections leave, and does not scroll them."""
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:  # noqa: N802
        return QSize(160, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802
        super().resizeEvent(event)
        self.fit_columns()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit_columns()

    def fit_columns(self, *_: object) -> None:
        """Show the columns that have values and fit beside the names."""
        has_mark = self._class_model.has_values(MARK)
        available = self.viewport().width() - KEY_WIDTH - COLOUR_WIDTH - has_mark * MARK_WIDTH
        longest = self._longest_name()
        shown = set()
        for column, characters in OPTIONAL_COLUMNS.items():
            if not self._class_model.has_values(column):
                continue
            width = self._needed_width(column)
            if available - self._name_width(longest, characters) < width:
                break
            available -= width
            shown.add(column)
            if self.columnWidth(column) != width:
                self.setColumnWidth(column, width)
        for column in OPTIONAL_COLUMNS:
            self._set_hidden(column, column not in shown)
        self._set_hidden(MARK, not has_mark)

    def _set_hidden(self, column: int, hidden: bool) -> None:
        if self.isColumnHidden(column) != hidden:
            self.setColumnHidden(column, hidden)

    def _longest_name(self) -> int:
        names = self._class_model.texts(NAME)
        return max((self.fontMetrics().horizontalAdvance(name) for name in names), default=0)

    def _name_width(self, longest: int, characters: int) -> int:
        """The width that names should have at least, beside another column."""
        character = self.fontMetrics().averageCharWidth()
        least, most = MIN_NAME_CHARACTERS * character, characters * character
        return min(max(longest, least), most) + CELL_PADDING

    def _needed_width(self, column: int) -> int:
        metrics, header = self.fontMetrics(), self.horizontalHeader().fontMetrics()
        title = str(self._class_model.headerData(column, Qt.Orientation.Horizontal))
        texts = self._class_model.texts(column)
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return max(widest, header.horizontalAdvance(title)) + CELL_PADDING
