"""Opens the features of a scene as a job's settings choose them."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from ..backbones.backbone import find_backbone
from ..core.errors import UserError
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..features.extraction import INSIDE, FeatureSettings, standard_features
from ..files.cache_folders import cache_folder
from ..options.feature_options import PAPER, FeatureChoice, parse_list, parse_whole
from ..scene.composites import PCA_COMPOSITES, WAVELENGTH_COMPOSITES
from ..scene.raster import Scene

LAST_TIMESTEP = 999
#: A network has far fewer; which ones it has is told when it is loaded.
LAST_BLOCK = 99
#: The paper's windows and composite; it keeps all channels, here most of what they vary by.
AS_PUBLISHED = replace(
    INSIDE, composites=("rgb",), blocks=(11,), scales=(1,), stride=32, components=128
)
#: Beyond it a window would show most scenes several times over.
COARSEST = 32


def chosen_features(
    choice: FeatureChoice, standard: FeatureSettings | None = None
) -> FeatureSettings:
    """What is read from the network; what is left open stays as it is for most, or at standard."""
    given = {
        "blocks": parse_whole(choice.blocks, "decoder blocks", LAST_BLOCK),
        "timesteps": parse_whole(choice.timesteps, "timesteps", LAST_TIMESTEP),
        "composites": known_composites(choice.composites),
        "scales": parse_whole(choice.scales, "scales", COARSEST, 1),
        "components": choice.components,
    }
    chosen: dict[str, Any] = {name: value for name, value in given.items() if value}
    if choice.preset == PAPER:
        return replace(AS_PUBLISHED, **chosen)
    standard = standard or FeatureSettings()
    if chosen.get("blocks", standard.blocks) != standard.blocks:
        # few components are enough beside the denoised picture, but not instead of it
        chosen.setdefault("components", INSIDE.components)
    return replace(standard, **chosen)


def known_composites(text: str | None) -> tuple[str, ...]:
    """The composites of a list."""
    names = parse_list(text, "composites")
    known = (*WAVELENGTH_COMPOSITES, *PCA_COMPOSITES)
    for name in names:
        if name not in known:
            raise UserError(
                "features.invalid",
                f'There is no composite called "{name}".',
                f"Choose among {', '.join(known)}.",
            )
    return names


def open_store(
    settings: FeatureChoice, features: FeatureSettings | None, scene: Scene, reporter: Reporter
) -> FeatureStore:
    """The scene's features, ready to be read; those that the settings choose where none are given.

    A backbone that is not at hand is fetched first.
    """
    source = find_backbone(settings.backbone, reporter)
    features = features or chosen_features(settings, standard_features(source))
    cache = FeatureCache(cache_folder(settings.cache))
    store = cache.open(scene, source, features, settings.device)
    store.prepare(reporter)
    return store
