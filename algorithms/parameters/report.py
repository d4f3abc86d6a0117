"""The report of algorithms that have little else to give."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFileDestination


class ReportParameters:
    """What an algorithm that must write a report is made of besides `BackendAlgorithm`."""

    def add_report(self, help_text: str) -> None:
        """Add the report's file."""
        self.add(
            QgsProcessingParameterFileDestination(
                "REPORT", self.tr("Report"), fileFilter=self.tr("HTML files (*.html)")
            ),
            help_text,
        )
