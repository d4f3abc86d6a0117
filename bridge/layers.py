"""Layers that the value of a parameter stands for."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingUtils,
    QgsProperty,
    QgsVectorLayer,
)


def layer_text(value: Any, context: QgsProcessingContext) -> str:
    """The layer, its name or its file as a text; empty for no layer."""
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        value = value.source
    if isinstance(value, QgsProperty):
        value = value.valueAsString(context.expressionContext())[0]
    if isinstance(value, QgsMapLayer):
        return str(value.id())
    return value if isinstance(value, str) else ""


def vector_layer_of(value: Any, context: QgsProcessingContext) -> QgsVectorLayer | None:
    """The vector layer of the project or of a file; None for anything else.

    The layer of a file lives as long as the context.
    """
    text = layer_text(value, context)
    if not text:
        return None
    hint = QgsProcessingUtils.LayerHint.Vector
    layer = QgsProcessingUtils.mapLayerFromString(text, context, True, hint)
    return layer if isinstance(layer, QgsVectorLayer) and layer.isValid() else None
