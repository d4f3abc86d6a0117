"""A cancelled job ends soon, and leaves only files that existed before."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from backend_support import ROOT, TIMEOUT, Child, run, snapshot, wait_until
from conftest import Finished, Stripes
from test_worker import MODIFIED_WORKER, modified

from backend.commands.classify import STAGES
from backend.common import protocol
from backend.common.methods import DEFAULT_METHOD
from backend.sample_scene import SampleFiles

pytestmark = [
    pytest.mark.backend,
    pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks processes up in /proc"),
]

Start = Callable[..., Child]

#: On a busy machine the watchdog may end the process before its own thread does.
ENDED = (protocol.EXIT_CANCELLED, -signal.SIGKILL)
SHELL = ("-m", "backend", "classify")


def options(settings: dict[str, Any]) -> list[str]:
    """Settings as options of the command line."""
    return [part for k, v in settings.items() for part in (f"--{k.replace('_', '-')}", str(v))]


def assert_stopped(child: Child) -> None:
    """It ends without result or error, and leaves no process and no temporary files."""
    assert child.end() in ENDED, child.errors
    wait_until(lambda: not child.processes())
    assert snapshot(child.scratch) == {}
    assert {type(event) for event in child.events} <= {protocol.Progress, protocol.Log}


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """An output that exists already."""
    path = tmp_path / "out" / "map.tif"
    path.parent.mkdir()
    path.write_bytes(b"an existing map")
    return path


@pytest.mark.slow
@pytest.mark.parametrize("stage", [name for name, _ in STAGES])
def test_a_cancel_at_any_stage_ends_the_job_and_leaves_nothing(
    start: Start, finished: Finished, sample: SampleFiles, target: Path, stage: str, tmp_path: Path
) -> None:
    # stages after the validation are reached sooner by a faster method
    method = "rf" if stage in ("training", "mapping") else DEFAULT_METHOD
    cache = finished.settings["cache"] if stage == "validation" else tmp_path / "cache"
    before = snapshot(target.parent)
    child = start()
    child.ask(
        "classify",
        **finished.settings
        | {
            "output": target,
            "method": method,
            "cache": cache,
            "report": target.with_name("report.html"),
            "model": target.with_name("model.safetensors"),
        },
    )
    child.wait_for_stage(stage)
    child.send(protocol.CANCEL_LINE)
    assert_stopped(child)
    assert snapshot(target.parent) == before
    assert [path.name for path in Path(cache).rglob(".*")] == []


def test_the_end_of_stdin_cancels_the_job(start: Start, stripes: Stripes, target: Path) -> None:
    before = snapshot(target.parent)
    child = start()
    child.ask("classify", **stripes.job_settings(target))
    child.wait_for_stage("validation")
    child.process.stdin.close()
    assert_stopped(child)
    assert snapshot(target.parent) == before


def test_other_lines_on_stdin_do_not_cancel(start: Start, stripes: Stripes, target: Path) -> None:
    child = start()
    child.ask("classify", **stripes.job_settings(target))
    child.process.stdin.write(b'\xff\xfe\n\n{"cancel": false}\n[]\ncancel\n')
    child.process.stdin.flush()
    child.wait_for_stage("labels")
    child.send(protocol.CANCEL_LINE)
    assert_stopped(child)


def test_a_closed_stdout_cancels_the_job(start: Start, stripes: Stripes, target: Path) -> None:
    before = snapshot(target.parent)
    child = start()
    child.ask("classify", **stripes.job_settings(target))
    child.wait_for_stage("labels")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, child.process.stdout.fileno())
    os.close(nothing)
    assert child.process.wait(TIMEOUT) in ENDED
    wait_until(lambda: not child.processes())
    assert "Traceback" not in child.errors
    assert snapshot(target.parent) == before


#: One call into C that holds the interpreter's lock for minutes and handles no signal.
LOCKED = "import sys; sys.set_int_max_str_digits(0); int('1' * 20_000_000)"

UNRESPONSIVE = {
    "sleeps": "import time\ntime.sleep(60)",
    "computes in Python": "while True: pass",
    "computes in a library": (
        "import numpy\nwhile True: numpy.linalg.eigh(numpy.random.rand(1500, 1500))"
    ),
    "catches everything": (
        "import time\n"
        "while True:\n"
        "    try: reporter.check(); time.sleep(0.01)\n"
        "    except BaseException: pass"
    ),
    "waits for a thread": (
        "import threading, time\n"
        "thread = threading.Thread(target=time.sleep, args=(60,))\n"
        "thread.start(); thread.join()"
    ),
}


def busy(target: Path, body: str, fork: bool = True) -> tuple[str, ...]:
    """Arguments that start a worker which has written half of an output and then runs `body`."""
    files = (
        "from pathlib import Path\n"
        "from backend.files.pending_files import PendingFiles\n"
        "from backend.files.temporary_folders import make_temporary_folder\n"
        "files = PendingFiles().__enter__()\n"
        f"files.reserve(Path({str(target)!r}))\n"
        f"files.add(Path({str(target)!r})).write_text('half')\n"
        "reporter.info('busy')\n"
    )
    return modified(files + body, "" if fork else "del os.fork")


@pytest.mark.parametrize("body", UNRESPONSIVE.values(), ids=UNRESPONSIVE)
def test_an_unresponsive_job_is_ended_and_its_files_removed(
    start: Start, target: Path, body: str
) -> None:
    before = snapshot(target.parent)
    child = start(*busy(target, body))
    child.ask("doctor")
    child.wait_for(lambda event: isinstance(event, protocol.Log))
    assert len(snapshot(target.parent)) > len(before)
    child.send(protocol.CANCEL_LINE)
    assert_stopped(child)
    assert snapshot(target.parent) == before


REQUESTS: dict[str, Callable[[Child], None]] = {
    "cancel": lambda child: child.send(protocol.CANCEL_LINE),
    "parent gone": lambda child: child.process.stdin.close(),
    "SIGTERM": lambda child: child.process.send_signal(signal.SIGTERM),
    "SIGINT": lambda child: child.process.send_signal(signal.SIGINT),
    "SIGINT to all of a terminal": lambda child: os.killpg(child.process.pid, signal.SIGINT),
}
STUCK = {
    "locked": LOCKED,
    "locked, with a folder and a process of its own": (
        "import subprocess\n"
        "(make_temporary_folder('test') / 'half').write_text('half')\n"
        "subprocess.Popen(['sleep', '600'], stdout=subprocess.DEVNULL)\n" + LOCKED
    ),
    "cleaning up does not end": (
        "import time\n"
        "from backend.process.cleanup import cleanup_on_exit\n"
        "with cleanup_on_exit(lambda: time.sleep(600)):\n"
        "    time.sleep(600)"
    ),
    "stopped": "import signal\nos.kill(os.getpid(), signal.SIGSTOP)",
}


@dataclass
class BusyWorker:
    """A worker that runs, and what its folder held before."""

    child: Child
    folder: Path
    before: dict[str, bytes]


@pytest.fixture
def busy_workers(start: Start, tmp_path: Path) -> Callable[..., dict[str, BusyWorker]]:
    """Starts a worker for each of some requests, and waits until all of them are busy.

    They run at the same time, since it takes seconds until one that is stuck is ended.
    """

    def begin(body: str, requests: Iterable[str], fork: bool = True) -> dict[str, BusyWorker]:
        workers = {}
        for request in requests:
            target = tmp_path / request / "map.tif"
            target.parent.mkdir()
            target.write_bytes(b"an existing map")
            before = snapshot(target.parent)
            child = start(*busy(target, body, fork=fork))
            child.ask("doctor")
            workers[request] = BusyWorker(child, target.parent, before)
        for worker in workers.values():
            worker.child.wait_for(lambda event: isinstance(event, protocol.Log))
            assert len(snapshot(worker.folder)) > len(worker.before)
        return workers

    return begin


@pytest.mark.parametrize("state", STUCK)
def test_a_stuck_process_is_ended_and_its_files_removed(
    busy_workers: Callable[..., dict[str, BusyWorker]], state: str
) -> None:
    # a stopped process receives no signals
    requests = [name for name in REQUESTS if state != "stopped" or not name.startswith("SIG")]
    workers = busy_workers(STUCK[state], requests)
    time.sleep(0.3)  # until they are inside the call
    for request, worker in workers.items():
        REQUESTS[request](worker.child)
    for request, worker in workers.items():
        child = worker.child
        assert child.process.wait(TIMEOUT) == -signal.SIGKILL, (request, child.errors)
        # only the lock may exist for a moment longer
        assert not [n for n in snapshot(worker.folder) if n.endswith(".partial")], request
        wait_until(lambda child=child: not child.processes())
        assert snapshot(worker.folder) == worker.before, request
        assert snapshot(child.scratch) == {}, request
        assert "Traceback" not in child.errors, request


def test_the_command_line_reports_a_stuck_process_as_cancelled(
    start: Start, tmp_path: Path
) -> None:
    (tmp_path / "scene.tif").write_bytes(b"")
    locked = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from backend import cli\n"
        "from backend.commands import sample\n"
        "def run(settings, reporter):\n"
        "    reporter.info('busy')\n"
        f"    {LOCKED}\n"
        "sample.run = run\n"
        f"sys.argv[1:] = ['sample', '--folder', {str(tmp_path)!r}]\n"
        "cli.main()\n"
    )
    child = start("-I", "-c", locked)
    wait_until(lambda: "busy" in child.errors)
    child.process.send_signal(signal.SIGTERM)
    assert child.process.wait(TIMEOUT) == -signal.SIGKILL
    assert child.errors.endswith("Cancelled; nothing was written.\n")


@pytest.mark.parametrize(
    "stuck", [LOCKED, "import time; time.sleep(600)"], ids=["locked", "asleep"]
)
def test_a_stuck_command_ends_although_its_output_is_not_read_any_more(
    tmp_path: Path, stuck: str
) -> None:
    program = (
        f"import sys; sys.path.insert(0, {str(ROOT)!r})\n"
        "from backend import cli\n"
        "from backend.commands import sample\n"
        "def run(settings, reporter):\n"
        "    reporter.info('busy')\n"
        f"    {stuck}\n"
        "sample.run = run\n"
        f"sys.argv[1:] = ['sample', '--folder', {str(tmp_path)!r}]\n"
        "cli.main()\n"
    )
    command = [sys.executable, "-I", "-c", program]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        while b"busy" not in process.stderr.readline():
            assert process.poll() is None
        process.stdout.close()
        process.stderr.close()
        process.send_signal(signal.SIGTERM)
        assert process.wait(TIMEOUT) in ENDED


def test_a_job_stops_when_its_watchdog_is_gone(start: Start, target: Path) -> None:
    before = snapshot(target.parent)
    child = start(*busy(target, "import time\nwhile True: time.sleep(0.01)"))
    child.ask("doctor")
    child.wait_for(lambda event: isinstance(event, protocol.Log))
    (watchdog,) = set(child.processes()) - {child.process.pid}
    os.kill(watchdog, signal.SIGKILL)
    assert_stopped(child)
    assert snapshot(target.parent) == before
    assert "The watchdog process of this job has ended" in child.errors


def test_threads_handle_requests_and_signals_without_a_watchdog(
    busy_workers: Callable[..., dict[str, BusyWorker]],
) -> None:
    """As on Windows, where processes cannot fork."""
    body = "import time\nwhile True: time.sleep(0.01)"
    for request, worker in busy_workers(body, REQUESTS, fork=False).items():
        child = worker.child
        assert child.processes() == [child.process.pid]
        REQUESTS[request](child)
        assert_stopped(child)
        assert snapshot(worker.folder) == worker.before, request


@pytest.mark.parametrize(
    "sent",
    [b"", b'{"cancel": true}\n', b"\n" * 3, b"\xff" * 100, b"x" * (protocol.MAX_JOB_BYTES + 9)],
    ids=["nothing", "a cancel line", "empty lines", "no text", "a line without end"],
)
def test_other_input_instead_of_a_job_ends_the_worker(start: Start, sent: bytes) -> None:
    child = start()
    with contextlib.suppress(BrokenPipeError):
        child.process.stdin.write(sent)
        child.process.stdin.close()
    assert child.end() in (protocol.EXIT_CANCELLED, protocol.EXIT_FAULT)
    wait_until(lambda: not child.processes())
    assert "Traceback" not in child.errors


def test_a_signal_ends_a_worker_that_waits_for_its_job(start: Start) -> None:
    child = start()
    wait_until(lambda: is_caught(child.process.pid, signal.SIGTERM))
    child.process.send_signal(signal.SIGTERM)
    assert child.end() == protocol.EXIT_CANCELLED
    wait_until(lambda: not child.processes())


def is_caught(process: int, number: int) -> bool:
    """Whether a process has a handler for a signal."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        name, _, mask = line.partition(":")
        if name == "SigCgt":
            return bool(int(mask, 16) >> (number - 1) & 1)
    return False


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT, signal.SIGHUP])
@pytest.mark.parametrize("way", ["shell", "worker"])
def test_a_signal_cancels_the_job(
    start: Start, stripes: Stripes, target: Path, number: signal.Signals, way: str
) -> None:
    before = snapshot(target.parent)
    settings = stripes.job_settings(target)
    child = start(*SHELL, *options(settings), "--json") if way == "shell" else start()
    if way == "worker":
        child.ask("classify", **settings)
    child.wait_for_stage("start")
    child.process.send_signal(number)
    assert_stopped(child)
    assert snapshot(target.parent) == before
    assert "Traceback" not in child.errors


