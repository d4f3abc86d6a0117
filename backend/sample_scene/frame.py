"""Where things lie in the scene: positions as shares of its width, along and across the river."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from shapely import LineString, Polygon, affinity
from shapely.geometry import box

FULL_WIDTH = 768.0  # metres at which everything has its usual size


@dataclass(frozen=True)
class Frame:
    """A square of land whose valley runs along `angle`; `hand` (1 or -1) is the village's side."""

    width: int
    angle: float
    hand: int

    @property
    def scale(self) -> float:
        """How much smaller than usual parcels, woods and the river are in a small scene."""
        return float(np.clip(self.width / FULL_WIDTH, 0.45, 1.0))

    @property
    def square(self) -> Polygon:
        """The whole scene."""
        return box(0, 0, self.width, self.width)

    def point(self, along: float, across: float) -> tuple[float, float]:
        """Coordinates of a place given from the centre, towards the village and the river."""
        u, v = along * self.hand * self.width, across * self.width
        cos, sin = np.cos(self.angle), np.sin(self.angle)
        middle = self.width / 2
        return float(middle + u * cos - v * sin), float(middle + u * sin + v * cos)

    def rectangle(
        self, centre: tuple[float, float], length: float, depth: float, turn: float = 0.0
    ) -> Polygon:
        """A rectangle whose length lies along the valley, turned by `turn` radians."""
        x, y = centre
        shape = box(x - length / 2, y - depth / 2, x + length / 2, y + depth / 2)
        return affinity.rotate(shape, self.angle + turn, use_radians=True)


def bent_line(
    rng: np.random.Generator, start: tuple[float, float], end: tuple[float, float], bend: float
) -> LineString:
    """A line that sways gently, by up to about the share `bend` of its length."""
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
