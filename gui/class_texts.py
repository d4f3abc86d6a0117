"""Short texts of the class table, and the sentence on a class below it."""

from __future__ import annotations

from ..bridge.translation import tr
from .class_accuracy import ClassAccuracy
from .map_texts import percent
from .numbers import number_text
from .statistics import ClassStatistics

SQUARE_KILOMETRE, HECTARE = 1_000_000.0, 10_000.0
UP, DOWN = "▲", "▼"


def header_title(column: int) -> str:
    """The title of a column, short enough for a panel of 300 pixels."""
    return (
        "",
        "",
        tr("Class"),
        tr("Pol."),
        tr("Pixels"),
        tr("Recall"),
        tr("Prec."),
        "ha",
        "",
    )[column]


def header_tip(column: int) -> str:
    """What a column contains."""
    return (
        "",
        "",
        "",
        tr("Number of training polygons"),
        tr("Number of pixels in training polygons"),
        tr(
            "Recall (producer's accuracy) in percent: the share of the pixels of this class that "
            "are mapped as this class, in the cross-validation. An arrow shows a change since the "
            "last update."
        ),
        tr(
            "Precision (user's accuracy) in percent: the share of the pixels mapped as this class "
            "that are of this class, in the cross-validation. An arrow shows a change since the "
            "last update."
        ),
        tr("Area of the class in the map, in the unit of the heading"),
        tr("What is missing, or wrong: select the class to read it below the table."),
    )[column]


def percent_text(share: float | None) -> str:
    """A share in percent, or a dash; the sign is in the tooltip of its column."""
    return "–" if share is None else percent(share)


def share_text(share: float) -> str:
    """A share with its sign."""
    return f"{percent(share)}\u00a0%"


def change_arrow(change: float | None) -> str:
    """An arrow for a change."""
    if change is None:
        return ""
    return UP if change > 0 else DOWN


def area_unit(largest: float) -> tuple[str, float]:
    """The unit for areas of which this is the largest, and its size in square metres."""
    if largest >= 10 * SQUARE_KILOMETRE:
        return "km²", SQUARE_KILOMETRE
    return ("ha", HECTARE) if largest >= HECTARE else ("m²", 1.0)


def area_number(square_metres: float | None, unit: float) -> str:
    """An area in a unit, with two significant digits at least."""
    if square_metres is None:
        return "–"
    number = square_metres / unit
    if number == 0 or number >= 10:
        return number_text(number)
    return number_text(number, 1 if number >= 1 else 2)


def area_text(square_metres: float) -> str:
    """An area with a unit that suits it."""
    name, unit = area_unit(square_metres)
    return f"{area_number(square_metres, unit)}\u00a0{name}"


def class_summary(samples: ClassStatistics, accuracy: ClassAccuracy) -> str:
    """All that is known of a class, also what does not fit into the table."""
    parts = [tr("{} polygons").format(samples.polygons)]
    if samples.pixels is not None:
        parts.append(tr("{} pixels").format(number_text(samples.pixels)))
    if accuracy.recall is not None:
        parts.append(tr("recall {}").format(share_text(accuracy.recall)))
    if accuracy.precision is not None:
        parts.append(tr("precision {}").format(share_text(accuracy.precision)))
    if accuracy.area is not None:
        parts.append(area_text(accuracy.area))
    return ", ".join(parts)
