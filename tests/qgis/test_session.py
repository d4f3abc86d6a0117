"""The session of the backend: one process for many jobs, against a fake worker."""

import gc
import importlib
import json
import os
import signal
import subprocess
import sys
import time
import weakref
from pathlib import Path

import pytest
from qgis_support import FAKE_WORKER, PATIENCE, descendants, is_alive, wait_until


@pytest.fixture
def module(qgis):
    return importlib.import_module("geodiffnet.bridge.session")


@pytest.fixture
def record(fake, monkeypatch, tmp_path):
    """The file in which the fake worker writes the requests that it receives."""
    path = tmp_path / "requests.jsonl"
    monkeypatch.setenv("GEODIFFNET_FAKE_RECORD", str(path))
    return path


@pytest.fixture
def session(module, record):
    session = module.BackendSession()
    yield session
    session.end()


def requests(record):
    return [json.loads(line) for line in record.read_text().splitlines()]


def process_events():
    from qgis.PyQt.QtCore import QCoreApplication, QEventLoop

    QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def wait_for(condition):
    """Wait for a condition while the event loop runs."""

    def check():
        process_events()
        return condition()

    return wait_until(check)


class Seen:
    """The events of a job in the session."""

    def __init__(self, session, name, **settings):
        protocol = importlib.import_module("geodiffnet.backend.common.protocol")
        self.events = []
        self.job = session.submit(protocol.Job(name, settings))
        for kind in ("update", "progress", "log", "result", "failed"):
            signal = getattr(self.job, kind)
            signal.connect(lambda event, kind=kind: self.events.append((kind, event)))
        self.job.cancelled.connect(lambda: self.events.append(("cancelled", None)))
        self.job.ended.connect(lambda: self.events.append(("ended", None)))

    @property
    def kinds(self):
        return [kind for kind, _ in self.events]

    def of(self, kind):
        return [event for name, event in self.events if name == kind]

    def wait(self):
        wait_for(lambda: "ended" in self.kinds)
        return self


def test_jobs_run_in_one_process_in_their_order(session, record):
    seen = [Seen(session, "warn", number=number) for number in range(3)]
    ends = []
    for number, job in enumerate(seen):
        job.job.ended.connect(lambda number=number: ends.append(number))
    for job in seen:
        job.wait()
        assert job.kinds == ["log", "result", "ended"]
    assert ends == [0, 1, 2]
    sent = requests(record)
    assert [request["settings"]["number"] for request in sent] == [0, 1, 2]
    assert [request["id"] for request in sent] == sorted({request["id"] for request in sent})
    assert {request["process"] for request in sent} == {session.process_number}
    assert session.open_jobs == []


def test_the_process_is_started_before_the_first_job(session, record):
    assert not session.is_running
    session.start()
    wait_for(lambda: session.is_ready)
    number = session.process_number
    Seen(session, "warn").wait()
    assert session.process_number == number


@pytest.mark.skipif(not hasattr(os, "setpriority"), reason="Windows prefers QGIS by itself")
def test_the_process_has_a_lower_priority_than_qgis(session, record):
    Seen(session, "warn").wait()
    own = os.getpriority(os.PRIO_PROCESS, 0)
    assert os.getpriority(os.PRIO_PROCESS, session.process_number) == min(own + 5, 19)


def test_an_error_ends_its_job_only(session, record):
    failed, later = Seen(session, "fault"), Seen(session, "warn")
    error = failed.wait().of("failed")[0]
    assert (error.code, error.message, error.hint) == ("labels.too_few", "Too few.", "Draw more.")
    assert later.wait().kinds == ["log", "result", "ended"]
    assert len({request["process"] for request in requests(record)}) == 1


def test_output_that_is_no_event_is_ignored(session):
    assert Seen(session, "noise").wait().kinds == ["result", "ended"]


