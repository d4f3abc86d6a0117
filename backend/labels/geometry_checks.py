"""Refuses geometries with so many self-intersections that they would exhaust the memory."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
import shapely

from ..core.errors import UserError

#: These take about a second; drawn geometries have far fewer.
MAX_CROSSINGS = 1_000_000


def check_crossings(lines: npt.NDArray[np.object_]) -> None:
    """Raise `UserError` for lines or rings with too many self-intersections.

    Their number is estimated as that of random chords: length² / area of the bounding box.
    """
    corners = shapely.get_num_coordinates(lines).astype(np.float64)
    left, bottom, right, top = shapely.bounds(lines).reshape(-1, 4).T
    with np.errstate(all="ignore"):
        area = np.maximum((right - left) * (top - bottom), 1e-300)
        crossings = np.minimum(shapely.length(lines) ** 2 / area, corners**2)
    if np.nansum(crossings) > MAX_CROSSINGS:
        raise too_many_crossings()


def too_many_crossings() -> UserError:
    """The error for a geometry with too many self-intersections."""
    return UserError(
        "labels.too_many_crossings",
        "A geometry of the labels has too many self-intersections.",
        "Draw it again, or split it into simple geometries, for example with Vector ▸ Geometry "
        "Tools ▸ Fix geometries in QGIS.",
    )
