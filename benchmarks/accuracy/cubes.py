"""Spectra and spatial features of the benchmark scenes, of methods and of controls."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch

from backend.backbones.backbone import Backbone
from backend.backbones.source import BUNDLED, find_backbone
from backend.classifiers.scene_noise import SceneNoise
from backend.classifiers.training_data import Samples, Standardisation
from backend.compute.precision import SINGLE
from backend.core.reporter import Reporter
from backend.features.extraction import FeatureExtractor
from backend.features.settings import FeatureSettings
from backend.pretraining.recipe import new_backbone
from backend.scene.band_matching import MatchedScene, match_bands
from backend.scene.composites import Composite, fit_composites
from backend.scene.raster import Scene
from backend.scene.statistics import log_reflectance, neighbour_differences
from benchmarks.backbones.filters import gaussian_pyramid, total_variation

from .scenes import PixelSubset, SplitDataset

#: Kinds of spatial features.
KINDS = ("bundled", "random weights", "gaussian pyramid", "total variation")
FILTERS = {"gaussian pyramid": gaussian_pyramid, "total variation": total_variation}


@dataclass(frozen=True)
class Cubes:
    """Arrays (channels, height, width) of each image of a data set."""

    spectra: list[np.ndarray]
    features: dict[str, list[np.ndarray]]
    kinds: dict[str, tuple[int, ...]]
    noise: SceneNoise | None

    def samples(self, side: PixelSubset, kind: str | None, classes: int) -> Samples:
        """The pixels of a side as samples."""
        features = np.zeros((len(side), 0), np.float32)
        if kind is not None:
            features = _at(self.features[kind], side)
        position = np.column_stack([side.rows + 100_000 * side.scene, side.columns])
        spectra = _at(self.spectra, side)
        scene = side.scene if len(self.spectra) > 1 else None
        return Samples(
            spectra, features, side.target, side.group, position, classes, scene, self.noise
        )


def read_cubes(dataset: SplitDataset, kinds: Sequence[str] = KINDS) -> Cubes:
    """Read spectra and compute features of some kinds; fitted without labels."""
    quiet = Reporter(lambda event: None)
    logs, masks = [], []
    for scene in _opened(dataset):
        values, valid = scene.read(scene.grid.extent)
        logs.append(log_reflectance(values))
        masks.append(valid)
    every = np.concatenate([log[:, mask].T for log, mask in zip(logs, masks, strict=True)])
    scale = Standardisation.of(every)
    spectra = [
        ((log - scale.mean[:, None, None]) / scale.deviation[:, None, None]).astype(np.float32)
        for log in logs
    ]
    # single precision, so that results of different machines are comparable
    settings = FeatureSettings(precision=SINGLE)
    with Scene(dataset.images[0]) as scene:
        composites = fit_composites(scene, settings.composites)
        extractors = {
            kind: _extractor(composites, settings, untrained)
            for kind, untrained in (("bundled", False), ("random weights", True))
            if kind in kinds
        }
        for extractor in extractors.values():
            extractor.fit(scene, quiet)
    features: dict[str, list[np.ndarray]] = {kind: [] for kind in kinds}
    filters = {kind: FILTERS[kind] for kind in kinds if kind in FILTERS}
    for scene in _opened(dataset):
        for kind, extractor in extractors.items():
            extent = scene.grid.extent
            features[kind].append(extractor.extract(scene, extent, quiet).astype(np.float32))
        values, valid = scene.read(scene.grid.extent)
        image = np.concatenate([composite.apply(values) for composite in composites])
        for kind, apply in filters.items():
            features[kind].append(apply(image, valid))
    for kind in filters:
        features[kind] = _standardised(features[kind], masks)
    widths: dict[str, tuple[int, ...]] = {kind: (len(features[kind][0]),) for kind in filters}
    for kind, extractor in extractors.items():
        diffusion = sum(item.axes.shape[1] for item in extractor.projections.values())
        widths[kind] = diffusion, len(features[kind][0]) - diffusion
    differences = [neighbour_differences(scene) for scene in _opened(dataset)]
    noise = SceneNoise.of(
        (np.concatenate(differences) / scale.deviation).astype(np.float32), scale.apply(every)
    )
    return Cubes(spectra, features, widths, noise)


def _opened(dataset: SplitDataset) -> Iterator[MatchedScene]:
    """Open the images one after another, with the bands of the first."""
    with Scene(dataset.images[0]) as first:
        wavelengths, bands = first.wavelengths, first.band_count
    for image in dataset.images:
        with Scene(image) as scene:
            yield match_bands(scene, () if wavelengths is None else wavelengths, bands)


def _extractor(
    composites: Sequence[Composite], settings: FeatureSettings, untrained: bool
) -> FeatureExtractor:
    backbone = Backbone(find_backbone(BUNDLED), max(settings.blocks), torch.device("cpu"))
    if untrained:
        torch.manual_seed(0)
        fresh = new_backbone().state_dict()
        own = backbone.model.state_dict()
        backbone.model.load_state_dict({name: fresh[name] for name in own})
    return FeatureExtractor(backbone, composites, settings)


def _standardised(cubes: list[np.ndarray], masks: list[np.ndarray]) -> list[np.ndarray]:
    every = np.concatenate([cube[:, mask].T for cube, mask in zip(cubes, masks, strict=True)])
    scale = Standardisation.of(every)
    return [(cube - scale.mean[:, None, None]) / scale.deviation[:, None, None] for cube in cubes]


def _at(cubes: list[np.ndarray], side: PixelSubset) -> np.ndarray:
    result = np.empty((len(side), len(cubes[0])), np.float32)
    for number in np.unique(side.scene):
        mine = side.scene == number
        result[mine] = cubes[number][:, side.rows[mine], side.columns[mine]].T
    return result
