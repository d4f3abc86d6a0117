"""What has changed in the polygons since a map was made."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass

#: Id, class and geometry (WKB) of each polygon.
Polygons = list[tuple[int, str, bytes]]


@dataclass(frozen=True)
class LabelChanges:
    """The numbers of polygons that differ."""

    drawn: int
    changed: int
    removed: int

    def __bool__(self) -> bool:
        return bool(self.drawn or self.changed or self.removed)


def changes_between(before: Polygons, after: Polygons) -> LabelChanges:
    """The changes from one state to another.

    Ids change when polygons are saved, so polygons of the same class and geometry are the same.
    """
    missing = Counter((name, wkb) for _, name, wkb in before)
    added = Counter((name, wkb) for _, name, wkb in after)
    common = missing & added
    missing, added = missing - common, added - common
    old_ids = {number for number, name, wkb in before if (name, wkb) in missing}
    new_ids = {number for number, name, wkb in after if (name, wkb) in added}
    changed = len(old_ids & new_ids)
    return LabelChanges(sum(added.values()) - changed, changed, sum(missing.values()) - changed)


def digest_of(polygons: Polygons) -> str:
    """A digest of classes and geometries, by which an unchanged layer is recognised later."""
    digest = hashlib.sha256()
    for name, wkb in sorted((name, wkb) for _, name, wkb in polygons):
        for part in (name.encode(), wkb):
            digest.update(len(part).to_bytes(8, "little") + part)
    return digest.hexdigest()
