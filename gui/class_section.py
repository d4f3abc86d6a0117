"""The class list of the panel."""

from __future__ import annotations

import html
from collections.abc import Callable, Mapping
from typing import Any

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import (
    QAction,
    QColorDialog,
    QHBoxLayout,
    QMenu,
    QMessageBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ..bridge.errors import BridgeError
from ..bridge.translation import tr
from .class_accuracy import accuracy_table
from .class_model import COLOUR, NAME, ClassModel, swatch
from .class_table import ClassTable
from .class_texts import class_summary
from .overlaps import OverlapFinder
from .statistics import Statistics
from .training import TrainingLayer
from .wrapped_label import WrappedLabel

#: Warnings below the table; more would make it too small.
MAX_WARNINGS = 2


class ClassSection(QWidget):
    """The table of classes, its buttons and a hint."""

    draw_requested = pyqtSignal(str)  # a class was clicked
    current_changed = pyqtSignal(str)
    overlap_clicked = pyqtSignal()
    error_occurred = pyqtSignal(object)  # BridgeError

    def __init__(
        self, statistics: Statistics, overlaps: OverlapFinder, parent: QWidget | None = None
    ):
        super().__init__(parent)
        self._statistics, self._overlaps = statistics, overlaps
        self._training: TrainingLayer | None = None
        self.model = ClassModel(overlaps, self)
        self.table = ClassTable(self.model)
        self.add = QAction(_icon("symbologyAdd"), tr("Add class"), self)
        self.remove = QAction(_icon("symbologyRemove"), tr("Remove class"), self)
        self.merge = QAction(_icon("mActionMergeFeatures"), tr("Merge selected classes"), self)
        self.save = QAction(_icon("mActionSaveEdits"), tr("Save polygons"), self)
        self.advice = WrappedLabel()
        self.overlap_note = WrappedLabel()
        self.overlap_note.hide()
        self._lay_out()
        self.add.triggered.connect(self._add_class)
        self.remove.triggered.connect(self._remove_class)
        self.merge.triggered.connect(self._merge_classes)
        self.save.triggered.connect(lambda: self._change(TrainingLayer.save))
        self.model.renamed.connect(self._rename)
        self.table.clicked.connect(self._clicked)
        self.table.doubleClicked.connect(self._double_clicked)
        self.table.customContextMenuRequested.connect(self._open_menu)
        self.table.selectionModel().selectionChanged.connect(self._selection_changed)
        self.overlap_note.linkActivated.connect(lambda _: self.overlap_clicked.emit())
        statistics.updated.connect(self._show_statistics)
        overlaps.changed.connect(self._show_overlaps)
        self.set_training(None)

    def set_training(self, training: TrainingLayer | None) -> None:
        """Show the classes of a layer."""
        self._training = training
        for action in (self.add, self.remove, self.merge, self.save):
            action.setEnabled(training is not None)
        self.table.setEnabled(training is not None)
        self.refresh()

    def refresh(self) -> None:
        """Show the current classes of the layer."""
        current = self.current
        self.model.show_classes(self._training.classes if self._training else [])
        if self.current is None and self.model.rowCount():
            self.select_class(max(self.model.row_of(current or ""), 0))
        self._selection_changed()

    def show_metrics(self, figures: Mapping[str, Any]) -> None:
        """Show recall, precision and area of the classes of a result of the backend."""
        self.model.show_accuracy(accuracy_table(figures, self.model.accuracy))
        self._show_advice()

    @property
    def current(self) -> str | None:
        """The selected class."""
        entry = self.model.entry(self.table.currentIndex().row())
        return entry.name if entry is not None else None

    def select_class(self, row: int) -> bool:
        """Select the class of a row; False where there is none."""
        if self.model.entry(row) is None:
            return False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.table.selectionModel().setCurrentIndex(
            self.model.index(row, NAME), flags | QItemSelectionModel.SelectionFlag.Rows
        )
        return True

    def _selected_classes(self) -> list[str]:
        rows = sorted(index.row() for index in self.table.selectionModel().selectedRows())
        entries = [self.model.entry(row) for row in rows]
        return [entry.name for entry in entries if entry is not None]

    def _lay_out(self) -> None:
        self.buttons = QWidget()  # shown in the heading of the section
        buttons = QHBoxLayout(self.buttons)
        buttons.setContentsMargins(0, 0, 0, 0)
        buttons.setSpacing(2)
        for action in (self.add, self.remove, self.merge, self.save):
            button = QToolButton()
            button.setDefaultAction(action)
            button.setAutoRaise(True)
            button.setIconSize(QSize(18, 18))
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.advice)
        layout.addWidget(self.overlap_note)

    def _clicked(self, index: QModelIndex) -> None:
        if index.column() != COLOUR and len(self._selected_classes()) == 1 and self.current:
            self.draw_requested.emit(self.current)

    def _double_clicked(self, index: QModelIndex) -> None:
        if index.column() == COLOUR:
            self._choose_colour(index.row())
        elif index.column() == NAME:
            self.table.edit(index)

    def _choose_colour(self, row: int) -> None:
        entry = self.model.entry(row)
        if entry is None:
            return
        dialog = QColorDialog(QColor(entry.colour), self)
        dialog.setWindowTitle(tr("Colour of {}").format(entry.name))
        name = entry.name
        dialog.colorSelected.connect(
            lambda colour: self._change(lambda layer: layer.recolour(name, colour.name()))
        )
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _add_class(self) -> None:
        if self._training is None:
            return
        names = {entry.name for entry in self._training.classes}
        number = len(names) + 1
        while tr("class {}").format(number) in names:
            number += 1
        name = tr("class {}").format(number)
        self._change(lambda layer: layer.add_class(name))
        self.refresh()
        if self.select_class(self.model.row_of(name)):
            self.table.edit(self.table.currentIndex())

    def _remove_class(self) -> None:
        name = self.current
        if name is None:
            return
        count = self.model.class_stats(name).polygons
        if count:
            question = tr("Remove the class {} and its {} polygons? This can be undone.")
            answer = QMessageBox.question(self, tr("Remove class"), question.format(name, count))
            if answer != QMessageBox.StandardButton.Yes:
                return
        self._change(lambda layer: layer.remove_class(name))

    def _merge_classes(self) -> None:
        names = self._selected_classes()
        if len(names) < 2:
            self.advice.setText(tr("Select two or more classes with Ctrl+click to merge them."))
            return
        menu = QMenu(self)
        menu.addSection(tr("Merge into"))
        for name in names:
            entry = self.model.entry(self.model.row_of(name))
            if entry is None:
                continue
            action = menu.addAction(swatch(entry.colour), name)
            action.triggered.connect(lambda _, into=name: self.merge_into(names, into))
        menu.popup(self.table.viewport().mapToGlobal(self.table.viewport().rect().center()))
        menu.aboutToHide.connect(menu.deleteLater)

    def merge_into(self, names: list[str], into: str) -> None:
        """Merge classes into one of them."""
        self._change(lambda layer: layer.merge(names, into))

    def _rename(self, old: str, new: str) -> None:
        if self.model.row_of(new) >= 0:
            self.merge_into([old, new], new)
        else:
            if self._change(lambda layer: layer.rename(old, new)):
                self.model.show_accuracy(self.model.accuracy.renamed(old, new))

    def _open_menu(self, point: QPoint) -> None:
        index = self.table.indexAt(point)
        if not index.isValid():
            return
        menu = QMenu(self)
        rename = menu.addAction(tr("Rename"))
        rename.triggered.connect(lambda: self.table.edit(self.model.index(index.row(), NAME)))
        recolour = menu.addAction(tr("Choose another colour…"))
        recolour.triggered.connect(lambda: self._choose_colour(index.row()))
        menu.addAction(self.merge)
        menu.addAction(self.remove)
        menu.popup(self.table.viewport().mapToGlobal(point))
        menu.aboutToHide.connect(menu.deleteLater)

    def _selection_changed(self, *_: object) -> None:
        self.merge.setEnabled(self._training is not None and len(self._selected_classes()) > 1)
        self._show_advice()
        self.current_changed.emit(self.current or "")

    def _show_statistics(self) -> None:
        self.model.show_statistics(self._statistics.class_statistics)
        self._show_advice()

    def _show_advice(self) -> None:
        name = self.current
        if self._training is None:
            text = tr("Choose a training layer above, or create a new one.")
        elif name is None:
            text = tr("Add a class with +, then draw polygons.")
        else:
            text = self._advice_on(name)
        self.advice.setText(text)
        self.advice.setVisible(bool(text))

    def _advice_on(self, name: str) -> str:
        """All that is known of a class, and what to do first; the rest is in the tooltip."""
        samples = self.model.class_stats(name)
        summary = class_summary(samples, self.model.accuracy.of(name))
        lines = [f"<b>{html.escape(name)}</b>: {html.escape(summary)}"]
        if samples.polygons == 0:
            lines = [f"<b>{html.escape(name)}</b>: {html.escape(tr('No polygons yet.'))}"]
        return "<br>".join([*lines, *map(html.escape, self.model.warnings(name)[:MAX_WARNINGS])])

    def _show_overlaps(self) -> None:
        count = len(self._overlaps.overlaps)
        text = tr("Overlaps of different classes: {}. Their pixels are not used.").format(count)
        link = tr("Show")
        self.overlap_note.setText(f'⚠ {text} <a href="next">{link}</a>')
        self.overlap_note.setVisible(count > 0)
        self._show_advice()

    def _change(self, change: Callable[[TrainingLayer], None]) -> bool:
        """Change the layer; an error is emitted as a signal. Returns whether it was changed."""
        if self._training is None:
            return False
        try:
            change(self._training)
        except BridgeError as error:
            self.error_occurred.emit(error)
            return False
        return True


def _icon(name: str) -> QIcon:
    return QgsApplication.getThemeIcon(f"/{name}.svg")
