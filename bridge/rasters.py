"""GDAL names of raster layers, by which the backend opens the same images."""

from __future__ import annotations

import os

from qgis.core import QgsRasterLayer, QgsSettings

from .errors import BridgeError
from .translation import tr

#: The setting that allows external references; off by default.
EXTERNAL_REFERENCES_SETTING = "geodiffnet/allow_external"


def allows_external_references() -> bool:
    """Whether images may refer to files outside their own folder by default."""
    return QgsSettings().value(EXTERNAL_REFERENCES_SETTING, False, type=bool)


def gdal_source(layer: QgsRasterLayer) -> str:
    """The GDAL name of a layer's image: a file, a VRT, a subdataset, or one inside an archive."""
    if layer.providerType() != "gdal":
        raise BridgeError(
            "scene.not_a_file",
            tr("The image {} is not a raster file.").format(layer.name()),
            tr("Export the layer to a GeoTIFF and choose that file."),
        )
    source = layer.source()
    if source.startswith("/vsimem/"):
        raise BridgeError(
            "scene.not_a_file",
            tr("The image {} exists only in the memory of QGIS.").format(layer.name()),
            tr("Save the layer to a file and choose that file."),
        )
    if os.path.exists(source):
        return os.path.abspath(source)
    # QGIS adds open options after a vertical bar.
    return source.partition("|")[0]


def file_of(source: str) -> str:
    """The file in a GDAL name such as `NETCDF:"scene.nc":band`; an empty text if there is none."""
    if os.path.exists(source):
        return source
    # Windows paths contain a colon too, so the longest run of parts that is a file is used.
    parts = source.partition("|")[0].replace('"', "").split(":")
    for length in range(len(parts), 0, -1):
        for first in range(len(parts) - length + 1):
            candidate = ":".join(parts[first : first + length])
            if os.path.isfile(candidate):
                return candidate
    return ""
