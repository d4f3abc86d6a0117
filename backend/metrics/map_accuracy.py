"""Turns counted pairs of map and reference into figures, for whatever design the reference has."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.errors import UserError
from . import accuracy
from .accuracy import AccuracyMetrics, Interval, Intervals
from .area_estimation import Estimate, MapEstimates, by_map_class, estimate, unsampled
from .class_map import NO_CLASS
from .class_matching import ReferenceClass, match_keys
from .reference_counts import ReferenceCounts


@dataclass(frozen=True)
class AssessedClass:
    """One class of the map, of the reference, or of both."""

    name: str
    colour: str
    code: int | None  # in the map; None where only the reference knows it
    references: tuple[int, ...]  # what the tally calls it; empty where only the map knows it
    map_pixels: int


@dataclass(frozen=True)
class Assessment:
    """All figures of a map against a reference."""

    classes: tuple[AssessedClass, ...]
    design: str
    matrix: np.ndarray  # counts, map in rows
    plain: AccuracyMetrics
    plain_intervals: Intervals
    adjusted: MapEstimates | None
    adjusted_metrics: AccuracyMetrics | None
    adjusted_intervals: Intervals | None
    samples: int  # pixels or points compared
    groups: int  # polygons, points or squares that they come from
    unmapped: int  # reference pixels where the map has no class
    in_training: np.ndarray | None  # matrix of the samples inside training polygons
    strata: tuple[tuple[str, int, int], ...]  # name, pixels, samples
    notes: tuple[str, ...]
    #: Square metres of each class in the map; None where the coordinate system gives none.
    areas: np.ndarray | None = None

    @property
    def names(self) -> list[str]:
        """The classes' names."""
        return [entry.name for entry in self.classes]


def match_classes(
    map_styles: Mapping[int, tuple[str, str]],
    map_pixels: Mapping[int, int],
    reference: Sequence[ReferenceClass],
    match_by: str = "auto",
    own_codes: bool = False,
) -> tuple[tuple[AssessedClass, ...], list[str]]:
    """The classes of both sides, and what should be said of how they were matched."""
    names = {code: name for code, (name, _) in map_styles.items()}
    found, notes = match_keys(names, reference, match_by, own_codes)
    if not found:
        raise UserError(
            "assess.no_common_class",
            f"Map and reference have no class in common: the map has {', '.join(names.values())}; "
            f"the reference has {', '.join(entry.name for entry in reference)}.",
            "Name the classes alike; or, where both have the same codes, match by codes (--match "
            "codes; in QGIS “Match classes by”).",
        )
    known: dict[int, list[int]] = {}
    for key, code in found.items():
        known.setdefault(code, []).append(key)
    classes = [
        AssessedClass(name, colour, code, tuple(known.get(code, ())), map_pixels.get(code, 0))
        for code, (name, colour) in map_styles.items()
        if map_pixels.get(code, 0) or code in known
    ]
    lost = [entry for entry in reference if entry.key not in found]
    classes += [AssessedClass(entry.name, "#808080", None, (entry.key,), 0) for entry in lost]
    if lost:
        notes.append(f"Not a class of the map: {', '.join(entry.name for entry in lost)}.")
    unseen = [entry.name for entry in classes if not entry.references]
    if unseen:
        notes.append(f"Without any reference: {', '.join(unseen)}.")
    return tuple(classes), notes


