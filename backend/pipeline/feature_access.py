"""Opens the features of a scene as a job's settings choose them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..backbones.backbone import find_backbone
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..features.extraction import BLOCK_FEATURES, FeatureSettings, default_features
from ..files.cache_folders import cache_folder
from ..options.feature_options import PAPER, FeatureOptions, parse_integers, parse_list
from ..scene.composites import PCA_COMPOSITES, WAVELENGTH_COMPOSITES
from ..scene.raster import Scene

MAX_TIMESTEP = 999
#: A network has far fewer; which ones it has is told when it is loaded.
MAX_BLOCK = 99
#: The paper's windows and composite; it keeps all channels, here most of what they vary by.
PUBLISHED_SETTINGS = replace(
    BLOCK_FEATURES, composites=("rgb",), blocks=(11,), scales=(1,), stride=32, components=128
)
#: Beyond it a window would show most scenes several times over.
MAX_SCALE = 32


def resolve_feature_settings(
    options: FeatureOptions, standard: FeatureSettings | None = None
) -> FeatureSettings:
    """What is read from the network; what is left open stays as it is for most, or at standard."""
    requested = {
        "blocks": parse_integers(options.blocks, "decoder blocks", MAX_BLOCK),
        "timesteps": parse_integers(options.timesteps, "timesteps", MAX_TIMESTEP),
        "composites": parse_composites(options.composites),
        "scales": parse_integers(options.scales, "scales", MAX_SCALE, 1),
        "components": options.components,
    }
    overrides: dict[str, Any] = {name: value for name, value in requested.items() if value}
    if options.preset == PAPER:
        return replace(PUBLISHED_SETTINGS, **overrides)
    standard = standard or FeatureSettings()
    if overrides.get("blocks", standard.blocks) != standard.blocks:
        # few components are enough beside the denoised picture, but not instead of it
        overrides.setdefault("components", BLOCK_FEATURES.components)
    return replace(standard, **overrides)


def parse_composites(text: str | None) -> tuple[str, ...]:
    """The composites of a list."""
    names = parse_list(text, "composites")
    available = (*WAVELENGTH_COMPOSITES, *PCA_COMPOSITES)
    for name in names:
        if name not in available:
            raise UserError(
                "features.invalid",
                f'There is no composite called "{name}".',
                f"Choose among {', '.join(available)}.",
            )
    return names


def open_store(
    settings: FeatureOptions, features: FeatureSettings | None, scene: Scene, reporter: Reporter
) -> FeatureStore:
    """The scene's features, ready to be read; those that the settings choose where none are given.

    A backbone that is not at hand is fetched first.
    """
    source = find_backbone(settings.backbone, reporter)
    features = features or resolve_feature_settings(settings, default_features(source))
    cache = FeatureCache(cache_folder(settings.cache))
    store = cache.open(scene, source, features, settings.device)
    store.prepare(reporter)
    return store
