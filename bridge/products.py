"""Products of space agencies: the part of a product that QGIS can open as a raster layer.

QGIS cannot open a metadata file, an ENVI header or a container of several images; the backend can.
For checks before a run, and for the coordinate reference system, the image inside is used.
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
    """The image that QGIS can open for the folder, metadata file or container of a product.

    For an ENVI header it is the image file; any other path is returned unchanged.
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
    if metadata is None or not os.path.isfile(path):
        return chosen
    for sibling in sorted(os.listdir(folder)):
        image = _IMAGE.match(sibling)
        if image and image["product"].lower() == metadata["product"].lower():
            return os.path.join(folder, sibling)
    return chosen


def _is_product(name: str) -> bool:
    return any(kind.match(name) for kind in (_METADATA, _PRISMA, _EMIT))
