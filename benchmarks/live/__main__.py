"""Draws polygons in a real QGIS and prints how long the live map takes.

    python -m benchmarks.live [--scenes sample,large,houston] [--polygons 24,300] [--busy] [--json]

What is missing (the Python environment in .venv, QGIS, a virtual screen) is set up first.

`first` and `refined` are seconds from the click that finishes a polygon to the repainted canvas;
`validated` ends with the accuracy. The parts are medians of the first map. After the edits, the map
of the whole scene is made, and the refined live map of several views is compared with it, pixel by
pixel (of the large scene with `--whole`). `--busy` keeps another core computing. `--soak EDITS`
makes edits of all kinds in a row instead, kills the backend among them, and ends QGIS in several
ways. The last line of `--json` is the result as JSON.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "bin" / "python"
SETUP = ROOT / "scripts" / "lib" / "setup.sh"


def main() -> None:
    """Measure, in the Python of the backend."""
    if importlib.util.find_spec("rasterio") is None:
        command = ["bash", "-c", 'source "$0" && setup venv qgis screen', str(SETUP)]
        subprocess.run(command, cwd=ROOT, check=True)
        again = [str(PYTHON), "-m", "benchmarks.live", *sys.argv[1:]]
        sys.exit(subprocess.run(again, cwd=ROOT).returncode)
    from .command import run

    run()


if __name__ == "__main__":
    main()
