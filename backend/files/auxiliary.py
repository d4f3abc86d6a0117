"""`.aux.xml` files of GDAL: the description of a raster without its derived statistics."""

from __future__ import annotations

from pathlib import Path

from .xml_reading import Element, try_parse_xml

#: Larger files are compared byte by byte.
MAX_BYTES = 32 * 2**20
#: Statistics that GDAL stores when a raster is displayed; they follow from the pixels.
_DERIVED_KEY = "STATISTICS_"
_DERIVED_ELEMENTS = ("Histograms",)
#: Elements without meaning when they are empty.
_CONTAINERS = ("PAMDataset", "PAMRasterBand", "Metadata")
#: Metadata entries of maps made by GeoDiffNet.
_OWN_KEY = "GEODIFFNET_"


def is_auxiliary(path: Path) -> bool:
    """Whether a file has the name of an `.aux.xml` file."""
    return path.name.lower().endswith(".aux.xml")


def description(content: bytes) -> bytes:
    """The content without statistics and histograms; empty where nothing else is left."""
    root = _parsed(content)
    if root is None:
        return content
    _remove_derived(root)
    if root.tag in _CONTAINERS and len(root) == 0:
        return b""
    entries = [
        (element.tag, sorted(element.attrib.items()), (element.text or "").strip(), len(element))
        for element in root.iter()
    ]
    return repr(entries).encode("utf-8", "surrogatepass")


def is_own(content: bytes) -> bool:
    """Whether the file was written by GeoDiffNet for one of its maps."""
    root = _parsed(content)
    if root is None:
        return False
    return any(
        entry.get("key", "").startswith(_OWN_KEY)
        for metadata in root.findall("Metadata")
        for entry in metadata.findall("MDI")
    )


def _parsed(content: bytes) -> Element | None:
    return try_parse_xml(content) if len(content) <= MAX_BYTES else None


def _remove_derived(root: Element) -> None:
    """Remove derived elements, and then empty containers, from the inside out."""
    for element in reversed(list(root.iter())):
        for child in list(element):
            derived = child.tag in _DERIVED_ELEMENTS or (
                child.tag == "MDI" and child.get("key", "").startswith(_DERIVED_KEY)
            )
            if derived or (child.tag in _CONTAINERS and len(child) == 0):
                element.remove(child)
