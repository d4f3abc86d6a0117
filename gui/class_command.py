"""A change of the class list as part of a command on the undo stack of a layer."""

from __future__ import annotations

from qgis.core import QgsVectorLayer
from qgis.PyQt import sip

try:
    from qgis.PyQt.QtGui import QUndoCommand  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand

from ..bridge.class_field import ClassField
from ..bridge.class_list import TrainingClass
from ..bridge.class_style import show_classes, use_class_style

#: The attribute of a layer that holds its commands.
_COMMANDS = "geodiffnet_commands"


class ClassesCommand(QUndoCommand):
    """Shows one class list when it is done, and another one when it is undone."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        field: ClassField,
        before: list[TrainingClass],
        after: list[TrainingClass],
    ):
        super().__init__()
        self._layer, self._field = layer, field
        self._before, self._after = before, after

    def push(self) -> None:
        """Do it as part of the current edit command of the layer."""
        # QGIS owns and deletes it, but calls its Python methods only while it is referenced. The
        # layer does that, so that neither outlives the other.
        pushed = getattr(self._layer, _COMMANDS, [])
        kept = [command for command in pushed if not sip.isdeleted(command)]
        setattr(self._layer, _COMMANDS, [*kept, self])
        self._layer.undoStack().push(self)

    def redo(self) -> None:
        self._show(self._after)

    def undo(self) -> None:
        self._show(self._before)

    def _show(self, classes: list[TrainingClass]) -> None:
        use_class_style(self._layer, self._field)
        show_classes(self._layer, self._field, classes)
