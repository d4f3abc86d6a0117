"""Apply a model: map a scene with what was learnt on it or on another one."""

from __future__ import annotations

from typing import Any

from .parameters.map_outputs import MAP_LAYER_STYLES, MAP_RESULT_OUTPUTS, MapOutputParameters
from .parameters.model import ModelAlgorithm


class ApplyAlgorithm(MapOutputParameters, ModelAlgorithm):
    """`geodiffnet:apply`."""

    LAYER_STYLES = MAP_LAYER_STYLES
    RESULT_OUTPUTS = MAP_RESULT_OUTPUTS

    def name(self) -> str:
        return "apply"

    def displayName(self) -> str:  # noqa: N802
        return self.tr("Apply a model")

    def group(self) -> str:
        return self.tr("Classification")

    def groupId(self) -> str:  # noqa: N802
        return "classification"

    def tags(self) -> list[str]:
        words = self.tr(
            "hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,"
            "time series,deep learning,diffusion"
        )
        return words.split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return self.tr("Maps a hyperspectral image with a model that was trained before.")

    def purpose(self) -> str:
        return self.tr(
            "<p>Maps a hyperspectral image with a model that was trained before, on this scene or "
            "on another one of the same sensor; no examples are needed.</p>"
            "<p>Bands are matched by wavelength. Both scenes should hold reflectance in the same "
            "unit: a model does not know of a difference in light or atmosphere between them, so "
            "look at the confidence, and assess the map before you rely on it.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_model()
        self.add_image()
        self.add_model_backbone()
        self.add_compute_options()
        self.add_bands()
        self.add_maps()
