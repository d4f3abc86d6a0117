"""Environment variables that forbid GDAL risky operations, as a second line of defence.

The first is `scene/external_references.py`. GDAL reads the variables when it is loaded; processes
that a job starts inherit them. Variables that the user has set take precedence.
"""

from __future__ import annotations

import os

#: Programs inside data files, and schemas that a GML file refers to.
_ALWAYS_DISABLED = {
    "GDAL_VRT_ENABLE_PYTHON": "NO",
    "GML_DOWNLOAD_SCHEMA": "NO",
    "GML_SKIP_RESOLVE_ELEMS": "ALL",
    "OGR_SQLITE_ALLOW_EXTERNAL_ACCESS": "NO",
}
#: No address has this extension, and no proxy listens on this port.
_NETWORK_DISABLED = {
    "CPL_VSIL_CURL_ALLOWED_EXTENSIONS": ".no-network-access",
    "GDAL_HTTP_PROXY": "127.0.0.1:9",
    "GDAL_HTTPS_PROXY": "127.0.0.1:9",
    "GDAL_HTTP_MAX_RETRY": "0",
}


def gdal_options(allow_external: bool) -> dict[str, str]:
    """Options that close the ways out of a process, but those into the network if allowed."""
    return _ALWAYS_DISABLED if allow_external else _ALWAYS_DISABLED | _NETWORK_DISABLED


def apply_gdal_policy(allow_external: bool) -> None:
    """Set the variables; network access is only forbidden if `allow_external` is false."""
    for name, value in _ALWAYS_DISABLED.items():
        os.environ.setdefault(name, value)
    for name, value in _NETWORK_DISABLED.items():
        if not allow_external:
            os.environ.setdefault(name, value)
        elif os.environ.get(name) == value:
            del os.environ[name]
