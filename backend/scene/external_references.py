"""Refuses datasets that reach beyond their own folder: into the network, or for files elsewhere.

GDAL and HDF5 follow what a file names: a virtual raster its sources, a link its target, a text that
describes a web service its server. A file that somebody sends could so have others read, from this
computer or by its network. What stands in the file's own folder, or below, is its own; links count
as what they lead to.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import h5py
from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

from ..core.errors import UserError, first_line, require_utf8
from ..files.database_policy import check_database
from ..files.regular_files import require_regular_with_sidecars
from .own_folder import (
    allowed_folders_of,
    find_external_companion,
    find_external_link,
    folders_of,
    is_within,
)

#: What GDAL reads through these lies inside a file, or in its own memory.
_LOCAL_FILE_SYSTEMS = ("/vsizip/", "/vsigzip/", "/vsitar/", "/vsimem/")
_ARCHIVES = (".zip", ".tar", ".tgz", ".gz", ".kmz")
_FILE_SYSTEM = re.compile(r"/vsi[a-z0-9_]+[/?{]", re.IGNORECASE)
_ADDRESS = re.compile(r"^[a-z][a-z0-9+.\-]+:/(?!/?$)", re.IGNORECASE)
#: Names of GDAL for a part of a file; every other prefix stands for a service or a database.
_PART = re.compile(
    r"^(?:HDF5|HDF5Image|NETCDF|HDF4_\w+|GTIFF_DIR|GPKG|NITF_IM|BAG|ZARR|JP2\w*|S10\d|SENTINEL2_\w+|"
    r"RASTERLITE|SQLITE|PDS4|ESRIC|RADARSAT_2_CALIB|COSAR|NDF|TIFF_\w+):(?P<rest>.+)$",
    re.IGNORECASE | re.DOTALL,
)
_SERVICE_NAME = re.compile(r"^[A-Za-z][A-Za-z0-9_]+:")
#: Texts that describe a server, an index of scenes all over the world, or a command.
_SERVICE_ROOT = re.compile(
    r"wms|wmts|wcs|wfs|capabilities|tms|tilemap|csw|oapif|tileindex|gti|exception", re.IGNORECASE
)
_SERVICE_TEXT = re.compile(
    r'"(?:gdal_streamed_alg|command_line|stac_version|stac_extensions|conformsTo|tilejson|'
    r'tileMatrixSet\w*|exceededTransferLimit)"'
)
_REFERRING_ROOTS = ("vrtdataset", "ogrvrtdatasource", "mrf_meta")
#: Elements, arguments and entries of metadata that name other data.
_REFERENCE = re.compile(
    r"^(?:.*filename|.*dataset|.*datasource|source|datafile|indexfile|.*path|.*url|href|"
    r"connection|dsn|srcdsname)$"
)
_NAMED_REFERENCE = re.compile(r"^(?:[xy]_dataset|overview_file|.*_dem|.*path)$")
_SQL_MODULES = ("rtree", "rtree_i32", "fts3", "fts4", "fts5", "geopoly")
_SQL_EXTERNAL_CALLS = re.compile(
    r"\b(?:ogr_geocode\w*|ogr_datasource_load_layers|gdal_get_\w+|load_extension|readfile|"
    r"writefile|virtualogr)\b",
    re.IGNORECASE,
)
_MAX_TEXT_BYTES = 32 * 2**20
_HEADER_BYTES = 2**16
_MAX_DEPTH = 8
_MAX_OBJECTS = 100_000
#: Characters of a name, and parts of it that may be a file's.
MAX_NAME_LENGTH = 2**15
MAX_NAME_PARTS = 64


def check_external_references(name: str | Path, allow_external: bool) -> None:
    """Refuse, before it is opened, a name or a file that leads elsewhere, or without end."""
    require_utf8(str(name))
    if len(str(name)) > MAX_NAME_LENGTH:
        raise external_reference_error("The name that was given", "it is too long")
    if not allow_external:
        _check(str(name), None, 0)
    _check_file(file_in(str(name)) or str(name))


def check_external_files(name: str | Path, files: Iterable[str], allow_external: bool) -> None:
    """Refuse a dataset that is open when one of its files lies elsewhere."""
    if allow_external:
        return
    name = str(name)
    allowed_folders = allowed_folders_of(file_in(name) or name)
    for file in files:
        if _FILE_SYSTEM.match(file):
            _check_file_system(name, file)
        elif not is_within(file, allowed_folders):
            raise external_reference_error(name, _describe_reference(file))


def check_external_links(folder: str | Path, allow_external: bool) -> None:
    """Refuse a dataset that is a folder when a link in it leads elsewhere."""
    if allow_external or not os.path.isdir(folder):
        return
    if link := find_external_link(str(folder)):
        raise external_reference_error(str(folder), _describe_reference(link))


def external_reference_error(name: str, what: str) -> UserError:
    """The error for what reaches out."""
    return UserError(
        "source.external_reference",
        f"{name} reaches beyond its own folder: {what}.",
        "Put all of its files into one folder; or, if you trust it, allow it to read elsewhere: "
        "--allow-external, or in QGIS, among the advanced parameters, “Allow data to refer to "
        "other folders and the network”.",
    )


def _describe_reference(file: str) -> str:
    real = os.path.realpath(file)
    link = "" if real == os.path.abspath(file) else f", a link to {real}"
    return f"it refers to {file}{link}"


def _check(name: str, allowed_folders: tuple[str, ...] | None, depth: int) -> None:
    """`allowed_folders` are the folders that everything must lie in; at first the file's own."""
    if depth > _MAX_DEPTH:
        raise external_reference_error(name, "its files refer to each other without end")
    if os.path.isdir(name):
        _check_inside(name, allowed_folders)
        if allowed_folders is not None:
            check_external_links(name, False)
        return
    if os.path.isfile(name):
        _check_inside(name, allowed_folders)
        if depth:
            _check_file(name)
        allowed_folders = allowed_folders or allowed_folders_of(name)
        if companion := find_external_companion(name, allowed_folders):
            raise external_reference_error(name, _describe_reference(companion))
        _check_content(name, allowed_folders, depth)
        return
    if os.path.exists(name):  # who reads it may wait for ever
        raise external_reference_error(name, "it is a pipe or a device")
    if _FILE_SYSTEM.search(name):
        _check_file_system(name, name)
        archive = file_in(name)
        if archive:
            _check_inside(archive, allowed_folders)
            _check_archive(archive)
    elif (file := file_in(name)) is not None:
        _check(file, allowed_folders, depth + 1)
    elif _ADDRESS.match(_PART.sub(r"\g<rest>", name).strip('"')):
        raise external_reference_error(name, "it is an address in the network")
    elif name.lstrip().startswith(("<", "{")):
        raise external_reference_error("The text that was given", "it describes other data")
    elif _SERVICE_NAME.match(name) and not _PART.match(name):
        raise external_reference_error(name, "it names a service or a database")
    else:
        _check_inside(name, allowed_folders)  # nothing is there; whoever opens it says so


