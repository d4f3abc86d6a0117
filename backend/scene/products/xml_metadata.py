"""EnMAP L2A and DESIS L2A: an image with an XML file beside it that describes the bands.

Both come from DLR and differ in a few names only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from xml.etree.ElementTree import Element  # nosec B405: the type only, defusedxml parses

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, parse

from ...core.errors import UserError, first_line
from ...files.regular_files import require_regular
from ..external_references import check_external_files
from ..sources import BandTable, GdalSource

#: Bytes; such products describe a few hundred bands.
MAX_METADATA_BYTES = 64 * 2**20
_MAX_NUMBER_LENGTH = 64
IMAGE_ENDINGS = (".tif", ".tiff", ".bsq", ".bil", ".bip", ".jp2", ".vrt")
_METADATA_NAME = re.compile(r"^(?P<product>.+?)-?METADATA\.xml$", re.IGNORECASE)
_IMAGE_NAME = re.compile(r"^(?P<product>.+?)-?SPECTRAL_IMAGE(_COG)?\.\w+$", re.IGNORECASE)
_PRODUCT_FILE = re.compile(
    r"^(?P<product>.+?)-?(METADATA|SPECTRAL_IMAGE|QL_|HISTORY|FILELIST)[^/]*$", re.IGNORECASE
)
#: By what a value is called, in lower case, in either product.
_CENTRE = ("wavelengthcenterofband",)
_WIDTH = ("fwhmofband", "wavelengthwidthofband")
_GAIN = ("gainofband",)
_OFFSET = ("offsetofband",)


def is_metadata(path: Path) -> bool:
    """Whether a file has the name of such a product's metadata."""
    return _METADATA_NAME.match(path.name) is not None


def product_of(path: Path) -> str:
    """What the names of all files of a product begin with; empty where it belongs to none."""
    match = _PRODUCT_FILE.match(path.name)
    return match["product"].lower() if match else ""


def metadata_beside(image: Path) -> Path | None:
    """The metadata of the product that an image belongs to, if it does."""
    match = _IMAGE_NAME.match(image.name)
    if match is None:
        return None
    return _named(image.parent, match["product"], lambda path: _METADATA_NAME.match(path.name))


def open_product(metadata: Path, allow_external: bool = False) -> GdalSource:
    """The image of a product, with its bands described by the metadata."""
    match = _METADATA_NAME.match(metadata.name)
    image = _named(
        metadata.parent,
        match["product"] if match else "",
        lambda path: _IMAGE_NAME.match(path.name) if path.suffix.lower() in IMAGE_ENDINGS else None,
    )
    if image is None:
        raise UserError(
            "scene.product_incomplete",
            f"There is no SPECTRAL_IMAGE beside {metadata}.",
            "Unpack the whole product into one folder and leave its file names as they are.",
        )
    check_external_files(metadata, [str(image)], allow_external)
    return GdalSource(str(image), read_table(metadata), allow_external)


def read_table(metadata: Path) -> BandTable:
    """The bands as the metadata describe them."""
    require_regular(metadata)
    if metadata.is_file() and metadata.stat().st_size > MAX_METADATA_BYTES:
        raise _unreadable(metadata, "it is too large")
    try:
        root = parse(metadata).getroot()
    except (OSError, ParseError, DefusedXmlException, LookupError, ValueError) as error:
        raise _unreadable(metadata, first_line(error)) from error
    bands = [_children(element) for element in _bands(root)]
    centres = [_value(band, _CENTRE) for band in bands]
    if not bands or any(centre is None for centre in centres):
        raise _unreadable(metadata, "it gives no wavelengths of bands")
    background = next((e.text for e in root.iter() if _tag(e) == "backgroundvalue"), None)
    return BandTable(
        tuple(float(centre) for centre in centres if centre is not None),
        tuple(_value(band, _WIDTH) or 0.0 for band in bands),
        tuple(_value(band, _GAIN) or 1.0 for band in bands),
        tuple(_value(band, _OFFSET) or 0.0 for band in bands),
        _number(background),
    )


def _named(folder: Path, product: str, match: object) -> Path | None:
    """The file of a product in its folder; systems that know no capitals included."""
    for path in sorted(folder.iterdir()):
        found = match(path)  # type: ignore[operator]
        if found and found["product"].lower() == product.lower():
            return path
    return None


def _bands(root: Element) -> Iterator[Element]:
    for table in root.iter():
        if _tag(table) in ("bandcharacterisation", "bandcharacterization"):
            yield from (element for element in table if _tag(element) in ("bandid", "band"))


def _children(element: Element) -> dict[str, str | None]:
    return {_tag(child): child.text for child in element}


def _tag(element: Element) -> str:
    """The name without its namespace, in lower case; comments have none."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""


def _value(band: dict[str, str | None], names: tuple[str, ...]) -> float | None:
    return next((_number(band[name]) for name in names if name in band), None)


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text is not None and len(text) <= _MAX_NUMBER_LENGTH else None
    except ValueError:
        return None


def _unreadable(metadata: Path, reason: str) -> UserError:
    return UserError(
        "scene.product_incomplete",
        f"The product's metadata {metadata} cannot be used ({reason}).",
        "Unpack the product again, or choose the image file itself.",
    )
