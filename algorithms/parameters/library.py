"""Spectral libraries as training samples."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup
from .values import ParameterValues


class LibraryParameters(ParameterGroup):
    """A spectral library, and the field that holds the class of a spectrum."""

    LIBRARY = "LIBRARY"
    LIBRARY_CLASS_FIELD = "LIBRARY_CLASS_FIELD"

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterFile(self.LIBRARY, tr("Spectral library"), optional=True),
            tr(
                "Spectra of known class, in addition to training samples or instead of them: a "
                "library of ENVI, ECOSTRESS, USGS, ASD or the EnMAP-Box, or a CSV file with a row "
                "of wavelengths. A folder of such files can be entered too. With a library, only "
                "the spectra are used, without spatial features."
            ),
            advanced=True,
        )
        algorithm.add(
            QgsProcessingParameterString(
                self.LIBRARY_CLASS_FIELD, tr("Class field of the library"), optional=True
            ),
            tr(
                "The field of the library that holds the class; by default class, or else the name "
                "of the spectrum without its number."
            ),
            advanced=True,
        )

    def sources(self, values: ParameterValues) -> list[str]:
        return [values.file(self.LIBRARY)] if values.is_set(self.LIBRARY) else []

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        if not values.is_set(self.LIBRARY):
            return {}
        return {
            "library": [values.file(self.LIBRARY)],
            "library_class_field": values.text(self.LIBRARY_CLASS_FIELD) or None,
        }
