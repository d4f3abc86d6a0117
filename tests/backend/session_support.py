"""A session of the worker, for tests: requests by their numbers, and the events of each job."""

from __future__ import annotations

import contextlib
import queue
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from backend_support import ROOT, TIMEOUT, Child, plain

from backend.common import protocol, session_protocol
from backend.common.session_protocol import LAST_EVENTS, JobCancelled, SessionEvent, Update

SESSION = ("-I", str(ROOT / "backend"), "worker", "--session")


class SessionChild(Child):
    """A session in a process of its own; `numbered` are the events that came, with their jobs."""

    def __init__(
        self,
        folder: Path,
        arguments: tuple[str, ...] = SESSION,
        before: Callable[[], None] | None = None,
        **variables: str,
    ):
        self.numbered: list[tuple[int | None, SessionEvent]] = []
        self._last = 0
        super().__init__(arguments, folder, before, **variables)

    def request(self, job: str, **settings: Any) -> int:
        """Send a job; its number."""
        self._last += 1
        line = session_protocol.encode_request(self._last, protocol.Job(job, plain(settings)))
        self.send(line)
        return self._last

    def cancel(self, number: int) -> None:
        """Cancel a job."""
        self.send(session_protocol.encode_cancel(number))

    def next_event(self) -> tuple[int | None, SessionEvent] | None:
        """The next event with the number of its job; None at the end of stdout."""
        line = self._arrivals.get(timeout=TIMEOUT)
        if line is None:
            self._arrivals.put(None)
            return None
        self.lines.append(line)
        self.numbered.append(session_protocol.decode_event(line))
        return self.numbered[-1]

    def wait_event(self, wanted: Callable[[int | None, SessionEvent], bool]) -> SessionEvent:
        """The next event that satisfies a condition."""
        deadline = time.monotonic() + TIMEOUT
        while time.monotonic() < deadline and (found := self.next_event()) is not None:
            if wanted(*found):
                return found[1]
        raise AssertionError(f"it ended before: {self.lines[-20:]}\n{self.errors}")

    def last_event(self, number: int) -> SessionEvent:
        """The last event of a job."""
        known = [event for own, event in self.numbered if own == number]
        if known and isinstance(known[-1], LAST_EVENTS):
            return known[-1]
        return self.wait_event(lambda own, event: own == number and isinstance(event, LAST_EVENTS))

    def of_job(self, number: int) -> list[SessionEvent]:
        """All events of a job that have come so far."""
        return [event for own, event in self.numbered if own == number]

    def result_of(self, number: int) -> protocol.Result:
        """The result of a job."""
        event = self.last_event(number)
        assert isinstance(event, protocol.Result), (event, self.errors)
        return event

    def failure_of(self, number: int) -> protocol.Failure:
        """The error of a job."""
        event = self.last_event(number)
        assert isinstance(event, protocol.Failure), event
        return event

    def is_cancelled(self, number: int) -> bool:
        """Whether a job ends as cancelled."""
        return isinstance(self.last_event(number), JobCancelled)

    def updates_of(self, number: int) -> dict[str, Update]:
        """The updates of a finished job by their stage."""
        self.last_event(number)
        return {event.stage: event for event in self.of_job(number) if isinstance(event, Update)}

    def run(self, job: str, **settings: Any) -> protocol.Result:
        """Run a job to its result."""
        return self.result_of(self.request(job, **settings))

    def wait_ready(self) -> session_protocol.Ready:
        """The first event."""
        found = self.next_event()
        assert found is not None, self.errors
        assert found[0] is None
        assert isinstance(found[1], session_protocol.Ready), found
        return found[1]

    def end(self) -> int:
        """Wait for its end; its exit status."""
        while self.next_event() is not None:
            pass
        return self.process.wait(TIMEOUT)

    def no_event_within(self, seconds: float) -> bool:
        """Whether nothing arrives for a time."""
        with contextlib.suppress(queue.Empty):
            line = self._arrivals.get(timeout=seconds)
            self._arrivals.put(line)
            return False
        return True
