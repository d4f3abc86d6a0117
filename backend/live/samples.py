"""Training samples that come with a request, and the overlaps among them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

import numpy as np
import numpy.typing as npt
import shapely
from rasterio.crs import CRS
from rasterio.errors import CRSError

from ..core.errors import InvalidJob
from ..labels.labelled_geometries import LabelledGeometries
from ..labels.training_pixels import TrainingPixels
from ..scene.grid import Grid

#: Pairs of classes that are listed with their overlaps, the largest first.
MAX_LISTED_PAIRS = 20


def parse_samples(
    samples: Sequence[Mapping[str, Any]], numeric: bool, crs: str | None, grid: Grid
) -> LabelledGeometries:
    """The samples of a request, as those of a layer; without `crs`, in that of the scene."""
    values: list[str | None] = []
    content: list[bytes] = []
    for sample in samples:
        value, geometry = sample.get("class"), sample.get("wkb")
        if not isinstance(value, str) or not isinstance(geometry, str):
            raise InvalidJob(
                "A sample has no class or no geometry.",
                'Give each sample as {"class": "name", "wkb": "base64"}.',
            )
        values.append(value.strip() or None)
        content.append(_decoded(geometry))
    geometries = shapely.from_wkb(np.array(content, object), on_invalid="ignore")
    numbers = list(range(1, len(values) + 1))
    return LabelledGeometries(geometries, values, numeric, _crs(crs, grid), numbers)


def _decoded(geometry: str) -> bytes:
    try:
        return base64.b64decode(geometry, validate=True)
    except (binascii.Error, ValueError) as error:
        raise InvalidJob(
            f"The geometry {geometry[:40]!r} of a sample is not in base64.",
            "Give geometries as WKB in base64.",
        ) from error


def _crs(text: str | None, grid: Grid) -> CRS | None:
    if text is None:
        return grid.crs
    try:
        return CRS.from_user_input(text) if text else None
    except CRSError as error:
        raise InvalidJob(
            f"The coordinate reference system {text[:80]!r} of the samples is unknown.",
            "Give it as WKT, or as AUTHORITY:CODE.",
        ) from error


def find_conflicts(claimed: TrainingPixels, grid: Grid) -> dict[str, Any]:
    """Pixels that several classes claim: their number, and the pairs of classes with an extent."""
    index = claimed.rows * grid.width + claimed.columns
    count = len(claimed.classes)
    claims = np.sort(index * count + claimed.target)
    claims = claims[np.r_[True, claims[1:] != claims[:-1]]]  # quicker than np.unique
    pixels, target = np.divmod(claims, count)
    is_next = np.r_[pixels[1:] == pixels[:-1], False]  # the next claim is to the same pixel
    is_shared = is_next | np.r_[False, is_next[:-1]]
    pixels, target = pixels[is_shared], target[is_shared]
    of_class = {int(one): pixels[target == one] for one in np.unique(target)}
    pairs = [
        (one, other, shared)
        for one, other in combinations(of_class, 2)
        if len(shared := np.intersect1d(of_class[one], of_class[other], assume_unique=True))
    ]
    pairs.sort(key=lambda pair: -len(pair[2]))
    names = [entry.name for entry in claimed.classes]
    return {
        "pixels": len(np.unique(pixels)),
        "pairs": [
            {
                "classes": [names[one], names[other]],
                "pixels": len(shared),
                "extent": _extent(shared, grid),
            }
            for one, other, shared in pairs[:MAX_LISTED_PAIRS]
        ],
    }


def _extent(pixels: npt.NDArray[np.int64], grid: Grid) -> list[float]:
    """Left, bottom, right and top of pixels in map coordinates."""
    rows, columns = np.divmod(pixels, grid.width)
    corners = [
        grid.map_transform @ (x, y)
        for x in (int(columns.min()), int(columns.max()) + 1)
        for y in (int(rows.min()), int(rows.max()) + 1)
    ]
    xs, ys = zip(*corners, strict=True)
    return [min(xs), min(ys), max(xs), max(ys)]
