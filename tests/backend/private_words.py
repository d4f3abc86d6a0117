"""Words that the project once had for itself, and those of the field that replace them."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: What is not written in prose, and what is written instead.
IN_PROSE = {
    r"doors?": "worker protocol",
    r"rooms?(?! on the disk)": "package",
    r"lessons?": "training result",
    r"opinions?": "probabilities",
    r"glimpses?": "context",
    r"(plain|its|their) surroundings": "context features",
    r"learnt": "fitted, trained",
    r"(has|have|had) a say": "contributes",
    r"(is|are|was|were) told": "is reported, is described",
    r"tells? (apart|which|where|how)": "separates, reports",
    r"teach(es)?": "improve the model",
    r"hesitates?": "has low confidence",
    r"looks like nothing": "lies outside the area of applicability",
    r"graphics cards?": "GPU",
    r"the processors?": "the CPU",
    r"thinned": "subsampled",
    r"side by side": "in parallel, next to each other",
    r"walls": "GDAL policy",
    r"reach(es|ing) out": "external reference",
    r"tidying": "cleanup",
    r"(hand|hands|handed) over": "export",
    r"(take|takes|taken|took) back": "remove",
    r"wishes": "options",
    r"bad days?": "failures",
    r"keeps? (its|their) word": "is reliable",
    r"is taken for what": "confusion matrix",
    r"drawn examples?": "training polygons",
    r"labelled examples?": "training samples",
    r"find the best features": "tune diffusion features",
    r"nobody knows": "unknown",
    r"Do it\.": "what is run",
}
#: Parts of names that are not used, and what is used instead.
IN_NAMES = {
    "door": "protocol",
    "room": "package",
    "lesson": "training result",
    "opinion": "probabilities",
    "glimpse": "context",
    "told": "reported",
    "tell": "log, report",
    "tells": "reports",
    "say": "log, report",
    "says": "reports",
    "hear": "receive",
    "heard": "received",
    "learnt": "fitted",
    "learn": "fit, train",
    "surroundings": "context",
    "thinned": "subsampled",
    "fewest": "min",
    "walls": "GDAL policy",
    "tidying": "cleanup",
    "wishes": "options",
    "several": "multiple",
    "sees": "reads",
}
_NAME_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])")


def in_prose(text: str) -> Iterator[str]:
    """What is found in a text, with the words around it and what to write."""
    text = " ".join(text.split())
    for pattern, instead in IN_PROSE.items():
        for match in re.finditer(rf"\b{pattern}(?!\w)", text, re.IGNORECASE):
            around = text[max(0, match.start() - 30) : match.end() + 30]
            yield f"…{around}…: write {instead}"


def in_name(name: str) -> Iterator[str]:
    """What is found in a name of a module, class, function or variable."""
    for part in _NAME_PARTS.findall(name):
        if instead := IN_NAMES.get(part.lower()):
            yield f"{name}: write {instead}"
