"""Runs many jobs in a row through one QGIS process, then many at once, and prints the results.

    .venv/bin/python -m benchmarks.load [--jobs 300] [--every 25]

It needs what `scripts/test qgis` sets up, and takes about a quarter of an hour on two idle cores.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from .crowd import crowd

ROOT = Path(__file__).resolve().parents[2]
#: QGIS's Python; the programs of a virtual environment must not come first on PATH.
SYSTEM_PYTHON, SYSTEM_PATH = "/usr/bin/python3", "/usr/bin:/bin"


def make_inputs(folder: Path) -> None:
    """A small scene with labels, a model and a map of it."""
    scene, labels = folder / "scene.tif", folder / "train.gpkg"
    model = folder / "model.safetensors"
    labelled = ["--labels", labels, "--class-field", "class", "--method", "rf"]
    for command in (
        ["sample", "--folder", folder, "--size", 96],
        ["train", "--image", scene, *labelled, "--model", model],
        ["apply", "--image", scene, "--model", model, "--output", folder / "map.tif"],
    ):
        full_command = [sys.executable, "-m", "backend", *map(str, command)]
        subprocess.run(full_command, cwd=ROOT, check=True, capture_output=True)


def run_soak(folder: Path, jobs: int, every: int) -> int:
    """Run jobs in a QGIS process with its own profile and temporary folder."""
    plugins, runtime, temporary = (folder / name for name in ("plugins", "runtime", "tmp"))
    for made in (plugins, temporary):
        made.mkdir()
    runtime.mkdir(mode=0o700)
    (plugins / "geodiffnet").symlink_to(ROOT, target_is_directory=True)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRT"))
    } | {
        "PATH": SYSTEM_PATH,
        "QT_QPA_PLATFORM": "offscreen",
        "XDG_RUNTIME_DIR": str(runtime),
        "QGIS_CUSTOM_CONFIG_PATH": str(folder / "profile"),
        "TMPDIR": str(temporary),
        "GEODIFFNET_PYTHON": sys.executable,
        "PYTHONPATH": str(ROOT),
    }
    command = [SYSTEM_PYTHON, "-m", "benchmarks.load.soak", str(jobs), str(every)]
    return subprocess.run(
        [*command, str(plugins), str(folder)], cwd=ROOT, env=environment, check=False
    ).returncode


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--jobs", type=int, default=300)
    parser.add_argument("--every", type=int, default=25)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="geodiffnet-load-") as name:
        folder = Path(name)
        make_inputs(folder)
        started = time.monotonic()
        grown = run_soak(folder, chosen.jobs, chosen.every)
        print(f"took {(time.monotonic() - started) / 60:.1f} min\n", flush=True)
        wrong = crowd(folder)
    print("8 at once: " + ("; ".join(wrong) or "every output equals that of a single job"))
    sys.exit(bool(grown or wrong))


if __name__ == "__main__":
    main()
