"""The worker protocol: jobs and their events as lines of JSON.

QGIS and the backend both import this module, so it uses the standard library only and runs on
Python 3.9, the oldest version that a supported QGIS comes with. What jobs do stands in
`backend/commands`.
"""

from __future__ import annotations

import json
import math
import re
import typing
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any, ClassVar, Optional, TypeVar, Union

from .json_types import checked

PROTOCOL_VERSION = 1

EXIT_DONE = 0
#: An error that the user can correct.
EXIT_USER_ERROR = 1
#: An invalid job (codes `job.…`), or a bug (`fault`).
EXIT_FAULT = 2
EXIT_CANCELLED = 130

#: Sent by the parent to cancel a job; the end of the child's stdin means the same.
CANCEL_LINE = '{"cancel": true}'
#: Name of an unfinished file: the target's name, the process id, and a random part.
_TEMPORARY_NAME = re.compile(r"\.(?P<target>.+)\.(?P<process>\d+)-[0-9a-f]{16}\.partial", re.DOTALL)

#: Length of the line of a job, enough for thousands of scenes.
MAX_JOB_BYTES = 16 * 2**20


class ProtocolError(ValueError):
    """A line that does not follow the protocol."""


@dataclass(frozen=True)
class Job:
    """A command's name and its settings, as plain JSON values."""

    name: str
    settings: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Progress:
    """The progress of the whole job (0..1) and its current stage."""

    event: ClassVar[str] = "progress"
    fraction: float
    stage: str
    message: str = ""
    seconds_left: Optional[float] = None  # noqa: UP045 - decode_event evaluates it on Python 3.9


@dataclass(frozen=True)
class Log:
    """A message for the user's log; its level is `info` or `warning`."""

    event: ClassVar[str] = "log"
    message: str
    level: str = "info"


@dataclass(frozen=True)
class Result:
    """The last event of a job that succeeded: its output files and metrics."""

    event: ClassVar[str] = "result"
    outputs: dict[str, str] = field(default_factory=dict)
    figures: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Failure:
    """The last event of a job that failed: a stable code, the error, and what to do."""

    event: ClassVar[str] = "error"
    code: str
    message: str
    hint: str = ""


Event = Union[Progress, Log, Result, Failure]  # noqa: UP007 - Python 3.9 has no other union
Emit = Callable[[Event], None]
EVENTS: dict[str, type[Event]] = {
    "progress": Progress,
    "log": Log,
    "result": Result,
    "error": Failure,
}
AnyEvent = TypeVar("AnyEvent")


def encode_job(job: Job) -> str:
    """The job as one line, without its line end."""
    return json.dumps({"job": job.name, "settings": job.settings}, ensure_ascii=True)


def decode_job(line: str) -> Job:
    """The job that a line describes."""
    return job_of(parse_request(line), line)


def parse_request(line: str) -> dict[str, Any]:
    """The JSON object that a line of the parent holds."""
    if len(line) > MAX_JOB_BYTES:
        raise ProtocolError(f"the line is longer than {MAX_JOB_BYTES} bytes")
    return parse_object(line)


def job_of(data: Mapping[str, Any], line: str) -> Job:
    """The job in the fields of a line."""
    name, settings = data.get("job"), data.get("settings", {})
    if not isinstance(name, str) or not isinstance(settings, dict):
        raise ProtocolError(f"name or settings are missing: {line[:200]!r}")
    return Job(name, settings)


def is_cancel(line: str) -> bool:
    """Whether a line from the parent cancels the job."""
    try:
        return parse_object(line).get("cancel") is True
    except ProtocolError:
        return False


def encode_event(event: Event) -> str:
    """The event as one line, without its line end."""
    return encode_any_event(event, {})


def encode_any_event(event: Any, further: Mapping[str, Any]) -> str:
    """An event of any kind as one line, with further fields."""
    plain = _replace_non_finite({"event": event.event, **further, **asdict(event)})
    return json.dumps(plain, ensure_ascii=True, allow_nan=False)


def decode_event(line: str) -> Event:
    """The event that a line of the child's stdout describes."""
    event: Event = decode_fields(parse_object(line), EVENTS, line)
    return event


def decode_fields(data: dict[str, Any], kinds: Mapping[str, type[AnyEvent]], line: str) -> AnyEvent:
    """An event of one of these kinds from the fields of a line."""
    name = data.pop("event", None)
    event_class = kinds.get(name) if isinstance(name, str) else None
    if event_class is None:
        raise ProtocolError(f"unknown event: {line[:200]!r}")
    try:
        event = event_class(**data)
    except TypeError as error:
        raise ProtocolError(f"event with unexpected fields: {line[:200]!r}") from error
    for field_name, expected in typing.get_type_hints(event_class).items():
        try:
            checked(field_name, expected, getattr(event, field_name), surrogates=True)
        except ValueError as error:
            raise ProtocolError(f"event with a wrong {field_name}: {line[:200]!r}") from error
    return event


def _replace_non_finite(value: Any) -> Any:
    """The value with infinity and NaN, which JSON does not have, replaced by null."""
    if isinstance(value, dict):
        return {key: _replace_non_finite(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return [_replace_non_finite(item) for item in value]
    return None if isinstance(value, float) and not math.isfinite(value) else value


def parse_object(line: str) -> dict[str, Any]:
    """The JSON object that a line holds."""
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
    """The target's name and the process id of a temporary name; None for other names."""
    match = _TEMPORARY_NAME.fullmatch(name)
    return (match["target"], int(match["process"])) if match else None
