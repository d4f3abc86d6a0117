"""Features of a scene block by block, kept on disk so that nothing is computed twice.

An entry belongs to one scene, backbone and set of settings; a block is one file, written whole or
not at all. What was used longest ago is removed when the cache grows over its limit.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
from rasterio.windows import Window
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from ..compute.device import choose_device
from ..reporter import Reporter
from ..scene.composites import Composite, learn_composites
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .backbones import Backbone, BackboneSource
from .features import FeatureExtractor, FeatureSettings, Projection

BLOCK = 512
CACHE_LIMIT = 20 * 2**30
FORMAT = 1


@dataclass
class FeatureStore:
    """The features of one scene; `blocks` says how it is cut, `read` gives one block."""

    scene: Scene
    source: BackboneSource
    settings: FeatureSettings
    device: str
    folder: Path
    cache: FeatureCache
    _extractor: FeatureExtractor | None = None
    _learnt: tuple[tuple[Composite, ...], dict[int, Projection]] | None = None

    def prepare(self, reporter: Reporter) -> None:
        """Learn composites and projections, or read what was learnt before."""
        self._learnt = _load_learnt(self.folder / "learnt.safetensors")
        if self._learnt is not None:
            reporter.info("Features of this scene are in the cache.")
            return
        extractor = self._open_extractor(learn_composites(self.scene, self.settings.composites))
        extractor.learn(self.scene, reporter)
        self._learnt = (tuple(extractor.composites), extractor.projections)
        tensors = _learnt_tensors(*self._learnt)
        self.cache.write(self.folder / "learnt.safetensors", tensors)

    @property
    def learnt(self) -> tuple[tuple[Composite, ...], dict[int, Projection]]:
        """Composites and projections; `prepare` must have been called."""
        if self._learnt is None:
            raise RuntimeError("the store is not prepared")
        return self._learnt

    @property
    def width(self) -> int:
        """How many features a pixel has."""
        return sum(projection.axes.shape[1] for projection in self.learnt[1].values())

    def blocks(self) -> list[Window]:
        """The windows of the store's own lattice."""
        grid = self.scene.grid
        return [
            Window(left, top, min(BLOCK, grid.width - left), min(BLOCK, grid.height - top))
            for top in range(0, grid.height, BLOCK)
            for left in range(0, grid.width, BLOCK)
        ]

    def read(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features (width, height, width) of one of `blocks`."""
        path = self.folder / f"{block.row_off}_{block.col_off}.safetensors"
        shape = (self.width, block.height, block.width)
        stored = self.cache.read(path)
        if stored is not None and stored.get("features", np.empty(0)).shape == shape:
            return stored["features"]
        if self._extractor is None:
            composites, projections = self.learnt
            self._open_extractor(composites).projections = projections
        values = self._extractor.extract(self.scene, block, reporter)
        self.cache.write(path, {"features": values})
        return values

    def _open_extractor(self, composites: Sequence[Composite]) -> FeatureExtractor:
        backbone = Backbone(self.source, max(self.settings.blocks), choose_device(self.device))
        self._extractor = FeatureExtractor(backbone, composites, self.settings)
        return self._extractor


class FeatureCache:
    """A folder of entries with a size limit; without a folder everything lives for one job."""

    def __init__(self, folder: Path | None, limit: int = CACHE_LIMIT):
        self._temporary = folder is None
        self.folder = folder or Path(tempfile.mkdtemp(prefix="geodiffnet-"))
        self._limit = limit

    def open(
        self, scene: Scene, source: BackboneSource, settings: FeatureSettings, device: str
    ) -> FeatureStore:
        """The store of a scene's features, new or found."""
        folder = self.folder / entry_key(scene, source, settings)
        folder.mkdir(parents=True, exist_ok=True)
        return FeatureStore(scene, source, settings, device, folder, self)

    def read(self, path: Path) -> dict[str, np.ndarray] | None:
        """An entry's arrays; what is missing or damaged is as good as never written."""
        try:
            tensors = load_file(path)
            os.utime(path)
        except (OSError, SafetensorError):
            return None
        return tensors

    def write(self, path: Path, tensors: dict[str, np.ndarray]) -> None:
        """Store an entry whole; a full disk costs the cache, not the job."""
        partial = path.with_name(f".{path.name}.{os.getpid()}.partial")
        try:
            self._make_room(sum(array.nbytes for array in tensors.values()))
            path.parent.mkdir(parents=True, exist_ok=True)
            save_file(tensors, partial)
            partial.replace(path)
        except (OSError, SafetensorError):
            partial.unlink(missing_ok=True)

    def close(self) -> None:
        """Remove what was only meant for this job."""
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _make_room(self, needed: int) -> None:
        files = sorted(self._files(), key=lambda item: item[0])
        used = sum(size for _, size, _ in files)
        for _, size, path in files:
            if used + needed <= self._limit:
                break
            path.unlink(missing_ok=True)
            used -= size

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        for path in self.folder.rglob("*.safetensors"):
            try:
                status = path.stat()
            except OSError:
                continue
            yield status.st_mtime, status.st_size, path


def entry_key(scene: Scene, source: BackboneSource, settings: FeatureSettings) -> str:
    """What features depend on: the scene's file and content, the backbone, the settings."""
    try:
        status = os.stat(scene.path)
        identity = [os.path.realpath(scene.path), status.st_size, status.st_mtime_ns]
    except OSError:  # subdatasets and virtual files have no place of their own
        identity = [scene.path]
    digest = hashlib.sha256()
    digest.update(sample_spectra(scene, 2000).tobytes())
    described = {
        "format": FORMAT,
        "scene": identity,
        "content": digest.hexdigest(),
        "grid": [scene.grid.width, scene.grid.height],
        "display": scene.display,
        "backbone": source.digest,
        "settings": asdict(settings),
    }
    text = json.dumps(described, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]


def _learnt_tensors(
    composites: Sequence[Composite], projections: dict[int, Projection]
) -> dict[str, np.ndarray]:
    tensors = {}
    for index, composite in enumerate(composites):
        tensors |= {
            f"composite/{index}/{composite.name}/weights": composite.weights,
            f"composite/{index}/{composite.name}/stretch": np.stack([composite.low, composite.high]),
            f"composite/{index}/{composite.name}/tone": np.array(
                [composite.gamma, float(composite.logarithmic)], np.float32
            ),
        }
    for scale, projection in projections.items():
        tensors |= {
            f"projection/{scale}/mean": projection.mean,
            f"projection/{scale}/axes": projection.axes,
        }
    return {name: np.ascontiguousarray(array) for name, array in tensors.items()}


def _load_learnt(path: Path) -> tuple[tuple[Composite, ...], dict[int, Projection]] | None:
    try:
        tensors = load_file(path)
    except (OSError, SafetensorError):
        return None
    names = sorted({tuple(key.split("/")[1:3]) for key in tensors if key.startswith("composite/")})
    scales = sorted({int(key.split("/")[1]) for key in tensors if key.startswith("projection/")})
    composites = []
    for index, name in sorted(names, key=lambda item: int(item[0])):
        prefix = f"composite/{index}/{name}"
        low, high = tensors[f"{prefix}/stretch"]
        gamma, logarithmic = tensors[f"{prefix}/tone"]
        composites.append(
            Composite(
                name, tensors[f"{prefix}/weights"], bool(logarithmic), low, high, float(gamma)
            )
        )
    projections = {
        scale: Projection(tensors[f"projection/{scale}/mean"], tensors[f"projection/{scale}/axes"])
        for scale in scales
    }
    return tuple(composites), projections
