"""Reads the training input of the Semi-Automatic Classification Plugin (`.scpx`).

It is an archive with a GeoPackage of polygons, whose field `macroclass_id` holds the class.
"""

from __future__ import annotations

import shutil
import zipfile
import zlib
from dataclasses import replace
from pathlib import Path

from ...files.database_policy import check_database
from ...files.temporary_folders import make_temporary_folder
from ..classes import ClassStyle
from ..labelled_geometries import LabelledGeometries, layer_info, read_labelled_geometries
from .errors import FormatError

_LAYER_FILE = "geometry.gpkg"
#: Fields with the class, and those with its name.
_CLASS_FIELDS = (
    ("macroclass_id", "macroclass_name"), ("MC_ID", "MC_name"), ("mc_id", "mc_name"),
)  # fmt: skip
#: Larger layers are not extracted.
MAX_LAYER_BYTES = 2**30
_COPY_BYTES = 2**20


def read_scp(path: Path, class_field: str | None) -> LabelledGeometries:
    """The polygons of a training input; names of macroclasses where the layer has them."""
    folder = make_temporary_folder("scp")
    try:
        layer = str(_extract(path, folder))
        check_database(layer)
        fields = list(layer_info(layer)["fields"])
        candidates = [(class_field, "")] if class_field else _CLASS_FIELDS
        found = next(((code, name) for code, name in candidates if code in fields), None)
        if found is None:
            raise FormatError(f"it has no field “{class_field or _CLASS_FIELDS[0][0]}”")
        labelled = read_labelled_geometries(layer, found[0], None)
        # The fields of the format are no choice that is worth a message.
        labelled = replace(labelled, class_field=class_field or "")
        if found[1] not in fields:
            return labelled
        names = read_labelled_geometries(layer, found[1], None).values
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    by_value = {
        value: ClassStyle(value, name)
        for value, name in zip(labelled.values, names, strict=True)
        if value and name
    }
    return labelled.with_styles(by_value.values())


def _extract(path: Path, folder: Path) -> Path:
    """The layer of the archive as a file in a folder."""
    target = folder / _LAYER_FILE
    try:
        with zipfile.ZipFile(path) as archive:
            member = next(
                (entry for entry in archive.infolist() if entry.filename.endswith(_LAYER_FILE)),
                None,
            )
            if member is None:
                raise FormatError(f"it has no {_LAYER_FILE}")
            with archive.open(member) as source, target.open("wb") as copy:
                written = 0
                while block := source.read(_COPY_BYTES):
                    written += len(block)
                    if written > MAX_LAYER_BYTES:
                        raise FormatError(f"its {_LAYER_FILE} is too large")
                    copy.write(block)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, zlib.error) as error:
        raise FormatError(f"it is no complete archive: {error}") from error
    return target
