"""The training layer of the panel: its classes, its samples, and the changes to them.

Each change is one command on the undo stack of the layer, including changes of class names and
colours, which are part of its style.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsVectorLayerUtils,
)

from ..bridge.class_list import TrainingClass, new_colour
from ..bridge.errors import BridgeError
from ..bridge.layer_geometry import as_layer_type, outside_error, transformed, without
from ..bridge.translation import tr
from .class_command import ClassesCommand
from .labelled_layer import LabelledLayer


@dataclass(frozen=True)
class Sample:
    """A geometry of a class, in the coordinate reference system that it is given with."""

    name: str
    geometry: QgsGeometry


class TrainingLayer(LabelledLayer):
    """A layer of training samples that is edited."""

    def draw(self, name: str, geometry: QgsGeometry, crs: QgsCoordinateReferenceSystem) -> None:
        """Add a sample of a class."""
        self.add([Sample(name, geometry)], crs, tr("Draw {}").format(name))

    def add(
        self,
        samples: Sequence[Sample],
        crs: QgsCoordinateReferenceSystem,
        text: str,
        new_classes: Sequence[TrainingClass] = (),
    ) -> None:
        """Add samples, and the classes that they need, as one command; raises BridgeError."""
        position = self._field.check()
        before = self.classes
        after = [*before, *new_classes]
        values = {entry.name: entry.value for entry in after}
        parts: list[tuple[QgsGeometry, dict[int, Any]]] = []
        for sample in samples:
            if sample.name not in values and self._field.holds_codes:
                raise _unknown_class(sample.name)
            self._field.check_name(sample.name)
            geometry = transformed(sample.geometry, crs, self.layer.crs())
            if geometry is None:
                raise outside_error()
            value = values.get(sample.name, sample.name)
            parts += [(part, {position: value}) for part in as_layer_type(geometry, self.layer)]
        features = self._make_features(parts)
        for index, feature in enumerate(features):
            # QGIS replaces values that a constraint of the field forbids.
            feature.setAttribute(position, parts[index][1][position])
        self.start_editing()
        self.layer.beginEditCommand(text)
        if new_classes:
            ClassesCommand(self.layer, self._field, before, after).push()
        done = self.layer.addFeatures(features)
        self._end_command(done)

    def erase(
        self, eraser: QgsGeometry, crs: QgsCoordinateReferenceSystem, only: str | None = None
    ) -> int:
        """Remove what lies inside a polygon, of one class or of all; returns what it changed."""
        area = transformed(eraser, crs, self.layer.crs())
        if area is None:
            raise outside_error()
        position = self._field.check()
        values = {entry.name: entry.value for entry in self.classes}
        changes = []
        for feature in self.layer.getFeatures(QgsFeatureRequest(area.boundingBox())):
            value = self._field.plain_value(feature.attribute(position))
            if only is None or value == values.get(only, only):
                remaining = without(feature.geometry(), area)
                if remaining is not None:
                    changes.append((feature, remaining))
        if not changes:
            return 0
        self.start_editing()
        self.layer.beginEditCommand(tr("Erase"))
        done = True
        for feature, remaining in changes:
            done &= self._replace(feature, remaining)
        self._end_command(done)
        return len(changes)

    def add_class(self, name: str) -> None:
        """Add a class at the end of the list."""
        self._field.check_name(name)
        self._change(
            tr("Add class {}").format(name), [*self.classes, *self.new_classes({name: ""})]
        )

    def new_classes(self, colours: dict[str, str]) -> list[TrainingClass]:
        """Classes of these names with unused codes; a colour that is taken or empty is replaced."""
        existing = self.classes
        taken = {entry.colour for entry in existing}
        code = max([0, *(entry.code for entry in existing if entry.code is not None)])
        found = []
        for name, wanted in colours.items():
            colour = wanted if wanted and wanted not in taken else new_colour(name, taken)
            taken.add(colour)
            code += 1
            found.append(TrainingClass(name, colour, code if self._field.holds_codes else None))
        return found

    def remove_class(self, name: str) -> None:
        """Remove a class from the list, with its samples."""
        removed = {entry.value for entry in self.classes if entry.name == name}
        after = [entry for entry in self.classes if entry.name != name]
        self._change(tr("Remove class {}").format(name), after, removed=removed)

    def recolour(self, name: str, colour: str) -> None:
        """Change the colour of a class."""
        after = [
            replace(entry, colour=colour) if entry.name == name else entry for entry in self.classes
        ]
        self._change(tr("Change colour of class {}").format(name), after)

    def rename(self, old: str, new: str) -> None:
        """Rename a class, in the list and in its samples; a code stays the same."""
        self._field.check_name(new)
        after = [replace(entry, name=new) if entry.name == old else entry for entry in self.classes]
        values: dict[int | str, int | str] = {} if self._field.holds_codes else {old: new}
        self._change(tr("Rename class {} to {}").format(old, new), after, values)

    def merge(self, names: list[str], into: str) -> None:
        """Merge several classes into one of them, with their samples."""
        values = {entry.name: entry.value for entry in self.classes}
        removed = [name for name in names if name != into]
        after = [entry for entry in self.classes if entry.name not in removed]
        text = tr("Merge {} into {}").format(", ".join(removed), into)
        self._change(
            text, after, {values.get(name, name): values.get(into, into) for name in removed}
        )

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

    def _change(
        self,
        text: str,
        after: list[TrainingClass],
        new_values: dict[int | str, int | str] | None = None,
        removed: set[int | str] | None = None,
    ) -> None:
        """Change the classes and their samples in one command of the undo stack."""
        position = self._field.check()
        self.start_editing()
        before = self.classes
        self.layer.beginEditCommand(text)
        done = True
        for feature in list(self.layer.getFeatures()):
            found = feature.attribute(position)
            value = self._field.plain_value(found)
            if new_values and value in new_values:
                done &= self.layer.changeAttributeValue(
                    feature.id(), position, new_values[value], found
                )
            elif removed and value in removed:
                done &= self.layer.deleteFeature(feature.id())
        ClassesCommand(self.layer, self._field, before, after).push()
        self._end_command(done)
        self._timer.start()

    def _end_command(self, done: bool) -> None:
        """End the command; where a part of it failed, undo it and raise BridgeError."""
        if done:
            self.layer.endEditCommand()
            self.layer.triggerRepaint()
            return
        self.layer.destroyEditCommand()
        raise BridgeError(
            "training.not_changed",
            tr("The layer {} rejected the change; nothing was changed.").format(self.layer.name()),
            tr("Check that its file allows adding, changing and deleting features."),
        )

    def _make_features(
        self, parts: Sequence[tuple[QgsGeometry, dict[int, Any]]]
    ) -> list[QgsFeature]:
        """Features with the default values of the layer."""
        utilities = QgsVectorLayerUtils
        return utilities.createFeatures(
            self.layer,
            [utilities.QgsFeatureData(*part) for part in parts],
            self.layer.createExpressionContext(),
        )

    def _replace(self, feature: QgsFeature, remaining: QgsGeometry) -> bool:
        """Store what is left of a feature; further parts become features of the same values."""
        parts = [] if remaining.isEmpty() else as_layer_type(remaining, self.layer)
        if not parts:
            return self.layer.deleteFeature(feature.id())
        keys = self.layer.primaryKeyAttributes()
        values = {
            position: value
            for position, value in enumerate(feature.attributes())
            if position not in keys
        }
        further = self._make_features([(part, values) for part in parts[1:]])
        return self.layer.changeGeometry(feature.id(), parts[0]) and self.layer.addFeatures(further)


def _unknown_class(name: str) -> BridgeError:
    return BridgeError(
        "training.unknown_class",
        tr("The training layer has no class {}.").format(name),
        tr("Add it to the list of classes first."),
    )
