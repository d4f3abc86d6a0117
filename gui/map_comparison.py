"""Compares two maps in the canvas: one is drawn over the other, up to a line, or in turn."""

from __future__ import annotations

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsRasterLayer
from qgis.gui import QgsMapCanvas, QgsMapCanvasItem, QgsMapMouseEvent, QgsMapTool
from qgis.PyQt.QtCore import QObject, QPointF, QRectF, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen
from qgis.PyQt.QtWidgets import QStyleOptionGraphicsItem, QWidget

SWIPE, BLINK = "swipe", "blink"
BLINK_MILLISECONDS = 800
LINE_COLOUR = "#ff2fd6"  # visible on any map
LABEL_MARGIN = 6
Z_VALUE = 40  # above the map and below what is being drawn


class MapComparison(QObject):
    """A comparison in the canvas; there is at most one."""

    ended = pyqtSignal()

    def __init__(self, canvas: QgsMapCanvas, parent: QObject | None = None):
        super().__init__(parent)
        self._canvas = canvas
        self._item: _OtherMap | None = None
        self._tool: _SwipeTool | None = None
        self._previous_tool: QgsMapTool | None = None
        self.mode: str | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(BLINK_MILLISECONDS)
        self._timer.timeout.connect(self._blink)

    def start(
        self,
        mode: str,
        shown: QgsRasterLayer,
        other: QgsRasterLayer,
        titles: tuple[str, str],
    ) -> None:
        """Compare a layer in the canvas with another one, which is not in the project."""
        self.end()
        self.mode = mode
        self._item = _OtherMap(self._canvas, shown, other, titles)
        if mode == SWIPE:
            self._item.line = self._canvas.width() / 2
            self._previous_tool = self._canvas.mapTool()
            self._tool = _SwipeTool(self._canvas, self._item)
            self._tool.deactivated.connect(self.end)
            self._canvas.setMapTool(self._tool)
        elif mode == BLINK:
            self._timer.start()

    def end(self) -> None:
        """End the comparison, if there is one."""
        if self.mode is None:
            return
        self.mode = None
        self._timer.stop()
        tool, self._tool = self._tool, None
        if tool is not None:
            tool.deactivated.disconnect(self.end)
            if self._canvas.mapTool() is tool:
                self._canvas.unsetMapTool(tool)
                if self._previous_tool is not None:
                    self._canvas.setMapTool(self._previous_tool)
            tool.deleteLater()
        self._previous_tool = None
        if self._item is not None:
            self._item.remove()
            self._item = None
        self.ended.emit()

    def _blink(self) -> None:
        if self._item is not None:
            self._item.setVisible(not self._item.isVisible())


class _OtherMap(QgsMapCanvasItem):
    """The canvas as it would be with the other map, drawn over it."""

    def __init__(
        self,
        canvas: QgsMapCanvas,
        shown: QgsRasterLayer,
        other: QgsRasterLayer,
        titles: tuple[str, str],
    ):
        super().__init__(canvas)
        self._canvas = canvas
        self._shown, self._other = shown, other
        self._titles = titles
        self._image: QImage | None = None
        self._job: QgsMapRendererParallelJob | None = None
        #: What is left of this position shows the other map; everything, where there is none.
        self.line: float | None = None
        self.setZValue(Z_VALUE)
        canvas.mapCanvasRefreshed.connect(self._render)
        canvas.extentsChanged.connect(self._forget)
        self._render()

    def move_line(self, position: float) -> None:
        """Move the line to a horizontal position in the canvas."""
        self.line = min(max(position, 0.0), float(self._canvas.width()))
        self.update()

    def remove(self) -> None:
        """Remove it from the canvas for good."""
        self._canvas.mapCanvasRefreshed.disconnect(self._render)
        self._canvas.extentsChanged.disconnect(self._forget)
        self._stop()
        self._canvas.scene().removeItem(self)

    def boundingRect(self) -> QRectF:  # noqa: N802
        return QRectF(0, 0, self._canvas.width(), self._canvas.height())

    def updatePosition(self) -> None:  # noqa: N802
        """Stay at the origin of the canvas, unlike other items."""
        self.prepareGeometryChange()
        self.setPos(0, 0)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionGraphicsItem | None = None,
        widget: QWidget | None = None,
    ) -> None:
        if self._image is None:
            return
        area = self.boundingRect()
        if self.line is not None:
            area.setRight(self.line)
        painter.save()
        painter.setClipRect(area)
        painter.drawImage(self.boundingRect(), self._image)
        painter.restore()
        if self.line is None:
            _draw_label(painter, self._titles[1], QPointF(LABEL_MARGIN, LABEL_MARGIN), False)
            return
        painter.setPen(QPen(QColor(LINE_COLOUR), 2))
        painter.drawLine(QPointF(self.line, 0), QPointF(self.line, area.height()))
        shown, other = self._titles
        _draw_label(painter, other, QPointF(self.line - LABEL_MARGIN, LABEL_MARGIN), True)
        _draw_label(painter, shown, QPointF(self.line + LABEL_MARGIN, LABEL_MARGIN), False)

    def _render(self) -> None:
        self._stop()
        settings = QgsMapSettings(self._canvas.mapSettings())
        settings.setLayers(
            [self._other if layer == self._shown else layer for layer in settings.layers()]
        )
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._show)
        self._job.start()

    def _show(self) -> None:
        # The job is kept until the next one, since it must not be deleted by its own signal.
        if self._job is not None:
            self._image = self._job.renderedImage()
            self.update()

    def _forget(self) -> None:
        """Show nothing until the map of the new extent is drawn."""
        self._image = None
        self.update()

    def _stop(self) -> None:
        if self._job is not None:
            self._job.finished.disconnect(self._show)
            self._job.cancelWithoutBlocking()
            self._job = None


class _SwipeTool(QgsMapTool):
    """Moves the line with the mouse."""

    def __init__(self, canvas: QgsMapCanvas, item: _OtherMap):
        super().__init__(canvas)
        self._item = item
        self.setCursor(Qt.CursorShape.SplitHCursor)

    def canvasMoveEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self._item.move_line(event.pos().x())

    def canvasPressEvent(self, event: QgsMapMouseEvent) -> None:  # noqa: N802
        self._item.move_line(event.pos().x())


def _draw_label(painter: QPainter, text: str, corner: QPointF, ends_there: bool) -> None:
    """Draw a text with a background, to the right of a corner, or to its left."""
    size = painter.fontMetrics().size(0, text)
    width, height = size.width() + 2 * LABEL_MARGIN, size.height() + LABEL_MARGIN
    left = corner.x() - width if ends_there else corner.x()
    box = QRectF(left, corner.y(), width, height)
    painter.fillRect(box, QColor(255, 255, 255, 210))
    painter.setPen(QColor("#202020"))
    painter.drawText(box, int(Qt.AlignmentFlag.AlignCenter), text)
