"""Lines that the worker of a session sends: events of its jobs, and its handshake."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Union

from ..backend.common import protocol


@dataclass(frozen=True)
class Ready:
    """The handshake of a worker that has started."""

    protocol: int
    version: str


@dataclass(frozen=True)
class Update:
    """Outputs of a running job that are complete already."""

    stage: str
    outputs: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class JobCancelled:
    """The last event of a job that was cancelled."""


SessionEvent = Union[protocol.Event, Ready, Update, JobCancelled]  # noqa: UP007 - Python 3.9


def decode_event(line: str) -> tuple[int | None, SessionEvent]:
    """The number of the job (None for the handshake), and its event."""
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise protocol.ProtocolError(f"not a line of JSON: {line[:200]!r}") from error
    if not isinstance(data, dict):
        raise protocol.ProtocolError(f"not a JSON object: {line[:200]!r}")
    number = data.pop("id", None)
    if number is not None and type(number) is not int:
        raise protocol.ProtocolError(f"event of no job: {line[:200]!r}")
    name = data.get("event")
    if name == "ready":
        return None, Ready(int(data.get("protocol", 0)), str(data.get("version", "")))
    if name == "cancelled":
        return number, JobCancelled()
    if name == "update":
        outputs, figures = data.get("outputs", {}), data.get("figures", {})
        if not isinstance(outputs, dict) or not isinstance(figures, dict):
            raise protocol.ProtocolError(f"event with wrong fields: {line[:200]!r}")
        return number, Update(str(data.get("stage", "")), outputs, figures)
    return number, protocol.decode_event(json.dumps(data))


@dataclass(frozen=True)
class Request:
    """A job with its number; numbers of a session increase."""

    number: int
    job: protocol.Job


def encode_request(request: Request) -> str:
    """The request as one line, without its line end."""
    job = request.job
    content = {"id": request.number, "job": job.name, "settings": job.settings}
    return json.dumps(content, ensure_ascii=True)


def encode_cancel(number: int) -> str:
    """The line that cancels a job."""
    return json.dumps({"cancel": number})
