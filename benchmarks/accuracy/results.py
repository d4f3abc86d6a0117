"""Results of single draws, stored line by line so that an interrupted benchmark can continue.

Several lines of a draw add up, and later rows replace earlier ones: rows that changed can be
measured again without the others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np

from .contestants import DEFAULT, SPECTRAL_CONTROLS, TITLES_IN_ORDER, Draw, Row, RowGroup
from .efficiency import Efficiency

#: Scene, labels of each class ("all" for all of them), seed.
Key = tuple[str, str, int]


class Results:
    """A file with lines for each draw, which hold the metrics of methods."""

    def __init__(self, path: Path, titles: Sequence[str] = TITLES_IN_ORDER):
        self._path = path
        self._titles_in_order = titles
        self.draws: dict[Key, dict[str, Row]] = {}
        if path.exists():
            for line in path.read_text(encoding="utf-8").splitlines():
                entry = json.loads(line)
                key = (entry["scene"], entry["budget"], entry["seed"])
                self.draws.setdefault(key, {}).update(entry["rows"])

    def has(self, key: Key, titles: Collection[str]) -> bool:
        """Whether all of these rows of a draw are known."""
        return set(titles) <= set(self.draws.get(key, ()))

    def add(self, key: Key, rows: dict[str, Row]) -> None:
        """Store results of a draw."""
        self.draws.setdefault(key, {}).update(rows)
        self._path.parent.mkdir(parents=True, exist_ok=True)
        entry = dict(zip(("scene", "budget", "seed"), key, strict=True)) | {"rows": rows}
        with open(self._path, "a", encoding="utf-8") as file:
            file.write(json.dumps(entry) + "\n")

    def measure(self, groups: Iterable[RowGroup], draw: Draw, budget: str) -> None:
        """Measure and store the groups of rows that a draw lacks."""
        key = (draw.dataset.name, budget, draw.seed)
        missing = [group for group in groups if not self.has(key, group.titles)]
        if not missing:
            return
        started = time.monotonic()
        rows: dict[str, Row] = {}
        for group in missing:
            rows |= group.score(draw)
        self.add(key, rows)
        print(f"{' '.join(map(str, key))}: {time.monotonic() - started:.0f} s", flush=True)

    def efficiencies(self) -> list[Efficiency]:
        """The label efficiency of each scene with several budgets and a control."""
        found = []
        for scene in dict.fromkeys(key[0] for key in self.draws):
            budgets = {key[1] for key in self.draws if key[0] == scene and key[1] != "all"}
            curves = {
                title: {int(budget): self._mean(scene, budget, title) for budget in budgets}
                for title in self.titles(scene)
            }
            if len(budgets) > 1 and DEFAULT in curves and curves.keys() & set(SPECTRAL_CONTROLS):
                found.append(Efficiency.of(scene, curves))
        return found

    def titles(self, scene: str) -> list[str]:
        """The rows that all draws of a scene have."""
        draws = [rows for key, rows in self.draws.items() if key[0] == scene]
        return [title for title in self._titles_in_order if all(title in rows for rows in draws)]

    def _mean(self, scene: str, budget: str, title: str) -> float:
        rows = [rows[title] for key, rows in self.draws.items() if key[:2] == (scene, budget)]
        return float(np.mean([100 * row["overall"] for row in rows]))

    def tables(self) -> Iterator[str]:
        """A Markdown table for each scene."""
        for scene in dict.fromkeys(key[0] for key in self.draws):
            budgets = sorted(
                {key[1] for key in self.draws if key[0] == scene},
                key=lambda text: (text == "all", int(text) if text != "all" else 0),
            )
            yield "\n".join(self._table(scene, budgets))

    def _table(self, scene: str, budgets: Sequence[str]) -> Iterator[str]:
        counts = {
            budget: sum(key[:2] == (scene, budget) for key in self.draws) for budget in budgets
        }
        heads = [f"{budget} ({counts[budget]} draws)" for budget in budgets]
        yield f"### {scene}\n"
        yield "| method | " + " | ".join(heads) + " | calibration error |"
        yield "|---" * (len(budgets) + 2) + "|"
        for title in self.titles(scene):
            cells, errors = [], []
            for budget in budgets:
                rows = [r[title] for key, r in self.draws.items() if key[:2] == (scene, budget)]
                overall = [100 * row["overall"] for row in rows]
                average = np.mean([100 * row["average"] for row in rows])
                errors += [row["calibration"] for row in rows]
                cells.append(f"{np.mean(overall):.1f} ± {np.std(overall):.1f} / {average:.1f}")
            yield f"| {title} | " + " | ".join(cells) + f" | {np.mean(errors):.3f} |"
        yield ""
