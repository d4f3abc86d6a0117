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

Kind = TypeVar("Kind")


def setting(
    help: str,
    default: Any = dataclasses.MISSING,
    choices: tuple[str, ...] = (),
    metavar: str | None = None,
    least: int | None = None,
    most: int | None = None,
    rest: bool = False,
    again: str = "",
) -> Any:
    """A field of a job's settings; without a default it must be given.

    One marked `rest` takes what follows as well, as the shell makes several words of a pattern.
    What is given `again` there goes to the setting of that name.
    """
    metadata = {
        "help": help,
        "choices": choices,
        "metavar": metavar,
        "least": least,
        "most": most,
        "rest": rest,
        "again": again,
    }
    return dataclasses.field(default=default, metadata=metadata)


def allow_external_setting() -> Any:
    """The field of jobs that read datasets of others."""
    return setting(
        "Also read datasets that refer to files outside their own folder or to the network, such "
        "as virtual rasters. Only for those that you trust.",
        False,
    )


def value_type(field: dataclasses.Field, owner: type) -> Any:
    """The plain type of a setting: `Path | None` is a Path that may be left out."""
    kind = typing.get_type_hints(owner)[field.name]
    if isinstance(kind, types.UnionType):
        kind = next(part for part in typing.get_args(kind) if part is not type(None))
    return kind


def parse_settings(owner: type[Kind], given: Mapping[str, Any]) -> Kind:
    """Settings from plain JSON values; what is unknown, missing or of the wrong kind is refused."""
    fields = {field.name: field for field in dataclasses.fields(owner)}  # type: ignore[arg-type]
    unknown = sorted(set(given) - set(fields))
    if unknown:
        raise InvalidJob(
            f"The job has a setting that nobody knows: {unknown[0]}.",
            f"Known settings are: {', '.join(fields)}.",
        )
    values = {}
    for name, field in fields.items():
        if given.get(name) is None:
            if field.default is dataclasses.MISSING:
                raise InvalidJob(f"The job lacks the setting {name}.", field.metadata["help"])
            continue
        values[name] = _checked(field, value_type(field, owner), given[name])
    return owner(**values)


def _checked(field: dataclasses.Field, kind: Any, value: Any) -> Any:
    told = field.metadata
    wrong = InvalidJob(f"The setting {field.name} cannot be {repr(value)[:200]}.", _expected(told))
    try:
        result = _converted(kind, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise wrong from error
    if told["choices"] and result not in told["choices"]:
        raise wrong
    if told["least"] is not None and result < told["least"]:
        raise wrong
    if told["most"] is not None and result > told["most"]:
        raise wrong
    return result


def _expected(told: Mapping[str, Any]) -> str:
    if told["choices"]:
        return f"Choose one of: {', '.join(told['choices'])}."
    if told["least"] is not None and told["most"] is not None:
        return f"Choose a number from {told['least']} to {told['most']}."
    if told["least"] is not None:
        return f"Choose {told['least']} or more."
    return told["help"]


def _converted(kind: Any, value: Any) -> Any:
    """The value as `kind`; ValueError where JSON holds another kind of value."""
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError("not a list")
        of = typing.get_args(kind)[0]
        return tuple(_converted(typing.get_origin(of) or of, item) for item in value)
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
