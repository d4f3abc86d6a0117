"""`python -m benchmarks.features`: pixels per second of the published scheme and of this software.

Each row is measured in a process of its own. On a CPU, times are CPU seconds of a single thread,
the minimum of several runs, so that other programs on the machine do not count. On a GPU they are
wall-clock seconds. ADM-64 has random weights, which are as fast as trained ones.
"""

from __future__ import annotations

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import torch

from backend.compute.precision import best_precision

from .measure import Task, matrix_rate, write_random_adm

APPROACHES = {
    "plain": "(a) published scheme: whole network, batch 1, stride 32, float32, votes",
    "equal": "(b) this software, equal overlap: one composite, one scale, the same block",
    "single": "(c1) this software, default stride and blocks: one composite, one scale",
    "default": "(c) this software, defaults: two composites, at half resolution or coarser",
}


def main() -> None:
    """Measure all approaches and print the tables."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.features", description=__doc__)
    parser.add_argument("--backbones", default="bundled,adm-64")
    parser.add_argument("--device", default="cuda" if torch.cuda.is_available() else "cpu")
    parser.add_argument("--ways", default=",".join(APPROACHES))
    parser.add_argument("--repeats", type=int, default=3)
    parser.add_argument("--windows", type=int, default=6, help="windows of the published scheme")
    chosen = parser.parse_args()
    device = torch.device(chosen.device)
    name = torch.cuda.get_device_name() if device.type == "cuda" else platform.machine()
    print(f"{date.today()}, {name}, {best_precision(device)}, {os.cpu_count()} cores\n")
    rate = matrix_rate(device) if device.type == "cuda" else None
    if rate:
        print(f"Matrices in bfloat16: {rate / 1e12:.0f} TFLOP/s.\n")
    with tempfile.TemporaryDirectory(prefix="geodiffnet-adm-") as folder:
        for backbone in chosen.backbones.split(","):
            if backbone == "adm-64":
                write_random_adm(Path(folder))
            place = folder if backbone == "adm-64" else backbone
            _print_table(backbone, place, chosen, rate)


def _print_table(backbone: str, place: str, chosen: argparse.Namespace, rate: float | None) -> None:
    share = " share of the matrix rate |" if rate else ""
    print(f"## {backbone}\n")
    print(f"| approach | pixels/s | × (a) | GFLOP/1000 pixels | GFLOP/s | peak memory |{share}")
    print("|---" * (7 if rate else 6) + "|", flush=True)
    first: float | None = None
    for way in chosen.ways.split(","):
        task = Task(way, place, chosen.device, chosen.repeats, chosen.windows)
        found = _in_a_process(task)
        speed = found["pixels"] / found["seconds"]
        first = first or speed
        work = found["operations"] / found["seconds"]
        print(
            f"| {APPROACHES[way]} | {speed:,.0f} | {speed / first:.1f} "
            f"| {found['operations'] / found['pixels'] / 1e6:.0f} | {work / 1e9:,.0f} "
            f"| {found['memory']:,} MB |" + (f" {work / rate:.0%} |" if rate else ""),
            flush=True,
        )
    print(flush=True)


def _in_a_process(task: Task) -> dict[str, Any]:
    command = [sys.executable, "-m", "benchmarks.features.measure", json.dumps(asdict(task))]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


if __name__ == "__main__":
    main()
