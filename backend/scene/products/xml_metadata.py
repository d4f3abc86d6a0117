"""EnMAP L2A and DESIS L2A: an image beside an XML file that describes its bands.

Both are produced by DLR and differ in a few names only.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from functools import partial
from pathlib import Path

import numpy as np
import numpy.typing as npt

from ...common.product_names import IMAGE_ENDINGS, IMAGE_NAME, METADATA_NAME
from ...core.errors import UserError, first_line
from ...files.regular_files import require_regular
from ...files.xml_reading import Element, XmlError, element_name, parse_xml
from ..bands import are_wavelengths
from ..external_references import check_external_files
from ..grid import Grid
from ..numbers_in_text import parse_number
from ..quality import RasterLayer
from ..sources import BandTable, GdalSource, QualityLayer

IsExcluded = Callable[[npt.NDArray[np.generic]], npt.NDArray[np.bool_]]

#: Far more than the metadata of a few hundred bands take.
MAX_METADATA_BYTES = 64 * 2**20
_PRODUCT_FILE = re.compile(
    r"^(?P<product>.+?)-?(METADATA|SPECTRAL_IMAGE|QL_|HISTORY|FILELIST)[^/]*$", re.IGNORECASE
)
_UNPREFIXED_FILE = re.compile(r"^(METADATA\.xml|(SPECTRAL_IMAGE|QL_)[^/]*)$", re.IGNORECASE)
#: Quality layers of EnMAP by the end of their file's name, and the lowest value that excludes a
#: pixel: all clouds, but of cirrus the medium (2) and thick (3) only.
_ENMAP_LAYERS = (
    ("CLOUD", "cloud", 1),
    ("CLOUDSHADOW", "cloud shadow", 1),
    ("HAZE", "haze", 1),
    ("CIRRUS", "cirrus", 2),
    ("SNOW", "snow", 1),
)
#: The layer of EnMAP whose bits flag saturated pixels, of the SWIR (4) and the VNIR (5) detector;
#: other bits stand for the quality of the scene, and for interpolated pixels.
_ENMAP_FLAGS, _SATURATED = "TESTFLAGS", 0b11_0000
#: Quality layers of DESIS: bands of one file.
_DESIS_LAYERS = (
    ("cloud", (6, 7)),
    ("cloud shadow", (1,)),
    ("haze", (4, 5)),
    ("snow", (3,)),
)
#: Names of elements, in lower case, in either product.
_CENTRE = ("wavelengthcenterofband",)
_WIDTH = ("fwhmofband", "wavelengthwidthofband")
_GAIN = ("gainofband",)
_OFFSET = ("offsetofband",)


def is_metadata(path: Path) -> bool:
    """Whether a file is named like the metadata of such a product.

    Without a prefix the image must lie beside it, since other data have a `metadata.xml`, too.
    """
    match = METADATA_NAME.match(path.name)
    return match is not None and (
        match["product"] != "" or _find(path.parent, "", IMAGE_NAME, IMAGE_ENDINGS) is not None
    )


def product_of(path: Path) -> str | None:
    """The prefix of the names of all files of a product, which may be empty; None for others."""
    if _UNPREFIXED_FILE.match(path.name):
        return ""
    match = _PRODUCT_FILE.match(path.name)
    return match["product"].lower() if match else None


def metadata_beside(image: Path) -> Path | None:
    """The metadata of the product that an image belongs to, if any."""
    match = IMAGE_NAME.match(image.name)
    if match is None:
        return None
    return _find(image.parent, match["product"], METADATA_NAME)


def open_product(metadata: Path, allow_external: bool = False) -> GdalSource:
    """Open the image of a product, with the bands that its metadata describe."""
    match = METADATA_NAME.match(metadata.name)
    product = match["product"] if match else ""
    image = _find(metadata.parent, product, IMAGE_NAME, IMAGE_ENDINGS)
    if image is None:
        raise UserError(
            "scene.product_incomplete",
            f"There is no SPECTRAL_IMAGE file beside {metadata}.",
            "Unpack the complete product into one folder without renaming its files.",
        )
    check_external_files(metadata, [str(image)], allow_external)
    return open_image(str(image), metadata, allow_external)


def open_image(image: str, metadata: Path, allow_external: bool = False) -> GdalSource:
    """Open an image with the bands that the metadata describe, and its quality layers."""
    match = METADATA_NAME.match(metadata.name)
    product = match["product"] if match else ""

    def open_layers(grid: Grid) -> tuple[QualityLayer, ...]:
        return _open_quality_layers(metadata, product, grid, allow_external)

    return GdalSource(image, read_table(metadata), allow_external, open_layers=open_layers)


def _open_quality_layers(
    metadata: Path, product: str, grid: Grid, allow_external: bool
) -> tuple[QualityLayer, ...]:
    """The quality layers that lie beside the image; files that are missing exclude nothing."""
    wanted: list[tuple[str, str, tuple[int, ...], IsExcluded]] = [
        (f"QL_QUALITY_{ending}", name, (1,), partial(_reaches, lowest))
        for ending, name, lowest in _ENMAP_LAYERS
    ]
    wanted.append((f"QL_QUALITY_{_ENMAP_FLAGS}", "saturated", (1,), _is_saturated))
    wanted += [("QL_QUALITY-2", name, bands, partial(_reaches, 1)) for name, bands in _DESIS_LAYERS]
    layers: list[QualityLayer] = []
    with ExitStack() as on_error:
        for file_name, name, bands, is_excluded in wanted:
            pattern = re.compile(rf"^(?P<product>.*?)-?{file_name}(_COG)?\.\w+$", re.IGNORECASE)
            path = _find(metadata.parent, product, pattern, IMAGE_ENDINGS)
            if path is None:
                continue
            check_external_files(metadata, [str(path)], allow_external)
            layer = RasterLayer(name, str(path), grid, is_excluded, bands, allow_external)
            on_error.callback(layer.close)
            layers.append(layer)
        on_error.pop_all()
    return tuple(layers)


def _reaches(lowest: int, values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Where one of the bands has the lowest excluding value or a larger one."""
    excluded: npt.NDArray[np.bool_] = np.any(values.astype(np.int64) >= lowest, axis=0)
    return excluded


