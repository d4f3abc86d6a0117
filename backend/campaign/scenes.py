"""Which scenes a batch is about, and how the rasters of each are to be called."""

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

#: In a folder, only files with such endings are taken for scenes.
RASTER_SUFFIXES = (
    ".tif", ".tiff", ".vrt", ".img", ".dat", ".bsq", ".bil", ".bip", ".he5", ".h5", ".hdf5", ".nc",
    ".jp2",
)  # fmt: skip
#: Rasters that a map may be accompanied by.
EXTRA_OUTPUTS = ("confidence", "probabilities", "applicability")
_WILDCARD = re.compile(r"[*?\[]")
_PLACEHOLDER = re.compile(r"\{([^{}]*)\}")
_PLACEHOLDERS = ("name", "folder", "kind")
#: How Python keeps a byte of a name that is not UTF-8.
_RAW_BYTE = re.compile("[\udc80-\udcff]")


@dataclass(frozen=True)
class BatchScene:
    """One scene and the rasters that are to be made of it."""

    number: int
    image: str
    name: str
    outputs: Mapping[str, Path]  # of each kind of raster

    @property
    def map(self) -> Path:
        """Its class map."""
        return self.outputs["map"]


def find_scenes(options: CampaignOptions) -> list[BatchScene]:
    """All scenes in the order given, each once, with names that no two share."""
    folder = Path(os.path.abspath(options.output_folder))
    kinds = ["map", *(kind for kind in EXTRA_OUTPUTS if getattr(options, kind))]
    _check_pattern(options.output_name, kinds)
    images = list(dict.fromkeys(image for entry in options.images for image in _expand(entry)))
    named = {os.path.abspath(image) for image in options.images}
    # what an earlier run has written into a folder of scenes is no scene
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
            f"There are no scenes in {', '.join(options.images)}.",
            f"Give files, folders that hold some ({' '.join(RASTER_SUFFIXES)}), or patterns in "
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
    """What a scene is called: its file or folder without ending, whatever else GDAL is told."""
    path = Path(container_file(image))
    name = path.name if path.is_dir() else path.stem
    name = re.sub(r"-?METADATA$", "", name, flags=re.IGNORECASE) or path.parent.name
    return _safe_name(name).strip("._") or "scene"


def _safe_name(name: str) -> str:
    """A name of which any system can make a file; bytes that are no text stay apart."""
    name = _RAW_BYTE.sub(lambda byte: f"x{ord(byte[0]) - 0xDC00:02X}", name)
    return re.sub(r"[^\w.+-]+", "_", name)


def _expand(entry: str) -> Iterator[str]:
    """The scenes that a file, a folder or a pattern stands for."""
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
    else:  # one that is missing fails by itself, and says so
        yield entry


def _in_folder(folder: Path) -> Iterator[str]:
    entries = sorted(folder.iterdir())
    metadata_files = [path for path in entries if is_metadata(path)]
    if metadata_files:  # the rasters beside them are theirs
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
    """Whether a file that a pattern found only describes another one."""
    if is_metadata(path):
        return False
    if is_auxiliary(path):
        return True
    return path.name.lower().endswith((".hdr", ".xml", ".qml", ".json", ".ovr", ".msk", ".prj"))


def _has_header(path: Path) -> bool:
    """Whether it is an ENVI image, which may have any ending or none."""
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
            f"The pattern for names cannot be {pattern}.",
            "It is a name in the output folder with {name}, {folder} and {kind} in it, such as "
            "{name}_{kind}.tif.",
        )
    if not pattern.lower().endswith((".tif", ".tiff")):
        raise UserError(
            "batch.invalid_pattern",
            f"The names {pattern} do not end in .tif.",
            "The rasters are GeoTIFFs; let the pattern end so.",
        )
    if len(kinds) > 1 and "{kind}" not in pattern:
        raise UserError(
            "batch.invalid_pattern",
            f"With names like {pattern}, {' and '.join(kinds)} of a scene would have the same.",
            "Put {kind} into the pattern.",
        )


def _check_names(scenes: Sequence[BatchScene]) -> None:
    taken: dict[str, BatchScene] = {}
    for scene in scenes:
        for kind, output in scene.outputs.items():
            for part in OUTPUTS[kind](output).written:
                # some file systems do not tell capitals from small letters
                name = unicodedata.normalize("NFC", str(part.path)).casefold()
                other = taken.setdefault(name, scene)
                if other is not scene:
                    raise UserError(
                        "batch.duplicate_names",
                        f"The maps of {other.image} and {scene.image} would have the same name, "
                        f"{part.path.name}.",
                        "Put {folder} into the pattern for names, or batch them one after the "
                        "other.",
                    )
