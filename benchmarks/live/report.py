"""Prints what was measured, and summarises it for `--json`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

PARTS = ("settle", "export", "send", "worker", "layer", "repaint")
#: A large view is refined coarsely before every pixel on the screen is.
COARSE = "coarse"
STAGES = ("first", COARSE, "refined", "validated")


def report(scene: str, polygons: int, seen: dict[str, Any]) -> dict[str, Any]:
    """Print a run of edits; returns the summary of its stages."""
    edits = seen["edits"]
    figures: dict[str, Any] = {
        f"{stage}_s": _summary([edit[stage] for edit in edits if stage in edit])
        for stage in STAGES
        if stage != COARSE or any(COARSE in edit for edit in edits)
    }
    figures["block_s"] = _longest(seen["blocks"])
    figures["block_without_panel_s"] = _longest(seen["control"])
    print(f"{scene}, {polygons} polygons at first, {len(edits)} edits: {seen['status']}")
    for stage in STAGES:
        found = figures.get(f"{stage}_s")
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
    print(f"  longest blocks of the event loop in ms: {_blocks_text(seen['blocks'])}")
    print(f"  without the panel: {_blocks_text(seen['control'])}")
    print(f"  backend ready after {seen['start']:.1f} s")
    print(f"  {_memory_text(seen['memory'])}")
    if "whole" in seen:
        figures["whole_s"] = round(seen["whole"], 2)
        figures["views"] = [_view(view) for view in seen["views"]]
        print(f"  whole scene on the canvas {seen['whole']:.1f} s after the click")
        for view in figures["views"]:
            print(
                f"  view {view['name']}, every {view['step']}. pixel: {view['pixels']} pixels, "
                f"{view['equal']:.4%} as in the map of the whole scene"
            )
    return figures


def report_soak(seen: dict[str, Any]) -> dict[str, Any]:
    """Print edits in a row and the ends of QGIS; returns their figures."""
    edits, lost = seen["edits"], seen["lost"]
    first = _summary(seen["seconds"])
    kinds = ", ".join(f"{count} {kind}" for kind, count in seen["kinds"].items())
    print(f"{edits} edits in a row ({kinds}): {len(lost)} lost {lost}")
    print(f"  first map: median {first['median']:.2f} s, 95 % {first['p95']:.2f} s")
    print(f"  {_memory_text(seen['memory'])}")
    print(
        f"  backend killed after {seen['killed']['after']} edits: the next one is mapped "
        f"{seen['killed']['seconds']:.1f} s after it, {seen['killed']['cpu']:.1f} s of the CPU; "
        f"{seen['killed']['messages']}"
    )
    print(f"  workers before and after another project: {seen['project']}")
    for way, left in seen["ends"].items():
        print(f"  QGIS {way}: {left['at_end']} processes, all ended after {left['seconds']:.1f} s")
    return {
        "edits": edits,
        "lost": len(lost),
        "first_s": first,
        "memory_mb": seen["memory"],
        "after_kill_s": {
            "seconds": round(seen["killed"]["seconds"], 2),
            "cpu": seen["killed"]["cpu"],
        },
        "workers": seen["project"],
        "ends": seen["ends"],
    }


def _memory_text(memory: dict[str, dict[str, float]]) -> str:
    """Of each moment the memory of the backend and of QGIS."""
    parts = [
        f"{moment} {found['backend']:.0f} and {found['qgis']:.0f}"
        for moment, found in memory.items()
    ]
    return f"memory of backend and QGIS in MB: {', '.join(parts)}"


def _blocks_text(blocks: Sequence[Sequence[float]]) -> str:
    """The time of each block, and that of the CPU of QGIS's main thread."""
    texts = [f"{1000 * seconds:.0f} ({1000 * cpu:.0f} of the CPU)" for seconds, cpu in blocks]
    return ", ".join(texts) or "none"


def _longest(blocks: Sequence[Sequence[float]]) -> dict[str, float]:
    return {
        "longest": round(max((seconds for seconds, _ in blocks), default=0.0), 3),
        "cpu": round(max((cpu for _, cpu in blocks), default=0.0), 3),
    }


def _view(view: dict[str, Any]) -> dict[str, Any]:
    return {
        "name": view["name"],
        "step": view["step"],
        "pixels": view["pixels"],
        "equal": view["same"] / view["pixels"],
    }


def _summary(values: Sequence[float]) -> dict[str, float]:
    """Median and 95th percentile in seconds; empty without values."""
    if not values:
        return {}
    ordered = sorted(values)
    last = len(ordered) - 1
    return {
        "median": round((ordered[last // 2] + ordered[-(-last // 2)]) / 2, 3),
        "p95": round(ordered[round(0.95 * last)], 3),
    }
