"""The steps of `suggest`: candidates all over the scene, what the model says, the choice."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from rasterio.windows import Window
from sklearn.decomposition import PCA

from ..classifiers.model import Model
from ..common.protocol import Result
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..files.cache_folders import cache_folder
from ..files.output_files import layer_output
from ..labels.training_pixels import TrainingPixels
from ..labels.vector import DEFAULT_CLASS_FIELD, read_training_pixels
from ..mapping.prediction import output_blocks
from ..options.scene_options import log_scene, open_scene
from ..options.suggest_options import Settings
from ..sampling.active_learning import suggest
from ..sampling.point_layer import write_point_layer
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.statistics import log_reflectance
from .map_writing import LoadedModel
from .outputs import pending_files, protect

#: Pixels that the model is asked about; spread at random over the scene.
MAX_CANDIDATES = 20_000
MAX_COMPONENTS = 10


@dataclass(frozen=True)
class _Pixels:
    """Pixels of the scene with what the model knows of them."""

    rows: np.ndarray
    columns: np.ndarray
    spectra: np.ndarray  # reflectance
    features: np.ndarray


def suggest_locations(settings: Settings, reporter: Reporter) -> Result:
    """Choose places and write them."""
    if settings.count < 1:
        raise UserError(
            "job.invalid", "There is nothing to suggest.", "Ask for at least one place."
        )
    cache = FeatureCache(cache_folder(settings.cache))
    loaded_model = LoadedModel.load(
        settings.model, settings.device, cache, backbone=settings.backbone
    )
    model = loaded_model.model
    inputs = (settings.image, settings.labels, settings.model)
    with pending_files(*inputs) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(layer_output(settings.output))
        log_scene(scene, reporter)
        matched = match_bands(scene, model.info.wavelengths, model.info.bands)
        reporter.begin("features", "reading diffusion features")
        store = loaded_model.open_store(matched, reporter)
        labelled = None
        if settings.labels:
            labelled = read_training_pixels(
                settings.labels,
                settings.class_field,
                scene.grid,
                allow_external=settings.allow_external,
            )
        reporter.begin("candidates", "looking all over the scene")
        candidates, labelled_pixels = _read_candidates(
            matched, store, labelled, settings.seed, reporter
        )
        if len(candidates.rows) == 0:
            raise UserError(
                "scene.empty",
                "No pixel of the scene is left to suggest.",
                "Check the scene's nodata value, or choose another scene.",
            )
        reporter.begin("choice", "choosing places")
        probabilities = model.predict_proba(candidates.spectra, candidates.features)
        descriptors, labelled_descriptors = _pixel_descriptors(model, candidates, labelled_pixels)
        found = suggest(
            probabilities,
            descriptors,
            np.column_stack([candidates.rows, candidates.columns]),
            labelled_descriptors,
            settings.count,
            settings.spacing,
            settings.seed,
        )
        rows, columns = candidates.rows[found.chosen], candidates.columns[found.chosen]
        names = [entry.name for entry in model.info.classes]
        write_point_layer(
            files.add(settings.output),
            scene.grid,
            rows,
            columns,
            settings.class_field or DEFAULT_CLASS_FIELD,
            {
                "likeliest": [names[index] for index in found.first],
                "second": [names[index] for index in found.second],
                "confidence": np.round(probabilities[found.chosen].max(axis=1) * 100, 1),
                "reason": [found.reason(position) for position in range(len(rows))],
            },
            settings.shape,
        )
        reporter.check()
        files.publish()
        reporter.finish()
    metrics = {
        "places": len(rows),
        "candidates": len(candidates.rows),
        "mean_uncertainty": float(found.uncertainty.mean()),
        "mean_novelty": float(found.novelty.mean()),
    }
    return Result({"places": str(settings.output)}, metrics)


def _read_candidates(
    scene: MatchedScene,
    store: FeatureStore | None,
    labelled: TrainingPixels | None,
    seed: int,
    reporter: Reporter,
) -> tuple[_Pixels, _Pixels]:
    """Candidates drawn at random, none of them labelled, and the labelled pixels."""
    grid = scene.grid
    rng = np.random.default_rng(seed)
    share = min(1.0, MAX_CANDIDATES / (grid.width * grid.height))
    empty = np.zeros(0, np.int64)
    labelled_indexes = empty if labelled is None else labelled.rows * grid.width + labelled.columns
    drawn: tuple[list, list] = ([], [])
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
    values: np.ndarray,
    valid: np.ndarray,
    features: np.ndarray | None,
    positions: tuple[np.ndarray, np.ndarray],
) -> _Pixels:
    """The pixels of a block's part; places count from the block's corner."""
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    rows, columns = positions[0] - top, positions[1] - left
    inside = (rows >= 0) & (rows < part.height) & (columns >= 0) & (columns < part.width)
    rows, columns = rows[inside], columns[inside]
    is_valid = valid[rows, columns]
    rows, columns = rows[is_valid], columns[is_valid]
    found = np.zeros((len(rows), 0), np.float32)
    if features is not None:
        found = features[:, rows + top, columns + left].T.astype(np.float32)
    return _Pixels(rows + part.row_off, columns + part.col_off, values[:, rows, columns].T, found)


def _concatenate(parts: list[_Pixels]) -> _Pixels:
    names = ("rows", "columns", "spectra", "features")
    return _Pixels(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _pixel_descriptors(
    model: Model, candidates: _Pixels, labelled_pixels: _Pixels
) -> tuple[np.ndarray, np.ndarray]:
    """What pixels look like to the model: the main components of spectra and of features."""
    found: tuple[list, list] = ([], [])
    for name in ("spectra", "features"):
        values, labelled = getattr(candidates, name), getattr(labelled_pixels, name)
        if values.shape[1] == 0:
            continue
        if name == "spectra":
            values, labelled = (
                model.spectra.apply(log_reflectance(part)) for part in (values, labelled)
            )
        count = min(MAX_COMPONENTS, *values.shape)
        components = PCA(count, random_state=0).fit(values)
        projected = components.transform(values)
        scale = max(float(projected.std()), 1e-9)  # spectra and features weigh the same
        found[0].append(projected / scale)
        if len(labelled):
            found[1].append(components.transform(labelled) / scale)
    descriptors = np.concatenate(found[0], axis=1)
    none = np.zeros((0, descriptors.shape[1]))
    return descriptors, np.concatenate(found[1], axis=1) if found[1] else none
