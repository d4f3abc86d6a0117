"""The summary of a batch: a CSV table and a report."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from ..classifiers.model import ModelInfo
from ..common.methods import METHODS_INFO
from ..core.errors import utf8_text
from ..core.formatting import area, count, count_with_noun, percent, percent_range
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
from .scene_task import Outcome
from .scenes import BatchScene

#: Limits of the page, since browsers are slow with more; the table has all scenes.
MAX_IMAGES = 400
MAX_ROWS = 2_000
STATUS = {"mapped": "mapped", "skipped": "already complete", "failed": "failed"}
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
    """Write the page, its numbers and the table, to be published with `files`."""
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
    """One row per scene; areas in hectares where these are known, else in pixels."""
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
    method = METHODS_INFO[info.method].title
    pairs = list(zip(scenes, outcomes, strict=True))
    failed = [pair for pair in pairs if pair[1].status == "failed"]
    mapped = [pair for pair in pairs if pair[1].status != "failed"]
    blocks = [_scene_section(pairs)]
    if failed:
        blocks.insert(0, _failure_section(failed))
    if mapped:
        blocks += [_class_area_section(info.classes, mapped), _map_images(info.classes, mapped)]
    blocks.append(sections.provenance_section(option_values(options), {}, sections.versions()))
    computing_time = sum(outcome.seconds for outcome in outcomes)
    return Report(
        title=f"{count_with_noun(len(scenes), 'scene')} mapped with {options.model.model.name}",
        subtitle=f"{method} · {len(info.classes)} classes · {target.parent}",
        summary=_summary_sentences(pairs, mapped, failed),
        key_figures=[
            KeyFigure("maps", count(len(mapped)), f"of {count_with_noun(len(scenes), 'scene')}"),
            KeyFigure("failed", count(len(failed)), "reasons below" if failed else ""),
            KeyFigure("mean confidence", percent(_mean_confidence(mapped), 1), "of all maps"),
            KeyFigure("computing time", _duration(computing_time), "sum of all workers"),
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
    sentences = [f"Mapped scenes: {len(mapped)} of {len(pairs)}."]
    if before:
        sentences.append(f"Already complete before this run, and not changed: {before}.")
    if failed:
        sentences.append(
            f"Failed: {len(failed)}. Correct the causes listed below and run the batch again."
        )
    outside = [
        (outcome.figures["outside"], scene.name)
        for scene, outcome in mapped
        if outcome.figures.get("outside") is not None
    ]
    if outside and max(outside)[0] > 0:
        share, name = max(outside)
        sentences.append(
            f"Lowest applicability: {percent(share)} of {name} lies outside the area of "
            "applicability (spectra unlike any training sample)."
        )
    return sentences


def _failure_section(failed: Sequence[tuple[BatchScene, Outcome]]) -> Section:
    rows = [
        (scene.name, f"{outcome.message} {outcome.hint} ({outcome.code})")
        for scene, outcome in failed[:MAX_ROWS]
    ]
    return Section("Failed scenes", [Table((), rows, texts=True)])


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
    columns = ["scene", "status", "pixels", "time", "mean confidence", "outside applicability"]
    blocks: list[Block] = [
        Table(
            columns,
            rows,
            "Mean confidence: estimated from a part of the pixels where only the class map of a "
            "large scene was written. Outside applicability: share of the scene outside the area "
            "of applicability (spectra unlike any training sample).",
        )
    ]
    if len(pairs) > MAX_ROWS:
        blocks.append(Paragraph(f"The first {MAX_ROWS} scenes; the CSV table has all.", "note"))
    return Section("Scenes", blocks)


def _class_area_section(
    classes: Sequence[MapClass], mapped: Sequence[tuple[BatchScene, Outcome]]
) -> Section:
    """The areas of the classes in all scenes, and the range of their shares."""
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
        size = area(total) if in_hectares else count(total)
        share = percent_range(minimum, maximum, 1) if maximum > minimum else percent(minimum, 1)
        rows.append([entry.name, f"{size} {unit}", share])
    table = Table(
        ["class", "total of all scenes", "share per scene (min–max)"],
        rows,
        "Areas counted from the maps, which are biased by classification errors; overlaps of "
        "scenes are counted twice. For areas to be reported, assess a map with reference data.",
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
    """The area of each class and the unit: hectares if known, else pixels."""
    areas = metrics.get("class_areas")
    if in_hectares and areas:
        return [area / HECTARE for area in areas], "ha"
    return [float(entry["pixels"]) for entry in metrics.get("classes", ())], "pixels"


def _pixels(metrics: dict[str, Any]) -> int:
    return sum(entry["pixels"] for entry in metrics.get("classes", ()))


def _mean_confidence(mapped: Sequence[tuple[BatchScene, Outcome]]) -> float:
    known = [
        (_pixels(outcome.figures), float(confidence))
        for _, outcome in mapped
        if (confidence := outcome.figures.get("mean_confidence")) is not None
    ]
    total = sum(pixels for pixels, _ in known)
    return sum(pixels * value for pixels, value in known) / total if total else float("nan")


def _number(value: float | None) -> float:
    return float("nan") if value is None else float(value)


def _rounded(value: float | None) -> str:
    return "" if value is None else f"{value:.4f}"


def _duration(seconds: float) -> str:
    if seconds < 120:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 7200 else f"{seconds / 3600:.1f} h"
