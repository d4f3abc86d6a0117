"""Labelled pixels of a scene, from a vector layer or a label raster."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import numpy.typing as npt

from .classes import MapClass
from .similar_names import shorten_list


@dataclass(frozen=True)
class TrainingPixels:
    """Labelled pixels; `group` is the index of the polygon (or other geometry) of each pixel."""

    rows: npt.NDArray[np.int64]
    columns: npt.NDArray[np.int64]
    target: npt.NDArray[np.int64]  # index into classes
    group: npt.NDArray[np.int64]
    classes: tuple[MapClass, ...]
    warnings: tuple[str, ...] = ()
    #: Per class: the geometries on the image, and the pixels that another class contains as well.
    drawn: tuple[int, ...] = ()
    contested: tuple[int, ...] = ()
    #: Per group: the number of the feature in its layer; empty for pixels of a raster.
    features: tuple[int, ...] = ()
    #: Geometries outside of the image, as messages name them.
    outside: tuple[str, ...] = ()
    #: Whether all geometries are points.
    are_points: bool = False
    #: The field that holds the class; empty for a raster, and for a file without fields.
    class_field: str = ""

    def __len__(self) -> int:
        return len(self.rows)

    def group_names(self, groups: npt.NDArray[np.int64]) -> list[str]:
        """Groups as messages name them: by feature, or by the location of their first pixel."""
        present, positions = np.unique(self.group, return_index=True)
        names = []
        for group, first in zip(groups, positions[np.searchsorted(present, groups)], strict=True):
            name = self.classes[self.target[first]].name
            if self.features:
                names.append(geometry_name(self.features[group], name))
            else:
                location = f"row {self.rows[first] + 1}, column {self.columns[first] + 1}"
                names.append(f"{location} ({name})")
        return names

    def subset(self, chosen: npt.NDArray[np.integer | np.bool_]) -> TrainingPixels:
        """The chosen pixels, by index or mask, with all classes."""
        return replace(
            self,
            rows=self.rows[chosen],
            columns=self.columns[chosen],
            target=self.target[chosen],
            group=self.group[chosen],
        )


def geometry_name(feature: int, class_name: str) -> str:
    """A geometry as messages name it."""
    return f"feature {feature} ({class_name})"


def class_field_note(file: str | Path, training_pixels: TrainingPixels) -> str:
    """The message on a class field that was found."""
    return f"{Path(file).name}: “{training_pixels.class_field}” is used as the class field."


def outside_note(names: Sequence[str], images: str = "the image") -> str:
    """The message on geometries outside of the image, or of all images."""
    return f"Geometries outside of {images} ({len(names)}): {shorten_list(names)}."


def drop_contested_pixels(training_pixels: TrainingPixels, width: int) -> TrainingPixels:
    """Exclude pixels of more than one class, and duplicates of pixels of the same class."""
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
    note = f"Pixels with labels of more than one class, excluded: {int((~agreed).sum())}."
    return replace(
        kept,
        contested=tuple(int(n) for n in np.bincount(claims, minlength=count)),
        warnings=(*kept.warnings, note),
    )
