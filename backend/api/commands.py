"""The commands of the backend, called from Python with the options of the command line."""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any, TypeVar

from ..commands import load_command
from ..common.protocol import Result
from ..core.reporter import Reporter
from ..options.declaration import Option, declared_options, parse_options

OptionsT = TypeVar("OptionsT")


def run_command(name: str, options: Mapping[str, Any], reporter: Reporter) -> Result:
    """Run a command; options that it does not have are a TypeError."""
    command = load_command(name)
    result: Result = command.run(options_from(command.Options, name, options), reporter)
    return result


def options_from(
    options_class: type[OptionsT], function: str, values: Mapping[str, Any]
) -> OptionsT:
    """Options of a function, checked as on the command line; what is None is left out."""
    declared = {entry.name: entry for entry in declared_options(options_class)}
    unknown = sorted(set(values) - set(declared))
    if unknown:
        raise TypeError(f"{function}() has no option {unknown[0]!r}; it has {', '.join(declared)}")
    plain = {name: _as_json(declared[name], value) for name, value in values.items()}
    return parse_options(options_class, plain)


def _as_json(entry: Option, value: Any) -> Any:
    """A value of Python as JSON holds it: paths as texts, a single number of a list as a list."""
    if isinstance(value, os.PathLike):
        return os.fspath(value)
    if entry.is_list and isinstance(value, list | tuple):
        return [os.fspath(item) if isinstance(item, os.PathLike) else item for item in value]
    if entry.declaration.parse is not None and isinstance(value, int):
        return [value]
    return value
