"""What became of each scene of a batch: a table to compute with, and a page to look at."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

from ..classifiers.model import ModelInfo
from ..core.errors import encodable
from ..files.identity import open_regular
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass
from ..options.batch_options import Settings
from ..reports import sections
from ..reports.content import (
    Block,
    KeyFigure,
    Legend,
    LegendEntry,
    Paragraph,
    Picture,
    Report,
    Row,
    Section,
    Table,
)
from ..reports.report import write_report
from ..reports.sections import count, percent
from .scene_task import Outcome
from .scenes import BatchScene

#: More than these make a page that browsers are slow with; the table has all.
MOST_PICTURES = 400
MOST_ROWS = 2_000
STATUS = {"mapped": "mapped", "skipped": "complete before", "failed": "failed"}
HECTARE = 10_000
COLUMNS = (
    "scene", "image", "status", "reason", "message", "seconds", "map", "columns", "rows", "pixels",
    "mean_confidence", "share_outside", "area_unit",
)  # fmt: skip


def write_summary(
    page: Path,
    table: Path,
    files: PendingFiles,
    settings: Settings,
    info: ModelInfo,
    scenes: Sequence[BatchScene],
    outcomes: Sequence[Outcome],
) -> None:
    """Write page, its numbers as JSON, and table, to be published with `files`."""
    text = _table(info.classes, scenes, outcomes)
    files.add(table).write_text(encodable(text), encoding="utf-8", newline="")
    write_report(_page(page, settings, info, scenes, outcomes), page, files)


def is_own_table(path: Path) -> bool:
    """Whether a file is the table of a batch."""
    start = ",".join(COLUMNS).encode()
    try:
        with open_regular(path) as file:
            return file.read(len(start)) == start
    except OSError:
        return False


def _table(
    classes: Sequence[MapClass], scenes: Sequence[BatchScene], outcomes: Sequence[Outcome]
) -> str:
    """A row for each scene; areas in hectares where they are known, else in pixels."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow([*COLUMNS, *(f"area_{entry.name}" for entry in classes)])
    for scene, outcome in zip(scenes, outcomes, strict=True):
        told = outcome.figures
        made = outcome.status != "failed"
        areas, unit = _areas(told)
        writer.writerow(
            [
                scene.name,
                scene.image,
                outcome.status,
                outcome.code,
                outcome.message,
                f"{outcome.seconds:.1f}" if outcome.seconds else "",
                scene.map if made else "",
                *(told.get("size") or ("", "")),
                _pixels(told) if made else "",
                _rounded(told.get("mean_confidence")),
                _rounded(told.get("outside")),
                unit if made else "",
                *(f"{area:g}" for area in areas),
                *([""] * (len(classes) - len(areas))),
            ]
        )
    return text.getvalue()


def _page(
    target: Path,
    settings: Settings,
    info: ModelInfo,
    scenes: Sequence[BatchScene],
    outcomes: Sequence[Outcome],
) -> Report:
    pairs = list(zip(scenes, outcomes, strict=True))
    failed = [pair for pair in pairs if pair[1].status == "failed"]
    made = [pair for pair in pairs if pair[1].status != "failed"]
    blocks = [_scenes(pairs)]
    if failed:
        blocks.insert(0, _failures(failed))
    if made:
        blocks += [_class_areas(info.classes, made), _pictures(info.classes, made)]
    blocks.append(sections.provenance(asdict(settings), {}, sections.versions()))
    spent = sum(outcome.seconds for outcome in outcomes)
    return Report(
        title=f"{len(scenes)} scenes mapped with {settings.model.name}",
        subtitle=f"{info.method} · {len(info.classes)} classes · {target.parent}",
        summary=_said(pairs, made, failed),
        key_figures=[
            KeyFigure("maps", count(len(made)), f"of {count(len(scenes))} scenes"),
            KeyFigure("failed", count(len(failed)), "each with its reason below" if failed else ""),
            KeyFigure("mean confidence", percent(_mean_confidence(made), 1), "of all pixels"),
            KeyFigure("computing time", _duration(spent), "of all workers together"),
        ],
        sections=blocks,
        numbers={
            "model": str(settings.model),
            "scenes": [
                {
                    "name": scene.name,
                    "image": scene.image,
                    "status": outcome.status,
                    "seconds": outcome.seconds,
                    "code": outcome.code,
                    "message": outcome.message,
                    "outputs": {} if outcome.status == "failed" else scene.outputs,
                    **outcome.figures,
                }
                for scene, outcome in pairs
            ],
        },
    )


