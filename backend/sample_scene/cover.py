"""The eight land-cover classes of the sample scene: codes, names and colours."""

from __future__ import annotations

from enum import IntEnum


class Cover(IntEnum):
    """Codes in the truth raster, where 0 is the nodata value."""

    FIELD = 1
    WATER = 2
    ROAD = 3
    ROOF = 4
    TREE = 5
    SHADOW = 6
    SOIL = 7
    GRASS = 8

    @property
    def label(self) -> str:
        """The name used in the label layer and the truth raster."""
        return self.name.lower()


COLOURS: dict[Cover, tuple[int, int, int]] = {
    Cover.FIELD: (230, 200, 80),
    Cover.WATER: (50, 110, 200),
    Cover.ROAD: (130, 130, 130),
    Cover.ROOF: (205, 60, 50),
    Cover.TREE: (30, 105, 50),
    Cover.SHADOW: (40, 35, 60),
    Cover.SOIL: (165, 110, 70),
    Cover.GRASS: (145, 205, 95),
}
