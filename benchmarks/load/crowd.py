"""Many jobs at the same time on few cores, whose outputs must equal those of single jobs."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def commands(folder: Path, out: Path) -> dict[str, list[str]]:
    """Eight shell commands by the output that is compared."""
    scene, labels = ["--image", folder / "scene.tif"], ["--labels", folder / "train.gpkg"]
    labels += ["--class-field", "class"]
    cache, model = ["--cache", folder / "cache"], ["--model", folder / "model.safetensors"]
    quick = ["--scales", "1", "--composites", "rgb", "--components", "4"]
    rf = ["--method", "rf"]
    made = {
        "forest.tif": ["classify", *scene, *labels, *cache, *rf],
        "spectral.tif": ["classify", *scene, *labels, *cache, "--method", "geospecnet"],
        "seeded.tif": ["classify", *scene, *labels, *cache, *rf, "--seed", "7"],
        "svm.tif": ["classify", *scene, *labels, *cache, "--method", "svm"],
        "applied.tif": ["apply", *scene, *cache, *model],
        "again.tif": ["apply", *scene, *cache, *model],
        "features.tif": ["features", *scene, *cache, *quick],
    }
    arguments = {
        name: [*map(str, given), "--output", str(out / name)] for name, given in made.items()
    }
    arguments["scene.tif"] = ["sample", "--folder", str(out), "--size", "128", "--seed", "3"]
    return arguments


def crowd(folder: Path) -> list[str]:
    """Run each command alone, then all at once; returns the failures."""
    alone, together = folder / "alone", folder / "together"
    wrong, spent = [], 0.0
    for out in (alone, together):
        out.mkdir()
    for name, command in commands(folder, alone).items():
        started = time.monotonic()
        if _start(command).wait() != 0:
            wrong.append(f"{name} failed alone")
        spent += time.monotonic() - started
    started = time.monotonic()
    running = {name: _start(command) for name, command in commands(folder, together).items()}
    for name, process in running.items():
        if process.wait() != 0:
            wrong.append(f"{name} failed beside others")
        elif (alone / name).read_bytes() != (together / name).read_bytes():
            wrong.append(f"{name} differs from that made alone")
    print(
        f"{len(running)} jobs one after another: {spent:.0f} s; "
        f"all at once: {time.monotonic() - started:.0f} s"
    )
    left = [path.name for path in together.iterdir() if path.name.startswith(".")]
    return wrong + [f"left behind: {name}" for name in left]


def _start(command: list[str]) -> subprocess.Popen:
    return subprocess.Popen(
        [sys.executable, "-m", "backend", *command],
        cwd=ROOT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