def assess(
    reference_counts: ReferenceCounts,
    classes: tuple[AssessedClass, ...],
    design: str,
    stratum_names: Mapping[int, str] | None = None,
    notes: Sequence[str] = (),
    seed: int = 0,
) -> Assessment:
    """All figures; `stratum_names` is given where strata other than the map's classes were used."""
    rows = reference_counts.cells
    unmapped = int(reference_counts.counts[rows[:, 3] == NO_CLASS].sum())
    usable = rows[:, 3] != NO_CLASS
    map_index = {entry.code: index for index, entry in enumerate(classes) if entry.code is not None}
    reference_index = {
        key: index for index, entry in enumerate(classes) for key in entry.references
    }
    size = len(classes)
    independent = usable & (rows[:, 1] == 0)
    if not independent.any():
        raise UserError(
            "assess.no_samples",
            "No reference lies where the map has a class"
            + (" outside the training polygons." if usable.any() else "."),
            "Check that both show the same place, or give reference data of another place.",
        )

    def matrix(chosen: np.ndarray, cell_values: np.ndarray = reference_counts.counts) -> np.ndarray:
        result = np.zeros((size, size), cell_values.dtype)
        index = _indexes(rows[chosen, 3], map_index), _indexes(rows[chosen, 4], reference_index)
        np.add.at(result, index, cell_values[chosen])
        return result

    total_matrix = matrix(independent)
    groups, number = np.unique(rows[independent, 0], return_inverse=True)
    notes = list(notes)
    strata: list[tuple[str, int, int]] = []
    if stratum_names is not None:
        counts, sizes, strata = _strata(
            reference_counts, rows, independent, map_index, reference_index, stratum_names
        )
        if reference_counts.strata_areas is not None and design != "census":
            sizes = np.array(
                [
                    reference_counts.strata_areas[code]
                    for code in sorted(reference_counts.strata_pixels)
                ]
            )
    else:
        counts = by_map_class(total_matrix)
        sizes = np.array([entry.map_pixels for entry in classes])
        if reference_counts.map_areas and _pixel_areas_vary(
            reference_counts.map_areas, reference_counts.map_pixels
        ):
            sizes = np.array([reference_counts.map_areas.get(entry.code, 0.0) for entry in classes])
        if design == "census":  # all there is outside the training polygons
            known = (
                total_matrix
                if reference_counts.areas is None
                else matrix(independent, reference_counts.areas)
            )
            counts, sizes = by_map_class(known), known.sum(axis=1)
        strata = [
            (entry.name, entry.map_pixels, int(total_matrix[index].sum()))
            for index, entry in enumerate(classes)
            if entry.map_pixels
        ]
    missing = unsampled(counts, sizes)
    if len(missing) and design != "census":
        named = [name for name, _, drawn in strata if drawn == 0]
        share = sizes[missing].sum() / sizes.sum()
        notes.append(
            f"No sample in {', '.join(named)}: the estimates leave out {share:.1%} of the map."
        )
    adjusted = estimate(counts, sizes, census=design == "census")
    plain = accuracy.accuracy_metrics(total_matrix)
    if design in ("random", "stratified"):
        simple = estimate(total_matrix[None], np.array([mapped_pixel_count(reference_counts)]))
        intervals = _intervals(simple, plain)
    elif design == "census":
        intervals = _no_intervals(plain)
    else:
        parts = np.zeros((len(groups), size, size))
        index = (
            number,
            _indexes(rows[independent, 3], map_index),
            _indexes(rows[independent, 4], reference_index),
        )
        np.add.at(parts, index, reference_counts.counts[independent])
        intervals = accuracy.bootstrap(parts, seed)
    accuracy_metrics = accuracy.accuracy_metrics(adjusted.matrix)
    trained = usable & (rows[:, 1] == 1)
    return Assessment(
        classes=classes,
        design=design,
        matrix=total_matrix,
        plain=plain,
        plain_intervals=intervals,
        adjusted=adjusted,
        adjusted_metrics=accuracy_metrics,
        adjusted_intervals=_intervals(adjusted, accuracy_metrics),
        samples=int(total_matrix.sum()),
        groups=len(groups),
        unmapped=unmapped,
        in_training=matrix(trained) if trained.any() else None,
        strata=tuple(strata),
        notes=tuple(notes),
        areas=None
        if reference_counts.map_areas is None
        else np.array([reference_counts.map_areas.get(entry.code, 0.0) for entry in classes]),
    )


def mapped_pixel_count(reference_counts: ReferenceCounts) -> int:
    """Pixels of the map that hold a class."""
    return sum(reference_counts.map_pixels.values())


def _pixel_areas_vary(areas: Mapping[int, float], pixels: Mapping[int, int]) -> bool:
    """Whether classes differ in the mean area of their pixels."""
    means = [areas[code] / number for code, number in pixels.items() if number]
    return max(means) > (1 + 1e-9) * min(means)


def _indexes(values: np.ndarray, table: Mapping[int, int]) -> np.ndarray:
    keys, inverse = np.unique(values, return_inverse=True)
    return np.array([table[int(key)] for key in keys], np.int64)[inverse]


def _strata(
    reference_counts: ReferenceCounts,
    rows: np.ndarray,
    chosen: np.ndarray,
    map_index: Mapping[int, int],
    reference_index: Mapping[int, int],
    names: Mapping[int, str],
) -> tuple[np.ndarray, np.ndarray, list[tuple[str, int, int]]]:
    codes = sorted(reference_counts.strata_pixels)
    order = {code: index for index, code in enumerate(codes)}
    size = len(set(map_index.values()) | set(reference_index.values()))
    chosen = chosen & (rows[:, 2] != NO_CLASS)
    counts = np.zeros((len(codes), size, size), np.int64)
    index = (
        _indexes(rows[chosen, 2], order),
        _indexes(rows[chosen, 3], map_index),
        _indexes(rows[chosen, 4], reference_index),
    )
    np.add.at(counts, index, reference_counts.counts[chosen])
    sizes = np.array([reference_counts.strata_pixels[code] for code in codes])
    drawn = counts.sum(axis=(1, 2))
    listed = [
        (names.get(code, str(code)), int(sizes[i]), int(drawn[i])) for i, code in enumerate(codes)
    ]
    return counts, sizes, listed


def _intervals(found: MapEstimates, metrics: AccuracyMetrics) -> Intervals:
    def of(item: Estimate) -> Interval:
        return Interval(item.low, item.high)

    none = np.full_like(metrics.overall, np.nan)
    return Intervals(
        overall=of(found.overall),
        average=Interval(none, none),
        kappa=Interval(none, none),
        users=of(found.users),
        producers=of(found.producers),
        f1=of(found.f1),
        iou=of(found.iou),
    )


def _no_intervals(metrics: AccuracyMetrics) -> Intervals:
    def none(value: np.ndarray) -> Interval:
        return Interval(np.full_like(value, np.nan), np.full_like(value, np.nan))

    return Intervals(
        *(none(getattr(metrics, name)) for name in ("overall", "average", "kappa", "users")),
        *(none(getattr(metrics, name)) for name in ("producers", "f1", "iou")),
    )
