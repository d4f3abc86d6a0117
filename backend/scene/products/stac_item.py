"""Images with a STAC item beside them whose bands have wavelengths: Wyvern Dragonette, Hyperfield.

An item is only read: whatever it refers to is looked for in its own folder, unless the user allows
references to other folders and the network.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

import numpy as np
import numpy.typing as npt

from ...common.choices import MIN_BANDS
from ...common.product_names import MAX_STAC_ITEM_BYTES
from ...core.errors import UserError, first_line
from ..external_references import check_external_files, external_reference_error
from ..grid import Grid
from ..own_folder import allowed_folders_of, is_within
from ..quality import RasterLayer
from ..sources import BandTable, GdalSource, QualityLayer
from ..wavelengths import to_nanometres, widths_to_nanometres

#: JSON files of a folder in which the item of an image is looked for.
MAX_ITEMS = 32
_ENDINGS = (".json", ".geojson")
_MARK = b'"stac_version"'
_MAX_NUMBER = 1e12
#: What masks of Wyvern flag, by the names of their bands.
_MASKS = {
    "cloud": "QA_CLOUD_MASK",
    "cloud shadow": "QA_CLOUD_SHADOW_MASK",
    "haze": "QA_HAZE_MASK",
}
_REMOTE = "://"
_LOCAL_SCHEME = "file://"


@dataclass(frozen=True)
class _Asset:
    """An asset of an item that describes the bands of an image."""

    reference: str
    table: BandTable
    is_data: bool

    @property
    def file_name(self) -> str:
        """The name of the file, wherever it lies."""
        return _file_name(self.reference)


def _file_name(reference: str) -> str:
    path = urlsplit(reference).path if _REMOTE in reference else reference
    return unquote(path).replace("\\", "/").rpartition("/")[2]


def is_stac_item(path: Path) -> bool:
    """Whether a file is a STAC item."""
    return path.suffix.lower() in _ENDINGS and _read(path) is not None


def open_item(item: Path, allow_external: bool = False) -> GdalSource:
    """Open the image that a STAC item describes."""
    assets = _assets(item)
    if not assets:
        raise UserError(
            "scene.product_incomplete",
            f"The STAC item {item} describes no image with wavelengths (eo:center_wavelength).",
            "Choose the image file itself.",
        )
    asset = max(assets, key=lambda entry: (len(entry.table.wavelengths), entry.is_data))
    image = _locate(item, asset, allow_external)
    return open_described_image(image, item, asset.table, allow_external)


def open_described_image(
    image: str, item: Path, table: BandTable, allow_external: bool
) -> GdalSource:
    """Open an image with the bands that an item describes."""

    def open_layers(grid: Grid) -> tuple[QualityLayer, ...]:
        return _open_masks(item, grid, allow_external)

    return GdalSource(
        image, table, allow_external, companions=(str(item),), open_layers=open_layers
    )


def _open_masks(item: Path, grid: Grid, allow_external: bool) -> tuple[QualityLayer, ...]:
    """The masks in assets of an item that lie in its folder; others exclude nothing."""
    layers: list[QualityLayer] = []
    with ExitStack() as on_error:
        for path, bands in _mask_bands(item):
            check_external_files(item, [str(path)], allow_external)
            for name, band in bands.items():
                layer = RasterLayer(name, str(path), grid, _is_one, (band,), allow_external)
                on_error.callback(layer.close)
                layers.append(layer)
        on_error.pop_all()
    return tuple(layers)


def _mask_bands(item: Path) -> Iterator[tuple[Path, dict[str, int]]]:
    """The files of masks, with the numbers of the bands that exclude pixels by what they flag."""
    content = _read(item) or {"assets": {}}
    for asset in content["assets"].values():
        if not isinstance(asset, dict) or not isinstance(asset.get("href"), str):
            continue
        described = _dictionaries(asset.get("bands")) or _dictionaries(asset.get("eo:bands"))
        names = [str(band.get("name")) for band in described]
        found = {name: names.index(mark) + 1 for name, mark in _MASKS.items() if mark in names}
        file_name = _file_name(asset["href"])
        if found and file_name and _is_file(path := item.parent / file_name):
            yield path, found


def _is_one(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    flagged: npt.NDArray[np.bool_] = values[0] == 1
    return flagged


def images_of(item: Path) -> list[Path]:
    """The images that an item describes and that lie in the folder of the item."""
    names = [asset.file_name for asset in _assets(item)]
    return [path for name in names if name and _is_file(path := item.parent / name)]


def find_item(image: Path) -> tuple[Path, BandTable] | None:
    """The STAC item beside an image that describes its bands; None where there is none."""
    for item in _candidates(image):
        for asset in _assets(item):
            if asset.file_name == image.name:
                return item, asset.table
    return None


def _candidates(image: Path) -> Iterator[Path]:
    """JSON files beside an image, those of its own name first; no links to other folders."""
    folders = allowed_folders_of(str(image))
    own = [image.with_suffix(ending) for ending in _ENDINGS]
    own += [image.with_name(image.name + ending) for ending in _ENDINGS]
    yield from (path for path in own if os.path.isfile(path) and is_within(str(path), folders))
    try:
        others = [
            path
            for path in image.parent.iterdir()
            if path.suffix.lower() in _ENDINGS and path not in own
        ]
    except OSError:  # the folder cannot be listed
        return
    # in a folder of many images, the item of each is named like it
    others.sort(key=lambda path: (-_shared_start(path.name, image.name), path.name))
    yield from (path for path in others[:MAX_ITEMS] if is_within(str(path), folders))


def _read(path: Path) -> Mapping[str, Any] | None:
    """The content of a STAC item; None for other files and for what cannot be read."""
    try:
        if not os.path.isfile(path) or path.stat().st_size > MAX_STAC_ITEM_BYTES:
            return None
        content = path.read_bytes()
        if _MARK not in content:
            return None
        item = json.loads(content)
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(item, dict) or "stac_version" not in item:
        return None
    return item if isinstance(item.get("assets"), dict) else None


def _assets(item: Path) -> list[_Asset]:
    """The assets of an item whose bands all have wavelengths."""
    content = _read(item)
    if content is None:
        return []
    found = []
    for asset in content["assets"].values():
        if not isinstance(asset, dict) or not isinstance(asset.get("href"), str):
            continue
        table = _band_table(asset)
        if table is not None and len(table.wavelengths) >= MIN_BANDS:
            roles = asset.get("roles")
            is_data = isinstance(roles, list) and "data" in roles
            found.append(_Asset(asset["href"], table, is_data))
    return found


def _band_table(asset: Mapping[str, Any]) -> BandTable | None:
    """The bands of an asset; None where not all have a wavelength."""
    bands = _dictionaries(asset.get("bands")) or _dictionaries(asset.get("eo:bands"))
    stored = _dictionaries(asset.get("raster:bands"))
    if len(stored) != len(bands):
        stored = bands
    centres = [_first_number(band, "eo:center_wavelength", "center_wavelength") for band in bands]
    wavelengths = to_nanometres([value for value in centres if value is not None], "")
    if not bands or len(wavelengths) != len(bands):
        return None
    widths = [_first_number(b, "eo:full_width_half_max", "full_width_half_max") for b in bands]
    # widths have the unit of the wavelengths: micrometres, but nanometres in some items
    is_micrometres = wavelengths[0] > 2 * float(centres[0] or 0)
    known = [width for width in widths if width is not None]
    converted = widths_to_nanometres(known, "um" if is_micrometres else "nm")
    nodata = {_first_number(band, "nodata") for band in stored}
    return BandTable(
        tuple(wavelengths),
        tuple(converted) if len(converted) == len(bands) else (0.0,) * len(bands),
        tuple(_first_number(band, "raster:scale", "scale") or 1.0 for band in stored),
        tuple(_first_number(band, "raster:offset", "offset") or 0.0 for band in stored),
        nodata.pop() if len(nodata) == 1 else None,
    )


def _dictionaries(value: object) -> list[Mapping[str, Any]]:
    """A list of objects; empty for anything else."""
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        return []
    return value


def _first_number(band: Mapping[str, Any], *names: str) -> float | None:
    for name in names:
        value = band.get(name)
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return float(value) if abs(value) < _MAX_NUMBER else None
    return None


def _locate(item: Path, asset: _Asset, allow_external: bool) -> str:
    """The image of an asset: the file of its name beside the item, else where it refers to."""
    beside = item.parent / asset.file_name if asset.file_name else item.parent
    if _is_file(beside):
        check_external_files(item, [str(beside)], allow_external)
        return str(beside)
    reference = asset.reference
    if reference.lower().startswith(_LOCAL_SCHEME):
        reference = unquote(urlsplit(reference).path)
    elif _REMOTE in reference or reference.lower().startswith("/vsi"):
        if not allow_external:
            raise external_reference_error(str(item), f"it refers to {reference[:200]}")
        return reference
    try:
        image = item.parent / unquote(reference)
        check_external_files(item, [str(image)], allow_external)
    except (OSError, ValueError) as error:  # not a possible name of a file
        raise _missing(item, first_line(error)) from error
    if not _is_file(image):
        raise _missing(item, f"there is no {asset.file_name[:200]} beside it")
    return str(image)


def _shared_start(name: str, other: str) -> int:
    """The number of characters that two names begin with alike."""
    pairs = zip(name, other, strict=False)
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))


def _is_file(path: Path) -> bool:
    try:
        return os.path.isfile(path)
    except (OSError, ValueError):  # a name that is too long, or not a possible one
        return False


def _missing(item: Path, reason: str) -> UserError:
    return UserError(
        "scene.product_incomplete",
        f"The image of the STAC item {item} cannot be found: {reason}.",
        "Download the image into the folder of the item without renaming it.",
    )
