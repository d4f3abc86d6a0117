"""Checks values that were read from JSON against declared types.

Events of the protocol, model files and completion markers are checked with the same rules: an
integer may stand for a float but a truth value for no number, numbers are finite and below 2**53.
"""

from __future__ import annotations

import dataclasses
import math
import typing
from typing import Any, ClassVar, TypeVar

Kind = TypeVar("Kind")
#: Largest integer that is accepted; larger ones could be taken for sizes of arrays.
MAX_INTEGER = 2**53


def from_json(kind: type[Kind], data: Any, ignore_unknown: bool = False) -> Kind:
    """An instance of a dataclass; ValueError where values do not have the declared types."""
    if not isinstance(data, dict):
        raise ValueError(f"its {kind.__name__} is not a JSON object")
    hints = typing.get_type_hints(kind)
    unknown = set(data) - hints.keys()
    if unknown and not ignore_unknown:
        raise ValueError(f"it has an unknown setting {min(unknown)[:40]!r}")
    values = {name: data[name] for name in hints if name in data}
    return kind(**{name: checked(name, hints[name], value) for name, value in values.items()})


def checked(name: str, expected: Any, value: Any, surrogates: bool = False) -> Any:
    """The value as the declared type, lists as tuples; ValueError where it has another type.

    Text must be valid; with `surrogates` it may hold the bytes of a path that is no UTF-8.
    """
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if expected is Any or origin is ClassVar:
        return value
    if type(None) in arguments:
        if value is None:
            return None
        (expected,) = (part for part in arguments if part is not type(None))
        return checked(name, expected, value, surrogates)
    if origin is tuple and isinstance(value, (list, tuple)):
        return tuple(checked(name, arguments[0], item, surrogates) for item in value)
    if origin is dict and isinstance(value, dict):
        return {key: checked(name, arguments[1], item, surrogates) for key, item in value.items()}
    if isinstance(expected, type) and dataclasses.is_dataclass(expected):
        return from_json(expected, value, ignore_unknown=True)
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        _check_integer(name, value)
        value = float(value)
    is_plain = isinstance(expected, type) and origin is None
    if (
        not is_plain
        or not isinstance(value, expected)
        or isinstance(value, bool) != (expected is bool)
    ):
        raise ValueError(f"its {name} cannot be {str(value)[:40]!r}")
    if isinstance(value, str) and not surrogates and not _is_valid_text(value):
        raise ValueError(f"its {name} is not valid text")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"its {name} is not a finite number")
    if isinstance(value, int):
        _check_integer(name, value)
    return value


def _is_valid_text(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _check_integer(name: str, value: int) -> None:
    if abs(value) > MAX_INTEGER:
        raise ValueError(f"its {name} is out of bounds")
