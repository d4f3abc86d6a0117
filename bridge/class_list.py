"""Lists of classes as people write them, and colours for classes that have none yet."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtGui import QColor

from .errors import BridgeError

#: Colours people expect, by a word in the class's name; the backend knows the same ones.
CONVENTIONAL_COLOURS = (
    (r"water|river|lake|sea|wasser|eau|agua|水", "#2f7fd1"),
    (r"shadow|schatten|ombre|sombra|阴影", "#3b3f54"),
    (r"tree|forest|wood|baum|wald|arbre|for[eê]t|[aá]rbol|树|林", "#1b6e34"),
    (r"grass|meadow|lawn|low veg|wiese|gras|herbe|pasto|草", "#8fce5a"),
    (r"field|crop|acker|feld|champ|cultivo|田", "#e3c94f"),
    (r"soil|bare|sand|boden|sol\b|suelo|土", "#b07a4a"),
    (r"road|street|asphalt|pavement|stra(ss|ß)e|route|calle|路", "#8a8f98"),
    (r"roof|building|house|urban|dach|toit|techo|屋", "#d1453b"),
)
#: Told apart from each other, by those who see no red or green as well.
DISTINCT_COLOURS = (
    "#4477aa", "#ee6677", "#228833", "#ccbb44", "#66ccee", "#aa3377", "#ee8866", "#999933",
    "#332288", "#44aa99", "#882255", "#ddcc77", "#117733", "#88ccee", "#cc6677", "#aa4499",
)  # fmt: skip
GOLDEN_ANGLE = 137.508


@dataclass(frozen=True)
class TrainingClass:
    """A class that polygons are drawn for."""

    name: str
    colour: str  # "#rrggbb"


def parse_classes(text: str) -> list[TrainingClass]:
    """Classes from lines or a comma-separated list of `name` or `name=#rrggbb`."""
    classes: list[TrainingClass] = []
    entries = [part.strip() for part in re.split(r"[\n,;]+", text) if part.strip()]
    # Colours that the user chose are not given to another class by chance.
    taken = {part.rpartition("=")[2].strip().lower() for part in entries if "=" in part}
    for part in entries:
        name, _, colour = (piece.strip() for piece in part.partition("="))
        if not name:
            raise BridgeError(
                "classes.unnamed",
                _tr("A class has no name: {}").format(part),
                _tr("Write a name before the colour, such as water=#2f7fd1."),
            )
        if colour and not QColor.isValidColor(colour):
            raise BridgeError(
                "classes.colour",
                _tr("The class {} has no colour that can be read: {}").format(name, colour),
                _tr("Write it as #rrggbb, such as water=#2f7fd1, or leave it away."),
            )
        if name in {entry.name for entry in classes}:
            raise BridgeError(
                "classes.duplicate",
                _tr("The class {} is in the list twice.").format(name),
                _tr("Name each class once."),
            )
        chosen = QColor(colour).name() if colour else new_colour(name, taken)
        taken.add(chosen)
        classes.append(TrainingClass(name, chosen))
    return classes


def new_colour(name: str, taken: Collection[str]) -> str:
    """The colour people expect for a class of that name, else one that no class has yet."""
    for pattern, colour in CONVENTIONAL_COLOURS:
        if re.search(pattern, name, re.IGNORECASE) and colour not in taken:
            return colour
    for colour in DISTINCT_COLOURS:
        if colour not in taken:
            return colour
    step = len(taken)
    while True:
        hue = round(step * GOLDEN_ANGLE) % 360
        colour = QColor.fromHsv(hue, 140 + step % 3 * 50, 230 - step % 4 * 35).name()
        if colour not in taken:
            return colour
        step += 1


def _tr(text: str) -> str:
    return QCoreApplication.translate("GeoDiffNet", text)
