"""Helpers of the backend's tests: worker processes, and jobs in this process."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from backend import worker
from backend.common import protocol

ROOT = Path(__file__).resolve().parents[2]
#: Nothing in these tests takes a tenth of it, even on a machine that is busy with other things.
TIMEOUT = 120.0


class Child:
    """A worker process; its events are read as they come, with their time."""

    def __init__(
        self,
        arguments: Sequence[str],
        folder: Path,
        before: Callable[[], None] | None = None,
        **variables: str,
    ):
        self.errors_file = folder / "stderr.txt"
        self.scratch = folder / "scratch"
        self.scratch.mkdir()
        with self.errors_file.open("wb") as errors:
            self.process = subprocess.Popen(
                [sys.executable, *arguments],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                cwd=ROOT,
                env=clean_environment() | {"TMPDIR": str(self.scratch)} | variables,
                start_new_session=True,
                preexec_fn=before,
            )
        self.lines: list[str] = []
        self.events: list[protocol.Event] = []
        self._arrivals: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()

    def send(self, line: str) -> None:
        """Write a line to its stdin."""
        self.process.stdin.write((line + "\n").encode())
        self.process.stdin.flush()

    def ask(self, job: str, **settings: Any) -> None:
        """Send a job."""
        self.send(protocol.encode_job(protocol.Job(job, plain(settings))))

    def wait_for(self, wanted: Callable[[protocol.Event], bool]) -> protocol.Event:
        """The next event that satisfies a condition; earlier ones are kept in `events`."""
        for event in self._coming():
            if wanted(event):
                return event
        raise AssertionError(f"it ended before: {self.lines}\n{self.errors}")

    def wait_for_stage(self, stage: str) -> None:
        """Wait until a stage is reported."""
        self.wait_for(lambda event: isinstance(event, protocol.Progress) and event.stage == stage)

    def end(self) -> int:
        """Wait for its end; its exit status."""
        for _ in self._coming():
            pass
        return self.process.wait(TIMEOUT)

    @property
    def errors(self) -> str:
        """Its output on stderr so far."""
        return self.errors_file.read_text(encoding="utf-8", errors="replace")

    @property
    def failure(self) -> protocol.Failure:
        """Its one error event, which is the last one."""
        (found,) = (event for event in self.events if isinstance(event, protocol.Failure))
        assert self.events[-1] is found
        return found

    @property
    def result(self) -> protocol.Result:
        """Its one result, which is the last event."""
        assert self.events, self.errors
        (found,) = (event for event in self.events if isinstance(event, protocol.Result))
        assert self.events[-1] is found
        return found

    def processes(self) -> list[int]:
        """The running processes of its session: itself and its children."""
        return session_members(self.process.pid)

    def kill(self) -> None:
        """End all of its processes."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self.process.pid, 9)
        self.process.wait(TIMEOUT)
        with contextlib.suppress(OSError):
            self.process.stdin.close()
        self.process.stdout.close()

    def _coming(self) -> Iterator[protocol.Event]:
        deadline = time.monotonic() + TIMEOUT
        while (
            line := self._arrivals.get(timeout=max(0.1, deadline - time.monotonic()))
        ) is not None:
            self.lines.append(line)
            self.events.append(protocol.decode_event(line))
            yield self.events[-1]

    def _read(self) -> None:
        with contextlib.suppress(ValueError):  # the pipe was closed by `kill`
            for line in self.process.stdout:
                self._arrivals.put(line.decode())
        self._arrivals.put(None)


@dataclass
class Outcome:
    """The status and events of a job in this process."""

    status: int
    events: list[protocol.Event]

    @property
    def failure(self) -> protocol.Failure:
        """Its one error, which is the last event."""
        (found,) = (event for event in self.events if isinstance(event, protocol.Failure))
        assert self.events[-1] is found
        return found

    @property
    def result(self) -> protocol.Result:
        """Its one result, which is the last event."""
        assert isinstance(self.events[-1], protocol.Result), self.events[-1]
        return self.events[-1]

    @property
    def warnings(self) -> list[str]:
        """Its warnings."""
        return [
            event.message
            for event in self.events
            if isinstance(event, protocol.Log) and event.level == "warning"
        ]


def run(job: str, **settings: Any) -> Outcome:
    """Run a job in this process, by the function that worker and command line call."""
    events: list[protocol.Event] = []
    line = protocol.encode_job(protocol.Job(job, plain(settings)))
    status = worker.run_job(line, events.append, threading.Event())
    return Outcome(status, events)


def shell(*arguments: object, **options: Any) -> subprocess.CompletedProcess:
    """Run the command line in a process."""
    return subprocess.run(
        [sys.executable, "-m", "backend", *map(str, arguments)],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        timeout=TIMEOUT,
        check=False,
        **options,
    )


def run_python(program: str, *arguments: str) -> str:
    """What a program prints in a Python of its own, which has imported nothing else."""
    return subprocess.run(
        [sys.executable, "-c", program, *arguments],
        cwd=ROOT,
        env=clean_environment(),
        capture_output=True,
        text=True,
        check=True,
    ).stdout


def plain(settings: dict[str, Any]) -> dict[str, Any]:
    """Settings as plain JSON values."""
    return json.loads(json.dumps(settings, default=str))


def clean_environment() -> dict[str, str]:
    """The environment without variables of the caller's Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}


def wait_until(reached: Callable[[], object], what: str = "it") -> None:
    """Wait until a condition is true."""
    until = time.monotonic() + 5 * TIMEOUT
    while not reached():
        assert time.monotonic() < until, f"waited in vain for {what}"
        time.sleep(0.01)


def session_members(session: int) -> list[int]:
    """The running processes of a session."""
    members = []
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            members.append(int(entry.name))
    return members


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file under a folder with its content."""
    return {
        str(path.relative_to(folder)): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
