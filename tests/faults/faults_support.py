"""Support of the fault tests: jobs into which faults are injected, and the checks after them."""

from __future__ import annotations

import contextlib
import json
import os
import random
import re
import select
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from backend_support import clean_environment, plain, session_members, snapshot

from backend.common import protocol

FOLDER = Path(__file__).resolve().parent
#: All that there is, instead of a share of a minute or two.
RUN_ALL = "GEODIFFNET_ALL_TESTS" in os.environ
SEED_VARIABLE = "GEODIFFNET_FAULTS_SEED"
#: Nothing here takes a tenth of it, even on a machine that is busy with other things.
TIMEOUT = 600.0
#: In which what a killed process has started must be gone.
SECONDS_FOR_ORPHANS = 60.0
OLD_CONTENT = b"what was there last week"
#: How a cancelled job ends: on a busy machine its watchdog may be faster than its own thread.
CANCELLED = (protocol.EXIT_CANCELLED, -signal.SIGKILL)


@dataclass
class JobOutcome:
    """What became of a job."""

    status: int
    events: list[protocol.Event]
    errors: str
    number: int
    seconds: float

    @property
    def failure(self) -> protocol.Failure:
        """Its error, which is the last event."""
        assert self.events, f"it ended without a word ({self.status}):\n{self.errors[-2000:]}"
        assert isinstance(self.events[-1], protocol.Failure), (self.status, self.events[-1])
        return self.events[-1]

    @property
    def warnings(self) -> list[str]:
        """What it warned of."""
        return [
            event.message
            for event in self.events
            if isinstance(event, protocol.Log) and event.level == "warning"
        ]

    @property
    def stages(self) -> dict[str, float]:
        """When each stage began, in seconds from the start; in the order of time."""
        return self._stages

    _stages: dict[str, float] = field(default_factory=dict)


@dataclass
class TimedAction:
    """Something done to a running job: some time after its start, or after a stage began."""

    act: Callable[[Running], None]
    delay: float
    stage: str | None = None


class Running:
    """A job in a child of the fork server."""

    def __init__(
        self, fork_server: ForkServer, line: str, injected_faults: dict[str, list[Any]], **env: str
    ):
        self.scratch = fork_server.scratch
        self.errors_file = fork_server.folder / f"stderr{fork_server.count}.txt"
        fork_server.count += 1
        errors = Path(env.pop("errors_file", self.errors_file))
        environment = {
            "TMPDIR": str(self.scratch),
            "XDG_CACHE_HOME": str(fork_server.folder / "xdg"),
        }
        request = {"environment": environment | env, "injected_faults": injected_faults}
        theirs_in, self.stdin = os.pipe()
        self.stdout, theirs_out = os.pipe()
        with errors.open("wb") as log, socket.socket(socket.AF_UNIX) as link:
            link.settimeout(TIMEOUT)
            link.connect(fork_server.address)
            streams = [theirs_in, theirs_out, log.fileno()]
            socket.send_fds(link, [json.dumps(request).encode()], streams)
            self._answers = link.makefile("r", encoding="ascii")
            self.number = int(self._answers.readline())
        os.close(theirs_in)
        os.close(theirs_out)
        self.started = time.monotonic()
        self.send(line)

    def send(self, line: str) -> None:
        """Write a line on its stdin."""
        with contextlib.suppress(BrokenPipeError):
            os.write(self.stdin, (line + "\n").encode())

    def close_stdin(self) -> None:
        """As when the parent ends."""
        if self.stdin >= 0:
            os.close(self.stdin)
            self.stdin = -1

    def signal(self, number: int) -> None:
        """Send a signal, if it still lives."""
        with contextlib.suppress(ProcessLookupError):
            os.kill(self.number, number)

    def end(self, action: TimedAction | None = None, timeout: float = TIMEOUT) -> JobOutcome:
        """Follow it to its end, and strike on the way."""
        events: list[protocol.Event] = []
        stages: dict[str, float] = {}
        due = self.started + action.delay if action and action.stage is None else None
        deadline = self.started + timeout
        rest = b""
        while True:
            now = time.monotonic()
            if due is not None and action and now >= due:
                action.act(self)
                due = action = None
            if now >= deadline:
                self.signal(signal.SIGKILL)
                raise AssertionError(f"it hung for {timeout:.0f} s: {events[-3:]}")
            until = min(deadline, due or deadline)
            if not select.select([self.stdout], [], [], max(0.0, until - now))[0]:
                continue
            part = os.read(self.stdout, 2**16)
            if not part:
                break
            *lines, rest = (rest + part).split(b"\n")
            for line in lines:
                events.append(protocol.decode_event(line.decode()))
                stage = getattr(events[-1], "stage", None)
                if stage and stage not in stages:
                    stages[stage] = time.monotonic() - self.started
                    if action and due is None and action.stage == stage:
                        due = time.monotonic() + action.delay
        os.close(self.stdout)
        self.close_stdin()
        status = int(self._answers.readline())
        self._answers.close()
        seconds = time.monotonic() - self.started
        assert not rest or status < 0, f"half an event: {rest!r}"
        errors = ""
        if self.errors_file.exists():
            errors = self.errors_file.read_text(encoding="utf-8", errors="replace")
            self.errors_file.unlink()
        return JobOutcome(status, events, errors, self.number, seconds, stages)


