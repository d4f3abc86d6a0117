"""Settings of jobs as dataclasses, filled from JSON or from the command line with the same checks."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Mapping
from pathlib import Path
from typing import Any, TypeVar

from ..errors import UserError

Kind = TypeVar("Kind")


def setting(
    help: str,  # noqa: A002 - it is what the word means on the command line
    default: Any = dataclasses.MISSING,
    choices: tuple[str, ...] = (),
    metavar: str | None = None,
) -> Any:
    """A field of a job's settings; without a default it must be given."""
    metadata = {"help": help, "choices": choices, "metavar": metavar}
    return dataclasses.field(default=default, metadata=metadata)


def value_type(field: dataclasses.Field, owner: type) -> type:
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
        raise UserError(
            "job.invalid",
            f"The job has a setting that nobody knows: {unknown[0]}.",
            f"Known settings are: {', '.join(fields)}.",
        )
    values = {}
    for name, field in fields.items():
        if given.get(name) is None:
            if field.default is dataclasses.MISSING:
                raise UserError(
                    "job.invalid", f"The job lacks the setting {name}.", field.metadata["help"]
                )
            continue
        values[name] = _convert(field, value_type(field, owner), given[name])
    return owner(**values)


def _convert(field: dataclasses.Field, kind: type, value: Any) -> Any:
    choices = field.metadata["choices"]
    wrong = UserError(
        "job.invalid",
        f"The setting {field.name} cannot be {value!r}.",
        f"Choose one of: {', '.join(choices)}." if choices else field.metadata["help"],
    )
    if choices and value not in choices:
        raise wrong
    if kind is bool or isinstance(value, bool):
        if kind is bool and isinstance(value, bool):
            return value
        raise wrong
    if typing.get_origin(kind) is tuple:
        if isinstance(value, (list, tuple)):
            return tuple(value)
        raise wrong
    if kind in (str, Path) and not isinstance(value, (str, Path)):
        raise wrong
    try:
        return kind(value)
    except (TypeError, ValueError) as error:
        raise wrong from error
