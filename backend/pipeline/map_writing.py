"""A model put to work on scenes: its features read, every block classified, the rasters written."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from rasterio.windows import Window

from .. import VERSION
from ..backbones.backbone import BackboneSource
from ..backbones.model_backbone import backbone_of_model
from ..classifiers.model import Model, load_model
from ..compute.device import choose_device
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..files.cache_folders import cache_folder
from ..files.pending_files import PendingFiles
from ..labels.classes import MapClass
from ..labels.raster_class_names import CLASS_NAMES_TAG
from ..mapping.geotiff import VERSION_TAG, MapWriter
from ..mapping.prediction import BlockWriter, MapStatistics, map_scene, output_blocks
from ..metrics.class_map import CODES_OF_LABELS, CODES_TAG
from ..options.apply_options import Settings as ApplySettings
from ..options.classify_options import Settings as ClassifySettings
from ..options.scene_options import log_scene, open_scene
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.grid import Grid
from ..scene.raster import Scene

MAP_OUTPUT_SETTINGS = ("output", "confidence", "probabilities", "applicability")
#: When more of a scene than this is unlike the training data, that is worth a warning.
OUTSIDE_WARNING_FRACTION = 0.2


@dataclass
class LoadedModel:
    """A model with what scene after scene can share: a cache, and in it the network."""

    model: Model
    device: str
    cache: FeatureCache
    #: The backbone that the user names, where the model's is not at hand.
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
        """Read a model's file; features go to the user's own cache where none is given.

        With a `digest`, any other file under that path is refused.
        """
        model = load_model(path, choose_device(device), digest)
        return cls(model, device, cache or FeatureCache(cache_folder()), backbone)

    def find_backbone(self, reporter: Reporter) -> None:
        """Find the model's backbone, if it needs one, now rather than at the first scene."""
        info = self.model.info
        if self._source is None and info.features is not None:
            self._source = backbone_of_model(
                info.backbone_digest, info.backbone, self.backbone, reporter
            )

    def open_store(self, scene: Scene | MatchedScene, reporter: Reporter) -> FeatureStore | None:
        """The features of a scene that the model wants, read with the backbone it learnt with."""
        model = self.model
        self.find_backbone(reporter)
        if self._source is None or model.fitted is None or model.info.features is None:
            return None
        store = self.cache.open(scene, self._source, model.info.features, self.device, model.fitted)
        store.prepare(reporter)
        return store


@dataclass(frozen=True)
class PreparedScene:
    """A scene, open, with the model that is to classify it and the features that this wants."""

    scene: Scene | MatchedScene
    model: Model
    store: FeatureStore | None

    @property
    def blocks(self) -> list[Window]:
        """What is classified, and written, in one piece each."""
        return self.store.blocks() if self.store else output_blocks(self.scene)

    def classify(
        self, blocks: Sequence[Window], writer: BlockWriter, reporter: Reporter
    ) -> MapStatistics:
        """Classify some blocks; what the map shows there."""
        return map_scene(
            self.scene,
            blocks,
            lambda block: self._features(block, reporter),
            self.model.predict_proba,
            writer,
            len(self.model.info.classes),
            reporter,
            self.model.dissimilarity if self.model.applicability else None,
        )

    def write(
        self,
        settings: ClassifySettings | ApplySettings,
        files: PendingFiles,
        reporter: Reporter,
    ) -> tuple[dict[str, Path], MapStatistics]:
        """Classify every block; the outputs' paths and what the map shows."""
        reporter.begin("mapping", "classifying the scene")
        with map_writer(self.model, self.scene.grid, settings, files) as writer:
            map_statistics = self.classify(self.blocks, writer, reporter)
            log_outside_share(map_statistics.outside, reporter)
            return writer.finish(), map_statistics

    def _features(self, block: Window, reporter: Reporter) -> np.ndarray:
        if self.store is None:
            return np.zeros((0, block.height, block.width), np.float32)
        return self.store.read(block, reporter.quiet())


@contextmanager
def prepare_scene(
    loaded_model: LoadedModel, settings: ApplySettings, reporter: Reporter
) -> Iterator[PreparedScene]:
    """The scene of the settings, matched to the model's bands, with the features it wants."""
    with open_scene(settings) as scene:
        log_scene(scene, reporter)
        info = loaded_model.model.info
        matched = match_bands(scene, info.wavelengths, info.bands)
        reporter.begin("features", "reading diffusion features")
        yield PreparedScene(matched, loaded_model.model, loaded_model.open_store(matched, reporter))


def map_writer(
    model: Model, grid: Grid, settings: ClassifySettings | ApplySettings, files: PendingFiles
) -> MapWriter:
    """What writes the map and the rasters that were asked for besides."""
    applicability = model.applicability
    if settings.applicability and applicability is None:
        raise UserError(
            "model.no_applicability",
            "The model does not know where it applies: an older version has written it.",
            "Train it again, or leave the raster of applicability out.",
        )
    return MapWriter(
        files,
        grid,
        model.info.classes,
        settings.output,
        settings.confidence,
        settings.probabilities,
        _tags(model),
        settings.applicability,
        applicability.threshold if applicability else 1.0,
    )


def map_metrics(classes: Sequence[MapClass], map_statistics: MapStatistics) -> dict[str, Any]:
    """How much of each class a map shows, and how sure it is."""
    return {
        "classes": [
            {"code": entry.code, "name": entry.name, "colour": entry.colour, "pixels": int(count)}
            for entry, count in zip(classes, map_statistics.counts, strict=True)
        ],
        "mean_confidence": map_statistics.mean_confidence,
        "outside": map_statistics.outside,
    }


def log_outside_share(share: float | None, reporter: Reporter) -> None:
    """How much of a scene the model has learnt nothing of, for the log."""
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
