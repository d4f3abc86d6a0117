"""Apply a model: map a scene with a model that was trained on it or on another scene."""

from __future__ import annotations

from typing import Any

from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.map_outputs import MapOutputs
from .parameters.model import ModelBackboneParameter, ModelParameter
from .parameters.quality_mask import QualityMaskParameters
from .parameters.scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)


class ApplyAlgorithm(BackendAlgorithm):
    """`geodiffnet:apply`."""

    GROUP = groups.CLASSIFICATION

    def name(self) -> str:
        return "apply"

    def displayName(self) -> str:  # noqa: N802
        return tr("Apply a model")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,imaging spectroscopy,land cover,predict,classify,inference,transfer,"
            "time series,deep learning,diffusion"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Maps a hyperspectral image with a trained model.")

    def description_html(self) -> str:
        return tr(
            "<p>Maps a hyperspectral image with a model that was trained on this scene or on "
            "another one of the same sensor; no training samples are needed.</p>"
            "<p>Bands are matched by wavelength. Both scenes should contain reflectance in the "
            "same unit. A model does not correct for differences in illumination or atmosphere "
            "between scenes: check the confidence, and assess the map before you rely on it.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        self.add_groups(
            ModelParameter(),
            ImageParameter(),
            BandParameters(),
            QualityMaskParameters(),
            ModelBackboneParameter(),
            DeviceParameters(),
            ExternalReferencesParameter(),
            MapOutputs(),
        )
