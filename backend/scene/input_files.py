"""All files that an input consists of, whatever it is: raster, product, layer, model or folder.

Found by names and references, without opening the data; what GDAL lists once the data are open is
added by whoever opens them. Nothing of an input may ever be replaced by an output, and whatever
changes in its contents changes its identity.
"""

from __future__ import annotations

import contextlib
import os
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import UserError
from .external_references import MAX_NAME_LENGTH, MAX_NAME_PARTS, file_in, referenced_files
from .opening import find_products
from .products.xml_metadata import product_of

#: Endings after a file's whole name that GDAL and SQLite look for.
_COMPANION_SUFFIXES = (
    ".aux.xml", ".msk", ".hdr", ".msk.aux.xml", ".vat.dbf", "-wal", "-shm", "-journal",
)  # fmt: skip
#: Endings in place of a raster's own: headers, positions, cameras, parts of the pixels.
_OF_RASTERS = (
    ".hdr", ".aux", ".prj", ".tfw", ".tifw", ".tiffw", ".wld", ".jgw", ".j2w", ".bpw", ".pgw",
    ".imd", ".rpb", ".rpc", ".pvl", ".clr", ".ige", ".rde", ".lbl", ".stx", "_rpc.txt",
)  # fmt: skip
#: And in place of those of a layer of shapes.
_OF_LAYERS = (
    ".shp", ".shx", ".dbf", ".prj", ".qpj", ".cpg", ".sbn", ".sbx", ".qix", ".fbn", ".fbx", ".ain",
    ".aih", ".ixs", ".mxs", ".idm", ".csvt", ".xsd", ".gfs", ".mif", ".mid", ".tab",
)  # fmt: skip
_LAYERS = (*_OF_LAYERS, ".csv", ".gml", ".gpkg", ".geojson", ".json", ".kml", ".fgb", ".sqlite")
#: The image of a header, and the files of a layer of MapInfo, which have common endings.
_IMAGES = ("", ".dat", ".img", ".bsq", ".bil", ".bip", ".raw", ".bin", ".envi")
_MAPINFO = (".dat", ".map", ".id", ".ind")
#: What displays a dataset, or describes it to people; nothing that is computed depends on it.
_DISPLAY_SUFFIXES = (".ovr", ".xml", ".msk.ovr", ".qmd")
_DISPLAY_EXTENSIONS = (".qml", ".sld", ".qmd", ".json", ".ovr", ".rrd")
#: Endings of files whose whole folder is the dataset.
_WHOLE_FOLDER = (".adf", ".zarray", ".zgroup", ".zmetadata", "zarr.json", ".safe")
_OVERVIEW = (".ovr",)
#: GDAL's own file systems, one inside of the other.
_FILE_SYSTEMS = re.compile(r"(?:/vsi[a-z0-9_]+)+/+|^vrt://", re.IGNORECASE)
#: More files than this in one folder are not listed.
MAX_FILES = 100_000
MAX_DEPTH = 8


@dataclass(frozen=True)
class InputFiles:
    """The files of inputs: those whose content is read, and those that only belong to them."""

    contents: frozenset[Path] = frozenset()
    companions: frozenset[Path] = frozenset()

    def __or__(self, other: InputFiles) -> InputFiles:
        return InputFiles(self.contents | other.contents, self.companions | other.companions)


def all_input_files(names: Iterable[Path | str | None]) -> InputFiles:
    """The files of several inputs together; those that were not given are left out."""
    found = InputFiles()
    for name in names:
        if name:
            found |= input_files(name)
    return found


def input_files(name: Path | str, listed: Iterable[str] = ()) -> InputFiles:
    """The files of one input; `listed` are those that GDAL names once it is open."""
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
            pending += [(str(part), depth + 1) for part in parts]
            pending += [(reference, depth + 1) for reference in referenced_files(str(path))]
    return InputFiles(frozenset(contents.values()), frozenset(companions))


def _files_named(text: str) -> tuple[list[Path], bool]:
    """The files that a path, or one of GDAL's names, stands for; whether these are all of it."""
    if os.path.isfile(text):
        return [Path(os.path.abspath(text))], False
    if os.path.isdir(text):
        return _in_folder(Path(text))
    folder = file_in(text)  # a part of a dataset that is a folder
    if folder is not None and os.path.isdir(folder):
        return _in_folder(Path(folder))
    return [Path(os.path.abspath(path)) for path in _paths_in_name(text)], False


def _paths_in_name(text: str) -> Iterator[str]:
    """What in one of GDAL's names may be a path: of a part, inside of an archive, of a service."""
    bare = _FILE_SYSTEMS.sub("/", text).replace('"', "").partition("?")[0]
    pieces = bare.split(":")
    if len(text) > MAX_NAME_LENGTH or len(pieces) > MAX_NAME_PARTS:  # whoever opens it says so
        return
    for length in range(len(pieces), 0, -1):  # names of drives hold a colon, too
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
    """The files of a product's folder to begin with, or all of a dataset that is a folder."""
    with contextlib.suppress(OSError, UserError):  # whoever opens it says so
        if products := find_products(folder):
            return [path.absolute() for path in products if path.is_file()], False
    found: list[Path] = []
    for parent, folders, names in os.walk(os.path.abspath(folder)):
        folders.sort()
        found += [path for name in sorted(names) if (path := Path(parent, name)).is_file()]
        if len(found) > MAX_FILES:
            break
    return found, True


def _companions_of(path: Path) -> tuple[list[Path], list[Path]]:
    """Of the files in the same folder, those that belong to the contents, and those beside."""
    name = _folded(path.name)
    stem, ending = os.path.splitext(name)
    replaced = _OF_LAYERS if ending in _LAYERS else _OF_RASTERS
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
        is_content = other in content_names or name.endswith(_WHOLE_FOLDER)
        if is_content or (product and product_of(Path(entry.name)) == product):
            parts.append(Path(entry.path))
        elif other in displays:
            display_files.append(Path(entry.path))
    return parts, display_files


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).lower()
