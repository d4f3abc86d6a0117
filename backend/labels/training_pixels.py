"""Labelled pixels of a scene, wherever their labels came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .classes import MapClass


@dataclass(frozen=True)
class TrainingPixels:
    """Labelled pixels; `group` is the number of the drawn shape that each pixel comes from."""

    rows: np.ndarray
    columns: np.ndarray
    target: np.ndarray  # index into classes
    group: np.ndarray
    classes: tuple[MapClass, ...]
    warnings: tuple[str, ...] = ()
    #: Per class: shapes that were drawn, and pixels left out since another class claims them too.
    drawn: tuple[int, ...] = ()
    contested: tuple[int, ...] = ()

    def __len__(self) -> int:
        return len(self.rows)

    def subset(self, chosen: np.ndarray) -> TrainingPixels:
        """The chosen pixels only; classes stay as they are."""
        return replace(
            self,
            rows=self.rows[chosen],
            columns=self.columns[chosen],
            target=self.target[chosen],
            group=self.group[chosen],
        )


def drop_contested_pixels(training_pixels: TrainingPixels, width: int) -> TrainingPixels:
    """Leave out pixels that two classes claim, and count one once that one class claims twice."""
    pixel_index = training_pixels.rows * width + training_pixels.columns
    order = np.lexsort((training_pixels.group, pixel_index))
    pixel_index, target = pixel_index[order], training_pixels.target[order]
    first_of_pixel = np.flatnonzero(np.r_[True, pixel_index[1:] != pixel_index[:-1]])
    agreed = np.minimum.reduceat(target, first_of_pixel) == np.maximum.reduceat(
        target, first_of_pixel
    )
    kept = training_pixels.subset(order[first_of_pixel[agreed]])
    count = len(training_pixels.classes)
    if agreed.all():
        return replace(kept, contested=(0,) * count)
    disputed = ~np.repeat(agreed, np.diff(np.r_[first_of_pixel, len(pixel_index)]))
    claims = np.unique(np.column_stack([pixel_index[disputed], target[disputed]]), axis=0)[:, 1]
    number = int((~agreed).sum())
    are = "pixels are" if number > 1 else "pixel is"
    return replace(
        kept,
        contested=tuple(int(n) for n in np.bincount(claims, minlength=count)),
        warnings=(*kept.warnings, f"{number} {are} claimed by two classes and left out."),
    )
