"""Create a spectral library: spectra of training samples, or of libraries, at a scene's bands."""

from __future__ import annotations

from typing import Any, ClassVar

from qgis.core import (
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
)

from ..bridge.errors import BridgeError
from ..bridge.translation import tr
from . import groups
from .backend_algorithm import BackendAlgorithm
from .parameters.pixel_selection import PixelSelectionParameters
from .parameters.quality_mask import QualityMaskParameters
from .parameters.scene import BandParameters, ExternalReferencesParameter, ImageParameter
from .parameters.spectral_libraries import SpectralLibraryParameters
from .parameters.training_samples import TrainingSampleParameters
from .parameters.values import ParameterValues

ENDINGS = (".sli", ".csv")


class SpectralLibraryAlgorithm(BackendAlgorithm):
    """`geodiffnet:spectrallibrary`."""

    GROUP = groups.LABELLING

    AVERAGE = "AVERAGE"
    OUTPUT = "OUTPUT"
    SPECTRA = "SPECTRA"

    RESULT_OUTPUTS: ClassVar = {SPECTRA: "spectra"}

    def name(self) -> str:
        return "spectrallibrary"

    def displayName(self) -> str:  # noqa: N802
        return tr("Create a spectral library")

    def tags(self) -> list[str]:
        return tr(
            "hyperspectral,imaging spectroscopy,spectral library,spectra,endmembers,"
            "training samples,resample,ENVI,CSV"
        ).split(",")

    def shortDescription(self) -> str:  # noqa: N802
        return tr("Writes spectra of training samples or of other libraries as a spectral library.")

    def description_html(self) -> str:
        return tr(
            "<p>Writes the spectra of training samples as a spectral library, or resamples "
            "existing libraries to the bands of an image. Both can be combined in one library."
            "</p>"
            "<p>Use the library in other programs, or as training samples for another scene: "
            "<i>Classify HSI with GeoDiffNet-F</i> and <i>Train a model</i> read it under "
            "<i>Spectral libraries</i>. The spectra of another scene differ by illumination, "
            "atmosphere and season: assess a map that was made with them.</p>"
        )

    def initAlgorithm(  # noqa: N802
        self, configuration: dict[str, Any] | None = None
    ) -> None:
        image = ImageParameter()
        libraries = SpectralLibraryParameters(
            tr(
                "Libraries to resample to the bands of the image, which needs wavelengths: ENVI "
                "(.sli), CSV, ECOSTRESS, USGS splib07, ASD or EnMAP-Box files, or folders of them."
            )
        )
        samples = TrainingSampleParameters(
            image,
            libraries,
            tr(
                "Polygons, points or lines of known class, in any coordinate reference system. "
                "Selections, filters, joins and temporary layers are respected."
            ),
        )
        self.add_groups(image, samples, libraries)
        self.add(
            QgsProcessingParameterBoolean(
                self.AVERAGE, tr("Write the mean spectrum of each polygon"), defaultValue=False
            ),
            tr(
                "Write one spectrum per training sample, the mean of its pixels, instead of one "
                "per pixel. Spectra of libraries are not averaged."
            ),
        )
        self.add_groups(
            PixelSelectionParameters(),
            BandParameters(),
            QualityMaskParameters(),
            ExternalReferencesParameter(),
        )
        self.add(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                tr("Spectral library"),
                fileFilter=tr("ENVI spectral libraries (*.sli);;Tables (*.csv)"),
            ),
            tr(
                "The library to write: in ENVI format with its header (.sli), or as a table (.csv) "
                "with name, class and origin of each spectrum."
            ),
        )
        self.addOutput(QgsProcessingOutputNumber(self.SPECTRA, tr("Number of spectra")))

    def check(self, values: ParameterValues) -> None:
        super().check(values)
        output = values.text(self.OUTPUT)
        if output != "TEMPORARY_OUTPUT" and not output.lower().endswith(ENDINGS):
            raise BridgeError(
                "library.format",
                tr("The format of the library {} is unknown.").format(output),
                tr("Choose a name that ends in .sli (ENVI) or .csv."),
            )

    def settings(self, values: ParameterValues, feedback: QgsProcessingFeedback) -> dict[str, Any]:
        average = values.flag(self.AVERAGE) or None
        return {**super().settings(values, feedback), "average": average}
