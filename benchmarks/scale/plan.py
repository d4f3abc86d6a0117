"""The time of 10, 100 and 1,000 workers for 10,000 EnMAP scenes, extrapolated from measurements."""

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
#: A scene is read once for statistics, and once for mapping.
TIMES_READ = 2
#: Total throughput of a shared file system; those of clusters have 1 to 100 GB/s.
BANDWIDTHS = (1e9, 10e9)


@dataclass(frozen=True)
class Costs:
    """CPU seconds."""

    startup: float
    fixed: float  # for each scene
    pixel: float
    task: float  # of the scheduler for each task

    @property
    def scene(self) -> float:
        """CPU seconds of a worker for an EnMAP scene."""
        return self.fixed + self.pixel * PIXELS


def main(options: argparse.Namespace) -> int:
    """Print a table for each measured method."""
    folder = Path(options.folder or ".")
    task = json.loads((folder / "tasks.json").read_text())["task"]
    for path in sorted(folder.glob("costs-*.json")):
        measured = json.loads(path.read_text())
        costs = Costs(measured["startup"], measured["fixed"], measured["pixel"], task)
        print(f"\n{path.stem.removeprefix('costs-')}: {costs.scene:.0f} CPU seconds per scene\n")
        print("| workers | computing | reading at 1 GB/s | at 10 GB/s | scheduler | bound by |")
        print("|---|---|---|---|---|---|")
        for workers in WORKERS:
            print(row(costs, workers))
    return 0


def row(costs: Costs, workers: int) -> str:
    """Hours that each resource needs for all scenes; the maximum is the total time."""
    # the last round may have fewer scenes than workers
    rounds = -(-SCENES // workers)
    computing = costs.startup + rounds * costs.scene
    reading = [SCENES * BYTES * TIMES_READ / rate for rate in BANDWIDTHS]
    scheduling = SCENES * costs.task
    needs = {"computing": computing, "reading": reading[0], "scheduler": scheduling}
    bound = max(needs, key=needs.__getitem__)
    cells = [computing, *reading, scheduling]
    return f"| {workers:,} | " + " | ".join(map(duration, cells)) + f" | {bound} |"


def duration(seconds: float) -> str:
    """The duration as text."""
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 5400 else f"{seconds / 3600:.1f} h"
