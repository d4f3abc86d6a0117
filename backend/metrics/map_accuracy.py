"""The accuracy of a class map from counted pairs of map and reference, for any sampling design."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from ..core.errors import UserError
from ..core.formatting import percent
from .accuracy import AccuracyMetrics
from .area_estimation import MapEstimates, estimate, stratify_by_map_class, unsampled
from .class_map import NO_CLASS
from .class_matching import AssessedClass
from .intervals import Intervals, group_intervals
from .reference_counts import ReferenceCounts

#: Sampling designs whose points are drawn by chance, so that they represent the whole map.
PROBABILITY_DESIGNS = ("random", "stratified")


@dataclass(frozen=True)
class Stratum:
    """A stratum of the map with the samples that lie in it."""

    name: str
    pixels: int
    samples: int


@dataclass(frozen=True)
class Assessment:
    """The accuracy of a map against a reference."""

    classes: tuple[AssessedClass, ...]
    design: str
    unadjusted: AccuracyMetrics  # every sample has the same weight
    unadjusted_intervals: Intervals
    adjusted: MapEstimates  # every stratum is weighted by its area
    samples: int  # pixels or points compared
    groups: int  # polygons, points or squares that they belong to
    unmapped: int  # reference pixels where the map has no class
    in_training: AccuracyMetrics | None  # of the samples inside training polygons
    strata: tuple[Stratum, ...]
    notes: tuple[str, ...]
    #: Square metres of each class in the map; None where the coordinate system gives none.
    areas: np.ndarray | None = None

    @property
    def names(self) -> list[str]:
        """The names of the classes."""
        return [entry.name for entry in self.classes]

    @property
    def reports_adjusted(self) -> bool:
        """Whether the area-adjusted estimates are the ones to report."""
        return self.design in PROBABILITY_DESIGNS

    @property
    def metrics(self) -> AccuracyMetrics:
        """The metrics to report: area-adjusted or not, as the sampling design requires."""
        return self.adjusted.metrics if self.reports_adjusted else self.unadjusted

    @property
    def intervals(self) -> Intervals:
        """The intervals of the metrics to report."""
        return self.adjusted.intervals if self.reports_adjusted else self.unadjusted_intervals


def assess(
    reference_counts: ReferenceCounts,
    classes: tuple[AssessedClass, ...],
    design: str,
    stratum_names: Mapping[int, str] | None = None,
    notes: Sequence[str] = (),
) -> Assessment:
    """Assess a map; `stratum_names` is given where the strata are not the classes of the map."""
    pairs = _ClassPairs.of(reference_counts, classes)
    independent, training = pairs.select(~pairs.in_training), pairs.select(pairs.in_training)
    if not len(independent.counts):
        outside = " outside the training polygons" if len(training.counts) else ""
        raise UserError(
            "assess.no_samples",
            f"No reference data lie where the map has a class{outside}.",
            "Check that map and reference cover the same area, or use other reference data.",
        )
    matrix = independent.matrix()
    unadjusted = AccuracyMetrics.from_confusion(matrix)
    if stratum_names is not None:
        counts, sizes, strata = _given_strata(reference_counts, independent, stratum_names, design)
    else:
        counts, sizes, strata = _map_class_strata(reference_counts, independent, classes, design)
    notes = list(notes)
    missing = unsampled(counts, sizes)
    if len(missing) and design != "census":
        names = ", ".join(stratum.name for stratum in strata if stratum.samples == 0)
        share = sizes[missing].sum() / sizes.sum()
        notes.append(
            f"No sample in {names}: the estimates leave out {percent(share, 1)} of the map."
        )
    areas = reference_counts.map_areas
    return Assessment(
        classes=classes,
        design=design,
        unadjusted=unadjusted,
        unadjusted_intervals=_unadjusted_intervals(
            reference_counts, independent, unadjusted, design
        ),
        adjusted=estimate(counts, sizes, census=design == "census"),
        samples=int(matrix.sum()),
        groups=len(np.unique(independent.groups)),
        unmapped=int(reference_counts.counts[reference_counts.map_codes == NO_CLASS].sum()),
        in_training=AccuracyMetrics.from_confusion(training.matrix())
        if len(training.counts)
        else None,
        strata=tuple(strata),
        notes=tuple(notes),
        areas=None if areas is None else _of_each_class(areas, classes),
    )


@dataclass(frozen=True)
class _ClassPairs:
    """Counted pixels that have a class in both map and reference, as class indexes."""

    reference: np.ndarray
    mapped: np.ndarray
    counts: np.ndarray
    groups: np.ndarray
    in_training: np.ndarray
    strata: np.ndarray  # codes
    areas: np.ndarray | None
    class_count: int

    @classmethod
    def of(cls, counted: ReferenceCounts, classes: Sequence[AssessedClass]) -> _ClassPairs:
        usable = counted.map_codes != NO_CLASS
        map_index = {
            entry.code: index for index, entry in enumerate(classes) if entry.code is not None
        }
        reference_index = {
            key: index for index, entry in enumerate(classes) for key in entry.references
        }
        return cls(
            _lookup(counted.references[usable], reference_index),
            _lookup(counted.map_codes[usable], map_index),
            counted.counts[usable],
            counted.groups[usable],
            counted.in_training[usable],
            counted.strata[usable],
            None if counted.areas is None else counted.areas[usable],
            len(classes),
        )

    def select(self, chosen: np.ndarray) -> _ClassPairs:
        """The pairs for which `chosen` is true."""
        return _ClassPairs(
            self.reference[chosen],
            self.mapped[chosen],
            self.counts[chosen],
            self.groups[chosen],
            self.in_training[chosen],
            self.strata[chosen],
            None if self.areas is None else self.areas[chosen],
            self.class_count,
        )

    def matrix(self) -> np.ndarray:
        """The confusion matrix of pixel counts."""
        return np.asarray(self._sum(self.counts, np.zeros(len(self.counts), np.int64), 1)[0])

    def area_matrix(self) -> np.ndarray:
        """The confusion matrix of areas, or of pixel counts where pixels do not differ in area."""
        weights = self.counts if self.areas is None else self.areas
        return np.asarray(self._sum(weights, np.zeros(len(weights), np.int64), 1)[0])

    def matrices_by(self, keys: np.ndarray, key_count: int) -> np.ndarray:
        """One confusion matrix of pixel counts for each key."""
        return self._sum(self.counts, keys, key_count)

    def _sum(self, weights: np.ndarray, keys: np.ndarray, key_count: int) -> np.ndarray:
        result = np.zeros((key_count, self.class_count, self.class_count), weights.dtype)
        np.add.at(result, (keys, self.reference, self.mapped), weights)
        return result


def _given_strata(
    counted: ReferenceCounts, pairs: _ClassPairs, names: Mapping[int, str], design: str
) -> tuple[np.ndarray, np.ndarray, list[Stratum]]:
    """Counts, sizes and strata where the strata are those of a raster."""
    codes = sorted(counted.strata_pixels)
    inside = pairs.select(pairs.strata != NO_CLASS)
    order = {code: index for index, code in enumerate(codes)}
    counts = inside.matrices_by(_lookup(inside.strata, order), len(codes))
    pixels = [counted.strata_pixels[code] for code in codes]
    samples = counts.sum(axis=(1, 2)).tolist()
    strata = [
        Stratum(names.get(code, str(code)), size, drawn)
        for code, size, drawn in zip(codes, pixels, samples, strict=True)
    ]
    areas = counted.strata_areas
    if areas is None or design == "census":
        return counts, np.array(pixels), strata
    return counts, np.array([areas[code] for code in codes]), strata


def _map_class_strata(
    counted: ReferenceCounts, pairs: _ClassPairs, classes: Sequence[AssessedClass], design: str
) -> tuple[np.ndarray, np.ndarray, list[Stratum]]:
    """Counts, sizes and strata where the strata are the classes of the map."""
    matrix = pairs.matrix()
    strata = [
        Stratum(entry.name, entry.map_pixels, int(matrix[:, index].sum()))
        for index, entry in enumerate(classes)
        if entry.map_pixels
    ]
    if design == "census":  # all pixels outside the training polygons were compared
        known = pairs.area_matrix()
        return stratify_by_map_class(known), known.sum(axis=0), strata
    sizes = np.array([entry.map_pixels for entry in classes])
    if counted.map_areas and _pixel_areas_vary(counted.map_areas, counted.map_pixels):
        sizes = _of_each_class(counted.map_areas, classes)
    return stratify_by_map_class(matrix), sizes, strata


def _unadjusted_intervals(
    counted: ReferenceCounts,
    pairs: _ClassPairs,
    metrics: AccuracyMetrics,
    design: str,
) -> Intervals:
    """Intervals of the unadjusted metrics, as the sampling design requires."""
    if design in PROBABILITY_DESIGNS:
        simple = estimate(metrics.confusion[None], np.array([counted.mapped_pixels]))
        return simple.intervals
    if design == "census":
        return Intervals.unknown(metrics)
    groups, number = np.unique(pairs.groups, return_inverse=True)
    return group_intervals(pairs.matrices_by(number, len(groups)))


def _of_each_class(values: Mapping[int, float], classes: Sequence[AssessedClass]) -> np.ndarray:
    """Values by map code in the order of the classes; 0 for those that the map does not have."""
    return np.array(
        [0.0 if entry.code is None else values.get(entry.code, 0.0) for entry in classes]
    )


def _pixel_areas_vary(areas: Mapping[int, float], pixels: Mapping[int, int]) -> bool:
    """Whether classes differ in the mean area of their pixels."""
    means = [areas[code] / number for code, number in pixels.items() if number]
    return max(means) > (1 + 1e-9) * min(means)


def _lookup(values: np.ndarray, table: Mapping[int, int]) -> np.ndarray:
    """The value of the table for each key in `values`."""
    keys, inverse = np.unique(values, return_inverse=True)
    return np.array([table[int(key)] for key in keys], np.int64)[inverse]
