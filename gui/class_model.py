"""The table model of the class list in the panel."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QIcon, QPainter, QPen, QPixmap

from ..backend.common.label_counts import RECOMMENDED_POLYGONS
from ..bridge.class_list import TrainingClass
from ..bridge.translation import tr
from .appearance import theme_icon
from .class_accuracy import NO_ACCURACY, AccuracyTable
from .class_texts import (
    area_number,
    area_unit,
    change_arrow,
    header_tip,
    header_title,
    percent_text,
)
from .class_warnings import RECOMMENDED_PIXELS, class_warnings
from .numbers import number_text
from .overlaps import OverlapFinder
from .statistics import NO_STATISTICS, ClassStatistics

KEY, COLOUR, NAME, POLYGONS, PIXELS, RECALL, PRECISION, AREA, MARK = range(9)
#: The columns of which a value may be missing for all classes.
ACCURACY_COLUMNS = {RECALL: "recall", PRECISION: "precision", AREA: "area"}
MAX_SHORTCUT_KEY = 9
SWATCH = 16
#: Legible on light and on dark themes.
ADVICE_COLOUR = QColor("#d07a1c")
BETTER_COLOUR, WORSE_COLOUR = QColor("#3a9a4a"), QColor("#d2483f")


class ClassModel(QAbstractTableModel):
    """One row per class: key, colour, name, samples, accuracy and area, and a warning mark."""

    renamed = pyqtSignal(str, str)  # the old name and the wanted one

    def __init__(self, overlaps: OverlapFinder | None = None, parent: QObject | None = None):
        super().__init__(parent)
        self._overlaps = overlaps
        self._classes: list[TrainingClass] = []
        self._class_statistics: dict[str, ClassStatistics] = {}
        self._accuracy = NO_ACCURACY
        self._area_unit = area_unit(0.0)
        self._warnings: dict[str, list[str]] = {}
        self._swatches: dict[str, QIcon] = {}
        if overlaps is not None:
            overlaps.changed.connect(self.refresh)

    def show_classes(self, classes: list[TrainingClass]) -> None:
        """Show these classes; the selection is kept where their number is the same."""
        if classes == self._classes:
            return
        if len(classes) == len(self._classes):
            self._classes = classes
            self.refresh()
            return
        self.beginResetModel()
        self._classes = classes
        self._find_warnings()
        self.endResetModel()

    def show_statistics(self, class_statistics: dict[str, ClassStatistics]) -> None:
        """Show the numbers of polygons and pixels."""
        before, self._class_statistics = self._class_statistics, class_statistics
        if before.keys() == class_statistics.keys() and all(
            before[name] is found for name, found in class_statistics.items()
        ):
            return
        self.refresh()

    def show_accuracy(self, accuracy: AccuracyTable) -> None:
        """Show recall, precision and area of each class."""
        self._accuracy = accuracy
        areas = [entry.area or 0.0 for entry in accuracy.classes.values()]
        self._area_unit = area_unit(max(areas, default=0.0))
        self.refresh()
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, AREA, AREA)

    @property
    def accuracy(self) -> AccuracyTable:
        """The accuracies that are shown."""
        return self._accuracy

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

    def warnings(self, name: str) -> list[str]:
        """What is wrong with a class, and what to do; the most important first."""
        return self._warnings.get(name, [])

    def has_values(self, column: int) -> bool:
        """Whether a column has a value or a mark for some class."""
        if column == MARK:
            return any(self._warnings.values())
        if column in ACCURACY_COLUMNS:
            names = {entry.name for entry in self._classes}
            return bool(names & set(self._accuracy.classes)) and self._accuracy.has(
                ACCURACY_COLUMNS[column]
            )
        if column == PIXELS:
            return any(stats.pixels is not None for stats in self._class_statistics.values())
        return True

    def refresh(self) -> None:
        """Show what has changed, also in the warnings."""
        self._find_warnings()
        if self._classes:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._classes) - 1, MARK))

    def rowCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return 0 if parent is not None and parent.isValid() else len(self._classes)

    def columnCount(self, parent: QModelIndex | None = None) -> int:  # noqa: N802
        return MARK + 1

    def headerData(  # noqa: N802
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation != Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._area_unit[0] if section == AREA else header_title(section)
        if role == Qt.ItemDataRole.ToolTipRole:
            return header_tip(section)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if section <= NAME else Qt.AlignmentFlag.AlignRight
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: QModelIndex) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == NAME else flags

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entry(index.row())
        if entry is None:
            return None
        column = index.column()
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), column)
        if role == Qt.ItemDataRole.DecorationRole and column == COLOUR:
            return self._swatch(entry.colour)
        if role == Qt.ItemDataRole.DecorationRole and column == MARK and self.warnings(entry.name):
            return theme_icon("mIconWarning")
        if role == Qt.ItemDataRole.TextAlignmentRole and column != NAME:
            side = (
                Qt.AlignmentFlag.AlignRight if column >= POLYGONS else Qt.AlignmentFlag.AlignHCenter
            )
            return side | Qt.AlignmentFlag.AlignVCenter
        if role == Qt.ItemDataRole.ForegroundRole:
            return self._text_colour(column, entry)
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

    def texts(self, column: int) -> list[str]:
        """The texts of a column."""
        return [self._text(row, column) or "" for row in range(len(self._classes))]

    def _text(self, row: int, column: int) -> str | None:
        entry = self._classes[row]
        class_stats, accuracy = self.class_stats(entry.name), self._accuracy.of(entry.name)
        if column == KEY:
            return str(row + 1) if row < MAX_SHORTCUT_KEY else ""
        if column == NAME:
            return entry.name
        if column == POLYGONS:
            return str(class_stats.polygons)
        if column == PIXELS:
            return "" if class_stats.pixels is None else number_text(class_stats.pixels)
        if column == RECALL:
            return percent_text(accuracy.recall) + change_arrow(accuracy.recall_change)
        if column == PRECISION:
            return percent_text(accuracy.precision) + change_arrow(accuracy.precision_change)
        if column == AREA:
            return area_number(accuracy.area, self._area_unit[1])
        return None

    def _swatch(self, colour: str) -> QIcon:
        if colour not in self._swatches:
            self._swatches[colour] = swatch(colour)
        return self._swatches[colour]

    def _text_colour(self, column: int, entry: TrainingClass) -> QBrush | None:
        accuracy = self._accuracy.of(entry.name)
        change = {RECALL: accuracy.recall_change, PRECISION: accuracy.precision_change}.get(column)
        if change is not None:
            return QBrush(BETTER_COLOUR if change > 0 else WORSE_COLOUR)
        samples = self.class_stats(entry.name)
        is_small = {
            POLYGONS: samples.polygons < RECOMMENDED_POLYGONS,
            PIXELS: (samples.pixels or 0) < RECOMMENDED_PIXELS,
        }
        return QBrush(ADVICE_COLOUR) if is_small.get(column) and samples.polygons else None

    def _tip(self, index: QModelIndex, entry: TrainingClass) -> str:
        warnings = "\n".join(f"• {warning}" for warning in self.warnings(entry.name))
        if index.column() == COLOUR:
            return tr("Double-click to choose another colour.")
        if index.column() == NAME:
            tip = tr("Click to draw; double-click to rename.")
            return "\n".join(part for part in (entry.name, tip, warnings) if part)
        if index.column() == KEY and index.row() < MAX_SHORTCUT_KEY:
            return tr("Press {} to draw polygons of this class.").format(index.row() + 1)
        return warnings

    def _find_warnings(self) -> None:
        self._warnings = {
            entry.name: class_warnings(
                entry.name,
                self.class_stats(entry.name),
                self._accuracy,
                self._overlaps.partners(entry.name) if self._overlaps is not None else {},
            )
            for entry in self._classes
        }


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
