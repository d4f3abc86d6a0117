"""The worker process: its events for valid and invalid jobs, and how it ends."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from backend_support import ROOT, Child
from conftest import WORKER, Finished, Stripes

from backend.commands.classify import STAGES
from backend.common import protocol

pytestmark = pytest.mark.backend

Start = Callable[..., Child]

#: The beginning of a worker whose `doctor` is replaced.
MODIFIED_WORKER = f"""
import os, sys
sys.path.insert(0, {str(ROOT)!r})
from backend import worker
from backend.commands import doctor
from backend.common.protocol import Result
"""


def modified(body: str, imports: str = "") -> tuple[str, ...]:
    """Arguments that start a worker whose `doctor` runs `body`."""
    lines = "".join(f"    {line}\n" for line in body.splitlines())
    function = f"def run(settings, reporter):\n{lines}"
    return "-I", "-c", f"{MODIFIED_WORKER}{imports}\n{function}doctor.run = run\nworker.main()\n"


def test_a_job_ends_with_its_result(finished: Finished) -> None:
    assert finished.status == protocol.EXIT_DONE, finished.child.errors
    result = finished.child.result
    assert result.outputs == {
        kind: finished.settings[setting]
        for kind, setting in (
            ("map", "output"),
            ("confidence", "confidence"),
            ("probabilities", "probabilities"),
            ("model", "model"),
        )
    }
    for name in ("overall_accuracy", "average_accuracy", "kappa"):
        assert -1 <= result.figures[name] <= 1
    assert {entry["name"] for entry in result.figures["classes"]} == {"grass", "soil", "tree"}


def test_progress_never_decreases_and_ends_at_one(finished: Finished) -> None:
    fractions = [
        event.fraction for event in finished.child.events if isinstance(event, protocol.Progress)
    ]
    assert fractions == sorted(fractions)
    assert fractions[0] == 0.0
    assert fractions[-1] == 1.0
    # Each stage ends with an event; how many come between them depends on the time that it takes.
    assert len(set(fractions)) > len(STAGES)


def test_the_stages_are_reported_in_order(finished: Finished) -> None:
    stages = [
        event.stage for event in finished.child.events if isinstance(event, protocol.Progress)
    ]
    assert list(dict.fromkeys(stages)) == [name for name, _ in STAGES]
    figures = finished.child.result.figures["seconds"]
    assert list(figures) == [name for name, _ in STAGES]
    assert all(seconds >= 0 for seconds in figures.values())


def test_the_time_left_is_reported_and_ends_at_zero(finished: Finished) -> None:
    left = [
        event.seconds_left
        for event in finished.child.events
        if isinstance(event, protocol.Progress) and event.seconds_left is not None
    ]
    assert len(left) > len(STAGES)
    assert all(seconds >= 0 for seconds in left)
    assert left[-1] == 0


@pytest.mark.parametrize(
    ("line", "code", "expected"),
    [
        ("classify", "job.invalid", "not a line of JSON"),
        ("[1, 2]", "job.invalid", "not a JSON object"),
        ("", "job.invalid", "not a line of JSON"),
        ('{"settings": {}}', "job.invalid", "name or settings are missing"),
        ('{"job": "doctor", "settings": 3}', "job.invalid", "name or settings are missing"),
        ('{"job": "conquer"}', "job.unknown", '"conquer"'),
        ('{"job": "../errors"}', "job.unknown", '"../errors"'),
        ('{"job": "doctor", "settings": {"devise": "cpu"}}', "job.invalid", "devise"),
        ('{"job": "doctor", "settings": {"device": "abacus"}}', "job.invalid", "'abacus'"),
        ('{"job": "doctor", "settings": {"device": ["cpu"]}}', "job.invalid", "['cpu']"),
        ('{"job": "sample", "settings": {}}', "job.invalid", "folder"),
        ('{"job": "sample", "settings": {"folder": 3}}', "job.invalid", "cannot be 3"),
        ('{"job": "sample", "settings": {"folder": ""}}', "job.invalid", "cannot be ''"),
        ('{"job": "sample", "settings": {"folder": "a\\u0000b"}}', "job.invalid", "folder"),
        ('{"job": "sample", "settings": {"folder": "x", "seed": "1"}}', "job.invalid", "'1'"),
        ('{"job": "sample", "settings": {"folder": "x", "seed": 1.5}}', "job.invalid", "1.5"),
        ('{"job": "sample", "settings": {"folder": "x", "seed": true}}', "job.invalid", "True"),
        ('{"job": "sample", "settings": {"folder": "x", "seed": -1}}', "job.invalid", "-1"),
        ('{"job": "sample", "settings": {"folder": "x", "size": 63}}', "job.invalid", "63"),
    ],
)
def test_an_invalid_job_ends_with_one_error_event(
    start: Start, line: str, code: str, expected: str
) -> None:
    child = start()
    child.send(line)
    assert child.end() == protocol.EXIT_FAULT
    assert len(child.events) == 1
    assert child.failure.code == code
    assert expected in child.failure.message
    assert child.failure.hint
    assert "Traceback" not in child.errors


def test_a_line_that_is_not_utf8_is_refused(start: Start) -> None:
    child = start()
    child.process.stdin.write(b"\xff\xfe\x00job\n")
    child.process.stdin.flush()
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "job.invalid"


def test_wrong_types_inside_a_list_are_refused(
    start: Start, stripes: Stripes, tmp_path: Path
) -> None:
    child = start()
    child.ask("classify", **stripes.job_settings(tmp_path / "map.tif", classes=["soil"]))
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "job.invalid"
    assert "classes" in child.failure.message


def test_the_end_of_stdin_ends_the_worker_without_events(start: Start) -> None:
    child = start()
    child.process.stdin.close()
    assert child.end() == protocol.EXIT_CANCELLED
    assert child.lines == []
    assert child.errors == ""


def test_a_closed_stdin_ends_the_worker_without_events(start: Start) -> None:
    child = start(before=lambda: os.close(0))
    assert child.end() == protocol.EXIT_CANCELLED
    assert child.lines == []
    assert "Traceback" not in child.errors


def test_a_cancel_line_instead_of_a_job_ends_the_worker(start: Start) -> None:
    child = start()
    child.send(protocol.CANCEL_LINE)
    assert child.end() == protocol.EXIT_CANCELLED
    assert child.lines == []


def test_the_output_of_libraries_goes_to_stderr(start: Start) -> None:
    body = (
        "print('from Python')\n"
        "os.write(1, b'from a library\\n')\n"
        "os.system('echo from a process')\n"
        "reporter.info('from the job')\n"
        "return Result()"
    )
    child = start(*modified(body))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_DONE
    assert [type(event) for event in child.events] == [protocol.Log, protocol.Result]
    assert set(child.errors.split("\n")) == {
        "from Python",
        "from a library",
        "from a process",
        "",
    }


def test_a_bug_is_a_fault_with_its_details_on_stderr_only(start: Start) -> None:
    child = start(*modified("raise KeyError('the secret')"))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "fault"
    assert "KeyError" in child.failure.message
    assert "log" in child.failure.hint
    assert "Traceback" in child.errors
    assert "the secret" in child.errors
    assert "the secret" not in "".join(child.lines)


def test_a_result_that_json_cannot_hold_is_a_fault(start: Start) -> None:
    child = start(*modified("return Result({}, {'figure': object()})"))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "fault"


@pytest.mark.parametrize(
    "error",
    [
        "MemoryError()",
        "type('OutOfMemoryError', (RuntimeError,), {})('CUDA out of memory')",
        'RuntimeError("[enforce fail] DefaultCPUAllocator: can\'t allocate memory")',
    ],
)
def test_a_lack_of_memory_is_a_user_error(start: Start, error: str) -> None:
    child = start(*modified(f"raise {error}"))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_USER_ERROR
    assert child.failure.code == "memory.exhausted"
    assert child.failure.hint


def test_a_missing_library_is_reported_with_the_interpreter(
    start: Start, stripes: Stripes, tmp_path: Path
) -> None:
    child = start(*modified("pass", "sys.modules['rasterio'] = None"))
    child.ask("classify", **stripes.job_settings(tmp_path / "map.tif"))
    assert child.end() == protocol.EXIT_USER_ERROR
    assert child.failure.code == "runtime.broken"
    assert "rasterio" in child.failure.message
    assert "python" in child.failure.hint


def test_a_missing_module_of_the_backend_is_a_fault(start: Start) -> None:
    child = start(*modified("import backend.lost"))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "fault"


def test_the_worker_needs_no_library_of_the_command_line(start: Start) -> None:
    block = "for name in ('click', 'rich'): sys.modules[name] = None"
    child = start(*modified("reporter.finish()\nreturn Result()", block))
    child.ask("doctor")
    assert child.end() == protocol.EXIT_DONE
    blocked = f"import sys\n{block}\nsys.argv = [{str(ROOT / 'backend')!r}, 'worker']\n"
    run = f"import runpy; runpy.run_path({str(ROOT / 'backend')!r}, run_name='__main__')"
    child = start("-I", "-c", f"{blocked}{run}")
    child.send('{"job": "conquer"}')
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "job.unknown"


def test_the_worker_starts_from_any_folder_and_environment(start: Start, tmp_path: Path) -> None:
    (tmp_path / "backend").mkdir()
    (tmp_path / "backend" / "__init__.py").write_text("raise SystemExit('the wrong backend')\n")
    child = start(*WORKER, PYTHONPATH=str(tmp_path), before=lambda: os.chdir(tmp_path))
    child.send('{"job": "conquer"}')
    assert child.end() == protocol.EXIT_FAULT
    assert child.failure.code == "job.unknown"


def test_the_first_progress_comes_before_libraries_are_loaded(
    start: Start, stripes: Stripes, tmp_path: Path
) -> None:
    child = start()
    child.ask("classify", **stripes.job_settings(tmp_path / "map.tif"))
    first = child.wait_for(lambda event: True)
    assert first == protocol.Progress(0.0, "start", "loading libraries")
    maps = Path(f"/proc/{child.process.pid}/maps").read_text()
    assert "libtorch" not in maps


def test_doctor_reports_versions_and_runs_the_backbone(start: Start) -> None:
    child = start()
    child.ask("doctor", device="cpu")
    assert child.end() == protocol.EXIT_DONE, child.errors
    figures = child.result.figures
    assert figures["device"] == "cpu"
    assert {"python", "torch", "rasterio", "geodiffnet"} <= set(figures["versions"])
    json.dumps(figures)


def test_doctor_names_every_missing_library(start: Start) -> None:
    absent = (
        "from importlib import metadata\n"
        "known = metadata.version\n"
        "def version(name):\n"
        "    if name in ('torch', 'shapely'): raise metadata.PackageNotFoundError(name)\n"
        "    return known(name)\n"
        "metadata.version = version\n"
    )
    child = start("-I", "-c", f"{MODIFIED_WORKER}{absent}\nworker.main()")
    child.ask("doctor")
    assert child.end() == protocol.EXIT_USER_ERROR
    assert child.failure.code == "runtime.incomplete"
    assert "torch, shapely" in child.failure.message
