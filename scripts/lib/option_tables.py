"""Tables of parameters and options in docs/algorithms and docs/shell.md, made from the code.

option_tables.py            rewrite them; those of QGIS only where qgis_process is installed
option_tables.py --check    change nothing; the exit status is 1 where a table is not up to date

A page says where a table belongs by two comments, `<!-- options of NAME … -->` (the shell) or
`<!-- parameters of NAME … -->` (QGIS), and `<!-- end -->`.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from shutil import which
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
PAGES = ("docs/shell.md", "docs/algorithms/*.md")
BLOCK = re.compile(
    r"(?P<begin><!-- (?P<kind>options|parameters) of (?P<name>[a-z]+)[^>]*-->\n)"
    r"(?P<table>.*?)(?P<end><!-- end -->)",
    re.DOTALL,
)
#: Every command has these; docs/shell.md describes them once.
COMMON_OPTIONS = {"json", "log"}

Tables = Mapping[str, Mapping[str, str]]


def with_tables(page: str, tables: Tables) -> str:
    """The page with its tables made anew; kinds of tables that are not given stay as they are."""

    def renewed(block: re.Match[str]) -> str:
        of_kind = tables.get(block["kind"])
        if of_kind is None:
            return block[0]
        return f"{block['begin']}\n{of_kind[block['name']]}\n{block['end']}"

    return BLOCK.sub(renewed, page)


def shell_tables() -> dict[str, str]:
    """The options of each command, as its `--help` lists them."""
    sys.path.insert(0, str(ROOT))
    from backend.cli import commands

    return {
        name: table(("option", "default", "description"), _option_rows(command.params))
        for name, command in commands.commands.items()
        if not command.hidden
    }


def _option_rows(options: Iterable[Any]) -> Iterable[tuple[str, str, str]]:
    import click

    for option in options:
        if not isinstance(option, click.Option) or option.hidden or option.name in COMMON_OPTIONS:
            continue
        choices: tuple[str, ...] = ()
        limits = ""
        value = option.metavar or ""
        if isinstance(option.type, click.Choice):
            choices, value = tuple(option.type.choices), "NAME"
        elif isinstance(option.type, click.IntRange):
            limits, value = _limits(option.type.min, option.type.max), value or "NUMBER"
        elif not value and not option.is_flag:
            value = "TEXT" if isinstance(option.type, click.types.StringParamType) else "NUMBER"
        # options that may be repeated have none
        default = "" if option.is_flag or option.multiple else option.default
        yield (
            code(f"{option.opts[0]} {value}".strip()),
            "required" if option.required else shown(default),
            described(option.help or "", choices, limits),
        )


def _limits(least: Any, most: Any) -> str:
    if least is not None and most is not None:
        return f"From {least} to {most}."
    return f"At least {least}." if least is not None else f"At most {most}." if most else ""


def qgis_tables(described_algorithms: Mapping[str, Any]) -> dict[str, str]:
    """The parameters of each algorithm, as qgis_parameters.py describes them."""
    return {
        name: table(("parameter", "name", "default", "description"), _parameter_rows(parameters))
        for name, parameters in described_algorithms.items()
    }


def _parameter_rows(parameters: Iterable[Mapping[str, Any]]) -> Iterable[tuple[str, ...]]:
    scripts = [parameter for parameter in parameters if parameter["hidden"]]
    shown_ones = [parameter for parameter in parameters if not parameter["hidden"]]
    advanced = [parameter for parameter in shown_ones if parameter["advanced"]]
    yield from (_parameter_row(entry) for entry in shown_ones if not entry["advanced"])
    for title, group in (("Advanced parameters", advanced), ("In scripts only", scripts)):
        if group:
            yield (f"**{title}**", "", "", "")
        yield from (_parameter_row(entry) for entry in group)


def _parameter_row(parameter: Mapping[str, Any]) -> tuple[str, ...]:
    required = not parameter["optional"] and parameter["default"] is None
    return (
        text(parameter["label"]),
        code(parameter["name"]),
        "required" if required else shown(parameter["default"]),
        described(parameter["help"], parameter["choices"], ""),
    )


def described(sentences: str, choices: Iterable[str], limits: str) -> str:
    """A description with the values that may be chosen."""
    parts = [text(sentences), limits]
    if choices:
        parts.append(f"One of {', '.join(code(choice) for choice in choices)}.")
    return " ".join(part for part in parts if part)


def shown(default: Any) -> str:
    """A default value as a reader writes it."""
    if default is None or default in ("", (), []):
        return ""
    if isinstance(default, bool):
        return "yes" if default else "no"
    if isinstance(default, float):
        return code(f"{default:g}")
    return code(str(default))


def code(value: str) -> str:
    """A value between backticks; a bar would end the cell."""
    return f"`{value.replace('|', '/')}`"


def text(value: str) -> str:
    """Plain text, in which nothing counts as markup."""
    return re.sub(r"([\\`*_{}\[\]<>|])", r"\\\1", " ".join(value.split()))


def table(header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """A Markdown table."""
    lines = [header, tuple("---" for _ in header), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def describe_in_qgis() -> dict[str, Any] | None:
    """What the algorithms ask for, told by QGIS's own Python; None where there is no QGIS."""
    if not which("qgis_process", path="/usr/bin:/bin"):
        return None
    command = [SYSTEM_PYTHON, str(Path(__file__).with_name("qgis_parameters.py"))]
    return json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout)


def main() -> None:
    """Rewrite or check the tables."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--check", action="store_true", help="change nothing")
    check = parser.parse_args().check
    tables: dict[str, Mapping[str, str]] = {"options": shell_tables()}
    in_qgis = describe_in_qgis()
    if in_qgis is None:
        print("QGIS is not installed: the tables of its parameters are left as they are.")
    else:
        tables["parameters"] = qgis_tables(in_qgis)
    outdated = []
    for path in sorted(path for pattern in PAGES for path in ROOT.glob(pattern)):
        page = path.read_text(encoding="utf-8")
        renewed = with_tables(page, tables)
        if renewed != page:
            outdated.append(str(path.relative_to(ROOT)))
            if not check:
                path.write_text(renewed, encoding="utf-8")
    if outdated:
        print("Not up to date:" if check else "Written:", *outdated)
    sys.exit(bool(outdated) and check)


if __name__ == "__main__":
    main()
