"""A synthetic scene with the files, layout and size of one of the paper's data sets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from scipy.io import savemat
from scipy.ndimage import gaussian_filter

from .dataset import CUBE, TEST, TRAIN, Published

#: Side of the square fields for training or testing.
FIELD = 12
SHARE_OF_TRAINING, SHARE_OF_TEST = 0.06, 0.5


def write_generated(folder: Path, layout: Published, shrink: int = 1, seed: int = 0) -> None:
    """Write patches of smooth spectra with noise; each field is used for training or testing."""
    rng = np.random.default_rng(seed)
    shape = layout.rows // shrink, layout.columns // shrink
    fields = rng.normal(size=(layout.classes, *shape))
    classes = np.argmax([gaussian_filter(field, 9) for field in fields], axis=0)
    curves = gaussian_filter(rng.uniform(0.05, 0.5, (layout.classes, layout.bands)), (0, 12))
    light = 1 + 0.1 * gaussian_filter(rng.normal(size=shape), 5)
    cube = curves[classes] * light[..., None]
    cube += rng.normal(0, 0.01, cube.shape)
    rows, columns = np.indices(shape) // FIELD
    fate = rng.uniform(size=(rows.max() + 1, columns.max() + 1))[rows, columns]
    codes = (classes + 1).astype(np.uint8)
    train = np.where(fate < SHARE_OF_TRAINING, codes, 0)
    test = np.where(fate > 1 - SHARE_OF_TEST, codes, 0)
    for name, key, array in (
        (CUBE, "data_HS_LR", np.maximum(cube, 0.001).astype(np.float32)),
        (TRAIN, "TrainImage", train.astype(np.uint8)),
        (TEST, "TestImage", test.astype(np.uint8)),
    ):
        savemat(folder / name, {key: array}, do_compression=True)
