"""The same jobs from a shell: what a person and what a script gets to read."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest
from backend_support import ROOT, TIMEOUT, clean_environment, shell, snapshot
from conftest import Stripes

from backend.commands import COMMANDS, load_command
from backend.common import protocol

pytestmark = pytest.mark.backend

#: What DESIGN.md promises of each command; scripts out there use these names.
PROMISED = {
    "classify": "image labels class-field output confidence probabilities report model method "
    "backbone device seed",
    "train": "image labels class-field model report method backbone device seed",
    "apply": "model image output",
    "assess": "map reference class-field report",
    "suggest": "model image output count",
    "sample": "folder seed",
    "doctor": "",
}


def options(settings: dict[str, object]) -> list[str]:
    return [part for k, v in settings.items() for part in (f"--{k.replace('_', '-')}", str(v))]


def events_of(text: str) -> list[protocol.Event]:
    return [protocol.decode_event(line) for line in text.splitlines()]


def test_every_job_is_a_command() -> None:
    told = shell("--help")
    assert told.returncode == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", told.stdout, re.MULTILINE), name
    assert "worker" not in told.stdout
    assert set(PROMISED) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option_of_a_command(name: str) -> None:
    told = shell(name, "--help")
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    text = " ".join(told.stdout.split())
    assert load_command(name).SUMMARY in text
    explained = dict(re.findall(r" --([a-z-]+)((?:(?! --[a-z-]+ ).)*)", text))
    for option in [*PROMISED.get(name, "").split(), "json", "log"]:
        assert option in explained, option
    for option, words in explained.items():
        assert len(words.split()) >= 2 or option == "help", (option, words)
    assert not re.search(r" -[a-zA-Z],", text.replace(" -h,", "")), "long options only"


def test_the_version_is_told() -> None:
    told = shell("--version")
    assert told.returncode == 0
    assert re.fullmatch(r"geodiffnet, version \d+\.\d+\.\d+\n", told.stdout)


def test_a_person_reads_sentences_and_finds_the_paths_on_stdout(
    stripes: Stripes, tmp_path: Path
) -> None:
    # a name as people give them, on a path that is wider than any terminal
    folder = tmp_path / "Übung [bold]1:smile:" / ("so long a name " * 8).strip()
    folder.mkdir(parents=True)
    output, log = folder / "map.tif", tmp_path / "log.txt"
    told = shell("classify", *options(stripes.job_settings(output)), "--log", log)
    assert told.returncode == protocol.EXIT_DONE, told.stderr
    lines = told.stdout.splitlines()
    assert lines[0] == f"map: {output}"
    assert [line.split(":")[0] for line in lines[1:]] == [
        "overall_accuracy",
        "average_accuracy",
        "kappa",
        "outside",
    ]
    assert all(re.fullmatch(r"[a-z_]+: -?\d\.\d{4}", line) for line in lines[1:])
    assert "Labels: " in told.stderr
    assert "\x1b" not in told.stderr
    assert output.is_file()
    assert json.loads(log.read_text(encoding="utf-8").splitlines()[0])["job"] == "classify"


def test_a_script_reads_events_and_nothing_else(stripes: Stripes, tmp_path: Path) -> None:
    told = shell("classify", *options(stripes.job_settings(tmp_path / "map.tif")), "--json")
    assert told.returncode == protocol.EXIT_DONE, told.stderr
    events = events_of(told.stdout)
    assert isinstance(events[-1], protocol.Result)
    assert {type(event) for event in events} == {
        protocol.Progress,
        protocol.Log,
        protocol.Result,
    }


def test_a_script_reads_what_is_wrong_as_an_event(stripes: Stripes, tmp_path: Path) -> None:
    asked = stripes.job_settings(tmp_path / "map.tif", class_field="klass")
    told = shell("classify", *options(asked), "--json")
    assert told.returncode == protocol.EXIT_USER_ERROR
    last = events_of(told.stdout)[-1]
    assert isinstance(last, protocol.Failure)
    assert last.code == "labels.field_missing"
    assert "Traceback" not in told.stderr
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "told_of"),
    [
        (("conquer",), "conquer"),
        (("classify",), "--image"),
        (("sample", "--folder", "x", "--size", "3"), "--size"),
        (("sample", "--folder", "x", "--seed", "one"), "--seed"),
        (("sample", "--folder", "x", "--colour", "red"), "--colour"),
        (("doctor", "--device", "abacus"), "abacus"),
        (("doctor", "--log", "/nowhere/log.txt"), "/nowhere/log.txt"),
        (("sample", "--folder", ""), "folder"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_makes_no_sense_is_told_with_exit_status_2(
    arguments: tuple[str, ...], told_of: str
) -> None:
    told = shell(*arguments)
    assert told.returncode == protocol.EXIT_FAULT
    assert told_of in told.stderr
    assert told.stdout == ""
    assert "Traceback" not in told.stderr


def odd_shell(body: str, *arguments: str) -> subprocess.CompletedProcess:
    """The command line with a `doctor` that does something else."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    script = (
        "import os, sys\nfrom backend import cli\nfrom backend.commands import doctor\n"
        f"def run(settings, reporter):\n{lines}doctor.run = run\n"
        f"sys.argv = ['geodiffnet', 'doctor', *{arguments!r}]\ncli.main()\n"
    )
    return subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )


