"""The provider of the Processing Toolbox: its algorithms, name and icon."""

from __future__ import annotations

from configparser import ConfigParser
from pathlib import Path

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..bridge.translation import tr
from .apply import ApplyAlgorithm
from .assess import AssessAlgorithm
from .batch import BatchAlgorithm
from .classify import ClassifyAlgorithm
from .compare import CompareAlgorithm
from .features import FeaturesAlgorithm
from .setupbackend import SetUpBackendAlgorithm
from .spectrallibrary import SpectralLibraryAlgorithm
from .suggest import SuggestAlgorithm
from .train import TrainAlgorithm
from .traininglayer import TrainingLayerAlgorithm
from .tune import TuneAlgorithm
from .zonal import ZonalAlgorithm

ALGORITHMS = (
    ClassifyAlgorithm,
    TrainAlgorithm,
    ApplyAlgorithm,
    BatchAlgorithm,
    AssessAlgorithm,
    ZonalAlgorithm,
    CompareAlgorithm,
    FeaturesAlgorithm,
    TuneAlgorithm,
    SuggestAlgorithm,
    TrainingLayerAlgorithm,
    SpectralLibraryAlgorithm,
    SetUpBackendAlgorithm,
)
PLUGIN_FOLDER = Path(__file__).resolve().parent.parent


class GeoDiffNetProvider(QgsProcessingProvider):
    """All algorithms of GeoDiffNet; their ids are stable and never translated."""

    def loadAlgorithms(self) -> None:  # noqa: N802
        for algorithm in ALGORITHMS:
            self.addAlgorithm(algorithm())

    def id(self) -> str:
        return "geodiffnet"

    def name(self) -> str:
        return "GeoDiffNet"

    def longName(self) -> str:  # noqa: N802
        return tr("GeoDiffNet: hyperspectral classification")

    def icon(self) -> QIcon:
        return QIcon(str(PLUGIN_FOLDER / "resources" / "icons" / "geodiffnet.svg"))

    def versionInfo(self) -> str:  # noqa: N802
        metadata = ConfigParser(interpolation=None)
        metadata.read(PLUGIN_FOLDER / "metadata.txt", encoding="utf-8")
        return metadata.get("general", "version", fallback="")

    def supportedOutputRasterLayerExtensions(self) -> list[str]:  # noqa: N802
        # The backend writes GeoTIFF only, not every format of GDAL.
        return ["tif", "tiff"]

    def supportedOutputVectorLayerExtensions(self) -> list[str]:  # noqa: N802
        return ["gpkg"]

    def defaultVectorFileExtension(self, hasGeometry: bool = True) -> str:  # noqa: N802
        return "gpkg"

    def defaultRasterFileExtension(self, hasParameter: bool = True) -> str:  # noqa: N802
        return "tif"

    def supportsNonFileBasedOutput(self) -> bool:  # noqa: N802
        return False
