"""Short texts of the class table, and the sentence on a class below it."""

from __future__ import annotations

from ..bridge.translation import tr
from .class_accuracy import ClassAccuracy
from .map_texts import percent
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
        tr("Area"),
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
        tr("Area of the class in the map"),
        tr("What is missing, or wrong: select the class to read it below the table."),
    )[column]


def percent_text(share: float | None) -> str:
    """A share in percent, or a dash; the sign is in the tooltip of its column."""
    return "–" if share is None else percent(share)


def share_text(share: float) -> str:
    """A share with its sign."""
    return f"{percent(share)}\u202f%"


def change_arrow(change: float | None) -> str:
    """An arrow for a change."""
    if change is None:
        return ""
    return UP if change > 0 else DOWN


def area_text(square_metres: float | None) -> str:
    """An area in a unit that suits it."""
    if square_metres is None:
        return "–"
    if square_metres >= 10 * SQUARE_KILOMETRE:
        return f"{square_metres / SQUARE_KILOMETRE:,.0f}\u202fkm²"
    if square_metres >= HECTARE:
        hectares = square_metres / HECTARE
        return f"{hectares:,.0f}\u202fha" if hectares >= 10 else f"{hectares:.1f}\u202fha"
    return f"{square_metres:,.0f}\u202fm²"


def class_summary(samples: ClassStatistics, accuracy: ClassAccuracy) -> str:
    """All that is known of a class, also what the table has no room for."""
    parts = [tr("{} polygons").format(samples.polygons)]
    if samples.pixels is not None:
        parts.append(tr("{} pixels").format(f"{samples.pixels:,}"))
    if accuracy.recall is not None:
        parts.append(tr("recall {}").format(share_text(accuracy.recall)))
    if accuracy.precision is not None:
        parts.append(tr("precision {}").format(share_text(accuracy.precision)))
    if accuracy.area is not None:
        parts.append(area_text(accuracy.area))
    return ", ".join(parts)
