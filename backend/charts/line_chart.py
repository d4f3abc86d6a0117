"""Lines of values over steps, such as a training loss."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from ..compute.subsampling import evenly_spaced
from .axes import LETTER_WIDTH, MAX_POINTS, Frame
from .svg import Svg, path


def line_chart(
    lines: Sequence[tuple[str, np.ndarray, np.ndarray]], x_label: str, y_label: str
) -> Svg:
    """Lines (label, steps, values) in one chart."""
    frame = Frame(
        480.0,
        240.0,
        np.concatenate([xs for _, xs, _ in lines]),
        np.concatenate([ys for _, _, ys in lines]),
        f"{y_label} over {x_label}",
    )
    frame.axes(x_label, y_label)
    position = frame.left + 4
    for number, (label, xs, ys) in enumerate(lines):
        chosen = evenly_spaced(len(xs), MAX_POINTS)
        points = [frame.at(float(xs[i]), float(ys[i])) for i in chosen if np.isfinite(ys[i])]
        frame.drawing.add("path", d=path(points), class_=f"curve s{number % 4}", title=label)
        if len(lines) > 1:
            frame.drawing.add(
                "rect", x=position, y=4, width=10, height=10, class_=f"bar s{number % 4}"
            )
            frame.drawing.text(position + 15, 13, label, "tick")
            position += 34 + LETTER_WIDTH * len(label)
    return frame.drawing
