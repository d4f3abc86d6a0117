"""Edits in a row, and what remains of the backend when QGIS ends."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from .in_qgis import drive_qgis
from .polygons import draw_polygons
from .scenes import LabelledScene

#: Polygons at first, and others that edits draw or move the first ones to.
POLYGONS, MORE = 24, 200
SECONDS = 4 * 3600
#: The ways in which QGIS ends; its backend is computing meanwhile.
ENDS = ("closed", "killed")
#: Time in which all processes of a QGIS that has ended must have ended too.
END_SECONDS = 60


def run_soak(work: Path, scene: LabelledScene, edits: int) -> dict[str, Any]:
    """Make edits in a row, then end QGIS in each way; returns what was observed."""
    seen = _drive(work / "soak", scene, edits, "closed")
    seen["ends"] = {"closed while idle": _wait_for_end(work / "soak")}
    for end in ENDS:
        folder = work / f"soak-{end}"
        _drive(folder, scene, 0, end)
        seen["ends"][f"{end} while computing"] = _wait_for_end(folder)
    return seen


def _drive(folder: Path, scene: LabelledScene, edits: int, end: str) -> dict[str, Any]:
    first, more = draw_polygons(scene, POLYGONS, MORE, min(scene.size), seed=edits)
    seen: dict[str, Any] = drive_qgis(
        folder,
        scene.folder,
        folder / "pictures",
        driver=Path(__file__).with_name("soak_driver.py"),
        seconds=SECONDS,
        benchmark=str(Path(__file__).parent),
        training=str(folder / "training.gpkg"),
        classes="\n".join(scene.classes.values()),
        polygons=first,
        more=more,
        count=edits,
        end=end,
        true_colour=scene.has_band_names,
    )
    return seen


def _wait_for_end(folder: Path) -> dict[str, Any]:
    """The number of processes of an ended QGIS, and the seconds until there are none."""
    started = time.monotonic()
    at_end = len(_processes_of(folder))
    while found := _processes_of(folder):
        if time.monotonic() > started + END_SECONDS:
            raise RuntimeError(f"These processes outlive QGIS: {found}.")
        time.sleep(0.05)
    return {"at_end": at_end, "seconds": round(time.monotonic() - started, 1)}


def _processes_of(folder: Path) -> list[int]:
    """The processes that QGIS started, which have inherited its environment."""
    wanted = f"GEODIFFNET_DRIVER={folder / 'job.json'}".encode()
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            variables = (process / "environ").read_bytes()
        except OSError:  # it has just ended, or is somebody else's
            continue
        if wanted in variables.split(b"\0"):
            found.append(int(process.name))
    return found
