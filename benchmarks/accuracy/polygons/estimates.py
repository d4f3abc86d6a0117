"""The estimated accuracy beside the true one, as a Markdown table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from ..contestants import Row
from ..results import Results

ROUNDING = 1e-9  # in sums of shares that are 1


def table(results: Results) -> Iterator[str]:
    """Lines with the methods of all scenes."""
    counts = sorted({budget for _, budget, _ in results.draws}, key=int)
    heads = ["scene", "method", *counts, "average accuracy", "inside the interval"]
    yield "| " + " | ".join(heads) + " |"
    yield "|---|---|" + "---:|" * (len(counts) + 2)
    for scene in dict.fromkeys(scene for scene, _, _ in results.draws):
        for title in results.titles(scene):
            cells = {
                count: [
                    rows[title] for key, rows in results.draws.items() if key[:2] == (scene, count)
                ]
                for count in counts
            }
            entries = [scene, title, *map(_cell, cells.values())]
            entries += _all_counts([row for rows in cells.values() for row in rows])
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