def _is_saturated(values: npt.NDArray[np.generic]) -> npt.NDArray[np.bool_]:
    """Where a detector was saturated; a raster of another type than EnMAP's flags nothing."""
    if values.dtype.kind not in "iu":
        return np.zeros(values.shape[1:], bool)
    saturated: npt.NDArray[np.bool_] = values[0].astype(np.int64) & _SATURATED != 0
    return saturated


def read_table(metadata: Path) -> BandTable:
    """The bands that the metadata describe."""
    require_regular(metadata)
    if os.path.isfile(metadata) and metadata.stat().st_size > MAX_METADATA_BYTES:
        raise _invalid_metadata(metadata, "it is too large")
    try:
        root = parse_xml(metadata.read_bytes())
    except (OSError, XmlError) as error:
        raise _invalid_metadata(metadata, first_line(error)) from error
    bands = [_children(element) for element in _bands(root)]
    centres = [_value(band, _CENTRE) for band in bands]
    if not bands or not are_wavelengths(centres):
        raise _invalid_metadata(metadata, "it has no wavelengths")
    background = next((e.text for e in root.iter() if element_name(e) == "backgroundvalue"), None)
    return BandTable(
        tuple(float(centre) for centre in centres if centre is not None),
        tuple(_value(band, _WIDTH) or 0.0 for band in bands),
        tuple(_value(band, _GAIN) or 1.0 for band in bands),
        tuple(_value(band, _OFFSET) or 0.0 for band in bands),
        parse_number(background),
    )


def _find(
    folder: Path, product: str, pattern: re.Pattern[str], endings: tuple[str, ...] = ()
) -> Path | None:
    """The file of a product whose name matches; its case is ignored, as some systems change it."""
    for path in sorted(folder.iterdir()):
        match = pattern.match(path.name)
        if match is None or (endings and path.suffix.lower() not in endings):
            continue
        if match["product"].lower() == product.lower():
            return path
    return None


def _bands(root: Element) -> Iterator[Element]:
    for table in root.iter():
        if element_name(table) in ("bandcharacterisation", "bandcharacterization"):
            yield from (element for element in table if element_name(element) in ("bandid", "band"))


def _children(element: Element) -> dict[str, str | None]:
    return {element_name(child): child.text for child in element}


def _value(band: dict[str, str | None], names: tuple[str, ...]) -> float | None:
    return next((parse_number(band[name]) for name in names if name in band), None)


def _invalid_metadata(metadata: Path, reason: str) -> UserError:
    return UserError(
        "scene.product_incomplete",
        f"The metadata {metadata} of the product cannot be used ({reason}).",
        "Unpack the product again, or choose the image file itself.",
    )
