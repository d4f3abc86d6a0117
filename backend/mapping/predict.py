"""Goes over a scene block by block and writes every valid pixel's class."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from rasterio.windows import Window

from ..reporter import Reporter
from ..scene.raster import Scene
from .geotiff import MapWriter

#: Gives the probabilities of pixels from their spectra (pixels, bands) and features.
Predictor = Callable[[np.ndarray, np.ndarray], np.ndarray]
#: Gives the features (features, height, width) of a block.
FeatureReader = Callable[[Window], np.ndarray]

PIXELS_AT_ONCE = 32_768


def map_scene(
    scene: Scene,
    blocks: Sequence[Window],
    read_features: FeatureReader,
    predict: Predictor,
    writer: MapWriter,
    class_count: int,
    reporter: Reporter,
) -> np.ndarray:
    """Classify all blocks; returns the number of pixels of each class."""
    counts = np.zeros(class_count, np.int64)
    for number, block in enumerate(blocks):
        reporter.advance(number / len(blocks))
        reflectance, valid = scene.read(block)
        probabilities = np.zeros((int(valid.sum()), class_count), np.float32)
        if valid.any():
            features = read_features(block)[:, valid].T
            spectra = reflectance[:, valid].T
            for start in range(0, len(spectra), PIXELS_AT_ONCE):
                chosen = slice(start, start + PIXELS_AT_ONCE)
                probabilities[chosen] = predict(spectra[chosen], features[chosen])
                reporter.advance((number + start / len(spectra)) / len(blocks))
        writer.write(block, probabilities, valid)
        counts += np.bincount(probabilities.argmax(axis=1), minlength=class_count)
    return counts
