"""Finds out what a path names: a raster, a product's folder, its metadata, or a part of a file."""

from __future__ import annotations

import re
from pathlib import Path

import h5py

from ..core.errors import UserError, first_line
from ..files.regular_files import require_regular
from .external_references import check_external_files, check_external_references
from .products import xml_metadata
from .products.emit import EmitSource, is_emit
from .products.hdf5 import READ_ERRORS
from .products.prisma import PrismaSource, is_prisma
from .sources import GdalSource, Source, open_dataset, unreadable_error

#: How GDAL names a part of a file: `HDF5:"file"://group/array`, `NETCDF:file:variable`.
_PART = re.compile(
    r'^(?:HDF5|NETCDF|HDF5Image):"?(?P<file>.+?)"?:(?P<name>/{0,2}[^:]*)$', re.IGNORECASE
)
_HDF5_ENDINGS = (".he5", ".h5", ".hdf5", ".hdf", ".nc", ".nc4")
_ENVI_ENDINGS = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")
_PRODUCT_FILES = ("*.he5", "EMIT_L2A_RFL*.nc")


def open_source(path: str | Path, allow_external: bool = False) -> Source:
    """Open what a path, or one of GDAL's names for a part of a file, stands for."""
    try:
        return _open(path, allow_external)
    except OSError as error:  # a folder that nobody may look into, a drive that is gone
        raise UserError(
            "scene.unreadable",
            f"The image {path} cannot be read ({first_line(error)}).",
            "Check that you may open it and that its disk is connected.",
        ) from error


def container_file(name: str) -> str:
    """The file in a path or in one of GDAL's names for a part of a file."""
    part = _PART.match(name)
    return part["file"] if part else name


def find_products(folder: Path) -> list[Path]:
    """The files that stand for the products in a folder."""
    found = [path for path in sorted(folder.iterdir()) if xml_metadata.is_metadata(path)]
    found += [path for pattern in _PRODUCT_FILES for path in sorted(folder.glob(pattern))]
    for path in found:
        require_regular(path)
    return found


def _open(path: str | Path, allow_external: bool) -> Source:
    name = str(path)
    part = _PART.match(name)
    file = Path(part["file"] if part else name)
    if not part and file.is_dir():
        return _open_folder(file, allow_external)
    if not part and xml_metadata.is_metadata(file) and file.is_file():
        return xml_metadata.open_product(file, allow_external)
    if not part and file.suffix.lower() == ".hdr":
        image = str(_image_of_header(file))
        check_external_files(name, [image], allow_external)
        return GdalSource(image, None, allow_external)
    if file.is_file():
        may_be_hdf5 = part or file.suffix.lower() in _HDF5_ENDINGS
        product = _open_hdf5(file, allow_external) if may_be_hdf5 else None
        if product is not None:
            return product
        metadata = xml_metadata.metadata_beside(file)
        if metadata is not None:
            check_external_files(name, [str(metadata)], allow_external)
            return GdalSource(name, xml_metadata.read_table(metadata), allow_external)
    return GdalSource(name if part else _largest_part(name, allow_external), None, allow_external)


def _open_folder(folder: Path, allow_external: bool) -> Source:
    """The product that a folder holds; some formats of GDAL are folders, too."""
    found = find_products(folder)
    if len(found) == 1:
        check_external_files(folder, [str(found[0])], allow_external)
        return _open(found[0], allow_external)
    if len(found) > 1:
        raise UserError(
            "scene.ambiguous",
            f"The folder {folder} holds {len(found)} products.",
            f"Choose one of them, such as {found[0].name}.",
        )
    return GdalSource(_largest_part(str(folder), allow_external), None, allow_external)


def _open_hdf5(file: Path, allow_external: bool) -> Source | None:
    if not h5py.is_hdf5(file):
        return None
    check_external_references(file, allow_external)
    try:
        with h5py.File(file, "r") as content:
            prisma, emit = is_prisma(content), is_emit(content)
    except READ_ERRORS as error:
        raise unreadable_error(str(file), first_line(error)) from error
    if prisma:
        return PrismaSource(file)
    return EmitSource(file) if emit else None


def _image_of_header(header: Path) -> Path:
    """The image that an ENVI header describes: `x.hdr` beside `x`, `x.dat`, …, or `x.bsq.hdr`."""
    for ending in _ENVI_ENDINGS:
        image = header.with_suffix(ending)
        if image != header and image.is_file():
            return image
    raise UserError(
        "scene.unreadable",
        f"There is no image beside the header {header}.",
        "Choose the image file itself; it has the header's name without .hdr.",
    )


def _largest_part(name: str, allow_external: bool) -> str:
    """The file itself, or the one part of it that has the most bands."""
    with open_dataset(name, allow_external) as dataset:
        if dataset.count > 0 or not dataset.subdatasets:
            return name
        parts = list(dataset.subdatasets)
    counts = {}
    for part in parts:
        with open_dataset(part, allow_external) as dataset:
            counts[part] = dataset.count
    max_bands = max(counts.values())
    largest = [part for part, count in counts.items() if count == max_bands]
    if len(largest) > 1:
        raise UserError(
            "scene.ambiguous",
            f"The file {name} holds several images.",
            f"Choose one of them: {', '.join(largest[:6])}.",
        )
    return largest[0]
