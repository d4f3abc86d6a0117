"""Normalises class names, so that names that look the same are the same.

An accented letter may be one character or two, and copied text often contains invisible characters;
neither makes a different class.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence

#: Zero-width joiners change letters of some scripts and join emoji: between those they are kept.
_JOINERS = "\u200c\u200d"
#: The first character of scripts that use joiners.
_FIRST_JOINED = "\u0590"
#: Invisible characters that Unicode lists among letters and marks.
_INVISIBLE = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {
    chr(code) for code in (*range(0xFE00, 0xFE10), *range(0xE0100, 0xE01F0))
}
#: Names that a message lists; further ones are counted only.
_MAX_LISTED = 5


def normalise_name(text: str) -> str:
    """A name in Unicode form NFC, without invisible characters and superfluous blanks."""
    if text.isascii() and text.isprintable():
        return " ".join(text.split())
    composed = unicodedata.normalize("NFC", text)
    kept = [letter for index, letter in enumerate(composed) if _is_visible(composed, index)]
    # removed characters may have separated letters from their accents
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
    """A note on class names that look the same but are written differently."""
    spelled: dict[str, set[str]] = {}
    for text in texts:
        spelled.setdefault(normalise_name(text), set()).add(text.strip())
    merged = [f"“{name}” ({len(forms)})" for name, forms in spelled.items() if len(forms) > 1]
    if not merged:
        return []
    return [
        "Class names that look the same but are written in several ways (composed letters, "
        f"invisible characters, blanks) are merged: {shorten_list(merged)}."
    ]


def case_difference_notes(names: Iterable[str]) -> list[str]:
    """A warning about class names that differ in case only, which remain separate classes."""
    groups: dict[str, list[str]] = {}
    for name in dict.fromkeys(names):
        groups.setdefault(case_folded(name), []).append(name)
    pairs = [
        " and ".join(f"“{name}”" for name in same) for same in groups.values() if len(same) > 1
    ]
    if not pairs:
        return []
    return [
        f"Class names that differ in case only: {shorten_list(pairs)}. They remain separate "
        "classes; to merge them, use the same spelling."
    ]


def same_name_notes(names: Mapping[str, str]) -> list[str]:
    """A warning about values or codes with the same name, which remain separate classes."""
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
        f"Several classes have the same name: {shorten_list(same_names)}. They remain separate "
        "classes."
    ]


def case_folded(name: str) -> str:
    """A name for comparison without regard to case."""
    return unicodedata.normalize("NFC", name.casefold())


def shorten_list(parts: Sequence[str], max_listed: int = _MAX_LISTED) -> str:
    """The first few items, and the number of further ones."""
    shown = ", ".join(parts[:max_listed])
    more = len(parts) - max_listed
    return f"{shown} and {more} more" if more > 0 else shown
