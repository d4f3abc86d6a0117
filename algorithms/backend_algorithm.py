"""Base class of the algorithms that run a job in the backend."""

from __future__ import annotations

import math
import os
from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)

from ..backend.common import protocol
from ..bridge.errors import BridgeError, JobCancelled
from ..bridge.labels import remove_exported_labels
from ..bridge.layer_order import LayerStyle
from ..bridge.process import run_job
from ..bridge.runtime import check_runtime, find_runtime
from ..bridge.setup.state import upgrade_note
from ..bridge.translation import tr
from .base import Algorithm
from .parameters.group import ParameterGroup
from .parameters.values import ParameterValues

LAYER_DESTINATIONS = (
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterVectorDestination,
)


class BackendAlgorithm(Algorithm):
    """An algorithm made of parameter groups; the job carries the name of the algorithm.

    The name of each destination parameter, in lower case, is the job's setting for that file.
    """

    #: Styles of the layers that the algorithm's own destination parameters write.
    LAYER_STYLES: ClassVar[dict[str, type[LayerStyle]]] = {}
    #: Outputs that are numbers or texts, and their names in the result of the job.
    RESULT_OUTPUTS: ClassVar[dict[str, str]] = {}

    def __init__(self) -> None:
        super().__init__()
        self._groups: list[ParameterGroup] = []
        self._destinations: list[str] = []

    def add_groups(self, *groups: ParameterGroup) -> None:
        """Add parameter groups, in the order in which the dialog shows them."""
        for group in groups:
            group.add_to(self)
            self._groups.append(group)

    def checkParameterValues(  # noqa: N802
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        values = ParameterValues(self, parameters, context)
        openable = dict(parameters)
        try:
            for group in self._groups:
                openable |= group.openable_values(values)
        except BridgeError as error:
            return False, error.text
        return super().checkParameterValues(openable, context)

    def check(self, values: ParameterValues) -> None:
        for group in self._groups:
            group.check(values)

    def sources(self, values: ParameterValues) -> list[str]:
        return [source for group in self._groups for source in group.sources(values)]

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """The settings of the job besides the files to write; None for one to leave out."""
        settings: dict[str, Any] = {}
        for group in self._groups:
            settings |= group.settings(values, feedback)
        return settings

    def canExecute(self) -> tuple[bool, str]:  # noqa: N802
        try:
            check_runtime(find_runtime())
        except BridgeError as error:
            return False, error.text
        return True, ""

    def prepareAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> bool:
        # Layers belong to the main thread, in which this, unlike the processing, is called.
        values = ParameterValues(self, parameters, context)
        for group in self._groups:
            group.prepare(values)
        return True

    def processAlgorithm(  # noqa: N802
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        self._destinations = []
        try:
            # Dialogs call canExecute; qgis_process and models do not.
            self._runtime = find_runtime()
            check_runtime(self._runtime)
            if note := upgrade_note(self._runtime):
                feedback.pushWarning(note)
            return self.process(ParameterValues(self, parameters, context), feedback)
        except BridgeError as error:
            self._discard_missing_layers(context)
            raise QgsProcessingException(error.text) from error
        except JobCancelled as cancelled:
            self._discard_missing_layers(context)
            raise QgsProcessingException(self.cancellation_message()) from cancelled

    def cancellation_message(self) -> str:
        """The message of a run that was cancelled."""
        return tr("Cancelled; nothing was written.")

    def process(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """The algorithm's outputs by name; raises BridgeError or JobCancelled."""
        names = [definition.name() for definition in self.destinationParameterDefinitions()]
        files = {name: self.destination(values, name) for name in names}
        settings: dict[str, Any] = {name.lower(): path for name, path in files.items()}
        settings |= self.settings(values, feedback)
        job_settings = {name: value for name, value in settings.items() if value is not None}
        try:
            result = self.run_job(job_settings, feedback)
        finally:
            remove_exported_labels(job_settings)
        maps = self._maps_of_layers()
        for rank, (name, style) in enumerate(self._layer_styles().items()):
            map_file = files.get(maps.get(name, ""))
            self.style_on_load(files[name], style, values.context, map_file, rank)
        outputs = {name: path for name, path in files.items() if name.lower() in job_settings}
        return outputs | self.result_outputs(result)

    def run_job(self, settings: dict[str, Any], feedback: QgsProcessingFeedback) -> protocol.Result:
        """Run the algorithm's job in the backend."""
        return run_job(protocol.Job(self.name(), settings), self._runtime, feedback)

    def result_outputs(self, result: protocol.Result) -> dict[str, float | str]:
        """The outputs that are numbers or texts; an unknown number is left out.

        An accuracy is unknown where there are too few polygons to cross-validate.
        """
        names: dict[str, str] = dict(self.RESULT_OUTPUTS)
        for group in self._groups:
            names |= group.RESULT_OUTPUTS
        found = {name: result.figures.get(key) for name, key in names.items()}
        return {
            name: value if isinstance(value, str) else float(value)
            for name, value in found.items()
            if isinstance(value, str) or (value is not None and math.isfinite(value))
        }

    def destination(self, values: ParameterValues, name: str) -> str | None:
        """The absolute path of an output that is wanted; None for one that is not."""
        if not values.is_set(name):
            return None
        if isinstance(self.parameterDefinition(name), LAYER_DESTINATIONS):
            path = values.layer_destination(name)
        else:
            path = values.file_destination(name)
        if not path:
            return None
        self._destinations.append(os.path.abspath(path))
        return self._destinations[-1]

    def _maps_of_layers(self) -> dict[str, str]:
        """The parameter of the map that each layer is placed below."""
        return {name: value for group in self._groups for name, value in group.BELOW.items()}

    def _layer_styles(self) -> dict[str, type[LayerStyle]]:
        styles = dict(self.LAYER_STYLES)
        for group in self._groups:
            styles |= group.LAYER_STYLES
        return styles

    def _discard_missing_layers(self, context: QgsProcessingContext) -> None:
        """Keep QGIS from loading layers that were not written, and from a second error message."""
        existing_layers = {
            path: details
            for path, details in context.layersToLoadOnCompletion().items()
            if os.path.abspath(path) not in self._destinations
        }
        context.setLayersToLoadOnCompletion(existing_layers)
