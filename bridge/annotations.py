"""Annotations of QGIS as labels: what is drawn on the map, with its text or its layer as the class.

In a layer with texts, a text is the class of the shapes that it is written in, and alone it labels
the location of its point. A layer without any text is one class, named like the layer; the other
annotation layers of its group are the other classes.
"""

from __future__ import annotations

from dataclasses import dataclass

from qgis.core import (
    QgsAnnotationItem,
    QgsAnnotationLayer,
    QgsAnnotationLineItem,
    QgsAnnotationLineTextItem,
    QgsAnnotationMarkerItem,
    QgsAnnotationPointTextItem,
    QgsAnnotationPolygonItem,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsGeometry,
    QgsLayerTreeLayer,
    QgsProject,
)

from .errors import BridgeError
from .translation import tr

_SHAPES = (QgsAnnotationPolygonItem, QgsAnnotationLineItem, QgsAnnotationMarkerItem)
_TEXTS = (QgsAnnotationPointTextItem, QgsAnnotationLineTextItem)


@dataclass(frozen=True)
class Annotation:
    """A geometry with its class; an empty text where the class is unknown."""

    geometry: QgsGeometry
    class_name: str
    colour: str


@dataclass(frozen=True)
class Annotations:
    """The labels in annotation layers, in one coordinate reference system."""

    name: str
    crs: QgsCoordinateReferenceSystem
    labels: list[Annotation]

    @property
    def labelled(self) -> list[Annotation]:
        """The annotations whose class is known."""
        return [label for label in self.labels if label.class_name]


def annotation_layer(project: QgsProject | None, text: str) -> QgsAnnotationLayer | None:
    """The annotation layer of an identifier or a name; None where there is none."""
    if project is None or not text:
        return None
    main = project.mainAnnotationLayer()
    if main is not None and text == main.id():
        return main
    layer = project.mapLayer(text)
    named = [layer] if layer is not None else project.mapLayersByName(text)
    # a name that a vector layer has, too, means that layer
    only_annotations = all(isinstance(one, QgsAnnotationLayer) for one in named)
    return named[0] if named and only_annotations else None


def read_annotations(project: QgsProject, layer: QgsAnnotationLayer) -> Annotations:
    """The labels in a layer with texts, or in the layers of a group, each of which is a class."""
    if _has_texts(layer):
        labels = _labels_by_text(layer)
    else:
        labels = [
            Annotation(_in_crs(geometry, one, layer.crs(), project), one.name().strip(), colour)
            for one in _group_of(project, layer)
            if not _has_texts(one)
            for geometry, colour in _shapes(one)
        ]
    found = Annotations(layer.name(), layer.crs(), labels)
    if not found.labelled:
        raise BridgeError(
            "labels.none",
            tr("The annotation layer {} contains no labels.").format(layer.name()),
            tr(
                "Draw polygons, lines or markers, with the class as a text in them or as the name "
                "of their layer."
            ),
        )
    return found


def _items(layer: QgsAnnotationLayer) -> list[QgsAnnotationItem]:
    return list(layer.items().values())


def _has_texts(layer: QgsAnnotationLayer) -> bool:
    return any(isinstance(item, _TEXTS) for item in _items(layer))


def _shapes(layer: QgsAnnotationLayer) -> list[tuple[QgsGeometry, str]]:
    """The geometries that are drawn in a layer, with their colours."""
    found = []
    for item in _items(layer):
        if isinstance(item, _SHAPES):
            colour = item.symbol().color().name() if item.symbol() is not None else ""
            found.append((_geometry(item), colour))
    return found


def _labels_by_text(layer: QgsAnnotationLayer) -> list[Annotation]:
    texts = [
        (_geometry(item), " ".join(item.text().split()))
        for item in _items(layer)
        if isinstance(item, _TEXTS)
    ]
    labels = []
    used: set[int] = set()
    for geometry, colour in _shapes(layer):
        inside = [
            number
            for number, (position, text) in enumerate(texts)
            if text and geometry.intersects(position)
        ]
        names = {texts[number][1] for number in inside}
        used.update(inside)
        labels.append(Annotation(geometry, names.pop() if len(names) == 1 else "", colour))
    labels += [
        Annotation(position, text, "")
        for number, (position, text) in enumerate(texts)
        if number not in used
    ]
    return labels


def _geometry(item: QgsAnnotationItem) -> QgsGeometry:
    if isinstance(item, QgsAnnotationPointTextItem):
        return QgsGeometry.fromPointXY(item.point())
    if isinstance(item, QgsAnnotationMarkerItem):
        return QgsGeometry.fromPointXY(item.geometry())
    return QgsGeometry(item.geometry().clone())


def _group_of(project: QgsProject, layer: QgsAnnotationLayer) -> list[QgsAnnotationLayer]:
    """The annotation layers in the group of a layer, in their order in the project."""
    node = project.layerTreeRoot().findLayer(layer.id())
    parent = node.parent() if node is not None else None
    if parent is None:
        return [layer]
    siblings = [
        child.layer() for child in parent.children() if isinstance(child, QgsLayerTreeLayer)
    ]
    return [one for one in siblings if isinstance(one, QgsAnnotationLayer)]


def _in_crs(
    geometry: QgsGeometry,
    layer: QgsAnnotationLayer,
    crs: QgsCoordinateReferenceSystem,
    project: QgsProject,
) -> QgsGeometry:
    if layer.crs() == crs or not layer.crs().isValid() or not crs.isValid():
        return geometry
    try:
        geometry.transform(QgsCoordinateTransform(layer.crs(), crs, project))
    except QgsCsException as error:
        raise BridgeError(
            "labels.other_crs",
            tr("The annotation layer {} cannot be reprojected.").format(layer.name()),
            tr("Use the same coordinate reference system for all annotation layers."),
        ) from error
    return geometry
