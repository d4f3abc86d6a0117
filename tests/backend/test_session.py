"""A session runs job after job, cancels single jobs, and ends without leaving anything."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from backend_support import (
    ROOT,
    TIMEOUT,
    clean_environment,
    run,
    session_members,
    snapshot,
    wait_until,
)
from conftest import Stripes
from session_support import SESSION, SessionChild

from backend import VERSION
from backend.common import protocol, session_protocol
from backend.common.session_protocol import JobCancelled

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc"),
]

#: On a busy machine the watchdog may end the process before its own thread does.
ENDED = (protocol.EXIT_CANCELLED, -signal.SIGKILL)
StartSession = Callable[..., SessionChild]

#: A session whose `doctor` runs one of several functions, by its option `device`, and that loads no
#: libraries.
MODIFIED = f"""
import os, sys, time
from pathlib import Path
sys.path.insert(0, {str(ROOT)!r})
from backend import session, worker
from backend.commands import doctor
from backend.common.protocol import Result
from backend.core.errors import UserError
from backend.files.pending_files import PendingFiles
from backend.files.temporary_folders import make_temporary_folder
from backend.process import cancellation, watchdog
session._PRELOADED = ()
# instead of several seconds
cancellation.SECONDS_TO_STOP_JOB, watchdog.SECONDS_TO_END_JOB = 1.0, 1.8
"""


def modified(fork: bool = True, **bodies: str) -> tuple[str, ...]:
    """Arguments that start a session whose `doctor` runs the body of its device.

    With the device `auto` it gives a result at once.
    """
    functions = []
    for device, body in bodies.items():
        lines = "".join(f"    {line}\n" for line in body.splitlines())
        functions.append(f"def {device}(options, reporter):\n{lines}")
    without_fork = "" if fork else "del os.fork\n"
    run_doctor = (
        "def run(options, reporter):\n"
        "    if options.device == 'auto': return Result({}, {'done': 1})\n"
        "    return globals()[options.device](options, reporter)\n"
        "doctor.run = run\nsession.main()\n"
    )
    return "-I", "-c", MODIFIED + without_fork + "\n".join(functions) + run_doctor


UNTIL_CANCELLED = "reporter.info('busy')\nwhile True: reporter.check(); time.sleep(0.01)"
#: One call into C that holds the interpreter's lock for minutes and handles no signal.
LOCKED = "reporter.info('busy')\nsys.set_int_max_str_digits(0); int('1' * 20_000_000)"


@pytest.fixture
def session(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StartSession]:
    """Starts sessions, which end with the test."""
    children: list[SessionChild] = []

    def begin(*arguments: str, **options: Any) -> SessionChild:
        folder = tmp_path_factory.mktemp("session")
        children.append(SessionChild(folder, arguments or SESSION, **options))
        return children[-1]

    yield begin
    for child in children:
        child.kill()


def busy(child: SessionChild, device: str = "cpu") -> int:
    """Start a job and wait until it runs; its number."""
    number = child.request("doctor", device=device)
    child.wait_event(lambda own, event: own == number and isinstance(event, protocol.Log))
    return number


def test_a_session_starts_with_its_versions(session: StartSession) -> None:
    child = session()
    ready = child.wait_ready()
    assert ready == session_protocol.Ready(protocol.PROTOCOL_VERSION, VERSION)
    maps = Path(f"/proc/{child.process.pid}/maps").read_text()
    assert "libtorch" in maps
    child.process.stdin.close()
    assert child.end() == protocol.EXIT_DONE
    assert child.lines[1:] == []
    assert child.errors == ""
    wait_until(lambda: not child.processes())


def test_jobs_run_in_order_and_their_events_carry_their_numbers(session: StartSession) -> None:
    child = session(*modified(cpu="reporter.info('at work')\nreturn Result({}, {'cpu': 1})"))
    child.wait_ready()
    numbers = [child.request("doctor", device=device) for device in ("cpu", "auto", "cpu")]
    results = [child.result_of(number) for number in numbers]
    assert [result.figures for result in results] == [{"cpu": 1}, {"done": 1}, {"cpu": 1}]
    assert [number for number, _ in child.numbered[1:]] == [1, 1, 2, 3, 3]
    child.process.stdin.close()
    assert child.end() == protocol.EXIT_DONE


def test_jobs_may_be_sent_before_the_session_is_ready(session: StartSession) -> None:
    child = session(*modified())
    number = child.request("doctor")
    child.wait_ready()
    assert child.result_of(number).figures == {"done": 1}


def test_a_running_job_is_cancelled_and_the_next_one_runs(session: StartSession) -> None:
    child = session(*modified(cpu=UNTIL_CANCELLED))
    child.wait_ready()
    first = busy(child)
    second, third = child.request("doctor", device="cpu"), child.request("doctor")
    child.cancel(second)
    assert child.is_cancelled(second), "a waiting job is cancelled at once"
    assert not [event for event in child.of_job(first) if isinstance(event, JobCancelled)]
    child.cancel(first)
    assert child.is_cancelled(first)
    assert child.result_of(third).figures == {"done": 1}
    assert child.of_job(second) == [JobCancelled()]


def test_a_job_that_was_cancelled_long_ago_does_not_end_the_next_one(
    session: StartSession,
) -> None:
    slow = "for _ in range(25): reporter.check(); time.sleep(0.1)\nreturn Result()"
    child = session(*modified(cpu=UNTIL_CANCELLED, cuda=slow))
    child.wait_ready()
    first = busy(child)
    child.cancel(first)
    child.cancel(first)
    assert child.is_cancelled(first)
    child.cancel(first)
    child.result_of(child.request("doctor", device="cuda"))
    assert child.process.poll() is None


@pytest.mark.parametrize("fork", [True, False])
@pytest.mark.parametrize(
    "body", [LOCKED, "reporter.info('busy')\ntime.sleep(60)"], ids=["locked", "asleep"]
)
def test_a_job_that_does_not_stop_ends_the_session_and_leaves_nothing(
    session: StartSession, tmp_path: Path, body: str, fork: bool
) -> None:
    if body is LOCKED and not fork:
        pytest.skip("only the watchdog can end it")
    target = tmp_path / "map.tif"
    target.write_bytes(b"an existing map")
    files = (
        "files = PendingFiles().__enter__()\n"
        f"files.reserve(Path({str(target)!r}))\n"
        f"files.add(Path({str(target)!r})).write_text('half')\n"
        "(make_temporary_folder('test') / 'half').write_text('half')\n"
        if fork
        else ""
    )
    child = session(*modified(fork=fork, cpu=files + body))
    child.wait_ready()
    child.cancel(busy(child))
    assert child.process.wait(TIMEOUT) in ENDED, child.errors
    wait_until(lambda: not child.processes())  # the watchdog ends a moment later
    assert snapshot(tmp_path) == {"map.tif": b"an existing map"}
    assert snapshot(child.scratch) == {}


def test_cancelling_a_waiting_or_unknown_job_does_not_end_a_busy_one(
    session: StartSession,
) -> None:
    child = session(*modified(cpu="reporter.info('busy')\ntime.sleep(2.5)\nreturn Result()"))
    child.wait_ready()
    first = busy(child)
    second = child.request("doctor")
    child.cancel(second)
    child.cancel(77)
    assert child.is_cancelled(second)
    child.result_of(first)


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("raise KeyError('the secret')", "fault"),
        ("raise UserError('some.code', 'It is wrong.', 'Do this.')", "some.code"),
        ("raise MemoryError", "memory.exhausted"),
        ("return Result({}, {'figure': object()})", "fault"),
        ("import backend.lost", "fault"),
    ],
)
def test_an_error_ends_its_job_only(session: StartSession, body: str, code: str) -> None:
    child = session(*modified(cpu=body))
    child.wait_ready()
    for _ in range(2):
        assert child.failure_of(child.request("doctor", device="cpu")).code == code
        assert child.result_of(child.request("doctor")).figures == {"done": 1}
    assert "the secret" not in "".join(child.lines)


def test_after_a_lost_gpu_jobs_run_on_the_cpu(session: StartSession) -> None:
    lost = (
        "if options.device == 'cpu': return Result({}, {'on': 'cpu'})\n"
        "raise RuntimeError('CUDA error: device-side assert triggered')"
    )
    arguments = modified(cpu=lost)
    script = arguments[2].replace("if options.device == 'auto': return Result({}, {'done': 1})", "")
    script = script.replace("globals()[options.device]", "cpu")
    child = session("-I", "-c", script)
    child.wait_ready()
    first, second = child.request("doctor"), child.request("doctor")
    assert child.result_of(first).figures == {"on": "cpu"}
    assert child.result_of(second).figures == {"on": "cpu"}
    warnings = [
        [event.message for event in child.of_job(number) if isinstance(event, protocol.Log)]
        for number in (first, second)
    ]
    assert len(warnings[0]) == 1
    assert warnings[1] == []
    assert child.failure_of(child.request("doctor", device="cuda")).code == "device.lost"


@pytest.mark.parametrize(
    "line",
    [
        "classify",
        "[1, 2]",
        "",
        '{"job": "doctor"}',
        '{"id": null, "job": "doctor"}',
        '{"id": "1", "job": "doctor"}',
        '{"id": true, "job": "doctor"}',
        '{"id": 1.5, "job": "doctor"}',
        '{"id": -1, "job": "doctor"}',
        '{"id": 1e400, "job": "doctor"}',
        '{"id": 99999999999999999999999, "job": "doctor"}',
        '{"cancel": false}',
        '{"cancel": "1"}',
        "[" * 100_000,
        "x" * (protocol.MAX_JOB_BYTES + 3_000_000),
        json.dumps({"id": 1, "job": "doctor", "settings": {"x": "y" * protocol.MAX_JOB_BYTES}}),
    ],
    ids=lambda line: line[:40] if len(line) < 1000 else f"{line[:8]}…{len(line)}",
)
def test_a_line_that_is_no_request_is_answered_and_ignored(
    session: StartSession, line: str
) -> None:
    child = session(*modified())
    child.wait_ready()
    child.send(line)
    found = child.next_event()
    assert found is not None
    number, event = found
    assert number is None
    assert isinstance(event, protocol.Failure)
    assert event.code == "job.invalid"
    assert len(event.message) < 700
    child.request("doctor")
    assert child.result_of(1).figures == {"done": 1}
    assert len(child.lines) == 3


def test_bytes_that_are_no_text_are_answered_and_ignored(session: StartSession) -> None:
    child = session(*modified())
    child.wait_ready()
    child.process.stdin.write(b"\xff\xfe\x00job\n")
    child.process.stdin.flush()
    assert child.next_event()[0] is None
    assert child.result_of(child.request("doctor")).figures == {"done": 1}


@pytest.mark.parametrize(
    ("request_line", "code"),
    [
        ('{"id": 7}', "job.invalid"),
        ('{"id": 7, "job": 3}', "job.invalid"),
        ('{"id": 7, "job": "doctor", "settings": 3}', "job.invalid"),
        ('{"id": 7, "job": "conquer"}', "job.unknown"),
        ('{"id": 7, "job": "../errors"}', "job.unknown"),
        ('{"id": 7, "job": "doctor", "settings": {"devise": "cpu"}}', "job.invalid"),
    ],
)
def test_an_invalid_job_ends_with_an_error_of_its_number(
    session: StartSession, request_line: str, code: str
) -> None:
    child = session(*modified())
    child.wait_ready()
    child.send(request_line)
    assert child.failure_of(7).code == code
    assert child.of_job(7) == [child.failure_of(7)]


def test_a_number_may_not_be_used_again(session: StartSession) -> None:
    child = session(*modified(cpu=UNTIL_CANCELLED))
    child.wait_ready()
    number = busy(child)
    child.send(session_protocol.encode_request(number, protocol.Job("doctor")))
    own, event = child.next_event()
    assert own is None, "the running job with this number has not ended"
    assert event.code == session_protocol.REPEATED_NUMBER
    child.cancel(number)
    assert child.is_cancelled(number)


REQUESTS: dict[str, Callable[[SessionChild], None]] = {
    "cancel": lambda child: child.send(protocol.CANCEL_LINE),
    "end of stdin": lambda child: child.process.stdin.close(),
    "end of stdin in a line": lambda child: (
        child.process.stdin.write(b'{"id": 3, "job": "doct'),
        child.process.stdin.close(),
    ),
    "SIGTERM": lambda child: child.process.send_signal(signal.SIGTERM),
    "SIGINT": lambda child: os.killpg(child.process.pid, signal.SIGINT),
}


@pytest.mark.parametrize("fork", [True, False])
@pytest.mark.parametrize("end", REQUESTS.values(), ids=REQUESTS)
def test_the_end_of_a_session_cancels_its_jobs(
    session: StartSession, end: Callable[[SessionChild], Any], fork: bool
) -> None:
    child = session(*modified(fork=fork, cpu=UNTIL_CANCELLED))
    child.wait_ready()
    first, second = busy(child), child.request("doctor")
    end(child)
    assert child.end() in ENDED, child.errors
    assert isinstance(child.of_job(first)[-1], JobCancelled)
    assert child.of_job(second) in ([JobCancelled()], [])
    wait_until(lambda: not child.processes())
    assert "Traceback" not in child.errors


@pytest.mark.parametrize("fork", [True, False])
@pytest.mark.parametrize("end", REQUESTS.values(), ids=REQUESTS)
def test_an_idle_session_ends_at_once(
    session: StartSession, end: Callable[[SessionChild], Any], fork: bool
) -> None:
    child = session(*modified(fork=fork, cpu=UNTIL_CANCELLED))
    child.wait_ready()
    child.result_of(child.request("doctor"))
    number = busy(child)
    child.cancel(number)
    assert child.is_cancelled(number)
    end(child)
    assert child.end() == protocol.EXIT_DONE, child.errors
    wait_until(lambda: not child.processes())
    assert child.errors == "" or "watchdog" in child.errors


def test_a_closed_stdout_ends_the_session(session: StartSession) -> None:
    child = session(*modified(cpu="while True: reporter.info('x'); time.sleep(0.01)"))
    child.wait_ready()
    child.request("doctor", device="cpu")
    child.next_event()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, child.process.stdout.fileno())
    os.close(nothing)
    assert child.process.wait(TIMEOUT) in ENDED
    assert "Traceback" not in child.errors


def test_a_session_ends_when_its_parent_is_killed(tmp_path: Path) -> None:
    """The parent is a process that starts a session and is killed while a job runs."""
    script = (
        "import subprocess, sys, time\n"
        f"child = subprocess.Popen([sys.executable, *{modified(cpu=UNTIL_CANCELLED)!r}],\n"
        "    stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)\n"
        'child.stdin.write(\'{"id": 1, "job": "doctor", "settings": {"device": "cpu"}}\\n\')\n'
        "child.stdin.flush()\n"
        "child.stdout.readline(); child.stdout.readline()\n"
        "print('busy', flush=True)\n"
        "time.sleep(600)\n"
    )
    parent = subprocess.Popen(
        [sys.executable, "-c", script],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        env=clean_environment(),
        start_new_session=True,
        text=True,
    )
    try:
        assert parent.stdout.readline() == "busy\n"
        assert len(session_members(parent.pid)) == 3, "parent, session and watchdog"
        parent.kill()
        parent.wait(TIMEOUT)
        wait_until(lambda: session_members(parent.pid) == [])
    finally:
        with contextlib.suppress(ProcessLookupError):
            os.killpg(parent.pid, signal.SIGKILL)
        parent.stdout.close()


def test_the_log_has_each_warning_of_a_library_once(session: StartSession) -> None:
    """Also where threads of libraries have lost Python's filters."""
    body = (
        "import warnings\n"
        "warnings.filters.clear()\n"
        "for number in range(100): warnings.warn('the same', UserWarning)\n"
        "for number in range(3): warnings.warn(f'number {number}', UserWarning)\n"
        "return Result({}, {'filters': len(warnings.filters)})"
    )
    child = session(*modified(cpu=body))
    child.wait_ready()
    for _ in range(2):
        number = child.request("doctor", device="cpu")
        assert child.result_of(number).figures == {"filters": 0}
    lines = [line for line in child.errors.splitlines() if "UserWarning" in line]
    assert len(lines) == 4
    filters = "import warnings\nreturn Result({}, {'filters': len(warnings.filters)})"
    child = session(*modified(cpu=body, cuda=filters))
    child.wait_ready()
    child.result_of(child.request("doctor", device="cpu"))
    left = child.result_of(child.request("doctor", device="cuda")).figures["filters"]
    assert left > 0, "each job begins with the filters of the process"


