"""Features of a scene block by block, kept on disk so that nothing is computed twice.

An entry belongs to one scene, backbone and set of settings; a block is one file, written whole or
not at all. What was used longest ago is removed when the cache grows over its limit.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import numpy as np
from rasterio.windows import Window
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from ..compute.atomic import PendingFiles, sweep
from ..compute.device import choose_device
from ..compute.identity import open_regular
from ..compute.output_files import file_output
from ..compute.precision import settle_precision
from ..compute.scratch import make_scratch
from ..errors import UserError
from ..failures import is_out_of_memory
from ..reporter import Reporter
from ..scene.blocks import quarters
from ..scene.composites import Composite, learn_composites
from ..scene.raster import Scene
from ..scene.statistics import sample_spectra
from .backbones import Backbone, BackboneSource
from .features import FeatureExtractor, FeatureSettings
from .learnt import LearntFeatures, learnt_from_tensors, learnt_to_tensors

BLOCK = 512
#: Parts of a block that are not cut any further where memory is short.
SMALLEST_BLOCK = 64
CACHE_LIMIT = 20 * 2**30
FORMAT = 7
#: Kept beside the arrays: a disk that turns bits would otherwise turn classes.
CHECKSUM = "checksum"
#: In the header of what the cache wrote, with its format.
ENTRY_MARK = "geodiffnet features"
LARGEST_HEADER = 2**20
_ENTRY_FOLDER = re.compile(r"[0-9a-f]{24}")
_ENTRY_FILE = re.compile(r"(learnt|\d+_\d+)\.safetensors")


@dataclass
class FeatureStore:
    """The features of one scene; `blocks` says how it is cut, `read` gives one block."""

    scene: Scene
    source: BackboneSource
    settings: FeatureSettings
    device: str
    folder: Path
    cache: FeatureCache
    learnt_before: LearntFeatures | None = None
    _extractor: FeatureExtractor | None = None
    _learnt: LearntFeatures | None = None
    _unkept: tuple[Path, np.ndarray] | None = None

    def prepare(self, reporter: Reporter) -> None:
        """Learn composites and projections, or take those of a model or of an earlier run."""
        stored = self._stored()
        self._learnt = self.learnt_before or stored
        if self._learnt is None:
            extractor = self._open_extractor(learn_composites(self.scene, self.settings.composites))
            extractor.learn(self.scene, reporter)
            if extractor.usual is None:
                raise RuntimeError("the scene's features were not learnt")
            self._learnt = LearntFeatures(
                tuple(extractor.composites), extractor.projections, extractor.usual
            )
        if stored is None and not self._keep(self._learnt):
            self.cache.complain(reporter)

    @property
    def learnt(self) -> LearntFeatures:
        """Composites and projections; `prepare` must have been called."""
        if self._learnt is None:
            raise RuntimeError("the store is not prepared")
        return self._learnt

    def has_learnt(self, learnt: LearntFeatures) -> bool:
        """Whether a model learnt its features from this scene, so that both share an entry."""
        stored, wanted = self.cache.read(self._learnt_path), learnt_to_tensors(learnt)
        if stored is None or stored.keys() != wanted.keys():
            return False
        return all(np.array_equal(stored[name], array) for name, array in wanted.items())

    @property
    def width(self) -> int:
        """How many features a pixel has."""
        return sum(self.learnt.kinds)

    @property
    def _learnt_path(self) -> Path:
        return self.folder / "learnt.safetensors"

    def _stored(self) -> LearntFeatures | None:
        tensors = self.cache.read(self._learnt_path)
        try:
            return learnt_from_tensors(tensors, len(self.scene.used)) if tensors else None
        except (KeyError, ValueError):  # a damaged entry is as good as none
            return None

    def _keep(self, learnt: LearntFeatures) -> bool:
        return self.cache.write(self._learnt_path, learnt_to_tensors(learnt))

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
        if self._unkept is not None and self._unkept[0] == path:
            return self._unkept[1]
        stored = self.cache.read(path)
        if stored is not None and stored.get("features", np.empty(0)).shape == shape:
            return stored["features"]
        if self._extractor is None:
            extractor = self._open_extractor(self.learnt.composites)
            extractor.projections, extractor.usual = self.learnt.projections, self.learnt.usual
        values = self._extract(block, reporter)
        kept = self.cache.write(path, {"features": values})
        if not kept:
            self.cache.complain(reporter)
        # a scene of one block is then not computed a second time for its map
        self._unkept = None if kept else (path, values)
        return values

    def _extract(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features of a block; of its quarters where memory does not suffice for the whole."""
        if self._extractor is None:
            raise RuntimeError("the network is not loaded")
        try:
            return self._extractor.extract(self.scene, block, reporter)
        except Exception as error:
            if not is_out_of_memory(error) or max(block.width, block.height) <= SMALLEST_BLOCK:
                raise
        # out here, where the error no longer holds what the failed attempt computed
        values = np.zeros((self.width, block.height, block.width), np.float16)
        for part in quarters(block):
            top, left = part.row_off - block.row_off, part.col_off - block.col_off
            place = (slice(top, top + part.height), slice(left, left + part.width))
            values[(slice(None), *place)] = self._extract(part, reporter.quiet())
        return values

    def _open_extractor(self, composites: Sequence[Composite]) -> FeatureExtractor:
        backbone = self.cache.backbone(self.source, self.settings, self.device)
        self._extractor = FeatureExtractor(backbone, composites, self.settings)
        return self._extractor


