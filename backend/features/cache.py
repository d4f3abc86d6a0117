"""The feature cache: features of a scene, block by block, in files.

A folder belongs to one scene, backbone and set of settings, and each block is a file of its own
that is written completely or not at all. The least recently used files are removed when the cache
exceeds its limit. A folder that other users can write to is not used, and neither are files without
this user's signature.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import weakref
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from rasterio.windows import Window
from safetensors import SafetensorError
from safetensors.numpy import load_file, save_file

from ..backbones.source import BackboneSource
from ..compute.device import choose_device
from ..compute.memory import return_free_memory
from ..compute.precision import resolve_precision
from ..core.errors import UserError
from ..core.failures import is_out_of_memory
from ..core.reporter import Reporter
from ..files.identity import open_regular
from ..files.output_files import file_output
from ..files.pending_files import PendingFiles, sweep
from ..files.private import make_private_folder, untrusted_reason
from ..files.signing import Signer
from ..files.temporary_folders import make_temporary_folder
from ..scene.blocks import split_in_quarters
from ..scene.composites import Composite, fit_composites
from ..scene.scene_like import SceneLike
from ..scene.statistics import sample_spectra
from .projections import FittedFeatures, fitted_from_tensors, fitted_to_tensors
from .settings import FeatureSettings

if TYPE_CHECKING:
    from ..backbones.backbone import Backbone
    from .extraction import FeatureExtractor

BLOCK = 512
#: Least side of a part of a block when memory is short.
MIN_BLOCK = 64
CACHE_LIMIT = 20 * 2**30
#: Part of every key: files of other formats are never read.
FORMAT = 8
#: Name of the signature among the arrays of a file; a changed file is not used.
CHECKSUM = "checksum"
#: Key in the header of the cache's files; its value is the format.
ENTRY_MARK = "geodiffnet features"
MAX_HEADER_BYTES = 2**20
_ENTRY_FOLDER = re.compile(r"[0-9a-f]{24}")
_ENTRY_FILE = re.compile(r"(fitted|\d+_\d+)\.safetensors")


class FeatureBlocks(Protocol):
    """Features of a scene that are read block by block."""

    @property
    def width(self) -> int:
        """The number of features of a pixel."""

    def blocks(self) -> list[Window]:
        """The windows in which features are stored."""

    def read(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features (features, height, width) of one of `blocks`."""


