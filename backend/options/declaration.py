"""Settings of jobs as dataclasses; JSON and the command line go through the same checks."""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..core.errors import InvalidJob, require_utf8

SettingsT = TypeVar("SettingsT")


def setting(
    help: str,
    default: Any = dataclasses.MISSING,
    choices: tuple[str, ...] = (),
    metavar: str | None = None,
    minimum: int | None = None,
    maximum: int | None = None,
    variadic: bool = False,
    repeated_as: str = "",
) -> Any:
    """A field of a job's settings; without a default it must be given.

    One marked `variadic` takes what follows as well, as the shell makes several words of a pattern.
    What is given `repeated_as` there goes to the setting of that name.
    """
    metadata = {
        "help": help,
        "choices": choices,
        "metavar": metavar,
        "minimum": minimum,
        "maximum": maximum,
        "variadic": variadic,
        "repeated_as": repeated_as,
    }
    return dataclasses.field(default=default, metadata=metadata)


def allow_external_setting() -> Any:
    """The field of jobs that read datasets of others."""
    return setting(
        "Also read datasets that refer to files outside their own folder or to the network, such "
        "as virtual rasters. Only for those that you trust.",
        False,
    )


def value_type(field: dataclasses.Field, settings_class: type) -> Any:
    """The plain type of a setting: `Path | None` is a Path that may be left out."""
    kind = typing.get_type_hints(settings_class)[field.name]
    if isinstance(kind, types.UnionType):
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
    return kind


def parse_settings(settings_class: type[SettingsT], raw_values: Mapping[str, Any]) -> SettingsT:
    """Settings from plain JSON values; what is unknown, missing or of the wrong kind is refused."""
    fields = {field.name: field for field in dataclasses.fields(settings_class)}  # type: ignore[arg-type]
    unknown = sorted(set(raw_values) - set(fields))
    if unknown:
        raise InvalidJob(
            f"The job has a setting that nobody knows: {unknown[0]}.",
            f"Known settings are: {', '.join(fields)}.",
        )
    values = {}
    for name, field in fields.items():
        if raw_values.get(name) is None:
            if field.default is dataclasses.MISSING:
                raise InvalidJob(f"The job lacks the setting {name}.", field.metadata["help"])
            continue
        values[name] = _check_value(field, value_type(field, settings_class), raw_values[name])
    return settings_class(**values)


def _check_value(field: dataclasses.Field, kind: Any, value: Any) -> Any:
    declared = field.metadata
    invalid = InvalidJob(
        f"The setting {field.name} cannot be {repr(value)[:200]}.", _expected_values(declared)
    )
    try:
        result = _convert(kind, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise invalid from error
    if declared["choices"] and result not in declared["choices"]:
        raise invalid
    if declared["minimum"] is not None and result < declared["minimum"]:
        raise invalid
    if declared["maximum"] is not None and result > declared["maximum"]:
        raise invalid
    return result


def _expected_values(declared: Mapping[str, Any]) -> str:
    if declared["choices"]:
        return f"Choose one of: {', '.join(declared['choices'])}."
    if declared["minimum"] is not None and declared["maximum"] is not None:
        return f"Choose a number from {declared['minimum']} to {declared['maximum']}."
    if declared["minimum"] is not None:
        return f"Choose {declared['minimum']} or more."
    return declared["help"]


def _convert(kind: Any, value: Any) -> Any:
    """The value as `kind`; ValueError where JSON holds another kind of value."""
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError("not a list")
        item_type = typing.get_args(kind)[0]
        return tuple(_convert(typing.get_origin(item_type) or item_type, item) for item in value)
    if kind is Path:
        if not isinstance(value, str) or not value or "\0" in value:
            raise ValueError("not a path")
        require_utf8(value)
        return Path(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"not a {kind.__name__}")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a number")
    return value
