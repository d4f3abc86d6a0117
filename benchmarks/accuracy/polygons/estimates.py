"""The estimated accuracy beside the true one, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..contestants import Row
from ..results import Results

ROUNDING = 1e-9  # in sums of shares that are 1


def table(results: Results) -> Iterator[str]:
    """Lines with the methods of all scenes."""
    scenes = list(dict.fromkeys(scene for scene, _, _ in results.draws))
    counts = sorted({count for scene in scenes for count in results.budgets(scene)}, key=int)
    heads = ["scene", "method", *counts, "average accuracy", "inside the interval"]
    yield "| " + " | ".join(heads) + " |"
    yield "|---|---|" + "---:|" * (len(counts) + 2)
    for scene in scenes:
        for title in results.titles(scene, results.budgets(scene)):
            cells = [[rows[title] for rows in results.rows(scene, count)] for count in counts]
            entries = [scene, title, *map(_cell, cells)]
            entries += _all_counts([row for cell in cells for row in cell])
            yield "| " + " | ".join(entries) + " |"


def _cell(rows: Sequence[Row]) -> str:
    """The means of the estimated and the true accuracy, and of their absolute difference."""
    known = _with_estimate(rows)
    if not known:
        return "unknown"
    estimated = 100 * np.array([row["estimated overall"] for row in known])
    true = 100 * np.array([row["overall"] for row in known])
    fewer = f" ({len(known)} draws)" if len(known) < len(rows) else ""
    return f"{estimated.mean():.1f} / {true.mean():.1f} / {abs(estimated - true).mean():.1f}{fewer}"


def _all_counts(rows: Sequence[Row]) -> Iterator[str]:
    """The difference of average accuracies, and how often the interval contains the true one."""
    known = _with_estimate(rows)
    differences = [100 * (row["estimated average"] - row["average"]) for row in known]
    yield f"{np.mean(differences):+.1f}" if known else "unknown"
    inside = [row["low"] - ROUNDING <= row["overall"] <= row["high"] + ROUNDING for row in known]
    yield f"{sum(inside)} of {len(known)}"


def _with_estimate(rows: Sequence[Row]) -> list[Row]:
    return [row for row in rows if "estimated overall" in row]
