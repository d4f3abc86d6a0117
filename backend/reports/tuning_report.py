"""The report of a search for the block, timestep and composite whose features suit a scene."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..charts import charts, images
from ..labels.classes import MapClass
from . import sections
from .candidates import Candidate, Trial, best_index
from .content import (
    Block,
    Figure,
    Image,
    ImageGrid,
    KeyFigure,
    Legend,
    LegendEntry,
    Paragraph,
    Report,
    Row,
    Section,
    Table,
)
from .sections import count, number, percent, spread

#: One colour a cluster, dark to bright, told apart by colour-blind eyes as well.
CLUSTER_COLOURS = ("#332288", "#117733", "#cc6677", "#88ccee", "#ddcc77", "#f4f4ee")
MAX_LISTED = 8


@dataclass(frozen=True)
class TriedSetting:
    """One place in the grid, with what was predicted from its features."""

    block: int
    timestep: int
    composite: str
    candidate: Candidate


@dataclass(frozen=True)
class ConfirmedSetting:
    """The best setting and the default, each with the method that will be fitted for a map."""

    method: str
    best: Candidate
    standard: Candidate


@dataclass(frozen=True)
class FeaturePreview:
    """What the features of one composite tell apart without labels, over a part of the scene."""

    composite: str
    colours: np.ndarray  # (3, height, width) of the composite in 0..1
    valid: np.ndarray
    clusters: Mapping[tuple[int, int], np.ndarray]  # by timestep and block


@dataclass(frozen=True)
class FeatureSearch:
    """All that was tried on the same labels and folds."""

    title: str
    image: str
    classes: Sequence[MapClass]
    tried: Sequence[TriedSetting]
    standard: Candidate  # what is read where nobody chooses
    confirmed: ConfirmedSetting
    feature_previews: Sequence[FeaturePreview] = ()
    part: str = ""  # what the looks show
    read: Mapping[str, str] = field(default_factory=dict)
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()
    seed: int = 0
    denoised_block: int | None = None  # the block's number that stands for the denoised picture


def tuning_report(found: FeatureSearch) -> Report:
    """The content of the report."""
    classes = len(found.classes)
    trials = [Trial.of(item.candidate, classes, found.seed) for item in found.tried]
    standard = Trial.of(found.standard, classes, found.seed)
    chosen = best_index(trials)
    best, setting = trials[chosen], found.tried[chosen]
    confirmed = _Pair(
        found.confirmed.method,
        Trial.of(found.confirmed.best, classes, found.seed),
        Trial.of(found.confirmed.standard, classes, found.seed),
    )
    used = sections.versions()
    blocks = [
        _grids(found, trials, chosen),
        _list(trials, standard, best),
        _confirmed(confirmed),
        _use(setting, found.settings.get("components")),
        *([_image_grids(found)] if found.feature_previews else []),
    ]
    rows: list[Block] = [Table((), list(found.read.items()), texts=True)]
    rows += [Paragraph(note, "note") for note in found.notes]
    blocks.append(Section("What was read", rows))
    methods = _methods(found, best, setting)
    blocks.append(Section("For the methods section", [Paragraph(methods, "quote")]))
    blocks.append(sections.provenance(found.settings, found.seconds, used))
    average = confirmed.best.intervals.average
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {len(trials)} settings",
        summary=_summary(trials, confirmed, best, setting),
        key_figures=[
            KeyFigure("block", str(setting.block)),
            KeyFigure("timestep", str(setting.timestep)),
            KeyFigure("composite", setting.composite),
            KeyFigure(
                "average accuracy",
                percent(confirmed.best.average, 1),
                spread(float(average.low), float(average.high)),
            ),
            KeyFigure("by default", percent(confirmed.standard.average, 1), "average accuracy"),
        ],
        sections=blocks,
        numbers=_numbers(found, trials, standard, confirmed, chosen, used),
    )


@dataclass(frozen=True)
class _Pair:
    """The best setting and the default, with the method of a map."""

    method: str
    best: Trial
    standard: Trial


def _summary(
    trials: Sequence[Trial], confirmed: _Pair, best: Trial, setting: TriedSetting
) -> list[str]:
    sentences = [
        f"Of single settings, block {setting.block} at timestep {setting.timestep} of "
        f"{setting.composite} does best in a small ensemble: average accuracy "
        f"{percent(best.average)}, overall accuracy "
        f"{percent(float(best.accuracy_metrics.overall))} "
        "(cross-validated by polygon)."
    ]
    close = sum(trial is not best and trial.is_tied_with(best) for trial in trials)
    if close:
        others = f"{close} of the other settings" if close > 1 else "One other setting"
        sentences.append(
            f"{others} cannot be told from it: the difference is smaller than its standard error."
        )
    whole, standard = confirmed.best, confirmed.standard
    gap = (whole.average - standard.average) * 100
    shares = (
        f"With the whole method, {confirmed.method}, it has {percent(whole.average, 1)} on average "
        f"and what is read by default {percent(standard.average, 1)}"
    )
    if whole.is_tied_with(standard):
        sentences.append(f"{shares}, which the labels cannot tell apart: keep the default.")
    elif gap < 0:
        sentences.append(f"{shares}, {-gap:.1f} points more: keep the default.")
    else:
        sentences.append(f"{shares}, {gap:.1f} points less: classify with these settings.")
    sentences.append("The best of many tries looks a little better than it is.")
    return sentences


def _grids(found: FeatureSearch, trials: Sequence[Trial], chosen: int) -> Section:
    blocks = sorted({item.block for item in found.tried})
    timesteps = sorted({item.timestep for item in found.tried})
    values = [trial.average for trial in trials]
    limits = (float(np.nanmin(values)), float(np.nanmax(values)))
    drawn: list[Block] = []
    for composite in dict.fromkeys(item.composite for item in found.tried):
        grid = np.full((len(timesteps), len(blocks)), np.nan)
        best = None
        for number_, (item, value) in enumerate(zip(found.tried, values, strict=True)):
            if item.composite == composite:
                cell = timesteps.index(item.timestep), blocks.index(item.block)
                grid[cell] = value
                best = cell if number_ == chosen else best
        drawing = charts.heat_grid(
            [f"block {block}" for block in blocks],
            [f"t {timestep}" for timestep in timesteps],
            grid,
            limits,
            "",
            f"Average accuracy from features of {composite}",
            best,
        )
        drawn.append(Figure(drawing, f"{composite}: average accuracy in percent"))
    caption = (
        "Columns are decoder blocks of the network, low ones wide and coarse, high ones near and "
        "fine; rows are timesteps, from a clean scene to a noisy one. The best cell is framed."
    )
    if found.denoised_block in blocks:
        caption += (
            f" Block {found.denoised_block} is the scene's picture as the network has denoised it."
        )
    return Section(
        "Every setting",
        [
            Row(drawn),
            Paragraph(caption),
        ],
    )


def _list(trials: Sequence[Trial], standard: Trial, best: Trial) -> Section:
    order = sorted(trials, key=lambda trial: -trial.average)
    rows = []
    for trial in [*order[:MAX_LISTED], standard]:
        gap, interval = trial.gap(best)
        limits = f"{float(interval.low) * 100:+.0f} … {float(interval.high) * 100:+.0f}"
        average = trial.intervals.average
        rows.append(
            (
                trial.candidate.name,
                (
                    percent(trial.average, 1),
                    spread(float(average.low), float(average.high)),
                ),
                "best"
                if trial is best
                else (f"{gap * 100:+.1f}".replace("-", "−"), limits.replace("-", "−")),
                percent(float(trial.accuracy_metrics.overall), 1),
                number(float(trial.accuracy_metrics.kappa), 2),
            )
        )
    return Section(
        "The best ones, and the default",
        [
            Table(("", "average", "gap", "overall", "κ"), rows),
            Paragraph(
                "Average accuracy with its 95 % interval; the gap to the best in points, with its "
                "95 % interval over the same draws of polygons. The default, "
                f"{standard.candidate.detail}, joins several; it was learnt from in the same way."
            ),
        ],
    )


def _confirmed(pair: _Pair) -> Section:
    rows = []
    for trial in (pair.best, pair.standard):
        average = trial.intervals.average
        limits = spread(float(average.low), float(average.high))
        rows.append(
            (
                trial.candidate.name,
                (percent(trial.average, 1), limits),
                percent(float(trial.accuracy_metrics.overall), 1),
                number(float(trial.accuracy_metrics.kappa), 2),
            )
        )
    gap, interval = pair.best.gap(pair.standard)
    return Section(
        "With the whole method",
        [
            Table(("", "average", "overall", "κ"), rows),
            Paragraph(
                f"{pair.method} as classify and train fit it, on the same folds, with everything "
                "it reads beside the network's features. The best setting differs from the "
                f"default by {gap * 100:+.1f} points of average accuracy (95 % interval "
                f"{float(interval.low) * 100:+.1f} to {float(interval.high) * 100:+.1f}).".replace(
                    "-", "−"
                )
            ),
        ],
    )


def _use(setting: TriedSetting, components: int | None) -> Section:
    options = use_in_shell(setting.block, setting.timestep, setting.composite, components)
    kept = f", components {components}" if components else ""
    return Section(
        "To use it",
        [
            Paragraph(
                "In QGIS, write these among the advanced parameters of classify or train: decoder "
                f"blocks {setting.block}, timesteps {setting.timestep}, composites "
                f"{setting.composite.replace('+', ', ')}{kept}. In a shell, add:"
            ),
            Paragraph(options, "quote"),
        ],
    )


def use_in_shell(block: int, timestep: int, composite: str, components: int | None = None) -> str:
    """The options that make classify and train read it."""
    kept = f" --components {components}" if components else ""
    names = composite.replace("+", ",")
    return f"--blocks {block} --timesteps {timestep} --composites {names}{kept}"


def _image_grids(found: FeatureSearch) -> Section:
    legend = Legend(
        [LegendEntry(colour, f"cluster {index}") for index, colour in enumerate(CLUSTER_COLOURS, 1)]
    )
    blocks: list[Block] = [
        Paragraph(
            f"{found.part}: its pixels in {len(CLUSTER_COLOURS)} clusters by k-means on the "
            "features alone, without any label. Where clusters follow what you see, the features "
            "help; where they show blobs or windows, they do not. Clusters are numbered from dark "
            "to bright ground."
        ),
        legend,
    ]
    for feature_previews in found.feature_previews:
        blocks += _image_grid(feature_previews)
    return Section("What the features see", blocks)


def _image_grid(feature_previews: FeaturePreview) -> list[Block]:
    blocks = sorted({block for _, block in feature_previews.clusters})
    timesteps = sorted({timestep for timestep, _ in feature_previews.clusters})
    colours = {index: sections.rgb(colour) for index, colour in enumerate(CLUSTER_COLOURS)}
    seen = Image(
        *images.colour_image(feature_previews.colours, feature_previews.valid),
        f"Composite {feature_previews.composite}",
    )
    rows = []
    for timestep in timesteps:
        shown = [seen]
        for block in blocks:
            members = np.ma.MaskedArray(
                feature_previews.clusters[timestep, block], ~feature_previews.valid
            )
            drawn = images.class_image(members, colours)
            name = (
                f"Clusters of block {block} at timestep {timestep} of {feature_previews.composite}"
            )
            shown.append(Image(*drawn, name))
        rows.append((f"t {timestep}", shown))
    return [
        ImageGrid("", [feature_previews.composite, *(f"block {block}" for block in blocks)], rows),
    ]


def _methods(found: FeatureSearch, best: Trial, setting: TriedSetting) -> str:
    scored = best.candidate.scored
    polygons = count(len(np.unique(scored.groups)))
    average = best.intervals.average
    return (
        f"{len(found.tried)} combinations of decoder block, timestep and composite were compared "
        f"on {count(len(scored.truth))} labelled pixels in {polygons} polygons by the same "
        f"{scored.folds}-fold cross-validation that kept polygons whole; block {setting.block} at "
        f"timestep {setting.timestep} of {setting.composite} had the highest average accuracy "
        f"({percent(best.average, 1)}, 95 % interval "
        f"{spread(float(average.low), float(average.high), 1)}, bootstrap over polygons)."
    )


def _numbers(
    found: FeatureSearch,
    trials: Sequence[Trial],
    standard: Trial,
    confirmed: _Pair,
    chosen: int,
    used: Mapping[str, str],
) -> dict[str, Any]:
    places = [
        {"block": item.block, "timestep": item.timestep, "composite": item.composite}
        for item in found.tried
    ]
    return {
        "image": found.image,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "classes": [entry.name for entry in found.classes],
        "best": places[chosen] | trials[chosen].numbers,
        "standard": standard.numbers,
        "confirmed": {
            "method": confirmed.method,
            "best": confirmed.best.numbers,
            "standard": confirmed.standard.numbers,
        },
        "tried": [place | trial.numbers for place, trial in zip(places, trials, strict=True)],
    }
