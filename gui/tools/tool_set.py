"""Connects the drawing tools with their buttons, the scene and the training layer."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from qgis.core import Qgis, QgsFeature, QgsGeometry, QgsRasterLayer, QgsSettings
from qgis.gui import QgisInterface, QgsMapTool
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ...bridge.class_list import TrainingClass
from ...bridge.errors import BridgeError
from ...bridge.rasters import gdal_source
from ...bridge.tasks import FunctionTask
from ...bridge.translation import tr
from ..cube import Cube
from ..training import TrainingLayer
from .pixel_tool import PixelTool
from .point_tool import PointTool
from .polygon_tool import PolygonTool
from .scene_grid import SceneGrid
from .stroke_tools import BrushTool, EraserTool, LassoTool, ScribbleTool
from .toolbar import BRUSH, ERASER, LASSO, POINT, POLYGON, SCRIBBLE, TOOLS, WAND, ToolBar
from .wand_tool import WandTool

SIZE_SETTING = "geodiffnet/tool_size/"
#: The tools that suit the geometries of a layer; all but the first need a scene.
AVAILABLE = {
    Qgis.GeometryType.Polygon: tuple(TOOLS),
    Qgis.GeometryType.Line: (POLYGON, SCRIBBLE, POINT, ERASER),
    Qgis.GeometryType.Point: (POINT, ERASER),
}


class ToolSet(QObject):
    """The drawing tools of the panel; each stroke is one step of the layer's undo history."""

    error_occurred = pyqtSignal(object)  # BridgeError

    def __init__(self, iface: QgisInterface, parent: QObject | None = None):
        super().__init__(parent)
        self._iface, self._canvas = iface, iface.mapCanvas()
        self._training: TrainingLayer | None = None
        self._scene: QgsRasterLayer | None = None
        self._class: TrainingClass | None = None
        self._grid: SceneGrid | None = None
        self._shown = self._drawn_with = POLYGON
        self.toolbar = ToolBar()
        cad = iface.cadDockWidget()
        self.polygon = PolygonTool(self._canvas, cad)
        self.line = PolygonTool(self._canvas, cad, Qgis.GeometryType.Line)
        self.pixel_tools: dict[str, PixelTool] = {
            SCRIBBLE: ScribbleTool(self._canvas),
            BRUSH: BrushTool(self._canvas),
            POINT: PointTool(self._canvas),
            LASSO: LassoTool(self._canvas),
            WAND: WandTool(self._canvas),
            ERASER: EraserTool(self._canvas),
        }
        for digitizer in (self.polygon, self.line):
            digitizer.setAction(self.toolbar.actions_by_name[POLYGON])
            digitizer.drawn.connect(self._add_feature)
        for name, tool in self.pixel_tools.items():
            tool.setAction(self.toolbar.actions_by_name[name])
            tool.drawn.connect(self._add_geometry)
            tool.erased.connect(self._erase)
            tool.failed.connect(self.error_occurred)
            tool.set_size(QgsSettings().value(SIZE_SETTING + name, tool.size, type=float))
            tool.size_changed.connect(partial(self._keep_size, name))
        self.toolbar.tool_chosen.connect(self._choose)
        self.toolbar.size_entered.connect(self._change_size)
        self._canvas.mapToolSet.connect(self._tool_set)

    @property
    def is_active(self) -> bool:
        """Whether one of the tools is used."""
        return self._name_of(self._canvas.mapTool()) is not None

    @property
    def grid(self) -> SceneGrid | None:
        """The pixel grid of the scene, when it has been read."""
        return self._grid

    def set_scene(self, scene: QgsRasterLayer | None) -> None:
        """Draw by the pixels of a scene; its grid is read in the background."""
        self._scene = scene
        self._set_grid(None)
        if scene is None:
            return
        try:
            source = gdal_source(scene)
        except BridgeError:  # reported when the scene was chosen
            return
        crs = scene.crs()
        task = FunctionTask(tr("Reading the scene"), lambda _: _read_grid(source, crs), hidden=True)
        # An unreadable scene is reported when it is used for a job.
        task.done.connect(lambda grid: self._take_grid(scene, grid))
        task.start()

    def set_training(self, training: TrainingLayer | None) -> None:
        """Draw in a training layer."""
        self.deactivate()
        self._training = training
        self._set_available()

    def set_class(self, entry: TrainingClass | None) -> None:
        """Draw samples of this class."""
        self._class = entry
        if entry is not None:
            for tool in self.pixel_tools.values():
                tool.set_colour(entry.colour)

    def draw(self) -> None:
        """Use the tool that drew last, or the first that suits the layer."""
        available = [name for name in self._available() if name != ERASER]
        if available:
            self.activate(self._drawn_with if self._drawn_with in available else available[0])

    def activate(self, name: str) -> bool:
        """Use a tool; False where that is not possible."""
        available = self._available()
        tool = self._tool(name)
        if tool is None or self._training is None or name not in available:
            return self._reject(name)
        if self._class is None and name != ERASER:
            self.error_occurred.emit(
                BridgeError(
                    "training.no_class",
                    tr("There is no class to draw."),
                    tr("Add a class with + first."),
                )
            )
            return self._reject(name)
        try:
            self._training.start_editing()
        except BridgeError as error:
            self.error_occurred.emit(error)
            return self._reject(name)
        # QGIS's own undo, redo and save work on the active layer.
        self._iface.setActiveLayer(self._training.layer)
        if isinstance(tool, PolygonTool):
            tool.draw_in(self._training.layer)
        self._canvas.setMapTool(tool)
        self._canvas.setFocus()
        return True

    def deactivate(self) -> None:
        """Stop drawing."""
        if self.is_active:
            self._canvas.unsetMapTool(self._canvas.mapTool())

    def shut_down(self) -> None:
        """Remove the tools from the map canvas."""
        self.deactivate()
        self._canvas.mapToolSet.disconnect(self._tool_set)
        self._scene = None
        for tool in self.pixel_tools.values():
            tool.set_grid(None)
            tool.remove()
            tool.deleteLater()
        for digitizer in (self.polygon, self.line):
            digitizer.deleteLater()

    def _tool(self, name: str) -> QgsMapTool | None:
        if name != POLYGON:
            return self.pixel_tools.get(name)
        return self.line if self._geometry == Qgis.GeometryType.Line else self.polygon

    @property
    def _geometry(self) -> Qgis.GeometryType | None:
        """The geometry type of the training layer; None where there is no layer any more."""
        if self._training is None or sip.isdeleted(self._training.layer):
            return None
        return self._training.layer.geometryType()

    def _name_of(self, tool: QgsMapTool | None) -> str | None:
        if tool is not None and tool in (self.polygon, self.line):
            return POLYGON
        return next((name for name, known in self.pixel_tools.items() if known is tool), None)

    def _available(self) -> tuple[str, ...]:
        suitable = AVAILABLE.get(self._geometry, ())
        return tuple(name for name in suitable if name == POLYGON or self._grid is not None)

    def _set_available(self) -> None:
        self.toolbar.set_available(self._available())
        has_training = self._geometry is not None
        self.toolbar.import_samples.setEnabled(has_training)
        self.toolbar.export_samples.setEnabled(has_training and self._grid is not None)
        for tool in self.pixel_tools.values():
            tool.as_line = self._geometry == Qgis.GeometryType.Line

    def _set_grid(self, grid: SceneGrid | None) -> None:
        self._grid = grid
        for tool in self.pixel_tools.values():
            tool.set_grid(grid)
        if grid is None and self._name_of(self._canvas.mapTool()) in self.pixel_tools:
            self.deactivate()
        self._set_available()

    def _take_grid(self, scene: QgsRasterLayer, grid: SceneGrid) -> None:
        if scene is self._scene:
            self._set_grid(grid)

    def _choose(self, name: str, wanted: bool) -> None:
        if wanted:
            self.activate(name)
        else:
            self.deactivate()

    def _reject(self, name: str) -> bool:
        current = self._name_of(self._canvas.mapTool())
        self.toolbar.actions_by_name[name].setChecked(current == name)
        return False

    def _tool_set(self, tool: QgsMapTool | None, _: QgsMapTool | None = None) -> None:
        name = self._name_of(tool)
        if name is not None:
            self._shown = name
            self._drawn_with = self._drawn_with if name == ERASER else name
            self._show_size()

    def _show_size(self) -> None:
        tool = self.pixel_tools.get(self._shown)
        if tool is None or tool.SIZE is None:
            self.toolbar.show_size(None, 0, 0)
        else:
            self.toolbar.show_size(tool.size, *tool.SIZE[1:], tool.has_angle)

    def _keep_size(self, name: str, size: float) -> None:
        QgsSettings().setValue(SIZE_SETTING + name, size)
        self._show_size()

    def _change_size(self, size: float) -> None:
        tool = self.pixel_tools.get(self._shown)
        if tool is not None:
            tool.set_size(size)

    def _add_feature(self, feature: QgsFeature) -> None:
        training, entry = self._training, self._class
        if training is not None and entry is not None:
            crs = training.layer.crs()
            self._change(lambda: training.draw(entry.name, feature.geometry(), crs))

    def _add_geometry(self, geometry: QgsGeometry) -> None:
        training, entry, grid = self._training, self._class, self._grid
        if training is not None and entry is not None and grid is not None:
            self._change(lambda: training.draw(entry.name, geometry, grid.crs))

    def _erase(self, geometry: QgsGeometry, only_current: bool) -> None:
        training, entry, grid = self._training, self._class, self._grid
        if training is None or grid is None or (only_current and entry is None):
            return
        only = entry.name if only_current and entry is not None else None
        self._change(lambda: training.erase(geometry, grid.crs, only))

    def _change(self, change: Callable[[], object]) -> None:
        try:
            change()
        except BridgeError as error:
            self.error_occurred.emit(error)


def _read_grid(source: str, crs: object) -> SceneGrid:
    cube = Cube(source)
    return SceneGrid(source, crs, cube.transform, cube.width, cube.height, len(cube.bands))
