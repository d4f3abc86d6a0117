"""The files of a folder in `diffusers` format that make up a backbone.

A pipeline has its parts in subfolders; older pipelines, and single networks, have all files in one
folder. Only safetensors weights are read.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIG = "config.json"
SCHEDULE = "scheduler_config.json"
#: Subfolders of a pipeline that are parts of a backbone.
PARTS = ("unet", "vae", "text_encoder", "scheduler")
_CHUNK = 2**24


@dataclass(frozen=True)
class Layout:
    """The folders of a backbone's parts, and its scheduler's configuration."""

    unet: Path
    schedule: Path
    vae: Path | None = None
    text_encoder: Path | None = None
    #: Name of an image or text encoder of the pipeline that is not supported.
    unsupported_encoder: str | None = None

    @classmethod
    def of(cls, folder: Path) -> Layout | None:
        """The parts in a folder; None without a network with safetensors weights."""
        unet = folder / "unet" if (folder / "unet" / CONFIG).is_file() else folder
        if not (unet / CONFIG).is_file() or not weight_files(unet):
            return None
        scheduler_file = folder / "scheduler" / SCHEDULE
        unsupported = (
            name for name in ("vqvae", "movq", "text_encoder_2") if (folder / name).is_dir()
        )
        return cls(
            unet,
            scheduler_file if scheduler_file.is_file() else folder / SCHEDULE,
            _part(folder, "vae"),
            _part(folder, "text_encoder"),
            next(unsupported, None),
        )

    def digest(self) -> str:
        """The SHA-256 of the content of all files that are read."""
        found = hashlib.sha256()
        for path in self._files():
            found.update(path.name.encode())
            with path.open("rb") as file:
                while chunk := file.read(_CHUNK):
                    found.update(chunk)
        return found.hexdigest()

    def _files(self) -> Iterator[Path]:
        for folder in (self.unet, self.vae, self.text_encoder):
            if folder is not None:
                yield folder / CONFIG
                yield from weight_files(folder)
        if self.schedule.is_file():
            yield self.schedule


def weight_files(folder: Path) -> list[Path]:
    """The safetensors files of a network: those in half precision if there are any."""
    names = (path.name for path in folder.glob("*") if path.is_file())
    return [folder / name for name in chosen_weights(names)]


def chosen_weights(names: Iterable[str]) -> list[str]:
    """The names of a folder's weights that are read."""
    files = sorted(name for name in names if name.endswith(".safetensors"))
    # weights without averaging may be stored beside the averaged ones
    files = [name for name in files if ".non_ema." not in name]
    return [name for name in files if ".fp16" in name] or files


def read_json(path: Path) -> dict[str, Any]:
    """A JSON object; empty for other JSON values, ValueError for invalid JSON."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return content if isinstance(content, dict) else {}


def _part(folder: Path, name: str) -> Path | None:
    found = folder / name
    return found if (found / CONFIG).is_file() and weight_files(found) else None