def test_a_missing_library_is_reported_instead_of_ready(session: StartSession) -> None:
    script = MODIFIED.replace("session._PRELOADED = ()", "sys.modules['rasterio'] = None")
    child = session("-I", "-c", script + "session.main()\n")
    assert child.end() == protocol.EXIT_USER_ERROR
    ((number, event),) = child.numbered
    assert number is None
    assert event.code == "runtime.broken"


def test_jobs_give_the_same_files_as_in_a_process_of_their_own(
    session: StartSession, stripes: Stripes, tmp_path: Path
) -> None:
    """Also after other jobs, and after one that was cancelled and one that failed."""
    child = session()
    child.wait_ready()
    alone = tmp_path / "alone.tif"
    expected = run("classify", **stripes.job_settings(alone))
    assert expected.status == protocol.EXIT_DONE
    cancelled = child.request("classify", **stripes.job_settings(tmp_path / "cancelled.tif"))
    child.wait_event(
        lambda own, event: isinstance(event, protocol.Progress) and event.stage == "validation"
    )
    child.cancel(cancelled)
    assert child.is_cancelled(cancelled)
    failed = child.request("classify", **stripes.job_settings(tmp_path / "no" / "map.tif"))
    assert child.failure_of(failed).code == "output.not_writable"
    for name in ("first.tif", "second.tif"):
        result = child.run("classify", **stripes.job_settings(tmp_path / name))
        assert (tmp_path / name).read_bytes() == alone.read_bytes()
        figures = dict(result.figures)
        expected_figures = json.loads(json.dumps(expected.result.figures))
        assert figures.pop("seconds").keys() == expected_figures.pop("seconds").keys()
        assert figures == expected_figures
    names = {path.name for path in tmp_path.iterdir()}
    assert not [name for name in names if "partial" in name or "cancelled" in name]


