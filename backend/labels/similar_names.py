"""Names of classes as people read them: what looks the same is the same.

An accented letter is one character or two, and text that was copied from a page or a table brings
characters that nobody sees; neither makes another class.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

#: Joiners shape letters in some scripts, and pictures made of several: between those they stay.
_JOINERS = "\u200c\u200d"
#: Scripts without them lie below.
_FIRST_JOINED = "\u0590"
#: Characters that show nothing although Unicode counts them among letters and marks.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}
#: More cases than these are counted only.
_MAX_LISTED = 5


def normalise_name(text: str) -> str:
    """A name in one Unicode form, without invisible characters and needless blanks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    kept = [letter for index, letter in enumerate(composed) if _is_visible(composed, index)]
    # what was taken away may have kept letters from being composed
    joined = unicodedata.normalize("NFC", "".join(kept))
    return re.sub(r"\s+", " ", joined).strip()


def _is_visible(text: str, index: int) -> bool:
    letter = text[index]
    if letter in _JOINERS:
        neighbours = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
        return len(neighbours) == 2 and all(
            other >= _FIRST_JOINED and unicodedata.category(other)[0] in "LMS"
            for other in neighbours
        )
    if letter.isspace():
        return True
    return letter not in _INVISIBLE and unicodedata.category(letter) not in ("Cf", "Cc")


def merged_name_notes(texts: Iterable[str]) -> list[str]:
    """What should be said of texts that differ, but not to the eye."""
    spelled: dict[str, set[str]] = {}
    for text in texts:
        spelled.setdefault(normalise_name(text), set()).add(text.strip())
    merged = [f"“{name}” ({len(forms)})" for name, forms in spelled.items() if len(forms) > 1]
    if not merged:
        return []
    return [
        "Written in several ways that look the same (composed letters, invisible characters, "
        f"blanks), and taken for one class each: {shorten_list(merged)}."
    ]


def case_difference_notes(names: Iterable[str]) -> list[str]:
    """A warning of names that differ by capital letters only, which stay classes of their own."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(case_folded(name), []).append(name)
    pairs = [
        " and ".join(f"“{name}”" for name in same) for same in groups.values() if len(same) > 1
    ]
    if not pairs:
        return []
    return [
        f"Classes whose names differ by capital letters only: {shorten_list(pairs)}. They stay "
        "classes "
        "of their own; should they be one, write them alike."
    ]


def same_name_notes(names: Mapping[str, str]) -> list[str]:
    """A warning of values or codes that have the same name, but stay classes of their own."""
    groups: dict[str, list[str]] = {}
    for value, name in names.items():
        if name:
            groups.setdefault(name, []).append(value)
    same_names = [
        f"“{name}” ({', '.join(values)})" for name, values in groups.items() if len(values) > 1
    ]
    if not same_names:
        return []
    return [
        f"Several classes have the same name: {shorten_list(same_names)}. They stay classes of "
        "their own."
    ]


def case_folded(name: str) -> str:
    """A name without the difference between capital and small letters."""
    return unicodedata.normalize("NFC", name.casefold())


def shorten_list(parts: list[str]) -> str:
    """The first few, and how many more there are."""
    shown = ", ".join(parts[:_MAX_LISTED])
    more = len(parts) - _MAX_LISTED
    return f"{shown} and {more} more" if more > 0 else shown
