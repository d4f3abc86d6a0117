"""The options of the benchmark, and its runs of QGIS."""

from __future__ import annotations

import argparse
import contextlib
import json
import multiprocessing
import signal
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from .in_qgis import drive_qgis
from .polygons import draw_polygons
from .report import report, report_soak
from .scenes import DATA, LabelledScene, load_scene
from .soak import run_soak

SECONDS = 4 * 3600
#: The height of the view in pixels of the scene.
VIEW = 256
#: Edits that are followed to their accuracy; the others are followed to their first map.
COMPLETE_EDITS = 10
#: Scenes of which the map of the whole is made in any case.
SMALL = ("sample", "houston")


def run() -> None:
    """Run the benchmark with the options of the command line."""
    options = _parse()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # so that QGIS ends too
    result: dict[str, dict[str, Any]] = {}
    with tempfile.TemporaryDirectory() as name, _busy_core(options.busy):
        work = Path(name)
        for scene_name in options.scenes:
            scene = load_scene(scene_name, options.folder or work, options.data)
            if options.soak:
                result[scene_name] = report_soak(run_soak(work, scene, options.soak))
                continue
            for polygons in options.polygons:
                seen = _measure(work, scene, polygons, options)
                is_first = polygons == options.polygons[0]
                key = scene_name if is_first else f"{scene_name}-{polygons}"
                result[key] = report(scene_name, polygons, seen)
    if options.json:
        print(json.dumps(result))


def _measure(
    work: Path, scene: LabelledScene, polygons: int, options: argparse.Namespace
) -> dict[str, Any]:
    """One run of QGIS; the polygons of the edits are drawn with the mouse."""
    name = f"{scene.name}-{polygons}"
    first, edits = draw_polygons(scene, polygons, options.edits, VIEW, seed=polygons)
    variables = {} if options.cache is None else {"XDG_CACHE_HOME": str(options.cache.resolve())}
    seen: dict[str, Any] = drive_qgis(
        work / name,
        scene.folder,
        options.pictures or work / "pictures",
        variables,
        driver=Path(__file__).with_name("driver.py"),
        seconds=SECONDS,
        benchmark=str(Path(__file__).parent),
        name=name,
        training=str(work / f"{name}.gpkg"),
        classes="\n".join(scene.classes.values()),
        polygons=first,
        edits=edits,
        complete=COMPLETE_EDITS,
        whole=scene.name in SMALL or options.whole,
        view=min(VIEW, *scene.size),
        true_colour=scene.has_band_names,
    )
    return seen


@contextlib.contextmanager
def _busy_core(wanted: bool) -> Iterator[None]:
    """Keep another core computing."""
    if not wanted:
        yield
        return
    burner = multiprocessing.Process(target=_burn, daemon=True)
    burner.start()
    try:
        yield
    finally:
        burner.terminate()
        burner.join()


def _burn() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    while True:
        pass


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks.live")
    parser.add_argument("--scenes", type=_list, default=["sample"], help="sample, large, houston")
    parser.add_argument(
        "--polygons",
        type=lambda text: [int(part) for part in _list(text)],
        default=[24],
        help="numbers of polygons before the edits",
    )
    parser.add_argument("--edits", type=int, default=30, help="polygons that are drawn")
    parser.add_argument("--busy", action="store_true", help="keep another core computing")
    parser.add_argument("--whole", action="store_true", help="also map the whole large scene")
    parser.add_argument("--soak", type=int, metavar="EDITS", help="edits in a row of all kinds")
    parser.add_argument("--json", action="store_true")
    parser.add_argument("--pictures", type=Path, help="where screenshots are kept")
    parser.add_argument("--cache", type=Path, help="where features are cached between runs")
    parser.add_argument("--folder", type=Path, help="where generated scenes are kept between runs")
    parser.add_argument("--data", type=Path, default=DATA, help="the folder of the real scenes")
    return parser.parse_args()


def _list(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
