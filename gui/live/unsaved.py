"""Leaves a temporary layer out of a project that is being saved."""

from __future__ import annotations

from qgis.PyQt.QtXml import QDomDocument, QDomNode


def remove_layer_from_document(document: QDomDocument, layer_id: str) -> None:
    """Remove all elements that are about a layer from the document of a project."""
    _remove_from(document.documentElement(), layer_id)


def _remove_from(node: QDomNode, layer_id: str) -> None:
    child = node.firstChildElement()
    while not child.isNull():
        following = child.nextSiblingElement()
        if _is_about(child, layer_id):
            node.removeChild(child)
        elif not _is_layer(child):
            _remove_from(child, layer_id)
        child = following


def _is_layer(element: QDomNode) -> bool:
    """Whether an element is the definition of a layer, whose contents are its own."""
    return bool(element.nodeName() == "maplayer")


def _is_about(element: QDomNode, layer_id: str) -> bool:
    if _is_layer(element):
        return bool(element.firstChildElement("id").text() == layer_id)
    if element.nodeName() == "legendlayer":  # the legend of old versions of QGIS
        file = element.firstChildElement("filegroup").firstChildElement("legendlayerfile")
        return bool(file.attribute("layerid") == layer_id)
    own = element.toElement()
    if layer_id in (own.attribute("id"), own.attribute("layerId")):
        return True
    # Such as the items of the order of layers.
    return bool(own.firstChildElement().isNull() and own.text() == layer_id)
