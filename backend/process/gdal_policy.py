"""Tells GDAL, before it is loaded, what it must not do: a second wall behind `scene/reach.py`.

GDAL reads these variables of the environment; workers that a job starts inherit them. What the
user's own environment says goes first.
"""

from __future__ import annotations

import os

#: Never needed: programs inside of data files, schemas fetched from where a GML file says.
_ALWAYS_DISABLED = {
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GML_DOWNLOAD_SCHEMA": "NO",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
}
#: No address has such an ending; and what asks a service asks a port where nobody answers.
_NETWORK_DISABLED = {
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".nothing-in-the-network",
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_HTTPS_PROXY": "127.0.0.1:9",
    "GDAL_HTTP_MAX_RETRY": "0",
}


def gdal_options(allow_external: bool) -> dict[str, str]:
    """Options that close the ways out of a process, but those into the network if allowed."""
    return _ALWAYS_DISABLED if allow_external else _ALWAYS_DISABLED | _NETWORK_DISABLED


def apply_gdal_policy(allow_external: bool) -> None:
    """Close the ways out of this process, but those into the network if they are allowed."""
    for name, value in _ALWAYS_DISABLED.items():
        os.environ.setdefault(name, value)
    for name, value in _NETWORK_DISABLED.items():
        if not allow_external:
            os.environ.setdefault(name, value)
        elif os.environ.get(name) == value:
            del os.environ[name]
