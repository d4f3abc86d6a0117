"""Matches reference classes with map classes: by name, or by code where that is safe."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from ..core.errors import UserError
from ..labels.similar_names import case_folded, normalise_name, shorten_list

_CODE = re.compile("[+-]?[0-9]{1,18}")


@dataclass(frozen=True)
class ReferenceClass:
    """A class of the reference: its key in the counts, its value in the data and its name."""

    key: int
    value: str
    name: str

    @property
    def code(self) -> int | None:
        """The value as a whole number, where it is one."""
        return int(self.value) if _CODE.fullmatch(self.value) else None

    @property
    def named(self) -> bool:
        """Whether it has a name other than its code."""
        return self.code is None or normalise_name(self.name) not in ("", self.value)


@dataclass(frozen=True)
class AssessedClass:
    """One class of the map, of the reference, or of both."""

    name: str
    colour: str
    code: int | None  # in the map; None where only the reference has the class
    references: tuple[int, ...]  # its keys in the reference; empty where only the map has it
    map_pixels: int


def match_classes(
    map_styles: Mapping[int, tuple[str, str]],
    map_pixels: Mapping[int, int],
    reference: Sequence[ReferenceClass],
    match_by: str = "auto",
    own_codes: bool = False,
) -> tuple[tuple[AssessedClass, ...], list[str]]:
    """The classes of both sides, and notes on how they were matched."""
    names = {code: name for code, (name, _) in map_styles.items()}
    matched, notes = match_keys(names, reference, match_by, own_codes)
    if not matched:
        raise UserError(
            "assess.no_common_class",
            f"Map and reference have no class in common: the map has {', '.join(names.values())}; "
            f"the reference has {', '.join(entry.name for entry in reference)}.",
            "Give the classes the same names; or, where both use the same codes, match by codes "
            "(--match codes; in QGIS “Match classes by”).",
        )
    keys: dict[int, list[int]] = {}
    for key, code in matched.items():
        keys.setdefault(code, []).append(key)
    classes = [
        AssessedClass(name, colour, code, tuple(keys.get(code, ())), map_pixels.get(code, 0))
        for code, (name, colour) in map_styles.items()
        if map_pixels.get(code, 0) or code in keys
    ]
    unmatched = [entry for entry in reference if entry.key not in matched]
    classes += [AssessedClass(entry.name, "#808080", None, (entry.key,), 0) for entry in unmatched]
    if unmatched:
        notes.append(f"Not a class of the map: {', '.join(entry.name for entry in unmatched)}.")
    without_reference = [entry.name for entry in classes if not entry.references]
    if without_reference:
        notes.append(f"Without any reference: {', '.join(without_reference)}.")
    return tuple(classes), notes


def match_keys(
    map_names: Mapping[int, str],
    reference: Sequence[ReferenceClass],
    match_by: str = "auto",
    own_codes: bool = False,
) -> tuple[dict[int, int], list[str]]:
    """The map's code for each key of the reference that has one, and notes on the matching.

    In `map_names` a class without a name has its code as the name; `own_codes` states that the
    codes of the map are those of the labels that it was made with.
    """
    map_has_names = any(name != str(code) for code, name in map_names.items())
    reference_has_names = any(entry.named for entry in reference)
    if match_by == "names" or (match_by == "auto" and map_has_names and reference_has_names):
        return _by_name(map_names, reference)
    notes = []
    if match_by == "auto" and not map_has_names and not reference_has_names:
        notes.append("Neither map nor reference has class names; classes were matched by code.")
    elif match_by == "auto":
        named, other = ("map", "reference") if map_has_names else ("reference", "map")
        reason = _code_evidence(map_names, reference, own_codes)
        if not reason:
            raise UserError(
                "assess.codes_unproven",
                f"Only the {named} has class names, and nothing shows that the codes of the "
                f"{other} mean the same classes.",
                f"Give the {other} class names: in a QGIS style (.qml) beside it, as category "
                "names, or in the class field; or, if you know that the codes are the same, match "
                "by codes (--match codes; in QGIS “Match classes by”).",
            )
        notes.append(
            f"Only the {named} has class names; classes were matched by code, since {reason}."
        )
    matched = {entry.key: entry.code for entry in reference if entry.code in map_names}
    return {key: code for key, code in matched.items() if code is not None}, notes


def _by_name(
    map_names: Mapping[int, str], reference: Sequence[ReferenceClass]
) -> tuple[dict[int, int], list[str]]:
    """Match by equal names, else by the only name that differs in capital letters alone."""
    exact = {normalise_name(name): code for code, name in map_names.items()}
    alike: dict[str, list[str]] = {}
    for name in exact:
        alike.setdefault(case_folded(name), []).append(name)
    codes, matched = {}, []
    for entry in reference:
        for name in (normalise_name(entry.name), normalise_name(entry.value)):
            candidates = alike.get(case_folded(name), [])
            if name in exact:
                codes[entry.key] = exact[name]
            elif len(candidates) == 1:
                codes[entry.key] = exact[candidates[0]]
                matched.append(f"“{name}” with “{candidates[0]}”")
            else:
                continue
            break
    notes = []
    if matched:
        notes.append(
            "Names of reference and map differ in capital letters; matched were "
            f"{shorten_list(matched)}."
        )
    return codes, notes


def _code_evidence(
    map_names: Mapping[int, str], reference: Sequence[ReferenceClass], own_codes: bool
) -> str:
    """Why the same code means the same class on both sides; empty where there is no evidence.

    Programs that assign new codes count from 0 or 1. Codes with wide gaps therefore come from a
    list that both sides follow, if the map has all codes that the reference has.
    """
    codes = {entry.code for entry in reference}
    if None in codes or not codes <= map_names.keys():
        return ""
    if own_codes:
        return "the map has the codes of the labels that it was made with"
    if len(codes) > 1 and max(map_names) > 2 * len(map_names) + 1:
        return "the codes are not consecutive numbers and the map has all of them"
    return ""