def test_a_hangup_that_nohup_ignores_does_not_cancel(start: Start) -> None:
    def ignore() -> None:
        signal.signal(signal.SIGHUP, signal.SIG_IGN)

    child = start(*modified("import time\nreporter.info('up')\ntime.sleep(60)"), before=ignore)
    child.ask("doctor")
    child.wait_for(lambda event: isinstance(event, protocol.Log))
    child.process.send_signal(signal.SIGHUP)
    time.sleep(0.2)
    assert child.process.poll() is None
    child.send(protocol.CANCEL_LINE)
    assert child.end() in ENDED


def test_the_command_line_reports_the_cancellation_without_a_traceback(
    start: Start, stripes: Stripes, target: Path
) -> None:
    child = start(*SHELL, *options(stripes.job_settings(target)))
    while "Labels" not in child.errors:
        assert child.process.poll() is None, child.errors
        time.sleep(0.02)
    child.process.send_signal(signal.SIGINT)
    assert child.process.wait(TIMEOUT) in ENDED
    assert child.errors.endswith("Cancelled; nothing was written.\n")
    assert child.errors.count("Cancelled") == 1
    assert "Traceback" not in child.errors
    assert target.read_bytes() == b"an existing map"


def killed_before_publishing(folder: Path, kill: str) -> tuple[str, ...]:
    """Arguments that start a worker which is killed when its map is complete but not published."""
    body = (
        "import signal\n"
        "from pathlib import Path\n"
        "from backend.files.pending_files import PendingFiles\n"
        "publish = PendingFiles.publish\n"
        "def publish_or_die(files):\n"
        f"    if list(Path({str(folder)!r}).glob('.map.tif.*.partial')):\n"
        f"        {kill}\n"
        "    publish(files)\n"
        "PendingFiles.publish = publish_or_die\n"
    )
    return "-I", "-c", f"{MODIFIED_WORKER}{body}worker.main()\n"


