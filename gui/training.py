"""The training layer of the panel: its classes, its polygons, and the changes to them.

Each change is one command on the undo stack of the layer, including changes of class names and
colours, which are part of its style.
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
    from qgis.PyQt.QtGui import QUndoCommand  # Qt 6
except ImportError:
    from qgis.PyQt.QtWidgets import QUndoCommand

from ..backend.common.choices import DEFAULT_CLASS_FIELD
from ..bridge.class_list import TrainingClass, new_colour
from ..bridge.errors import BridgeError
from ..bridge.training_layer import classes_of, keep_style, show_classes
from ..bridge.translation import tr

#: Time after which changes in a row, such as those of one undo, are handled together.
SETTLE_MILLISECONDS = 150

_command_references: list[QUndoCommand] = []


class TrainingLayer(QObject):
    """A polygon layer with a class field."""

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
        """Id, class and geometry (WKB) of each labelled polygon, transformed to a CRS."""
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
                continue  # outside the area of the scene's coordinate reference system
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
        """Remove a class from the list, with its polygons."""
        after = [entry for entry in self.classes if entry.name != name]
        self._change(tr("Remove class {}").format(name), after, delete=name)

    def recolour(self, name: str, colour: str) -> None:
        """Change the colour of a class."""
        after = [
            TrainingClass(name, colour) if entry.name == name else entry for entry in self.classes
        ]
        self._change(tr("Change colour of class {}").format(name), after)

    def rename(self, old: str, new: str) -> None:
        """Rename a class, in the list and in its polygons."""
        after = [
            TrainingClass(new, entry.colour) if entry.name == old else entry
            for entry in self.classes
        ]
        self._change(tr("Rename class {} to {}").format(old, new), after, {old: new})

    def merge(self, names: list[str], into: str) -> None:
        """Merge several classes into one of them, with their polygons."""
        removed = [name for name in names if name != into]
        after = [entry for entry in self.classes if entry.name not in removed]
        text = tr("Merge {} into {}").format(", ".join(removed), into)
        self._change(text, after, dict.fromkeys(removed, into))

    def start_editing(self) -> None:
        """Start editing the layer; raises BridgeError where that is not possible."""
        if not self.layer.isEditable() and not self.layer.startEditing():
            raise BridgeError(
                "training.read_only",
                tr("The layer {} cannot be edited.").format(self.layer.name()),
                tr("Check that you may write to its file, or create another training layer."),
            )

    def save(self) -> None:
        """Save all changes to the file, and continue editing; raises BridgeError."""
        if self.layer.isEditable() and not self.layer.commitChanges(False):
            raise BridgeError(
                "training.not_saved",
                tr("The polygons could not be saved: {}").format(
                    " ".join(self.layer.commitErrors())
                ),
                tr("Check that you may write to the file and that there is free disk space."),
            )

    def release(self) -> None:
        """Disconnect from the layer, which may be deleted already."""
        self._timer.stop()

    def _change(
        self,
        text: str,
        after: list[TrainingClass],
        renamed: dict[str, str] | None = None,
        delete: str | None = None,
    ) -> None:
        """Change the classes and their polygons in one command of the undo stack."""
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
        # QGIS owns and deletes it, but calls its Python methods only while it is referenced.
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
        """Add the classes of polygons that are missing in the style."""
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
        # The unique values of the layer still include those that were changed but not saved.
        values = {feature.attribute(position) for feature in self.layer.getFeatures(request)}
        return {str(value) for value in values if value not in (None, NULL, "")}

    def _keep_style(self) -> None:
        """Store changed classes in the file; an unchanged style is not stored."""
        if self.classes != self._saved_classes:
            self._saved_classes = self.classes
            keep_style(self.layer)

    @staticmethod
    def _transform(
        source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
    ) -> QgsCoordinateTransform:
        return QgsCoordinateTransform(source, target, QgsProject.instance())


class _ClassesCommand(QUndoCommand):
    """A change of the class list, as part of a command on the undo stack of the layer."""

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
    """The text field that holds the class: that of the layer's style, or `class`."""
    fields = layer.fields()
    texts = [field.name() for field in fields if field.type() == QMetaType.Type.QString]
    renderer = layer.renderer()
    drawn_by = ""
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        drawn_by = renderer.classAttribute().strip('"')
    # Other fields are not used, since the style of the layer would be replaced.
    for name in (drawn_by, DEFAULT_CLASS_FIELD):
        if name in texts:
            return name
    raise BridgeError(
        "training.no_field",
        tr("The layer {} has no text field “class”.").format(layer.name()),
        tr("Add one, style the layer by categories of a text field, or create a training layer."),
    )
