"""Import and export of samples in the panel: dialogs, background task and messages."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QWidget

from ...bridge.errors import BridgeError
from ...bridge.rasters import file_of
from ...bridge.tasks import FunctionTask
from ...bridge.translation import tr
from ..tools.scene_grid import SceneGrid
from ..training import TrainingLayer
from .export_dialog import ExportDialog
from .import_dialog import ImportDialog
from .sample_export import ExportedSamples, export_samples


class SampleExchange(QObject):
    """Opens the dialogs for a training layer and the grid of a scene."""

    error_occurred = pyqtSignal(object)  # BridgeError
    task_started = pyqtSignal(object)  # BackgroundTask
    reported = pyqtSignal(str)  # what was imported or exported

    def __init__(self, window: QWidget, parent: QObject | None = None):
        super().__init__(parent)
        self._window = window
        self._task: FunctionTask | None = None

    def open_import(self, training: TrainingLayer, grid: SceneGrid | None) -> ImportDialog:
        """Open the dialog that imports samples."""
        dialog = ImportDialog(training, grid, self._window)
        dialog.finished.connect(lambda _: self._report_import(dialog))
        dialog.open()
        return dialog

    def open_export(self, training: TrainingLayer, grid: SceneGrid) -> ExportDialog | None:
        """Open the dialog that exports samples; the file is written in the background."""
        if self._task is not None:
            self.error_occurred.emit(
                BridgeError(
                    "export.running",
                    tr("Samples are being exported already."),
                    tr("Wait until the file is complete."),
                )
            )
            return None
        scene_file = file_of(grid.source)
        folder = Path(scene_file).parent if scene_file else Path.home()
        dialog = ExportDialog(
            folder / "samples.csv",
            grid.bands,
            [scene_file, *files_of_project()],
            self._window,
        )
        dialog.finished.connect(lambda _: self._start_export(dialog, training, grid))
        dialog.open()
        return dialog

    def stop(self) -> None:
        """Cancel a running export."""
        if self._task is not None:
            self._task.cancel()

    def _report_import(self, dialog: ImportDialog) -> None:
        found = dialog.imported
        dialog.deleteLater()
        if found is None:
            return
        text = tr("Imported samples: {}.").format(len(found.samples))
        if found.new_classes:
            text += " " + tr("Added classes: {}.").format(", ".join(found.new_classes))
        if found.skipped:
            text += " " + tr("Skipped, without class or outside: {}.").format(found.skipped)
        self.reported.emit(text)

    def _start_export(self, dialog: ExportDialog, training: TrainingLayer, grid: SceneGrid) -> None:
        target = dialog.target
        dialog.deleteLater()
        if target is None:
            return
        polygons = training.polygons(grid.crs)
        self._task = FunctionTask(
            tr("Exporting samples"),
            lambda task: export_samples(grid.source, polygons, target, task),
        )
        self._task.done.connect(self._report_export)
        self._task.failed.connect(self.error_occurred)
        self._task.ended.connect(self._ended)
        self._task.start()
        self.task_started.emit(self._task)

    def _report_export(self, found: ExportedSamples) -> None:
        text = tr("Exported pixels: {}. File: {}").format(found.pixels, found.file)
        if found.empty:
            text += " " + tr("Skipped, without data: {}.").format(found.empty)
        self.reported.emit(text)

    def _ended(self) -> None:
        self._task = None


def files_of_project() -> list[str]:
    """The files of the project and of all its layers."""
    project, registry = QgsProject.instance(), QgsProviderRegistry.instance()
    storage = project.projectStorage()  # None for a file of its own
    files = [project.fileName() if storage is None else storage.filePath(project.fileName())]
    for layer in project.mapLayers().values():
        source = layer.source()
        # A text file is given as a URL, other sources with options that hide the file.
        files += [file_of(source), registry.decodeUri(layer.providerType(), source).get("path")]
    return [file for file in files if file]
