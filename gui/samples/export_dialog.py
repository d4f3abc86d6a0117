"""The dialog that asks for the file of exported samples."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from ..wrapped_label import WrappedLabel
from .import_dialog import ERROR_STYLE
from .sample_export import check_target


class ExportDialog(QDialog):
    """Asks for a file, and checks it; an existing one is replaced only after a question."""

    def __init__(
        self, suggested: Path, band_count: int, used_files: Sequence[str], parent: QWidget
    ):
        super().__init__(parent)
        self._band_count, self._used_files = band_count, used_files
        self.target: Path | None = None
        self.setWindowTitle(tr("Export samples with spectra"))
        hint = WrappedLabel(
            tr(
                "One row per labelled pixel: class, id of the polygon, row and column (from 0 at "
                "the top left), coordinates of its centre, and one column per band with its "
                "wavelength in the name."
            )
        )
        self.file = QgsFileWidget()
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)  # this dialog asks itself
        self.file.setFilter(f"{tr('Table (*.csv)')};;{tr('GeoPackage (*.gpkg)')}")
        self.file.setFilePath(str(suggested))
        self.error_label = WrappedLabel()
        self.error_label.setStyleSheet(ERROR_STYLE)
        self.error_label.hide()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(hint)
        column.addWidget(QLabel(tr("File of the samples:")))
        column.addWidget(self.file)
        column.addWidget(self.error_label)
        column.addStretch(1)
        column.addWidget(self.buttons)
        self.resize(460, 220)

    def accept(self) -> None:
        target = Path(self.file.filePath().strip())
        if not target.suffix:
            target = target.with_name(f"{target.name}.csv")
        try:
            check_target(target, self._band_count, self._used_files)
        except BridgeError as error:
            self.error_label.setText(error.text)
            self.error_label.show()
            return
        if target.exists():
            question = tr("Replace the file {}?").format(target)
            answer = QMessageBox.question(self, self.windowTitle(), question)
            if answer != QMessageBox.StandardButton.Yes:
                return
        self.target = target
        super().accept()
