"""Which files of a folder in `diffusers` format make up a backbone.

A pipeline keeps its parts in folders of their own; older pipelines, and single networks, keep all
of it in one. Of weights only safetensors are looked at.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

CONFIG = "config.json"
SCHEDULE = "scheduler_config.json"
#: Parts of a pipeline that a backbone may consist of.
PARTS = ("unet", "vae", "text_encoder", "scheduler")
_CHUNK = 2**24


@dataclass(frozen=True)
class Layout:
    """Where the parts of one backbone are; the folder of the network has its `config.json`."""

    unet: Path
    schedule: Path
    vae: Path | None = None
    text_encoder: Path | None = None
    #: Another encoder of pictures that stands before the network, of a kind that is not read.
    unsupported_encoder: str | None = None

    @classmethod
    def of(cls, folder: Path) -> Layout | None:
        """The parts in a folder; None where there is no network with safetensors weights."""
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
        """What identifies the backbone: the content of every file that is read."""
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
    """The safetensors files of a network: in half precision where there is a choice."""
    names = (path.name for path in folder.glob("*") if path.is_file())
    return [folder / name for name in chosen_weights(names)]


def chosen_weights(names: Iterator[str] | list[str]) -> list[str]:
    """Of the names of a folder's files those of the weights that are read."""
    files = sorted(name for name in names if name.endswith(".safetensors"))
    # weights that were not averaged in training stand beside those that were
    files = [name for name in files if ".non_ema." not in name]
    return [name for name in files if ".fp16" in name] or files


def read_json(path: Path) -> dict[str, Any]:
    """A configuration, which says nothing where it is a list; ValueError where it is no JSON."""
    content = json.loads(path.read_text(encoding="utf-8"))
    return content if isinstance(content, dict) else {}


def _part(folder: Path, name: str) -> Path | None:
    found = folder / name
    return found if (found / CONFIG).is_file() and weight_files(found) else None
