"""The values that an algorithm is run with, read by the definitions of its parameters."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    NULL,
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsRasterLayer,
    QgsVectorLayer,
)

from ...bridge.layers import layer_text


class ParameterValues:
    """Typed access to the parameters of one run."""

    def __init__(
        self,
        algorithm: QgsProcessingAlgorithm,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
    ):
        self._algorithm = algorithm
        self._parameters = parameters
        self.context = context

    def title(self, name: str) -> str:
        """The parameter's name in the dialog."""
        return str(self._algorithm.parameterDefinition(name).description())

    def raw(self, name: str) -> Any:
        """The value as it was passed; None where it was not."""
        return self._parameters.get(name)

    def is_set(self, name: str) -> bool:
        """Whether a value was passed that is neither None nor empty."""
        return self.raw(name) not in (None, NULL, "")

    def text(self, name: str) -> str:
        return str(self._algorithm.parameterAsString(self._parameters, name, self.context))

    def integer(self, name: str) -> int:
        return int(self._algorithm.parameterAsInt(self._parameters, name, self.context))

    def number(self, name: str) -> float:
        return float(self._algorithm.parameterAsDouble(self._parameters, name, self.context))

    def flag(self, name: str) -> bool:
        return bool(self._algorithm.parameterAsBool(self._parameters, name, self.context))

    def choice(self, name: str) -> str:
        """The identifier of the chosen option."""
        return str(self._algorithm.parameterAsEnumString(self._parameters, name, self.context))

    def choices(self, name: str) -> list[str]:
        """The identifiers of the chosen options."""
        return list(self._algorithm.parameterAsEnumStrings(self._parameters, name, self.context))

    def file(self, name: str) -> str:
        """A file or folder to read; an empty text for none."""
        return str(self._algorithm.parameterAsFile(self._parameters, name, self.context))

    def files(self, name: str) -> list[str]:
        """Several files or folders to read."""
        if not self.is_set(name):
            return []
        return list(self._algorithm.parameterAsFileList(self._parameters, name, self.context))

    def file_destination(self, name: str) -> str:
        """A file to write that is no layer; an empty text for none."""
        return str(self._algorithm.parameterAsFileOutput(self._parameters, name, self.context))

    def layer_destination(self, name: str) -> str:
        """A layer to write; an empty text for none."""
        return str(self._algorithm.parameterAsOutputLayer(self._parameters, name, self.context))

    def raster(self, name: str) -> QgsRasterLayer | None:
        return self._algorithm.parameterAsRasterLayer(self._parameters, name, self.context)

    def valid_raster(self, name: str) -> QgsRasterLayer | None:
        """The raster layer; None where there is none or QGIS cannot open it."""
        layer = self.raster(name)
        return layer if layer is not None and layer.isValid() else None

    def feature_source(self, name: str) -> QgsProcessingFeatureSource | None:
        """The features, only the selected ones where that was chosen."""
        return self._algorithm.parameterAsSource(self._parameters, name, self.context)

    def source_text(self, name: str) -> str:
        """The layer, its name or its file, of a feature source; an empty text for none."""
        return layer_text(self.raw(name), self.context)

    def vector_file(self, name: str, feedback: QgsProcessingFeedback) -> tuple[str, str]:
        """A file with the features as the user sees them, and the layer in it.

        It is the layer's own file where that is all; selections, filters and layers in memory are
        exported to a temporary file, which QGIS removes.
        """
        path, layer = self._algorithm.parameterAsCompatibleSourceLayerPathAndLayerName(
            self._parameters, name, self.context, ["gpkg", "shp", "geojson"], "gpkg", feedback
        )
        return str(path), str(layer)

    def vector(self, name: str) -> QgsVectorLayer | None:
        """The layer of a feature source, with all of its features."""
        value = self.raw(name)
        if isinstance(value, QgsProcessingFeatureSourceDefinition):
            value = value.source
        return self._algorithm.parameterAsVectorLayer({name: value}, name, self.context)

    def replaced(self, name: str, value: Any) -> ParameterValues:
        """The same values with another one for a parameter."""
        return ParameterValues(self._algorithm, {**self._parameters, name: value}, self.context)
