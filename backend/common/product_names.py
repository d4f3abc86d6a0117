"""Names of the files of products, by which both processes recognise them.

Standard library only: QGIS shows the image inside a product, the backend reads the product.
"""

from __future__ import annotations

import re

#: Metadata and image of EnMAP and DESIS; the prefix may have been removed from the names.
METADATA_NAME = re.compile(r"^(?P<product>.*?)-?METADATA\.xml$", re.IGNORECASE)
IMAGE_NAME = re.compile(r"^(?P<product>.*?)-?SPECTRAL_IMAGE(_COG)?\.\w+$", re.IGNORECASE)
IMAGE_ENDINGS = (".tif", ".tiff", ".bsq", ".bil", ".bip", ".jp2", ".vrt")
#: Items of images with a few hundred bands take a fraction of it; larger files are not read.
MAX_STAC_ITEM_BYTES = 2 * 2**20
#: Endings of images that an ENVI header may describe.
ENVI_ENDINGS = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")

#: GDAL's names of arrays in HDF5 files, of netCDF too.
_HDF5, _NETCDF = 'HDF5:"{path}"://', 'NETCDF:"{path}":'
_TANAGER = "/HYP/Data_Fields/surface_reflectance"
#: Products that are one file: its name, and GDAL's name for the image inside, in which groups of
#: the pattern are inserted.
CONTAINERS = (
    (
        re.compile(r"^PRS_(?P<level>L2[CD])_.*\.he5$", re.IGNORECASE),
        _HDF5 + "HDFEOS/SWATHS/PRS_{level}_HCO/Data_Fields/VNIR_Cube",
    ),
    (re.compile(r"^EMIT_L2A_RFL_.+\.nc$", re.IGNORECASE), _NETCDF + "reflectance"),
    (
        re.compile(r"^.+_ortho_sr_hdf5\.h5$", re.IGNORECASE),
        _HDF5 + "HDFEOS/GRIDS" + _TANAGER,
    ),
    (
        re.compile(r"^.+_basic_sr_hdf5\.h5$", re.IGNORECASE),
        _HDF5 + "HDFEOS/SWATHS" + _TANAGER,
    ),
    (
        re.compile(r"^NEON_D\d\d_(?P<site>[A-Z]{4})_.*_reflectance\.h5$", re.IGNORECASE),
        _HDF5 + "{site}/Reflectance/Reflectance_Data",
    ),
    (
        re.compile(r"^(?:AV\d|ang|prm)\d{6}.*_RFL(?:_ORT)?\.nc$", re.IGNORECASE),
        _HDF5 + "reflectance/reflectance",
    ),
)
#: Files that belong to such products and are no scenes.
AUXILIARY_NAME = re.compile(
    r"^(?:EMIT_L2A_(?:MASK|RFLUNCERT)_.+\.nc|(?:AV\d|ang|prm)\d{6}.*_(?:UNC|QL)(?:_ORT)?\.\w+"
    r"|wyvern_.+_(?:data_mask|pixel_quality_mask)\.tiff?)$",
    re.IGNORECASE,
)


def is_container(name: str) -> bool:
    """Whether a file is named like a product that is one file."""
    return any(pattern.match(name) for pattern, _ in CONTAINERS)


def image_inside(path: str, name: str) -> str | None:
    """GDAL's name for the image in a product that is one file; None for other files."""
    for pattern, image in CONTAINERS:
        match = pattern.match(name)
        if match:
            return image.format(path=path, **match.groupdict())
    return None