class FeatureCache:
    """A folder of entries with a size limit; without a folder everything lives for one job."""

    def __init__(self, folder: Path | None, limit: int = CACHE_LIMIT):
        self._temporary = folder is None
        self.folder = folder or make_scratch("features")
        self._limit = limit
        self._backbone: tuple[object, Backbone] | None = None
        self._complained = False

    def open(
        self,
        scene: Scene,
        source: BackboneSource,
        settings: FeatureSettings,
        device: str,
        learnt: LearntFeatures | None = None,
    ) -> FeatureStore:
        """The store of a scene's features, new or found; a model brings what it learnt."""
        precision = settle_precision(settings.precision, choose_device(device))
        settings = replace(settings, precision=precision)
        folder = self.folder / entry_key(scene, source, settings)
        sweep(folder)
        store = FeatureStore(scene, source, settings, device, folder, self)
        if learnt is None or store.has_learnt(learnt):
            return store
        folder = self.folder / entry_key(scene, source, settings, learnt)
        return replace(store, folder=folder, learnt_before=learnt)

    def backbone(self, source: BackboneSource, settings: FeatureSettings, device: str) -> Backbone:
        """The network that computes what is not there; the last one is kept for the next scene."""
        last, precision = max(settings.blocks), settings.precision
        asked = (source.name, source.digest, last, device, precision)
        if self._backbone is None or self._backbone[0] != asked:
            self._backbone = None  # so that two are never in memory at once
            found = Backbone(source, last, choose_device(device), precision)
            self._backbone = (asked, found)
        return self._backbone[1]

    def read(self, path: Path) -> dict[str, np.ndarray] | None:
        """An entry's arrays; what is missing or damaged is as good as never written."""
        try:
            tensors = load_file(path)
            os.utime(path)
        except (OSError, SafetensorError):
            return None
        noted = tensors.pop(CHECKSUM, None)
        return tensors if np.array_equal(noted, _checksum(tensors)) else None

    def write(self, path: Path, tensors: dict[str, np.ndarray]) -> bool:
        """Store an entry whole, if possible: a full disk costs the cache, not the job."""
        try:
            self._make_room(sum(array.nbytes for array in tensors.values()))
            path.parent.mkdir(parents=True, exist_ok=True)
            with PendingFiles() as files:
                files.declare(file_output(path, _has_name_of_entry))
                # memory is written as it lies: what is not in C order would come back scrambled
                ordered = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
                ordered[CHECKSUM] = _checksum(ordered)
                save_file(ordered, files.add(path), {ENTRY_MARK: str(FORMAT)})
                files.publish()
        except (OSError, SafetensorError, UserError):
            return False
        return True

    def complain(self, reporter: Reporter) -> None:
        """Warn, once, that what is computed will not be there the next time."""
        if not self._complained:
            self._complained = True
            reporter.warn(
                f"Features cannot be kept in {self.folder}; the next run computes them anew."
            )

    def close(self) -> None:
        """Remove what was only meant for this job."""
        if self._temporary:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _make_room(self, needed: int) -> None:
        """Remove what was used longest ago, of the cache's own files alone."""
        files = sorted(self._files(), key=lambda item: item[0])
        used = sum(size for _, size, _ in files)
        for _, size, path in files:
            if used + needed <= self._limit:
                break
            if is_entry(path):
                path.unlink(missing_ok=True)
                used -= size

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Files with the names of entries: when they were used, how large they are."""
        for folder in _subfolders(self.folder):
            for entry in os.scandir(folder):
                try:
                    named = _ENTRY_FILE.fullmatch(entry.name)
                    if not named or not entry.is_file(follow_symlinks=False):
                        continue
                    status = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                yield status.st_mtime, status.st_size, Path(entry.path)


def is_entry(path: Path) -> bool:
    """Whether a file was written by the cache: by its name, its folder's, and its header."""
    try:
        if not _has_name_of_entry(path):
            return False
        with open_regular(path) as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, LARGEST_HEADER)))
        # versions before the mark kept a checksum, too
        return ENTRY_MARK in header.get("__metadata__", {}) or CHECKSUM in header
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return False


