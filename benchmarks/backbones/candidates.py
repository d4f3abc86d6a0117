"""The candidates of the probe: features of trained and untrained networks, and of filters."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from importlib.util import find_spec

import numpy as np
import torch
from scipy import ndimage
from torch.utils.flop_counter import FlopCounterMode

from backend.backbones.backbone import Backbone
from backend.backbones.source import BackboneSource, find_backbone
from backend.compute.precision import best_precision
from backend.core.reporter import Reporter
from backend.features.extraction import ActivationSource, FeatureExtractor
from backend.features.settings import FeatureSettings
from backend.scene.band_matching import match_bands
from backend.scene.composites import Composite, fit_composites
from backend.scene.raster import Scene
from benchmarks.accuracy.scenes import SplitDataset

from . import filters
from .denoiser import FFDNET, FfdnetBackbone
from .probe import ProbeScene

SILENT = Reporter(lambda event: None)
CPU = torch.device("cpu")
WINDOW = 64

#: From a data set to a feature cube (channels, height, width) for each of its images.
Features = Callable[[SplitDataset], list[np.ndarray]]


@dataclass(frozen=True)
class Candidate:
    """A row of the table; `untrained` names the row of the same network with random weights."""

    name: str
    features: Features | None = field(repr=False)  # None for the spectrum only
    gflop_window: float = 0.0
    gflop_pixels: float = 0.0  # for 1000 pixels, all composites and scales
    untrained: str | None = None

    def score(self, scene: ProbeScene) -> np.ndarray:
        """Overall accuracy (budgets, halves * draws) of the discriminant on a scene."""
        return scene.accuracies(self.features(scene.dataset) if self.features else None)


def network(
    name: str, settings: FeatureSettings, untrained: bool = False, context: bool = False
) -> Candidate:
    """A backbone by name or folder, with its own or with random weights.

    With `context`, the context features of the methods are added to those of the network.
    """
    source = find_backbone(name)
    backbone = _load(source, settings)
    title = name
    if untrained:
        _draw_weights(backbone, source)
        title = f"{name}, random weights"
    control = None if untrained else f"{name}, random weights"
    return _read(title, backbone, settings, control, context)


def controls() -> list[Candidate]:
    """Filters without training, and a denoiser of photographs if it is installed."""
    names = FeatureSettings().composites
    found = [
        Candidate(title, _filtered(names, apply))
        for title, apply in {
            "Gaussian pyramid": filters.gaussian_pyramid,
            "total variation": filters.total_variation,
            "guided filter": filters.guided,
        }.items()
    ]
    if find_spec(FFDNET):
        denoiser = FfdnetBackbone()
        settings = FeatureSettings(blocks=(denoiser.denoised_block,))
        found.append(_read("ffdnet", denoiser, settings, None))
    return found


def _read(
    title: str,
    backbone: ActivationSource,
    settings: FeatureSettings,
    untrained: str | None,
    context: bool = False,
) -> Candidate:
    window = operations(backbone, settings, WINDOW)
    # windows for each pixel of the scene
    images = sum(1 / (scale * settings.stride) ** 2 for scale in settings.scales)
    images *= len(settings.composites) * len(settings.timesteps) * max(1, settings.draws)
    total = operations(backbone, settings, settings.size) * images * 1000

    def features(dataset: SplitDataset) -> list[np.ndarray]:
        return extract(dataset, backbone, settings, context)

    return Candidate(title, features, window, total, untrained)


def extract(
    dataset: SplitDataset,
    backbone: ActivationSource,
    settings: FeatureSettings,
    context: bool = False,
) -> list[np.ndarray]:
    """The network's features of each image, and the context features where they are asked for.

    Projections are fitted to the first image.
    """
    found = []
    extractor = None
    for scene, composites in _opened(dataset, settings.composites):
        if extractor is None:
            extractor = FeatureExtractor(backbone, composites, settings)
            extractor.fit(scene, SILENT)
        values = extractor.extract(scene, scene.grid.extent, SILENT)
        width = sum(item.axes.shape[1] for item in extractor.projections.values())
        kept = values if context else values[:width]
        found.append(kept.astype(np.float32))
    return found


def operations(backbone: ActivationSource, settings: FeatureSettings, size: int) -> float:
    """GFLOP of a window; a multiply-add counts as two operations."""
    image = torch.zeros(1, 3, size, size)
    with FlopCounterMode(display=False) as counter:
        backbone.activations(image, settings.timesteps[0], settings.blocks)
    return counter.get_total_flops() / 1e9


def _filtered(names: tuple[str, ...], apply: filters.Filter) -> Features:
    def features(dataset: SplitDataset) -> list[np.ndarray]:
        found = []
        for scene, composites in _opened(dataset, names):
            values, valid = scene.read(scene.grid.extent)
            image = np.concatenate([item.apply(values) for item in composites])
            found.append(apply(_without_gaps(image, valid), valid))
        return found

    return features


def _without_gaps(image: np.ndarray, valid: np.ndarray) -> np.ndarray:
    if valid.all():
        return image
    nearest = ndimage.distance_transform_edt(~valid, return_distances=False, return_indices=True)
    return image[:, nearest[0], nearest[1]]


def _opened(dataset: SplitDataset, names: tuple[str, ...]):
    """Open the images one after another, with the bands and composites of the first."""
    composites: Sequence[Composite] = ()
    with Scene(dataset.images[0]) as first:
        wavelengths, bands = first.wavelengths, first.band_count
        composites = fit_composites(first, names)
    for image in dataset.images:
        with Scene(image) as scene:
            yield (
                match_bands(scene, () if wavelengths is None else wavelengths, bands),
                composites,
            )


def _load(source: BackboneSource, settings: FeatureSettings) -> Backbone:
    return Backbone(source, max(settings.blocks), CPU, best_precision(CPU))


def _draw_weights(backbone: Backbone, source: BackboneSource) -> None:
    """Reproducible random weights."""
    from diffusers import UNet2DModel

    from backend.backbones.networks.layout import CONFIG, read_json

    torch.manual_seed(0)
    fresh = UNet2DModel.from_config(read_json(source.layout.unet / CONFIG)).state_dict()
    own = backbone.model.state_dict()
    backbone.model.load_state_dict({name: fresh[name].to(own[name].dtype) for name in own})
