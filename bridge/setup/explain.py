"""Translates the output of a failed command of pip or Python into an error for the user."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP

from ..errors import BridgeError
from ..translation import tr

#: A pattern in the output, a stable code, what is wrong, what to do; the first match is used.
CAUSES = (
    (
        r"No space left on device|Errno 28|Errno 122|Disk quota exceeded|WinError 112|"
        r"not enough space",
        "setup.no_space",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The disk is full."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet", "Free some disk space and try again; completed downloads are kept."
        ),
    ),
    (
        r"THESE PACKAGES DO NOT MATCH THE HASHES|Expected sha256",
        "setup.hash",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A downloaded file does not match its checksum."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "The download was probably incomplete, or changed by a proxy. Try again. If the "
            "problem persists, please report the file named in the log; it was not installed.",
        ),
    ),
    (
        r"407 Proxy|Proxy Authentication|Cannot connect to proxy|ProxyError|"
        r"Tunnel connection failed|SOCKS support",
        "setup.proxy",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The proxy cannot be reached or refuses the connection."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Check its address, user name and password under Settings ▸ Options ▸ Network, or "
            "install from a wheel folder.",
        ),
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError|"
        r"SSLError|CERTIFICATE_|invalid path to a CA|TLS CA certificate",
        "setup.certificate",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The certificate of the package index is not trusted."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Your network probably inspects encrypted connections with its own certificate. Add it "
            "under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. Also "
            "check the date of the computer.",
        ),
    ),
    (
        r"WinError 206|filename or extension is too long|Errno 36|File name too long|"
        r"enable.long.paths|LongPathsEnabled",
        "setup.long_path",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A path is too long."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Enable long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a "
            "folder with a shorter path (--profiles-path).",
        ),
    ),
    (
        r"WinError 5\b|WinError 32\b|WinError 225|being used by another process|virus",
        "setup.antivirus",
        QT_TRANSLATE_NOOP("GeoDiffNet", "Windows denied access to a file."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Probably an antivirus program is the cause: exclude the folder named in the log from "
            "its scans, close other QGIS windows, and try again.",
        ),
    ),
    (
        r"Permission denied|Errno 13|Read-only file system|Errno 30|Operation not permitted",
        "setup.folder",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A file in the QGIS profile could not be written."),
        QT_TRANSLATE_NOOP("GeoDiffNet", "Check that you own the folder and may write to it."),
    ),
    (
        r"ensurepip is not available|No module named ensurepip|No module named venv|"
        r"python3-venv",
        "setup.no_venv",
        QT_TRANSLATE_NOOP("GeoDiffNet", "This Python lacks the module venv."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet", "Install it; on Debian and Ubuntu: sudo apt install python3-venv"
        ),
    ),
    (
        r"No matching distribution found|Could not find a version that satisfies|"
        r"is not a supported wheel on this platform",
        "setup.not_offered",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A required package is not available."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "The package index that pip is configured to use does not have it, or could not be "
            "reached; see the log.",
        ),
    ),
    (
        r"NewConnectionError|Failed to establish a new connection|Name or service not known|"
        r"Temporary failure in name resolution|getaddrinfo failed|Network is unreachable|"
        r"Connection refused|ConnectTimeout|ReadTimeout|Read timed out|IncompleteRead|"
        r"Connection (?:broken|aborted|reset)|Max retries exceeded|incomplete-download|"
        r"Download failed",
        "setup.network",
        QT_TRANSLATE_NOOP(
            "GeoDiffNet", "The package index cannot be reached, or the connection was interrupted."
        ),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Check the network connection and try again; completed downloads are kept.",
        ),
    ),
)
#: Causes that are only used if no other matches: they are a consequence of other errors.
LOW_PRIORITY_CODES = ("setup.not_offered",)


def explain(output: str, step: str, log: Path) -> BridgeError:
    """The error of a step that failed with this output."""
    log_hint = tr("Log: {}").format(log)
    matching_causes = [cause for cause in CAUSES if re.search(cause[0], output, re.IGNORECASE)]
    matching_causes.sort(key=lambda cause: cause[1] in LOW_PRIORITY_CODES)
    if matching_causes:
        _, code, message, hint = matching_causes[0]
        return BridgeError(code, f"{step}: {tr(message)}", f"{tr(hint)} {log_hint}")
    return BridgeError(
        "setup.failed",
        tr("{} failed: {}").format(step, _last_error(output) or tr("no output")),
        tr("Try again. If the problem persists, please report it and attach the log.")
        + f" {log_hint}",
    )


def _last_error(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(ERROR|error|[A-Za-z.]*Error)\b", line)]
    return (errors or lines or [""])[-1].removeprefix("ERROR: ")[:300]
