"""Suggests pixels to label next: candidates all over the scene, scored with a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window
from sklearn.decomposition import PCA

from ..classifiers.model import Model
from ..common.choices import DEFAULT_CLASS_FIELD
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureStore
from ..labels.training_pixels import TrainingPixels
from ..mapping.prediction import output_blocks
from ..sampling.active_learning import Candidates, Suggestion, suggest
from ..sampling.point_layer import write_point_layer
from ..scene.grid import Grid
from ..scene.scene_like import SceneLike
from ..scene.statistics import log_reflectance

#: Pixels that are scored, drawn at random from the whole scene.
MAX_CANDIDATES = 20_000
MAX_COMPONENTS = 10

FloatArray = npt.NDArray[np.floating]
IntArray = npt.NDArray[np.int64]


@dataclass(frozen=True)
class PixelSample:
    """Pixels of a scene with their spectra and features."""

    rows: IntArray
    columns: IntArray
    spectra: FloatArray  # reflectance
    features: FloatArray


@dataclass(frozen=True)
class SuggestedPixels:
    """Pixels to label next, the most useful first."""

    rows: IntArray
    columns: IntArray
    suggestion: Suggestion
    confidence: FloatArray
    candidates: int

    def write(
        self,
        target: Path,
        model: Model,
        grid: Grid,
        class_field: str | None,
        geometry_type: str,
    ) -> None:
        """Write them as a layer whose class field is to be filled in."""
        names = [entry.name for entry in model.info.classes]
        found = self.suggestion
        write_point_layer(
            target,
            grid,
            self.rows,
            self.columns,
            class_field or DEFAULT_CLASS_FIELD,
            {
                "likeliest": [names[index] for index in found.first],
                "second": [names[index] for index in found.second],
                "confidence": np.round(self.confidence * 100, 1),
                "reason": list(found.reasons),
            },
            geometry_type,
        )


def suggest_pixels(
    scene: SceneLike,
    model: Model,
    store: FeatureStore | None,
    labelled: TrainingPixels | None,
    reporter: Reporter,
    *,
    count: int,
    spacing: float | None = None,
    skipped: Sequence[tuple[float, float]] = (),
    seed: int = 0,
) -> SuggestedPixels:
    """The pixels whose label would improve the model most.

    Pixels similar to `labelled` ones are less useful; `spacing` is the distance in pixels below
    which a second suggestion adds little. Locations of `skipped` (x and y in coordinates of the
    scene) and pixels beside them are not suggested.
    """
    reporter.begin("candidates", "sampling the scene")
    candidates, labelled_pixels = _read_candidates(scene, store, labelled, seed, reporter)
    if len(candidates.rows) == 0:
        raise UserError(
            "scene.empty",
            "The scene has no unlabelled pixel that could be suggested.",
            "Check the scene's nodata value, or choose another scene.",
        )
    reporter.begin("choice", "choosing pixels")
    probabilities = model.predict_proba(candidates.spectra, candidates.features)
    descriptors, labelled_descriptors = _pixel_descriptors(model, candidates, labelled_pixels)
    found = suggest(
        Candidates(
            probabilities,
            descriptors,
            np.column_stack([candidates.rows, candidates.columns]),
            labelled_descriptors,
            model.dissimilarity(candidates.spectra) > 1 if model.applicability else None,
            _class_samples(model, labelled),
            _pixels_at(skipped, scene.grid),
        ),
        count,
        spacing,
        seed,
    )
    return SuggestedPixels(
        candidates.rows[found.chosen],
        candidates.columns[found.chosen],
        found,
        probabilities[found.chosen].max(axis=1),
        len(candidates.rows),
    )


def _class_samples(model: Model, labelled: TrainingPixels | None) -> FloatArray | None:
    """The labelled pixels of each class of the model, where there are labels."""
    if labelled is None:
        return None
    counts = np.bincount(labelled.target, minlength=len(labelled.classes))
    by_value = dict(zip((entry.value for entry in labelled.classes), counts, strict=True))
    return np.array([by_value.get(entry.value, 0) for entry in model.info.classes], float)


def _pixels_at(locations: Sequence[tuple[float, float]], grid: Grid) -> FloatArray:
    """Rows and columns of locations in the scene's coordinates."""
    to_pixels = ~grid.map_transform
    found = [to_pixels @ location for location in locations]
    pixels = np.array([(row, column) for column, row in found], np.float64).reshape(-1, 2)
    return np.asarray(np.floor(pixels))


