"""Brings the .ts files up to date with the source, and compiles them to .qm.

translations.py [--check]
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from xml.sax.saxutils import escape

from defusedxml import ElementTree
from translatable import CONTEXT, sources

ROOT = Path(__file__).resolve().parents[2]
FOLDER = Path("resources") / "translations"
#: The part of the files' names, and the language as Qt writes it.
LANGUAGES = {"de": "de", "es": "es", "fr": "fr", "zh": "zh_CN"}
COMPILERS = ("lrelease", "lrelease-qt5", "lrelease-qt6", "/usr/lib/qt6/bin/lrelease")
NO_COMPILER = (
    "lrelease is missing, so the .qm files are not made. On Debian and Ubuntu: "
    "sudo apt install qttools5-dev-tools; elsewhere it is part of Qt Linguist."
)
#: What must come out of a translation as it went in: places for values, and HTML.
PLACEHOLDERS = re.compile(r"\{[^{}]*\}|%n|%\d|</?[a-z][^<>]*>")


@dataclass(frozen=True)
class Message:
    """One text in another language."""

    translation: str
    finished: bool


def path_of(language: str, root: Path = ROOT) -> Path:
    """The file for translators; the compiled one lies beside it."""
    return root / FOLDER / f"geodiffnet_{language}.ts"


def read(path: Path) -> dict[str, Message]:
    """The messages of a .ts file by their English text."""
    messages = {}
    for element in ElementTree.parse(path).getroot().iter("message"):
        translation = element.find("translation")
        messages[element.findtext("source", "")] = Message(
            translation.text or "", translation.get("type") is None
        )
    return messages


def write(
    path: Path, language: str, wanted: dict[str, list[str]], known: dict[str, Message]
) -> None:
    """Write a .ts file with the wanted texts; what has no translation yet is unfinished."""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!DOCTYPE TS>",
        f'<TS version="2.1" language="{language}" sourcelanguage="en">',
        "<context>",
        f"    <name>{CONTEXT}</name>",
    ]
    for text, places in wanted.items():
        message = known.get(text, Message("", False))
        state = "" if message.finished else ' type="unfinished"'
        lines += [
            "    <message>",
            *(f'        <location filename="../../{place}"/>' for place in places),
            f"        <source>{_xml(text)}</source>",
            f"        <translation{state}>{_xml(message.translation)}</translation>",
            "    </message>",
        ]
    lines += ["</context>", "</TS>", ""]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines), encoding="utf-8")


def problems(wanted: dict[str, list[str]], known: dict[str, Message]) -> list[str]:
    """What a translation lacks, has too much, or has lost."""
    found = [f"no longer in the source: {text!r}" for text in known if text not in wanted]
    for text in wanted:
        message = known.get(text)
        if message is None or not message.finished or not message.translation.strip():
            found.append(f"not translated: {text!r}")
        elif kept(text) != kept(message.translation):
            found.append(f"values or tags differ: {text!r} → {message.translation!r}")
        elif _edges(text) != _edges(message.translation):
            found.append(f"blanks at the ends differ: {text!r} → {message.translation!r}")
    return found


def kept(text: str) -> Counter[str]:
    """Places for values, and tags; a translation may number values, to put them in its order."""
    numbers = count()
    return Counter(
        f"{{{next(numbers)}}}" if found == "{}" else found for found in PLACEHOLDERS.findall(text)
    )


def main() -> None:
    """Run the command."""
    parser = argparse.ArgumentParser(description="Update and compile the translations.")
    parser.add_argument(
        "--check", action="store_true", help="change nothing, only report what is missing"
    )
    check = parser.parse_args().check
    wanted = sources(ROOT)
    compiler = next(filter(None, map(shutil.which, COMPILERS)), None)
    missing = 0
    for language, qt_name in LANGUAGES.items():
        path = path_of(language)
        known = read(path) if path.exists() else {}
        if not check:
            write(path, qt_name, wanted, known)
            known = read(path)
            if compiler:
                target = path.with_suffix(".qm")
                command = [compiler, "-silent", str(path), "-qm", str(target)]
                subprocess.run(command, check=True)
        found = problems(wanted, known)
        missing += len(found)
        print(f"{path.relative_to(ROOT)}: {len(wanted)} texts, {len(found)} to be put right")
        for line in found:
            print(f"  {line}")
    if not check and compiler is None:
        sys.exit(NO_COMPILER)
    sys.exit(1 if missing else 0)


def _xml(text: str) -> str:
    return escape(text, {'"': "&quot;", "'": "&apos;"})


def _edges(text: str) -> tuple[bool, bool]:
    return text[:1].isspace(), text[-1:].isspace()


if __name__ == "__main__":
    main()
