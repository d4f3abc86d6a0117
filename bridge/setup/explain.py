"""What went wrong in set-up, in plain words: read from what pip and Python said last."""

from __future__ import annotations

import re
from pathlib import Path

from qgis.PyQt.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from ..errors import BridgeError

#: A pattern in the output, a stable code, what is wrong, what to do; the first that fits counts.
CAUSES = (
    (
        r"No space left on device|Errno 28|Errno 122|Disk quota exceeded|WinError 112|"
        r"not enough space",
        "setup.no_space",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The disk became full."),
        QT_TRANSLATE_NOOP("GeoDiffNet", "Free some space; what was downloaded is kept."),
    ),
    (
        r"THESE PACKAGES DO NOT MATCH THE HASHES|Expected sha256",
        "setup.hash",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A downloaded file is not the one that was tested."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "A broken download or a proxy that changes files is likely. Try again; if it stays, "
            "nothing unsafe was installed, and the file named in the log should be reported.",
        ),
    ),
    (
        r"407 Proxy|Proxy Authentication|Cannot connect to proxy|ProxyError|"
        r"Tunnel connection failed|SOCKS support",
        "setup.proxy",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The proxy refuses, or is not there."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Check address, user and password under Settings ▸ Options ▸ Network, or install "
            "from a folder of wheels.",
        ),
    ),
    (
        r"CERTIFICATE_VERIFY_FAILED|certificate verify failed|SSLCertVerificationError|"
        r"SSLError|CERTIFICATE_|invalid path to a CA|TLS CA certificate",
        "setup.certificate",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The certificate of the package index is not trusted."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Your network probably opens encrypted connections with a certificate of its own. Add "
            "that under Settings ▸ Options ▸ Authentication ▸ Manage Certificates, and try again. "
            "A wrong date of the computer has the same effect.",
        ),
    ),
    (
        r"WinError 206|filename or extension is too long|Errno 36|File name too long|"
        r"enable.long.paths|LongPathsEnabled",
        "setup.long_path",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A path became too long."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Allow long paths in Windows (LongPathsEnabled), or start QGIS with a profile in a "
            "shorter folder (--profiles-path).",
        ),
    ),
    (
        r"WinError 5\b|WinError 32\b|WinError 225|being used by another process|virus",
        "setup.antivirus",
        QT_TRANSLATE_NOOP("GeoDiffNet", "Windows did not let a file be written or opened."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "An antivirus program is the likely cause: let it skip the folder named in the log, "
            "close other windows of QGIS, and try again.",
        ),
    ),
    (
        r"Permission denied|Errno 13|Read-only file system|Errno 30|Operation not permitted",
        "setup.folder",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A file in the profile could not be written."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet", "Check that the folder belongs to you and no program protects it."
        ),
    ),
    (
        r"ensurepip is not available|No module named ensurepip|No module named venv|"
        r"python3-venv",
        "setup.no_venv",
        QT_TRANSLATE_NOOP("GeoDiffNet", "This Python lacks the module that makes environments."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet", "Install it; on Debian and Ubuntu: sudo apt install python3-venv"
        ),
    ),
    (
        r"No matching distribution found|Could not find a version that satisfies|"
        r"is not a supported wheel on this platform",
        "setup.not_offered",
        QT_TRANSLATE_NOOP("GeoDiffNet", "A package that is needed is not offered here."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "If the network was reached, the index that pip is configured to use lacks it; if it "
            "was not, the log says why.",
        ),
    ),
    (
        r"NewConnectionError|Failed to establish a new connection|Name or service not known|"
        r"Temporary failure in name resolution|getaddrinfo failed|Network is unreachable|"
        r"Connection refused|ConnectTimeout|ReadTimeout|Read timed out|IncompleteRead|"
        r"Connection (?:broken|aborted|reset)|Max retries exceeded|incomplete-download|"
        r"Download failed",
        "setup.network",
        QT_TRANSLATE_NOOP("GeoDiffNet", "The package index cannot be reached, or broke off."),
        QT_TRANSLATE_NOOP(
            "GeoDiffNet",
            "Check the network and try again: files that are complete are not downloaded twice.",
        ),
    ),
)
#: What pip says when it gives up hides why: these lines are not the cause if another one fits.
LOW_PRIORITY_CODES = ("setup.not_offered",)


def explain(output: str, step: str, log: Path) -> BridgeError:
    """The error for a step that failed with this output."""
    log_hint = _tr("Log: {}").format(log)
    matching_causes = [cause for cause in CAUSES if re.search(cause[0], output, re.IGNORECASE)]
    matching_causes.sort(key=lambda cause: cause[1] in LOW_PRIORITY_CODES)
    if matching_causes:
        _, code, message, hint = matching_causes[0]
        return BridgeError(code, f"{step}: {_tr(message)}", f"{_tr(hint)} {log_hint}")
    return BridgeError(
        "setup.failed",
        _tr("{} failed: {}").format(step, _last_error(output) or _tr("without a word")),
        _tr("Try again; if it stays, please report it with the log.") + f" {log_hint}",
    )


def _last_error(output: str) -> str:
    lines = [line.strip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if re.match(r"(ERROR|error|[A-Za-z.]*Error)\b", line)]
    return (errors or lines or [""])[-1].removeprefix("ERROR: ")[:300]


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
