"""Lists all files of an input: a raster, a product, a vector layer, a model or a folder.

They are found by names and references without opening the data; callers that open them add the
files that GDAL lists. Outputs must not replace any of these files, and the identity of an input
changes with the content of any of them.
"""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import h5py

from ..core.errors import UserError
from .dataset_names import MAX_NAME_LENGTH, MAX_NAME_PARTS, file_in
from .hdf5_links import TooManyObjects, linked_files
from .opening import find_products, further_files
from .own_folder import folders_of
from .products.xml_metadata import product_of
from .virtual_datasets import MAX_TEXT_BYTES, files_referred_to

#: Endings that GDAL and SQLite add to the name of a file.
_COMPANION_SUFFIXES = (
    ".aux.xml", ".msk", ".hdr", ".msk.aux.xml", ".vat.dbf", "-wal", "-shm", "-journal",
)  # fmt: skip
#: Endings that replace that of a raster: headers, world files, camera models, pixel data.
_RASTER_EXTENSIONS = (
    ".hdr", ".aux", ".prj", ".tfw", ".tifw", ".tiffw", ".wld", ".jgw", ".j2w", ".bpw", ".pgw",
    ".imd", ".rpb", ".rpc", ".pvl", ".clr", ".ige", ".rde", ".lbl", ".stx", "_rpc.txt",
)  # fmt: skip
#: Endings that replace that of a vector layer.
_LAYER_EXTENSIONS = (
    ".shp", ".shx", ".dbf", ".prj", ".qpj", ".cpg", ".sbn", ".sbx", ".qix", ".fbn", ".fbx", ".ain",
    ".aih", ".ixs", ".mxs", ".idm", ".csvt", ".xsd", ".gfs", ".mif", ".mid", ".tab",
)  # fmt: skip
_LAYERS = (
    *_LAYER_EXTENSIONS, ".csv", ".gml", ".gpkg", ".geojson", ".json", ".kml", ".fgb", ".sqlite",
)  # fmt: skip
#: Endings of the image of an ENVI header, and of the files of a MapInfo layer.
_IMAGES = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")
_MAPINFO = (".dat", ".map", ".id", ".ind")
#: Files for display and documentation, which no result depends on.
_DISPLAY_SUFFIXES = (".ovr", ".xml", ".msk.ovr", ".qmd")
_DISPLAY_EXTENSIONS = (".qml", ".sld", ".qmd", ".json", ".ovr", ".rrd")
#: Endings of files of datasets that consist of a folder.
_FOLDER_DATASETS = (".adf", ".zarray", ".zgroup", ".zmetadata", "zarr.json", ".safe")
_OVERVIEW = (".ovr",)
#: Virtual file systems of GDAL, which may be nested.
_FILE_SYSTEMS = re.compile(r"(?:/vsi[a-z0-9_]+)+/+|^vrt://", re.IGNORECASE)
#: Files of a folder that are listed at most.
MAX_FILES = 100_000
#: References from file to file that are followed.
MAX_DEPTH = 8
#: Bytes at the beginning of a file in which a virtual dataset must name itself.
_HEADER_BYTES = 2**16
_VIRTUAL_DATASETS = (b"<VRTDataset", b"<OGRVRT", b"<MRF_META")


@dataclass(frozen=True)
class InputFiles:
    """The files of inputs: those whose content is read, and those that accompany them."""

    contents: frozenset[Path] = frozenset()
    companions: frozenset[Path] = frozenset()

    def __or__(self, other: InputFiles) -> InputFiles:
        return InputFiles(self.contents | other.contents, self.companions | other.companions)


def all_input_files(names: Iterable[Path | str | None]) -> InputFiles:
    """The files of several inputs; empty names and None are skipped."""
    found = InputFiles()
    for name in names:
        if name:
            found |= input_files(name)
    return found


def input_files(name: Path | str, listed: Iterable[str] = ()) -> InputFiles:
    """The files of an input; `listed` are those that GDAL lists for the open dataset."""
    contents: dict[str, Path] = {}
    companions: set[Path] = set()
    pending = [(str(name), 0), *((file, 1) for file in listed)]
    while pending:
        text, depth = pending.pop()
        files, complete = _files_named(text)
        for path in files:
            key = os.path.realpath(path)
            if key in contents or depth > MAX_DEPTH:
                continue
            if path.name.lower().endswith(_OVERVIEW):
                companions.add(path)
                continue
            contents[key] = path
            if complete:
                continue
            parts, displays = _companions_of(path)
            companions.update(displays)
            parts += further_files(path)
            pending += [(str(part), depth + 1) for part in parts]
            pending += [(reference, depth + 1) for reference in _referenced_files(str(path))]
    return InputFiles(frozenset(contents.values()), frozenset(companions))


