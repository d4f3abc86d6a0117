"""The files of a layer's source, which no output may replace.

The backend checks the files that it reads itself; vector layers are exported to a copy, so their
own files are checked here.
"""

from __future__ import annotations

import os

#: Files of the same name with these extensions are not part of a layer; they may be outputs.
OUTPUT_EXTENSIONS = (".tif", ".tiff", ".gpkg", ".html", ".htm", ".safetensors")


def files_of_source(source: str) -> set[str]:
    """The real paths of a source's file and of its sidecar files."""
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
