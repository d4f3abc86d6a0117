"""Options of commands as dataclasses; JSON and the command line go through the same checks.

A command's options are a dataclass whose fields are options (`option`) or groups of options
(`group`). On the command line, in JSON and in reports they form one flat list of names.
"""

from __future__ import annotations

import dataclasses
import math
import types
import typing
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from ..core.errors import InvalidJob, require_utf8

OptionsT = TypeVar("OptionsT")

_OPTION, _GROUP = "option", "group"


@dataclass(frozen=True)
class _Declaration:
    help: str
    choices: tuple[str, ...] = ()
    metavar: str | None = None
    minimum: int | None = None
    maximum: int | None = None
    variadic: bool = False
    repeated_as: str = ""
    parse: Callable[[str], Any] | None = None


@dataclass(frozen=True)
class Option:
    """One option of a command, whichever group declares it."""

    name: str
    kind: Any
    default: Any
    declaration: _Declaration
    #: Field of the command's options that holds the group; empty for the command's own options.
    group: str = ""

    @property
    def is_required(self) -> bool:
        """Whether it must be given."""
        return self.default is dataclasses.MISSING

    @property
    def help(self) -> str:
        """What it means, in a sentence."""
        return self.declaration.help

    @property
    def is_list(self) -> bool:
        """Whether JSON holds a list of values for it."""
        return typing.get_origin(self.kind) is tuple and self.declaration.parse is None


def option(
    help: str,
    default: Any = dataclasses.MISSING,
    choices: tuple[str, ...] = (),
    metavar: str | None = None,
    minimum: int | None = None,
    maximum: int | None = None,
    variadic: bool = False,
    repeated_as: str = "",
    parse: Callable[[str], Any] | None = None,
) -> Any:
    """A field that is an option; without a default it is required.

    `variadic` options also take the words that follow them in a shell, since it expands patterns.
    Values after the first one go to the option `repeated_as`. `parse` converts a text to the value.
    """
    declared = _Declaration(help, choices, metavar, minimum, maximum, variadic, repeated_as, parse)
    return dataclasses.field(default=default, metadata={_OPTION: declared})


def group(options_class: type) -> Any:
    """A field that is a group of options."""
    metadata = {_GROUP: options_class}
    if any(entry.is_required for entry in declared_options(options_class)):
        return dataclasses.field(metadata=metadata)
    return dataclasses.field(default_factory=options_class, metadata=metadata)


def declared_options(options_class: type) -> list[Option]:
    """All options of a command or a group in one list, those of nested groups included."""
    return list(_declared(options_class, ""))


def _declared(options_class: type, group_name: str) -> Iterator[Option]:
    kinds = typing.get_type_hints(options_class)
    for field in dataclasses.fields(options_class):
        if nested := field.metadata.get(_GROUP):
            yield from _declared(nested, field.name)
            continue
        kind = _without_none(kinds[field.name])
        yield Option(field.name, kind, field.default, field.metadata[_OPTION], group_name)


def _without_none(kind: Any) -> Any:
    """`Path | None` is a Path that may be left out."""
    if isinstance(kind, types.UnionType):
        return next(part for part in typing.get_args(kind) if part is not type(None))
    return kind


def parse_options(options_class: type[OptionsT], raw_values: Mapping[str, Any]) -> OptionsT:
    """Options from plain JSON values; unknown, missing and invalid ones are refused."""
    declared = {entry.name: entry for entry in declared_options(options_class)}
    unknown = sorted(set(raw_values) - set(declared))
    if unknown:
        raise InvalidJob(
            f"Unknown setting: {unknown[0]}.", f"Known settings are: {', '.join(declared)}."
        )
    values: dict[str, dict[str, Any]] = {}
    for name, entry in declared.items():
        if raw_values.get(name) is None:
            if entry.is_required:
                raise InvalidJob(f"The setting {name} is missing.", entry.help)
            continue
        values.setdefault(entry.group, {})[name] = _checked_value(entry, raw_values[name])
    groups = {
        field.name: nested(**values.get(field.name, {}))
        for field in dataclasses.fields(options_class)  # type: ignore[arg-type]  # any dataclass
        if (nested := field.metadata.get(_GROUP))
    }
    return options_class(**values.get("", {}), **groups)


def option_values(options: Any) -> dict[str, Any]:
    """The value of every option by its name, for reports; parsed texts as texts again."""
    values = {}
    for entry in declared_options(type(options)):
        value = getattr(_owner(options, entry), entry.name)
        if entry.declaration.parse is not None:
            value = ", ".join(map(str, value)) or None
        values[entry.name] = value
    return values


def option_value(options: Any, name: str, default: Any = None) -> Any:
    """The value of one option; `default` where the command does not have it."""
    for entry in declared_options(type(options)):
        if entry.name == name:
            return getattr(_owner(options, entry), name)
    return default


def replace_option(options: OptionsT, name: str, value: Any) -> OptionsT:
    """The same options with another value of one of them."""
    (entry,) = (entry for entry in declared_options(type(options)) if entry.name == name)
    changed = dataclasses.replace(_owner(options, entry), **{name: value})
    if not entry.group:
        return typing.cast(OptionsT, changed)
    return dataclasses.replace(options, **{entry.group: changed})  # type: ignore[type-var]


def _owner(options: Any, entry: Option) -> Any:
    return getattr(options, entry.group) if entry.group else options


def _checked_value(entry: Option, value: Any) -> Any:
    declared = entry.declaration
    invalid = InvalidJob(
        f"The setting {entry.name} cannot be {repr(value)[:200]}.", _expected_values(declared)
    )
    try:
        if declared.parse is not None:
            return declared.parse(_list_text(value))
        result = _convert(entry.kind, value)
    except (TypeError, ValueError, OverflowError) as error:
        raise invalid from error
    if declared.choices and result not in declared.choices:
        raise invalid
    if declared.minimum is not None and result < declared.minimum:
        raise invalid
    if declared.maximum is not None and result > declared.maximum:
        raise invalid
    return result


def _list_text(value: Any) -> str:
    """A list as users write it in a text; JSON may also hold the list itself."""
    if isinstance(value, (list, tuple)):
        return ", ".join(
            str(_convert(int if isinstance(item, int) else str, item)) for item in value
        )
    return str(_convert(str, value))


def _expected_values(declared: _Declaration) -> str:
    if declared.choices:
        return f"Choose one of: {', '.join(declared.choices)}."
    if declared.minimum is not None and declared.maximum is not None:
        return f"Choose a number from {declared.minimum} to {declared.maximum}."
    if declared.minimum is not None:
        return f"Choose {declared.minimum} or more."
    return declared.help


def _convert(kind: Any, value: Any) -> Any:
    """The value as `kind`; ValueError where JSON holds another kind of value."""
    if typing.get_origin(kind) is tuple:
        if not isinstance(value, (list, tuple)):
            raise ValueError("not a list")
        item_type = typing.get_args(kind)[0]
        return tuple(_convert(typing.get_origin(item_type) or item_type, item) for item in value)
    if typing.get_origin(kind) is dict:
        kind = dict
    if kind is Path:
        if not isinstance(value, str) or not value or "\0" in value:
            raise ValueError("not a path")
        require_utf8(value)
        return Path(value)
    if kind is float and isinstance(value, int) and not isinstance(value, bool):
        value = float(value)
    if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
        raise ValueError(f"not a {kind.__name__}")
    if isinstance(value, str) and "\0" in value:  # many of them are names of files
        raise ValueError("not a text")
    if isinstance(value, float) and not math.isfinite(value):
        raise ValueError("not a number")
    return value
