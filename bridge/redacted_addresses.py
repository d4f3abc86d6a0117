"""Removes addresses from a text: of pages, hosts, networks, network cards and people."""

from __future__ import annotations

import ipaddress
import re

PLACEHOLDER = "<address>"
#: Shorter ones, such as "::1", belong to every computer.
MIN_IPV6_DIGITS = 4
# A password in it may contain quotes.
_URL = re.compile(r"\b[A-Za-z][A-Za-z0-9+.-]{1,20}://(?:[^\s/@]{1,200}@)?[^\s\"'<>“”]+")
# Without a scheme, an address of a page is recognised by its query, and a host by its port.
_WORD = re.compile(r"[^\s\"'<>“”(){}]+")
_QUERY = re.compile(r"[?&][\w.~%-]+=")
_HOST = re.compile(
    r"(?<![\w.-])(?:www\.[\w.-]{3,200}"
    r"|[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}\.[A-Za-z]{2,20}:\d{2,5}\b)"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_IPV4 = re.compile(r"(?<![\w.])(?P<number>(?:\d{1,3}\.){3}\d{1,3})(?:[:/]\d{1,5})?(?!\.?\w)")
# Not after an opening bracket of an index: array[::2].
_IPV6 = re.compile(r"(?<!\w)(?<!\w\[)[0-9A-Fa-f:.]{2,45}(?:%[\w.-]{1,30})?(?!\w)")
# Pairs of digits, six for a network card; or three groups of four.
_DEVICE = re.compile(
    r"(?<!\w)(?:[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){5,63}"
    r"|[0-9A-Fa-f]{4}(?:\.[0-9A-Fa-f]{4}){2})(?!\w)"
)


def redact_addresses(text: str) -> str:
    """The text without addresses."""
    text = _URL.sub(PLACEHOLDER, text)
    text = _WORD.sub(lambda word: PLACEHOLDER if _QUERY.search(word[0]) else word[0], text)
    text = _MAIL.sub(PLACEHOLDER, text)
    text = _HOST.sub(PLACEHOLDER, text)
    text = _DEVICE.sub(PLACEHOLDER, text)
    text = _IPV6.sub(_without_ipv6, text)  # first, since it may end with the other kind
    return _IPV4.sub(lambda found: PLACEHOLDER if _is_ip(found["number"]) else found[0], text)


def _without_ipv6(found: re.Match[str]) -> str:
    address = found[0]
    if address.count(":") < 2 or sum(map(str.isalnum, address)) < MIN_IPV6_DIGITS:
        return address
    # It may end a sentence, or come before a colon.
    for end in (len(address), len(address.rstrip(".:"))):
        if _is_ip(address[:end].partition("%")[0]):
            return PLACEHOLDER + address[end:]
    return address


def _is_ip(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
