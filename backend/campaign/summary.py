"""What became of each scene of a batch: a table to compute with, and a page to look at."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..classifiers.model import ModelInfo
from ..core.errors import utf8_text
from ..files.identity import open_regular
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass
from ..options.campaign_options import CampaignOptions
from ..options.declaration import option_values
from ..reports import sections
from ..reports.content import (
    Block,
    Image,
    KeyFigure,
    Legend,
    LegendEntry,
    Paragraph,
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
MAX_IMAGES = 400
MAX_ROWS = 2_000
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
    options: CampaignOptions,
    info: ModelInfo,
    scenes: Sequence[BatchScene],
    outcomes: Sequence[Outcome],
) -> None:
    """Write page, its numbers as JSON, and table, to be published with `files`."""
    text = _table(info.classes, scenes, outcomes)
    files.add(table).write_text(utf8_text(text), encoding="utf-8", newline="")
    write_report(_page(page, options, info, scenes, outcomes), page, files)


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
        metrics = outcome.figures
        mapped = outcome.status != "failed"
        areas, unit = _areas(metrics)
        writer.writerow(
            [
                scene.name,
                scene.image,
                outcome.status,
                outcome.code,
                outcome.message,
                f"{outcome.seconds:.1f}" if outcome.seconds else "",
                scene.map if mapped else "",
                *(metrics.get("size") or ("", "")),
                _pixels(metrics) if mapped else "",
                _rounded(metrics.get("mean_confidence")),
                _rounded(metrics.get("outside")),
                unit if mapped else "",
                *(f"{area:g}" for area in areas),
                *([""] * (len(classes) - len(areas))),
            ]
        )
    return text.getvalue()


def _page(
    target: Path,
    options: CampaignOptions,
    info: ModelInfo,
    scenes: Sequence[BatchScene],
    outcomes: Sequence[Outcome],
) -> Report:
    pairs = list(zip(scenes, outcomes, strict=True))
    failed = [pair for pair in pairs if pair[1].status == "failed"]
    mapped = [pair for pair in pairs if pair[1].status != "failed"]
    blocks = [_scene_section(pairs)]
    if failed:
        blocks.insert(0, _failure_section(failed))
    if mapped:
        blocks += [_class_area_section(info.classes, mapped), _map_images(info.classes, mapped)]
    blocks.append(sections.provenance(option_values(options), {}, sections.versions()))
    computing_time = sum(outcome.seconds for outcome in outcomes)
    return Report(
        title=f"{len(scenes)} scenes mapped with {options.model.model.name}",
        subtitle=f"{info.method} · {len(info.classes)} classes · {target.parent}",
        summary=_summary_sentences(pairs, mapped, failed),
        key_figures=[
            KeyFigure("maps", count(len(mapped)), f"of {count(len(scenes))} scenes"),
            KeyFigure("failed", count(len(failed)), "each with its reason below" if failed else ""),
            KeyFigure("mean confidence", percent(_mean_confidence(mapped), 1), "of all pixels"),
            KeyFigure("computing time", _duration(computing_time), "of all workers together"),
        ],
        sections=blocks,
        numbers={
            "model": str(options.model.model),
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


def _summary_sentences(
    pairs: Sequence[tuple[BatchScene, Outcome]],
    mapped: Sequence[tuple[BatchScene, Outcome]],
    failed: Sequence[tuple[BatchScene, Outcome]],
) -> list[str]:
    before = sum(outcome.status == "skipped" for _, outcome in mapped)
    sentences = [f"{len(mapped)} of {len(pairs)} scenes have a map."]
    if before:
        sentences.append(
            f"{before} of them were complete before this run and were left as they are."
        )
    if failed:
        sentences.append(
            f"{len(failed)} failed; run the batch again when their reasons are put right."
        )
    outside = [
        (outcome.figures["outside"], scene.name)
        for scene, outcome in mapped
        if outcome.figures.get("outside") is not None
    ]
    if outside and max(outside)[0] > 0:
        share, name = max(outside)
        sentences.append(
            f"The model applies least to {name}: {percent(share)} of its pixels look like nothing "
            "it has learnt from."
        )
    return sentences


def _failure_section(failed: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    rows = [
        (scene.name, f"{outcome.message} {outcome.hint} ({outcome.code})")
        for scene, outcome in failed[:MAX_ROWS]
    ]
    return Section("Scenes that failed", [Table((), rows, texts=True)])


def _scene_section(pairs: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    rows = []
    for scene, outcome in pairs[:MAX_ROWS]:
        metrics = outcome.figures
        size = " × ".join(map(str, metrics["size"])) if metrics.get("size") else "–"
        rows.append(
            [
                scene.name,
                STATUS[outcome.status],
                size,
                f"{outcome.seconds:.1f} s" if outcome.seconds else "–",
                percent(_number(metrics.get("mean_confidence"))),
                percent(_number(metrics.get("outside")), 1),
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
    if len(pairs) > MAX_ROWS:
        blocks.append(Paragraph(f"The first {MAX_ROWS} scenes; the table beside has all.", "note"))
    return Section("Scenes", blocks)


def _class_area_section(
    classes: Sequence[MapClass], mapped: Sequence[tuple[BatchScene, Outcome]]
) -> Section:
    """Classes of all scenes together, and how different the scenes are."""
    rows = []
    # hectares and pixels cannot be added up
    in_hectares = all(outcome.figures.get("class_areas") for _, outcome in mapped)
    for index, entry in enumerate(classes):
        shares, total, unit = [], 0.0, ""
        for _, outcome in mapped:
            areas, unit = _areas(outcome.figures, in_hectares)
            total += areas[index]
            if sum(areas):
                shares.append(areas[index] / sum(areas))
        minimum, maximum = (min(shares), max(shares)) if shares else (0.0, 0.0)
        rows.append([entry.name, f"{count(total)} {unit}", sections.spread(minimum, maximum, 1)])
    table = Table(
        ["class", "all scenes", "share in a scene"],
        rows,
        "What the maps show, overlaps of scenes counted twice, errors included: for areas to be "
        "quoted, assess a map against reference data.",
        swatches=[entry.colour for entry in classes],
    )
    return Section("Areas of the classes", [table])


def _map_images(
    classes: Sequence[MapClass], mapped: Sequence[tuple[BatchScene, Outcome]]
) -> Section:
    images = []
    for scene, outcome in mapped[:MAX_IMAGES]:
        if outcome.thumbnail:
            columns, rows = outcome.figures["size"]
            images.append(
                Image(outcome.thumbnail, columns, rows, f"Map of {scene.name}", scene.name)
            )
    blocks: list[Block] = [
        Legend([LegendEntry(entry.colour, entry.name) for entry in classes]),
        Row(images, narrow=True),
    ]
    if len(mapped) > MAX_IMAGES:
        blocks.append(Paragraph(f"The first {MAX_IMAGES} maps.", "note"))
    return Section("Maps", blocks)


def _areas(metrics: dict[str, Any], in_hectares: bool = True) -> tuple[list[float], str]:
    """The area of each class, and its unit: hectares where the coordinate system gives them."""
    areas = metrics.get("class_areas")
    if in_hectares and areas:
        return [area / HECTARE for area in areas], "ha"
    return [float(entry["pixels"]) for entry in metrics.get("classes", ())], "pixels"


def _pixels(metrics: dict[str, Any]) -> int:
    return sum(entry["pixels"] for entry in metrics.get("classes", ()))


def _mean_confidence(mapped: Sequence[tuple[BatchScene, Outcome]]) -> float:
    weighted = [
        (_pixels(outcome.figures), _number(outcome.figures.get("mean_confidence")))
        for _, outcome in mapped
    ]
    total = sum(pixels for pixels, _ in weighted)
    known = (pixels * value for pixels, value in weighted if pixels)
    return sum(known) / total if total else float("nan")


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _duration(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
