"""How maps and suggested places look when they are loaded.

Names and colours of a class map stand in the file itself. Without this the map is right as well,
since QGIS reads the same ones; this makes sure of it whatever default style the user has set, and
leaves out the entry for "no data".
"""

from __future__ import annotations

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
    QgsProcessingLayerPostProcessorInterface,
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

#: Percent and colour, from unsure to sure, told apart by those who see no red or green as well.
CONFIDENCE_RAMP = (
    (0, "#3b0f70"),
    (50, "#b73779"),
    (75, "#fc8961"),
    (90, "#fde0a0"),
    (100, "#fcfdf4"),
)

#: Seen on any image and on any map.
SUGGESTION_COLOUR = "#ff2fd6"


class ClassMapStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws a class map by the names and colours of its own file."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if not isinstance(layer, QgsRasterLayer) or not layer.isValid():
            return
        draw_class_map(layer)
        _expand(layer, context)


class ConfidenceStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws a confidence map from dark (unsure) to light (sure), on the same scale everywhere."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            draw_confidence(layer)


class ApplicabilityStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws a raster of applicability by the style file that was written beside it."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if isinstance(layer, QgsRasterLayer) and layer.isValid():
            layer.loadDefaultStyle()
            layer.triggerRepaint()
            _expand(layer, context)


class StoredStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws a layer by the default style in its file, which Processing does not look for."""

    def postProcessLayer(  # noqa: N802
        self, layer: QgsMapLayer, context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> None:
        if layer.isValid():
            layer.loadDefaultStyle()
            layer.triggerRepaint()


class LocationsStyle(QgsProcessingLayerPostProcessorInterface):
    """Draws suggested places as numbered rings, which are seen at any scale."""

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
    """Draw a class map by the names and colours of its own file."""
    classes = class_entries(layer)
    if classes:
        layer.setRenderer(QgsPalettedRasterRenderer(layer.dataProvider(), 1, classes))
    else:
        # Processing does not read the style file beside a map; it may name them.
        layer.loadDefaultStyle()
    layer.triggerRepaint()


def draw_confidence(layer: QgsRasterLayer) -> None:
    """Draw a confidence map by the ramp."""
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
    """The classes that a map's file names, without "no data"; none where it names none."""
    provider = layer.dataProvider()
    nodata = provider.sourceNoDataValue(1) if provider.sourceHasNoDataValue(1) else 0
    table = provider.attributeTable(1)
    if table is not None and table.isValid()[0]:
        # It names classes of any code, while the list of category names ends at 255.
        entries = [(row.minMaxValues[0], row.color, row.name) for row in table.minMaxClasses()]
    else:
        entries = [(item.value, item.color, item.label) for item in provider.colorTable(1)]
    return [
        QgsPalettedRasterRenderer.Class(value, colour, name)
        for value, colour, name in entries
        # QGIS calls a colour without a name by its number.
        if value != nodata and name and name != f"{value:g}"
    ]


def _expand(layer: QgsRasterLayer, context: QgsProcessingContext) -> None:
    project = context.project()
    node = project.layerTreeRoot().findLayer(layer.id()) if project is not None else None
    if isinstance(node, QgsLayerTreeLayer):
        node.setExpanded(True)
