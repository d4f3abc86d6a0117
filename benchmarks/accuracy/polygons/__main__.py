"""`python -m benchmarks.accuracy.polygons`: methods on polygons instead of single pixels.

Scenes and sides are those of `python -m benchmarks.accuracy`, but the labels are polygons. The
first tables hold the accuracy on the scoring side by the number of polygons per class. In the
last one, each cell holds the accuracy that the report estimates from the polygons, the true one,
and the mean absolute difference between the two; then follow the mean difference of estimated and
true average accuracies, and how often the interval of the report contains the true accuracy. An
interrupted run continues when started with the same `--results`; rows that it lacks are added.
"""

from __future__ import annotations

import argparse
import os
import platform
from dataclasses import replace
from datetime import date
from pathlib import Path

import numpy as np
import torch

from ..contestants import Draw, RowGroup, kinds_of
from ..cubes import read_cubes
from ..results import Results
from ..scenes import load_dataset
from .drawing import polygon_draws
from .estimates import table
from .rows import GROUPS, TITLES_IN_ORDER


def main() -> None:
    """Compute missing results, then print the tables."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks.accuracy.polygons", description=__doc__
    )
    parser.add_argument("--scenes", default="houston,potsdam,samson,idtrees")
    parser.add_argument("--counts", type=_counts, default="2,3,5,10", help="polygons of each class")
    parser.add_argument(
        "--equal-chances", action="store_true", help="draw small polygons as often as large ones"
    )
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--results", type=Path, default=Path(".cache/accuracy-polygons.jsonl"))
    parser.add_argument(
        "--rows",
        type=_groups,
        default=",".join(GROUPS),
        help=f"groups of rows: {', '.join(GROUPS)}",
    )
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    results = Results(chosen.results, TITLES_IN_ORDER)
    sizes = []
    for name in chosen.scenes.split(","):
        dataset = load_dataset(name)
        if chosen.equal_chances and dataset.has_polygons:
            dataset = replace(dataset, name=f"{name}, equal chances")
        cubes = read_cubes(dataset, kinds_of(chosen.rows))
        for count in chosen.counts:
            drawn_sizes = []
            seeds = range(chosen.draws)
            for seed, drawn in polygon_draws(dataset, count, seeds, chosen.equal_chances):
                drawn_sizes.append((len(drawn), len(np.unique(drawn.group))))
                results.measure(chosen.rows, Draw(dataset, cubes, drawn, seed), str(count))
            pixels, polygons = np.mean(drawn_sizes, axis=0)
            sizes.append(f"| {dataset.name} | {count} | {polygons:.0f} | {pixels:.0f} |")
    print(f"\n{date.today()}, {platform.machine()}, {os.cpu_count()} cores\n")
    print(
        "| scene | polygons per class | polygons | pixels |\n|---|---:|---:|---:|", *sizes, sep="\n"
    )
    print("\n".join(["", *results.tables(), *table(results)]))


def _counts(text: str) -> list[int]:
    counts = [int(part) for part in text.split(",")]
    if min(counts) < 1:
        raise ValueError("a class needs at least one polygon")
    return counts


def _groups(text: str) -> list[RowGroup]:
    unknown = set(names := text.split(",")) - set(GROUPS)
    if unknown:
        raise argparse.ArgumentTypeError(f"groups of rows are {', '.join(GROUPS)}")
    return [GROUPS[name] for name in names]


if __name__ == "__main__":
    main()