@dataclass
class FeatureStore:
    """The features of one scene: `blocks` are its windows, `read` returns the features of one."""

    scene: SceneLike
    source: BackboneSource
    settings: FeatureSettings
    device: str
    folder: Path
    cache: FeatureCache
    fitted_by_model: FittedFeatures | None = None
    _extractor: FeatureExtractor | None = None
    _fitted: FittedFeatures | None = None
    _uncached_block: tuple[Path, np.ndarray] | None = None

    def prepare(self, reporter: Reporter) -> None:
        """Fit composites and projections, unless a model or the cache holds them."""
        stored = self._load_fitted()
        self._fitted = self.fitted_by_model or stored
        if self._fitted is None:
            extractor = self._open_extractor(fit_composites(self.scene, self.settings.composites))
            extractor.fit(self.scene, reporter)
            if extractor.context_scaling is None:
                raise RuntimeError("the feature extractor is not fitted")
            self._fitted = FittedFeatures(
                tuple(extractor.composites), extractor.projections, extractor.context_scaling
            )
        if (stored is None and not self._save_fitted(self._fitted)) or self.cache.is_temporary:
            self.cache.warn_uncached(reporter)

    def prepare_from_cache(self) -> bool:
        """Take composites and projections from the cache; False where it does not hold them."""
        if self._fitted is None:
            self._fitted = self._load_fitted()
        return self._fitted is not None

    @property
    def fitted(self) -> FittedFeatures:
        """Composites and projections; `prepare` must have been called."""
        if self._fitted is None:
            raise RuntimeError("the store is not prepared")
        return self._fitted

    def was_fitted_here(self, fitted: FittedFeatures) -> bool:
        """Whether the features of a model were fitted to this scene and equal the cached ones."""
        stored, wanted = self.cache.read(self._fitted_path), fitted_to_tensors(fitted)
        if stored is None or stored.keys() != wanted.keys():
            return False
        return all(np.array_equal(stored[name], array) for name, array in wanted.items())

    @property
    def width(self) -> int:
        """The number of features of a pixel."""
        return sum(self.fitted.kinds)

    @property
    def _fitted_path(self) -> Path:
        return self.folder / "fitted.safetensors"

    def _load_fitted(self) -> FittedFeatures | None:
        tensors = self.cache.read(self._fitted_path)
        try:
            return fitted_from_tensors(tensors, self.scene.band_count) if tensors else None
        except (KeyError, ValueError):  # a damaged file is ignored
            return None

    def _save_fitted(self, fitted: FittedFeatures) -> bool:
        return self.cache.write(self._fitted_path, fitted_to_tensors(fitted))

    def blocks(self) -> list[Window]:
        """The windows in which features are stored."""
        grid = self.scene.grid
        return [
            Window(left, top, min(BLOCK, grid.width - left), min(BLOCK, grid.height - top))
            for top in range(0, grid.height, BLOCK)
            for left in range(0, grid.width, BLOCK)
        ]

    def read(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features (features, height, width) of one of `blocks`."""
        stored = self.read_from_cache(block)
        if stored is not None:
            return stored
        if self._extractor is None:
            extractor = self._open_extractor(self.fitted.composites)
            extractor.projections, extractor.context_scaling = (
                self.fitted.projections,
                self.fitted.context_scaling,
            )
        values = self._extract(block, reporter)
        # what the extraction has freed is needed by the prediction of the block
        return_free_memory()
        path = self._block_path(block)
        kept = self.cache.write(path, {"features": values})
        if not kept:
            self.cache.warn_uncached(reporter)
        # so that a scene of one block is not computed again for its map
        self._uncached_block = None if kept else (path, values)
        return values

    def read_from_cache(self, block: Window) -> np.ndarray | None:
        """Features of one of `blocks` that were computed before; None where they were not."""
        path = self._block_path(block)
        shape = (self.width, block.height, block.width)
        if self._uncached_block is not None and self._uncached_block[0] == path:
            return self._uncached_block[1]
        stored = self.cache.read(path)
        if stored is not None and stored.get("features", np.empty(0)).shape == shape:
            return stored["features"]
        return None

    def is_in_cache(self, block: Window) -> bool:
        """Whether the features of one of `blocks` were computed before; they are not read."""
        path = self._block_path(block)
        if self._uncached_block is not None and self._uncached_block[0] == path:
            return True
        return path.is_file()

    def _block_path(self, block: Window) -> Path:
        return self.folder / f"{block.row_off}_{block.col_off}.safetensors"

    def _extract(self, block: Window, reporter: Reporter) -> np.ndarray:
        """Features of a block, computed in quarters where memory does not suffice."""
        if self._extractor is None:
            raise RuntimeError("the network is not loaded")
        try:
            return self._extractor.extract(self.scene, block, reporter)
        except Exception as error:
            if not is_out_of_memory(error) or max(block.width, block.height) <= MIN_BLOCK:
                raise
        # outside the except clause, where the error no longer references the arrays
        values = np.zeros((self.width, block.height, block.width), np.float16)
        for part in split_in_quarters(block):
            top, left = part.row_off - block.row_off, part.col_off - block.col_off
            region = (slice(top, top + part.height), slice(left, left + part.width))
            values[(slice(None), *region)] = self._extract(part, reporter.quiet())
        return values

    def _open_extractor(self, composites: Sequence[Composite]) -> FeatureExtractor:
        # imported here, since cached features need no network
        from .extraction import FeatureExtractor

        backbone = self.cache.backbone(self.source, self.settings, self.device)
        self._extractor = FeatureExtractor(backbone, composites, self.settings)
        return self._extractor


class FeatureCache:
    """The feature files of a folder, with a size limit; by default a temporary folder."""

    def __init__(self, folder: Path | None, limit: int = CACHE_LIMIT):
        self.is_temporary = folder is None
        self.folder = folder or make_temporary_folder("features")
        if self.is_temporary:
            weakref.finalize(self, shutil.rmtree, self.folder, ignore_errors=True)
        self._limit = limit
        self._backbone: tuple[object, Backbone] | None = None
        self._warned = False
        self._refusal_reason = ""

    def open(
        self,
        scene: SceneLike,
        source: BackboneSource,
        settings: FeatureSettings,
        device: str,
        fitted: FittedFeatures | None = None,
    ) -> FeatureStore:
        """The features of a scene; with `fitted`, in the composites and projections of a model."""
        precision = resolve_precision(settings.precision, choose_device(device))
        settings = replace(settings, precision=precision)
        folder = self.folder / entry_key(scene, source, settings)
        for region in (self.folder, folder):
            sweep(region)
        store = FeatureStore(scene, source, settings, device, folder, self)
        if fitted is None or store.was_fitted_here(fitted):
            return store
        folder = self.folder / entry_key(scene, source, settings, fitted)
        return replace(store, folder=folder, fitted_by_model=fitted)

    def backbone(self, source: BackboneSource, settings: FeatureSettings, device: str) -> Backbone:
        """The loaded backbone; the last one is kept for the next scene."""
        from ..backbones.backbone import Backbone

        last, precision = max(settings.blocks), settings.precision
        backbone_key = (source.name, source.digest, last, device, precision)
        if self._backbone is None or self._backbone[0] != backbone_key:
            self._backbone = None  # so that memory never holds two
            found = Backbone(source, last, choose_device(device), precision)
            self._backbone = (backbone_key, found)
        return self._backbone[1]

    def read(self, path: Path) -> dict[str, np.ndarray] | None:
        """The arrays of a file; None where it is missing, damaged or not signed by this user."""
        try:
            if self._signer is None or not path.exists() or not self._is_private():
                return None
            tensors = load_file(path)
            os.utime(path)
        except (OSError, SafetensorError):
            return None
        signature = tensors.pop(CHECKSUM, None)
        signed = self._signer.verify(signature, _entry_name(path), tensors)
        return tensors if signed and _are_finite(tensors) else None

    def write(self, path: Path, tensors: dict[str, np.ndarray]) -> bool:
        """Write a file; False where that is impossible (a full disk does not end the job)."""
        try:
            if self._signer is None:
                return False
            make_private_folder(path.parent)
            if not self._is_private():
                return False
            self._evict_oldest(sum(array.nbytes for array in tensors.values()))
            with PendingFiles() as files:
                files.declare(file_output(path, _has_name_of_entry))
                # safetensors writes memory as it is: arrays must be in C order
                ordered = {name: np.ascontiguousarray(array) for name, array in tensors.items()}
                ordered[CHECKSUM] = self._signer.sign(_entry_name(path), ordered)
                save_file(ordered, files.add(path), {ENTRY_MARK: str(FORMAT)})
                files.publish()
        except (OSError, SafetensorError, UserError):
            return False
        return True

    def warn_uncached(self, reporter: Reporter) -> None:
        """Warn, once, that features are not cached."""
        if not self._warned:
            self._warned = True
            where = "" if self.is_temporary else f" in {self.folder}"
            reason = "this user has no home folder" if self.is_temporary else self._refusal_reason
            reason = f" ({reason})" if reason else ""
            reporter.warn(
                f"Features cannot be cached{where}{reason}. The next run computes them again."
            )

    @cached_property
    def _signer(self) -> Signer | None:
        """Signs and verifies files; None where the folder is not used."""
        try:
            make_private_folder(self.folder)
            return Signer.from_folder(self.folder) if self._is_private() else None
        except OSError as error:
            self._refusal_reason = error.strerror or str(error)
            return None

    def _is_private(self) -> bool:
        """Whether no other user can write to the folder; checked again before every use."""
        self._refusal_reason = untrusted_reason(self.folder)
        return not self._refusal_reason

    def _evict_oldest(self, needed: int) -> None:
        """Remove the least recently used of the cache's own files."""
        files = sorted(self._files(), key=lambda item: item[0])
        used = sum(size for _, size, _ in files)
        for _, size, path in files:
            if used + needed <= self._limit:
                break
            if is_entry(path):
                path.unlink(missing_ok=True)
                used -= size

    def _files(self) -> Iterator[tuple[float, int, Path]]:
        """Time of last use, size and path of the files named like those of the cache."""
        for folder in _subfolders(self.folder):
            for entry in os.scandir(folder):
                try:
                    matches = _ENTRY_FILE.fullmatch(entry.name)
                    if not matches or not entry.is_file(follow_symlinks=False):
                        continue
                    status = entry.stat(follow_symlinks=False)
                except OSError:
                    continue
                yield status.st_mtime, status.st_size, Path(entry.path)


def is_entry(path: Path) -> bool:
    """Whether a file was written by the cache, from its name, its folder's name and its header."""
    try:
        if not _has_name_of_entry(path):
            return False
        with open_regular(path) as file:
            length = int.from_bytes(file.read(8), "little")
            header = json.loads(file.read(min(length, MAX_HEADER_BYTES)))
        return ENTRY_MARK in header.get("__metadata__", {})
    except (OSError, ValueError, AttributeError, TypeError, RecursionError):
        return False


def _has_name_of_entry(path: Path) -> bool:
    """Whether the path is one that the cache uses; a damaged file there is replaced."""
    folder, name = path.parent.name, path.name
    return bool(_ENTRY_FOLDER.fullmatch(folder) and _ENTRY_FILE.fullmatch(name))


def _subfolders(folder: Path) -> list[str]:
    """The folders in the cache that are named by keys."""
    try:
        with os.scandir(folder) as entries:
            return [
                entry.path
                for entry in entries
                if _ENTRY_FOLDER.fullmatch(entry.name) and entry.is_dir(follow_symlinks=False)
            ]
    except OSError:
        return []


def _entry_name(path: Path) -> str:
    """The name that is part of the signature, so that files cannot be exchanged."""
    return f"{path.parent.name}/{path.name}"


def _are_finite(tensors: dict[str, np.ndarray]) -> bool:
    return all(np.isfinite(array).all() for array in tensors.values() if array.dtype.kind == "f")


class NoCache(FeatureCache):
    """Keeps the backbone, but no features: for scenes that are read once."""

    def __init__(self) -> None:
        self.folder = Path()
        self.is_temporary = False
        self._backbone = None

    def read(self, path: Path) -> dict[str, np.ndarray] | None:
        """Always None."""
        return None

    def write(self, path: Path, tensors: dict[str, np.ndarray]) -> bool:
        """True, without writing: features are not read again."""
        return True


def entry_key(
    scene: SceneLike,
    source: BackboneSource,
    settings: FeatureSettings,
    fitted: FittedFeatures | None = None,
) -> str:
    """The key of everything that features depend on: scene, backbone, settings and projections."""
    digest = hashlib.sha256()
    digest.update(sample_spectra(scene, 2000).tobytes())
    for name, array in sorted(fitted_to_tensors(fitted).items() if fitted else ()):
        digest.update(name.encode() + array.tobytes())
    described = {
        "format": FORMAT,
        "scene": [scene.path, scene.identity],
        "content": digest.hexdigest(),
        "grid": [scene.grid.width, scene.grid.height],
        "display": scene.rgb_bands,
        "mask": scene.quality_mask,
        "backbone": source.digest,
        "settings": asdict(settings),
    }
    text = json.dumps(described, sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()[:24]