def test_a_bug_leaves_its_details_in_the_log_and_a_sentence_on_the_screen(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("an older line\n", encoding="utf-8")
    body = "os.write(2, b'from a library\\n')\nraise KeyError('the secret')"
    told = odd_shell(body, "--log", str(log))
    assert told.returncode == protocol.EXIT_FAULT
    assert told.stdout == ""
    assert "An internal error occurred" in told.stderr
    assert "Traceback" not in told.stderr
    assert "from a library" not in told.stderr
    text = log.read_text(encoding="utf-8")
    assert text.startswith("an older line\n")
    assert "from a library" in text
    assert "KeyError: 'the secret'" in text
    # without a log there is no other place
    assert "KeyError: 'the secret'" in odd_shell(body).stderr


def test_a_script_is_spared_what_libraries_print() -> None:
    body = "print('from Python')\nos.write(1, b'from a library\\n')\nraise KeyError"
    told = odd_shell(body, "--json")
    assert told.returncode == protocol.EXIT_FAULT
    (event,) = events_of(told.stdout)
    assert isinstance(event, protocol.Failure)
    assert "from Python" in told.stderr
    assert "from a library" in told.stderr


def test_markup_and_line_ends_of_others_do_no_harm() -> None:
    body = (
        "reporter.info('[red]no[/red] :smile: [/x] ' + 'long ' * 60 + 'end')\nraise SystemExit(0)"
    )
    told = odd_shell(body)
    assert told.stderr == "[red]no[/red] :smile: [/x] " + "long " * 60 + "end\n"


def test_a_reader_that_leaves_early_does_not_undo_the_work(tmp_path: Path) -> None:
    command = f"{sys.executable} -m backend sample --folder '{tmp_path}' --size 64 | true"
    told = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert told.returncode == 0, told.stderr
    assert told.stderr == ""
    assert {"scene.tif", "train.gpkg", "truth.tif"} <= set(os.listdir(tmp_path))


def test_a_terminal_shows_a_bar_and_gets_its_cursor_back(tmp_path: Path) -> None:
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "backend", "sample", "--folder", str(tmp_path), "--size", "64"],
        cwd=ROOT,
        env=clean_environment() | {"TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        shown = b""
        try:
            while part := os.read(ours, 4096):
                shown += part
        except OSError:  # how Linux says that the other end is closed
            pass
        assert process.wait(TIMEOUT) == 0
    os.close(ours)
    assert b"%" in shown
    assert b"generating the sample scene" in shown
    assert shown.rindex(b"\x1b[?25h") > shown.rindex(b"\x1b[?25l")


def test_sample_is_told_where_it_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    told = shell("sample", "--folder", tmp_path / "file" / "sample", "--size", 64)
    assert told.returncode == protocol.EXIT_USER_ERROR
    assert "cannot be created" in told.stderr
    assert "Traceback" not in told.stderr
    assert set(os.listdir(tmp_path)) == {"file"}


def test_doctor_ends_well_here() -> None:
    told = shell("doctor", "--device", "cpu")
    assert told.returncode == protocol.EXIT_DONE, told.stderr
    assert "torch" in told.stderr
    assert "self-test took" in told.stderr
