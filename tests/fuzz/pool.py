"""Some long-lived processes that try cases; one that dies, hangs or eats memory is replaced.

Time is counted as the processor's, so that a busy machine finds nothing that an idle one would not.
"""

from __future__ import annotations

import json
import os
import queue
import select
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
#: Bytes that a case may need beyond what the loaded libraries occupy.
MEMORY = 3 * 2**30
#: Seconds of the processor that a case may take, and by the clock.
CPU_LIMIT = 30.0
CLOCK_LIMIT = 300.0
#: After so many cases a process is replaced, as each job has one of its own in real life.
CASES_PER_PROCESS = 150
START_LIMIT = 900.0


@dataclass(frozen=True)
class Case:
    """Which case to try."""

    kind: str
    number: int
    seed: int


@dataclass
class Verdict:
    """What became of a case."""

    case: Case
    verdict: str  # error, result or finding
    code: str = ""
    why: str = ""
    seconds: float = 0.0


@dataclass
class ProcessPool:
    """Processes on the good files in a folder."""

    good: Path
    scratch: Path
    size: int = field(default_factory=lambda: max(1, min(2, os.cpu_count() or 1)))
    _members: list[PoolProcess] = field(default_factory=list)

    def try_all(self, cases: Iterable[Case]) -> list[Verdict]:
        """Try cases side by side; verdicts in the order of the cases."""
        wanted: queue.SimpleQueue[tuple[int, Case]] = queue.SimpleQueue()
        listed = list(cases)
        for entry in enumerate(listed):
            wanted.put(entry)
        found: dict[int, Verdict] = {}

        def work(process_slot: PoolProcess) -> None:
            while True:
                try:
                    place, case = wanted.get_nowait()
                except queue.Empty:
                    return
                found[place] = process_slot.try_one(case)

        while len(self._members) < min(self.size, len(listed)):
            self._members.append(PoolProcess(self.good, self.scratch / str(len(self._members))))
        threads = [
            threading.Thread(target=work, args=(process_slot,)) for process_slot in self._members
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return [found[place] for place in range(len(listed))]

    def end(self) -> None:
        """Let all processes go."""
        for process_slot in self._members:
            process_slot.end()


class PoolProcess:
    """One process, and the next one when it is gone."""

    def __init__(self, good: Path, scratch: Path):
        self._good, self._scratch = good, scratch
        self._process: subprocess.Popen[bytes] | None = None
        self._tried = 0
        self._rest = b""

    def try_one(self, case: Case) -> Verdict:
        """Try a case."""
        if self._process is None or self._tried >= CASES_PER_PROCESS:
            self.end()
            self._start()
        self._tried += 1
        self._log.write_bytes(b"")
        line = json.dumps({"kind": case.kind, "number": case.number, "seed": case.seed})
        process = self._process
        process.stdin.write(line.encode() + b"\n")
        process.stdin.flush()
        made = self._answer(START_LIMIT, START_LIMIT)
        if "made" not in made:
            return self._lost(case, f"it could not be made: {made['why']}")
        answer = self._answer(CPU_LIMIT, CLOCK_LIMIT)
        if "verdict" not in answer:
            return self._lost(case, answer["why"])
        why = answer.get("why", "")
        if answer["verdict"] == "finding":
            why += f"\n{self._errors()}"
        return Verdict(case, answer["verdict"], answer.get("code", ""), why, answer["seconds"])

    def end(self) -> None:
        """Let the process go."""
        if self._process is not None:
            self._process.kill()
            self._process.wait()
            self._process.stdin.close()
            self._process.stdout.close()
        self._process = None

    def _start(self) -> None:
        self._scratch.mkdir(parents=True, exist_ok=True)
        self._tried, self._rest = 0, b""
        home = self._scratch / "home"
        environment = {
            name: value for name, value in os.environ.items() if not name.startswith("PYTHON")
        } | {
            "MALLOC_ARENA_MAX": "2",
            "XDG_CACHE_HOME": str(home),
            "TMPDIR": str(self._scratch),
            "GEODIFFNET_THREADS": "1",
        }
        self._log = self._scratch / "stderr.txt"
        with self._log.open("ab") as errors:
            self._process = subprocess.Popen(
                [
                    sys.executable, "-m", "tests.fuzz.child", str(self._good),
                    str(self._scratch / "case"), str(MEMORY),
                ],
                cwd=ROOT,
                env=environment,
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
            )  # fmt: skip
        ready = self._answer(START_LIMIT, START_LIMIT)
        if "ready" not in ready:
            raise RuntimeError(f"a process did not start: {ready}\n{self._errors()}")

    def _answer(self, cpu_limit: float, wall_limit: float) -> dict[str, Any]:
        """The next line; or why there is none."""
        process = self._process
        began, spent = time.monotonic(), _cpu_time(process.pid)
        while b"\n" not in self._rest:
            ready, _, _ = select.select([process.stdout], [], [], 1.0)
            if ready:
                chunk = os.read(process.stdout.fileno(), 65536)
                if not chunk:
                    status = process.wait()
                    return {"why": f"the process ended with status {status}"}
                self._rest += chunk
            elif _cpu_time(process.pid) - spent > cpu_limit:
                return {"why": f"it computed for more than {cpu_limit:.0f} s"}
            elif time.monotonic() - began > wall_limit:
                return {"why": f"it took more than {wall_limit:.0f} s"}
        line, _, self._rest = self._rest.partition(b"\n")
        return json.loads(line)

    def _lost(self, case: Case, why: str) -> Verdict:
        errors = self._errors()
        self.end()
        return Verdict(case, "finding", why=f"{why}\n{errors}")

    def _errors(self) -> str:
        return self._log.read_text(errors="replace")[-1200:]


def _cpu_time(process: int) -> float:
    try:
        fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
