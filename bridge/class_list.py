"""Parses lists of classes, and assigns colours to classes without one."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from qgis.PyQt.QtGui import QColor

from ..backend.common.class_colours import CONVENTIONAL_COLOURS, DISTINCT_COLOURS
from .errors import BridgeError
from .translation import tr

GOLDEN_ANGLE = 137.508


@dataclass(frozen=True)
class TrainingClass:
    """A class of the training samples."""

    name: str
    colour: str  # "#rrggbb"
    #: Its value in a field of integers; a text field holds the name itself.
    code: int | None = None

    @property
    def value(self) -> int | str:
        """Its value in the class field."""
        return self.name if self.code is None else self.code


def parse_classes(text: str) -> list[TrainingClass]:
    """Classes from lines or a comma-separated list of `name` or `name=#rrggbb`."""
    classes: list[TrainingClass] = []
    entries = [part.strip() for part in re.split(r"[\n,;]+", text) if part.strip()]
    # A colour that the user chose is not assigned to another class.
    taken = {part.rpartition("=")[2].strip().lower() for part in entries if "=" in part}
    for part in entries:
        name, _, colour = (piece.strip() for piece in part.partition("="))
        if not name:
            raise BridgeError(
                "classes.unnamed",
                tr("A class has no name: {}").format(part),
                tr("Enter a name before the colour, for example water=#2f7fd1."),
            )
        if colour and not QColor.isValidColor(colour):
            raise BridgeError(
                "classes.colour",
                tr("The colour of the class {} is invalid: {}").format(name, colour),
                tr("Enter it as #rrggbb, for example water=#2f7fd1, or omit it."),
            )
        if name in {entry.name for entry in classes}:
            raise BridgeError(
                "classes.duplicate",
                tr("The class {} occurs twice in the list.").format(name),
                tr("Enter each class once."),
            )
        chosen = QColor(colour).name() if colour else new_colour(name, taken)
        taken.add(chosen)
        classes.append(TrainingClass(name, chosen))
    return classes


def unique_name(name: str, taken: Collection[str]) -> str:
    """The name, with a number where it is taken."""
    number, wanted = 1, name
    while name in taken:
        number += 1
        name = f"{wanted} ({number})"
    return name


def new_colour(name: str, taken: Collection[str]) -> str:
    """The conventional colour of a class of that name, otherwise one that is not taken."""
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
