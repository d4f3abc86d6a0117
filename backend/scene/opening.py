"""Opens rasters, folders or metadata of products, and subdatasets, by their path."""

from __future__ import annotations

import os
import re
from pathlib import Path

import h5py

from ..common.product_names import AUXILIARY_NAME, ENVI_ENDINGS, is_container
from ..core.errors import UserError, first_line
from ..files.regular_files import require_regular
from .external_references import check_external_files, check_external_references
from .products import stac_item, xml_metadata
from .products.aviris import is_aviris, open_aviris
from .products.emit import is_emit, mask_beside, open_emit
from .products.hdf5 import READ_ERRORS
from .products.neon import is_neon, open_neon
from .products.prisma import is_prisma, open_prisma
from .products.tanager import is_tanager, open_tanager
from .sources import GdalSource, Source, open_dataset, unreadable_error

#: Names of subdatasets in GDAL: `HDF5:"file"://group/array`, `NETCDF:file:variable`.
_SUBDATASET = re.compile(
    r'^(?:HDF5|NETCDF|HDF5Image):"?(?P<file>.+?)"?:(?P<name>/{0,2}[^:]*)$', re.IGNORECASE
)
_HDF5_ENDINGS = (".he5", ".h5", ".hdf5", ".hdf", ".nc", ".nc4")
_HDF5_PRODUCTS = (
    (is_prisma, open_prisma),
    (is_tanager, open_tanager),
    (is_neon, open_neon),
    (is_aviris, open_aviris),
)
_IMAGES_WITH_ITEM = (".tif", ".tiff", ".vrt", ".jp2", ".img", ".bsq", ".dat")


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
    files = sorted(folder.iterdir())
    found = [path for path in files if xml_metadata.is_metadata(path)]
    found += [path for path in files if _is_container(path.name)]
    if not found:  # other products have an item beside their own metadata
        found = [p for p in files if stac_item.is_stac_item(p) and stac_item.images_of(p)]
    for path in found:
        require_regular(path)
    return found


def _is_container(name: str) -> bool:
    """Whether a file is named like a product that is one file; PRISMA may have other names."""
    return is_container(name) or name.lower().endswith(".he5")


def is_auxiliary(path: Path) -> bool:
    """Whether a file has the name of a mask or an uncertainty that belongs to a product."""
    return AUXILIARY_NAME.match(path.name) is not None


def further_files(path: Path) -> list[Path]:
    """Further files that a product consists of besides this one, as its own reader finds them."""
    if stac_item.is_stac_item(path):
        return stac_item.images_of(path)
    if path.suffix.lower() in _IMAGES_WITH_ITEM:
        found = stac_item.find_item(path)
        return [found[0]] if found else []
    mask = mask_beside(path)
    return [mask] if mask else []


def check_references(path: str | Path, allow_external: bool) -> None:
    """Refuse, before it is opened, what leads elsewhere.

    A STAC item is read by this program only, which checks what it refers to.
    """
    if not stac_item.is_stac_item(Path(path)):
        check_external_references(path, allow_external)


def _open(path: str | Path, allow_external: bool) -> Source:
    name = str(path)
    subdataset = _SUBDATASET.match(name)
    file = Path(subdataset["file"] if subdataset else name)
    if not subdataset and os.path.isdir(file):
        return _open_folder(file, allow_external)
    if not subdataset and os.path.isfile(file):
        if xml_metadata.is_metadata(file):
            return xml_metadata.open_product(file, allow_external)
        if stac_item.is_stac_item(file):
            return stac_item.open_item(file, allow_external)
    if not subdataset and file.suffix.lower() == ".hdr":
        file = _image_of_header(file)
        check_external_files(name, [str(file)], allow_external)
        name = str(file)
    if os.path.isfile(file):
        may_be_hdf5 = subdataset or file.suffix.lower() in _HDF5_ENDINGS
        product = _open_hdf5(file, allow_external) if may_be_hdf5 else None
        if product is None:
            product = _open_described(name, file, allow_external)
        if product is not None:
            return product
    if not subdataset:
        name = _largest_subdataset(name, allow_external)
    return GdalSource(name, None, allow_external)


def _open_described(name: str, file: Path, allow_external: bool) -> Source | None:
    """An image whose bands another file beside it describes."""
    metadata = xml_metadata.metadata_beside(file)
    if metadata is not None:
        check_external_files(name, [str(metadata)], allow_external)
        return xml_metadata.open_image(name, metadata, allow_external)
    if file.suffix.lower() not in _IMAGES_WITH_ITEM:
        return None
    found = stac_item.find_item(file)
    if found is None:
        return None
    item, table = found
    check_external_files(name, [str(item)], allow_external)
    return stac_item.open_described_image(name, item, table, allow_external)


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
            emit = is_emit(content)
            opener = next((opens for fits, opens in _HDF5_PRODUCTS if fits(content)), None)
    except READ_ERRORS as error:
        raise unreadable_error(str(file), first_line(error)) from error
    if opener is not None:
        return opener(file)
    return open_emit(file, allow_external) if emit else None


def _image_of_header(header: Path) -> Path:
    """The image of an ENVI header: `x`, `x.dat`, … for `x.hdr`, `x.bsq` for `x.bsq.hdr`."""
    wanted = [header.with_suffix(ending) for ending in ENVI_ENDINGS]
    beside = {path.name.lower(): path for path in sorted(header.parent.iterdir(), reverse=True)}
    for image in (*wanted, *(beside.get(path.name.lower(), header) for path in wanted)):
        if image != header and os.path.isfile(image):
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
