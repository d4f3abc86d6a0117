"""The scenes of a batch and the names of their output rasters."""

from __future__ import annotations

import glob
import os
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..core.errors import UserError, utf8_text
from ..mapping.geotiff import OUTPUTS, is_own_raster, is_readable
from ..options.campaign_options import CampaignOptions
from ..scene.opening import container_file, find_products, is_auxiliary
from ..scene.products.xml_metadata import is_metadata

#: The suffixes of scenes in a folder.
RASTER_SUFFIXES = (
    ".tif", ".tiff", ".vrt", ".img", ".dat", ".bsq", ".bil", ".bip", ".he5", ".h5", ".hdf5", ".nc",
    ".jp2",
)  # fmt: skip
#: Optional rasters beside a map.
EXTRA_OUTPUTS = ("confidence", "probabilities", "applicability", "second_choice", "margin")
_WILDCARD = re.compile(r"[*?\[]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = ("name", "folder", "kind")
#: A byte of a file name that is not UTF-8, as Python decodes it.
_RAW_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class BatchScene:
    """One scene and its output rasters."""

    number: int
    image: str
    name: str
    outputs: Mapping[str, Path]  # of each kind of raster

    @property
    def map(self) -> Path:
        """Its class map."""
        return self.outputs["map"]


def find_scenes(options: CampaignOptions) -> list[BatchScene]:
    """All scenes in the given order, without duplicates, with unique output names."""
    folder = Path(os.path.abspath(options.output_folder))
    kinds = ["map", *(kind for kind in EXTRA_OUTPUTS if getattr(options, kind))]
    _check_pattern(options.output_name, kinds)
    images = list(dict.fromkeys(image for entry in options.images for image in _expand(entry)))
    named = {os.path.abspath(image) for image in options.images}
    # outputs of an earlier run in a folder of scenes are not scenes
    own = {
        str(path)
        for image in images
        for path in _outputs(image, folder, options.output_name, ("map", *EXTRA_OUTPUTS)).values()
        if str(path) not in named and (is_own_raster(path) or not is_readable(path))
    }
    images = [image for image in images if os.path.abspath(image) not in own]
    if not images:
        raise UserError(
            "batch.no_scenes",
            f"No scenes were found in {', '.join(options.images)}.",
            f"Give files, folders with such files ({' '.join(RASTER_SUFFIXES)}), or patterns in "
            "quotes.",
        )
    scenes = [
        BatchScene(
            number, image, scene_name(image), _outputs(image, folder, options.output_name, kinds)
        )
        for number, image in enumerate(images)
    ]
    _check_names(scenes)
    return scenes


def scene_name(image: str) -> str:
    """The name of a scene: that of its file without suffix, or of its folder."""
    path = Path(container_file(image))
    name = path.name if path.is_dir() else path.stem
    name = re.sub(r"-?METADATA$", "", name, flags=re.IGNORECASE) or path.parent.name
    return _safe_name(name).strip("._") or "scene"


def _safe_name(name: str) -> str:
    """The name with characters that are valid in file names of all systems."""
    name = _RAW_BYTE.sub(lambda byte: f"x{ord(byte[0]) - 0xDC00:02X}", name)
    return re.sub(r"[^\w.+-]+", "_", name)


def _expand(entry: str) -> Iterator[str]:
    """The scenes of a file, a folder or a pattern."""
    path = Path(entry)
    if path.is_dir():
        yield from _in_folder(path)
    elif not path.exists() and _WILDCARD.search(entry):
        for found in sorted(glob.glob(entry, recursive=True)):
            match_path = Path(found)
            if match_path.is_dir():
                if len(find_products(match_path)) == 1:
                    yield found
            elif not _is_sidecar(match_path):
                yield found
    else:  # a missing file fails as a scene, with its own message
        yield entry


def _in_folder(folder: Path) -> Iterator[str]:
    entries = sorted(folder.iterdir())
    metadata_files = [path for path in entries if is_metadata(path)]
    if metadata_files:  # rasters beside metadata files belong to their products
        yield from map(str, metadata_files)
        return
    for path in entries:
        if path.name.startswith(".") or is_auxiliary(path):
            continue
        if path.is_dir():
            if len(find_products(path)) == 1:
                yield str(path)
        elif path.suffix.lower() in RASTER_SUFFIXES or _has_header(path):
            yield str(path)


def _is_sidecar(path: Path) -> bool:
    """Whether a file found by a pattern is a sidecar of another one."""
    if is_metadata(path):
        return False
    if is_auxiliary(path):
        return True
    return path.name.lower().endswith((".hdr", ".xml", ".qml", ".json", ".ovr", ".msk", ".prj"))


def _has_header(path: Path) -> bool:
    """Whether a file is an ENVI image, which may have any suffix or none."""
    headers = (path.with_suffix(".hdr"), path.with_name(f"{path.name}.hdr"))
    return path.suffix.lower() != ".hdr" and any(header.is_file() for header in headers)


def _outputs(image: str, folder: Path, pattern: str, kinds: Sequence[str]) -> dict[str, Path]:
    parent_name = Path(os.path.abspath(container_file(image))).parent.name
    values = {
        "name": scene_name(image),
        "folder": utf8_text(parent_name).replace("\\", "_") or "root",
    }
    return {
        kind: folder
        / _PLACEHOLDER.sub(lambda field: values[field[1]], pattern.replace("{kind}", kind))
        for kind in kinds
    }


def _check_pattern(pattern: str, kinds: Sequence[str]) -> None:
    unknown = [field for field in _PLACEHOLDER.findall(pattern) if field not in _PLACEHOLDERS]
    parts = Path(pattern).parts
    if unknown or Path(pattern).is_absolute() or ".." in parts or not parts:
        raise UserError(
            "batch.invalid_pattern",
            f"The output name pattern {pattern} is not valid.",
            "Give a file name with the placeholders {name}, {folder} and {kind}, such as "
            "{name}_{kind}.tif.",
        )
    if not pattern.lower().endswith((".tif", ".tiff")):
        raise UserError(
            "batch.invalid_pattern",
            f"The output name pattern {pattern} does not end in .tif.",
            "Give a pattern that ends in .tif, since the rasters are GeoTIFFs.",
        )
    if len(kinds) > 1 and "{kind}" not in pattern:
        raise UserError(
            "batch.invalid_pattern",
            f"With the pattern {pattern}, {' and '.join(kinds)} of a scene have the same name.",
            "Add {kind} to the pattern.",
        )


def _check_names(scenes: Sequence[BatchScene]) -> None:
    taken: dict[str, BatchScene] = {}
    for scene in scenes:
        for kind, output in scene.outputs.items():
            for part in OUTPUTS[kind](output).written:
                # some file systems ignore case
                name = unicodedata.normalize("NFC", str(part.path)).casefold()
                other = taken.setdefault(name, scene)
                if other is not scene:
                    raise UserError(
                        "batch.duplicate_names",
                        f"The maps of {other.image} and {scene.image} would have the same name, "
                        f"{part.path.name}.",
                        "Add {folder} to the output name pattern, or run a batch for each of them.",
                    )
