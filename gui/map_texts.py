"""Texts of the panel about a map: its accuracy, and whether it is up to date."""

from __future__ import annotations

import html
import time
from collections.abc import Sequence
from typing import Any

from qgis.PyQt.QtCore import QDateTime, QLocale

from ..backend.common.label_counts import RECOMMENDED_POLYGONS
from ..bridge.method_titles import method_titles
from ..bridge.translation import tr
from .label_changes import LabelChanges
from .map_history import MapRecord

REPORT_LINK = "report"
MAX_NAMES = 6


def accuracy_text(record: MapRecord) -> str:
    """The accuracy of a map, or what is needed to estimate it."""
    if record.accuracy is not None:
        text = tr("Cross-validated accuracy: {}\u00a0%.").format(percent(record.accuracy))
        return text + few_polygons_text(record.few)
    needed = tr(
        "Its accuracy cannot be estimated yet: draw at least two polygons of each class at "
        "different locations."
    )
    return needed + single_location_text(record.single)


def single_location_text(names: Sequence[str]) -> str:
    """The sentence that names classes drawn in one location only, as HTML; empty for none."""
    if not names:
        return ""
    return " " + tr("In one location only: {}.").format(_listed(names))


def few_polygons_text(names: Sequence[str]) -> str:
    """The sentence that names classes with too few polygons for an estimate, as HTML."""
    if not names:
        return ""
    return " " + tr("Unreliable, with too few polygons of {}: draw at least {} of each.").format(
        _listed(names), RECOMMENDED_POLYGONS
    )


def _listed(names: Sequence[str]) -> str:
    return html.escape(", ".join(names[:MAX_NAMES])) + (" …" if len(names) > MAX_NAMES else "")


def state_text(record: MapRecord, changes: LabelChanges | None) -> str:
    """Whether a map is up to date; `changes` is None where they are not known in detail."""
    if changes is None:
        return tr("The map is out of date: polygons have changed since.")
    if not changes:
        return tr("The map is up to date.")
    parts = [
        text.format(count)
        for text, count in (
            (tr("{} drawn"), changes.drawn),
            (tr("{} changed"), changes.changed),
            (tr("{} removed"), changes.removed),
        )
        if count
    ]
    return tr("The map is out of date; polygons since then: {}.").format(", ".join(parts))


def earlier_text(record: MapRecord) -> str:
    """Which earlier map is shown."""
    return tr("Earlier map: {}, {}.").format(moment(record.time), method_title(record.method))


def report_link(text: str) -> str:
    """A text followed by a link to the report."""
    return f'{text} <a href="{REPORT_LINK}">{tr("Report")}</a>'


def moment(seconds: float) -> str:
    """The time of a map; with its date where it was made on another day."""
    then = QDateTime.fromSecsSinceEpoch(int(seconds))
    clock = str(then.toString("HH:mm:ss"))
    if then.date() == QDateTime.fromSecsSinceEpoch(int(time.time())).date():
        return clock
    return f"{QLocale().toString(then.date(), QLocale.FormatType.ShortFormat)} {clock}"


def method_title(method: str) -> str:
    """The title of a method without the remark in brackets."""
    return method_titles((method,))[method].partition(" (")[0].partition("（")[0]


def percent(share: float) -> str:
    """A share in percent; only a share of 1 is 100."""
    return f"{min(round(100 * share), 100 if share >= 1 else 99)}"


def single_location_classes(figures: dict[str, Any]) -> tuple[str, ...]:
    """The classes whose recall is unknown."""
    rows = figures.get("classes")
    if not isinstance(rows, list):
        return ()
    return tuple(
        str(row.get("name"))
        for row in rows
        if isinstance(row, dict) and row.get("recall", 0.0) is None
    )


def few_polygons_classes(figures: dict[str, Any]) -> tuple[str, ...]:
    """The classes with too few polygons for a useful estimate of the accuracy."""
    numbers = figures.get("few_polygons")
    return tuple(map(str, numbers)) if isinstance(numbers, dict) else ()