def test_the_watchdog_removes_unpublished_files_of_a_killed_job(
    start: Start, stripes: Stripes, target: Path
) -> None:
    before = snapshot(target.parent)
    kill = "os.kill(os.getpid(), signal.SIGKILL)"
    child = start(*killed_before_publishing(target.parent, kill))
    child.ask("classify", **stripes.job_settings(target))
    assert child.end() == -signal.SIGKILL, child.errors
    wait_until(lambda: not child.processes())
    assert snapshot(target.parent) == before
    assert snapshot(child.scratch) == {}


def test_hidden_files_of_a_job_killed_with_its_watchdog_are_removed_by_the_next(
    start: Start, stripes: Stripes, target: Path
) -> None:
    kill = "os.killpg(0, signal.SIGKILL)"
    child = start(*killed_before_publishing(target.parent, kill))
    child.ask("classify", **stripes.job_settings(target))
    assert child.end() == -signal.SIGKILL, child.errors
    left = snapshot(target.parent)
    assert left.pop("map.tif") == b"an existing map"
    assert any(name.startswith(f".map.tif.{child.process.pid}-") for name in left)
    assert all(name.startswith(".") for name in left)
    assert run("classify", **stripes.job_settings(target)).status == protocol.EXIT_DONE
    after = snapshot(target.parent)
    assert set(after) == {"map.tif", "map.tif.aux.xml", "map.qml"}
    assert after["map.tif"] != b"an existing map"


