"""The worker protocol of a session: many jobs in one process, each with a number.

Requests and events are lines of JSON as in `protocol`; an event carries the number of its job. Like
that module, this one runs on both sides and on Python 3.9.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, ClassVar, Optional, Union

from . import protocol
from .json_types import MAX_INTEGER
from .protocol import Event, Failure, Job, ProtocolError, Result

#: The argument after `worker` that starts a session.
SESSION_ARGUMENT = "--session"
#: The code of an error of a request whose number was used before.
REPEATED_NUMBER = "job.repeated_id"


@dataclass(frozen=True)
class Ready:
    """The first event of a session, once the libraries are loaded."""

    event: ClassVar[str] = "ready"
    protocol: int
    version: str


@dataclass(frozen=True)
class Update:
    """An intermediate result of a job: files that are complete, and metrics."""

    event: ClassVar[str] = "update"
    stage: str
    outputs: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class JobCancelled:
    """The last event of a job that was cancelled."""

    event: ClassVar[str] = "cancelled"


SessionEvent = Union[Event, Ready, Update, JobCancelled]  # noqa: UP007 - for Python 3.9
_EVENTS: dict[str, type[SessionEvent]] = {
    **protocol.EVENTS,
    "ready": Ready,
    "update": Update,
    "cancelled": JobCancelled,
}
#: One of them is the last event of a job.
LAST_EVENTS = (Result, Failure, JobCancelled)


def encode_request(number: int, job: Job) -> str:
    """The request of a job as one line, without its line end."""
    content = {"id": number, "job": job.name, "settings": job.settings}
    return json.dumps(content, ensure_ascii=True)


def request_number(data: Mapping[str, Any]) -> int | None:
    """The number in the fields of a request; None where it is none."""
    return _number(data.get("id"))


def encode_cancel(number: int) -> str:
    """The line that cancels a job."""
    return json.dumps({"cancel": number})


def cancelled_number(line: str) -> int | None:
    """The number of the job that a line cancels; None for other lines."""
    try:
        return number_to_cancel(protocol.parse_object(line))
    except ProtocolError:
        return None


def number_to_cancel(data: Mapping[str, Any]) -> int | None:
    """The number of the job that a request cancels; None for other requests."""
    return _number(data.get("cancel"))


def encode_event(event: SessionEvent, number: int | None = None) -> str:
    """The event of a job as one line; without a number, one of the session itself."""
    return protocol.encode_any_event(event, {} if number is None else {"id": number})


def decode_event(line: str) -> tuple[Optional[int], SessionEvent]:  # noqa: UP045 - as above
    """The number of the job, None for the session itself, and the event that a line describes."""
    data = protocol.parse_object(line)
    number = data.pop("id", None)
    if number is not None and _number(number) is None:
        raise ProtocolError(f"event with a wrong id: {line[:200]!r}")
    event: SessionEvent = protocol.decode_fields(data, _EVENTS, line)
    return number, event


def _number(value: object) -> int | None:
    """A whole number from 0; None for anything else."""
    if not isinstance(value, int) or isinstance(value, bool):
        return None
    return value if 0 <= value <= MAX_INTEGER else None
