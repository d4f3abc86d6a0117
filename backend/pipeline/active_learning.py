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
from ..labels.training_pixels import Examples
from ..labels.vector import USUAL_FIELD, read_examples
from ..mapping.prediction import output_blocks
from ..options.scene_options import open_scene, tell_scene
from ..options.suggest_options import Settings
from ..sampling.active_learning import suggest
from ..sampling.point_layer import write_places
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.statistics import log_reflectance
from .map_writing import ReadyModel
from .outputs import pending_files, protect

#: Pixels that the model is asked about; spread at random over the scene.
CANDIDATES = 20_000
COMPONENTS = 10


@dataclass(frozen=True)
class _Pixels:
    """Pixels of the scene with what the model knows of them."""

    rows: np.ndarray
    columns: np.ndarray
    spectra: np.ndarray  # reflectance
    features: np.ndarray


def suggest_places(settings: Settings, reporter: Reporter) -> Result:
    """Choose places and write them."""
    if settings.count < 1:
        raise UserError(
            "job.invalid", "There is nothing to suggest.", "Ask for at least one place."
        )
    cache = FeatureCache(cache_folder(settings.cache))
    ready = ReadyModel.load(settings.model, settings.device, cache, backbone=settings.backbone)
    model = ready.model
    inputs = (settings.image, settings.labels, settings.model)
    with pending_files(*inputs) as files, open_scene(settings) as scene:
        protect(files, scene.files)
        files.reserve(layer_output(settings.output))
        tell_scene(scene, reporter)
        matched = match_bands(scene, model.info.wavelengths, model.info.bands)
        reporter.begin("features", "reading diffusion features")
        store = ready.open_store(matched, reporter)
        labelled = None
        if settings.labels:
            labelled = read_examples(
                settings.labels,
                settings.class_field,
                scene.grid,
                allow_external=settings.allow_external,
            )
        reporter.begin("candidates", "looking all over the scene")
        candidates, known = _read(matched, store, labelled, settings.seed, reporter)
        if len(candidates.rows) == 0:
            raise UserError(
                "scene.empty",
                "No pixel of the scene is left to suggest.",
                "Check the scene's nodata value, or choose another scene.",
            )
        reporter.begin("choice", "choosing places")
        probabilities = model.predict_proba(candidates.spectra, candidates.features)
        looks, known_looks = _looks(model, candidates, known)
        found = suggest(
            probabilities,
            looks,
            np.column_stack([candidates.rows, candidates.columns]),
            known_looks,
            settings.count,
            settings.spacing,
            settings.seed,
        )
        rows, columns = candidates.rows[found.chosen], candidates.columns[found.chosen]
        names = [entry.name for entry in model.info.classes]
        write_places(
            files.add(settings.output),
            scene.grid,
            rows,
            columns,
            settings.class_field or USUAL_FIELD,
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
    figures = {
        "places": len(rows),
        "candidates": len(candidates.rows),
        "mean_uncertainty": float(found.uncertainty.mean()),
        "mean_novelty": float(found.novelty.mean()),
    }
    return Result({"places": str(settings.output)}, figures)


def _read(
    scene: MatchedScene,
    store: FeatureStore | None,
    labelled: Examples | None,
    seed: int,
    reporter: Reporter,
) -> tuple[_Pixels, _Pixels]:
    """Candidates drawn at random, none of them labelled, and the labelled pixels."""
    grid = scene.grid
    rng = np.random.default_rng(seed)
    share = min(1.0, CANDIDATES / (grid.width * grid.height))
    empty = np.zeros(0, np.int64)
    taken = empty if labelled is None else labelled.rows * grid.width + labelled.columns
    drawn: tuple[list, list] = ([], [])
    for block in reporter.follow(store.blocks() if store else output_blocks(scene)):
        chosen = rng.random((block.height, block.width)) < share
        rows, columns = np.nonzero(chosen)
        free = ~np.isin((rows + block.row_off) * grid.width + columns + block.col_off, taken)
        mine = (taken // grid.width, taken % grid.width)
        inside = (
            (mine[0] >= block.row_off)
            & (mine[0] < block.row_off + block.height)
            & (mine[1] >= block.col_off)
            & (mine[1] < block.col_off + block.width)
        )
        own = mine[0][inside] - block.row_off, mine[1][inside] - block.col_off
        features = store.read(block, reporter.quiet()) if store else None
        for part in scene.parts(block):
            values, valid = scene.read(part)
            for target, places in zip(drawn, ((rows[free], columns[free]), own), strict=True):
                target.append(_taken_from(part, block, values, valid, features, places))
    return _joined(drawn[0]), _joined(drawn[1])


def _taken_from(
    part: Window,
    block: Window,
    values: np.ndarray,
    valid: np.ndarray,
    features: np.ndarray | None,
    places: tuple[np.ndarray, np.ndarray],
) -> _Pixels:
    """The pixels of a block's part; places count from the block's corner."""
    top, left = part.row_off - block.row_off, part.col_off - block.col_off
    rows, columns = places[0] - top, places[1] - left
    inside = (rows >= 0) & (rows < part.height) & (columns >= 0) & (columns < part.width)
    rows, columns = rows[inside], columns[inside]
    filled = valid[rows, columns]
    rows, columns = rows[filled], columns[filled]
    found = np.zeros((len(rows), 0), np.float32)
    if features is not None:
        found = features[:, rows + top, columns + left].T.astype(np.float32)
    return _Pixels(rows + part.row_off, columns + part.col_off, values[:, rows, columns].T, found)


def _joined(parts: list[_Pixels]) -> _Pixels:
    names = ("rows", "columns", "spectra", "features")
    return _Pixels(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))


def _looks(model: Model, candidates: _Pixels, known: _Pixels) -> tuple[np.ndarray, np.ndarray]:
    """What pixels look like to the model: the main components of spectra and of features."""
    found: tuple[list, list] = ([], [])
    for name in ("spectra", "features"):
        values, labelled = getattr(candidates, name), getattr(known, name)
        if values.shape[1] == 0:
            continue
        if name == "spectra":
            values, labelled = (
                model.spectra.apply(log_reflectance(part)) for part in (values, labelled)
            )
        count = min(COMPONENTS, *values.shape)
        components = PCA(count, random_state=0).fit(values)
        laid = components.transform(values)
        scale = max(float(laid.std()), 1e-9)  # spectra and features weigh the same
        found[0].append(laid / scale)
        if len(labelled):
            found[1].append(components.transform(labelled) / scale)
    looks = np.concatenate(found[0], axis=1)
    none = np.zeros((0, looks.shape[1]))
    return looks, np.concatenate(found[1], axis=1) if found[1] else none
