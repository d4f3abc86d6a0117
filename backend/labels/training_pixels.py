"""Labelled pixels of a scene, wherever their labels came from."""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np

from .classes import MapClass


@dataclass(frozen=True)
class Examples:
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

    def keep(self, chosen: np.ndarray) -> Examples:
        """The chosen pixels only; classes stay as they are."""
        return replace(
            self,
            rows=self.rows[chosen],
            columns=self.columns[chosen],
            target=self.target[chosen],
            group=self.group[chosen],
        )


def without_contested(examples: Examples, width: int) -> Examples:
    """Leave out pixels that two classes claim, and count one once that one class claims twice."""
    place = examples.rows * width + examples.columns
    order = np.lexsort((examples.group, place))
    place, target = place[order], examples.target[order]
    starts = np.flatnonzero(np.r_[True, place[1:] != place[:-1]])
    agreed = np.minimum.reduceat(target, starts) == np.maximum.reduceat(target, starts)
    kept = examples.keep(order[starts[agreed]])
    count = len(examples.classes)
    if agreed.all():
        return replace(kept, contested=(0,) * count)
    disputed = ~np.repeat(agreed, np.diff(np.r_[starts, len(place)]))
    claims = np.unique(np.column_stack([place[disputed], target[disputed]]), axis=0)[:, 1]
    number = int((~agreed).sum())
    are = "pixels are" if number > 1 else "pixel is"
    return replace(
        kept,
        contested=tuple(int(n) for n in np.bincount(claims, minlength=count)),
        warnings=(*kept.warnings, f"{number} {are} claimed by two classes and left out."),
    )
