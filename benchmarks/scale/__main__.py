"""Measures batches of scenes: `python -m benchmarks.scale throughput|costs|tasks|plan|crowns`.

throughput   megapixels a minute with one and with two single-threaded workers, alternating
costs        CPU time of start-up, of a scene, of a pixel, of reading and writing
tasks        the scheduler with 100,000 empty tasks of realistic size
plan         10, 100 and 1,000 workers for 10,000 EnMAP scenes, extrapolated from the other parts
crowns       tree crowns of half of some real plots, with models trained on the other half

Since other programs may use the CPU as well, costs are measured as CPU time of the process, and
throughput in alternating runs, with the load of the machine beside it.
"""

from __future__ import annotations

import argparse
import importlib
from pathlib import Path

PARTS = ("throughput", "costs", "tasks", "plan", "crowns")


def main() -> int:
    """Run a part."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--folder", help="folder of scenes and results (default: temporary)")
    parser.add_argument(
        "--scenes", type=int, default=24, help="throughput: number of scenes per run"
    )
    parser.add_argument(
        "--repeats", type=int, default=3, help="throughput: number of runs of each kind"
    )
    parser.add_argument(
        "--side", type=int, default=192, help="throughput: height and width of a scene"
    )
    parser.add_argument(
        "--checkouts",
        type=Path,
        nargs="*",
        help="throughput: folders of versions to compare, the one to judge last",
    )
    parser.add_argument("--tasks", type=int, default=100_000, help="tasks: number of tasks")
    parser.add_argument("--methods", nargs="*", help="crowns: methods")
    options = parser.parse_args()
    return importlib.import_module(f"benchmarks.scale.{options.part}").main(options)


if __name__ == "__main__":
    raise SystemExit(main())
