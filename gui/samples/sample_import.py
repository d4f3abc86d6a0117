"""Reads training samples of another layer, in the classes and geometries of the training layer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from qgis.core import Qgis, QgsFeature, QgsFeatureRequest, QgsGeometry, QgsVectorLayer

from ...bridge.class_field import ClassField
from ...bridge.class_list import TrainingClass
from ...bridge.class_style import classes_of
from ...bridge.errors import BridgeError
from ...bridge.labels import valid_geometry
from ...bridge.layer_geometry import transformed
from ...bridge.translation import tr
from ..tools.scene_grid import SceneGrid
from ..training import Sample, TrainingLayer

MAX_SAMPLES = 10_000
#: Half the width of the area along a line, in pixels.
LINE_RADIUS = 0.5


@dataclass
class SamplesToImport:
    """Samples in the coordinate reference system of the training layer."""

    samples: list[Sample] = field(default_factory=list)
    new_classes: dict[str, str] = field(default_factory=dict)  # their colours by name
    skipped: int = 0  # without class or geometry, or outside


def read_samples(
    source: QgsVectorLayer,
    class_field: str,
    training: TrainingLayer,
    grid: SceneGrid | None,
    only_selected: bool = False,
) -> SamplesToImport:
    """Read the samples of a layer; raises BridgeError where they do not suit the training layer."""
    _check_types(source, training, grid)
    source_field = ClassField(source, class_field)
    position = source_field.check()
    names = _ClassNames(training, classes_of(source, source_field))
    found = SamplesToImport()
    for feature in _features(source, position, only_selected):
        value = source_field.plain_value(feature.attribute(position))
        geometry = None if value is None else _geometry(feature, source, training, grid)
        if value is None or geometry is None:
            found.skipped += 1
            continue
        found.samples.append(Sample(names.name_of(value), geometry))
        if len(found.samples) > MAX_SAMPLES:
            raise BridgeError(
                "import.too_many",
                tr("The layer {} has more than {} samples.").format(source.name(), MAX_SAMPLES),
                tr("Select some of them, or choose the layer itself as the training layer."),
            )
    found.new_classes = names.new_classes
    if not found.samples:
        raise BridgeError(
            "import.nothing",
            tr("The layer {} has no samples with a class.").format(source.name()),
            tr("Choose another layer or field."),
        )
    return found


def import_samples(found: SamplesToImport, training: TrainingLayer) -> None:
    """Add the samples to the training layer in one step; raises BridgeError."""
    training.add(
        found.samples,
        training.layer.crs(),
        tr("Import samples"),
        training.new_classes(found.new_classes),
    )


class _ClassNames:
    """Names of the training layer for the classes of another layer."""

    def __init__(self, training: TrainingLayer, styled: list[TrainingClass]):
        known = training.classes
        self._by_spelling = {_spelling(entry.name): entry.name for entry in known}
        self._by_code = {entry.code: entry.name for entry in known if entry.code is not None}
        self._styled = {entry.value: entry for entry in styled}
        self.new_classes: dict[str, str] = {}

    def name_of(self, value: int | str) -> str:
        """The name of the class that a value of the other layer stands for."""
        styled = self._styled.get(value)
        name = styled.name if styled is not None else str(value)
        known = self._by_spelling.get(_spelling(name))
        if known is None and styled is None and isinstance(value, int):
            known = self._by_code.get(value)
        if known is None:
            known = self._by_spelling[_spelling(name)] = name.strip()
            self.new_classes[known] = styled.colour if styled is not None else ""
        return known


def _spelling(name: str) -> str:
    """A name without differences that do not distinguish classes."""
    return " ".join(name.split()).casefold()


def _features(source: QgsVectorLayer, position: int, only_selected: bool) -> Iterator[QgsFeature]:
    request = QgsFeatureRequest().setSubsetOfAttributes([position])
    found: Iterator[QgsFeature] = (
        source.getSelectedFeatures(request) if only_selected else source.getFeatures(request)
    )
    return found


def _check_types(source: QgsVectorLayer, training: TrainingLayer, grid: SceneGrid | None) -> None:
    wanted = training.layer.geometryType()
    becomes_area = wanted == Qgis.GeometryType.Polygon and source.geometryType() in (
        Qgis.GeometryType.Point,
        Qgis.GeometryType.Line,
    )
    if source.geometryType() != wanted and not becomes_area:
        raise BridgeError(
            "import.geometry_type",
            tr("The geometries of the layer {} do not suit the training layer.").format(
                source.name()
            ),
            tr("Use a training layer of polygons, or one of the same type of geometry."),
        )
    if becomes_area and grid is None:
        raise BridgeError(
            "import.no_scene",
            tr("Points and lines label pixels of a scene, but there is none."),
            tr("Choose a scene first."),
        )


def _geometry(
    feature: QgsFeature,
    source: QgsVectorLayer,
    training: TrainingLayer,
    grid: SceneGrid | None,
) -> QgsGeometry | None:
    """The geometry of a feature in the training layer; None where it has none there."""
    if feature.geometry().isEmpty():
        return None
    geometry, _ = valid_geometry(feature.geometry())
    crs, target = source.crs(), training.layer.crs()
    if source.geometryType() == training.layer.geometryType() or grid is None:
        return transformed(geometry, crs, target)
    in_scene = transformed(geometry, crs, grid.crs)
    if in_scene is None:
        return None
    area = _area(grid.in_pixels(in_scene), grid)
    return None if area.isEmpty() else transformed(grid.on_map(area), grid.crs, target)


def _area(geometry: QgsGeometry, grid: SceneGrid) -> QgsGeometry:
    """The pixels of points, or the area along lines, in pixel coordinates."""
    if geometry.type() == Qgis.GeometryType.Line:
        return geometry.buffer(LINE_RADIUS, 4)
    points = geometry.asMultiPoint() if geometry.isMultipart() else [geometry.asPoint()]
    pixels = [grid.pixel_outline(point) for point in points if grid.contains(point)]
    return QgsGeometry.unaryUnion(pixels) if pixels else QgsGeometry()
