"""Finds the field of a layer that holds the class of its features."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import QgsCategorizedSymbolRenderer, QgsFields, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ..backend.common.choices import DEFAULT_CLASS_FIELD

#: Names of class fields in layers of other sources, in lower case and without separators.
USUAL_NAMES = (
    DEFAULT_CLASS_FIELD, "classname", "label", "species", "landcover", "landuse", "lulc",
    "category", "type", "klasse", "art", "baumart", "classe", "espece", "clase", "especie",
    "类别", "树种", "macroclassname", "macroclassid", "mcname", "mcid", "classid", "code",
)  # fmt: skip
_SEPARATORS = str.maketrans("", "", " _-.")


def guess_class_field(layer: QgsVectorLayer) -> str:
    """The class field of a layer: that of its style, else by name; empty where none is likely."""
    return guess_field(layer.fields(), _field_of_style(layer))


def guess_field(fields: QgsFields, field_of_style: str = "") -> str:
    """The likeliest class field: that of a style, one with a usual name, or the only text field."""
    names = list(fields.names())
    if field_of_style in names:
        return field_of_style
    found = usual_name(names)
    if found:
        return found
    texts = [field.name() for field in fields if field.type() == QMetaType.Type.QString]
    return texts[0] if len(texts) == 1 else ""


def usual_name(names: Sequence[str]) -> str:
    """The field whose name is usual for classes; empty where none has such a name."""
    by_plain_name = {name.lower().translate(_SEPARATORS): name for name in reversed(names)}
    return next((by_plain_name[usual] for usual in USUAL_NAMES if usual in by_plain_name), "")


def _field_of_style(layer: QgsVectorLayer) -> str:
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        return str(renderer.classAttribute()).strip('"')
    return ""
