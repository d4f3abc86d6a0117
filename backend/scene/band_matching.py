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
BAND_TOLERANCE = 0.5
#: How far beyond a scene's own range a band may lie, in steps between its bands.
MAX_EXTRAPOLATION_STEPS = 1.5
#: A gap between neighbouring bands this much wider than a model's own step cannot be bridged.
MAX_GAP = 60.0


class MatchedScene:
    """Reads like a `Scene` whose bands are the model's; use it in place of the scene."""

    def __init__(self, scene: Scene, matrix: np.ndarray | None, used: int):
        self._scene = scene
        self._matrix = matrix
        self.path = scene.path
        self.grid: Grid = scene.grid
        self.used = range(used)
        self.max_pixels = scene.max_pixels
        self.rgb_bands = scene.rgb_bands
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
    scene_wavelengths = scene.wavelengths
    if not len(wavelengths) or scene_wavelengths is None:
        if len(scene.used) != bands:
            raise UserError(
                "model.other_bands",
                f"The model was trained on {bands} bands and the scene has {len(scene.used)} "
                "usable ones; without wavelengths on both sides they cannot be matched.",
                "Apply it to scenes of the same sensor and processing, or give the scene its "
                "wavelengths.",
            )
        return MatchedScene(scene, None, bands)
    model_wavelengths = np.asarray(wavelengths, np.float64)
    order = np.argsort(scene_wavelengths, kind="stable")
    _check_range(scene_wavelengths[order], model_wavelengths)
    if (
        len(scene_wavelengths) == len(model_wavelengths)
        and np.abs(scene_wavelengths - model_wavelengths).max() <= BAND_TOLERANCE
    ):
        return MatchedScene(scene, None, bands)
    return MatchedScene(scene, _interpolation(scene_wavelengths, order, model_wavelengths), bands)


def _check_range(scene_wavelengths: np.ndarray, model_wavelengths: np.ndarray) -> None:
    step = float(np.median(np.diff(scene_wavelengths))) if len(scene_wavelengths) > 1 else 0.0
    tolerance = max(MAX_EXTRAPOLATION_STEPS * step, BAND_TOLERANCE)
    if (
        model_wavelengths.min() < scene_wavelengths[0] - tolerance
        or model_wavelengths.max() > scene_wavelengths[-1] + tolerance
    ):
        raise UserError(
            "model.other_range",
            f"The model needs {model_wavelengths.min():.0f} to {model_wavelengths.max():.0f} nm "
            "and the scene covers "
            f"{scene_wavelengths[0]:.0f} to {scene_wavelengths[-1]:.0f} nm.",
            "Train a model on a scene of this sensor.",
        )
    position = np.clip(
        np.searchsorted(scene_wavelengths, model_wavelengths), 1, len(scene_wavelengths) - 1
    )
    gap = scene_wavelengths[position] - scene_wavelengths[position - 1]
    nearest = np.minimum(
        np.abs(scene_wavelengths[position] - model_wavelengths),
        np.abs(model_wavelengths - scene_wavelengths[position - 1]),
    )
    unbridged = (gap > MAX_GAP) & (nearest > MAX_GAP / 2)
    if unbridged.any():
        raise UserError(
            "model.other_range",
            f"The scene has no bands near {model_wavelengths[unbridged][0]:.0f} nm, which the "
            "model needs.",
            "Check the scene's bad-band list, or train a model on a scene of this sensor.",
        )


def _interpolation(
    scene_wavelengths: np.ndarray, order: np.ndarray, model_wavelengths: np.ndarray
) -> np.ndarray:
    """Weights (wanted bands, own bands) of linear interpolation; ends are held."""
    ordered = scene_wavelengths[order]
    matrix = np.zeros((len(model_wavelengths), len(scene_wavelengths)), np.float32)
    upper = np.clip(np.searchsorted(ordered, model_wavelengths), 1, len(ordered) - 1)
    lower = upper - 1
    span = np.maximum(ordered[upper] - ordered[lower], 1e-9)
    weight = np.clip((model_wavelengths - ordered[lower]) / span, 0.0, 1.0)
    rows = np.arange(len(model_wavelengths))
    matrix[rows, order[lower]] += 1 - weight
    matrix[rows, order[upper]] += weight
    return matrix
