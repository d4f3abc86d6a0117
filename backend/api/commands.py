"""The commands of the backend, called from Python with the options of the command line."""

from __future__ import annotations

import dataclasses
import os
import typing
from collections.abc import Mapping
from typing import Any, TypeVar

from ..commands import load_command
from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.declaration import parse_settings, value_type

OptionsT = TypeVar("OptionsT")


def run_command(name: str, options: Mapping[str, Any], reporter: Reporter) -> Result:
    """Run a command; options that it does not have are a TypeError."""
    command = load_command(name)
    result: Result = command.run(parse_options(command.Settings, name, options), reporter)
    return result


def parse_options(
    options_class: type[OptionsT], function: str, options: Mapping[str, Any]
) -> OptionsT:
    """Options of a function as the command line checks them; what is None is left out."""
    fields = {
        field.name: field
        for field in dataclasses.fields(options_class)  # type: ignore[arg-type]
    }
    unknown = sorted(set(options) - set(fields))
    if unknown:
        raise TypeError(f"{function}() has no option {unknown[0]!r}; it has {', '.join(fields)}")
    values = {
        name: _as_json(value, value_type(fields[name], options_class))
        for name, value in options.items()
    }
    return parse_settings(options_class, values)


def _as_json(value: Any, kind: Any) -> Any:
    """A value of Python as the command's options declare it: paths and lists of numbers as text."""
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if kind is str and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, list | tuple):
        if kind is str:
            return ", ".join(map(str, value))
        if typing.get_origin(kind) is tuple:
            return [_as_json(item, None) for item in value]
    return value
