"""What the algorithms share: they turn parameters into a job, and what comes back into outputs.

An algorithm here computes nothing; `bridge` runs the job in the backend.
"""

from __future__ import annotations

import html
import os
from pathlib import Path
from typing import Any

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterRasterDestination,
)
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..backend import protocol
from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.process import run_job
from ..bridge.runtime import check_runtime, find_runtime

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
HOMEPAGE = "https://github.com/geodiffnet/geodiffnet-qgis"


class BackendAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that the backend carries out; a subclass says which job, with which settings."""

    def tr(self, text: str) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("GeoDiffNet", text)

    def createInstance(self) -> BackendAlgorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / f"{self.name()}.svg"))

    def svgIconPath(self) -> str:  # noqa: N802
        return str(ICONS / f"{self.name()}.svg")

    def helpUrl(self) -> str:  # noqa: N802
        return f"{HOMEPAGE}#readme"

    def purpose(self) -> str:
        """What the algorithm does and how to use it, as HTML; the parameters explain themselves."""
        raise NotImplementedError

    def shortHelpString(self) -> str:  # noqa: N802
        items = "".join(
            f"<p><b>{html.escape(parameter.description())}</b><br>{html.escape(parameter.help())}</p>"
            for parameter in self.parameterDefinitions()
            if not parameter.flags() & Qgis.ProcessingParameterFlag.Hidden
        )
        return f"{self.purpose()}<h3>{self.tr('Parameters')}</h3>{items}"

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        try:
            check_runtime(find_runtime())
        except BridgeError as error:
            return False, error.text
        return True, ""

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        try:
            self.check(parameters, context)
            self._check_destinations(parameters, context)
        except BridgeError as error:
            return False, error.text
        return super().checkParameterValues(parameters, context)

    def check(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Raise BridgeError for what is known to be wrong before the job runs."""

    def sources(self, parameters: dict[str, Any], context: QgsProcessingContext) -> list[str]:
        """The files that the algorithm reads, which no output may replace."""
        return []

    def add(
        self, parameter: QgsProcessingParameterDefinition, help_text: str, advanced: bool = False
    ) -> None:
        """Add a parameter together with its explanation."""
        parameter.setHelp(help_text)
        if advanced:
            parameter.setFlags(parameter.flags() | Qgis.ProcessingParameterFlag.Advanced)
        self.addParameter(parameter)

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        self._feedback = feedback
        self._destinations: list[str] = []
        try:
            # canExecute is for those who ask; qgis_process and models don't.
            self._runtime = find_runtime()
            check_runtime(self._runtime)
            return self.process(parameters, context, feedback)
        except BridgeError as error:
            self._forget_layers(context)
            raise QgsProcessingException(error.text) from error
        except JobCancelled as cancelled:
            self._forget_layers(context)
            message = self.tr("Cancelled; nothing was written.")
            raise QgsProcessingException(message) from cancelled

    def process(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The algorithm's outputs by name; raises BridgeError or JobCancelled."""
        raise NotImplementedError

    def run_job(self, settings: dict[str, Any]) -> protocol.Result:
        """Let the backend do the job; settings that are None are left out."""
        given = {name: value for name, value in settings.items() if value is not None}
        return run_job(protocol.Job(self.name(), given), self._runtime, self._feedback)

    def destination(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str | None:
        """The absolute path of an output that is wanted; None for one that is not."""
        if parameters.get(name) in (None, ""):
            return None
        if isinstance(self.parameterDefinition(name), QgsProcessingParameterRasterDestination):
            path = self.parameterAsOutputLayer(parameters, name, context)
        else:
            path = self.parameterAsFileOutput(parameters, name, context)
        if not path:
            return None
        self._destinations.append(os.path.abspath(path))
        return self._destinations[-1]

    def style_on_load(
        self,
        path: str | None,
        style: QgsProcessingLayerPostProcessorInterface,
        context: QgsProcessingContext,
    ) -> None:
        """Have a layer styled when, and if, it is loaded into the project."""
        for wanted in context.layersToLoadOnCompletion():
            if path is not None and os.path.abspath(wanted) == path:
                context.layerToLoadOnCompletionDetails(wanted).setPostProcessor(style)

    def _forget_layers(self, context: QgsProcessingContext) -> None:
        """Don't have QGIS look for layers that were not made, and complain a second time."""
        kept = {
            path: details
            for path, details in context.layersToLoadOnCompletion().items()
            if os.path.abspath(path) not in self._destinations
        }
        context.setLayersToLoadOnCompletion(kept)

    def _check_destinations(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        taken = {os.path.realpath(source) for source in self.sources(parameters, context) if source}
        for definition in self.destinationParameterDefinitions():
            path = _chosen_path(parameters.get(definition.name()), context)
            if not path:
                continue
            place = os.path.realpath(path)
            if place in taken:
                raise BridgeError(
                    "output.taken",
                    self.tr("{}: the file {} is an input or another output as well.").format(
                        definition.description(), path
                    ),
                    self.tr("Choose another name for it."),
                )
            taken.add(place)
            folder = os.path.dirname(place)
            if not os.path.isdir(folder):
                raise BridgeError(
                    "output.not_writable",
                    self.tr("{}: the folder {} does not exist.").format(
                        definition.description(), folder
                    ),
                    self.tr("Create it or choose another folder."),
                )
            if not os.access(folder, os.W_OK):
                raise BridgeError(
                    "output.not_writable",
                    self.tr("{}: no file can be written in the folder {}.").format(
                        definition.description(), folder
                    ),
                    self.tr("Choose a folder in which you may create files."),
                )


def _chosen_path(value: Any, context: QgsProcessingContext) -> str:
    """The file that a destination's value names; empty for none or a temporary one."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext())[0]
    text = str(value or "")
    return "" if text == "TEMPORARY_OUTPUT" else text
