"""The generated sample scene: a farmed valley with a village, seen by a modelled sensor.

For trying the plugin out and for testing it. Nothing in it was measured; the spectra come from
the absorption features in `ingredients.py`, the geography from `landscape.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np

from .bands import sensor_bands
from .digitise import draw_labels, has_enough_labels
from .files import SampleFiles, check_sample, write_files
from .land import CELLS_PER_PIXEL
from .landscape import build_land, has_every_class
from .sensor import observe
from .truth import majority

__all__ = ["SampleFiles", "write_sample"]

MIN_SIZE = 64
VALLEYS = 20


def write_sample(
    folder: Path,
    seed: int = 0,
    size: int = 256,
    on_progress: Callable[[float], None] | None = None,
    overwrite: bool = False,
) -> SampleFiles:
    """Write `scene.tif`, `train.gpkg` and `truth.tif` of a scene of size × size pixels.

    The same seed and size always give the same scene. Files that are there already are refused
    before anything is generated, unless they may be replaced.
    """
    if size < MIN_SIZE:
        raise ValueError(f"a sample scene needs at least {MIN_SIZE} pixels a side, not {size}")
    report = on_progress or (lambda fraction: None)
    report(0.0)
    check_sample(Path(folder), overwrite)
    # Not every random valley has room for every class, least of all a small one.
    for valley in range(VALLEYS):
        ground, hand, sensor = np.random.default_rng([seed, size, valley]).spawn(3)
        land = build_land(ground, size * CELLS_PER_PIXEL)
        if not has_every_class(land):
            continue
        truth = majority(land.cover)
        labels = draw_labels(hand, truth, majority(land.material))
        if has_enough_labels(labels):
            break
    else:
        raise ValueError(f"no valley with all classes for seed {seed} and size {size}")
    report(0.2)
    bands = sensor_bands()
    cube = observe(land, bands, sensor, lambda fraction: report(0.2 + 0.65 * fraction))
    files = write_files(Path(folder), cube, bands, truth, labels, overwrite)
    report(1.0)
    return files
