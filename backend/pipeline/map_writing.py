"""Applies a model to a scene: reads its features, classifies every block, writes the rasters."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..backbones.model_backbone import backbone_of_model
from ..backbones.source import BackboneSource
from ..classifiers.model import Model, load_model
from ..common.version import VERSION
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..files.cache_folders import cache_folder
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass
from ..labels.raster_class_names import CLASS_NAMES_TAG
from ..mapping.confidence_sample import ConfidenceSample
from ..mapping.geotiff import VERSION_TAG, MapWriter
from ..mapping.map_statistics import MapStatistics
from ..mapping.prediction import (
    BlockWriter,
    DissimilarityFunction,
    Predictor,
    SampledProbabilities,
    map_scene,
    output_blocks,
)
from ..metrics.class_map import CODES_OF_LABELS, CODES_TAG
from ..options.band_options import BandOptions
from ..options.compute_options import ComputeOptions
from ..options.map_outputs import MapOutputs
from ..scene.band_matching import match_bands
from ..scene.grid import Grid
from ..scene.raster import Scene
from ..scene.scene_like import SceneLike
from .expected_time import expect_mapping
from .scene_access import log_scene, open_scene

#: A larger share of a scene outside the area of applicability is logged as a warning.
OUTSIDE_WARNING_FRACTION = 0.2


@dataclass
class LoadedModel:
    """A model with what several scenes share: the feature cache and the backbone."""

    model: Model
    device: str
    cache: FeatureCache
    #: The backbone that the user names, where the model's is not on this computer.
    backbone: str | None = None
    _source: BackboneSource | None = None

    @classmethod
    def load(
        cls,
        path: Path,
        device: str,
        cache: FeatureCache | None = None,
        digest: str = "",
        backbone: str | None = None,
    ) -> LoadedModel:
        """Read a model file; features are kept in the user's cache where no other is given.

        With a `digest`, a file with another content is refused.
        """
        model = load_model(path, device, digest)
        return cls(model, device, cache or FeatureCache(cache_folder()), backbone)

    def find_backbone(self, reporter: Reporter) -> None:
        """Find the model's backbone, if it needs one, before the first scene is opened."""
        info = self.model.info
        if self._source is None and info.features is not None:
            self._source = backbone_of_model(
                info.backbone_digest, info.backbone, self.backbone, reporter
            )

    def open_store(self, scene: SceneLike, reporter: Reporter) -> FeatureStore | None:
        """The features of a scene that the model was fitted to; None for one on spectra alone."""
        model = self.model
        self.find_backbone(reporter)
        if self._source is None or model.fitted is None or model.info.features is None:
            return None
        store = self.cache.open(scene, self._source, model.info.features, self.device, model.fitted)
        store.prepare(reporter)
        return store


@dataclass(frozen=True)
class PreparedScene:
    """An open scene with the model that classifies it and the features that the model needs."""

    scene: SceneLike
    model: Model
    store: FeatureStore | None

    @property
    def blocks(self) -> list[Window]:
        """The blocks that are classified and written at a time."""
        return self.store.blocks() if self.store else output_blocks(self.scene)

    def classify(
        self,
        blocks: Sequence[Window],
        writer: BlockWriter,
        reporter: Reporter,
        class_only: bool = False,
        with_confidence: bool = True,
    ) -> MapStatistics:
        """Classify some blocks, write them, and give their statistics.

        With `class_only`, which takes less time, the writer must not use more of what it is given
        than the classes, and the mean confidence is that of a sample, or not known (NaN).
        """
        predict, sampled = self._predictors(class_only, with_confidence)
        statistics = map_scene(
            self.scene,
            blocks,
            lambda block: self._features(block, reporter),
            predict,
            writer,
            len(self.model.info.classes),
            reporter,
            self._dissimilarity(class_only),
            sampled,
        )
        known = with_confidence or not class_only
        return statistics if known else replace(statistics, confidence=math.nan)

    def _predictors(
        self, class_only: bool, with_confidence: bool
    ) -> tuple[Predictor, SampledProbabilities | None]:
        """What predicts all pixels, and the probabilities of a sample where only that has them."""
        model = self.model
        if not class_only:
            return model.predict_proba, None
        if not with_confidence:
            return model.predict_scores, None
        sample = ConfidenceSample.of(self.scene.grid)
        if sample.step == 1 or model.scores_are_probabilities:
            return model.predict_proba, None
        return model.predict_scores, SampledProbabilities(model.predict_proba, sample)

    def _dissimilarity(self, class_only: bool) -> DissimilarityFunction | None:
        if self.model.applicability is None:
            return None
        return self.model.bounded_dissimilarity if class_only else self.model.dissimilarity

    def write_map(
        self,
        outputs: MapOutputs,
        files: PendingFiles,
        reporter: Reporter,
        with_confidence: bool = True,
    ) -> tuple[dict[str, Path], MapStatistics]:
        """Classify the whole scene into the requested rasters; their paths and statistics.

        Where the class map is the only one, the mean confidence is that of a sample of the pixels,
        or not computed where the caller does not need it.
        """
        reporter.begin("mapping", "classifying the scene")
        with map_writer(self.model, self.scene.grid, outputs, files) as writer:
            statistics = self.classify(
                self.blocks, writer, reporter, outputs.class_only, with_confidence
            )
            log_outside_share(statistics.outside, reporter)
            return writer.finish(), statistics

    def _features(self, block: Window, reporter: Reporter) -> npt.NDArray[Any]:
        if self.store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return self.store.read(block, reporter.quiet())


