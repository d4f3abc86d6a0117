"""Opens scenes with the bands and the memory that options select."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager

from ..compute.memory import memory_budget
from ..core.reporter import Reporter
from ..options.band_options import BandOptions
from ..options.compute_options import ComputeOptions
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.raster import Scene


def open_scene(
    image: str, bands: BandOptions | None = None, compute: ComputeOptions | None = None
) -> Scene:
    """The scene, to be used as a context manager."""
    bands, compute = bands or BandOptions(), compute or ComputeOptions()
    budget = memory_budget(compute.memory_mb)
    return Scene(image, bands.selection, budget, compute.allow_external, bands.quality_mask)


@contextmanager
def open_further_scenes(
    first: Scene, images: Sequence[str], bands: BandOptions, compute: ComputeOptions
) -> Iterator[list[MatchedScene]]:
    """Further scenes of the first one's sensor, their bands matched to its bands."""
    wavelengths = () if first.wavelengths is None else tuple(map(float, first.wavelengths))
    with ExitStack() as stack:
        yield [
            match_bands(
                stack.enter_context(open_scene(image, bands, compute)),
                wavelengths,
                first.band_count,
            )
            for image in images
        ]


def log_scene(scene: Scene, reporter: Reporter) -> None:
    """Log size, bands and warnings of a scene."""
    notes, warnings = scene.describe()
    for note in notes:
        reporter.info(note)
    for warning in warnings:
        reporter.warn(warning)
