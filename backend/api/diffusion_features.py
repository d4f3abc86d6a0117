"""Features of a frozen diffusion network for every pixel of a scene, for scikit-learn."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Self

import numpy as np
from numpy.typing import NDArray
from sklearn.base import BaseEstimator
from sklearn.utils.validation import check_is_fitted

from ..backbones.source import BUNDLED
from ..common.choices import AUTO
from ..core.reporter import Reporter
from ..features.cache import FeatureCache, FeatureStore
from ..features.feature_names import feature_names
from ..files.cache_folders import cache_folder
from ..options.band_options import BandOptions
from ..options.common_options import image_option
from ..options.compute_options import ComputeOptions
from ..options.declaration import group
from ..options.feature_options import FeatureOptions
from ..pipeline.feature_access import open_store
from ..pipeline.feature_export import read_feature_blocks
from ..pipeline.scene_access import open_scene
from ..scene.band_matching import MatchedScene, match_bands
from ..scene.raster import Scene
from .commands import options_from
from .scenes import OpenedScene, SceneLike, opened
from .session import session

#: Numbers or names, one or several; None leaves the choice to the preset.
Choice = str | int | Sequence[str] | Sequence[int] | None


@dataclass(frozen=True, kw_only=True)
class _Options:
    image: str = image_option()
    bands: BandOptions = group(BandOptions)
    features: FeatureOptions = group(FeatureOptions)
    compute: ComputeOptions = group(ComputeOptions)


class DiffusionFeatures(BaseEstimator):  # type: ignore[misc] # an untyped base
    """Features of a frozen diffusion network for every pixel of a scene.

    `fit` fits the composites and the reduction of the network's activations to a scene;
    `transform` computes the features of that scene, or of another one with the same bands or range
    of wavelengths. A scene is a path, an array (height, width, bands) or a DataArray of xarray.

    Parameters
    ----------
    backbone : str, default="bundled"
        "bundled", "adm-imagenet64" or the path of its checkpoint, a folder in diffusers format, or
        a model of the Hugging Face hub as owner/name@commit.
    preset : {"default", "paper"}, default="default"
    blocks, timesteps, scales : int or sequence of int, optional
        Decoder blocks to read, noise levels at which they are read, and scales (2 is half
        resolution).
    composites : sequence of str, optional
        Composites of the scene that the network gets: "rgb", "cir", "swir", "pca1", "pca2".
    components : int, optional
        Components that are kept of each scale's activations.
    bad_bands : str or sequence of int, optional
        Numbers of bands to exclude, from 1.
    device : {"auto", "cpu", "cuda", "mps"}, default="auto"
    cache : path, optional
        Folder in which the features of files are kept for the next time; the user's cache by
        default. Those of arrays are never kept.
    memory_mb : int, optional
        Memory to use; by what is free by default.
    allow_external : bool, default=False
        Whether datasets may refer to files outside their folder or to the network.

    Attributes
    ----------
    n_bands_ : int
        Bands of the scene that are used.
    wavelengths_ : tuple of float
        Their wavelengths in nanometres; empty where the scene knows none.
    """

    def __init__(
        self,
        backbone: str = BUNDLED,
        *,
        preset: str = "default",
        blocks: Choice = None,
        timesteps: Choice = None,
        composites: Choice = None,
        scales: Choice = None,
        components: int | None = None,
        bad_bands: Choice = None,
        device: str = AUTO,
        cache: str | os.PathLike[str] | None = None,
        memory_mb: int | None = None,
        allow_external: bool = False,
    ):
        self.backbone = backbone
        self.preset = preset
        self.blocks = blocks
        self.timesteps = timesteps
        self.composites = composites
        self.scales = scales
        self.components = components
        self.bad_bands = bad_bands
        self.device = device
        self.cache = cache
        self.memory_mb = memory_mb
        self.allow_external = allow_external

    def fit(
        self, X: SceneLike, y: object = None, *, wavelengths: Sequence[float] | None = None
    ) -> Self:
        """Fit composites and projections to a scene; `wavelengths` are an array's, in nm."""
        with self._opened(X, wavelengths) as (_, scene, options, reporter):
            self._fit(scene, options, reporter)
        return self

    def fit_transform(
        self, X: SceneLike, y: object = None, *, wavelengths: Sequence[float] | None = None
    ) -> Any:
        """Fit to a scene and compute its features, as `transform` gives them."""
        with self._opened(X, wavelengths) as (source, scene, options, reporter):
            store = self._fit(scene, options, reporter)
            return self._read(source, scene, store, reporter)

    def transform(self, X: SceneLike, *, wavelengths: Sequence[float] | None = None) -> Any:
        """Features (height, width, features) in single precision; not a number without data.

        A DataArray gives a DataArray with the same coordinates.
        """
        check_is_fitted(self)
        with self._opened(X, wavelengths) as (source, scene, options, reporter):
            matched = match_bands(scene, self.wavelengths_, self.n_bands_)
            store = FeatureCache(cache_folder(options.compute.cache)).open(
                matched, self._source, self._settings, options.compute.device, self._fitted
            )
            store.prepare(reporter)
            return self._read(source, matched, store, reporter)

    def get_feature_names_out(self, input_features: object = None) -> NDArray[np.object_]:
        """One name a feature."""
        check_is_fitted(self)
        return np.array(feature_names(self._fitted, self._settings, self._source), object)

    @contextmanager
    def _opened(
        self, X: SceneLike, wavelengths: Sequence[float] | None
    ) -> Iterator[tuple[OpenedScene, Scene, _Options, Reporter]]:
        with opened(X, wavelengths) as source:
            given = {
                name: value
                for name, value in self.get_params(deep=False).items()
                if value is not None
            }
            given["image"] = source.path
            if source.folder is not None:
                given["cache"] = source.folder / "cache"
            options = options_from(_Options, type(self).__name__, given)
            with (
                session(None, self.allow_external) as reporter,
                open_scene(options.image, options.bands, options.compute) as scene,
            ):
                for warning in scene.describe()[1]:
                    reporter.warn(warning)
                yield source, scene, options, reporter

    def _fit(self, scene: Scene, options: _Options, reporter: Reporter) -> FeatureStore:
        store = open_store(scene, options.features, options.compute, reporter)
        wavelengths = scene.wavelengths
        self._source, self._settings, self._fitted = store.source, store.settings, store.fitted
        self.n_bands_ = len(scene.used)
        self.wavelengths_ = () if wavelengths is None else tuple(map(float, wavelengths))
        return store

    def _read(
        self,
        source: OpenedScene,
        scene: Scene | MatchedScene,
        store: FeatureStore,
        reporter: Reporter,
    ) -> Any:
        grid = scene.grid
        found = np.full((grid.height, grid.width, store.width), np.nan, np.float32)
        for block, values, valid in read_feature_blocks(scene, store, reporter):
            rows = slice(block.row_off, block.row_off + block.height)
            columns = slice(block.col_off, block.col_off + block.width)
            found[rows, columns][valid] = values[:, valid].T
        return source.like_input(found, "diffusion features", list(self.get_feature_names_out()))
