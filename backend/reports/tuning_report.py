"""The report of a search for the best diffusion features: block, timestep and composite."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np

from ..charts import images
from ..charts.heat_grid import heat_grid
from ..common.methods import METHODS_INFO
from ..core.formatting import (
    count,
    number,
    percent,
    percent_range,
    percentage_point_range,
    percentage_points,
)
from ..labels.classes import MapClass
from ..metrics.candidates import Candidate, Trial, best_index
from . import sections
from .content import (
    Block,
    Cell,
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

#: One colour per cluster, from dark to bright, distinct with colour-vision deficiency.
CLUSTER_COLOURS = ("#332288", "#117733", "#cc6677", "#88ccee", "#ddcc77", "#f4f4ee")
MAX_LISTED = 8


@dataclass(frozen=True)
class TriedSetting:
    """One combination of the grid, with the predictions from its features."""

    block: int
    timestep: int
    composite: str
    candidate: Candidate


@dataclass(frozen=True)
class ConfirmedSetting:
    """The best setting and the default, each with the complete method that makes a map."""

    method: str
    best: Candidate
    default: Candidate


@dataclass(frozen=True)
class FeaturePreview:
    """Clusters of the features of one composite over a part of the scene."""

    composite: str
    colours: np.ndarray  # (3, height, width) of the composite in 0..1
    valid: np.ndarray
    clusters: Mapping[tuple[int, int], np.ndarray]  # by timestep and block


@dataclass(frozen=True)
class FeatureSearch:
    """The data of the report: settings with predictions of the same pixels and folds."""

    title: str
    image: str
    classes: Sequence[MapClass]
    tried: Sequence[TriedSetting]
    default: Candidate  # the default features
    confirmed: ConfirmedSetting
    feature_previews: Sequence[FeaturePreview] = ()
    part: str = ""  # describes the part of the scene in the previews
    read: Mapping[str, str] = field(default_factory=dict)  # the rows of “Input data”
    settings: Mapping[str, Any] = field(default_factory=dict)
    seconds: Mapping[str, float] = field(default_factory=dict)
    notes: Sequence[str] = ()
    denoised_block: int | None = None  # the number that stands for the denoised image


@dataclass(frozen=True)
class _Results:
    """The trials of all settings, and of the best one and the default with both methods."""

    tried: Sequence[Trial]
    default: Trial
    chosen: int  # index of the best of `tried`
    confirmed_best: Trial
    confirmed_default: Trial

    @classmethod
    def of(cls, found: FeatureSearch) -> _Results:
        def trial(candidate: Candidate) -> Trial:
            return Trial.of(candidate, len(found.classes))

        tried = [trial(item.candidate) for item in found.tried]
        return cls(
            tried,
            trial(found.default),
            best_index(tried),
            trial(found.confirmed.best),
            trial(found.confirmed.default),
        )

    @property
    def best(self) -> Trial:
        return self.tried[self.chosen]


def tuning_report(found: FeatureSearch) -> Report:
    """The content of the report."""
    results = _Results.of(found)
    method = METHODS_INFO[found.confirmed.method].title
    setting = found.tried[results.chosen]
    used = sections.versions()
    blocks = [
        _grids(found, results),
        _list(results),
        _confirmed(method, results),
        _use(setting, found.settings.get("components")),
        *([_image_grids(found)] if found.feature_previews else []),
        sections.input_data_section(found.read, found.notes),
        sections.methods_section(_methods(found, results, setting)),
        sections.provenance_section(found.settings, found.seconds, used),
    ]
    average = results.confirmed_best.intervals.average
    return Report(
        title=found.title,
        subtitle=f"{found.image} · {len(found.tried)} settings",
        summary=_summary(method, results, setting),
        key_figures=[
            KeyFigure("decoder block", str(setting.block)),
            KeyFigure("timestep", str(setting.timestep)),
            KeyFigure("composite", setting.composite),
            KeyFigure(
                "average accuracy",
                percent(results.confirmed_best.average, 1),
                percent_range(average.low, average.high),
            ),
            KeyFigure(
                "default features",
                percent(results.confirmed_default.average, 1),
                "average accuracy",
            ),
        ],
        sections=blocks,
        numbers=_numbers(found, results, used),
    )


def _summary(method: str, results: _Results, setting: TriedSetting) -> list[str]:
    best = results.best
    sentences = [
        f"Best single setting: block {setting.block} at timestep {setting.timestep} of composite "
        f"{setting.composite}, with a small ensemble: average accuracy {percent(best.average)}, "
        f"overall accuracy {percent(best.metrics.overall)} (cross-validated, grouped by polygon)."
    ]
    similar = sum(1 for trial in results.tried if trial is not best and trial.is_tied_with(best))
    if similar:
        subject = f"{similar} other settings are" if similar > 1 else "One other setting is"
        sentences.append(
            f"{subject} not significantly different: the difference is smaller than its standard "
            "error."
        )
    tuned, default = results.confirmed_best, results.confirmed_default
    difference = (tuned.average - default.average) * 100
    comparison = (
        f"With the complete method, {method}, the average accuracy is {percent(tuned.average, 1)}; "
        f"with the default features it is {percent(default.average, 1)}"
    )
    if tuned.is_tied_with(default):
        sentences.append(f"{comparison}, not significantly different: keep the default.")
    elif difference < 0:
        sentences.append(
            f"{comparison}, {-difference:.1f} percentage points higher: keep the default."
        )
    else:
        sentences.append(
            f"{comparison}, {difference:.1f} percentage points lower: use the best setting."
        )
    sentences.append(
        "The accuracy of the best of many settings is slightly optimistic, because it was selected "
        "on the same labels."
    )
    sentences += tuned.candidate.scored.notes
    return sentences


def _grids(found: FeatureSearch, results: _Results) -> Section:
    blocks = sorted({item.block for item in found.tried})
    timesteps = sorted({item.timestep for item in found.tried})
    values = [trial.average for trial in results.tried]
    limits = (float(np.nanmin(values)), float(np.nanmax(values)))
    drawn: list[Block] = []
    for composite in dict.fromkeys(item.composite for item in found.tried):
        grid = np.full((len(timesteps), len(blocks)), np.nan)
        best = None
        for index, (item, value) in enumerate(zip(found.tried, values, strict=True)):
            if item.composite == composite:
                cell = timesteps.index(item.timestep), blocks.index(item.block)
                grid[cell] = value
                best = cell if index == results.chosen else best
        drawing = heat_grid(
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
        "Columns are decoder blocks of the network: low numbers cover a wide area at a coarse "
        "resolution, high numbers a small area at a fine one. Rows are diffusion timesteps "
        "(noise level; 0 is the scene without noise). The best cell is framed."
    )
    if found.denoised_block in blocks:
        caption += f" Block {found.denoised_block} is the image denoised by the network."
    return Section("Accuracy of all settings", [Row(drawn), Paragraph(caption)])


def _list(results: _Results) -> Section:
    best, default = results.best, results.default
    order = sorted(results.tried, key=lambda trial: -trial.average)
    rows: list[tuple[Cell, ...]] = [
        (
            trial.candidate.name,
            sections.accuracy_cell(trial, "average"),
            "best" if trial is best else sections.difference_cell(trial, best),
            percent(trial.metrics.overall, 1),
            number(trial.metrics.kappa, 2),
        )
        for trial in [*order[:MAX_LISTED], default]
    ]
    return Section(
        "Best settings and default features",
        [
            Table(("setting", "average acc.", "difference", "overall acc.", "kappa"), rows),
            Paragraph(
                "Average accuracy with its 95 % interval; difference to the best setting in "
                "percentage points, with its 95 % interval over the same polygons. The "
                f"default, {default.candidate.detail}, combines several features; it was evaluated "
                "in the same way."
            ),
        ],
    )


def _confirmed(method: str, results: _Results) -> Section:
    tuned, default = results.confirmed_best, results.confirmed_default
    rows: list[tuple[Cell, ...]] = [
        (
            trial.candidate.name,
            sections.accuracy_cell(trial, "average"),
            percent(trial.metrics.overall, 1),
            number(trial.metrics.kappa, 2),
        )
        for trial in (tuned, default)
    ]
    difference, interval = tuned.difference(default)
    return Section(
        "Accuracy with the complete method",
        [
            Table(("setting", "average acc.", "overall acc.", "kappa"), rows),
            Paragraph(
                f"{method} as classify and train fit it, on the same folds, with all its inputs "
                "besides the features of the network. The best setting differs from the default "
                f"by {percentage_points(difference)} percentage points of average accuracy (95 % "
                f"interval {percentage_point_range(interval.low, interval.high)})."
            ),
        ],
    )


def _use(setting: TriedSetting, components: int | None) -> Section:
    options = use_in_shell(setting.block, setting.timestep, setting.composite, components)
    kept = f", components {components}" if components else ""
    return Section(
        "How to use the best setting",
        [
            Paragraph(
                "In QGIS, enter these values in the advanced parameters of “Classify” or “Train”: "
                f"decoder blocks {setting.block}, timesteps {setting.timestep}, composites "
                f"{setting.composite.replace('+', ', ')}{kept}. On the command line, add:"
            ),
            Paragraph(options, "quote"),
        ],
    )


def use_in_shell(block: int, timestep: int, composite: str, components: int | None = None) -> str:
    """The options with which classify and train use a setting."""
    kept = f" --components {components}" if components else ""
    names = composite.replace("+", ",")
    return f"--blocks {block} --timesteps {timestep} --composites {names}{kept}"


def _image_grids(found: FeatureSearch) -> Section:
    legend = Legend(
        [LegendEntry(colour, f"cluster {index}") for index, colour in enumerate(CLUSTER_COLOURS, 1)]
    )
    blocks: list[Block] = [
        Paragraph(
            f"{found.part}: its pixels in {len(CLUSTER_COLOURS)} clusters (k-means on the features "
            "alone, without labels). Features are useful where the clusters follow the objects of "
            "the scene, and not where they show blobs or window borders. Clusters are numbered "
            "from dark to bright surfaces."
        ),
        legend,
    ]
    blocks += [_image_grid(preview) for preview in found.feature_previews]
    return Section("Clusters of the features", blocks)


def _image_grid(preview: FeaturePreview) -> ImageGrid:
    blocks = sorted({block for _, block in preview.clusters})
    timesteps = sorted({timestep for timestep, _ in preview.clusters})
    colours = {index: sections.rgb(colour) for index, colour in enumerate(CLUSTER_COLOURS)}
    composite = Image(
        *images.colour_image(preview.colours, preview.valid), f"Composite {preview.composite}"
    )
    rows = []
    for timestep in timesteps:
        shown = [composite]
        for block in blocks:
            members = np.ma.MaskedArray(preview.clusters[timestep, block], ~preview.valid)
            name = f"Clusters of block {block} at timestep {timestep} of {preview.composite}"
            shown.append(Image(*images.class_image(members, colours), name))
        rows.append((f"t {timestep}", shown))
    columns = [preview.composite, *(f"block {block}" for block in blocks)]
    return ImageGrid("", columns, rows)


def _methods(found: FeatureSearch, results: _Results, setting: TriedSetting) -> str:
    best = results.best
    scored, average = best.candidate.scored, best.intervals.average
    return (
        f"{len(found.tried)} combinations of decoder block, timestep and composite were compared "
        f"on {count(len(scored.truth))} labelled pixels in {count(scored.group_count)} polygons by "
        f"the same {scored.folds}-fold cross-validation, grouped by polygon; block "
        f"{setting.block} at timestep {setting.timestep} of {setting.composite} had the highest "
        f"average accuracy ({percent(best.average, 1)}, 95 % interval "
        f"{percent_range(average.low, average.high, 1)}, jackknife over polygons)."
    )


def _numbers(found: FeatureSearch, results: _Results, used: Mapping[str, str]) -> dict[str, Any]:
    settings = [
        {"block": item.block, "timestep": item.timestep, "composite": item.composite}
        for item in found.tried
    ]
    return {
        "image": found.image,
        "settings": dict(found.settings),
        "seconds": dict(found.seconds),
        "versions": dict(used),
        "notes": list(found.notes),
        "classes": [entry.name for entry in found.classes],
        "best": settings[results.chosen] | results.best.numbers,
        "default": results.default.numbers,
        "confirmed": {
            "method": found.confirmed.method,
            "best": results.confirmed_best.numbers,
            "default": results.confirmed_default.numbers,
        },
        "tried": [
            setting | trial.numbers for setting, trial in zip(settings, results.tried, strict=True)
        ],
    }
