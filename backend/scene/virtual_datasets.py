"""References in virtual datasets of GDAL (VRT, OGR VRT, MRF): XML that names other datasets."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ..files.xml_reading import Element, XmlError, element_name, parse_xml
from .dataset_names import MAX_NAME_LENGTH, resolve
from .own_folder import folders_of

#: Bytes that are read of a description.
MAX_TEXT_BYTES = 32 * 2**20
#: Root elements of descriptions that refer to other datasets, in lower case.
_REFERRING_ROOTS = ("vrtdataset", "ogrvrtdatasource", "mrf_meta")
#: Root elements of descriptions of servers, of catalogues of scenes, or of commands.
_SERVICE_ROOT = re.compile(
    r"wms|wmts|wcs|wfs|capabilities|tms|tilemap|csw|oapif|tileindex|gti|exception", re.IGNORECASE
)
#: The beginning of documents that the parser of GDAL accepts although they are not well-formed.
_LENIENT_ROOT = re.compile(r"<\s*(?:VRTDataset|OGRVRTDataSource|MRF_META|GDAL_W)")
#: Elements, arguments and metadata items that hold a reference.
_REFERENCE = re.compile(
    r"^(?:.*filename|.*dataset|.*datasource|source|datafile|indexfile|.*path|.*url|href|"
    r"connection|dsn|srcdsname)$"
)
_NAMED_REFERENCE = re.compile(r"^(?:[xy]_dataset|overview_file|.*_dem|.*path)$")


@dataclass(frozen=True)
class Reference:
    """A reference in a virtual dataset; `relative` if it is resolved against the file's folder."""

    name: str
    relative: bool = False

    def targets(self, file: str) -> list[str]:
        """The names that it may stand for: drivers differ in how they resolve a link's folder."""
        if not self.relative:
            return [self.name]
        return [resolve(self.name, folder) for folder in folders_of(file)]


def parse_description(text: str) -> Element:
    """The root element of a description; `XmlError` where it cannot be parsed.

    As in GDAL, the encoding that it declares is ignored.
    """
    return parse_xml(text.lstrip("\ufeff \t\r\n"))


def is_lenient_description(text: str) -> bool:
    """Whether GDAL may accept a text as a virtual dataset although it is not well-formed."""
    return _LENIENT_ROOT.search(text) is not None


def is_service_description(root: Element) -> bool:
    """Whether a document describes a service."""
    return _SERVICE_ROOT.search(element_name(root)) is not None


def is_virtual_dataset(root: Element) -> bool:
    """Whether a document refers to other datasets."""
    return element_name(root) in _REFERRING_ROOTS


def find_code(root: Element) -> str | None:
    """The kind of code in a virtual dataset, a Python program or an SQL query; None without."""
    for element in root.iter():
        name = element_name(element)
        if name == "pixelfunctionlanguage" and _text(element).lower() == "python":
            return "Python program"
        if name == "srcsql":
            return "query"
    return None


def references(root: Element) -> Iterator[Reference]:
    """The references in a virtual dataset."""
    for element in root.iter():
        attributes = {key.lower(): value for key, value in element.attrib.items()}
        relative = any(attributes.get(name) == "1" for name in ("relativetovrt", "relativetofile"))
        key = (attributes.get("name") or attributes.get("key") or "").lower()
        is_named = "filename" in key or _NAMED_REFERENCE.match(key)
        text = _text(element)
        if text and (is_named or _REFERENCE.match(element_name(element))):
            yield Reference(text, relative)


def files_referred_to(text: str, file: str) -> list[str]:
    """The targets of the references in a virtual dataset; empty where it cannot be parsed."""
    try:
        root = parse_description(text)
    except XmlError:
        return []
    if not is_virtual_dataset(root):
        return []
    return [
        target
        for reference in references(root)
        if len(reference.name) <= MAX_NAME_LENGTH
        for target in reference.targets(file)
    ]


def _text(element: Element) -> str:
    return (element.text or "").strip()
