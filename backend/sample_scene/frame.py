"""Positions in the scene as shares of its width, along and across the valley."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely import LineString, Polygon, affinity
from shapely.geometry import box

#: Width in metres of a scene in which parcels, woods and the river have their full size.
FULL_WIDTH = 768.0


@dataclass(frozen=True)
class Frame:
    """A square of land with a valley in the direction `angle` and a village on `side` (1 or -1)."""

    width: int
    angle: float
    side: int

    @property
    def scale(self) -> float:
        """The factor by which parcels, woods and the river are smaller in a small scene."""
        return float(np.clip(self.width / FULL_WIDTH, 0.45, 1.0))

    @property
    def square(self) -> Polygon:
        """The extent of the scene."""
        return box(0, 0, self.width, self.width)

    def point(self, along: float, across: float) -> tuple[float, float]:
        """Coordinates of a position relative to the centre: along the valley and across it."""
        u, v = along * self.side * self.width, across * self.width
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        middle = self.width / 2
        return float(middle + u * cos - v * sin), float(middle + u * sin + v * cos)

    def rectangle(
        self, centre: tuple[float, float], length: float, depth: float, turn: float = 0.0
    ) -> Polygon:
        """A rectangle with its length along the valley, rotated by `turn` radians."""
        x, y = centre
        rectangle = box(x - length / 2, y - depth / 2, x + length / 2, y + depth / 2)
        return affinity.rotate(rectangle, self.angle + turn, use_radians=True)


def bent_line(
    rng: np.random.Generator, start: tuple[float, float], end: tuple[float, float], bend: float
) -> LineString:
    """A slightly curved line, displaced by up to about the share `bend` of its length."""
    share = np.linspace(0, 1, 40)
    begin, finish = np.array(start), np.array(end)
    straight = begin + share[:, None] * (finish - begin)
    side = np.array([-(finish - begin)[1], (finish - begin)[0]])
    sway = np.sin(np.pi * share) * rng.uniform(-bend, bend)
    sway += 0.5 * np.sin(2 * np.pi * share) * rng.uniform(-bend, bend)
    return LineString(straight + sway[:, None] * side)


def blob(rng: np.random.Generator, centre: tuple[float, float], radius: float) -> Polygon:
    """An irregular round shape."""
    theta = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    reach = np.full(theta.size, radius)
    for order in (2, 3, 5):
        reach += radius * 0.35 / order * np.sin(order * theta + rng.uniform(0, 2 * np.pi))
    x, y = centre
    return Polygon(np.stack([x + reach * np.cos(theta), y + reach * np.sin(theta)], axis=1))
