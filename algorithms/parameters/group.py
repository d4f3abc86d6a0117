"""The interface of a parameter group: parameters that belong together, and what they stand for."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from qgis.core import QgsProcessingFeedback

from ...bridge.layer_order import LayerStyle
from .values import ParameterValues

if TYPE_CHECKING:
    from ..base import Algorithm


class ParameterGroup:
    """Parameters of an algorithm, the checks of their values, and the job settings they give.

    A group belongs to one instance of an algorithm, which QGIS creates for each run.
    """

    #: Styles of the layers that the group's destination parameters write, by parameter.
    LAYER_STYLES: ClassVar[dict[str, type[LayerStyle]]] = {}
    #: Destination parameters whose layers are placed below the map of another one.
    BELOW: ClassVar[dict[str, str]] = {}
    #: Outputs that are numbers or texts, and their names in the result of the job.
    RESULT_OUTPUTS: ClassVar[dict[str, str]] = {}

    def add_to(self, algorithm: Algorithm) -> None:
        """Add the parameters and outputs to an algorithm."""
        raise NotImplementedError

    def openable_values(self, values: ParameterValues) -> dict[str, Any]:
        """Values that QGIS can open, in place of those that only the backend can."""
        return {}

    def check(self, values: ParameterValues) -> None:
        """Raise BridgeError for values that are known to be wrong before the job runs."""

    def sources(self, values: ParameterValues) -> list[str]:
        """The files that are read."""
        return []

    def prepare(self, values: ParameterValues) -> None:
        """Read what has to be read in the main thread, such as properties of layers."""

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        """The settings of the job; None for a setting that the backend is to choose."""
        return {}
