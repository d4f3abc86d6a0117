"""Styles of maps and suggested locations when they are loaded into QGIS.

The names and colours of a class map are stored in the file. They are applied here regardless of the
user's default style, and without the entry for "no data".
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCentroidFillSymbolLayer,
    QgsColorRampShader,
    QgsFillSymbol,
    QgsLayerTreeLayer,
    QgsMapLayer,
    QgsMarkerSymbol,
    QgsPalettedRasterRenderer,
    QgsPalLayerSettings,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsSingleSymbolRenderer,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor

from .layer_order import LayerStyle

#: Percent and colour, from low to high; distinguishable with colour vision deficiency.
CONFIDENCE_RAMP = (
    (0, "#3b0f70"),
    (50, "#b73779"),
    (75, "#fc8961"),
    (90, "#fde0a0"),
    (100, "#fcfdf4"),
)

#: Visible on any image and on any map.
SUGGESTION_COLOUR = "#ff2fd6"


class ClassMapStyle(LayerStyle):
    """Styles a class map with the names and colours in its file."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
            return
        draw_class_map(layer)
        _expand(layer, context)
        self.place(layer, context)


class ConfidenceStyle(LayerStyle):
    """Styles a confidence map from dark (low) to light (high), on the same scale everywhere."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            draw_confidence(layer)
            self.place(layer, context)


class PlainStyle(LayerStyle):
    """Leaves the style of a raster to QGIS."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        self.place(layer, context)


class StyleFileStyle(LayerStyle):
    """Styles a raster with the style file beside it."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            layer.loadDefaultStyle()
            layer.triggerRepaint()
            _expand(layer, context)
            self.place(layer, context)


class StoredStyle(LayerStyle):
    """Applies the default style in a layer's file, which Processing does not do."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if layer.isValid():
            layer.loadDefaultStyle()
            layer.triggerRepaint()


class LocationsStyle(LayerStyle):
    """Styles suggested locations as numbered rings, which are visible at any scale."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
            return
        ring = QgsMarkerSymbol.createSimple(
            {
                "name": "circle",
                "color": "0,0,0,0",
                "outline_color": SUGGESTION_COLOUR,
                "outline_width": "0.6",
                "size": "3.6",
            }
        )
        symbol = ring
        if layer.geometryType() == Qgis.GeometryType.Polygon:
            outline = {
                "color": "0,0,0,0",
                "outline_color": SUGGESTION_COLOUR,
                "outline_width": "0.4",
            }
            symbol = QgsFillSymbol.createSimple(outline)
            around = QgsCentroidFillSymbolLayer()
            around.setSubSymbol(ring)
            symbol.appendSymbolLayer(around)
        layer.setRenderer(QgsSingleSymbolRenderer(symbol))
        if layer.fields().lookupField("number") >= 0:
            layer.setLabeling(QgsVectorLayerSimpleLabeling(_numbering()))
            layer.setLabelsEnabled(True)
        layer.triggerRepaint()


def draw_class_map(layer: QgsRasterLayer) -> None:
    """Style a class map with the names and colours in its file."""
    classes = class_entries(layer)
    if classes:
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    else:
        # Processing does not read the style file beside a map, which may name the classes.
        layer.loadDefaultStyle()
    layer.triggerRepaint()


def order_legend(layer: QgsRasterLayer, names: Sequence[str]) -> None:
    """List the classes of a map in the order of these names, others after them."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsPalettedRasterRenderer):
        return
    position = {name: index for index, name in enumerate(names)}
    classes = renderer.classes()
    ordered = sorted(classes, key=lambda entry: position.get(entry.label, len(position)))
    if [entry.value for entry in ordered] == [entry.value for entry in classes]:
        return
    replacement = QgsPalettedRasterRenderer(layer.dataProvider(), renderer.usesBands()[0], ordered)
    replacement.setOpacity(renderer.opacity())
    layer.setRenderer(replacement)
    layer.emitStyleChanged()


def draw_confidence(layer: QgsRasterLayer) -> None:
    """Style a confidence map with the colour ramp."""
    ramp = QgsColorRampShader(0, 100)
    ramp.setColorRampItemList(
        [
            QgsColorRampShader.ColorRampItem(value, QColor(colour), f"{value} %")
            for value, colour in CONFIDENCE_RAMP
        ]
    )
    shader = QgsRasterShader(0, 100)
    shader.setRasterShaderFunction(ramp)
    layer.setRenderer(QgsSingleBandPseudoColorRenderer(layer.dataProvider(), 1, shader))
    layer.triggerRepaint()


def _numbering() -> QgsPalLayerSettings:
    text = QgsTextFormat()
    text.setSize(9)
    text.setColor(QColor("#202020"))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.8)
    halo.setColor(QColor("#ffffff"))
    text.setBuffer(halo)
    labels = QgsPalLayerSettings()
    labels.fieldName = "number"
    labels.dist = 1.5
    labels.setFormat(text)
    return labels


def class_entries(layer: QgsRasterLayer) -> list[QgsPalettedRasterRenderer.Class]:
    """The classes in a map's file, without "no data"; none where it has no names."""
    provider = layer.dataProvider()
    nodata = provider.sourceNoDataValue(1) if provider.sourceHasNoDataValue(1) else 0
    table = provider.attributeTable(1)
    if table is not None and table.isValid()[0]:
        # It holds classes of any code, while the list of category names ends at 255.
        entries = [(row.minMaxValues[0], row.color, row.name) for row in table.minMaxClasses()]
    else:
        entries = [(item.value, item.color, item.label) for item in provider.colorTable(1)]
    return [
        QgsPalettedRasterRenderer.Class(value, colour, name)
        for value, colour, name in entries
        # QGIS uses the number as the label of a colour without a name.
        if value != nodata and name and name != f"{value:g}"
    ]


def _expand(layer: QgsRasterLayer, context: QgsProcessingContext) -> None:
    project = context.project()
    node = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
    if isinstance(node, QgsLayerTreeLayer):
        node.setExpanded(True)
