"""Refuses shapes that cross themselves so often that work on them takes all time and memory."""

from __future__ import annotations

import numpy as np
import shapely

from ..core.errors import UserError

#: A second's work; nothing that anybody draws comes near it.
MAX_CROSSINGS = 1_000_000


def check_crossings(lines: np.ndarray) -> None:
    """Refuse lines or rings that are scribbles.

    Chords laid at random cross about as often as the square of their length over the area.
    """
    corners = shapely.get_num_coordinates(lines).astype(np.float64)
    left, bottom, right, top = shapely.bounds(lines).reshape(-1, 4).T
    with np.errstate(all="ignore"):
        area = np.maximum((right - left) * (top - bottom), 1e-300)
        crossings = np.minimum(shapely.length(lines) ** 2 / area, corners**2)
    if np.nansum(crossings) > MAX_CROSSINGS:
        raise too_many_crossings()


def too_many_crossings() -> UserError:
    """The error for such a shape."""
    return UserError(
        "labels.too_many_crossings",
        "A shape of the labels crosses itself so often that it cannot be used.",
        "Draw it again, or split it into simple shapes, for example with Vector ▸ Geometry Tools ▸ "
        "Fix geometries in QGIS.",
    )
