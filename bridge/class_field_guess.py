"""Finds the field of a layer that holds the class of its features."""

from __future__ import annotations

from qgis.core import QgsCategorizedSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import QMetaType

from ..backend.common.class_field_guess import guess_field


def guess_class_field(layer: QgsVectorLayer) -> str:
    """The class field of a layer: that of its style, else by name; empty where none is likely."""
    fields = layer.fields()
    names = list(fields.names())
    styled_by = _field_of_style(layer)
    if styled_by in names:
        return styled_by
    texts = [field.name() for field in fields if field.type() == QMetaType.Type.QString]
    return guess_field(names, texts)


def _field_of_style(layer: QgsVectorLayer) -> str:
    renderer = layer.renderer()
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        return str(renderer.classAttribute()).strip('"')
    return ""
