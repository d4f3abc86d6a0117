"""Measures batches of scenes: `python -m benchmarks.scale throughput|costs|tasks|plan|crowns`.

throughput   scenes a second with one and with two single-threaded workers, in turns
costs        start-up, computing a pixel and a scene, reading and writing, in processor time
tasks        the scheduler with 100,000 tasks of the real size that do nothing
plan         10, 100 and 1,000 workers for 10,000 EnMAP scenes, from what the others measured
crowns       tree crowns of half of some real plots, with models trained on the other half

Where other programs use the processor as well, wall-clock time says little: costs are told in the
processor time of the process itself, throughput in turns, with the machine's load beside it.
"""

from __future__ import annotations

import argparse
import importlib

PARTS = ("throughput", "costs", "tasks", "plan", "crowns")


def main() -> int:
    """Run one part."""
    parser = argparse.ArgumentParser(prog="benchmarks.scale", description=__doc__.splitlines()[0])
    parser.add_argument("part", choices=PARTS)
    parser.add_argument("--folder", help="where to keep scenes and results; a temporary folder")
    parser.add_argument("--scenes", type=int, default=24, help="throughput: scenes of a run")
    parser.add_argument("--repeats", type=int, default=3, help="throughput: runs of each kind")
    parser.add_argument("--tasks", type=int, default=100_000, help="tasks: how many")
    parser.add_argument("--methods", nargs="*", help="crowns: which methods")
    options = parser.parse_args()
    return importlib.import_module(f"benchmarks.scale.{options.part}").main(options)


if __name__ == "__main__":
    raise SystemExit(main())
