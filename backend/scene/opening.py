"""Opens rasters, folders or metadata of products, and subdatasets, by their path."""

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

#: Names of subdatasets in GDAL: `HDF5:"file"://group/array`, `NETCDF:file:variable`.
_SUBDATASET = re.compile(
    r'^(?:HDF5|NETCDF|HDF5Image):"?(?P<file>.+?)"?:(?P<name>/{0,2}[^:]*)$', re.IGNORECASE
)
_HDF5_ENDINGS = (".he5", ".h5", ".hdf5", ".hdf", ".nc", ".nc4")
_ENVI_ENDINGS = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")
_PRODUCT_FILES = ("*.he5", "EMIT_L2A_RFL*.nc")


def open_source(path: str | Path, allow_external: bool = False) -> Source:
    """Open a raster, a product or a subdataset."""
    try:
        return _open(path, allow_external)
    except OSError as error:  # no permission, or a disconnected drive
        raise UserError(
            "scene.unreadable",
            f"The image {path} cannot be read ({first_line(error)}).",
            "Check your permission to read it and that its disk is connected.",
        ) from error


def container_file(name: str) -> str:
    """The file that holds a subdataset; for other names, the name itself."""
    subdataset = _SUBDATASET.match(name)
    return subdataset["file"] if subdataset else name


def find_products(folder: Path) -> list[Path]:
    """The files by which the products in a folder are opened."""
    found = [path for path in sorted(folder.iterdir()) if xml_metadata.is_metadata(path)]
    found += [path for pattern in _PRODUCT_FILES for path in sorted(folder.glob(pattern))]
    for path in found:
        require_regular(path)
    return found


def _open(path: str | Path, allow_external: bool) -> Source:
    name = str(path)
    subdataset = _SUBDATASET.match(name)
    file = Path(subdataset["file"] if subdataset else name)
    if not subdataset and file.is_dir():
        return _open_folder(file, allow_external)
    if not subdataset and xml_metadata.is_metadata(file) and file.is_file():
        return xml_metadata.open_product(file, allow_external)
    if not subdataset and file.suffix.lower() == ".hdr":
        image = str(_image_of_header(file))
        check_external_files(name, [image], allow_external)
        return GdalSource(image, None, allow_external)
    if file.is_file():
        may_be_hdf5 = subdataset or file.suffix.lower() in _HDF5_ENDINGS
        product = _open_hdf5(file, allow_external) if may_be_hdf5 else None
        if product is not None:
            return product
        metadata = xml_metadata.metadata_beside(file)
        if metadata is not None:
            check_external_files(name, [str(metadata)], allow_external)
            return GdalSource(name, xml_metadata.read_table(metadata), allow_external)
    if not subdataset:
        name = _largest_subdataset(name, allow_external)
    return GdalSource(name, None, allow_external)


def _open_folder(folder: Path, allow_external: bool) -> Source:
    """The product in a folder, or a folder that is a dataset of GDAL."""
    found = find_products(folder)
    if len(found) == 1:
        check_external_files(folder, [str(found[0])], allow_external)
        return _open(found[0], allow_external)
    if len(found) > 1:
        raise UserError(
            "scene.ambiguous",
            f"The folder {folder} contains {len(found)} products.",
            f"Choose one of them, such as {found[0].name}.",
        )
    return GdalSource(_largest_subdataset(str(folder), allow_external), None, allow_external)


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
    """The image of an ENVI header: `x`, `x.dat`, … for `x.hdr`, `x.bsq` for `x.bsq.hdr`."""
    for ending in _ENVI_ENDINGS:
        image = header.with_suffix(ending)
        if image != header and image.is_file():
            return image
    raise UserError(
        "scene.unreadable",
        f"There is no image beside the header {header}.",
        "Choose the image file itself; it is named like the header, without .hdr.",
    )


def _largest_subdataset(name: str, allow_external: bool) -> str:
    """The file itself, or the subdataset with the most bands."""
    with open_dataset(name, allow_external) as dataset:
        if dataset.count > 0 or not dataset.subdatasets:
            return name
        subdatasets: list[str] = list(dataset.subdatasets)
    counts: dict[str, int] = {}
    for subdataset in subdatasets:
        with open_dataset(subdataset, allow_external) as dataset:
            counts[subdataset] = dataset.count
    max_bands = max(counts.values())
    largest = [subdataset for subdataset, count in counts.items() if count == max_bands]
    if len(largest) > 1:
        raise UserError(
            "scene.ambiguous",
            f"The file {name} contains several images.",
            f"Choose one of them: {', '.join(largest[:6])}.",
        )
    return largest[0]