class ForkServer:
    """The process that forks jobs, and the folder in which they keep what lasts no longer."""

    def __init__(self, folder: Path):
        self.folder, self.count = folder, 0
        self.address = str(folder / "socket")
        self.scratch = folder / "scratch"
        self.scratch.mkdir()
        command = [sys.executable, str(FOLDER / "fork_server.py"), self.address]
        self._process = subprocess.Popen(
            command, env=clean_environment(), stdin=subprocess.DEVNULL, stdout=subprocess.PIPE
        )
        assert self._process.stdout is not None
        assert self._process.stdout.readline() == b"ready\n"

    def start(
        self, job: str, settings: dict[str, Any], env: Any = None, **injected_faults: Any
    ) -> Running:
        """Begin a job; `injected_faults` by name with their arguments."""
        line = protocol.encode_job(protocol.Job(job, plain(settings)))
        return Running(self, line, plain(injected_faults), **(env or {}))

    def run(self, job: str, settings: dict[str, Any], **injected_faults: Any) -> JobOutcome:
        """A job from its beginning to its end."""
        return self.start(job, settings, **injected_faults).end()

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        assert self._process.stdout is not None
        self._process.stdout.close()


class Tally:
    """Faults injected and survived, by job and kind."""

    def __init__(self, seed: int):
        self.seed = seed
        self.injected: dict[tuple[str, str], int] = defaultdict(int)
        self.survived: dict[tuple[str, str], int] = defaultdict(int)
        self._broken: list[str] = []

    @contextlib.contextmanager
    def injecting(self, job: str, fault: str, what: str = "") -> Iterator[None]:
        """Count a fault, and whether everything held; others are tried even if it did not."""
        self.injected[job, fault] += 1
        try:
            yield
        except AssertionError as error:
            self._broken.append(f"{job} · {fault} · {what}: {error}")
        else:
            self.survived[job, fault] += 1

    def assert_all_survived(self) -> None:
        """Fail if anything that was injected since the last call was not survived."""
        broken, self._broken = self._broken, []
        assert not broken, f"{len(broken)} not survived:\n" + "\n".join(broken[:8])

    def chance(self, *of: object) -> random.Random:
        """Random numbers for one test: the same with the same seed."""
        return random.Random(f"{self.seed} {of}")

    def lines(self) -> list[str]:
        """The table."""
        rows = [("job", "fault", "injected", "survived")]
        for key in sorted(self.injected):
            rows.append((*key, str(self.injected[key]), str(self.survived[key])))
        total = sum(self.injected.values()), sum(self.survived.values())
        rows.append(("all", "", *map(str, total)))
        widths = [max(len(row[place]) for row in rows) for place in range(4)]
        return [
            f"{row[0]:<{widths[0]}} | {row[1]:<{widths[1]}} | "
            f"{row[2]:>{widths[2]}} | {row[3]:>{widths[3]}}"
            for row in rows
        ]


