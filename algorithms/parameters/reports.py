"""The report and the accuracies of cross-validation."""

from __future__ import annotations

from typing import ClassVar

from qgis.core import QgsProcessingOutputNumber, QgsProcessingParameterFileDestination

from ...bridge.translation import tr
from ..base import Algorithm
from .group import ParameterGroup


class ReportOutput(ParameterGroup):
    """The report, an HTML file."""

    REPORT = "REPORT"

    def __init__(self, help_text: str, optional: bool = False):
        self._help_text, self._optional = help_text, optional

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Report"),
                fileFilter=tr("HTML files (*.html)"),
                optional=self._optional,
                createByDefault=True,
            ),
            self._help_text,
        )


class AccuracyOutputs(ParameterGroup):
    """The accuracies of cross-validation."""

    OVERALL_ACCURACY = "OVERALL_ACCURACY"
    AVERAGE_ACCURACY = "AVERAGE_ACCURACY"
    KAPPA = "KAPPA"

    RESULT_OUTPUTS: ClassVar = {
        OVERALL_ACCURACY: "overall_accuracy",
        AVERAGE_ACCURACY: "average_accuracy",
        KAPPA: "kappa",
    }

    def add_to(self, algorithm: Algorithm) -> None:
        for name, title in (
            (
                self.OVERALL_ACCURACY,
                tr("Overall accuracy (cross-validation grouped by polygon)"),
            ),
            (self.AVERAGE_ACCURACY, tr("Average accuracy (cross-validation)")),
            (self.KAPPA, tr("Kappa (cross-validation)")),
        ):
            algorithm.addOutput(QgsProcessingOutputNumber(name, title))
