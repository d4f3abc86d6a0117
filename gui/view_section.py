"""The buttons of the panel that show composites of the scene."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from qgis.core import QgsProcessingUtils, QgsProject, QgsRasterLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QToolButton, QWidget

from ..bridge.errors import BridgeError
from ..bridge.rasters import gdal_source
from ..bridge.tasks import FunctionTask
from ..bridge.translation import tr
from . import preview
from .composites import (
    COMPONENTS,
    WAVELENGTHS,
    Stretch,
    bands_for,
    compute_components,
    measure_stretch,
    open_components,
    show_bands,
)
from .cube import CubeBand


class ViewSection(QWidget):
    """One button per composite."""

    error_occurred = pyqtSignal(object)  # BridgeError
    task_started = pyqtSignal(object)  # a task that takes longer

    def __init__(self, parent: QWidget | None = None):
        super().__init__(parent)
        self._scene: QgsRasterLayer | None = None
        self._bands: list[CubeBand] = []
        self._task: FunctionTask | None = None
        self.buttons: dict[str, QToolButton] = {}
        self._group = QButtonGroup(self)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for view, (title, tip) in _titles().items():
            button = QToolButton()
            button.setText(title)
            button.setToolTip(tip)
            button.setCheckable(True)
            button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            button.clicked.connect(lambda _, chosen_view=view: self.show_view(chosen_view))
            self._group.addButton(button)
            row.addWidget(button, 1)
            self.buttons[view] = button
        self.set_scene(None, [])

    def set_scene(self, scene: QgsRasterLayer | None, bands: list[CubeBand]) -> None:
        """Enable the composites that the bands of the scene allow."""
        if scene is not self._scene:
            self.stop()
            self._group.setExclusive(False)
            for button in self.buttons.values():
                button.setChecked(False)
            self._group.setExclusive(True)
        self._scene, self._bands = scene, bands
        for view, button in self.buttons.items():
            tip = _titles()[view][1]
            possible = bool(bands) and (view == COMPONENTS or bands_for(view, bands) is not None)
            button.setEnabled(possible)
            if bands and not possible:
                tip = tr("The scene has no bands at the wavelengths of this composite.")
            button.setToolTip(tip)

    @property
    def shown(self) -> str:
        """The composite whose button is checked; empty for none."""
        return next((view for view, button in self.buttons.items() if button.isChecked()), "")

    @property
    def displayed(self) -> str:
        """The same, but empty where principal components were hidden or could not be computed."""
        view = self.shown
        if view == COMPONENTS and self._task is None:
            return view if preview.is_visible(self._find_components()) else ""
        return view

    def restore(self, view: str) -> None:
        """Display the composite of a project that was opened.

        The style of the scene is stored in the project, principal components are computed again.
        """
        if view == COMPONENTS:
            self.show_view(view)
        elif view in self.buttons:
            self.buttons[view].setChecked(True)

    def show_view(self, view: str) -> None:
        """Show a composite, after its data have been read in the background."""
        scene = self._scene
        if scene is None:
            return
        self.buttons[view].setChecked(True)
        self.stop()
        try:
            source = gdal_source(scene)
        except BridgeError as error:
            self.error_occurred.emit(error)
            return
        components = self._components()
        if view != COMPONENTS:
            numbers = bands_for(view, self._bands)
            if numbers is None:
                return
            preview.set_visible(components, False)
            preview.set_visible(scene, True)
            self._start(
                FunctionTask(
                    tr("Reading {}").format(scene.name()),
                    lambda task: measure_stretch(source, numbers),
                    hidden=True,
                ),
                lambda stretch: self._show_bands(scene, stretch),
            )
        elif components is not None:
            preview.set_visible(components, True)
        else:
            target = Path(QgsProcessingUtils.generateTempFilename("components.tif"))
            task = FunctionTask(
                tr("Computing principal components of {}").format(scene.name()),
                lambda task: compute_components(source, target, task),
            )
            self._start(task, lambda file: self._add_components(scene, file))
            self.task_started.emit(task)

    def stop(self) -> None:
        """Cancel the running task."""
        if self._task is not None:
            self._task.done.disconnect()
            self._task.cancel()
            self._task = None

    def _components(self) -> QgsRasterLayer | None:
        """The layer of principal components; one whose temporary file is gone is removed."""
        layer = self._find_components()
        if layer is not None and not layer.isValid():
            QgsProject.instance().removeMapLayer(layer.id())
            return None
        return layer

    def _find_components(self) -> QgsRasterLayer | None:
        return preview.find(COMPONENTS, self._scene.id()) if self._scene is not None else None

    def _start(self, task: FunctionTask, show: Callable[[Any], None]) -> None:
        self._task = task
        task.done.connect(show)
        task.failed.connect(self.error_occurred.emit)
        task.ended.connect(lambda: self._task_ended(task))
        task.start()

    def _task_ended(self, task: FunctionTask) -> None:
        if self._task is task:
            self._task = None

    def _show_bands(self, scene: QgsRasterLayer, stretch: Stretch) -> None:
        if not sip.isdeleted(scene):
            show_bands(scene, stretch)

    def _add_components(self, scene: QgsRasterLayer, file: Path) -> None:
        if sip.isdeleted(scene):
            return
        layer = open_components(file, tr("Principal components of {}").format(scene.name()))
        if layer.isValid():
            preview.insert_layer(layer, COMPONENTS, scene.id(), scene)


def _titles() -> dict[str, tuple[str, str]]:
    views = {
        "true": (tr("True colour"), tr("Red, green and blue bands: natural colours.")),
        "infrared": (
            tr("Infrared"),
            tr("Near infrared, red and green bands (CIR): healthy vegetation is bright red."),
        ),
        "swir": (
            tr("SWIR"),
            tr("Short-wave and near infrared and red bands: soil, moisture, burns, minerals."),
        ),
        COMPONENTS: (
            tr("PCA"),
            tr("The first three principal components of all bands."),
        ),
    }
    return {view: views[view] for view in (*WAVELENGTHS, COMPONENTS)}