@dataclass
class Case:
    """One job on the tiny scene, which always writes to the same folder."""

    name: str
    job: str
    settings: dict[str, Any]
    out: Path
    cache: Path
    fork_server: ForkServer
    #: The outputs that the settings name; others come beside them.
    names: tuple[str, ...]
    wanted: dict[str, Any] = field(default_factory=dict)
    seconds: float = 0.0
    stages: dict[str, float] = field(default_factory=dict)

    def measure(self) -> Case:
        """Run it in peace once: what comes out, and how long it takes."""
        self.reset(old=False)
        outcome = self.fork_server.run(self.job, self.settings)
        assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors)
        self.wanted, self.seconds, self.stages = (
            folder_state(self.out),
            outcome.seconds,
            outcome.stages,
        )
        assert set(self.names) <= set(self.wanted), (self.names, list(self.wanted))
        return self

    def reset(self, old: bool = True) -> None:
        """An empty cache and scratch folder, and what was made last week."""
        for folder in (self.out, self.cache, self.fork_server.scratch):
            empty(folder)
        for name in self.names if old else ():
            path = self.out / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(OLD_CONTENT)

    def start(self, env: Any = None, **injected_faults: Any) -> Running:
        """Begin it."""
        return self.fork_server.start(self.job, self.settings, env, **injected_faults)

    def assert_old_or_new(self, may_leave_temporary_files: bool) -> None:
        """Every file is wholly what it was or wholly what it is to be; nothing else is there."""
        found = folder_state(self.out)
        hidden = {name for name in found if is_temporary(name)}
        assert may_leave_temporary_files or not hidden, f"left behind: {sorted(hidden)}"
        for name in set(found) - hidden:
            assert name in self.wanted, f"nobody asked for {name}"
            assert found[name] in (OLD_CONTENT, self.wanted[name]), f"{name} is neither old nor new"
        lost = set(self.names) - set(found)
        assert not lost, f"lost: {lost}"

    def assert_no_leftovers(self) -> None:
        """Nothing is left of what only the work needed."""
        for folder in (self.out, self.cache):
            left = [name for name in names_under(folder) if is_temporary(name)]
            assert not left, f"left in {folder.name}: {left}"
        # PyTorch has one folder for all of a user's processes there
        left = [
            name for name in names_under(self.fork_server.scratch) if "torchinductor" not in name
        ]
        assert not left, f"left among temporary files: {left}"

    def assert_works_again(self) -> None:
        """The next run gives what it should, and removes what was left."""
        outcome = self.fork_server.run(self.job, self.settings)
        assert outcome.status == protocol.EXIT_DONE, (outcome.events[-1:], outcome.errors[-2000:])
        self.assert_complete()

    def assert_complete(self) -> None:
        """All outputs are what they should be, and nothing else is there."""
        found = folder_state(self.out)
        assert set(found) == set(self.wanted), set(found) ^ set(self.wanted)
        for name, content in self.wanted.items():
            assert found[name] == content, f"{name} differs from that of a run in peace"
        self.assert_no_leftovers()


def assert_no_orphans(number: int) -> None:
    """Nothing that a job has started outlives it for long."""
    until = time.monotonic() + SECONDS_FOR_ORPHANS
    while left := session_members(number):
        assert time.monotonic() < until, f"still there: {left}"
        time.sleep(0.02)


def empty(folder: Path) -> None:
    """Make a folder, or make it empty."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)


def names_under(folder: Path) -> list[str]:
    """Everything under a folder, folders included."""
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*"))


def is_temporary(name: str) -> bool:
    """Whether a name is one of those that are only meant for the time of the work."""
    return any(part.startswith(".") for part in Path(name).parts)


def folder_state(folder: Path) -> dict[str, Any]:
    """The files under a folder with what must be the same in every run: no dates, no durations."""
    return {
        name: content if content == OLD_CONTENT else _lasting(name, content)
        for name, content in snapshot(folder).items()
    }


_MOMENT = re.compile(rb"\d{4}-\d\d-\d\d[T ][\d:.]+(Z|\+[\d:]+)?")


def _lasting(name: str, content: bytes) -> Any:
    ending = Path(name).suffix
    if is_temporary(name) or ending == ".tif":
        return content
    if ending == ".safetensors":  # whose header says the same things in any order
        length = int.from_bytes(content[:8], "little")
        return json.loads(content[8 : 8 + length]), content[8 + length :]
    if ending == ".json":
        with contextlib.suppress(ValueError):
            return _without_times(json.loads(content))
    if ending in (".html", ".csv"):
        return re.sub(rb"\d+(\.\d+)?", b"#", content)
    if ending == ".gpkg":
        return _without_moments(content)
    return _MOMENT.sub(b"", content)


#: Where SQLite counts a file's changes, and where it notes which count and version wrote it last.
_CHANGE_COUNTS = (slice(24, 28), slice(92, 100))


def _without_moments(geopackage: bytes) -> bytes:
    """A GeoPackage without its dates, and without the number of its changes.

    GDAL notes the date when it creates a layer and when it closes it. Where both are the same
    millisecond, SQLite finds nothing to change the second time and counts one change less.
    """
    content = bytearray(geopackage)
    for place in _CHANGE_COUNTS:
        content[place] = bytes(place.stop - place.start)
    return _MOMENT.sub(b"", bytes(content))


def _without_times(value: Any) -> Any:
    if isinstance(value, dict):
        return {
            name: _without_times(item)
            for name, item in value.items()
            if not any(word in name for word in ("seconds", "date", "written", "made", "campaign"))
        }
    return [_without_times(item) for item in value] if isinstance(value, list) else value
