"""Label efficiency: the number of labels with which a control is as accurate as the default.

For each scene, the control is the one on spectra alone that has the highest mean overall accuracy
over the budgets of the default. Its accuracy is interpolated between budgets on a logarithmic
scale; where it does not reach the default's within the largest budget, the ratio is a lower bound.
Classes with fewer pixels than a budget have all of them drawn, so labels are counted as drawn.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path

import numpy as np

from .contestants import DEFAULT, SPECTRAL_CONTROLS

#: Overall accuracy in percent by budget (labelled pixels of each class).
Curve = Mapping[int, float]

PANEL_WIDTH, PANEL_HEIGHT, MARGIN = 300, 210, 46
COLOURS = {"default": "#1b6ca8", "control": "#b8541a"}


@dataclass(frozen=True)
class Efficiency:
    """The default and the best spectral control of a scene."""

    scene: str
    control: str
    default_curve: Curve
    control_curve: Curve
    labels: Mapping[int, float]  # drawn pixels of each class, in the mean, by budget

    @classmethod
    def of(cls, scene: str, curves: Mapping[str, Curve], class_sizes: Sequence[int]) -> Efficiency:
        """Select the best control of a scene, whose classes have so many pixels to draw from."""
        default = curves[DEFAULT]
        control = max(
            (
                title
                for title in SPECTRAL_CONTROLS
                if curves.get(title, {}).keys() >= default.keys()
            ),
            key=lambda title: np.mean([curves[title][budget] for budget in default]),
        )
        sizes = np.array([size for size in class_sizes if size])
        labels = {budget: float(np.minimum(sizes, budget).mean()) for budget in curves[control]}
        return cls(scene, control, default, curves[control], labels)

    def ratio(self, budget: int) -> tuple[float, bool]:
        """Ratio of the control's labels to the default's, and whether it is a lower bound."""
        wanted, own = self.default_curve[budget], self.labels[budget]
        budgets = sorted(self.control_curve)
        labels = [self.labels[b] for b in budgets]
        # accuracy may fall with more labels: use the maximum so far
        reached = np.maximum.accumulate([self.control_curve[b] for b in budgets])
        if wanted > reached[-1]:
            return labels[-1] / own, True
        if wanted <= reached[0]:
            return labels[0] / own, False
        after = int(np.argmax(reached >= wanted))
        low, high = reached[after - 1], reached[after]
        share = (wanted - low) / (high - low)
        logs = np.log(labels[after - 1 : after + 1])
        return float(np.exp(logs[0] + share * (logs[1] - logs[0]))) / own, False


def table(found: Sequence[Efficiency]) -> Iterator[str]:
    """A Markdown table of the ratios by budget, with the median of each scene."""
    budgets = sorted({budget for one in found for budget in one.default_curve})
    yield "| scene | best spectral control | " + " | ".join(map(str, budgets)) + " | median |"
    yield "|---|---" + "|---:" * (len(budgets) + 1) + "|"
    for one in found:
        ratios = {budget: one.ratio(budget) for budget in budgets if budget in one.default_curve}
        cells = [_shown(*ratios[budget]) if budget in ratios else "" for budget in budgets]
        middle = float(np.median([ratio for ratio, _ in ratios.values()]))
        yield f"| {one.scene} | {one.control} | " + " | ".join(cells) + f" | {middle:.1f} |"


def _shown(ratio: float, bound: bool) -> str:
    return f"≥ {ratio:.1f}" if bound else f"{ratio:.1f}"


def write_chart(found: Sequence[Efficiency], target: Path) -> None:
    """Accuracy over labels, a panel for each scene, as SVG."""
    columns = 2
    rows = -(-len(found) // columns)
    width, height = columns * PANEL_WIDTH, rows * PANEL_HEIGHT + 8
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        'font-family="sans-serif" font-size="11">',
        f'<rect width="{width}" height="{height}" fill="white"/>',
    ]
    for number, one in enumerate(found):
        left, top = number % columns * PANEL_WIDTH, number // columns * PANEL_HEIGHT
        parts.append(f'<g transform="translate({left} {top})">{"".join(_panel(one))}</g>')
    target.write_text("\n".join([*parts, "</svg>"]) + "\n", encoding="utf-8")


def _panel(one: Efficiency) -> Iterator[str]:
    budgets = sorted(one.default_curve.keys() | one.control_curve.keys())
    values = [*one.default_curve.values(), *one.control_curve.values()]
    low, high = 5 * np.floor(min(values) / 5), min(100.0, 5 * np.ceil(max(values) / 5))
    if high <= low:
        low = high - 5

    def x(budget: float) -> float:
        share = np.log(budget / budgets[0]) / max(np.log(budgets[-1] / budgets[0]), 1e-9)
        return MARGIN + share * (PANEL_WIDTH - MARGIN - 18)

    def y(value: float) -> float:
        return 40 + (high - value) / (high - low) * (PANEL_HEIGHT - 84)

    yield f'<text x="{MARGIN}" y="16" font-size="13" font-weight="bold">{escape(one.scene)}</text>'
    for value in np.linspace(low, high, 6):
        yield f'<path d="M{MARGIN} {y(value):.1f}H{PANEL_WIDTH - 18}" stroke="#ddd"/>'
        yield f'<text x="{MARGIN - 6}" y="{y(value) + 4:.1f}" text-anchor="end">{value:.0f}</text>'
    for budget in budgets:
        place = f'x="{x(budget):.1f}" y="{PANEL_HEIGHT - 28}"'
        yield f'<text {place} text-anchor="middle">{budget}</text>'
    yield (
        f'<text x="{(MARGIN + PANEL_WIDTH - 18) / 2}" y="{PANEL_HEIGHT - 12}" '
        'text-anchor="middle">labelled pixels a class</text>'
    )
    lines = (
        ("GeoDiffNet-F", one.default_curve, COLOURS["default"]),
        (one.control, one.control_curve, COLOURS["control"]),
    )
    for number, (label, curve, colour) in enumerate(lines):
        points = [f"{x(budget):.1f},{y(curve[budget]):.1f}" for budget in sorted(curve)]
        yield (
            f'<polyline points="{" ".join(points)}" fill="none" stroke="{colour}" '
            'stroke-width="2"/>'
        )
        for point in points:
            across, down = point.split(",")
            yield f'<circle cx="{across}" cy="{down}" r="3" fill="{colour}"/>'
        yield (
            f'<text x="{PANEL_WIDTH - 18}" y="{14 + 13 * number}" text-anchor="end" '
            f'fill="{colour}">{escape(label)}</text>'
        )
