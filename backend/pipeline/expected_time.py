"""The time that mapping a scene is expected to take, so that the time left is right from the start.

The numbers are CPU seconds of two cores for a scene of 110 bands, as in docs/performance.md, with
the extraction of features and the class map as the only raster. The reporter compares the plan with
the stages that are done, so that only the ratio to the other stages matters: those of `classify`
and `train` are from the same page.
"""

from __future__ import annotations

from ..core.reporter import Reporter
from ..scene.scene_like import SceneLike

SECONDS_PER_MEGAPIXEL = {
    "geodiffnet-f": 13.0,
    "geodiffnet": 25.0,
    "geospecnet": 5.0,
    "lda": 1.7,
    "rf": 8.7,
    "svm": 30.0,
    "auto": 60.0,
}
REFERENCE_BANDS = 110
#: Of the time of a pixel, what does not depend on the number of bands.
FIXED_SHARE = 0.5
FIXED_SECONDS = 1.0


def expect_mapping(scene: SceneLike, method: str, reporter: Reporter) -> None:
    """Tell the reporter how long the stage `mapping` takes for this scene."""
    grid = scene.grid
    reporter.expect(
        {"mapping": mapping_seconds(grid.width * grid.height, scene.band_count, method)}
    )


def mapping_seconds(pixels: int, bands: int, method: str) -> float:
    """The seconds for a scene of this size."""
    of_bands = FIXED_SHARE + (1 - FIXED_SHARE) * bands / REFERENCE_BANDS
    return FIXED_SECONDS + SECONDS_PER_MEGAPIXEL[method] * pixels / 1e6 * of_bands