def test_running_queued_and_unsent_jobs_can_be_cancelled(session, record):
    running, queued, last = (Seen(session, name) for name in ("slow", "slow", "warn"))
    unsent = Seen(session, "warn")
    unsent.job.cancel()
    assert unsent.kinds == ["cancelled", "ended"]
    wait_for(lambda: record.exists() and len(requests(record)) == 3)
    queued.job.cancel()
    running.job.cancel()
    running.job.cancel()
    for job in (running, queued):
        assert job.wait().kinds == ["cancelled", "ended"]
    assert last.wait().kinds == ["log", "result", "ended"]
    assert {request["process"] for request in requests(record)} == {session.process_number}


@pytest.mark.parametrize("name", ["stuck", "deaf", "live_deaf"])
def test_jobs_behind_one_that_cannot_be_cancelled_run_in_a_new_process(
    session, record, module, monkeypatch, tmp_path, name
):
    monkeypatch.setattr(module, "LIVE_CANCEL_SECONDS", 3.0)
    running = Seen(session, name, output=str(tmp_path / "map.tif"))
    behind = Seen(session, "warn")
    wait_for(lambda: any(tmp_path.glob(".*.partial")))
    first = session.process_number
    started = time.monotonic()
    running.job.cancel()
    assert running.wait().kinds == ["cancelled", "ended"]
    if name == "live_deaf":  # a job of the live map has more time
        assert time.monotonic() - started > 2.5
    assert behind.wait().kinds == ["log", "result", "ended"]
    assert session.process_number != first
    assert not is_alive(first)
    assert not any(tmp_path.glob(".*.partial"))


@pytest.mark.parametrize(
    ("name", "code", "text"),
    [("crash", "backend.stopped", "signal 11"), ("killed", "backend.killed", "memory ran out")],
)
def test_a_crash_is_explained_to_each_job_and_the_next_starts_a_process(
    session, record, tmp_path, name, code, text
):
    crashing = Seen(session, name, output=str(tmp_path / "map.tif"))
    behind = Seen(session, "warn")
    for job in (crashing, behind):
        assert job.wait().kinds == ["failed", "ended"]
        error = job.of("failed")[0]
        assert error.code == code
        assert text in error.message
        assert ".log" in error.hint
    assert not any(tmp_path.glob(".*.partial"))
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]


def test_a_worker_killed_between_jobs_is_replaced(session, record):
    Seen(session, "warn").wait()
    first = session.process_number
    os.kill(first, signal.SIGKILL)
    wait_for(lambda: not session.is_running)
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]
    assert session.process_number != first


def test_an_idle_process_ends_and_the_next_job_starts_one(session, module, record):
    Seen(session, "warn").wait()
    first = session.process_number
    session._idle_timer.start(1)
    wait_for(lambda: not session._idle_timer.isActive())
    # The process is ending, and has not ended yet.
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]
    assert session.process_number != first
    assert not is_alive(first)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no signal that stops a process")
def test_an_idle_process_that_does_not_end_is_killed(session, record, monkeypatch):
    process = importlib.import_module("geodiffnet.bridge.session_process")
    monkeypatch.setattr(process, "CLOSE_SECONDS", 0.2)
    Seen(session, "warn").wait()
    stopped = session.process_number
    os.kill(stopped, signal.SIGSTOP)
    session._idle_timer.start(1)
    wait_for(lambda: not session._idle_timer.isActive())
    seen = Seen(session, "warn")
    seen.wait()
    assert "result" in seen.kinds
    assert session.process_number != stopped
    assert not is_alive(stopped)


def test_a_process_without_jobs_waits_for_the_idle_time_only(session, module, record):
    job = Seen(session, "slow")
    wait_for(lambda: session.is_ready)
    assert not session._idle_timer.isActive()
    job.job.cancel()
    job.wait()
    assert session._idle_timer.isActive()
    assert session._idle_timer.interval() == 1000 * module.IDLE_SECONDS


def test_another_environment_replaces_the_process(session, record, monkeypatch, tmp_path):
    Seen(session, "warn").wait()
    first = session.process_number
    other = tmp_path / "python"
    other.write_text(f'#!/bin/sh\nexec "{sys.executable}" "{FAKE_WORKER}" "$@"\n')
    other.chmod(0o755)
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(other))
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]
    assert session.process_number != first
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(tmp_path / "nothing"))
    assert Seen(session, "warn").wait().of("failed")[0].code == "runtime.missing"


