"""The editor of class names in the table of the panel."""

from __future__ import annotations

from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import QLineEdit, QStyledItemDelegate, QWidget

FILLED = "geodiffnet_filled"


class NameDelegate(QStyledItemDelegate):
    """Selects the whole name, and keeps what is typed while the table is updated."""

    def setEditorData(self, editor: QWidget, index: QModelIndex) -> None:  # noqa: N802
        # Counts that change in the meantime would reset the text.
        if editor.property(FILLED):
            return
        super().setEditorData(editor, index)
        editor.setProperty(FILLED, True)
        if isinstance(editor, QLineEdit):
            editor.selectAll()
