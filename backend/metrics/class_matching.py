"""Which class of a reference is which class of the map: by name, or by code where that is safe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import UserError
from ..labels.similar_names import case_folded, normalise_name, shorten_list

_CODE = re.compile("[+-]?[0-9]{1,18}")


@dataclass(frozen=True)
class ReferenceClass:
    """A class of the reference: its key in the tally, what the data hold, what it is called."""

    key: int
    value: str
    name: str

    @property
    def code(self) -> int | None:
        """The value as a whole number, where it is one."""
        return int(self.value) if _CODE.fullmatch(self.value) else None

    @property
    def named(self) -> bool:
        """Whether it is called anything but its code."""
        return self.code is None or normalise_name(self.name) not in ("", self.value)


def match_keys(
    map_names: Mapping[int, str],
    reference: Sequence[ReferenceClass],
    match_by: str = "auto",
    own_codes: bool = False,
) -> tuple[dict[int, int], list[str]]:
    """The map's code for each key of the reference that has one, and what should be said of it.

    `map_names` has the code itself as the name where there is none; `own_codes` says that the
    map's codes are those of the labels that it was made with.
    """
    map_has_names = any(name != str(code) for code, name in map_names.items())
    reference_has_names = any(entry.named for entry in reference)
    if match_by == "names" or (match_by == "auto" and map_has_names and reference_has_names):
        return _by_name(map_names, reference)
    notes = []
    if match_by == "auto" and not map_has_names and not reference_has_names:
        notes.append("Neither map nor reference names its classes; their codes were compared.")
    elif match_by == "auto":
        named, other = ("map", "reference") if map_has_names else ("reference", "map")
        reason = _code_evidence(map_names, reference, own_codes)
        if not reason:
            raise UserError(
                "assess.codes_unproven",
                f"Only the {named} names its classes, and nothing shows that the codes of the "
                f"{other} mean the same.",
                f"Give the {other} its names, by a style of QGIS (.qml) beside it, by category "
                "names, or in the class field; or, if you know that the codes are the same, match "
                "by codes (--match codes; in QGIS “Match classes by”).",
            )
        notes.append(f"Only the {named} names its classes; codes were compared, since {reason}.")
    found = {entry.key: entry.code for entry in reference if entry.code in map_names}
    return {key: code for key, code in found.items() if code is not None}, notes


def _by_name(
    map_names: Mapping[int, str], reference: Sequence[ReferenceClass]
) -> tuple[dict[int, int], list[str]]:
    """By the same spelling, else by the one name that differs in capital letters only."""
    exact = {normalise_name(name): code for code, name in map_names.items()}
    alike: dict[str, list[str]] = {}
    for name in exact:
        alike.setdefault(case_folded(name), []).append(name)
    found, matched = {}, []
    for entry in reference:
        for name in (normalise_name(entry.name), normalise_name(entry.value)):
            candidates = alike.get(case_folded(name), [])
            if name in exact:
                found[entry.key] = exact[name]
            elif len(candidates) == 1:
                found[entry.key] = exact[candidates[0]]
                matched.append(f"“{name}” with “{candidates[0]}”")
            else:
                continue
            break
    notes = []
    if matched:
        notes.append(
            "Reference and map write classes with other capital letters; compared were "
            f"{shorten_list(matched)}."
        )
    return found, notes


def _code_evidence(
    map_names: Mapping[int, str], reference: Sequence[ReferenceClass], own_codes: bool
) -> str:
    """Why the same code means the same class on both sides; empty where nothing says so.

    Programs that give classes new codes count from 0 or 1. So codes with wide gaps are those of a
    list that both sides follow, if the map has all that the reference has.
    """
    codes = {entry.code for entry in reference}
    if None in codes or not codes <= map_names.keys():
        return ""
    if own_codes:
        return "the map has the codes of the labels that it was made with"
    if len(codes) > 1 and max(map_names) > 2 * len(map_names) + 1:
        return "they are no mere count and the map has all of them"
    return ""
