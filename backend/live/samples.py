"""Training samples that come with a request, and the overlaps among them."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping, Sequence
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
    claims = np.unique(np.column_stack([index, claimed.target]), axis=0)
    pixels, first, counts = np.unique(claims[:, 0], return_index=True, return_counts=True)
    pairs: dict[tuple[int, int], list[int]] = {}
    for position in np.flatnonzero(counts > 1).tolist():
        start, count = int(first[position]), int(counts[position])
        classes = claims[start : start + count, 1].tolist()
        for number, one in enumerate(classes):
            for other in classes[number + 1 :]:
                pairs.setdefault((one, other), []).append(int(pixels[position]))
    names = [entry.name for entry in claimed.classes]
    largest = sorted(pairs.items(), key=lambda item: (-len(item[1]), item[0]))
    return {
        "pixels": int((counts > 1).sum()),
        "pairs": [
            {
                "classes": [names[one], names[other]],
                "pixels": len(found),
                "extent": _extent(np.array(found, np.int64), grid),
            }
            for (one, other), found in largest[:MAX_LISTED_PAIRS]
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