def _check_file(name: str) -> None:
    """Refuse what may keep whoever reads it for ever."""
    require_regular_with_sidecars(name)
    check_database(name)


def _check_inside(name: str, allowed_folders: tuple[str, ...] | None) -> None:
    if allowed_folders is not None and not is_within(name, allowed_folders):
        raise external_reference_error(allowed_folders[0], _describe_reference(name))


def _check_file_system(name: str, text: str) -> None:
    """Refuse GDAL's file systems but those inside a file."""
    for found in _FILE_SYSTEM.finditer(text):
        if found[0].lower() not in _LOCAL_FILE_SYSTEMS:
            raise external_reference_error(name, f"it is read through {found[0].rstrip('/?{')}")
    if "://" in text:
        raise external_reference_error(name, "it is an address in the network")


def _check_content(file: str, allowed_folders: tuple[str, ...], depth: int) -> None:
    """Refuse a file whose content leads elsewhere."""
    if file.lower().endswith((".gti", ".gti.gpkg", ".gti.fgb", ".gti.shp")):
        raise external_reference_error(file, "it is an index of files elsewhere")
    try:
        with open(file, "rb") as opened:
            head = opened.read(_HEADER_BYTES)
    except OSError:
        return  # whoever opens it says so
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1]
    described = start == b"<" or b"<VRTDataset" in head or b"<OGRVRTDataSource" in head
    if described:
        _check_xml(file, allowed_folders, depth)
    if head.startswith(b"SQLite format 3\0"):
        _check_tables(file)
    elif head.startswith(b"PK\3\4"):
        _check_archive(file)
    elif h5py.is_hdf5(file):
        _check_links(file, allowed_folders)
    elif start in (b"{", b"["):
        if match := _SERVICE_TEXT.search(head.decode("utf-8", "replace")):
            raise external_reference_error(
                file, f"it describes a service or a command ({match[0]})"
            )
    elif not described and b"\0" not in head and len(head) < _HEADER_BYTES:
        # headers of many formats are short texts that name the file with the pixels
        _check_file_system(
            file, "".join(f[0] for f in _FILE_SYSTEM.finditer(head.decode("latin-1")))
        )


