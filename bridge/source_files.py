"""The files that a layer's source consists of, which no output may replace.

The backend knows those of what it reads itself; shapes reach it as a copy, whose own files it never
sees.
"""

from __future__ import annotations

import os

#: Files of the same name with these endings are no parts of a layer but may be older outputs.
OUTPUT_EXTENSIONS = (".tif", ".tiff", ".gpkg", ".html", ".htm", ".safetensors")


def files_of_source(source: str) -> set[str]:
    """The real paths of a source's file and of those in its folder that belong to it."""
    folder, name = os.path.split(os.path.realpath(source))
    stem = os.path.splitext(name)[0].casefold()
    files = {os.path.join(folder, name)}
    try:
        others = os.listdir(folder)
    except OSError:
        return files
    for other in others:
        start, ending = os.path.splitext(other.casefold())
        belongs = start == stem or start.startswith((f"{stem}.", name.casefold()))
        if belongs and ending not in OUTPUT_EXTENSIONS:
            files.add(os.path.join(folder, other))
    return files