def match_to_model(scene: Scene, loaded_model: LoadedModel, reporter: Reporter) -> PreparedScene:
    """An open scene matched to the model's bands, with the features that the model needs."""
    log_scene(scene, reporter)
    info = loaded_model.model.info
    matched = match_bands(scene, info.wavelengths, info.bands)
    expect_mapping(matched, info.method, reporter)
    reporter.begin("features", "extracting diffusion features")
    return PreparedScene(matched, loaded_model.model, loaded_model.open_store(matched, reporter))


@contextmanager
def prepare_scene(
    loaded_model: LoadedModel,
    image: str,
    bands: BandOptions,
    compute: ComputeOptions,
    reporter: Reporter,
) -> Iterator[PreparedScene]:
    """Open a scene and match it to the model."""
    with open_scene(image, bands, compute) as scene:
        yield match_to_model(scene, loaded_model, reporter)


def map_writer(model: Model, grid: Grid, outputs: MapOutputs, files: PendingFiles) -> MapWriter:
    """The writer of the requested rasters."""
    applicability = model.applicability
    if outputs.applicability and applicability is None:
        raise UserError(
            "model.no_applicability",
            "The model has no area of applicability: it was written by an older version.",
            "Train it again, or leave the applicability raster out.",
        )
    return MapWriter(
        files,
        grid,
        model.info.classes,
        outputs.output,
        outputs.confidence,
        outputs.probabilities,
        _tags(model),
        outputs.applicability,
        applicability.threshold if applicability else 1.0,
        outputs.second_choice,
        outputs.margin,
    )


def map_metrics(classes: Sequence[MapClass], statistics: MapStatistics) -> dict[str, Any]:
    """Pixels of each class, mean confidence, and the share outside the area of applicability."""
    return {
        "classes": [
            {"code": entry.code, "name": entry.name, "colour": entry.colour, "pixels": int(count)}
            for entry, count in zip(classes, statistics.counts, strict=True)
        ],
        "mean_confidence": statistics.mean_confidence,
        "outside": statistics.outside,
    }


def log_outside_share(share: float | None, reporter: Reporter) -> None:
    """Log which share of a scene lies outside the area of applicability."""
    if share is None:
        return
    log = reporter.warn if share > OUTSIDE_WARNING_FRACTION else reporter.info
    log(
        f"{share:.0%} of the scene lies outside the area of applicability (spectra unlike any "
        "training sample)."
    )


def _tags(model: Model) -> dict[str, str]:
    info = model.info
    codes_are_values = all(entry.value == str(entry.code) for entry in info.classes)
    return ({CODES_TAG: CODES_OF_LABELS} if codes_are_values else {}) | {
        VERSION_TAG: VERSION,
        "GEODIFFNET_METHOD": info.method,
        "GEODIFFNET_BACKBONE": info.backbone or "none",
        "GEODIFFNET_SEED": str(info.seed),
        CLASS_NAMES_TAG: json.dumps(
            {entry.code: entry.name for entry in info.classes}, ensure_ascii=False
        ),
    }