def _has_name_of_entry(path: Path) -> bool:
    """Where only the cache writes; a damaged entry there is replaced."""
    folder, name = path.parent.name, path.name
    return bool(_ENTRY_FOLDER.fullmatch(folder) and _ENTRY_FILE.fullmatch(name))


def _subfolders(folder: Path) -> list[str]:
    """The folders of entries in the cache's own."""
    try:
        with os.scandir(folder) as entries:
            return [
                entry.path
                for entry in entries
                if _ENTRY_FOLDER.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _checksum(tensors: Mapping[str, np.ndarray]) -> np.ndarray:
    found = 0
    for name in sorted(tensors):
        found = zlib.crc32(np.ascontiguousarray(tensors[name]), zlib.crc32(name.encode(), found))
    return np.array([found], np.uint32)


class NoCache(FeatureCache):
    """For scenes that are looked at once: nothing is kept but the network."""

    def __init__(self) -> None:
        self.folder = Path()
        self._temporary = False
        self._backbone = None

    def read(self, path: Path) -> dict[str, np.ndarray] | None:
        """Nothing."""
        return None

    def write(self, path: Path, tensors: dict[str, np.ndarray]) -> bool:
        """As if it were kept: nobody will ask for it."""
        return True


def entry_key(
    scene: Scene,
    source: BackboneSource,
    settings: FeatureSettings,
    learnt: LearntFeatures | None = None,
) -> str:
    """What features depend on: all files of the scene, its content, the backbone, the settings."""
    digest = hashlib.sha256()
    digest.update(sample_spectra(scene, 2000).tobytes())
    for name, array in sorted(learnt_to_tensors(learnt).items() if learnt else ()):
        digest.update(name.encode() + array.tobytes())
    described = {
        "format": FORMAT,
        "scene": [scene.path, scene.identity],
        "content": digest.hexdigest(),
        "grid": [scene.grid.width, scene.grid.height],
        "display": scene.display,
        "backbone": source.digest,
        "settings": asdict(settings),
    }
    text = json.dumps(described, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
