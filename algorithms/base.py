"""What the algorithms share: texts and checks, and turning parameters into a job, then its outputs.

An algorithm here computes nothing; `bridge` runs the job in the backend.
"""

from __future__ import annotations

import html
import math
import os
from pathlib import Path
from typing import Any, ClassVar

from qgis.core import (
    Qgis,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
    QgsRasterLayer,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QIcon

from ..backend.common import protocol
from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.labels import remove_exported_labels
from ..bridge.process import run_job
from ..bridge.rasters import allows_external_references
from ..bridge.runtime import check_runtime, find_runtime
from ..bridge.setup.state import upgrade_note
from ..bridge.source_files import files_of_source

ICONS = Path(__file__).resolve().parent.parent / "resources" / "icons"
HOMEPAGE = "https://github.com/geodiffnet/geodiffnet-qgis"
MAX_SEED = 2**31 - 1
LAYER_DESTINATIONS = (
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)

_style_references: list[QgsProcessingLayerPostProcessorInterface] = []


class Algorithm(QgsProcessingAlgorithm):
    """Texts, icon, help, and the checks that need no backend."""

    def tr(self, text: str) -> str:
        """The text in the user's language."""
        return QCoreApplication.translate("GeoDiffNet", text)

    def input_image_layer(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> QgsRasterLayer:
        """The image that is the input; an error where QGIS cannot open it."""
        image = self.parameterAsRasterLayer(parameters, "INPUT", context)
        if image is None or not image.isValid():
            raise BridgeError(
                "scene.unreadable",
                self.tr("The image cannot be opened: {}").format(parameters.get("INPUT")),
                self.tr("Check that the file exists and opens in QGIS as a raster layer."),
            )
        return image

    def createInstance(self) -> Algorithm:  # noqa: N802
        return type(self)()

    def icon(self) -> QIcon:
        return QIcon(str(ICONS / f"{self.name()}.svg"))

    def svgIconPath(self) -> str:  # noqa: N802
        return str(ICONS / f"{self.name()}.svg")

    def helpUrl(self) -> str:  # noqa: N802
        return f"{HOMEPAGE}/blob/main/docs/algorithms/{self.name()}.md"

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

    def add_external(self) -> None:
        """Add whether what is read may lead elsewhere."""
        self.add(
            QgsProcessingParameterBoolean(
                "ALLOW_EXTERNAL",
                self.tr("Allow data to refer to other folders and the network"),
                defaultValue=allows_external_references(),
            ),
            self.tr(
                "Also read data that refer to files outside their own folder or to the network, as "
                "virtual rasters may. Only for data that you trust; the options of the plugin hold "
                "what is chosen at first."
            ),
            advanced=True,
        )

    def add_seed(self, help_text: str) -> None:
        """Add the parameter that makes a run repeatable."""
        self.add(
            QgsProcessingParameterNumber(
                "SEED",
                self.tr("Seed"),
                type=Qgis.ProcessingNumberParameterType.Integer,
                defaultValue=0,
                minValue=0,
                maxValue=MAX_SEED,
            ),
            help_text,
            advanced=True,
        )

    def style_on_load(
        self,
        path: str | None,
        style: type[QgsProcessingLayerPostProcessorInterface],
        context: QgsProcessingContext,
    ) -> None:
        """Have a layer styled when, and if, it is loaded into the project."""
        for layer_source in context.layersToLoadOnCompletion():
            if path is not None and os.path.abspath(layer_source) == path:
                processor = style()
                context.layerToLoadOnCompletionDetails(layer_source).setPostProcessor(processor)
                # The context owns it and deletes it in the end, so none is shared; until then
                # somebody must hold its Python half, or QGIS would call one that does nothing.
                _style_references[:] = [
                    reference for reference in _style_references if not sip.isdeleted(reference)
                ]
                _style_references.append(processor)

    def _check_destinations(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> None:
        sources = [source for source in self.sources(parameters, context) if source]
        taken = {file for source in sources for file in files_of_source(source)}
        for definition in self.destinationParameterDefinitions():
            path = _destination_path(parameters.get(definition.name()), context)
            if not path:
                continue
            real_path = os.path.realpath(path)
            if real_path in taken:
                raise BridgeError(
                    "output.taken",
                    self.tr("{}: the file {} is an input or another output as well.").format(
                        definition.description(), path
                    ),
                    self.tr("Choose another name for it."),
                )
            taken.add(real_path)
            folder = os.path.dirname(real_path)
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


class BackendAlgorithm(Algorithm):
    """An algorithm that the backend carries out; a subclass says with which settings.

    Its id is the job's name, and the name of each output, in small letters, the job's setting for
    that file.
    """

    #: How outputs are drawn when they are loaded.
    LAYER_STYLES: ClassVar[dict[str, type[QgsProcessingLayerPostProcessorInterface]]] = {}
    #: Outputs that are numbers or words, and what the job calls these figures.
    RESULT_OUTPUTS: ClassVar[dict[str, str]] = {}

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        try:
            check_runtime(find_runtime())
        except BridgeError as error:
            return False, error.text
        return True, ""

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        self._destinations: list[str] = []
        try:
            # canExecute is for those who ask; qgis_process and models don't.
            self._runtime = find_runtime()
            check_runtime(self._runtime)
            if note := upgrade_note(self._runtime):
                feedback.pushWarning(note)
            return self.process(parameters, context, feedback)
        except BridgeError as error:
            self._discard_missing_layers(context)
            raise QgsProcessingException(error.text) from error
        except JobCancelled as cancelled:
            self._discard_missing_layers(context)
            raise QgsProcessingException(self.cancellation_message()) from cancelled

    def cancellation_message(self) -> str:
        """What is told of a run that was cancelled."""
        return self.tr("Cancelled; nothing was written.")

    def process(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """The algorithm's outputs by name; raises BridgeError or JobCancelled."""
        names = [definition.name() for definition in self.destinationParameterDefinitions()]
        files = {name: self.destination(parameters, name, context) for name in names}
        settings: dict[str, Any] = {name.lower(): path for name, path in files.items()}
        settings |= self.settings(parameters, context, feedback)
        job_settings = {name: value for name, value in settings.items() if value is not None}
        try:
            result = run_job(protocol.Job(self.name(), job_settings), self._runtime, feedback)
        finally:
            remove_exported_labels(job_settings)
        for name, style in self.LAYER_STYLES.items():
            self.style_on_load(files[name], style, context)
        figures = {
            name: result.figures.get(result_key) for name, result_key in self.RESULT_OUTPUTS.items()
        }
        outputs = {name: path for name, path in files.items() if name.lower() in job_settings}
        # A figure may be unknown, where there are too few polygons to leave one out.
        return outputs | {
            name: value if isinstance(value, str) else float(value)
            for name, value in figures.items()
            if isinstance(value, str) or (value is not None and math.isfinite(value))
        }

    def settings(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """What the job is told besides the files to write; None stands for nothing."""
        raise NotImplementedError

    def destination(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> str | None:
        """The absolute path of an output that is wanted; None for one that is not."""
        if parameters.get(name) in (None, ""):
            return None
        if isinstance(self.parameterDefinition(name), LAYER_DESTINATIONS):
            path = self.parameterAsOutputLayer(parameters, name, context)
        else:
            path = self.parameterAsFileOutput(parameters, name, context)
        if not path:
            return None
        self._destinations.append(os.path.abspath(path))
        return self._destinations[-1]

    def _discard_missing_layers(self, context: QgsProcessingContext) -> None:
        """Don't have QGIS look for layers that were not made, and complain a second time."""
        existing_layers = {
            path: details
            for path, details in context.layersToLoadOnCompletion().items()
            if os.path.abspath(path) not in self._destinations
        }
        context.setLayersToLoadOnCompletion(existing_layers)


def _destination_path(value: Any, context: QgsProcessingContext) -> str:
    """The file that a destination's value names; empty for none or a temporary one."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.valueAsString(context.expressionContext())[0]
    text = str(value or "")
    return "" if text == "TEMPORARY_OUTPUT" else text
