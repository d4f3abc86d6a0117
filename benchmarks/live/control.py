"""The control: QGIS alone, while the same polygons are added to a layer, without the panel."""

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer
from window import wait

EDITS = 10
PAUSE = 0.7  # seconds, in which QGIS draws the polygon


def blocks_of_qgis(user, polygons, edits):
    """The longest blocks of the event loop; polygons come through the edit buffer of a layer."""
    crs = user.scene.crs().authid()
    layer = QgsVectorLayer(f"Polygon?crs={crs}&field=class:string", "control", "memory")
    layer.dataProvider().addFeatures([_feature(layer, *polygon) for polygon in polygons])
    project = QgsProject.instance()
    project.addMapLayer(layer)
    layer.startEditing()
    wait(2 * PAUSE)
    user.watch.start()
    for polygon in edits[:EDITS]:
        layer.beginEditCommand("Draw")
        layer.addFeature(_feature(layer, *polygon))
        layer.endEditCommand()
        layer.triggerRepaint()
        wait(PAUSE)
    user.watch.stop()
    layer.rollBack()
    project.removeMapLayer(layer.id())
    return user.watch.worst()


def _feature(layer, name, wkt):
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    feature["class"] = name
    return feature