def _check_xml(file: str, allowed_folders: tuple[str, ...], depth: int) -> None:
    with open(file, "rb") as opened:
        content = opened.read(_MAX_TEXT_BYTES + 1)
    text = content.decode("utf-8", "replace")
    for found in _FILE_SYSTEM.finditer(text):
        if found[0].lower() not in _LOCAL_FILE_SYSTEMS:
            raise external_reference_error(file, f"it refers to {found[0].rstrip('/?{')}")
    try:
        # as GDAL reads it, whatever encoding it declares
        root = fromstring(text.lstrip("\ufeff \t\r\n"))
    except DefusedXmlException as error:
        raise external_reference_error(file, "its text declares entities") from error
    except (ParseError, ValueError, LookupError) as error:
        if re.search(r"<\s*(?:VRTDataset|OGRVRTDataSource|MRF_META|GDAL_W)", text):
            # GDAL's own reader forgives much; what cannot be judged is not opened
            raise external_reference_error(file, "its text cannot be understood") from error
        return
    tag = _tag(root)
    if tag not in _REFERRING_ROOTS:
        if _SERVICE_ROOT.search(tag):
            raise external_reference_error(file, f"it describes a service ({tag[:40]})")
        return
    if len(content) > _MAX_TEXT_BYTES:
        raise external_reference_error(file, "it is too long to be judged")
    for reference, relative in _references(root):
        if len(reference) > MAX_NAME_LENGTH:
            raise external_reference_error(file, "it holds a name that is too long")
        if reference.lstrip().startswith("<"):
            raise external_reference_error(file, "it holds another description")
        if reference == "\0python":
            raise external_reference_error(file, "it holds a program in Python")
        if reference == "\0sql":
            raise external_reference_error(file, "it holds a query")
        for target in _possible_targets(reference, relative, file):
            _check(target, allowed_folders, depth + 1)


def _possible_targets(reference: str, relative: bool, file: str) -> list[str]:
    """What a reference may stand for: from a link's folder or its target's, as drivers choose."""
    if not relative:
        return [reference]
    return [_resolve(reference, folder) for folder in folders_of(file)]


def _resolve(reference: str, folder: str) -> str:
    """What a reference from a file's own folder stands for."""
    if _FILE_SYSTEM.match(reference) or _ADDRESS.match(reference):
        return reference
    if part := _PART.match(reference):
        pieces = part["rest"].replace('"', "").split(":")
        inside = [path for piece in pieces if os.path.isfile(path := os.path.join(folder, piece))]
        return inside[0] if inside else reference
    return reference if _SERVICE_NAME.match(reference) else os.path.join(folder, reference)


def _references(root: object) -> Iterator[tuple[str, bool]]:
    """What a virtual dataset names, and whether it is meant from its own folder."""
    pending = [root]
    while pending:
        element = pending.pop()
        tag = _tag(element)
        text = (element.text or "").strip()  # type: ignore[attr-defined]
        attributes = {key.lower(): value for key, value in element.attrib.items()}  # type: ignore[attr-defined]
        if tag == "pixelfunctionlanguage" and text.lower() == "python":
            yield "\0python", False
        if tag == "srcsql":
            yield "\0sql", False
        relative = any(attributes.get(name) == "1" for name in ("relativetovrt", "relativetofile"))
        called = (attributes.get("name") or attributes.get("key") or "").lower()
        named = "filename" in called or _NAMED_REFERENCE.match(called)
        if text and (_REFERENCE.match(tag) or named):
            yield text, relative
        pending.extend(element)  # type: ignore[call-overload]


def referenced_files(file: str) -> list[str]:
    """The files that a virtual raster or an HDF5 file refers to; none where it cannot be read."""
    try:
        if h5py.is_hdf5(file):
            names = [name for name in _links_of(file) if name != "."]
            return [os.path.join(folder, name) for name in names for folder in folders_of(file)]
        with open(file, "rb") as opened:
            content = opened.read(_HEADER_BYTES)
            if not any(word in content for word in (b"<VRTDataset", b"<OGRVRT", b"<MRF_META")):
                return []
            content += opened.read(_MAX_TEXT_BYTES)
        root = fromstring(content.decode("utf-8", "replace").lstrip("\ufeff \t\r\n"))
    except (OSError, UserError, DefusedXmlException, ParseError, ValueError, LookupError):
        return []
    if _tag(root) not in _REFERRING_ROOTS:
        return []
    return [
        target
        for reference, relative in _references(root)
        if not reference.startswith("\0") and len(reference) <= MAX_NAME_LENGTH
        for target in _possible_targets(reference, relative, file)
    ]


