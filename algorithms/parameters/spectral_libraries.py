"""Spectral libraries as training samples, beside those of the scene or without any."""

from __future__ import annotations

import os
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingFeedback,
    QgsProcessingParameterMultipleLayers,
    QgsProcessingParameterString,
)

from ...bridge.errors import BridgeError
from ...bridge.translation import tr
from ..base import Algorithm
from ..widgets import set_widget
from .group import ParameterGroup
from .values import ParameterValues


class SpectralLibraryParameters(ParameterGroup):
    """Files of spectral libraries, and the field with their classes."""

    LIBRARY = "LIBRARY"
    LIBRARY_CLASS_FIELD = "LIBRARY_CLASS_FIELD"

    def __init__(self, help_text: str):
        self._help_text = help_text

    def add_to(self, algorithm: Algorithm) -> None:
        libraries = QgsProcessingParameterMultipleLayers(
            self.LIBRARY,
            tr("Spectral libraries (with or instead of training samples)"),
            Qgis.ProcessingSourceType.File,
            optional=True,
        )
        field = QgsProcessingParameterString(
            self.LIBRARY_CLASS_FIELD, tr("Class field of the spectral libraries"), optional=True
        )
        for parameter in (libraries, field):
            set_widget(parameter, is_marked_optional=False)
        algorithm.add(libraries, self._help_text)
        algorithm.add(
            field,
            tr(
                "The field that holds the class of a spectrum; “name” is the name of the spectrum, "
                "“folder” that of the folder of its file. If empty, the field “class” is used, or "
                "the name without its number where there is no such field."
            ),
        )

    def check(self, values: ParameterValues) -> None:
        for file in self.files(values):
            if not os.path.exists(file):
                raise BridgeError(
                    "library.unreadable",
                    tr("The spectral library {} does not exist.").format(file),
                    tr("Choose a file, or a folder of files with one spectrum each."),
                )

    def sources(self, values: ParameterValues) -> list[str]:
        return self.files(values)

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        files = self.files(values)
        if not files:
            return {}
        return {
            "library": files,
            "library_class_field": values.text(self.LIBRARY_CLASS_FIELD).strip() or None,
        }

    def files(self, values: ParameterValues) -> list[str]:
        """The absolute paths of the libraries."""
        return [os.path.abspath(file) for file in values.files(self.LIBRARY) if file]
