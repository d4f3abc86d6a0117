"""What 10, 100 and 1,000 workers would do with 10,000 EnMAP scenes, from what was measured."""

from __future__ import annotations

import argparse
import json
from dataclasses import dataclass
from pathlib import Path

SCENES = 10_000
WORKERS = (10, 100, 1_000)
#: Pixels with data, and bytes as delivered, of an EnMAP L2A product.
PIXELS = 1_050_000
BYTES = 450 * 2**20
#: A scene's bands are looked at once to learn of them, and read once to be mapped.
TIMES_READ = 2
#: What a shared file system gives to all together; storage of a cluster gives 1 to 100 GB/s.
BANDWIDTHS = (1e9, 10e9)


@dataclass(frozen=True)
class Costs:
    """Processor seconds."""

    startup: float
    fixed: float  # of a scene
    pixel: float
    task: float  # of scheduler and giver

    @property
    def scene(self) -> float:
        """Of a worker for an EnMAP scene."""
        return self.fixed + self.pixel * PIXELS


def main(options: argparse.Namespace) -> int:
    """Print a table for each method that was measured."""
    folder = Path(options.folder or ".")
    task = json.loads((folder / "tasks.json").read_text())["task"]
    for path in sorted(folder.glob("costs-*.json")):
        measured = json.loads(path.read_text())
        costs = Costs(measured["startup"], measured["fixed"], measured["pixel"], task)
        print(f"\n{path.stem.removeprefix('costs-')}: {costs.scene:.0f} s of a core a scene\n")
        print("| workers | computing | reading at 1 GB/s | at 10 GB/s | scheduler | bound by |")
        print("|---|---|---|---|---|---|")
        for workers in WORKERS:
            print(row(costs, workers))
    return 0


def row(costs: Costs, workers: int) -> str:
    """Hours that each resource needs for all scenes; the longest is how long it takes."""
    # the last round is not full
    rounds = -(-SCENES // workers)
    computing = costs.startup + rounds * costs.scene
    reading = [SCENES * BYTES * TIMES_READ / rate for rate in BANDWIDTHS]
    scheduling = SCENES * costs.task
    needs = {"computing": computing, "reading": reading[0], "scheduler": scheduling}
    bound = max(needs, key=needs.__getitem__)
    cells = [computing, *reading, scheduling]
    return f"| {workers:,} | " + " | ".join(map(duration, cells)) + f" | {bound} |"


def duration(seconds: float) -> str:
    """As people say it."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
