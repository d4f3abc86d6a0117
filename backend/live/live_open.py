"""`live_open`: opens a scene for the live map, and tells whether it can be mapped quickly."""

from __future__ import annotations

from dataclasses import dataclass

from ..common.protocol import Result
from ..core.reporter import Reporter
from . import LiveContext
from .scene_options import LiveSceneOptions

SUMMARY = "Open a scene for the live map."

STAGES = (("start", 1),)


@dataclass(frozen=True, kw_only=True)
class Options(LiveSceneOptions):
    """Options of `live_open`."""


def run(options: Options, reporter: Reporter, context: LiveContext) -> Result:
    """Open the scene and keep it open."""
    reporter.plan(STAGES)
    reporter.begin("start", "opening the scene")
    from .open_scenes import MAX_QUICK_BYTES

    scenes = context.scenes
    live = scenes.open(options.image, options.bands, options.compute, reporter)
    found = live.ready_features(options.features, options.compute, scenes.cache(options.compute))
    live.read_noise()  # so that the first edit does not have to wait for it
    cached = 0.0
    if found is not None:
        blocks = found.blocks()
        cached = sum(found.is_ready(block) for block in blocks) / len(blocks)
    grid = live.scene.grid
    reporter.finish()
    return Result(
        {},
        {
            "width": grid.width,
            "height": grid.height,
            "bands": live.scene.band_count,
            "features_cached": cached,
            "quick": live.bytes <= MAX_QUICK_BYTES,
        },
    )