def _read_candidates(
    scene: SceneLike,
    store: FeatureStore | None,
    labelled: TrainingPixels | None,
    seed: int,
    reporter: Reporter,
) -> tuple[PixelSample, PixelSample]:
    """Unlabelled pixels drawn at random, and the labelled pixels."""
    grid = scene.grid
    rng = np.random.default_rng(seed)
    share = min(1.0, MAX_CANDIDATES / (grid.width * grid.height))
    empty = np.zeros(0, np.int64)
    labelled_indexes = empty if labelled is None else labelled.rows * grid.width + labelled.columns
    drawn: tuple[list[PixelSample], list[PixelSample]] = ([], [])
    for block in reporter.follow(store.blocks() if store else output_blocks(scene)):
        chosen = rng.random((block.height, block.width)) < share
        rows, columns = np.nonzero(chosen)
        is_unlabelled = ~np.isin(
            (rows + block.row_off) * grid.width + columns + block.col_off, labelled_indexes
        )
        labelled_positions = (labelled_indexes // grid.width, labelled_indexes % grid.width)
        inside = (
            (labelled_positions[0] >= block.row_off)
            & (labelled_positions[0] < block.row_off + block.height)
            & (labelled_positions[1] >= block.col_off)
            & (labelled_positions[1] < block.col_off + block.width)
        )
        positions_in_block = (
            labelled_positions[0][inside] - block.row_off,
            labelled_positions[1][inside] - block.col_off,
        )
        features = store.read(block, reporter.quiet()) if store else None
        for part in scene.parts(block):
            values, valid = scene.read(part)
            for target, positions in zip(
                drawn,
                ((rows[is_unlabelled], columns[is_unlabelled]), positions_in_block),
                strict=True,
            ):
                target.append(_extract_pixels(part, block, values, valid, features, positions))
    return _concatenate(drawn[0]), _concatenate(drawn[1])


def _extract_pixels(
    part: Window,
    block: Window,
    values: FloatArray,
    valid: npt.NDArray[np.bool_],
    features: FloatArray | None,
    positions: tuple[IntArray, IntArray],
) -> PixelSample:
    """The valid ones of some pixels of a block's part; positions count from the block's corner."""
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    rows, columns = positions[0] - top, positions[1] - left
    inside = (rows >= 0) & (rows < part.height) & (columns >= 0) & (columns < part.width)
    rows, columns = rows[inside], columns[inside]
    is_valid = valid[rows, columns]
    rows, columns = rows[is_valid], columns[is_valid]
    found = np.zeros((len(rows), 0), np.float32)
    if features is not None:
        found = features[:, rows + top, columns + left].T.astype(np.float32)
    return PixelSample(
        rows + part.row_off, columns + part.col_off, values[:, rows, columns].T, found
    )


def _concatenate(parts: list[PixelSample]) -> PixelSample:
    names = ("rows", "columns", "spectra", "features")
    return PixelSample(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _pixel_descriptors(
    model: Model, candidates: PixelSample, labelled: PixelSample
) -> tuple[FloatArray, FloatArray]:
    """Main components of spectra and features of the candidates and of the labelled pixels."""
    descriptors, labelled_descriptors = [], []
    spectra, labelled_spectra = (
        model.spectra.apply(log_reflectance(pixels.spectra)) for pixels in (candidates, labelled)
    )
    for values, labelled_values in (
        (spectra, labelled_spectra),
        (candidates.features, labelled.features),
    ):
        if values.shape[1] == 0:
            continue
        count = min(MAX_COMPONENTS, *values.shape)
        components = PCA(count, random_state=0).fit(values)
        projected = components.transform(values)
        scale = max(float(projected.std()), 1e-9)  # so that spectra and features weigh the same
        descriptors.append(projected / scale)
        if len(labelled_values):
            labelled_descriptors.append(components.transform(labelled_values) / scale)
    joined = np.concatenate(descriptors, axis=1)
    if not labelled_descriptors:
        return joined, np.zeros((0, joined.shape[1]))
    return joined, np.concatenate(labelled_descriptors, axis=1)
