"""Completion markers: a small file beside a map that shows that the scene is complete.

A marker records the identity of the files of the scene, the model and the settings. A map of
another scene, model or setting with the same name is therefore not taken as complete.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field, replace
from functools import partial
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
from ..reports.report import json_value
from ..scene.input_files import input_files
from ..scene.opening import container_file
from .completion_check import is_valid_record, read_text
from .scenes import BatchScene

#: The suffix of a marker, appended to the name of the map.
MARKER_SUFFIX = ".json"
MARKER_KIND = "geodiffnet batch"


@dataclass(frozen=True)
class Marker:
    """The outputs of a scene and what they were made from."""

    identity: dict[str, Any]
    digests: dict[str, str]  # of the files of the scene
    outputs: dict[str, int]  # kinds of rasters, with their sizes in bytes
    figures: dict[str, Any]
    thumbnail: str  # a data URI
    campaign: str = ""  # the name of the run
    kind: str = MARKER_KIND
    version: str = field(default=VERSION)


def campaign_identity(options: CampaignOptions, digest: str) -> dict[str, Any]:
    """The part of the identity that all scenes share; `digest` is that of the model."""
    mask = options.bands.quality_mask
    mask_files = {} if mask in (AUTO, NO_MASK) else identities(input_files(mask).contents)
    return {
        "version": VERSION,
        "model": digest,
        **option_values(options.bands),
        "mask_files": {str(path): identity for path, identity in mask_files.items()},
    }


def scene_identity(image: str, campaign: Mapping[str, Any]) -> dict[str, Any]:
    """Everything that the map of a scene depends on, with all files that the scene consists of."""
    scene_folder = _scene_folder(image)
    files = {
        _relative_name(path, scene_folder): identity
        for path, identity in identities(input_files(image).contents).items()
    }
    part = image if container_file(image) != image else ""
    return {**campaign, "files": files, "part": part.replace(scene_folder, "")}


def scene_digests(image: str, identity: Mapping[str, Any]) -> dict[str, str]:
    """Digests of the files of a scene, by which copies of them are recognised.

    To be computed after the scene was read; UserError if a file changed in the meantime.
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
            "Run the batch again when the files are complete.",
        )
    return digests


def _scene_folder(image: str) -> str:
    """The folder to which the names of files are relative, so that a scene may be moved."""
    return os.path.dirname(os.path.realpath(container_file(image)))


def _real(path: Path) -> str:
    return os.path.realpath(path)


def _relative_name(path: str, scene_folder: str) -> str:
    try:
        return os.path.relpath(path, scene_folder)
    except ValueError:  # another drive
        return path


def marker_path(scene: BatchScene) -> Path:
    """The path of the marker of a scene."""
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
    """Write the marker, which is published together with the rasters, after them."""
    sizes = {kind: files.add(path).stat().st_size for kind, path in scene.outputs.items()}
    marker = Marker(identity, digests, sizes, json_value(figures), thumbnail, campaign)
    text = json.dumps(asdict(marker), ensure_ascii=False, allow_nan=False)
    files.add(marker_path(scene)).write_text(text + "\n", encoding="utf-8")
    return marker


def read_marker(
    scene: BatchScene, identity: Mapping[str, Any], class_count: int | None = None
) -> Marker | None:
    """The marker of a complete scene; None if an output is missing, different or damaged."""
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
    """All files that are written for a scene; they replace only files written by a batch."""
    outputs = []
    for kind, path in scene.outputs.items():
        output = OUTPUTS[kind](path, partial(_is_own_raster, scene=scene, kind=kind))
        if kind == "map":
            marker = Part(marker_path(scene), partial(_is_own_marker, scene=scene))
            output = replace(output, written=(*output.written, marker))
        outputs.append(output)
    return outputs


def _matches_inputs(image: str, marker: Marker, identity: dict[str, Any]) -> bool:
    """Whether a marker was written for these inputs or for files that they are copies of."""
    recorded, current = dict(marker.identity), dict(identity)
    known, files = recorded.pop("files"), current.pop("files")
    if recorded != current or known.keys() != files.keys():
        return False
    changed = [name for name in files if known[name] != files[name]]
    if not changed:
        return True
    scene_folder = _scene_folder(image)
    paths = {
        _relative_name(path, scene_folder): path for path in map(_real, input_files(image).contents)
    }
    return all(
        name in paths and (digest := marker.digests[name]) and content_digest(paths[name]) == digest
        for name in changed
    )


def _load_marker(scene: BatchScene) -> Marker | None:
    """The content of the marker of a scene, without comparing it to the inputs."""
    try:
        marker = Marker(**_load_json(marker_path(scene)))
    except TypeError:
        return None
    parts = (marker.identity, marker.digests, marker.outputs, marker.figures)
    return marker if all(isinstance(part, dict) for part in parts) else None


def _load_json(path: Path) -> dict[str, Any]:
    """The content of a marker of any version; empty if the file is not a marker."""
    try:
        content = json.loads(read_text(path))
    except (OSError, ValueError, RecursionError):
        return {}
    return content if isinstance(content, dict) and content.get("kind") == MARKER_KIND else {}


def _is_own_marker(path: Path, scene: BatchScene) -> bool:
    """Whether a file is a marker, or a damaged file beside a map made by GeoDiffNet.

    A JSON object of another kind is a file of the user.
    """
    try:
        content = json.loads(read_text(path))
    except OSError:
        return False
    except (ValueError, RecursionError):
        content = None
    if isinstance(content, dict):
        return content.get("kind") == MARKER_KIND
    return is_own_raster(scene.map)


def _is_own_raster(path: Path, scene: BatchScene, kind: str) -> bool:
    """Whether a raster was written by GeoDiffNet, or is a damaged one of a marked scene."""
    if is_own_raster(path):
        return True
    sizes = _load_json(marker_path(scene)).get("outputs")
    if not isinstance(sizes, dict) or kind not in sizes or not path.is_file():
        return False
    return path.stat().st_size == sizes[kind] or not is_readable(path)
