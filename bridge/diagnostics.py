"""A report for issues: versions, device, settings and the last log, without private paths."""

from __future__ import annotations

import json
import platform
from pathlib import Path
from typing import Any

from qgis.core import Qgis, QgsApplication, QgsProcessingFeedback, QgsSettings
from qgis.PyQt.QtCore import qVersion

from ..backend.common.version import VERSION
from .errors import BridgeError
from .logs import log_folder, logs_in
from .redaction import redact
from .setup import actions
from .setup.state import current_state

#: Lines of the last log that are kept, from its end, and the characters of each.
MAX_LOG_LINES, MAX_LINE_LENGTH = 80, 400
#: Longer lists in the settings of a job, such as those of classes, are only counted.
MAX_LIST_LENGTH = 3
#: The self-test writes a log of its own, which is not the one that is looked for.
_SELF_TEST = "doctor-"


def make_report(feedback: QgsProcessingFeedback) -> actions.Outcome:
    """Run the self-test and report it with versions, settings and the last log, as Markdown."""
    log = last_log(log_folder())
    state = current_state()
    tested: actions.Outcome | None = None
    problem = ""
    try:
        tested = actions.verify(feedback)
    except BridgeError as error:
        problem = f"{error.code}: {error.message}"
    sections = {
        "Versions": _versions(tested.figures.get("versions", {}) if tested else {}),
        "Backend": _backend(state.kind, tested, problem),
        "Settings": _settings(),
        "Log": describe_log(log) if log else "none",
    }
    text = "\n\n".join(f"### {title}\n{content}" for title, content in sections.items())
    return actions.Outcome(state, report=redact(text) + "\n")


def last_log(folder: Path) -> Path | None:
    """The newest log of a job; None where there is none."""
    logs = [log for log in logs_in(folder) if not log.name.startswith(_SELF_TEST)]
    return logs[-1] if logs else None


def describe_log(log: Path) -> str:
    """The job of a log, its settings, and the end of what it wrote."""
    text = log.read_text(encoding="utf-8", errors="replace").partition("\n")[2]
    try:
        settings, end = json.JSONDecoder().raw_decode(text)
    except ValueError:
        settings, end = {}, 0
    lines = text[end:].strip().splitlines()
    kept = [line[:MAX_LINE_LENGTH] for line in lines[-MAX_LOG_LINES:]]
    parts = [f"- job: {log.name.partition('-')[0]}"]
    if isinstance(settings, dict):
        parts += [f"- {name}: {_shortened(value)}" for name, value in settings.items()]
    return "\n".join([*parts, "```", *(kept or ["(nothing was written)"]), "```"])


def _shortened(value: Any) -> str:
    if isinstance(value, (list, dict)) and len(value) > MAX_LIST_LENGTH:
        return f"({len(value)} entries)"
    if isinstance(value, list) and any(isinstance(entry, dict) for entry in value):
        return f"({len(value)} entries)"
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _versions(backend: dict[str, Any]) -> str:
    lines = {
        "GeoDiffNet": VERSION,
        "QGIS": Qgis.version(),
        "Qt": qVersion(),
        "Python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()} {platform.machine()}",
        "language": QgsApplication.locale(),
        "backend": ", ".join(f"{name} {version}" for name, version in backend.items()) or "unknown",
    }
    return _list(lines)


def _backend(kind: str, tested: actions.Outcome | None, problem: str) -> str:
    lines: dict[str, Any] = {"state": kind}
    if tested is None:
        lines["self-test"] = f"failed ({problem})"
    else:
        lines["device"] = tested.device_name
        lines["self-test"] = f"passed in {tested.figures.get('seconds', '?')} s"
    return _list(lines)


def _settings() -> str:
    settings = QgsSettings()
    settings.beginGroup("geodiffnet")
    lines: dict[str, Any] = {key: settings.value(key) for key in sorted(settings.allKeys())}
    settings.endGroup()
    # not the proxy itself, which may have a password
    lines["proxy"] = QgsSettings().value("proxy/proxyEnabled", False, bool)
    return _list(lines)


def _list(lines: dict[str, Any]) -> str:
    return "\n".join(f"- {name}: {value}" for name, value in lines.items())