def test_locks_that_the_system_releases_later_are_removed(start: Start, target: Path) -> None:
    """A process without parents keeps the lock open for a time, as a worker that is ending does."""
    before = snapshot(target.parent)
    body = (
        "lock = files._locks[0]._file\n"
        "if os.fork() == 0:\n"
        "    if os.fork() == 0:\n"
        "        os.closerange(0, lock), os.closerange(lock + 1, 256)\n"
        "        time.sleep(2)\n"
        "    os._exit(0)\n"
        "os.wait()\n"
        "reporter.info('ready')\n"
        "time.sleep(600)"
    )
    child = start(*busy(target, f"import time\n{body}"))
    child.ask("doctor")
    child.wait_for(lambda event: isinstance(event, protocol.Log) and event.message == "ready")
    child.process.kill()
    wait_until(lambda: not child.processes())
    assert snapshot(target.parent) == before


def test_files_of_a_running_job_are_kept(stripes: Stripes, tmp_path: Path) -> None:
    other = tmp_path / f".map.tif.{os.getppid()}-0123456789abcdef.partial"
    other.write_bytes(b"somebody is writing this")
    assert (
        run("classify", **stripes.job_settings(tmp_path / "map.tif")).status == protocol.EXIT_DONE
    )
    assert other.exists()
