"""Every text of the QGIS side is translated; compiled files are tested in QGIS."""

from __future__ import annotations

import ast
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.backend

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "scripts" / "lib"))

from translatable import faults, files, sources, texts  # noqa: E402
from translations import LANGUAGES, Message, path_of, problems, read, write  # noqa: E402


@pytest.fixture(scope="module")
def wanted() -> dict[str, list[str]]:
    return sources(ROOT)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_translated_with_its_values_and_tags(
    language: str, wanted: dict[str, list[str]]
) -> None:
    assert problems(wanted, read(path_of(language))) == []


def test_every_text_can_be_translated() -> None:
    escaped = [
        f"{file.relative_to(ROOT)}:{line}: {what}"
        for file in files(ROOT)
        for line, what in faults(ast.parse(file.read_text(encoding="utf-8")))
    ]
    assert escaped == []


def test_texts_of_every_package_are_found(wanted: dict[str, list[str]]) -> None:
    assert wanted["Classify HSI with GeoDiffNet-F"] == ["algorithms/classify.py"]
    packages = {place.split("/")[0] for places in wanted.values() for place in places}
    assert packages >= {"algorithms", "bridge", "gui"}


def test_identifiers_are_not_translated() -> None:
    names = {"classify", "geodiffnet-f", "OUTPUT", "geodiffnet"}
    assert not names & set(sources(ROOT))


def test_texts_are_found_however_they_are_written() -> None:
    source = """
tr("Plain.")
self.tr("In two " "parts.")
tr("One" if few else "Many")
CAUSES = [QT_TRANSLATE_NOOP("GeoDiffNet", "Marked.")]
f"<b>{tr('Inside')}</b>"
tr(cause)
"""
    assert list(texts(ast.parse(source))) == [
        "Plain.", "In two parts.", "One", "Many", "Marked.", "Inside",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "source",
    [
        'tr(f"The file {name} is gone.")',
        'tr("The file {} is gone.".format(name))',
        'tr("The file " + name)',
        'button.setText("Stop")',
        'raise BridgeError("code", "The file is gone.", tr("Look."))',
        'title = "Labels of a scene"',
    ],
)
def test_untranslatable_texts_are_reported(source: str) -> None:
    assert len(list(faults(ast.parse(source)))) == 1


@pytest.mark.parametrize(
    "source",
    [
        '"""A module that says what it is for."""',
        'button.setText(tr("Stop"))',
        'settings["class_field"] = "class"',
        'PATTERN = r"No space left|Errno 28"',
    ],
)
def test_other_texts_are_ignored(source: str) -> None:
    assert list(faults(ast.parse(source))) == []


WANTED = {"{} of <b>{}</b>, “a & b”": ["gui/a.py"], " end": ["gui/a.py", "gui/b.py"]}
GOOD = {"{} of <b>{}</b>, “a & b”": "<b>{1}</b>: {0}, „a & b“", " end": " Ende"}


def test_written_translations_are_read_back(tmp_path: Path) -> None:
    known = {text: Message(translation, True) for text, translation in GOOD.items()}
    write(tmp_path / "new" / "x.ts", "de", WANTED, known)
    assert read(tmp_path / "new" / "x.ts") == known
    assert problems(WANTED, known) == []


def test_updating_keeps_finished_and_adds_new_texts(tmp_path: Path) -> None:
    known = {"Old": Message("Alt", True), " end": Message(" Ende", True)}
    write(tmp_path / "x.ts", "de", WANTED, known)
    read_again = read(tmp_path / "x.ts")
    assert read_again[" end"] == Message(" Ende", True)
    assert read_again["{} of <b>{}</b>, “a & b”"] == Message("", False)
    assert "Old" not in read_again
    assert [line.split(":")[0] for line in problems(WANTED, read_again)] == ["not translated"]


@pytest.mark.parametrize(
    ("text", "translation"),
    [
        ("{} of <b>{}</b>, “a & b”", "<b>{}</b>, „a & b“"),
        ("{} of <b>{}</b>, “a & b”", "{} von {}, „a & b“"),
        ("{} of <b>{}</b>, “a & b”", "{0} von <b>{0}</b>, „a & b“"),
        ("{} of <b>{}</b>, “a & b”", " "),
        (" end", "Ende"),
        ("Gone", "Weg"),
    ],
)
def test_problems_of_a_translation_are_reported(text: str, translation: str) -> None:
    known = {source: Message(good, True) for source, good in GOOD.items()}
    known[text] = Message(translation, True)
    assert len(problems(WANTED, known)) == 1
