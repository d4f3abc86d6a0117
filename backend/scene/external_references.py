"""Refuses datasets that refer to files in other folders, to the network, or to services.

GDAL and HDF5 follow references: a virtual raster refers to its sources, a link to its target, a
description of a web service to its server. A file from an untrusted source could use them to read
other files on this computer or in its network. Files in the folder of the dataset and below are
allowed; symbolic links are resolved first.
"""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import zipfile
import zlib
from collections.abc import Iterable
from pathlib import Path

import h5py

from ..core.errors import UserError, first_line, require_utf8
from ..files.database_policy import check_database
from ..files.regular_files import require_regular_with_sidecars
from ..files.xml_reading import XmlEntitiesError, XmlError, element_name
from .dataset_names import (
    MAX_NAME_LENGTH,
    file_in,
    find_remote_file_system,
    has_file_system,
    is_address,
    is_in_file_system,
    is_service,
)
from .hdf5_links import TooManyObjects, linked_files
from .own_folder import (
    allowed_folders_of,
    find_external_companion,
    find_external_link,
    folders_of,
    is_within,
)
from .virtual_datasets import (
    MAX_TEXT_BYTES,
    find_code,
    is_lenient_description,
    is_service_description,
    is_virtual_dataset,
    parse_description,
    references,
)

#: Keys in JSON documents that describe a server, a catalogue or a command.
_SERVICE_TEXT = re.compile(
    r'"(?:gdal_streamed_alg|command_line|stac_version|stac_extensions|conformsTo|tilejson|'
    r'tileMatrixSet\w*|exceededTransferLimit)"'
)
#: Modules whose virtual tables store their data in the database itself.
_SQL_MODULES = ("rtree", "rtree_i32", "fts3", "fts4", "fts5", "geopoly")
_SQL_EXTERNAL_CALLS = re.compile(
    r"\b(?:ogr_geocode\w*|ogr_datasource_load_layers|gdal_get_\w+|load_extension|readfile|"
    r"writefile|virtualogr)\b",
    re.IGNORECASE,
)
_HEADER_BYTES = 2**16
#: References from file to file that are followed.
_MAX_DEPTH = 8
#: Entries of an archive that are examined.
_MAX_ARCHIVE_ENTRIES = 1000


def check_external_references(name: str | Path, allow_external: bool) -> None:
    """Raise `UserError` for a dataset, before it is opened, that refers to data elsewhere.

    Pipes, devices and databases that never end are refused in any case.
    """
    require_utf8(str(name))
    if len(str(name)) > MAX_NAME_LENGTH:
        raise external_reference_error("The name of the dataset", "it is too long")
    if not allow_external:
        _check(str(name), None, 0)
    _check_file(file_in(str(name)) or str(name))


def check_external_files(name: str | Path, files: Iterable[str], allow_external: bool) -> None:
    """Raise `UserError` if one of the files that GDAL lists for an open dataset is elsewhere."""
    if allow_external:
        return
    name = str(name)
    allowed_folders = allowed_folders_of(file_in(name) or name)
    for file in files:
        if is_in_file_system(file):
            _check_file_system(name, file)
        elif not is_within(file, allowed_folders):
            raise external_reference_error(name, _describe_reference(file))


def check_external_links(folder: str | Path, allow_external: bool) -> None:
    """Raise `UserError` for a dataset that is a folder with a link to files elsewhere."""
    if allow_external or not os.path.isdir(folder):
        return
    if link := find_external_link(str(folder)):
        raise external_reference_error(str(folder), _describe_reference(link))


def external_reference_error(name: str, what: str) -> UserError:
    """The error for a dataset that refers to data elsewhere."""
    return UserError(
        "source.external_reference",
        f"{name} refers to data outside of its folder: {what}.",
        "Put all of its files into one folder. If you trust it, allow external references: "
        "--allow-external or, in QGIS, the advanced parameter “Allow data to refer to other "
        "folders and the network”.",
    )


def _describe_reference(file: str) -> str:
    real = os.path.realpath(file)
    link = "" if real == os.path.abspath(file) else f", a link to {real}"
    return f"it refers to {file}{link}"


def _check(name: str, allowed_folders: tuple[str, ...] | None, depth: int) -> None:
    """Check a name and all that it refers to.

    All files must be in the allowed folders: None at first, then those of the first file.
    """
    if depth > _MAX_DEPTH:
        raise external_reference_error(name, "it has too many levels of references")
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
    if os.path.exists(name):  # reading it may never end
        raise external_reference_error(name, "it is a pipe or a device")
    if has_file_system(name):
        _check_file_system(name, name)
        archive = file_in(name)
        if archive:
            _check_inside(archive, allowed_folders)
            _check_archive(archive)
    elif (file := file_in(name)) is not None:
        _check(file, allowed_folders, depth + 1)
    elif is_address(name):
        raise external_reference_error(name, "it is a network address")
    elif name.lstrip().startswith(("<", "{")):
        raise external_reference_error("The name of the dataset", "it describes other data")
    elif is_service(name):
        raise external_reference_error(name, "it is the name of a service or a database")
    else:
        _check_inside(name, allowed_folders)  # it does not exist, which opening it reports


