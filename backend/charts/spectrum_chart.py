"""Mean spectra of classes, one per chart or all in one."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..compute.subsampling import evenly_spaced
from .axes import MAX_POINTS, Frame
from .svg import Svg, path


def class_spectrum(
    positions: np.ndarray,
    mean: np.ndarray,
    low: np.ndarray,
    high: np.ndarray,
    colour: str,
    limits: tuple[float, float],
    x_label: str,
    label: str,
) -> Svg:
    """The mean spectrum of a class with its range; no line crosses a gap between bands."""
    frame = Frame(300.0, 180.0, positions, np.array(limits), label, ticks=3)
    frame.axes(x_label, "")
    for run in finite_runs(positions):
        chosen = run[evenly_spaced(len(run), MAX_POINTS)]
        upper = [frame.at(positions[i], high[i]) for i in chosen]
        lower = [frame.at(positions[i], low[i]) for i in chosen]
        frame.drawing.add(
            "path", d=path(upper + lower[::-1], closed=True), class_="band", fill=colour
        )
        points = [frame.at(positions[i], mean[i]) for i in chosen]
        frame.drawing.add("path", d=path(points), class_="halo")
        frame.drawing.add("path", d=path(points), class_="mean", stroke=colour)
    return frame.drawing


def mean_spectra(
    positions: np.ndarray,
    means: Sequence[tuple[str, str, np.ndarray]],
    limits: tuple[float, float],
    x_label: str,
    y_label: str,
) -> Svg:
    """The mean spectra of all classes (name, colour, values) in one chart."""
    frame = Frame(480.0, 270.0, positions, np.array(limits), "Mean spectra of the classes")
    frame.axes(x_label, y_label)
    for name, colour, values in means:
        for run in finite_runs(positions):
            chosen = run[evenly_spaced(len(run), MAX_POINTS)]
            points = [frame.at(positions[i], values[i]) for i in chosen]
            frame.drawing.add("path", d=path(points), class_="halo")
            frame.drawing.add("path", d=path(points), class_="mean", stroke=colour, title=name)
    return frame.drawing


def finite_runs(positions: np.ndarray) -> list[np.ndarray]:
    """Indexes of the bands in runs without gaps, ordered by position."""
    order = np.argsort(positions, kind="stable")
    if len(order) < 3:
        return [order]
    steps = np.diff(positions[order])
    breaks = np.flatnonzero(steps > 6 * max(float(np.median(steps)), 1e-9)) + 1
    return np.split(order, breaks)
