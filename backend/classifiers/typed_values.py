"""Reads dataclasses from the JSON of a model file, checking values against the field types."""

from __future__ import annotations

import math
import typing
from typing import Any, TypeVar

from ..core.errors import utf8_text

Kind = TypeVar("Kind")
#: Largest integer that is accepted; larger ones could be taken for sizes of arrays.
LARGEST = 2**53


def typed(kind: type[Kind], data: Any) -> Kind:
    """An instance of a dataclass; ValueError where values do not have the declared types."""
    if not isinstance(data, dict):
        raise ValueError(f"its {kind.__name__} is not a JSON object")
    hints = typing.get_type_hints(kind)
    unknown = set(data) - hints.keys()
    if unknown:
        raise ValueError(f"it has an unknown setting {min(unknown)[:40]!r}")
    return kind(**{name: _value(name, hints[name], value) for name, value in data.items()})


def _value(name: str, expected: Any, value: Any) -> Any:
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if origin is tuple and isinstance(value, list):
        return tuple(_value(name, arguments[0], item) for item in value)
    if expected is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if origin is dict and isinstance(value, dict):
        return value
    plain = isinstance(expected, type) and origin is None
    if (
        not plain
        or not isinstance(value, expected)
        or isinstance(value, bool) != (expected is bool)
    ):
        raise ValueError(f"its {name} cannot be {str(value)[:40]!r}")
    if isinstance(value, str) and value != utf8_text(value):
        raise ValueError(f"its {name} is not valid text")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError(f"its {name} is not a finite number")
    if isinstance(value, int) and abs(value) > LARGEST:
        raise ValueError(f"its {name} is out of bounds")
    return value