def _check_links(file: str, allowed_folders: tuple[str, ...]) -> None:
    """Links, virtual datasets and values kept in other files, in HDF5 and netCDF-4."""
    for name in _links_of(file):
        for folder in folders_of(file):
            if name != "." and not is_within(path := os.path.join(folder, name), allowed_folders):
                raise external_reference_error(file, _describe_reference(path))


def _links_of(file: str) -> list[str]:
    named: list[str] = []
    count = 0

    def limit() -> None:
        nonlocal count
        count += 1
        if count > _MAX_OBJECTS:
            raise external_reference_error(file, "it has more parts than can be judged")

    def visit_link(_name: object, link: object) -> None:
        limit()
        if isinstance(link, h5py.ExternalLink):
            named.append(link.filename)

    def visit(_name: object, entry: object) -> None:
        limit()
        if isinstance(entry, h5py.Dataset):
            named.extend(part[0] for part in entry.external or ())
            if entry.is_virtual:
                named.extend(part.file_name for part in entry.virtual_sources())

    try:
        with h5py.File(file, "r") as opened:
            opened.visititems_links(visit_link)
            opened.visititems(visit)
    except (OSError, RuntimeError, KeyError, ValueError, TypeError, SystemError) as error:
        raise UserError(
            "scene.unreadable",
            f"The file {file} cannot be read ({first_line(error)}).",
            "The file may be damaged; copy it again and retry.",
        ) from error
    return named


def _check_tables(file: str) -> None:
    """Tables of a GeoPackage or SQLite file that are none of its own."""
    address = f"{Path(os.path.abspath(file)).as_uri()}?mode=ro&immutable=1"
    try:
        with contextlib.closing(sqlite3.connect(address, uri=True)) as connection:
            connection.text_factory = lambda value: value.decode("utf-8", "replace")
            rows = connection.execute("SELECT type, name, sql FROM sqlite_master").fetchall()
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise UserError(
            "labels.unreadable",
            f"The file {file} cannot be read ({first_line(error)}).",
            "The file may be damaged; copy it again and retry.",
        ) from error
    for kind, name, sql in rows:
        sql = sql if isinstance(sql, str) else ""
        module = re.match(r"\s*CREATE\s+VIRTUAL\s+TABLE\b.*?\bUSING\s+\W?(\w+)", sql, re.I | re.S)
        virtual = re.match(r"\s*CREATE\s+VIRTUAL", sql, re.I)
        if virtual and (module is None or module[1].lower() not in _SQL_MODULES):
            raise external_reference_error(file, f"its table {name} is not kept in it")
        if kind in ("view", "trigger") and _SQL_EXTERNAL_CALLS.search(sql):
            raise external_reference_error(file, f"its {kind} {name} calls for something else")


def _check_archive(archive: str) -> None:
    """Descriptions inside a zip file; what they refer to cannot be judged."""
    try:
        with zipfile.ZipFile(archive) as opened:
            for entry in opened.infolist()[:1000]:
                if entry.is_dir():
                    continue
                with opened.open(entry) as part:
                    head = part.read(4096)
                described = (b"<VRTDataset", b"<OGRVRT", b"<GDAL_W", b"<WCS_GDAL", b"<MRF_META")
                if any(word in head for word in described):
                    raise external_reference_error(
                        archive, f"{entry.filename} in it describes other data"
                    )
    except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, ValueError, EOFError):
        return  # no zip file, or a damaged one: whoever opens it says so


def file_in(name: str) -> str | None:
    """The file in one of GDAL's names for a part of a file, or of an archive; None without one."""
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
    part = _PART.match(name)
    if part is None:
        return None
    pieces = part["rest"].replace('"', "").split(":")
    if len(pieces) > MAX_NAME_PARTS:
        return None
    for length in range(len(pieces), 0, -1):  # names of drives hold a colon, too
        for first in range(len(pieces) - length + 1):
            candidate = ":".join(pieces[first : first + length])
            if os.path.exists(candidate):
                return candidate
    return None


def _tag(element: object) -> str:
    tag = getattr(element, "tag", "")
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""
