"""A scene seen through the bands of another: spectra interpolated to a model's wavelengths."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from rasterio.windows import Window

from ..core.errors import UserError
from ..files.identity import Identity
from .input_files import InputFiles
from .raster import Grid, Scene

#: Wavelengths this close are the same band (nanometres).
SAME_BAND = 0.5
#: How far beyond a scene's own range a band may lie, in steps between its bands.
OUTSIDE_STEPS = 1.5
#: A gap between neighbouring bands this much wider than a model's own step cannot be bridged.
WIDEST_GAP = 60.0


class MatchedScene:
    """Reads like a `Scene` whose bands are the model's; use it in place of the scene."""

    def __init__(self, scene: Scene, matrix: np.ndarray | None, used: int):
        self._scene = scene
        self._matrix = matrix
        self.path = scene.path
        self.grid: Grid = scene.grid
        self.used = range(used)
        self.most_pixels = scene.most_pixels
        self.display = scene.display
        self.sample = scene.sample if matrix is None else scene.sample @ matrix.T

    @property
    def files(self) -> InputFiles:
        """As the scene's."""
        return self._scene.files

    @property
    def identity(self) -> dict[str, Identity]:
        """As the scene's."""
        return self._scene.identity

    def blocks(self, size: int = 256) -> list[Window]:
        """As the scene's."""
        return self._scene.blocks(size)

    def parts(self, window: Window, size: int = 256) -> list[Window]:
        """As the scene's."""
        return self._scene.parts(window, size)

    def sample_blocks(self) -> Iterator[Window]:
        """As the scene's."""
        return self._scene.sample_blocks()

    def read(self, window: Window) -> tuple[np.ndarray, np.ndarray]:
        """Reflectance at the model's wavelengths, and the mask of valid pixels."""
        values, valid = self._scene.read(window)
        if self._matrix is None:
            return values, valid
        matched = self._matrix @ values.reshape(len(values), -1)
        return matched.reshape(-1, *values.shape[1:]), valid


def match_bands(scene: Scene, wavelengths: Sequence[float], bands: int) -> MatchedScene:
    """The scene as a model with these wavelengths expects it; refused where that is impossible."""
    own = scene.wavelengths
    if not len(wavelengths) or own is None:
        if len(scene.used) != bands:
            raise UserError(
                "model.other_bands",
                f"The model was trained on {bands} bands and the scene has {len(scene.used)} "
                "usable ones; without wavelengths on both sides they cannot be matched.",
                "Apply it to scenes of the same sensor and processing, or give the scene its "
                "wavelengths.",
            )
        return MatchedScene(scene, None, bands)
    wanted = np.asarray(wavelengths, np.float64)
    order = np.argsort(own, kind="stable")
    _check_range(own[order], wanted)
    if len(own) == len(wanted) and np.abs(own - wanted).max() <= SAME_BAND:
        return MatchedScene(scene, None, bands)
    return MatchedScene(scene, _interpolation(own, order, wanted), bands)


def _check_range(own: np.ndarray, wanted: np.ndarray) -> None:
    step = float(np.median(np.diff(own))) if len(own) > 1 else 0.0
    slack = max(OUTSIDE_STEPS * step, SAME_BAND)
    if wanted.min() < own[0] - slack or wanted.max() > own[-1] + slack:
        raise UserError(
            "model.other_range",
            f"The model needs {wanted.min():.0f} to {wanted.max():.0f} nm and the scene covers "
            f"{own[0]:.0f} to {own[-1]:.0f} nm.",
            "Train a model on a scene of this sensor.",
        )
    position = np.clip(np.searchsorted(own, wanted), 1, len(own) - 1)
    gap = own[position] - own[position - 1]
    nearest = np.minimum(np.abs(own[position] - wanted), np.abs(wanted - own[position - 1]))
    torn = (gap > WIDEST_GAP) & (nearest > WIDEST_GAP / 2)
    if torn.any():
        raise UserError(
            "model.other_range",
            f"The scene has no bands near {wanted[torn][0]:.0f} nm, which the model needs.",
            "Check the scene's bad-band list, or train a model on a scene of this sensor.",
        )


def _interpolation(own: np.ndarray, order: np.ndarray, wanted: np.ndarray) -> np.ndarray:
    """Weights (wanted bands, own bands) of linear interpolation; ends are held."""
    ordered = own[order]
    matrix = np.zeros((len(wanted), len(own)), np.float32)
    upper = np.clip(np.searchsorted(ordered, wanted), 1, len(ordered) - 1)
    lower = upper - 1
    span = np.maximum(ordered[upper] - ordered[lower], 1e-9)
    weight = np.clip((wanted - ordered[lower]) / span, 0.0, 1.0)
    rows = np.arange(len(wanted))
    matrix[rows, order[lower]] += 1 - weight
    matrix[rows, order[upper]] += weight
    return matrix
