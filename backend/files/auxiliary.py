"""GDAL's `.aux.xml`: what of it describes a raster, and what GDAL only noted of its values."""

from __future__ import annotations

from pathlib import Path

from .xml_reading import Element, try_parse_xml

#: More than this is compared as it is.
MAX_BYTES = 32 * 2**20
#: Programs that display a raster have GDAL keep these; they follow from the pixels.
_DERIVED_KEY = "STATISTICS_"
_DERIVED_ELEMENTS = ("Histograms",)
#: Elements that say nothing once they are empty.
_CONTAINERS = ("PAMDataset", "PAMRasterBand", "Metadata")
#: Entries of the metadata of our own maps.
_OWN_KEY = "GEODIFFNET_"


def is_auxiliary(path: Path) -> bool:
    """Whether a file has the name of one of GDAL's."""
    return path.name.lower().endswith(".aux.xml")


def description(content: bytes) -> bytes:
    """What such a file says beyond statistics and histograms; empty where there is nothing else."""
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
    """Whether such a file was written by this software for one of its maps."""
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
    """Take out what follows from the pixels, and then what is empty, from the inside out."""
    for element in reversed(list(root.iter())):
        for child in list(element):
            derived = child.tag in _DERIVED_ELEMENTS or (
                child.tag == "MDI" and child.get("key", "").startswith(_DERIVED_KEY)
            )
            if derived or (child.tag in _CONTAINERS and len(child) == 0):
                element.remove(child)