@pytest.mark.parametrize("allowed_first", [True, False])
def test_each_job_has_its_own_policy_for_external_references(
    session: StartSession, stripes: Stripes, tmp_path: Path, allowed_first: bool
) -> None:
    """A virtual raster elsewhere is read by jobs that allow it, and refused by others."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    virtual = elsewhere / "scene.vrt"
    subprocess.run(
        [
            sys.executable,
            "-c",
            "import rasterio.shutil, sys; rasterio.shutil.copy(*sys.argv[1:], driver='VRT')",
            str(stripes.scene),
            str(virtual),
        ],
        check=True,
        env=clean_environment(),
        timeout=TIMEOUT,
    )
    child = session()
    child.wait_ready()
    for allowed in (allowed_first, not allowed_first, allowed_first):
        settings = stripes.job_settings(tmp_path / "map.tif", image=virtual, method="lda")
        number = child.request("classify", **settings, allow_external=allowed)
        if allowed:
            child.result_of(number)
        else:
            assert child.failure_of(number).code == "source.external_reference"


@pytest.mark.slow
def test_each_command_gives_the_same_files_as_in_a_process_of_its_own(
    session: StartSession, stripes: Stripes, cache: Path, tmp_path: Path
) -> None:
    """One after the other in one session, each with the files that the ones before it wrote."""
    child = session()
    child.wait_ready()
    scene = {"image": stripes.scene, "cache": cache}
    labels = {"labels": stripes.labels, "class_field": "class"}
    written: dict[str, dict[str, bytes]] = {}
    for way in ("session", "alone"):
        folder = tmp_path / way
        folder.mkdir()
        model = folder / "model.safetensors"
        jobs: list[tuple[str, dict[str, Any]]] = [
            ("train", {**scene, **labels, "method": "rf", "model": model}),
            ("apply", {**scene, "model": model, "output": folder / "map.tif"}),
            ("suggest", {**scene, "model": model, "output": folder / "suggested.gpkg", "count": 3}),
            ("features", {**scene, "output": folder / "features.tif"}),
            (
                "assess",
                {
                    "map": folder / "map.tif",
                    "reference": stripes.labels,
                    "class_field": "class",
                    "report": folder / "assessment.html",
                },
            ),
        ]
        for name, settings in jobs:
            if way == "session":
                child.run(name, **settings)
            else:
                assert run(name, **settings).status == protocol.EXIT_DONE, name
        found = snapshot(folder)
        written[way] = {
            name: found[name] for name in ("model.safetensors", "map.tif", "features.tif")
        }
        assert {"suggested.gpkg", "assessment.html", "map.tif.aux.xml"} <= set(found)
    assert written["session"] == written["alone"]
