"""Names by which GDAL opens datasets: files, subdatasets, archives, network addresses, services."""

from __future__ import annotations

import os
import re

#: Characters of a name, and parts of it that are tried as the path of a file.
MAX_NAME_LENGTH = 2**15
MAX_NAME_PARTS = 64
#: File systems of GDAL that read from inside a local file, or from its own memory.
_LOCAL_FILE_SYSTEMS = ("/vsizip/", "/vsigzip/", "/vsitar/", "/vsimem/")
_FILE_SYSTEM = re.compile(r"/vsi[a-z0-9_]+[/?{]", re.IGNORECASE)
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.\-]+:/(?!/?$)", re.IGNORECASE)
#: Prefixes of subdatasets; all other prefixes denote a service or a database.
_SUBDATASET = re.compile(
    r"^(?:HDF5|HDF5Image|NETCDF|HDF4_\w+|GTIFF_DIR|GPKG|NITF_IM|BAG|ZARR|JP2\w*|S10\d|SENTINEL2_\w+|"
    r"RASTERLITE|SQLITE|PDS4|ESRIC|RADARSAT_2_CALIB|COSAR|NDF|TIFF_\w+):(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SERVICE_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]+:")


def file_in(name: str) -> str | None:
    """The file that a dataset is read from, or the archive that contains it; None without one."""
    if os.path.isfile(name):
        return name
    if len(name) > MAX_NAME_LENGTH:
        return None
    if (found := _FILE_SYSTEM.match(name)) and found[0].lower() in _LOCAL_FILE_SYSTEMS:
        path = name[len(found[0]) :].strip("{}") if found[0][-1] in "/{" else ""
        parts = path.split("/")
        for length in range(min(len(parts), MAX_NAME_PARTS), 0, -1):
            candidate = "/".join(parts[:length]).rstrip("}")
            for path in (candidate, f"/{candidate}"):
                if os.path.isfile(path):
                    return path
        return None
    subdataset = _SUBDATASET.match(name)
    if subdataset is None:
        return None
    pieces = subdataset["rest"].replace('"', "").split(":")
    if len(pieces) > MAX_NAME_PARTS:
        return None
    for length in range(len(pieces), 0, -1):  # drive letters are followed by a colon as well
        for first in range(len(pieces) - length + 1):
            candidate = ":".join(pieces[first : first + length])
            if os.path.exists(candidate):
                return candidate
    return None


def has_file_system(name: str) -> bool:
    """Whether a name contains one of the virtual file systems of GDAL, such as `/vsizip/`."""
    return _FILE_SYSTEM.search(name) is not None


def is_in_file_system(name: str) -> bool:
    """Whether a name starts with one of the virtual file systems of GDAL."""
    return _FILE_SYSTEM.match(name) is not None


def find_remote_file_system(text: str) -> str | None:
    """The first file system in a text that reads neither from a local file nor from memory."""
    for found in _FILE_SYSTEM.finditer(text):
        if found[0].lower() not in _LOCAL_FILE_SYSTEMS:
            return found[0].rstrip("/?{")
    return None


def is_address(name: str) -> bool:
    """Whether a name, or what follows the prefix of a subdataset in it, is a network address."""
    return _ADDRESS.match(_SUBDATASET.sub(r"\g<rest>", name).strip('"')) is not None


def is_service(name: str) -> bool:
    """Whether a name has the prefix of a service or a database."""
    return _SERVICE_NAME.match(name) is not None and _SUBDATASET.match(name) is None


def resolve(reference: str, folder: str) -> str:
    """The name that a reference in a file in `folder` stands for."""
    if _FILE_SYSTEM.match(reference) or _ADDRESS.match(reference):
        return reference
    if subdataset := _SUBDATASET.match(reference):
        pieces = subdataset["rest"].replace('"', "").split(":")
        inside = [path for piece in pieces if os.path.isfile(path := os.path.join(folder, piece))]
        return inside[0] if inside else reference
    return reference if _SERVICE_NAME.match(reference) else os.path.join(folder, reference)
