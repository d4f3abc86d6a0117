"""Opens the diffusion features of a scene that options select."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..backbones.source import BackboneSource, find_backbone
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..features.settings import BLOCK_FEATURES, FeatureSettings, default_features
from ..files.cache_folders import cache_folder
from ..options.compute_options import ComputeOptions
from ..options.feature_options import FeatureOptions
from ..scene.scene_like import SceneLike

#: Windows and composite of the paper, which keeps all channels; here, their main components.
PUBLISHED_FEATURES = replace(
    BLOCK_FEATURES, composites=("rgb",), blocks=(11,), scales=(1,), stride=32, components=128
)


def resolve_feature_settings(
    options: FeatureOptions, default: FeatureSettings | None = None
) -> FeatureSettings:
    """Settings of the extraction; what the options leave open comes from preset or `default`."""
    requested = {
        "blocks": options.blocks,
        "timesteps": options.timesteps,
        "composites": options.composites,
        "scales": options.scales,
        "components": options.components,
    }
    overrides: dict[str, Any] = {name: value for name, value in requested.items() if value}
    if options.as_published:
        return replace(PUBLISHED_FEATURES, **overrides)
    default = default or FeatureSettings()
    if overrides.get("blocks", default.blocks) != default.blocks:
        # the few components by default are enough beside the denoised image, but not instead of it
        overrides.setdefault("components", BLOCK_FEATURES.components)
    return replace(default, **overrides)


def open_store(
    scene: SceneLike,
    options: FeatureOptions,
    compute: ComputeOptions,
    reporter: Reporter,
    settings: FeatureSettings | None = None,
) -> FeatureStore:
    """The scene's features, fitted and ready to be read; `settings` take precedence over options.

    A backbone that is not on this computer is downloaded first.
    """
    source = find_backbone(options.backbone, reporter)
    cache = FeatureCache(cache_folder(compute.cache))
    store = find_store(scene, source, options, compute.device, cache, settings)
    store.prepare(reporter)
    return store


def find_store(
    scene: SceneLike,
    source: BackboneSource,
    options: FeatureOptions,
    device: str,
    cache: FeatureCache,
    settings: FeatureSettings | None = None,
) -> FeatureStore:
    """The scene's features in a cache, which may have to be prepared."""
    settings = settings or resolve_feature_settings(options, default_features(source))
    return cache.open(scene, source, settings, device)
