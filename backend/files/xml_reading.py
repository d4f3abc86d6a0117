"""Reads XML that others wrote: without entities and without references to other documents."""

from __future__ import annotations

from xml.etree.ElementTree import Element  # nosec B405: the type only, defusedxml parses

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import ParseError, fromstring

__all__ = ["Element", "XmlEntitiesError", "XmlError", "element_name", "parse_xml", "try_parse_xml"]


class XmlError(ValueError):
    """A document that is not well-formed XML."""


class XmlEntitiesError(XmlError):
    """A document that declares entities or refers to other documents."""


def parse_xml(content: bytes | str) -> Element:
    """The root element of a document; `XmlError` where it cannot be parsed."""
    try:
        root: Element = fromstring(content)
    except DefusedXmlException as error:
        raise XmlEntitiesError(str(error)) from error
    except (ParseError, LookupError, ValueError) as error:
        raise XmlError(str(error)) from error
    return root


def try_parse_xml(content: bytes | str) -> Element | None:
    """The root element of a document; None where it cannot be parsed."""
    try:
        return parse_xml(content)
    except XmlError:
        return None


def element_name(element: Element) -> str:
    """The name of an element in lower case without its namespace; empty for a comment."""
    return element.tag.rpartition("}")[2].lower() if isinstance(element.tag, str) else ""
