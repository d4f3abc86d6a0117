"""The command line: what users and scripts read of a command."""

from __future__ import annotations

import json
import os
import pty
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from backend_support import ROOT, TIMEOUT, clean_environment, shell, snapshot
from conftest import Stripes

from backend.commands import COMMANDS, load_command
from backend.common import protocol

pytestmark = pytest.mark.backend

#: Options that scripts of users rely on.
STABLE_OPTIONS = {
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


def test_the_help_lists_every_command() -> None:
    done = shell("--help")
    assert done.returncode == 0
    for name in COMMANDS:
        assert re.search(rf"^  {name} ", done.stdout, re.MULTILINE), name
    assert "worker" not in done.stdout
    assert set(STABLE_OPTIONS) <= set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_help_explains_every_option_of_a_command(name: str) -> None:
    done = shell(name, "--help")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    text = " ".join(done.stdout.split())
    assert load_command(name).SUMMARY in text
    explained = dict(re.findall(r" --([a-z-]+)((?:(?! --[a-z-]+ ).)*)", text))
    for option in [*STABLE_OPTIONS.get(name, "").split(), "json", "log"]:
        assert option in explained, option
    for option, words in explained.items():
        assert len(words.split()) >= 2 or option == "help", (option, words)
    assert not re.search(r" -[a-zA-Z],", text.replace(" -h,", "")), "long options only"


def test_the_version_is_printed() -> None:
    done = shell("--version")
    assert done.returncode == 0
    assert re.fullmatch(r"geodiffnet, version \d+\.\d+\.\d+\n", done.stdout)


def test_messages_go_to_stderr_and_paths_to_stdout(stripes: Stripes, tmp_path: Path) -> None:
    # a path with markup and non-ASCII letters that is wider than any terminal
    folder = tmp_path / "Übung [bold]1:smile:" / ("so long a name " * 8).strip()
    folder.mkdir(parents=True)
    output, log = folder / "map.tif", tmp_path / "log.txt"
    done = shell("classify", *options(stripes.job_settings(output)), "--log", log)
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    lines = done.stdout.splitlines()
    assert lines[0] == f"map: {output}"
    assert [line.split(":")[0] for line in lines[1:]] == [
        "overall_accuracy",
        "average_accuracy",
        "kappa",
        "outside",
    ]
    assert all(re.fullmatch(r"[a-z_]+: -?\d\.\d{4}", line) for line in lines[1:])
    assert "Labels: " in done.stderr
    assert "\x1b" not in done.stderr
    assert output.is_file()
    assert json.loads(log.read_text(encoding="utf-8").splitlines()[0])["job"] == "classify"


def test_json_prints_events_only(stripes: Stripes, tmp_path: Path) -> None:
    done = shell("classify", *options(stripes.job_settings(tmp_path / "map.tif")), "--json")
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    events = events_of(done.stdout)
    assert isinstance(events[-1], protocol.Result)
    assert {type(event) for event in events} == {
        protocol.Progress,
        protocol.Log,
        protocol.Result,
    }


def test_json_prints_an_error_as_an_event(stripes: Stripes, tmp_path: Path) -> None:
    asked = stripes.job_settings(tmp_path / "map.tif", class_field="klass")
    done = shell("classify", *options(asked), "--json")
    assert done.returncode == protocol.EXIT_USER_ERROR
    last = events_of(done.stdout)[-1]
    assert isinstance(last, protocol.Failure)
    assert last.code == "labels.field_missing"
    assert "Traceback" not in done.stderr
    assert snapshot(tmp_path) == {}


@pytest.mark.parametrize(
    ("arguments", "expected"),
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
def test_invalid_arguments_end_with_exit_status_2(
    arguments: tuple[str, ...], expected: str
) -> None:
    done = shell(*arguments)
    assert done.returncode == protocol.EXIT_FAULT
    assert expected in done.stderr
    assert done.stdout == ""
    assert "Traceback" not in done.stderr


def modified_shell(body: str, *arguments: str) -> subprocess.CompletedProcess:
    """The command line with a `doctor` that runs `body`."""
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


def test_details_of_a_bug_are_in_the_log_only(tmp_path: Path) -> None:
    log = tmp_path / "log.txt"
    log.write_text("an older line\n", encoding="utf-8")
    body = "os.write(2, b'from a library\\n')\nraise KeyError('the secret')"
    done = modified_shell(body, "--log", str(log))
    assert done.returncode == protocol.EXIT_FAULT
    assert done.stdout == ""
    assert "An internal error occurred" in done.stderr
    assert "Traceback" not in done.stderr
    assert "from a library" not in done.stderr
    text = log.read_text(encoding="utf-8")
    assert text.startswith("an older line\n")
    assert "from a library" in text
    assert "KeyError: 'the secret'" in text
    # without a log they go to stderr
    assert "KeyError: 'the secret'" in modified_shell(body).stderr


def test_json_keeps_the_output_of_libraries_off_stdout() -> None:
    body = "print('from Python')\nos.write(1, b'from a library\\n')\nraise KeyError"
    done = modified_shell(body, "--json")
    assert done.returncode == protocol.EXIT_FAULT
    (event,) = events_of(done.stdout)
    assert isinstance(event, protocol.Failure)
    assert "from Python" in done.stderr
    assert "from a library" in done.stderr


def test_markup_in_messages_is_printed_unchanged() -> None:
    body = (
        "reporter.info('[red]no[/red] :smile: [/x] ' + 'long ' * 60 + 'end')\nraise SystemExit(0)"
    )
    done = modified_shell(body)
    assert done.stderr == "[red]no[/red] :smile: [/x] " + "long " * 60 + "end\n"


def test_a_closed_pipe_on_stdout_is_no_failure(tmp_path: Path) -> None:
    command = f"{sys.executable} -m backend sample --folder '{tmp_path}' --size 64 | true"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert {"scene.tif", "train.gpkg", "truth.tif"} <= set(os.listdir(tmp_path))


#: Interrupts itself while the first, second, … module is imported.
INTERRUPTED = """
import importlib, os, signal, sys
import_module, left = importlib.import_module, int(sys.argv.pop(1))
def interrupted(name):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGINT)
    return import_module(name)
importlib.import_module = interrupted
from backend.__main__ import main
main()
"""


@pytest.mark.parametrize("imported", range(3))
@pytest.mark.parametrize("arguments", [["worker"], ["sample", "--folder", "/nowhere"]])
def test_ctrl_c_at_the_start_shows_no_traceback(arguments: list[str], imported: int) -> None:
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, str(imported), *arguments],
        cwd=ROOT,
        env=clean_environment(),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (-signal.SIGINT, "", "")


def test_a_terminal_shows_a_progress_bar_and_its_cursor_is_restored(tmp_path: Path) -> None:
    master, terminal = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "backend", "sample", "--folder", str(tmp_path), "--size", "64"],
        cwd=ROOT,
        env=clean_environment() | {"TERM": "xterm"},
        stdout=subprocess.DEVNULL,
        stderr=terminal,
    ) as process:
        os.close(terminal)
        shown = b""
        try:
            while part := os.read(master, 4096):
                shown += part
        except OSError:  # on Linux: the other end is closed
            pass
        assert process.wait(TIMEOUT) == 0
    os.close(master)
    assert b"%" in shown
    assert b"generating the sample scene" in shown
    assert shown.rindex(b"\x1b[?25h") > shown.rindex(b"\x1b[?25l")


def test_sample_refuses_a_folder_that_cannot_be_created(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    done = shell("sample", "--folder", tmp_path / "file" / "sample", "--size", 64)
    assert done.returncode == protocol.EXIT_USER_ERROR
    assert "cannot be created" in done.stderr
    assert "Traceback" not in done.stderr
    assert set(os.listdir(tmp_path)) == {"file"}


def test_doctor_succeeds() -> None:
    done = shell("doctor", "--device", "cpu")
    assert done.returncode == protocol.EXIT_DONE, done.stderr
    assert "torch" in done.stderr
    assert "self-test took" in done.stderr