def test_a_job_that_is_too_long_for_a_line_is_refused(session, record):
    error = Seen(session, "warn", samples="x" * 2**24).wait().of("failed")[0]
    assert error.code == "job.too_large"
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]
    assert len(requests(record)) == 1


def test_another_version_of_the_backend_is_refused(session, record, monkeypatch):
    monkeypatch.setenv("GEODIFFNET_FAKE_VERSION", "9.9.9")
    error = Seen(session, "warn").wait().of("failed")[0]
    assert error.code == "backend.version"
    assert "9.9.9" in error.message
    assert "Restart QGIS" in error.hint
    assert not record.exists()


def test_missing_packages_are_named(session, fake):
    fake.set_behaviour("traceback")
    fake.lacks("torch rasterio")
    error = Seen(session, "warn").wait().of("failed")[0]
    assert error.code == "runtime.incomplete"
    assert "torch, rasterio" in error.message


def test_the_error_of_a_worker_that_cannot_start_is_reported(session, fake):
    fake.set_behaviour("unusable")
    error = Seen(session, "warn").wait().of("failed")[0]
    assert (error.code, error.message, error.hint) == ("backend.broken", "No torch.", "Repair it.")


def test_an_interpreter_that_cannot_be_started_is_reported(session, monkeypatch, tmp_path):
    broken = tmp_path / "python"
    broken.write_bytes(b"\x7fELF, but not really")
    broken.chmod(0o755)
    monkeypatch.setenv("GEODIFFNET_PYTHON", str(broken))
    error = Seen(session, "warn").wait().of("failed")[0]
    assert error.code == "runtime.broken"
    session.start()  # is no error: the next job reports it
    assert Seen(session, "warn").wait().of("failed")[0].code == "runtime.broken"


def test_the_end_of_the_session_cancels_open_jobs(session, record, tmp_path):
    job = Seen(session, "deaf", output=str(tmp_path / "map.tif"))
    wait_for(lambda: any(tmp_path.glob(".*.partial")))
    number = session.process_number
    session.end()
    assert job.kinds == ["cancelled", "ended"]
    assert not is_alive(number)
    assert not any(tmp_path.glob(".*.partial"))
    assert Seen(session, "warn").wait().kinds == ["log", "result", "ended"]


def test_the_log_names_the_command(session):
    logs = importlib.import_module("geodiffnet.bridge.logs")
    before = set(logs.log_folder().glob("session-*.log"))
    Seen(session, "warn").wait()
    (log,) = set(logs.log_folder().glob("session-*.log")) - before
    assert "worker --session" in log.read_text()


SCRIPT = """
import sys, time, os
sys.path.insert(0, {plugins!r})
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QTimer
application = QgsApplication([], False, {profile!r})
application.initQgis()
from geodiffnet.backend.common.protocol import Job
from geodiffnet.bridge.session import shared_session
session = shared_session()
job = session.submit(Job({name!r}, {{}}))
def ready():
    print(session.process_number, flush=True)
    # As the live map does, which is to follow the last edit.
    session.became_idle.connect(lambda: session.submit(Job("warn", {{}})))
session.started.connect(ready)
timer = QTimer()
timer.timeout.connect(lambda: application.quit() if os.path.exists({request!r}) else None)
timer.start(50)
application.exec()
application.exitQgis()
"""


@pytest.mark.parametrize("quits", [True, False])
@pytest.mark.parametrize("name", ["slow", "deaf"])
def test_no_process_outlives_qgis(plugins, tmp_path, quits, name):
    """QGIS that is closed, or killed, while a job is running."""
    request = tmp_path / "request to quit"
    code = SCRIPT.format(
        plugins=str(plugins), profile=str(tmp_path), request=str(request), name=name
    )
    environment = os.environ | {"GEODIFFNET_PYTHON": str(FAKE_WORKER)}
    with subprocess.Popen(
        [sys.executable, "-c", code], env=environment, stdout=subprocess.PIPE, text=True
    ) as qgis:
        worker = int(qgis.stdout.readline())
        assert worker in descendants(qgis.pid)
        request.touch() if quits else qgis.kill()
        qgis.wait(PATIENCE)
    # The real worker ends a job that ignores its cancellation; the fake one does not.
    if quits or name == "slow":
        wait_until(lambda: not is_alive(worker))
    else:
        os.kill(worker, signal.SIGKILL)


