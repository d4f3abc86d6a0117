"""Classes of a map: their codes in the raster, names and colours."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..common.class_colours import CONVENTIONAL_COLOURS, DISTINCT_COLOURS
from ..core.errors import UserError, utf8_text
from .similar_names import normalise_name

MAX_CODE = 65_535
#: Characters of a class name.
MAX_NAME_LENGTH = 1000
_COLOUR = re.compile(r"^#[0-9a-fA-F]{6}$")


@dataclass(frozen=True)
class MapClass:
    """A class: `value` is its value in the class field, `code` its value in the map."""

    code: int
    value: str
    name: str
    colour: str

    @property
    def rgb(self) -> tuple[int, int, int]:
        """Red, green and blue from 0 to 255."""
        red, green, blue = bytes.fromhex(self.colour[1:])
        return red, green, blue


@dataclass(frozen=True)
class ClassStyle:
    """Name and colour that the user assigned to a value of the class field."""

    value: str
    name: str = ""
    colour: str = ""


def class_styles(given: Iterable[Mapping[str, object]]) -> list[ClassStyle]:
    """Class styles from the settings of a job."""
    return [
        ClassStyle(str(item["value"]), str(item.get("name", "")), str(item.get("colour", "")))
        for item in given
        if "value" in item
    ]


def make_classes(
    values: Iterable[str], numeric: bool, styles: Sequence[ClassStyle] = ()
) -> tuple[MapClass, ...]:
    """Classes for the distinct values of a class field, in a fixed order.

    Integers from 1 to `MAX_CODE` are used as codes in the map; other values are numbered from 1.
    """
    distinct = set(values)
    given = {
        normalise_name(style.value): ClassStyle(
            style.value, normalise_name(style.name), style.colour
        )
        for style in styles
    }
    names = [given[value].name for value in distinct if value in given]
    if any(len(text) > MAX_NAME_LENGTH for text in (*distinct, *names)):
        raise UserError(
            "labels.name_too_long",
            f"A class name is too long (more than {MAX_NAME_LENGTH} characters).",
            "Choose the field with the class names, or shorten them.",
        )
    ordered = sorted(distinct, key=(lambda value: (_sort_value(value), value)) if numeric else None)
    codes = list(range(1, len(ordered) + 1))
    if numeric and all(1 <= float(value) <= MAX_CODE for value in ordered):
        codes = [int(float(value)) for value in ordered]
    colours = _colours([given.get(value) or ClassStyle(value) for value in ordered])
    return tuple(
        MapClass(
            code, value, utf8_text((given[value].name if value in given else "") or value), colour
        )
        for code, value, colour in zip(codes, ordered, colours, strict=True)
    )


def _sort_value(value: str) -> float:
    """The number in a text, exact if it is an integer."""
    try:
        return int(value)
    except ValueError:
        return float(value)


def _colours(styles: Sequence[ClassStyle]) -> list[str]:
    """The assigned colour, else the customary one of the name, else the next distinct one."""
    chosen: list[str] = [
        style.colour.lower() if _COLOUR.match(style.colour) else "" for style in styles
    ]
    taken = {colour for colour in chosen if colour}
    for index, style in enumerate(styles):
        customary = _customary_colour(style.name or style.value)
        if not chosen[index] and customary and customary not in taken:
            chosen[index] = customary
            taken.add(customary)
    unused_colours = (colour for colour in _generated_colours() if colour not in taken)
    return [colour or next(unused_colours) for colour in chosen]


def _customary_colour(name: str) -> str:
    for pattern, colour in CONVENTIONAL_COLOURS:
        if re.search(pattern, name, re.IGNORECASE):
            return colour
    return ""


def _generated_colours() -> Iterable[str]:
    yield from DISTINCT_COLOURS
    step = 0
    while True:  # hues in steps of the golden angle never repeat
        hue = (0.11 + step * 0.618034) % 1
        red, green, blue = colorsys.hsv_to_rgb(
            hue, 0.5 + 0.4 * (step % 2), 0.9 - 0.25 * (step % 3) / 2
        )
        yield f"#{int(red * 255):02x}{int(green * 255):02x}{int(blue * 255):02x}"
        step += 1
