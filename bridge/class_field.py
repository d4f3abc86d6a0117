"""The class field of a training layer: a text field of names, or an integer field of codes."""

from __future__ import annotations

from qgis.core import (
    NULL,
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsField,
    QgsFields,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType

from ..backend.common.class_field_guess import usual_name
from .errors import BridgeError
from .translation import tr

INTEGER_TYPES = (
    QMetaType.Type.Int,
    QMetaType.Type.LongLong,
    QMetaType.Type.UInt,
    QMetaType.Type.ULongLong,
)
#: Joined and virtual fields cannot be edited.
EDITABLE_ORIGINS = (Qgis.FieldOrigin.Provider, Qgis.FieldOrigin.Edit)

#: More samples or classes than these are no training layer that is edited in a panel.
MAX_SAMPLES, MAX_CLASSES = 50_000, 255


class ClassField:
    """The class field of a layer, which is found again after it was renamed."""

    def __init__(self, layer: QgsVectorLayer, name: str):
        self._layer = layer
        self._name = name
        self._fields = QgsFields()
        self._position = -1
        self._holds_codes = False
        self._follow_fields()

    @property
    def name(self) -> str:
        """Its current name."""
        self._follow_fields()
        return self._name

    @property
    def position(self) -> int:
        """Its current position; -1 where the layer no longer has it."""
        self._follow_fields()
        return self._position

    @property
    def holds_codes(self) -> bool:
        """Whether it holds integers."""
        self._follow_fields()
        return self._holds_codes

    def check(self) -> int:
        """Its position; raises BridgeError where the layer no longer has it."""
        position = self.position
        if position < 0:
            raise BridgeError(
                "training.field_missing",
                tr("The layer {} no longer has the field “{}”.").format(
                    self._layer.name(), self._name
                ),
                tr("Undo the change of its fields, or choose another class field."),
            )
        return position

    def check_name(self, name: str) -> None:
        """Raise BridgeError for a name that is too long for a text field."""
        field = self._layer.fields().at(self.check())
        length = field.length()
        if not is_integer(field) and 0 < length < len(name):
            raise BridgeError(
                "training.name_too_long",
                tr("The name {} is too long for the field “{}”.").format(name, field.name()),
                tr("Enter at most {} characters.").format(length),
            )

    def plain_value(self, value: object) -> int | str | None:
        """The value of a feature or of a category in the type of the field; None for no value."""
        if value is None or value == NULL or value == "":
            return None
        if not self.holds_codes:
            return str(value)
        try:
            return int(str(value))
        except ValueError:
            return None

    def _follow_fields(self) -> None:
        """Find the field again where the fields have changed; it may have been renamed."""
        fields = self._layer.fields()
        if fields == self._fields:  # quick, since both share their data
            return
        names, before = fields.names(), self._fields.names()
        if self._name not in names and self._name in before:
            position = before.index(self._name)
            # Where the number of fields is the same, none was deleted or added.
            if len(names) == len(before) and names[position] not in before:
                self._name = names[position]
        self._fields = fields
        self._position = fields.indexOf(self._name)
        self._holds_codes = self._position >= 0 and is_integer(fields.at(self._position))


def is_integer(field: QgsField) -> bool:
    """Whether a field holds integers."""
    return field.type() in INTEGER_TYPES


def suitable_fields(layer: QgsVectorLayer) -> list[str]:
    """The fields that may hold classes: editable ones of text or integers, without the key."""
    fields, keys = layer.fields(), layer.primaryKeyAttributes()
    return [
        field.name()
        for position, field in enumerate(fields)
        if fields.fieldOrigin(position) in EDITABLE_ORIGINS
        and position not in keys
        and (field.type() == QMetaType.Type.QString or is_integer(field))
    ]


def default_class_field(layer: QgsVectorLayer) -> str:
    """The field by which the layer is styled, else one with a usual name; empty for none."""
    names = suitable_fields(layer)
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        styled_by = renderer.classAttribute().strip('"')
        if styled_by in names:
            return styled_by
    return usual_name(names)


def checked_class_field(layer: QgsVectorLayer, wanted: str = "") -> str:
    """The wanted class field, or else the default one; raises BridgeError where there is none."""
    names = suitable_fields(layer)
    field = wanted or default_class_field(layer)
    if field in names:
        return field
    if wanted:
        raise BridgeError(
            "training.unsuitable_field",
            tr("The field “{}” of the layer {} cannot hold classes.").format(wanted, layer.name()),
            tr("Choose a text or integer field that can be edited."),
        )
    raise BridgeError(
        "training.no_field",
        tr("The layer {} has no field “class”.").format(layer.name()),
        tr("Choose its class field, add a text field “class”, or create a training layer."),
    )


def check_size(layer: QgsVectorLayer, field: ClassField) -> None:
    """Raise BridgeError for a layer of too many samples, or a field of too many values."""
    if layer.featureCount() > MAX_SAMPLES:
        raise BridgeError(
            "training.too_many_samples",
            tr("The layer {} has more than {} features.").format(layer.name(), MAX_SAMPLES),
            tr("Filter the layer, or use the algorithms in the Processing Toolbox."),
        )
    if len(layer.uniqueValues(field.check(), MAX_CLASSES + 1)) > MAX_CLASSES:
        raise BridgeError(
            "training.too_many_classes",
            tr("The field “{}” has more than {} different values.").format(field.name, MAX_CLASSES),
            tr("Choose the field that holds the class."),
        )
