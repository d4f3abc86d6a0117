"""Results of single draws, stored line by line so that an interrupted benchmark can continue.

Several lines of a draw add up, and later rows replace earlier ones: rows that changed can be
measured again without the others.
"""

from __future__ import annotations

import json
import time
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from .contestants import DEFAULT, SPECTRAL_CONTROLS, TITLES_IN_ORDER, Draw, Row, RowGroup
from .efficiency import Efficiency
from .scenes import CONTROL_BUDGETS

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

    def efficiencies(self, class_sizes: Mapping[str, Sequence[int]]) -> list[Efficiency]:
        """The label efficiency of each scene with several budgets and a control.

        `class_sizes` holds the pixels of each class on the training side of each of the scenes.
        """
        found = []
        for scene in dict.fromkeys(key[0] for key in self.draws if key[0] in class_sizes):
            titles = self.titles(scene, self.budgets(scene))
            if DEFAULT not in titles or not set(titles) & set(SPECTRAL_CONTROLS):
                continue
            curves = {title: self._curve(scene, title) for title in titles}
            if len(curves[DEFAULT]) > 1:
                found.append(Efficiency.of(scene, curves, class_sizes[scene]))
        return found

    def budgets(self, scene: str) -> list[str]:
        """The budgets of a scene's table."""
        own = {key[1] for key in self.draws if key[0] == scene} - set(map(str, CONTROL_BUDGETS))
        return sorted(own, key=lambda text: (text == "all", int(text) if text != "all" else 0))

    def rows(self, scene: str, budget: str) -> list[dict[str, Row]]:
        """The rows of each draw."""
        return [rows for key, rows in self.draws.items() if key[:2] == (scene, budget)]

    def titles(self, scene: str, budgets: Sequence[str]) -> list[str]:
        """The rows that all draws of a scene with these budgets have."""
        draws = [rows for budget in budgets for rows in self.rows(scene, budget)]
        return [title for title in self._titles_in_order if all(title in rows for rows in draws)]

    def _curve(self, scene: str, title: str) -> dict[int, float]:
        """The overall accuracy of a row in percent, by all budgets at which it was measured."""
        curve = {}
        for budget in {key[1] for key in self.draws if key[0] == scene} - {"all"}:
            rows = self.rows(scene, budget)
            if all(title in row for row in rows):
                curve[int(budget)] = float(np.mean([100 * row[title]["overall"] for row in rows]))
        return curve

    def tables(self) -> Iterator[str]:
        """A Markdown table for each scene."""
        for scene in dict.fromkeys(key[0] for key in self.draws):
            yield "\n".join(self._table(scene, self.budgets(scene)))

    def _table(self, scene: str, budgets: Sequence[str]) -> Iterator[str]:
        heads = [f"{budget} ({len(self.rows(scene, budget))} draws)" for budget in budgets]
        yield f"### {scene}\n"
        yield "| method | " + " | ".join(heads) + " | calibration error |"
        yield "|---" * (len(budgets) + 2) + "|"
        for title in self.titles(scene, budgets):
            cells, errors = [], []
            for budget in budgets:
                rows = [rows[title] for rows in self.rows(scene, budget)]
                overall = [100 * row["overall"] for row in rows]
                average = np.mean([100 * row["average"] for row in rows])
                errors += [row["calibration"] for row in rows]
                cells.append(f"{np.mean(overall):.1f} ± {np.std(overall):.1f} / {average:.1f}")
            yield f"| {title} | " + " | ".join(cells) + f" | {np.mean(errors):.3f} |"
        yield ""
