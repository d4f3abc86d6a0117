"""A layer whose samples and classes are read, and drawn by class."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ..bridge.class_field import ClassField, check_size, checked_class_field
from ..bridge.class_list import TrainingClass, new_colour, unique_name
from ..bridge.class_style import (
    classes_of,
    is_styled_by_classes,
    keep_style,
    show_classes,
    use_class_style,
)
from ..bridge.labelled_features import LabelledFeatures
from ..bridge.transformed_geometries import TransformedGeometries

#: Time after which changes in a row, such as those of one undo, are handled together.
SETTLE_MILLISECONDS = 20
#: Time between urgent and other reactions to a change, in which QGIS handles other events.
LATER_MILLISECONDS = 40


class LabelledLayer(QObject):
    """A layer of polygons, lines or points with a class field of text or integers.

    A layer that is styled otherwise gets a style of its own for the classes; `former_style` names
    the one that it had, and that remains in its list of styles.
    """

    changed = pyqtSignal()  # classes, samples or both
    changed_later = pyqtSignal()  # some time after `changed`: for what is not urgent

    def __init__(self, layer: QgsVectorLayer, field: str = "", parent: QObject | None = None):
        super().__init__(parent)
        self.layer = layer
        self._field = ClassField(layer, checked_class_field(layer, field))
        check_size(layer, self._field)
        self.former_style = use_class_style(layer, self._field)
        self._styled_field = self.field
        self._geometries = TransformedGeometries(layer)
        self._features = LabelledFeatures(layer, self._field, self)
        self._known_classes: list[TrainingClass] = []
        self._is_style_known = False  # whether the known classes are those of the current style
        for signal in (layer.rendererChanged, layer.styleChanged, layer.updatedFields):
            signal.connect(self._forget_style)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MILLISECONDS)
        self._timer.timeout.connect(self._settle)
        self._later_timer = QTimer(self)
        self._later_timer.setSingleShot(True)
        self._later_timer.setInterval(LATER_MILLISECONDS)
        self._later_timer.timeout.connect(self.changed_later)
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
        layer.willBeDeleted.connect(self._stop)
        layer.updatedFields.connect(self._follow_fields)
        layer.afterCommitChanges.connect(self._keep_style)
        self._add_missing_classes()
        self._saved_style = (self.field, self.classes)

    def _timer_start(self, *_: object) -> None:
        self._timer.start()

    @property
    def field(self) -> str:
        """The name of the class field."""
        return self._field.name

    @property
    def classes(self) -> list[TrainingClass]:
        """The classes in the order of the legend.

        Where the layer is styled otherwise in the meantime, they are those of its last style.
        """
        if not self._is_style_known:
            self._is_style_known = True
            if is_styled_by_classes(self.layer, self._field):
                self._known_classes = classes_of(self.layer, self._field)
        return list(self._known_classes)

    def class_styles(self) -> list[dict[str, Any]]:
        """Value, name and colour of each class, as the backend takes them."""
        return [
            {"value": entry.value, "name": entry.name, "colour": entry.colour}
            for entry in self.classes
        ]

    def polygons(self, crs: QgsCoordinateReferenceSystem) -> list[tuple[int, str, bytes]]:
        """Id, class and valid geometry (WKB) of each labelled feature in a CRS, ordered by id."""
        names = {entry.value: entry.name for entry in self.classes}
        return self._geometries.in_system(
            [
                (number, names.get(value, str(value)), wkb)
                for number, value, wkb in self._features.labels()
            ],
            crs,
        )

    def release(self) -> None:
        """Disconnect from the layer, which may be deleted already."""
        self._stop()

    def _stop(self) -> None:
        self._timer.stop()
        self._later_timer.stop()

    def _forget_style(self) -> None:
        self._is_style_known = False

    def _settle(self) -> None:
        self._add_missing_classes()
        self.changed.emit()
        self._later_timer.start()

    def _follow_fields(self) -> None:
        """Draw by the new name of a renamed class field."""
        former, self._styled_field = self._styled_field, self._field.name
        renderer = self.layer.renderer()
        if (
            former != self._styled_field
            and isinstance(renderer, QgsCategorizedSymbolRenderer)
            and renderer.classAttribute().strip('"') == former
        ):
            renderer.setClassAttribute(self._styled_field)
            show_classes(self.layer, self._field, self.classes)
        self._timer.start()

    def _add_missing_classes(self) -> None:
        """Add the classes of features that are missing in the list."""
        all_classes = self.classes
        missing = sorted(self._features.values() - {entry.value for entry in all_classes})
        if not missing:
            return
        names = {entry.name for entry in all_classes}
        taken = {entry.colour for entry in all_classes}
        for value in missing:
            name = unique_name(str(value), names)
            code = value if isinstance(value, int) else None
            entry = TrainingClass(name, new_colour(name, taken), code)
            names.add(name)
            taken.add(entry.colour)
            all_classes.append(entry)
        self._known_classes = all_classes
        if is_styled_by_classes(self.layer, self._field):
            show_classes(self.layer, self._field, all_classes)

    def _keep_style(self) -> None:
        """Store changed classes in the file; an unchanged style is not stored."""
        style = (self.field, self.classes)
        if style != self._saved_style:
            self._saved_style = style
            keep_style(self.layer, self._field, as_default=not self.former_style)
