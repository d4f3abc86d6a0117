"""The style of a training layer: a category and a list entry in the attribute form per class.

A layer that is styled otherwise keeps its style: the classes are drawn by a style of their own, and
the former one stays in the layer's list of styles.
"""

from __future__ import annotations

from collections.abc import Sequence

from qgis.core import (
    Qgis,
    QgsCategorizedSymbolRenderer,
    QgsEditorWidgetSetup,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsMapLayerStyle,
    QgsMarkerSymbol,
    QgsRendererCategory,
    QgsSimpleLineSymbolLayer,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtGui import QColor

from .class_field import ClassField
from .class_list import TrainingClass, unique_name
from .translation import tr

#: Transparent, so that the image below a polygon is visible.
FILL_ALPHA = 70
OUTLINE_MILLIMETRES = 0.5
CASING_MILLIMETRES = 1.0
LINE_MILLIMETRES = 0.8
MARKER_MILLIMETRES = 2.6
#: Editors of the class field that a user has chosen, and that are not replaced by a list.
PLAIN_EDITORS = ("", "TextEdit", "Range", "ValueMap")


def is_styled_by_classes(layer: QgsVectorLayer, field: ClassField) -> bool:
    """Whether a layer is styled by categories of its class field."""
    renderer = layer.renderer()
    return (
        isinstance(renderer, QgsCategorizedSymbolRenderer)
        and renderer.classAttribute().strip('"') == field.name
    )


def use_class_style(layer: QgsVectorLayer, field: ClassField) -> str:
    """Switch to a style by classes; returns the name of the former style, or "".

    Nothing is changed where the layer is styled by categories of the field already.
    """
    if is_styled_by_classes(layer, field):
        return ""
    manager = layer.styleManager()
    former = manager.currentStyle()
    wanted = name = style_name(field)
    number = 1
    while name in manager.styles():
        if name != former:
            manager.setCurrentStyle(name)
            if is_styled_by_classes(layer, field):
                return former
            manager.setCurrentStyle(former)
        number += 1
        name = f"{wanted} {number}"
    stored = _stored_style(layer, wanted)
    if stored and manager.addStyle(name, QgsMapLayerStyle(stored)):
        manager.setCurrentStyle(name)
        if is_styled_by_classes(layer, field):
            return former
    else:
        manager.addStyleFromLayer(name)
        manager.setCurrentStyle(name)
    layer.setRenderer(QgsCategorizedSymbolRenderer(field.name, []))
    return former


def style_name(field: ClassField) -> str:
    """The name of the style by classes in the list of styles of a layer."""
    return tr("GeoDiffNet classes ({})").format(field.name)


def classes_of(layer: QgsVectorLayer, field: ClassField) -> list[TrainingClass]:
    """The classes in a layer's style; none for a layer that is styled otherwise."""
    found: dict[int | str, TrainingClass] = {}
    names: set[str] = set()
    for category in _categories(layer, field):
        for value in _values(category, field):
            if value in found:
                continue
            name, code = str(value), value if isinstance(value, int) else None
            if code is not None:
                name = category.label().strip() or name
            name = unique_name(name, names)
            names.add(name)
            found[value] = TrainingClass(name, category.symbol().color().name(), code)
    return list(found.values())


def show_classes(layer: QgsVectorLayer, field: ClassField, classes: list[TrainingClass]) -> None:
    """Style a layer by these classes, and list them in its attribute form.

    A class that keeps its value or its colour keeps its symbol. Categories that are no class, such
    as that of all other values, remain.
    """
    by_value: dict[int | str, QgsRendererCategory] = {}
    others = []
    for category in _categories(layer, field):
        values = _values(category, field)
        by_value.update({value: category for value in values if value not in by_value})
        if not values:
            others.append(QgsRendererCategory(category))
    by_colour = {category.symbol().color().name(): category for category in by_value.values()}
    names = {entry.value: entry.name for entry in classes_of(layer, field)}
    categories = []
    for entry in classes:
        previous = by_value.get(entry.value)
        template = by_colour.get(entry.colour) if previous is None else previous
        if template is None or template.symbol().color().name() != entry.colour:
            symbol = class_symbol(entry.colour, layer.geometryType())
        else:
            symbol = template.symbol().clone()
        # A label of the user's is kept until the class is renamed.
        label, is_shown = entry.name, True
        if previous is not None:
            is_shown = previous.renderState()
            if names[entry.value] == entry.name and not isinstance(previous.value(), list):
                label = previous.label()
        category = QgsRendererCategory(entry.value, symbol, label, is_shown)
        categories.append(category)
    is_copy = is_styled_by_classes(layer, field)
    if is_copy:
        renderer = layer.renderer().clone()
        renderer.deleteAllCategories()
    else:
        renderer = QgsCategorizedSymbolRenderer(field.name, [])
    for category in (*categories, *others):
        renderer.addCategory(category)
    layer.setRenderer(renderer)
    if is_copy:
        # QGIS does not tell Python that it deletes a copy. Python's object for it would be given
        # out for any other renderer that comes to lie at its address, which crashes QGIS.
        sip.setdeleted(renderer)
    _set_up_form(layer, field, classes)
    layer.emitStyleChanged()
    layer.triggerRepaint()


def keep_style(layer: QgsVectorLayer, field: ClassField, as_default: bool = True) -> str:
    """Store the style in the layer's GeoPackage; returns an error message or "".

    Unless it becomes the default, it is stored beside the default style of the file.
    """
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() != "GPKG":
        return ""
    name = layer.name() if as_default else style_name(field)
    style = (name, tr("GeoDiffNet classes"), as_default, "")
    if hasattr(layer, "saveStyleToDatabaseV2"):  # newer than 3.40, where the other is deprecated
        return layer.saveStyleToDatabaseV2(*style)[1]
    return layer.saveStyleToDatabase(*style)


def class_symbol(colour: str, geometry: Qgis.GeometryType) -> QgsSymbol:
    """The symbol of a class, which is visible on any image."""
    casing = QColor(255, 255, 255, 200)
    if geometry == Qgis.GeometryType.Point:
        return QgsMarkerSymbol.createSimple(
            {
                "color": colour,
                "size": str(MARKER_MILLIMETRES),
                "outline_color": "255,255,255,200",
                "outline_width": str(OUTLINE_MILLIMETRES),
            }
        )
    if geometry == Qgis.GeometryType.Line:
        line = QgsLineSymbol.createSimple(
            {"line_color": colour, "line_width": str(LINE_MILLIMETRES)}
        )
        _put_beneath(line, QgsSimpleLineSymbolLayer(casing, LINE_MILLIMETRES + OUTLINE_MILLIMETRES))
        return line
    fill = QColor(colour)
    fill.setAlpha(FILL_ALPHA)
    polygon = QgsFillSymbol.createSimple({"outline_width": str(OUTLINE_MILLIMETRES)})
    polygon.symbolLayer(0).setFillColor(fill)
    polygon.symbolLayer(0).setStrokeColor(QColor(colour))
    _put_beneath(polygon, QgsSimpleLineSymbolLayer(casing, CASING_MILLIMETRES))
    return polygon


def _put_beneath(symbol: QgsSymbol, casing: QgsSimpleLineSymbolLayer) -> None:
    # A symbol's colour is that of its first layer that is not locked.
    casing.setLocked(True)
    symbol.insertSymbolLayer(0, casing)


def _categories(layer: QgsVectorLayer, field: ClassField) -> list[QgsRendererCategory]:
    return list(layer.renderer().categories()) if is_styled_by_classes(layer, field) else []


def _values(category: QgsRendererCategory, field: ClassField) -> list[int | str]:
    """The values of a category; none for that of all other values."""
    value = category.value()
    if category.symbol() is None:
        return []
    plain = [
        field.plain_value(single)
        for single in (value if isinstance(value, (list, tuple)) else [value])
    ]
    return [single for single in plain if single is not None]


def _stored_style(layer: QgsVectorLayer, name: str) -> str:
    """The style of that name in the layer's GeoPackage; empty where there is none."""
    if layer.providerType() != "ogr" or layer.dataProvider().storageType() != "GPKG":
        return ""
    _, identifiers, names, *_ = layer.listStylesInDatabase()
    if name not in names:
        return ""
    style, *_ = layer.getStyleFromDatabase(identifiers[names.index(name)])
    return str(style)


def _set_up_form(
    layer: QgsVectorLayer, field: ClassField, classes: Sequence[TrainingClass]
) -> None:
    """Set up the attribute form: the class is a list, preset to the last one; the id is hidden."""
    position = field.position
    if layer.editorWidgetSetup(position).type() not in PLAIN_EDITORS:
        return
    choices = [{entry.name: str(entry.value)} for entry in classes]
    layer.setEditorWidgetSetup(position, QgsEditorWidgetSetup("ValueMap", {"map": choices}))
    form = layer.editFormConfig()
    form.setReuseLastValue(position, True)
    layer.setEditFormConfig(form)
    for index in layer.primaryKeyAttributes():
        layer.setEditorWidgetSetup(index, QgsEditorWidgetSetup("Hidden", {}))