def _referenced_files(file: str) -> list[str]:
    """The files that a virtual dataset or an HDF5 file refers to; empty where it is unreadable."""
    try:
        if h5py.is_hdf5(file):
            names = linked_files(file)
            return [os.path.join(folder, name) for name in names for folder in folders_of(file)]
        with open(file, "rb") as opened:
            content = opened.read(_HEADER_BYTES)
            if not any(word in content for word in _VIRTUAL_DATASETS):
                return []
            content += opened.read(MAX_TEXT_BYTES)
    except (OSError, UserError, TooManyObjects):
        return []
    return files_referred_to(content.decode("utf-8", "replace"), file)


def _files_named(text: str) -> tuple[list[Path], bool]:
    """The files that a path or a name of GDAL denotes, and whether the list is complete."""
    if os.path.isfile(text):
        return [Path(os.path.abspath(text))], False
    if os.path.isdir(text):
        return _in_folder(Path(text))
    folder = file_in(text)  # a subdataset of a dataset that is a folder
    if folder is not None and os.path.isdir(folder):
        return _in_folder(Path(folder))
    return [Path(os.path.abspath(path)) for path in _paths_in_name(text)], False


def _paths_in_name(text: str) -> Iterator[str]:
    """The files in a name of GDAL: of a subdataset, of an archive, of a service."""
    bare = _FILE_SYSTEMS.sub("/", text).replace('"', "").partition("?")[0]
    pieces = bare.split(":")
    if len(text) > MAX_NAME_LENGTH or len(pieces) > MAX_NAME_PARTS:  # opening it reports the reason
        return
    for length in range(len(pieces), 0, -1):  # drive letters are followed by a colon as well
        for first in range(len(pieces) - length + 1):
            path = ":".join(pieces[first : first + length])
            if os.path.isfile(path):
                yield path
            parts = path.strip("{}").split("/")
            for count in range(min(len(parts) - 1, MAX_NAME_PARTS), 0, -1):
                outer = "/".join(parts[:count]).rstrip("}")
                for candidate in (outer, f"/{outer}", outer.lstrip("/")):
                    if candidate and os.path.isfile(candidate):
                        yield candidate


def _in_folder(folder: Path) -> tuple[list[Path], bool]:
    """The files of a product to begin with, or all files of a dataset that is a folder."""
    with contextlib.suppress(OSError, UserError):  # opening it reports the reason
        if products := find_products(folder):
            return [path.absolute() for path in products if os.path.isfile(path)], False
    found: list[Path] = []
    for parent, folders, names in os.walk(os.path.abspath(folder)):
        folders.sort()
        found += [path for name in sorted(names) if os.path.isfile(path := Path(parent, name))]
        if len(found) > MAX_FILES:
            break
    return found, True


def _companions_of(path: Path) -> tuple[list[Path], list[Path]]:
    """Files in the same folder: those that are read together with a file, and those for display."""
    name = _folded(path.name)
    stem, ending = os.path.splitext(name)
    replaced = _LAYER_EXTENSIONS if ending in _LAYERS else _RASTER_EXTENSIONS
    content_names = {name + end for end in _COMPANION_SUFFIXES} | {stem + end for end in replaced}
    if ending == ".hdr":
        content_names |= {stem + end for end in _IMAGES}
    if ending in (".tab", ".mif"):
        content_names |= {stem + end for end in _MAPINFO}
    displays = {name + end for end in _DISPLAY_SUFFIXES} | {
        stem + end for end in _DISPLAY_EXTENSIONS
    }
    product = product_of(path)
    parts: list[Path] = []
    display_files: list[Path] = []
    try:
        neighbours = list(os.scandir(path.parent))
    except OSError:
        return [], []
    for entry in neighbours:
        other = _folded(entry.name)
        if other == name or not os.path.isfile(entry.path):
            continue
        is_content = other in content_names or name.endswith(_FOLDER_DATASETS)
        if is_content or (product is not None and product_of(Path(entry.name)) == product):
            parts.append(Path(entry.path))
        elif other in displays:
            display_files.append(Path(entry.path))
    return parts, display_files


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower()
