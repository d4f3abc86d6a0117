"""Draws polygons in a real QGIS and prints how long the live map takes.

    python -m benchmarks.live [--scenes sample,large] [--polygons 24,300] [--busy] [--json]

It needs what `scripts/test gui` sets up. `first` and `refined` are seconds from the click that
finishes a polygon to the repainted canvas; `validated` ends with the accuracy. The parts are
medians of the first map. `--busy` keeps another core computing. The last line of `--json` is the
result as JSON.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import signal
import sys
import tempfile
from pathlib import Path

from .scenes import enlarge, polygons_in

ROOT = Path(__file__).resolve().parents[2]
GUI = ROOT / "tests" / "gui"
#: In the order of their codes in the generated scene.
CLASSES = ["field", "water", "road", "roof", "tree", "shadow", "soil", "grass"]
SCENE_SIZE = 256
SECONDS = 4 * 3600
PARTS = ("settle", "export", "send", "worker", "layer", "repaint")
STAGES = ("first", "refined", "validated")
#: Edits that are followed to their accuracy; the others are followed to their first map.
COMPLETE_EDITS = 10

sys.path.insert(0, str(GUI))

from gui_support import drive_qgis, make_sample  # noqa: E402


def main() -> None:
    options = _parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that QGIS ends too
    result: dict[str, dict[str, object]] = {}
    burner = multiprocessing.Process(target=_burn, daemon=True) if options.busy else None
    if burner is not None:
        burner.start()
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        work = Path(name)
        make_sample(work / "sample", SCENE_SIZE)
        for scene in options.scenes:
            folder = work / "sample"
            if scene == "large":
                folder = enlarge(folder, work / "large")
            for polygons in options.polygons:
                seen = _measure(work, scene, folder, polygons, options)
                result[scene] = _report(scene, polygons, seen)
    if burner is not None:
        burner.terminate()
    if options.json:
        print(json.dumps(result))


def _measure(
    work: Path, scene: str, folder: Path, polygons: int, options: argparse.Namespace
) -> dict[str, object]:
    """One run of QGIS; the second half of the polygons is drawn with the mouse."""
    name = f"{scene}-{polygons}"
    outlines = polygons_in(folder, CLASSES, polygons + options.edits, seed=polygons)
    variables = {} if options.cache is None else {"XDG_CACHE_HOME": str(options.cache)}
    seen: dict[str, object] = drive_qgis(
        work / name,
        folder,
        options.pictures or work / "pictures",
        variables,
        driver=Path(__file__).with_name("driver.py"),
        seconds=SECONDS,
        name=name,
        training=str(work / f"{name}.gpkg"),
        classes="\n".join(CLASSES),
        polygons=outlines[:polygons],
        edits=outlines[polygons:],
        complete=COMPLETE_EDITS,
        whole=scene == "sample",
        view=SCENE_SIZE,
    )
    return seen


def _report(scene: str, polygons: int, seen: dict) -> dict[str, object]:
    """Print a run; returns the summary of its stages."""
    edits = seen["edits"]
    figures: dict[str, object] = {
        f"{stage}_s": _summary([edit[stage] for edit in edits if stage in edit]) for stage in STAGES
    }
    figures["block_s"] = {"longest": round(seen["block"], 3), "cpu": round(seen["block_cpu"], 3)}
    print(f"{scene}, {polygons} polygons at first, {len(edits)} edits: {seen['status']}")
    for stage in STAGES:
        found = figures[f"{stage}_s"]
        if found:
            cpu = _summary([edit[f"{stage}_cpu"] for edit in edits if f"{stage}_cpu" in edit])
            print(
                f"  {stage:<10} median {found['median']:.2f} s, 95 % {found['p95']:.2f} s; "
                f"CPU of the backend {cpu['median']:.2f} s"
            )
    parts = ", ".join(
        f"{part} {_summary([edit[part] for edit in edits])['median'] * 1000:.0f}" for part in PARTS
    )
    print(f"  first map in ms: {parts}")
    print(
        f"  longest block of the event loop: {1000 * seen['block']:.0f} ms, "
        f"{1000 * seen['block_cpu']:.0f} ms of the CPU"
    )
    print(f"  backend ready after {seen['start']:.1f} s")
    if "whole" in seen:
        figures["whole_s"] = round(seen["whole"], 2)
        print(f"  whole scene on the canvas {seen['whole']:.1f} s after the click")
    return figures


def _summary(values: list[float]) -> dict[str, float] | None:
    """Median and 95th percentile in seconds."""
    if not values:
        return None
    ordered = sorted(values)
    last = len(ordered) - 1
    return {
        "median": round((ordered[last // 2] + ordered[-(-last // 2)]) / 2, 3),
        "p95": round(ordered[round(0.95 * last)], 3),
    }


def _burn() -> None:
    while True:
        pass


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.live")
    parser.add_argument("--scenes", type=_list, default=["sample"], help="sample, large")
    parser.add_argument("--polygons", type=lambda text: [int(part) for part in _list(text)])
    parser.add_argument("--edits", type=int, default=30)
    parser.add_argument("--busy", action="store_true", help="keep another core computing")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pictures", type=Path, help="where screenshots are kept")
    parser.add_argument("--cache", type=Path, help="where features are cached between runs")
    parser.add_argument("--folder", type=Path, help="where scenes are generated")
    options = parser.parse_args()
    options.polygons = options.polygons or [24]
    return options


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


if __name__ == "__main__":
    main()
