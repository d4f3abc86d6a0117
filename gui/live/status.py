"""The texts that say how far the live map is."""

from __future__ import annotations

from typing import Any

from ...bridge.method_titles import method_titles
from ...bridge.translation import tr
from ..map_texts import (
    few_polygons_classes,
    few_polygons_text,
    percent,
    single_location_classes,
    single_location_text,
)
from .request import FIRST, FIRST_METHOD, REFINED, LiveRequest


def waiting(is_ready: bool) -> str:
    """The text while the first map is computed."""
    return tr("Live map: updating …") if is_ready else tr("Live map: starting …")


def extracting(percent: int) -> str:
    """The text while features are extracted in the background."""
    return tr("Extracting features in the background: {}\u00a0%.").format(percent)


def after(stage: str, request: LiveRequest, figures: dict[str, Any]) -> str:
    """The text after a stage of a request, as HTML."""
    is_coarse = stage == REFINED and not figures.get("is_complete", True)
    if is_coarse or (stage == FIRST and request.method != FIRST_METHOD):
        return tr("Live map: refining …")
    if stage in (FIRST, REFINED):
        if request.accuracy is None:
            return tr("Live map: {}; estimating the accuracy …").format(_title(request.method))
        figures = request.accuracy
    accuracy = figures.get("overall_accuracy")
    if accuracy is None:
        text = tr("Live map: {}; accuracy unknown.").format(_title(request.method))
        return text + single_location_text(single_location_classes(figures))
    text = tr("Live map: {}; accuracy {}\u00a0%.").format(_title(request.method), percent(accuracy))
    return text + few_polygons_text(few_polygons_classes(figures))


def _title(method: str) -> str:
    return method_titles((method,))[method].partition(" (")[0]
