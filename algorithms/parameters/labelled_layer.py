"""Labelled geometries of a parameter: a layer, annotations, or a file for the backend only."""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from typing import Any

from qgis.core import Qgis, QgsCoordinateReferenceSystem, QgsProcessingFeedback

from ...backend.common.choices import DEFAULT_CLASS_FIELD
from ...bridge.annotations import Annotations, annotation_layer, read_annotations
from ...bridge.class_field_guess import guess_class_field
from ...bridge.errors import BridgeError
from ...bridge.labels import annotation_styles, class_styles, export_annotations
from ...bridge.translation import tr
from .values import ParameterValues
from .vector_layer import (
    CLASS_FIELD,
    check_field,
    check_vector_layer,
    label_file,
    vector_layer_file,
    write_vector_layer,
)

#: Endings of tables, which QGIS opens without geometries; the backend reads their coordinates.
TABLE_ENDINGS = (".csv", ".tsv", ".txt")


@dataclass(frozen=True)
class LabelSource:
    """What a job reads: a file, its layer and class field, and names and colours of classes."""

    path: str
    layer: str | None = None
    class_field: str | None = None
    styles: list[dict[str, Any]] = field(default_factory=list)


class LabelledLayer:
    """The value of a parameter for labelled geometries, and of the class field that belongs to it.

    A file of another tool that QGIS cannot open as a layer is read by the backend.
    """

    def __init__(self, name: str, any_field: bool = False):
        """With `any_field` the classes do not matter, and any field of a layer will do."""
        self._name, self._any_field = name, any_field
        self._file = ""
        self._annotations: Annotations | None = None
        self._field = ""
        self._is_guessed = False
        self._styles: list[dict[str, Any]] = []

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        """No layer in place of a file or of annotations, which are none for QGIS."""
        self._find(values)
        return {self._name: None} if self._file or self._annotations else {}

    def is_given(self, values: ParameterValues) -> bool:
        return bool(values.is_set(self._name) or self._file or self._annotations)

    def check(self, values: ParameterValues) -> None:
        """Raise BridgeError for a layer that cannot be read or lacks its class field."""
        if self._file or self._annotations:
            return  # the backend checks it
        names = check_vector_layer(values, self._name)
        title = values.title(self._name)
        chosen, _ = self._class_field(values)
        if not chosen:
            raise BridgeError(
                "labels.field_missing",
                tr("{}: the class field is not known.").format(title),
                tr("Choose one of these fields: {}.").format(", ".join(names) or tr("none")),
            )
        check_field(title, chosen, names)

    def sources(self, values: ParameterValues) -> list[str]:
        """The files that are read."""
        if self._annotations:
            return []
        return [self._file or vector_layer_file(values, self._name)]

    def prepare(self, values: ParameterValues) -> None:
        """Read annotations, and the style of a layer."""
        self._find(values)
        if self._annotations:
            self._styles = annotation_styles(self._annotations)
        elif values.is_set(self._name) and not self._file:
            # Layers belong to the main thread, in which this is called.
            self._field, self._is_guessed = self._class_field(values)
            self._styles = class_styles(values.vector(self._name), self._field)

    def write(
        self,
        values: ParameterValues,
        fallback_crs: QgsCoordinateReferenceSystem,
        feedback: QgsProcessingFeedback,
    ) -> LabelSource:
        """The geometries as a file for the backend."""
        if self._annotations:
            return self._write_annotations(self._annotations, values, feedback)
        if self._file:
            # Each format has a default of its own.
            return LabelSource(self._file, None, values.text(CLASS_FIELD) or None)
        if self._is_guessed:
            feedback.pushInfo(
                tr("{}: “{}” is used as the class field.").format(
                    values.title(self._name), self._field
                )
            )
        written = write_vector_layer(values, self._name, self._field, fallback_crs, feedback)
        return LabelSource(written.path, written.layer, self._field, self._styles)

    def _write_annotations(
        self, found: Annotations, values: ParameterValues, feedback: QgsProcessingFeedback
    ) -> LabelSource:
        unknown = len(found.labels) - len(found.labelled)
        if unknown:
            feedback.pushWarning(
                tr("{}: {} annotations without a class, or with several, were left out.").format(
                    found.name, unknown
                )
            )
        classes = sorted({label.class_name for label in found.labelled})
        feedback.pushInfo(
            tr("{}: {} annotations of these classes: {}.").format(
                found.name, len(found.labelled), ", ".join(classes)
            )
        )
        target = label_file(found.name)
        context = values.context.transformContext()
        written = export_annotations(found, target, context)
        return LabelSource(written.path, written.layer, None, self._styles)

    def _find(self, values: ParameterValues) -> None:
        """Find out what the value is."""
        self._file, self._annotations = "", None
        text = values.source_text(self._name)
        layer = annotation_layer(values.context.project(), text)
        if layer is not None:
            self._annotations = read_annotations(values.context.project(), layer)
            return
        if not os.path.isfile(text):
            return
        source = values.feature_source(self._name)
        is_table = source is not None and source.wkbType() == Qgis.WkbType.NoGeometry
        if source is None or (is_table and text.lower().endswith(TABLE_ENDINGS)):
            self._file = os.path.abspath(text)

    def _class_field(self, values: ParameterValues) -> tuple[str, bool]:
        """The class field, and whether it is a guess."""
        chosen = values.text(CLASS_FIELD)
        layer = values.vector(self._name)
        if self._any_field:
            names = list(layer.fields().names()) if layer is not None else []
            wanted = (chosen, DEFAULT_CLASS_FIELD, *names)
            return next((name for name in wanted if name in names), ""), False
        if chosen or layer is None:
            return chosen, False
        return guess_class_field(layer), True
