"""XML of others is parsed without entities, and what cannot be parsed is an `XmlError`."""

from __future__ import annotations

import pytest

from backend.files.xml_reading import (
    XmlEntitiesError,
    XmlError,
    element_name,
    parse_xml,
    try_parse_xml,
)

pytestmark = pytest.mark.backend

ENTITIES = '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
EXTERNAL = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'


@pytest.mark.parametrize("text", ["<a><b/></a>", b"<a><b/></a>"])
def test_text_and_bytes_are_parsed(text: str | bytes) -> None:
    assert [element.tag for element in parse_xml(text).iter()] == ["a", "b"]


@pytest.mark.parametrize("document", [ENTITIES, EXTERNAL])
def test_entities_are_refused_by_an_error_of_their_own(document: str) -> None:
    with pytest.raises(XmlEntitiesError):
        parse_xml(document)
    assert try_parse_xml(document) is None


@pytest.mark.parametrize(
    "document",
    [
        "",
        "no xml",
        "<a>",
        "<a/><b/>",
        b"\xff\xfe<a/>",
        b'<?xml version="1.0" encoding="no-such-encoding"?><a/>',
        b'<?xml version="1.0" encoding="idna"?><a/>',
        "<a>\ud800</a>",
        "<a>\0</a>",
    ],
)
def test_what_is_no_xml_is_an_error(document: str | bytes) -> None:
    with pytest.raises(XmlError) as caught:
        parse_xml(document)
    assert not isinstance(caught.value, XmlEntitiesError)
    assert str(caught.value)
    assert try_parse_xml(document) is None


def test_names_of_elements_are_compared_without_namespace_and_case() -> None:
    root = parse_xml('<x:VRTDataset xmlns:x="urn:x"><Band/></x:VRTDataset>')
    assert [element_name(element) for element in root.iter()] == ["vrtdataset", "band"]
