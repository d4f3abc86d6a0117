"""The door between QGIS and the backend: what a job and its events look like as lines of JSON.

Both worlds import this module, so it uses the standard library only, and what it evaluates while
running must be known to Python 3.9, the oldest that a QGIS we support comes with. It knows nothing
of what a job does; `backend/jobs` does.
"""

from __future__ import annotations

import json
import math
import re
import typing
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Optional, Union

PROTOCOL_VERSION = 1

EXIT_DONE = 0
#: Something the user can put right.
EXIT_USER_ERROR = 1
#: A job that was asked for wrongly (codes `job.…`), or a bug (`fault`).
EXIT_FAULT = 2
EXIT_CANCELLED = 130

#: Sent by the parent to stop a job; end-of-file on the child's stdin means the same.
CANCEL_LINE = '{"cancel": true}'
#: Name of a file that is not finished: its target's, its process's number, and a random part.
_TEMPORARY_NAME = re.compile(r"\.(?P<target>.+)\.(?P<process>\d+)-[0-9a-f]{16}\.partial", re.DOTALL)


#: Bytes of the line of a job; thousands of scenes fit.
MAX_JOB_BYTES = 16 * 2**20


class ProtocolError(ValueError):
    """A line that is not what the door agreed on."""


@dataclass(frozen=True)
class Job:
    """What to do: the name of a job and its settings, as plain JSON values."""

    name: str
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """How far the whole job is (0..1) and which stage it is in."""

    event: ClassVar[str] = "progress"
    fraction: float
    stage: str
    message: str = ""
    seconds_left: Optional[float] = None  # noqa: UP045 - decode_event evaluates it on Python 3.9


@dataclass(frozen=True)
class Log:
    """A sentence for the user's log; level is `info` or `warning`."""

    event: ClassVar[str] = "log"
    message: str
    level: str = "info"


@dataclass(frozen=True)
class Result:
    """The last event of a job that succeeded: the files written and the figures measured."""

    event: ClassVar[str] = "result"
    outputs: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """The last event of a job that failed: a stable code, what is wrong, and what to do."""

    event: ClassVar[str] = "error"
    code: str
    message: str
    hint: str = ""


Event = Union[Progress, Log, Result, Failure]  # noqa: UP007 - Python 3.9 knows no other
Emit = Callable[[Event], None]
_EVENTS: dict[str, type] = {
    event_class.event: event_class for event_class in (Progress, Log, Result, Failure)
}


def encode_job(job: Job) -> str:
    """The job as one line, without its line end."""
    return json.dumps({"job": job.name, "settings": job.settings}, ensure_ascii=True)


def decode_job(line: str) -> Job:
    """The job that a line asks for."""
    if len(line) > MAX_JOB_BYTES:
        raise ProtocolError(f"a line of more than {MAX_JOB_BYTES} bytes")
    data = _parse_object(line)
    name, settings = data.get("job"), data.get("settings", {})
    if not isinstance(name, str) or not isinstance(settings, dict):
        raise ProtocolError(f"no name and settings of a job: {line[:200]!r}")
    return Job(name, settings)


def is_cancel(line: str) -> bool:
    """Whether a line from the parent asks the job to stop."""
    try:
        return _parse_object(line).get("cancel") is True
    except ProtocolError:
        return False


def encode_event(event: Event) -> str:
    """The event as one line, without its line end."""
    plain = _replace_non_finite({"event": event.event, **asdict(event)})
    return json.dumps(plain, ensure_ascii=True, allow_nan=False)


def decode_event(line: str) -> Event:
    """The event that a line of the child's stdout carries."""
    data = _parse_object(line)
    name = data.pop("event", None)
    event_class = _EVENTS.get(name) if isinstance(name, str) else None
    if event_class is None:
        raise ProtocolError(f"unknown event: {line[:200]!r}")
    try:
        event = event_class(**data)
    except TypeError as error:
        raise ProtocolError(f"event with unexpected fields: {line[:200]!r}") from error
    for field_name, expected in typing.get_type_hints(event_class).items():
        if not _has_type(getattr(event, field_name), expected):
            raise ProtocolError(f"event with a wrong {field_name}: {line[:200]!r}")
    return event


def _has_type(value: Any, expected: Any) -> bool:
    """Whether a JSON value is of the kind that an event's field declares."""
    origin, arguments = typing.get_origin(expected), typing.get_args(expected)
    if expected is Any or origin is ClassVar:
        return True
    if origin is dict:
        return isinstance(value, dict) and all(_has_type(v, arguments[1]) for v in value.values())
    if arguments:
        return any(_has_type(value, part) for part in arguments)
    if expected is float:
        return isinstance(value, (int, float)) and not isinstance(value, bool)
    return isinstance(value, expected)


def _replace_non_finite(value: Any) -> Any:
    """JSON knows neither infinity nor NaN; both become null."""
    if isinstance(value, dict):
        return {key: _replace_non_finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replace_non_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def _parse_object(line: str) -> dict[str, Any]:
    try:
        data = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"not a line of JSON: {line[:200]!r}") from error
    if not isinstance(data, dict):
        raise ProtocolError(f"not a JSON object: {line[:200]!r}")
    return data


def temporary_name(target: str, process: int, random_part: str) -> str:
    """The temporary name of a target; `random_part` is 16 random hexadecimal digits."""
    return f".{target}.{process}-{random_part}.partial"


def parse_temporary_name(name: str) -> tuple[str, int] | None:
    """The target's name and the process that a temporary name stands for; None for other names."""
    match = _TEMPORARY_NAME.fullmatch(name)
    return (match["target"], int(match["process"])) if match else None
