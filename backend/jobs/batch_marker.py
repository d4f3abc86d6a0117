"""What says that a scene is complete: a small file beside its map, which appears with it.

It names the scene's files, the model and the settings it was made with, by size, time of change and
content; so a map of another scene, model or setting under the same name is not taken for complete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from .. import VERSION
from ..assessment.report import plain
from ..compute.atomic import PendingFiles
from ..compute.cluster_worker import file_digest
from ..scene.opening import named_file
from .batch_scenes import BatchScene
from .batch_settings import Settings

#: Ending of the marker, after the map's own.
ENDING = ".json"
KIND = "geodiffnet batch"
#: Settings on which a map depends.
_READING = ("bad_bands", "drop_weak_bands", "rgb_bands")
#: Written by programs that only look at a scene.
_BY_THE_WAY = (".aux.xml", ".ovr", ".qml")


@dataclass(frozen=True)
class Marker:
    """What was made of a scene, out of what."""

    identity: dict[str, Any]
    outputs: dict[str, int]  # kinds of rasters, with their sizes in bytes
    figures: dict[str, Any]
    thumbnail: str  # a data URI
    campaign: str = ""  # the run that made it
    kind: str = KIND
    version: str = field(default=VERSION)


def campaign_identity(settings: Settings) -> dict[str, Any]:
    """What all maps of a batch depend on besides their scenes."""
    read = {name: getattr(settings, name) for name in _READING}
    return {"version": VERSION, "model": file_digest(settings.model), **read}


def scene_identity(image: str, campaign: Mapping[str, Any]) -> dict[str, Any]:
    """What the map of a scene depends on; files that are not there have no identity."""
    file = Path(named_file(image))
    if file.is_dir():
        files = [path for path in file.iterdir() if path.is_file()]
    elif file.suffix.lower() == ".xml":  # a product: its image lies beside it
        files = [path for path in file.parent.iterdir() if path.is_file()]
    else:
        files = [file, file.with_suffix(".hdr"), file.with_name(f"{file.name}.hdr")]
    part = image if str(file) != image else ""
    found = {}
    for path in sorted(set(files)):
        if path.name.startswith(".") or path.name.lower().endswith(_BY_THE_WAY):
            continue
        try:
            status = os.stat(path)
        except OSError:
            continue
        found[path.name] = [status.st_size, status.st_mtime_ns]
    return {**campaign, "files": found, "part": part.replace(str(file.parent), "")}


def marker_path(scene: BatchScene) -> Path:
    """Where the marker of a scene is."""
    return scene.map.with_name(scene.map.name + ENDING)


def write_marker(
    files: PendingFiles,
    scene: BatchScene,
    identity: dict[str, Any],
    figures: dict[str, Any],
    thumbnail: str,
    campaign: str,
) -> Marker:
    """Write the marker, to be published with the rasters and after them."""
    sizes = {kind: files.add(path).stat().st_size for kind, path in scene.outputs.items()}
    marker = Marker(identity, sizes, plain(figures), thumbnail, campaign)
    files.replaces(marker_path(scene))
    text = json.dumps(asdict(marker), ensure_ascii=False, allow_nan=False)
    files.add(marker_path(scene)).write_text(text + "\n", encoding="utf-8")
    return marker


def read_marker(scene: BatchScene, identity: Mapping[str, Any]) -> Marker | None:
    """The marker of a scene that is complete; None where anything is missing or other."""
    if not marker_path(scene).is_file():  # or a pipe, at which reading would wait
        return None
    try:
        data = json.loads(marker_path(scene).read_text(encoding="utf-8"))
        marker = Marker(**data)
        if marker.kind != KIND or marker.identity != json.loads(json.dumps(identity)):
            return None
        for kind, path in scene.outputs.items():
            if os.path.getsize(path) != marker.outputs[kind]:
                return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return None
    return marker
