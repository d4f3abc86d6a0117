"""The training layer behind the panel: its classes, its polygons, and every change to them.

Each change is one step of the layer's own undo history; colours and names of classes take part in
it, although they are a matter of style.
"""

from __future__ import annotations

from qgis.core import (
    NULL,
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsGeometry,
    QgsProject,
    QgsVectorLayer,
    QgsVectorLayerUtils,
    QgsWkbTypes,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QMetaType, QObject, QTimer, pyqtSignal

try:
    from qgis.PyQt.QtGui import QUndoCommand  # where Qt 6 has it
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand

from ..bridge.class_list import TrainingClass, new_colour
from ..bridge.errors import BridgeError
from ..bridge.training_layer import CLASS_FIELD, classes_of, keep_style, show_classes
from .translation import tr

#: Several changes in a row, such as those of one undo, are looked at together.
SETTLE_MILLISECONDS = 150

_command_references: list[QUndoCommand] = []


class TrainingLayer(QObject):
    """A layer of polygons with a class."""

    changed = pyqtSignal()  # classes, polygons or both

    def __init__(self, layer: QgsVectorLayer, parent: QObject | None = None):
        super().__init__(parent)
        self.layer = layer
        self.field = class_field(layer)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._settle)
        for signal in (
            layer.featureAdded,
            layer.featureDeleted,
            layer.geometryChanged,
            layer.attributeValueChanged,
            layer.afterRollBack,
            layer.styleChanged,
            layer.subsetStringChanged,
            layer.dataChanged,
        ):
            signal.connect(self._timer_start)
        layer.afterCommitChanges.connect(self._keep_style)
        self._name_drawn_classes()
        self._saved_classes = self.classes

    def _timer_start(self, *_: object) -> None:
        self._timer.start()

    @property
    def classes(self) -> list[TrainingClass]:
        """The classes in the order of the legend."""
        return classes_of(self.layer, self.field)

    def polygons(self, crs: QgsCoordinateReferenceSystem) -> list[tuple[int, str, bytes]]:
        """Id, class and shape of each polygon with a class, in a coordinate system."""
        transform = self._transform(self.layer.crs(), crs)
        position = self.layer.fields().lookupField(self.field)
        request = QgsFeatureRequest().setSubsetOfAttributes([position])
        labelled_polygons = []
        for feature in self.layer.getFeatures(request):
            name, geometry = feature.attribute(position), feature.geometry()
            if name in (None, NULL, "") or geometry.isEmpty():
                continue
            try:
                geometry.transform(transform)
            except QgsCsException:
                continue  # it lies where the scene's coordinate system does not reach
            labelled_polygons.append((feature.id(), str(name), bytes(geometry.asWkb())))
        return labelled_polygons

    def draw(self, name: str, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Add a polygon of a class."""
        self.start_editing()
        transformed = QgsGeometry(geometry)
        transformed.transform(self._transform(crs, self.layer.crs()))
        if QgsWkbTypes.isMultiType(self.layer.wkbType()):
            transformed.convertToMultiType()
        position = self.layer.fields().lookupField(self.field)
        feature = QgsVectorLayerUtils.createFeature(
            self.layer, transformed, {position: name}, self.layer.createExpressionContext()
        )
        self.layer.beginEditCommand(tr("Draw {}").format(name))
        self.layer.addFeature(feature)
        self.layer.endEditCommand()
        self.layer.triggerRepaint()

    def add_class(self, name: str) -> None:
        """Add a class at the end of the list."""
        taken = {entry.colour for entry in self.classes}
        after = [*self.classes, TrainingClass(name, new_colour(name, taken))]
        self._change(tr("Add class {}").format(name), after)

    def remove_class(self, name: str) -> None:
        """Take a class from the list, and its polygons with it."""
        after = [entry for entry in self.classes if entry.name != name]
        self._change(tr("Remove class {}").format(name), after, delete=name)

    def recolour(self, name: str, colour: str) -> None:
        """Give a class another colour."""
        after = [
            TrainingClass(name, colour) if entry.name == name else entry for entry in self.classes
        ]
        self._change(tr("Recolour class {}").format(name), after)

    def rename(self, old: str, new: str) -> None:
        """Give a class another name, in the list and in its polygons."""
        after = [
            TrainingClass(new, entry.colour) if entry.name == old else entry
            for entry in self.classes
        ]
        self._change(tr("Rename class {} to {}").format(old, new), after, {old: new})

    def merge(self, names: list[str], into: str) -> None:
        """Make several classes one; their polygons become those of the one that stays."""
        removed = [name for name in names if name != into]
        after = [entry for entry in self.classes if entry.name not in removed]
        text = tr("Merge {} into {}").format(", ".join(removed), into)
        self._change(text, after, dict.fromkeys(removed, into))

    def start_editing(self) -> None:
        """Make the layer editable; raises BridgeError where it cannot be."""
        if not self.layer.isEditable() and not self.layer.startEditing():
            raise BridgeError(
                "training.read_only",
                tr("The layer {} cannot be edited.").format(self.layer.name()),
                tr("Check that its file may be written, or make another training layer."),
            )

    def save(self) -> None:
        """Write all changes to the file, and go on editing; raises BridgeError."""
        if self.layer.isEditable() and not self.layer.commitChanges(False):
            raise BridgeError(
                "training.not_saved",
                tr("The polygons could not be saved: {}").format(
                    " ".join(self.layer.commitErrors())
                ),
                tr("Check that the file may be written and its disk has space left."),
            )

    def release(self) -> None:
        """Let go of the layer, which may be gone by now."""
        self._timer.stop()

    def _change(
        self,
        text: str,
        after: list[TrainingClass],
        renamed: dict[str, str] | None = None,
        delete: str | None = None,
    ) -> None:
        """One step of the undo history: the list of classes and what follows for polygons."""
        self.start_editing()
        before = self.classes
        position = self.layer.fields().lookupField(self.field)
        self.layer.beginEditCommand(text)
        for feature in list(self.layer.getFeatures()):
            name = feature.attribute(position)
            if renamed and name in renamed:
                self.layer.changeAttributeValue(feature.id(), position, renamed[name], name)
            elif delete is not None and name == delete:
                self.layer.deleteFeature(feature.id())
        command = _ClassesCommand(self.layer, self.field, before, after)
        # QGIS owns and deletes it, but calls what is written here only while somebody holds it.
        _command_references[:] = [
            reference for reference in _command_references if not sip.isdeleted(reference)
        ]
        _command_references.append(command)
        self.layer.undoStack().push(command)
        self.layer.endEditCommand()
        self._timer.start()

    def _settle(self) -> None:
        self._name_drawn_classes()
        self.changed.emit()

    def _name_drawn_classes(self) -> None:
        """Put classes into the list that polygons have, but the style does not name."""
        all_classes = self.classes
        names = {entry.name for entry in all_classes}
        missing = sorted(self._classes_in_features() - names)
        if not missing:
            return
        for name in missing:
            all_classes.append(
                TrainingClass(name, new_colour(name, {entry.colour for entry in all_classes}))
            )
        show_classes(self.layer, self.field, all_classes)

    def _classes_in_features(self) -> set[str]:
        position = self.layer.fields().lookupField(self.field)
        request = QgsFeatureRequest().setSubsetOfAttributes([position])
        request.setFlags(Qgis.FeatureRequestFlag.NoGeometry)
        # QGIS's own list of unique values still has those that were changed but not saved.
        values = {feature.attribute(position) for feature in self.layer.getFeatures(request)}
        return {str(value) for value in values if value not in (None, NULL, "")}

    def _keep_style(self) -> None:
        """Keep changed classes in the file; a style that nobody changed here is left alone."""
        if self.classes != self._saved_classes:
            self._saved_classes = self.classes
            keep_style(self.layer)

    @staticmethod
    def _transform(
        source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
    ) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(source, target, QgsProject.instance())


class _ClassesCommand(QUndoCommand):
    """A change of the list of classes, inside a step of the layer's undo history."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        field: str,
        before: list[TrainingClass],
        after: list[TrainingClass],
    ):
        super().__init__()
        self._layer, self._field = layer, field
        self._before, self._after = before, after

    def redo(self) -> None:
        show_classes(self._layer, self._field, self._after)

    def undo(self) -> None:
        show_classes(self._layer, self._field, self._before)


def class_field(layer: QgsVectorLayer) -> str:
    """The text field that holds the class: what the layer is drawn by, or `class`."""
    fields = layer.fields()
    texts = [field.name() for field in fields if field.type() == QMetaType.Type.QString]
    renderer = layer.renderer()
    drawn_by = ""
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        drawn_by = renderer.classAttribute().strip('"')
    # Any other field may be anything, and the layer's style would be lost for it.
    for name in (drawn_by, CLASS_FIELD):
        if name in texts:
            return name
    raise BridgeError(
        "training.no_field",
        tr("The layer {} has no text field “class”.").format(layer.name()),
        tr("Add one, style the layer by categories of a text field, or make a training layer."),
    )