def _said(
    pairs: Sequence[tuple[BatchScene, Outcome]],
    made: Sequence[tuple[BatchScene, Outcome]],
    failed: Sequence[tuple[BatchScene, Outcome]],
) -> list[str]:
    before = sum(outcome.status == "skipped" for _, outcome in made)
    said = [f"{len(made)} of {len(pairs)} scenes have a map."]
    if before:
        said.append(f"{before} of them were complete before this run and were left as they are.")
    if failed:
        said.append(f"{len(failed)} failed; run the batch again when their reasons are put right.")
    outside = [
        (outcome.figures["outside"], scene.name)
        for scene, outcome in made
        if outcome.figures.get("outside") is not None
    ]
    if outside and max(outside)[0] > 0:
        share, name = max(outside)
        said.append(
            f"The model applies least to {name}: {percent(share)} of its pixels look like nothing "
            "it has learnt from."
        )
    return said


def _failures(failed: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    rows = [
        (scene.name, f"{outcome.message} {outcome.hint} ({outcome.code})")
        for scene, outcome in failed[:MOST_ROWS]
    ]
    return Section("Scenes that failed", [Table((), rows, texts=True)])


def _scenes(pairs: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    rows = []
    for scene, outcome in pairs[:MOST_ROWS]:
        told = outcome.figures
        size = " × ".join(map(str, told["size"])) if told.get("size") else "–"
        rows.append(
            [
                scene.name,
                STATUS[outcome.status],
                size,
                f"{outcome.seconds:.1f} s" if outcome.seconds else "–",
                percent(_number(told.get("mean_confidence"))),
                percent(_number(told.get("outside")), 1),
            ]
        )
    columns = ["scene", "status", "pixels", "time", "mean confidence", "outside"]
    blocks: list[Block] = [
        Table(
            columns,
            rows,
            "Outside: the share of a scene's pixels that look like nothing the model has learnt "
            "from.",
        )
    ]
    if len(pairs) > MOST_ROWS:
        blocks.append(Paragraph(f"The first {MOST_ROWS} scenes; the table beside has all.", "note"))
    return Section("Scenes", blocks)


def _class_areas(
    classes: Sequence[MapClass], made: Sequence[tuple[BatchScene, Outcome]]
) -> Section:
    """Classes of all scenes together, and how different the scenes are."""
    rows = []
    # hectares and pixels cannot be added up
    placed = all(outcome.figures.get("class_areas") for _, outcome in made)
    for index, entry in enumerate(classes):
        shares, total, unit = [], 0.0, ""
        for _, outcome in made:
            areas, unit = _areas(outcome.figures, placed)
            total += areas[index]
            if sum(areas):
                shares.append(areas[index] / sum(areas))
        least, most = (min(shares), max(shares)) if shares else (0.0, 0.0)
        rows.append([entry.name, f"{count(total)} {unit}", sections.spread(least, most, 1)])
    table = Table(
        ["class", "all scenes", "share in a scene"],
        rows,
        "What the maps show, overlaps of scenes counted twice, errors included: for areas to be "
        "quoted, assess a map against reference data.",
        swatches=[entry.colour for entry in classes],
    )
    return Section("Areas of the classes", [table])


def _pictures(classes: Sequence[MapClass], made: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    pictures = []
    for scene, outcome in made[:MOST_PICTURES]:
        if outcome.thumbnail:
            columns, rows = outcome.figures["size"]
            pictures.append(
                Picture(outcome.thumbnail, columns, rows, f"Map of {scene.name}", scene.name)
            )
    blocks: list[Block] = [
        Legend([LegendEntry(entry.colour, entry.name) for entry in classes]),
        Row(pictures, narrow=True),
    ]
    if len(made) > MOST_PICTURES:
        blocks.append(Paragraph(f"The first {MOST_PICTURES} maps.", "note"))
    return Section("Maps", blocks)


def _areas(told: dict[str, Any], placed: bool = True) -> tuple[list[float], str]:
    """The area of each class, and its unit: hectares where the coordinate system gives them."""
    areas = told.get("class_areas")
    if placed and areas:
        return [area / HECTARE for area in areas], "ha"
    return [float(entry["pixels"]) for entry in told.get("classes", ())], "pixels"


def _pixels(told: dict[str, Any]) -> int:
    return sum(entry["pixels"] for entry in told.get("classes", ()))


def _mean_confidence(made: Sequence[tuple[BatchScene, Outcome]]) -> float:
    weighed = [
        (_pixels(outcome.figures), _number(outcome.figures.get("mean_confidence")))
        for _, outcome in made
    ]
    total = sum(pixels for pixels, _ in weighed)
    known = (pixels * value for pixels, value in weighed if pixels)
    return sum(known) / total if total else float("nan")


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _duration(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
