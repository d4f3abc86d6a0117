"""The parameter groups of the algorithms that fit a classifier to training samples."""

from __future__ import annotations

from qgis.core import QgsProcessingParameterFileDestination

from ...bridge.translation import tr
from ..base import Algorithm
from .backbone import BackboneParameter, feature_parameters
from .group import ParameterGroup
from .method import MethodParameters
from .more_scenes import MoreScenesParameter
from .pixel_selection import PixelSelectionParameters
from .quality_mask import QualityMaskParameters
from .reports import ReportOutput
from .scene import (
    BandParameters,
    DeviceParameters,
    ExternalReferencesParameter,
    ImageParameter,
)
from .seed import SeedParameter
from .spectral_libraries import SpectralLibraryParameters
from .training_samples import TrainingSampleParameters


class ModelOutput(ParameterGroup):
    """The file of the trained model."""

    MODEL = "MODEL"

    def __init__(self, help_text: str, optional: bool):
        self._help_text, self._optional = help_text, optional

    def add_to(self, algorithm: Algorithm) -> None:
        algorithm.add(
            QgsProcessingParameterFileDestination(
                self.MODEL,
                tr("Model"),
                fileFilter=tr("GeoDiffNet models (*.safetensors)"),
                optional=self._optional,
                createByDefault=not self._optional,
            ),
            self._help_text,
        )


def training_parameters() -> tuple[ParameterGroup, ...]:
    """The parameters of an algorithm that fits one method."""
    image = ImageParameter()
    libraries = SpectralLibraryParameters(
        tr(
            "Spectra of known class to use in addition to training samples or instead of them: "
            "ENVI (.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of "
            "them. They are resampled to the bands of the image, which needs wavelengths. "
            "With libraries, the method uses the spectrum only."
        )
    )
    return (
        image,
        TrainingSampleParameters(image, libraries),
        libraries,
        MoreScenesParameter(),
        PixelSelectionParameters(),
        BandParameters(),
        QualityMaskParameters(),
        MethodParameters(),
        BackboneParameter(),
        *feature_parameters(),
        SeedParameter(
            tr(
                "The same input data with the same seed give the same map; another seed shows how "
                "much of the map depends on chance."
            )
        ),
        DeviceParameters(),
        ExternalReferencesParameter(),
    )


def training_report() -> ReportOutput:
    """The report of an algorithm that fits one method."""
    return ReportOutput(
        tr(
            "A web page with the accuracies, the confusion matrix, the weights of the base "
            "classifiers, the input data and the settings."
        ),
        optional=True,
    )