def test_jobs_that_have_ended_leave_no_memory(session):
    """Slots that refer to their job, as those of the live map, must not keep it."""
    kept = []
    for number in range(20):
        seen = Seen(session, "warn", number=number)
        seen.job.ended.connect(lambda seen=seen: seen.kinds)
        kept.append(weakref.ref(seen.job))
        seen.wait()
    del seen
    for _ in range(5):
        process_events()
    gc.collect()
    assert [reference() for reference in kept if reference() is not None] == []


def test_a_task_reports_its_jobs_as_one(session, record):
    tasks = importlib.import_module("geodiffnet.bridge.session_task")
    protocol = importlib.import_module("geodiffnet.backend.common.protocol")
    task = tasks.SessionTask("Mapping", [protocol.Job("train"), protocol.Job("warn")], session)
    percent, texts, warnings, ends = [], [], [], []
    task.progressChanged.connect(percent.append)
    task.status_changed.connect(texts.append)
    task.warning_issued.connect(warnings.append)
    task.done.connect(ends.append)
    task.ended.connect(lambda: ends.append("ended"))
    task.start()
    wait_for(lambda: "ended" in ends)
    assert len(ends[0]) == 2
    assert percent == [25.0]
    assert texts == ["Mapping (about 10 s left)"]
    assert warnings == ["Watch out."]
    assert tasks._running_tasks == set()


def test_a_task_that_is_cancelled_as_a_job_ends_starts_no_further_job(session, record):
    tasks = importlib.import_module("geodiffnet.bridge.session_task")
    protocol = importlib.import_module("geodiffnet.backend.common.protocol")
    jobs = [protocol.Job("train"), protocol.Job("warn")]
    task = tasks.SessionTask("Suggesting", jobs, session)
    seen = []
    task.stopped.connect(lambda: seen.append("stopped"))
    task.done.connect(lambda results: seen.append("done"))
    task.ended.connect(lambda: seen.append("ended"))
    task.start()
    # The result is on its way; this is the first to be told of it.
    first = session.open_jobs[0]
    first.result.disconnect()
    first.result.connect(lambda _: task.cancel())
    first.result.connect(task._add_result)
    wait_for(lambda: "ended" in seen)
    assert seen == ["stopped", "ended"]
    assert len(requests(record)) == 1


@pytest.mark.parametrize(("name", "wanted"), [("slow", "stopped"), ("fault", "failed")])
def test_a_task_ends_at_the_first_job_without_a_result(session, record, tmp_path, name, wanted):
    tasks = importlib.import_module("geodiffnet.bridge.session_task")
    labels = importlib.import_module("geodiffnet.bridge.labels")
    protocol = importlib.import_module("geodiffnet.backend.common.protocol")
    folder = tmp_path / "exported"
    folder.mkdir()
    exported = folder / "labels.gpkg"
    exported.touch()
    labels._exported_files.add(str(exported))
    jobs = [protocol.Job(name, {"labels": str(exported)}), protocol.Job("warn")]
    task = tasks.SessionTask("Suggesting", jobs, session)
    seen = []
    task.stopped.connect(lambda: seen.append("stopped"))
    task.failed.connect(lambda error: seen.append("failed"))
    task.done.connect(lambda results: seen.append("done"))
    task.ended.connect(lambda: seen.append("ended"))
    task.start()
    wait_for(lambda: record.exists())
    if wanted == "stopped":
        task.cancel()
    wait_for(lambda: "ended" in seen)
    assert seen == [wanted, "ended"]
    assert not Path(exported).exists()
    assert len(requests(record)) == 1
