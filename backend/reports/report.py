"""Renders a report as one self-contained HTML file and writes its numbers as JSON beside it."""

from __future__ import annotations

import json
import math
import re
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np

from .. import VERSION
from ..core.errors import utf8_text
from ..files.output_files import (
    NUMBERS_MARK,
    NUMBERS_OWNER,
    numbers_path,
    owner_name,
    report_output,
)
from ..files.pending_files import PendingFiles
from ..files.resources import resource_folder
from .content import Report

TEMPLATES = resource_folder("report")


def write_report(content: Report, target: Path, files: PendingFiles) -> Path:
    """Write the page and its numbers beside it; both appear when `files` are published."""
    files.declare(report_output(target))
    files.add(target).write_text(utf8_text(render(content)), encoding="utf-8")
    numbers = numbers_as_json(content, owner_name(target))
    files.add(numbers_path(target)).write_text(numbers, encoding="utf-8")
    return target


def render(content: Report, when: datetime | None = None) -> str:
    """The page as HTML."""
    import jinja2  # not loaded by jobs that write no report

    environment = jinja2.Environment(
        loader=jinja2.FileSystemLoader(TEMPLATES),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=jinja2.StrictUndefined,
    )
    environment.filters["breakable"] = breakable
    template = environment.get_template("report.html")
    moment = when or datetime.now(UTC).astimezone()
    return template.render(
        report=content, version=VERSION, when=moment.strftime("%Y-%m-%d %H:%M %Z").strip()
    )


def breakable(text: str) -> str:
    """The text with zero-width spaces at which a very long word may be broken."""
    return re.sub(r"(\S{14})(?=\S{3})", "\\1\u200b", text)


def numbers_as_json(content: Report, report: str = "") -> str:
    """The numbers of a report as JSON; NaN becomes null. `report` is the file name of the page."""
    numbers = {
        "title": content.title,
        **content.numbers,
        NUMBERS_MARK: VERSION,
        NUMBERS_OWNER: report,
    }
    return json.dumps(json_value(numbers), ensure_ascii=False, indent=2, allow_nan=False) + "\n"


def json_value(value: Any) -> Any:
    """The value with arrays as lists, paths as texts and NaN as None, as JSON requires."""
    if isinstance(value, dict):
        return {str(key): json_value(item) for key, item in value.items()}
    if isinstance(value, np.ndarray | np.generic):
        value = value.tolist()
    if isinstance(value, list | tuple):
        return [json_value(item) for item in value]
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    return utf8_text(str(value)) if isinstance(value, str | Path) else value
