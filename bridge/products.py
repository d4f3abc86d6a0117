"""Products as agencies deliver them: which part of one QGIS can open as a raster layer.

QGIS shows nothing for a metadata file, an ENVI header or a file of several images; the backend
reads each. For checks before a run, and for the coordinate system, the part with the pixels stands
for the whole.
"""

from __future__ import annotations

import os
import re

_METADATA = re.compile(r"^(?P<product>.+?)-?METADATA\.xml$", re.IGNORECASE)
_IMAGE = re.compile(
    r"^(?P<product>.+?)-?SPECTRAL_IMAGE(_COG)?\.(tiff?|bsq|bil|bip|jp2|vrt)$", re.IGNORECASE
)
_PRISMA = re.compile(r"^PRS_L2D.*\.he5$", re.IGNORECASE)
_ENVI_ENDINGS = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")
_EMIT = re.compile(r"^EMIT_L2A_RFL.*\.nc$", re.IGNORECASE)


def preview_source(path: str) -> str:
    """What QGIS opens for a product's folder, metadata or container; else the path as it is.

    An ENVI image stands for its header likewise.
    """
    chosen = path
    if os.path.isdir(path):
        product_files = [name for name in sorted(os.listdir(path)) if _is_product(name)]
        if len(product_files) != 1:
            return path
        path = os.path.join(path, product_files[0])
    folder, name = os.path.split(path)
    if _PRISMA.match(name):
        return f'HDF5:"{path}"://HDFEOS/SWATHS/PRS_L2D_HCO/Data_Fields/VNIR_Cube'
    if _EMIT.match(name):
        return f'NETCDF:"{path}":reflectance'
    if name.lower().endswith(".hdr"):
        images = [path[:-4] + ending for ending in _ENVI_ENDINGS]
        return next((image for image in images if os.path.isfile(image)), chosen)
    metadata = _METADATA.match(name)
    for sibling in sorted(os.listdir(folder)) if metadata and os.path.isfile(path) else ():
        image = _IMAGE.match(sibling)
        if image and image["product"].lower() == metadata["product"].lower():
            return os.path.join(folder, sibling)
    return chosen


def _is_product(name: str) -> bool:
    return any(kind.match(name) for kind in (_METADATA, _PRISMA, _EMIT))
