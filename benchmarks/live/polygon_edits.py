"""Runs inside QGIS: edits of all kinds that leave as many polygons as there were."""

from collections import Counter

from qgis.core import QgsGeometry
from qgis.utils import iface

#: Width and height of each polygon in pixels.
SIDE = 3


class PolygonEdits:
    """Draws, moves and removes polygons, and undoes some of these edits."""

    def __init__(self, user, outlines):
        self.user, self.layer = user, user.layer
        self._outlines = [(name, wkt, QgsGeometry.fromWkt(wkt)) for name, wkt in outlines]
        self._kinds = (
            self.draw, self.move, self.undo, self.remove, self.draw, self.undo, self.remove,
            self.undo,
        )  # fmt: skip

    def make(self, number):
        """Make an edit; returns its kind."""
        edit = self._kinds[number % len(self._kinds)]
        edit()
        return edit.__name__

    def draw(self):
        """Draw a polygon with the mouse."""
        name, wkt, _ = self._free_outline()
        self.user.draw(name, wkt)

    def move(self):
        """Give the oldest polygon another outline of its class."""
        feature = next(self.layer.getFeatures())
        _, _, geometry = self._free_outline(feature["class"])
        moved = QgsGeometry(geometry)
        moved.convertToMultiType()
        self._change(lambda: self.layer.changeGeometry(feature.id(), moved))

    def remove(self):
        """Remove the oldest polygon."""
        feature = next(self.layer.getFeatures())
        self._change(lambda: self.layer.deleteFeature(feature.id()))

    def undo(self):
        """Undo the edit before."""
        iface.setActiveLayer(self.layer)
        self.user.undo()

    def samples(self):
        """The class and geometry of each polygon of the layer."""
        return Counter((f["class"], bytes(f.geometry().asWkb())) for f in self.layer.getFeatures())

    def pixels_by_class(self):
        """The number of pixels that the polygons of each class cover."""
        counts = Counter(feature["class"] for feature in self.layer.getFeatures())
        return {name: SIDE**2 * count for name, count in counts.items()}

    def _free_outline(self, name=None):
        """The outline, of a class or of any, that was used longest ago and where no polygon is."""
        drawn = [feature.geometry() for feature in self.layer.getFeatures()]
        for entry in self._outlines:
            centre = entry[2].centroid()
            if name in (None, entry[0]) and not any(other.contains(centre) for other in drawn):
                self._outlines.remove(entry)
                self._outlines.append(entry)
                return entry
        raise RuntimeError(f"no outline is left for a polygon of {name}")

    def _change(self, change):
        if not self.layer.isEditable():
            self.layer.startEditing()
        self.layer.beginEditCommand("change")
        change()
        self.user.marks.begin()
        self.layer.endEditCommand()
