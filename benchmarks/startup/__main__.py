"""Starts QGIS with the plugin several times on a virtual screen, and prints the loading times.

    /usr/bin/python3 -m benchmarks.startup [RUNS]

It needs what `scripts/test gui` sets up. The promise is 150 ms on an idle machine.
"""

from __future__ import annotations

import re
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "tests" / "gui"
HEAVY = ("torch", "rasterio", "diffusers", "sklearn", "pyogrio", "dask", "scipy", "matplotlib")

sys.path.insert(0, str(GUI))

from gui_support import drive_qgis  # noqa: E402


def milliseconds(text: str) -> float:
    """Seconds from QGIS's notation: `0.05s`."""
    return 1000 * float(re.sub(r"[^0-9.]", "", text))


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    print(f"{'run':>3}  {'geodiffnet':>10}  {'processing':>10}  modules of ours")
    found = []
    for number in range(1, runs + 1):
        with tempfile.TemporaryDirectory() as name:
            work = Path(name)
            driver = GUI / "startup_driver.py"
            seen = drive_qgis(work / "qgis", work, work, driver=driver, heavy=HEAVY)
        times = {plugin: milliseconds(text) for plugin, text in seen["times"].items()}
        found.append(times["geodiffnet"])
        print(
            f"{number:>3}  {times['geodiffnet']:>7.0f} ms  {times['processing']:>7.0f} ms  "
            f"{len(seen['modules'])}, heavy ones: {', '.join(seen['heavy']) or 'none'}"
        )
    print(f"fastest {min(found):.0f} ms, slowest {max(found):.0f} ms")


if __name__ == "__main__":
    main()