def _check_file(name: str) -> None:
    """Raise `UserError` for files whose reading may never end."""
    require_regular_with_sidecars(name)
    check_database(name)


def _check_inside(name: str, allowed_folders: tuple[str, ...] | None) -> None:
    if allowed_folders is not None and not is_within(name, allowed_folders):
        raise external_reference_error(allowed_folders[0], _describe_reference(name))


def _check_file_system(name: str, text: str) -> None:
    """Raise `UserError` for file systems of GDAL other than those inside a local file."""
    if remote := find_remote_file_system(text):
        raise external_reference_error(name, f"it is read through {remote}")
    if "://" in text:
        raise external_reference_error(name, "it is a network address")


def _check_content(file: str, allowed_folders: tuple[str, ...], depth: int) -> None:
    """Raise `UserError` for a file whose content refers to data elsewhere."""
    if file.lower().endswith((".gti", ".gti.gpkg", ".gti.fgb", ".gti.shp")):
        raise external_reference_error(file, "it is an index of other files")
    try:
        with open(file, "rb") as opened:
            head = opened.read(_HEADER_BYTES)
    except OSError:
        return  # opening it reports the reason
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
        _check_header(file, head.decode("latin-1"))


def _check_header(file: str, text: str) -> None:
    """Raise `UserError` for a short text that may be a header and name a file with pixels."""
    if remote := find_remote_file_system(text):
        raise external_reference_error(file, f"it is read through {remote}")


def _check_xml(file: str, allowed_folders: tuple[str, ...], depth: int) -> None:
    """Raise `UserError` for XML that describes a service, or refers to data elsewhere."""
    with open(file, "rb") as opened:
        content = opened.read(MAX_TEXT_BYTES + 1)
    text = content.decode("utf-8", "replace")
    if remote := find_remote_file_system(text):
        raise external_reference_error(file, f"it refers to {remote}")
    try:
        root = parse_description(text)
    except XmlEntitiesError as error:
        raise external_reference_error(file, "its XML declares entities") from error
    except XmlError as error:
        if is_lenient_description(text):
            raise external_reference_error(file, "its XML is invalid") from error
        return
    if not is_virtual_dataset(root):
        if is_service_description(root):
            name = element_name(root)[:40]
            raise external_reference_error(file, f"it describes a service ({name})")
        return
    if len(content) > MAX_TEXT_BYTES:
        raise external_reference_error(file, "it is too long to be checked")
    if code := find_code(root):
        raise external_reference_error(file, f"it contains a {code}")
    for reference in references(root):
        if len(reference.name) > MAX_NAME_LENGTH:
            raise external_reference_error(file, "it contains a name that is too long")
        if reference.name.startswith("<"):
            raise external_reference_error(file, "it contains another description")
        for target in reference.targets(file):
            _check(target, allowed_folders, depth + 1)


def _check_links(file: str, allowed_folders: tuple[str, ...]) -> None:
    """Raise `UserError` for an HDF5 or netCDF-4 file that refers to files elsewhere."""
    try:
        names = linked_files(file)
    except TooManyObjects as error:
        raise external_reference_error(file, "it has too many objects to be checked") from error
    for name in names:
        for folder in folders_of(file):
            if not is_within(path := os.path.join(folder, name), allowed_folders):
                raise external_reference_error(file, _describe_reference(path))


def _check_tables(file: str) -> None:
    """Raise `UserError` for a GeoPackage or SQLite file whose tables are stored elsewhere."""
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
            raise external_reference_error(file, f"its table {name} is stored elsewhere")
        if kind in ("view", "trigger") and _SQL_EXTERNAL_CALLS.search(sql):
            raise external_reference_error(file, f"its {kind} {name} reads other data")


def _check_archive(archive: str) -> None:
    """Raise `UserError` for a zip file with descriptions of other data."""
    try:
        with zipfile.ZipFile(archive) as opened:
            for entry in opened.infolist()[:_MAX_ARCHIVE_ENTRIES]:
                if entry.is_dir():
                    continue
                head = _head_of_entry(archive, opened, entry)
                described = (b"<VRTDataset", b"<OGRVRT", b"<GDAL_W", b"<WCS_GDAL", b"<MRF_META")
                if any(word in head for word in described):
                    raise external_reference_error(
                        archive, f"its entry {entry.filename} describes other data"
                    )
    except (OSError, zipfile.BadZipFile, ValueError, EOFError):
        return  # not a zip file, or a damaged one, which opening it reports


def _head_of_entry(archive: str, opened: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    """The beginning of an entry; none of one that is damaged, whatever the others are."""
    try:
        with opened.open(entry) as part:
            return part.read(4096)
    except NotImplementedError as error:  # a compression that GDAL may know
        raise external_reference_error(
            archive, f"its entry {entry.filename} has an unknown compression and cannot be checked"
        ) from error
    except (OSError, zipfile.BadZipFile, zlib.error, RuntimeError, ValueError, EOFError):
        return b""
