"""The tables of options in the documentation, which scripts/docs --tables makes from the code."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import click
import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

import option_tables  # noqa: E402

PAGES = sorted(path for pattern in option_tables.PAGES for path in ROOT.glob(pattern))
#: Algorithms that only QGIS has.
QGIS_ONLY = {"setupbackend", "traininglayer"}


@pytest.fixture(scope="module")
def tables() -> dict[str, str]:
    return option_tables.shell_tables()


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_options_of_a_page_are_those_of_its_command(path: Path, tables: dict[str, str]) -> None:
    page = path.read_text(encoding="utf-8")
    renewed = option_tables.with_tables(page, {"options": tables})
    assert renewed == page, "run scripts/docs --tables"


def test_each_command_and_algorithm_has_its_table(tables: dict[str, str]) -> None:
    found = {"options": set(), "parameters": set()}
    for path in PAGES:
        for block in option_tables.BLOCK.finditer(path.read_text(encoding="utf-8")):
            found[block["kind"]].add(block["name"])
            assert len(block["table"].splitlines()) > 3, path
    assert found["options"] == set(tables)
    algorithms = {path.stem for path in (ROOT / "docs" / "algorithms").glob("*.md")}
    assert found["parameters"] == algorithms
    assert found["parameters"] - found["options"] == QGIS_ONLY


def test_a_table_lists_what_the_command_accepts(tables: dict[str, str]) -> None:
    from backend.cli import commands

    for name, command in commands.commands.items():
        if command.hidden:
            continue
        listed = set(re.findall(r"^\| `(--[a-z-]+)", tables[name], re.MULTILINE))
        accepted = {
            option.opts[0]
            for option in command.params
            if isinstance(option, click.Option) and not option.hidden
        }
        assert listed == accepted - {"--json", "--log"}, name


def test_rows_say_default_choices_and_limits() -> None:
    command = click.Command(
        "x",
        params=[
            click.Option(["--image"], required=True, metavar="FILE", help="A *scene* | raster."),
            click.Option(["--kind"], type=click.Choice(["a", "b"]), default="a", help="Which."),
            click.Option(["--count"], type=click.IntRange(1, 9), default=3, help="How many."),
            click.Option(["--share"], type=float, default=0.5, help="Of it."),
            click.Option(["--quick"], is_flag=True, help="Soon."),
            click.Option(["--json"], is_flag=True, help="Everywhere."),
            click.Option(["--secret"], hidden=True),
        ],
    )
    assert list(option_tables._option_rows(command.params)) == [
        ("`--image FILE`", "required", r"A \*scene\* \| raster."),
        ("`--kind NAME`", "`a`", "Which. One of `a`, `b`."),
        ("`--count NUMBER`", "`3`", "How many. From 1 to 9."),
        ("`--share NUMBER`", "`0.5`", "Of it."),
        ("`--quick`", "", "Soon."),
    ]


def test_a_page_keeps_what_is_not_given() -> None:
    page = (
        "# A\n\n<!-- options of a in a shell -->\n\nold\n\n<!-- end -->\n\ntext\n\n"
        "<!-- parameters of a in QGIS -->\n\nother\n\n<!-- end -->\n"
    )
    renewed = option_tables.with_tables(page, {"options": {"a": "new\n"}})
    assert renewed == page.replace("old", "new")
    with pytest.raises(KeyError):
        option_tables.with_tables(page, {"options": {"b": "new\n"}})


def test_advanced_parameters_and_those_of_scripts_come_last() -> None:
    def parameter(name: str, **changes: object) -> dict[str, object]:
        plain = {"name": name, "label": name.title(), "help": "Help.", "default": None}
        flags = dict.fromkeys(("advanced", "hidden", "optional"), False)
        return plain | {"choices": []} | flags | changes

    table = option_tables.qgis_tables(
        {
            "a": [
                parameter("OLD", advanced=True, hidden=True, default=0.5),
                parameter("RARE", advanced=True, default=False),
                parameter("INPUT"),
                parameter("KIND", optional=True, default="x", choices=["x", "y"]),
            ]
        }
    )["a"]
    assert table.splitlines()[2:] == [
        "| Input | `INPUT` | required | Help. |",
        "| Kind | `KIND` | `x` | Help. One of `x`, `y`. |",
        "| **Advanced parameters** |  |  |  |",
        "| Rare | `RARE` | no | Help. |",
        "| **In scripts only** |  |  |  |",
        "| Old | `OLD` | `0.5` | Help. |",
    ]
