"""Code, interface, reports and pages use the words of the field, and no private ones."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from collections.abc import Iterator
from pathlib import Path

import pytest
from private_words import in_name, in_prose

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
#: The changelog describes versions in the words that they had.
HISTORY = {"CHANGELOG.md"}
CODE_FOLDERS = ("algorithms", "backend", "benchmarks", "bridge", "gui", "scripts")
GENERATED = re.compile(r"<!-- (?:options|parameters) of .*?<!-- end -->", re.DOTALL)
MARKED_UP_CODE = re.compile(r"```.*?```|`[^`\n]*`|\]\([^)]*\)", re.DOTALL)
#: Findings that are right, by file: a word that means what it says.
JUSTIFIED: dict[str, tuple[str, ...]] = {}


def _files(*patterns: str) -> list[str]:
    command = ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in sorted(set(listed.splitlines()) - HISTORY) if (ROOT / name).exists()]


def _page_prose(text: str) -> str:
    return MARKED_UP_CODE.sub(" ", GENERATED.sub(" ", text))


def _code_prose(text: str) -> Iterator[str]:
    """Comments, docstrings and messages; code inside backticks is none."""
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        if token.type == tokenize.COMMENT:
            yield MARKED_UP_CODE.sub(" ", token.string)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and " " in node.value:
            yield MARKED_UP_CODE.sub(" ", node.value)


def _names(text: str) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(text)):
        match node:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name) | ast.arg(arg=name):
                names.add(name)
            case ast.Name(id=name, ctx=ast.Store()) | ast.Attribute(attr=name, ctx=ast.Store()):
                names.add(name)
    return names


def _unjustified(name: str, found: Iterator[str]) -> list[str]:
    allowed = JUSTIFIED.get(name, ())
    return [line for line in found if not any(text in line for text in allowed)]


@pytest.mark.parametrize("page", _files("*.md"))
def test_pages_use_the_words_of_the_field(page: str) -> None:
    assert _unjustified(page, in_prose(_page_prose((ROOT / page).read_text("utf-8")))) == []


@pytest.mark.parametrize("template", _files("resources/report/*"))
def test_report_templates_use_the_words_of_the_field(template: str) -> None:
    assert _unjustified(template, in_prose((ROOT / template).read_text("utf-8"))) == []


@pytest.mark.parametrize("module", _files(*(f"{folder}/*.py" for folder in CODE_FOLDERS)))
def test_comments_messages_and_names_use_the_words_of_the_field(module: str) -> None:
    text = (ROOT / module).read_text("utf-8")
    prose = (line for part in _code_prose(text) for line in in_prose(part))
    assert _unjustified(module, prose) == []
    names = {*_names(text), Path(module).stem}
    assert _unjustified(module, (line for name in sorted(names) for line in in_name(name))) == []


def test_code_and_generated_tables_are_no_prose() -> None:
    page = (
        "A `door` and\n\n```\nlesson\n```\n\n<!-- options of a in a shell -->\n\n"
        "| wishes |\n\n<!-- end -->\n\n[x](rooms.md), learnt"
    )
    assert _page_prose(page).split() == ["A", "and", "[x", ",", "learnt"]


def test_private_words_are_found_in_prose_and_names() -> None:
    code = '"""Go through the door."""\nlesson = "what is told"  # learnt\n\n\ndef f(told): ...\n'
    prose = [line for part in _code_prose(code) for line in in_prose(part)]
    assert len(prose) == 3
    assert sorted(line for name in _names(code) for line in in_name(name)) == [
        "lesson: write training result",
        "told: write reported",
    ]
