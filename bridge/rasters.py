"""What GDAL outside QGIS must be told to open the same image that a raster layer shows."""

from __future__ import annotations

import os

from qgis.core import QgsRasterLayer, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication

from .errors import BridgeError

#: Whether the user lets images refer to files elsewhere; off unless chosen in the options.
EXTERNAL_REFERENCES_SETTING = "geodiffnet/allow_external"


def allows_external_references() -> bool:
    """Whether images may refer to files outside their own folder, where nobody says otherwise."""
    return QgsSettings().value(EXTERNAL_REFERENCES_SETTING, False, type=bool)


def gdal_source(layer: QgsRasterLayer) -> str:
    """The GDAL name of a layer's image: a file, a VRT, a subdataset, or one inside an archive."""
    if layer.providerType() != "gdal":
        raise BridgeError(
            "scene.not_a_file",
            _tr("The image {} is not a raster file.").format(layer.name()),
            _tr("Export the layer to a GeoTIFF and choose that file."),
        )
    source = layer.source()
    if source.startswith("/vsimem/"):
        raise BridgeError(
            "scene.not_a_file",
            _tr("The image {} exists in the memory of QGIS only.").format(layer.name()),
            _tr("Save the layer to a file and choose that file."),
        )
    if os.path.exists(source):
        return os.path.abspath(source)
    # What QGIS adds after a bar (open options) is not part of the name.
    return source.partition("|")[0]


def file_of(source: str) -> str:
    """The file in a GDAL name such as `NETCDF:"scene.nc":band`; an empty text if there is none."""
    if os.path.exists(source):
        return source
    # Windows paths hold a colon too, so the longest run of parts that names a file counts.
    parts = source.partition("|")[0].replace('"', "").split(":")
    for length in range(len(parts), 0, -1):
        for first in range(len(parts) - length + 1):
            candidate = ":".join(parts[first : first + length])
            if os.path.isfile(candidate):
                return candidate
    return ""


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
