"""The table model of the class list in the panel."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from ..bridge.class_list import TrainingClass
from ..bridge.translation import tr
from .statistics import NO_STATISTICS, ClassStatistics

KEY, COLOUR, NAME, POLYGONS, PIXELS = range(5)
MAX_SHORTCUT_KEY = 9
#: Below these, a class is hard to classify and cannot be cross-validated well.
RECOMMENDED_POLYGONS, RECOMMENDED_PIXELS = 5, 30
SWATCH = 16
#: Legible on light and on dark themes.
ADVICE_COLOUR = QColor("#d07a1c")


class ClassModel(QAbstractTableModel):
    """One row per class: shortcut key, colour, name, number of polygons and of pixels."""

    renamed = pyqtSignal(str, str)  # the old name and the wanted one

    def __init__(self, parent: QObject | None = None):
        super().__init__(parent)
        self._classes: list[TrainingClass] = []
        self._class_statistics: dict[str, ClassStatistics] = {}

    def show_classes(self, classes: list[TrainingClass]) -> None:
        """Show these classes; the selection is kept where their number is the same."""
        if classes == self._classes:
            return
        if len(classes) == len(self._classes):
            self._classes = classes
            self._all_changed()
            return
        self.beginResetModel()
        self._classes = classes
        self.endResetModel()

    def show_statistics(self, class_statistics: dict[str, ClassStatistics]) -> None:
        """Show the numbers of polygons and pixels."""
        self._class_statistics = class_statistics
        self._all_changed()

    def entry(self, row: int) -> TrainingClass | None:
        """The class of a row."""
        return self._classes[row] if 0 <= row < len(self._classes) else None

    def row_of(self, name: str) -> int:
        """The row of a class; -1 for none."""
        names = [entry.name for entry in self._classes]
        return names.index(name) if name in names else -1

    def class_stats(self, name: str) -> ClassStatistics:
        """The numbers of polygons and pixels of a class."""
        return self._class_statistics.get(name, NO_STATISTICS)

    def advice(self, name: str) -> str:
        """A hint where a class has few polygons or pixels; empty otherwise."""
        class_stats = self.class_stats(name)
        if class_stats.polygons == 0:
            return tr("No polygons yet.")
        if class_stats.polygons < RECOMMENDED_POLYGONS:
            return tr("Few polygons: at least {}, spread over the scene, are recommended.").format(
                RECOMMENDED_POLYGONS
            )
        if class_stats.pixels < RECOMMENDED_PIXELS:
            return tr("Few pixels: at least {} are recommended.").format(RECOMMENDED_PIXELS)
        return ""

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._classes)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 5

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", "", tr("Class"), tr("Polygons"), tr("Pixels"))[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            is_count = section >= POLYGONS
            side = Qt.AlignmentFlag.AlignRight if is_count else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        column, class_stats = index.column(), self.class_stats(entry.name)
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            key = str(index.row() + 1) if index.row() < MAX_SHORTCUT_KEY else ""
            return (key, None, entry.name, str(class_stats.polygons), f"{class_stats.pixels:,}")[
                column
            ]
        if role == Qt.ItemDataRole.DecorationRole and column == COLOUR:
            return swatch(entry.colour)
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            side = (
                Qt.AlignmentFlag.AlignRight if column >= POLYGONS else Qt.AlignmentFlag.AlignHCenter
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole and column >= POLYGONS:
            return QBrush(ADVICE_COLOUR) if self.advice(entry.name) else None
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._tip(index, entry)
        return None

    def setData(  # noqa: N802
        self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole
    ) -> bool:
        entry = self.entry(index.row())
        new_name = str(value).strip()
        if role != Qt.ItemDataRole.EditRole or entry is None or new_name in ("", entry.name):
            return False
        self.renamed.emit(entry.name, new_name)
        return True

    def _tip(self, index: QModelIndex, entry: TrainingClass) -> str:
        if index.column() == COLOUR:
            return tr("Double-click to choose another colour.")
        if index.column() == NAME:
            return tr("Click to draw; double-click to rename.")
        if index.column() == KEY and index.row() < MAX_SHORTCUT_KEY:
            return tr("Press {} to draw polygons of this class.").format(index.row() + 1)
        return self.advice(entry.name)

    def _all_changed(self) -> None:
        if self._classes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._classes) - 1, 4))


def swatch(colour: str, size: int = SWATCH) -> QIcon:
    """An icon of a coloured square with an outline."""
    image = QPixmap(size * 2, size * 2)  # for high-resolution displays
    image.setDevicePixelRatio(2)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QPen(QColor(128, 128, 128), 1))
    painter.drawRoundedRect(1, 1, size - 2, size - 2, 3, 3)
    painter.end()
    return QIcon(image)
