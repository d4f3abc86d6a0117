"""`live_features`: extracts the features of a scene into the cache, those in view first."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.declaration import option
from . import LiveContext
from .scene_options import LiveSceneOptions

SUMMARY = "Extract the diffusion features of a scene into the cache, those in view first."

STAGES = (("start", 1), ("features", 20))


@dataclass(frozen=True, kw_only=True)
class Options(LiveSceneOptions):
    """Options of `live_features`."""

    view: dict[str, Any] | None = option("The view, whose features are extracted first.", None)


def run(options: Options, reporter: Reporter, context: LiveContext) -> Result:
    """Extract the blocks that the cache does not hold."""
    reporter.plan(STAGES)
    reporter.begin("start", "opening the scene")
    from .view import ScreenView, blocks_by_view

    view = None if options.view is None else ScreenView.parse(options.view)
    scenes, compute = context.scenes, options.compute
    live = scenes.open(options.image, options.bands, compute, reporter)
    reporter.begin("features", "extracting diffusion features")
    found = live.features(options.features, compute, scenes.cache(compute), reporter.part(0, 0.1))
    blocks = blocks_by_view(found.blocks(), live.scene.grid, view)
    missing = [block for block in blocks if not found.is_ready(block)]
    for done, block in enumerate(missing):
        share = 0.1 + 0.9 * done / len(missing)
        # not through the memory of the view, which such blocks would fill
        found.store.read(block, reporter.part(share, share + 0.9 / len(missing)))
    cached = sum(found.is_ready(block) for block in blocks) / len(blocks)
    reporter.finish()
    return Result({}, {"features_cached": cached})
