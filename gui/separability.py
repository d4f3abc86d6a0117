"""How well the spectra of classes can be separated, before a map has been validated.

The Jeffries–Matusita distance of two classes follows from their means and covariances in a few
principal components: 0 for equal distributions, 2 for classes that do not overlap.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from .arrays import FloatArray
from .cube import PolygonSample

MAX_COMPONENTS = 8
MAX_DISTANCE = 2.0
#: Classes with fewer spectra have no usable spread.
MIN_SPECTRA = 4
#: More spectra of a class do not change its mean and spread much.
MAX_SPECTRA = 400
#: Spectra that the common covariance of all classes counts in that of a single one.
PRIOR_SPECTRA = 2.0 * MAX_COMPONENTS
#: Pairs of polygons listed for a pair of classes.
MAX_POLYGON_PAIRS = 4


@dataclass(frozen=True)
class SimilarClasses:
    """Two classes, their distance, and their most similar polygons (WKB), one of each in turn."""

    classes: tuple[str, str]
    distance: float
    polygons: tuple[bytes, ...]


@dataclass(frozen=True)
class _ClassSpectra:
    """The spectra of a class in principal components."""

    values: FloatArray  # (spectra, components)
    means: FloatArray  # (polygons, components)
    polygons: list[bytes]


def similar_classes(samples: Sequence[tuple[str, bytes, PolygonSample]]) -> list[SimilarClasses]:
    """All pairs of classes with enough spectra, the most similar first."""
    classes = _project(samples)
    if len(classes) < 2:
        return []
    within = {name: entry.values - entry.values.mean(axis=0) for name, entry in classes.items()}
    joined = np.concatenate(list(within.values()))
    common = joined.T @ joined / max(len(joined) - len(classes), 1)
    common += np.eye(len(common)) * max(float(np.trace(common)), 1e-12) * 1e-6
    covariances = {
        name: (deviation.T @ deviation + PRIOR_SPECTRA * common)
        / (len(deviation) - 1 + PRIOR_SPECTRA)
        for name, deviation in within.items()
    }
    found = []
    for first, second in combinations(classes, 2):
        distance = jeffries_matusita(
            classes[first].values.mean(axis=0),
            covariances[first],
            classes[second].values.mean(axis=0),
            covariances[second],
        )
        polygons = _nearest_polygons(classes[first], classes[second])
        found.append(SimilarClasses((first, second), distance, polygons))
    return sorted(found, key=lambda pair: pair.distance)


def jeffries_matusita(
    first_mean: FloatArray,
    first_covariance: FloatArray,
    second_mean: FloatArray,
    second_covariance: FloatArray,
) -> float:
    """The Jeffries–Matusita distance of two normal distributions, 0 … 2."""
    average = (first_covariance + second_covariance) / 2
    difference = first_mean - second_mean
    logarithms = [
        np.linalg.slogdet(matrix)[1] for matrix in (average, first_covariance, second_covariance)
    ]
    bhattacharyya = (
        difference @ np.linalg.solve(average, difference) / 8
        + (logarithms[0] - (logarithms[1] + logarithms[2]) / 2) / 2
    )
    return float(MAX_DISTANCE * -np.expm1(-max(bhattacharyya, 0.0)))


def _project(samples: Sequence[tuple[str, bytes, PolygonSample]]) -> dict[str, _ClassSpectra]:
    """The spectra of each class in the main components of the means and pixels of all classes."""
    drawn: dict[str, list[tuple[bytes, FloatArray]]] = {}
    for name, wkb, sample in samples:
        if sample.spectra is not None and sample.spectra.shape[1]:
            drawn.setdefault(name, []).append((wkb, sample.spectra.T))
    drawn = {name: _subsampled(entries) for name, entries in drawn.items()}
    drawn = {
        name: entries
        for name, entries in drawn.items()
        if sum(len(spectra) for _, spectra in entries) >= MIN_SPECTRA
    }
    if not drawn:
        return {}
    values = np.concatenate([spectra for entries in drawn.values() for _, spectra in entries])
    values = values.astype(float)
    # Bands without data in some polygon, such as bad ones, tell nothing of the others.
    usable = np.isfinite(values).all(axis=0)
    usable[usable] = values[:, usable].std(axis=0) > 0
    if not usable.any():
        return {}
    values = values[:, usable]
    mean, deviation = values.mean(axis=0), values.std(axis=0)
    scaled = (values - mean) / deviation
    # in ascending order of their variance
    components = np.linalg.eigh(scaled.T @ scaled)[1][:, ::-1][:, :MAX_COMPONENTS]

    def project(spectra: FloatArray) -> FloatArray:
        projected: FloatArray = ((spectra[:, usable] - mean) / deviation) @ components
        return projected

    found = {}
    for name, entries in drawn.items():
        parts = [project(spectra) for _, spectra in entries]
        found[name] = _ClassSpectra(
            np.concatenate(parts),
            np.array([part.mean(axis=0) for part in parts]),
            [wkb for wkb, _ in entries],
        )
    return found


def _subsampled(entries: list[tuple[bytes, FloatArray]]) -> list[tuple[bytes, FloatArray]]:
    """Fewer spectra of each polygon, then fewer polygons, of a class with many."""
    count = sum(len(spectra) for _, spectra in entries)
    per_polygon = max(1, MAX_SPECTRA // len(entries))
    if count > MAX_SPECTRA:
        entries = [(wkb, spectra[:per_polygon]) for wkb, spectra in entries]
    return entries[:: -(-len(entries) // MAX_SPECTRA)]


def _nearest_polygons(first: _ClassSpectra, second: _ClassSpectra) -> tuple[bytes, ...]:
    """The polygons of two classes with the most similar mean spectra."""
    distances = np.linalg.norm(first.means[:, None] - second.means[None], axis=2)
    found: list[bytes] = []
    for position in np.argsort(distances, axis=None)[:MAX_POLYGON_PAIRS]:
        row, column = np.unravel_index(position, distances.shape)
        found += [first.polygons[int(row)], second.polygons[int(column)]]
    return tuple(dict.fromkeys(found))
