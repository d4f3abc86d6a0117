"""The list of classes as the panel's table shows it."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from ..bridge.class_list import TrainingClass
from .statistics import NO_STATISTICS, ClassStatistics
from .translation import tr

KEY, COLOUR, NAME, POLYGONS, PIXELS = range(5)
MAX_SHORTCUT_KEY = 9
#: Below these, a class is learnt badly or cannot be tested.
RECOMMENDED_POLYGONS, RECOMMENDED_PIXELS = 5, 30
SWATCH = 16
#: Read on light and on dark themes.
ADVICE_COLOUR = QColor("#d07a1c")


class ClassModel(QAbstractTableModel):
    """One row a class: key, colour, name, polygons, pixels."""

    renamed = pyqtSignal(str, str)  # the old name and the wanted one

    def __init__(self, parent=None):
        super().__init__(parent)
        self._classes: list[TrainingClass] = []
        self._class_statistics: dict[str, ClassStatistics] = {}

    def show_classes(self, classes: list[TrainingClass]) -> None:
        """Show these classes; the rows stay where the classes do."""
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
        """Show what has been drawn of the classes."""
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
        """What has been drawn of a class."""
        return self._class_statistics.get(name, NO_STATISTICS)

    def advice(self, name: str) -> str:
        """A gentle word where little has been drawn; empty otherwise."""
        class_stats = self.class_stats(name)
        if class_stats.polygons == 0:
            return tr("Nothing drawn yet.")
        if class_stats.polygons < RECOMMENDED_POLYGONS:
            return tr("Few polygons: {} or more, spread over the scene, teach better.").format(
                RECOMMENDED_POLYGONS
            )
        if class_stats.pixels < RECOMMENDED_PIXELS:
            return tr("Few pixels: {} or more teach better.").format(RECOMMENDED_PIXELS)
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
            return tr("Press {} to draw this class.").format(index.row() + 1)
        return self.advice(entry.name)

    def _all_changed(self) -> None:
        if self._classes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._classes) - 1, 4))


def swatch(colour: str, size: int = SWATCH) -> QIcon:
    """A square of a colour, told from any background by its edge."""
    image = QPixmap(size * 2, size * 2)  # sharp on a screen of high resolution
    image.setDevicePixelRatio(2)
    image.fill(QColor(0, 0, 0, 0))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colour))
    painter.setPen(QPen(QColor(128, 128, 128), 1))
    painter.drawRoundedRect(1, 1, size - 2, size - 2, 3, 3)
    painter.end()
    return QIcon(image)
