"""What says that a scene is complete: a small file beside its map, which appears with it.

It names the scene's files, the model and the settings it was made with, by size, time of change and
content; so a map of another scene, model or setting under the same name is not taken for complete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from ..common.choices import AUTO, NO_MASK
from ..common.version import VERSION
from ..core.errors import UserError
from ..files.identity import content_digest, identities
from ..files.output_files import OutputFiles, Part
from ..files.pending_files import PendingFiles
from ..mapping.geotiff import OUTPUTS, is_own_raster, is_readable
from ..options.campaign_options import CampaignOptions
from ..options.declaration import option_values
from ..reports.report import plain
from ..scene.input_files import input_files
from ..scene.opening import container_file
from .completion_check import is_valid_record, read_text
from .scenes import BatchScene

#: Ending of the marker, after the map's own.
MARKER_SUFFIX = ".json"
MARKER_KIND = "geodiffnet batch"


@dataclass(frozen=True)
class Marker:
    """What was made of a scene, out of what."""

    identity: dict[str, Any]
    digests: dict[str, str]  # of the scene's files
    outputs: dict[str, int]  # kinds of rasters, with their sizes in bytes
    figures: dict[str, Any]
    thumbnail: str  # a data URI
    campaign: str = ""  # the run that made it
    kind: str = MARKER_KIND
    version: str = field(default=VERSION)


def campaign_identity(options: CampaignOptions, digest: str) -> dict[str, Any]:
    """What all maps of a batch depend on besides their scenes; `digest` is the model's."""
    mask = options.bands.quality_mask
    mask_files = {} if mask in (AUTO, NO_MASK) else identities(input_files(mask).contents)
    return {
        "version": VERSION,
        "model": digest,
        **option_values(options.bands),
        "mask_files": {str(path): identity for path, identity in mask_files.items()},
    }


def scene_identity(image: str, campaign: Mapping[str, Any]) -> dict[str, Any]:
    """What the map of a scene depends on: every file that it is read from, wherever it lies."""
    scene_folder = _scene_folder(image)
    found = {
        _relative_name(path, scene_folder): identity
        for path, identity in identities(input_files(image).contents).items()
    }
    part = image if container_file(image) != image else ""
    return {**campaign, "files": found, "part": part.replace(scene_folder, "")}


def scene_digests(image: str, identity: Mapping[str, Any]) -> dict[str, str]:
    """Digests of all that a scene's files contain, by which copies of them are recognised.

    To be taken when the scene was read; refused where a file is not what it was before.
    """
    scene_folder = _scene_folder(image)
    paths = {
        _relative_name(path, scene_folder): path for path in map(_real, input_files(image).contents)
    }
    digests = {name: content_digest(paths[name]) for name in identity["files"] if name in paths}
    if scene_identity(image, {})["files"] != identity["files"]:
        raise UserError(
            "scene.changed",
            f"Files of {image} were changed while the scene was mapped.",
            "Run the batch again when they are complete.",
        )
    return digests


def _scene_folder(image: str) -> str:
    """The folder from which the files of a scene are named, so that it may be moved."""
    return os.path.dirname(os.path.realpath(container_file(image)))


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _relative_name(path: str, scene_folder: str) -> str:
    try:
        return os.path.relpath(path, scene_folder)
    except ValueError:  # another drive
        return path


def marker_path(scene: BatchScene) -> Path:
    """Where the marker of a scene is."""
    return scene.map.with_name(scene.map.name + MARKER_SUFFIX)


def write_marker(
    files: PendingFiles,
    scene: BatchScene,
    identity: dict[str, Any],
    digests: dict[str, str],
    figures: dict[str, Any],
    thumbnail: str,
    campaign: str,
) -> Marker:
    """Write the marker, to be published with the rasters and after them."""
    sizes = {kind: files.add(path).stat().st_size for kind, path in scene.outputs.items()}
    marker = Marker(identity, digests, sizes, plain(figures), thumbnail, campaign)
    text = json.dumps(asdict(marker), ensure_ascii=False, allow_nan=False)
    files.add(marker_path(scene)).write_text(text + "\n", encoding="utf-8")
    return marker


def read_marker(
    scene: BatchScene, identity: Mapping[str, Any], class_count: int | None = None
) -> Marker | None:
    """The marker of a scene that is complete; None where anything is missing, other or damaged."""
    marker = _load_marker(scene)
    if marker is None:
        return None
    try:
        if not is_valid_record(marker.figures, marker.thumbnail, marker.campaign, class_count):
            return None
        if not _matches_inputs(scene.image, marker, json.loads(json.dumps(identity))):
            return None
        for kind, path in scene.outputs.items():
            if os.path.getsize(path) != marker.outputs[kind]:
                return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None
    return marker


def scene_outputs(scene: BatchScene) -> list[OutputFiles]:
    """All files that are written for a scene; they replace only what a batch has written."""
    found = []
    for kind, path in scene.outputs.items():
        output = OUTPUTS[kind](path, lambda path, kind=kind: _is_own_raster(path, scene, kind))
        if kind == "map":
            marker = Part(marker_path(scene), lambda path: _is_own_marker(path, scene))
            output = replace(output, written=(*output.written, marker))
        found.append(output)
    return found


def _matches_inputs(image: str, marker: Marker, identity: dict[str, Any]) -> bool:
    """Whether a marker was written for these inputs, or for what they are copies of."""
    recorded, current = dict(marker.identity), dict(identity)
    known, found = recorded.pop("files"), current.pop("files")
    if recorded != current or known.keys() != found.keys():
        return False
    other = [name for name in found if known[name] != found[name]]
    if not other:
        return True
    scene_folder = _scene_folder(image)
    paths = {
        _relative_name(path, scene_folder): path for path in map(_real, input_files(image).contents)
    }
    return all(
        name in paths and (digest := marker.digests[name]) and content_digest(paths[name]) == digest
        for name in other
    )


def _load_marker(scene: BatchScene) -> Marker | None:
    """What stands in the marker of a scene, whatever it was made of."""
    try:
        marker = Marker(**_load_json(marker_path(scene)))
    except TypeError:
        return None
    parts = (marker.identity, marker.digests, marker.outputs, marker.figures)
    return marker if all(isinstance(part, dict) for part in parts) else None


def _load_json(path: Path) -> dict[str, Any]:
    """What a marker of any version holds; nothing where a file is none."""
    try:
        found = json.loads(read_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) and found.get("kind") == MARKER_KIND else {}


def _is_own_marker(path: Path, scene: BatchScene) -> bool:
    """Whether a file is a marker, or what a crash has left of one beside its map.

    Damaged values are no reason to keep it; an object of another kind belongs to somebody.
    """
    try:
        found = json.loads(read_text(path))
    except OSError:
        return False
    except (ValueError, RecursionError):
        found = None
    return found.get("kind") == MARKER_KIND if isinstance(found, dict) else is_own_raster(scene.map)


def _is_own_raster(path: Path, scene: BatchScene, kind: str) -> bool:
    """Whether a raster was written by this software, or is what a crash has left of one."""
    if is_own_raster(path):
        return True
    sizes = _load_json(marker_path(scene)).get("outputs")
    if not isinstance(sizes, dict) or kind not in sizes or not path.is_file():
        return False
    return path.stat().st_size == sizes[kind] or not is_readable(path)
