"""Matches the bands of a scene to those of a model, by interpolation over wavelength."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt
from rasterio.windows import Window

from ..core.errors import UserError
from ..files.identity import Identity
from .grid import Grid
from .input_files import InputFiles
from .raster import Scene

#: Wavelengths this close are the same band (nanometres).
BAND_TOLERANCE = 0.5
#: How far outside the scene's range a band of the model may lie, in band spacings of the scene.
MAX_EXTRAPOLATION_STEPS = 1.5
#: The widest gap between bands of the scene, in nanometres, that is interpolated across.
MAX_GAP = 60.0


class MatchedScene:
    """A `SceneLike` with the bands of a model; `matrix` is None where the scene has them."""

    def __init__(
        self,
        scene: Scene,
        matrix: npt.NDArray[np.float32] | None,
        wavelengths: npt.NDArray[np.float64] | None,
    ):
        self._scene = scene
        self._matrix = matrix
        self.path = scene.path
        self.grid: Grid = scene.grid
        self.band_count = scene.band_count if matrix is None else len(matrix)
        self.wavelengths = wavelengths
        self.max_pixels = scene.max_pixels
        self.rgb_bands = scene.rgb_bands if matrix is None else None
        self.quality_mask = scene.quality_mask
        self.sample = scene.sample if matrix is None else scene.sample @ matrix.T

    @property
    def files(self) -> InputFiles:
        """The files of the scene."""
        return self._scene.files

    @property
    def identity(self) -> dict[str, Identity]:
        """The identity of each file of the scene, by its path."""
        return self._scene.identity

    def blocks(self, size: int = 256) -> list[Window]:
        """The blocks of the scene."""
        return self._scene.blocks(size)

    def parts(self, window: Window, max_pixels: int | None = None) -> list[Window]:
        """A window, split as the scene splits it."""
        return self._scene.parts(window, max_pixels)

    def sample_blocks(self) -> Iterator[Window]:
        """The windows of the scene that are used for statistics."""
        return self._scene.sample_blocks()

    def read(self, window: Window) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.bool_]]:
        """Reflectance at the wavelengths of the model, and the mask of valid pixels."""
        values, valid = self._scene.read(window)
        if self._matrix is None:
            return values, valid
        matched = self._matrix @ values.reshape(len(values), -1)
        return matched.reshape(-1, *values.shape[1:]), valid


def match_bands(scene: Scene, wavelengths: Sequence[float], bands: int) -> MatchedScene:
    """The scene with the bands of a model; `UserError` where they cannot be matched."""
    scene_wavelengths = scene.wavelengths
    if not len(wavelengths) or scene_wavelengths is None:
        if scene.band_count != bands:
            raise UserError(
                "model.other_bands",
                f"The model was trained on {bands} bands and the scene has "
                f"{scene.band_count} usable ones; without wavelengths in both they cannot be "
                "matched.",
                "Apply it to scenes of the same sensor and processing, or add the wavelengths to "
                "the metadata of the scene.",
            )
        return MatchedScene(scene, None, scene_wavelengths)
    model_wavelengths = np.asarray(wavelengths, np.float64)
    order = np.argsort(scene_wavelengths, kind="stable")
    _check_range(scene_wavelengths[order], model_wavelengths)
    if (
        len(scene_wavelengths) == len(model_wavelengths)
        and np.abs(scene_wavelengths - model_wavelengths).max() <= BAND_TOLERANCE
    ):
        return MatchedScene(scene, None, model_wavelengths)
    matrix = _interpolation(scene_wavelengths, order, model_wavelengths)
    return MatchedScene(scene, matrix, model_wavelengths)


def _check_range(
    scene_wavelengths: npt.NDArray[np.float64], model_wavelengths: npt.NDArray[np.float64]
) -> None:
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
    scene_wavelengths: npt.NDArray[np.float64],
    order: npt.NDArray[np.intp],
    model_wavelengths: npt.NDArray[np.float64],
) -> npt.NDArray[np.float32]:
    """Weights (model bands, scene bands) of linear interpolation, constant beyond the ends."""
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
