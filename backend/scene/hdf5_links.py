"""Names of other files in HDF5 and netCDF-4 files: links, virtual datasets and external storage."""

from __future__ import annotations

import itertools

import h5py

from ..core.errors import UserError, first_line

#: Objects of a file that are examined at most.
MAX_OBJECTS = 100_000


class TooManyObjects(Exception):
    """A file has more than `MAX_OBJECTS` objects."""


def linked_files(file: str) -> list[str]:
    """The names, relative to the file's folder, of the other files that a file refers to."""
    names: list[str] = []
    objects = itertools.count(1)

    # a visit ends at the first result; h5py hides exceptions that are raised during it
    def visit_link(_name: object, link: object) -> bool | None:
        if isinstance(link, h5py.ExternalLink):
            names.append(link.filename)
        return next(objects) > MAX_OBJECTS or None

    def visit(_name: object, entry: object) -> bool | None:
        if isinstance(entry, h5py.Dataset):
            names.extend(part[0] for part in entry.external or ())
            if entry.is_virtual:
                names.extend(part.file_name for part in entry.virtual_sources())
        return next(objects) > MAX_OBJECTS or None

    try:
        with h5py.File(file, "r") as opened:
            too_many = opened.visititems_links(visit_link) or opened.visititems(visit)
    except (OSError, RuntimeError, KeyError, ValueError, TypeError, SystemError) as error:
        raise UserError(
            "scene.unreadable",
            f"The file {file} cannot be read ({first_line(error)}).",
            "The file may be damaged; copy it again and retry.",
        ) from error
    if too_many:
        raise TooManyObjects(file)
    return [name for name in names if name != "."]
