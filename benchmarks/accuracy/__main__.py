"""`python -m benchmarks.accuracy`: all methods and controls on real scenes, as Markdown tables.

Each cell holds the mean ± standard deviation of the overall accuracy over draws of training pixels,
then the mean average accuracy, in percent, on test pixels of other locations. Weights, temperatures
and the choice of `auto` come from cross-validation on the drawn pixels. An interrupted run
continues when started with the same `--results`; rows that it lacks are added. With `--rows
spectral`, `--budgets 100,200` are for the label efficiency only: how many labels a control needs.
"""

from __future__ import annotations

import argparse
import os
import platform
from datetime import date
from pathlib import Path

import numpy as np
import torch

from .contestants import GROUPS, Draw, kinds_of
from .cubes import read_cubes
from .efficiency import table, write_chart
from .results import Results
from .scenes import BUDGETS, CONTROL_BUDGETS, load_dataset

#: `blends` holds the default's row.
ALL_GROUPS = [name for name in GROUPS if name != "default"]


def main() -> None:
    """Compute missing results, then print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.accuracy", description=__doc__)
    parser.add_argument("--scenes", default="houston,potsdam,samson,idtrees")
    parser.add_argument("--budgets", default="2,5,10,20,50", help="labelled pixels of each class")
    parser.add_argument("--draws", type=int, default=5)
    parser.add_argument("--results", type=Path, default=Path(".cache/accuracy.jsonl"))
    parser.add_argument(
        "--rows", default=",".join(ALL_GROUPS), help=f"groups of rows: {', '.join(GROUPS)}"
    )
    parser.add_argument("--chart", type=Path, help="label efficiency as an SVG file")
    chosen = parser.parse_args()
    torch.set_num_threads(1)
    budgets = [None if text == "all" else int(text) for text in chosen.budgets.split(",")]
    allowed = (*BUDGETS, *CONTROL_BUDGETS)
    if not set(budgets) <= set(allowed):
        parser.error(f"budgets are {', '.join('all' if b is None else str(b) for b in allowed)}")
    results = Results(chosen.results)
    if not set(names := chosen.rows.split(",")) <= set(GROUPS):
        parser.error(f"groups of rows are {', '.join(GROUPS)}")
    groups = [GROUPS[name] for name in names]
    class_sizes = {}
    for name in chosen.scenes.split(","):
        dataset = load_dataset(name)
        class_sizes[name] = np.bincount(dataset.training.target)
        cubes = read_cubes(dataset, kinds_of(groups))
        for budget in budgets:
            for seed, drawn in dataset.draws(budget, range(chosen.draws)):
                draw = Draw(dataset, cubes, drawn, seed)
                results.measure(groups, draw, "all" if budget is None else str(budget))
    print(f"\n{date.today()}, {platform.machine()}, {os.cpu_count()} cores\n")
    print("\n".join(results.tables()))
    if efficiencies := results.efficiencies(class_sizes):
        print("\n".join(table(efficiencies)))
        if chosen.chart:
            write_chart(efficiencies, chosen.chart)


if __name__ == "__main__":
    main()
