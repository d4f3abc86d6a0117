"""Requests and events of a session survive encoding and decoding, and other lines are refused."""

from __future__ import annotations

import json

import pytest

from backend.common import protocol, session_protocol
from backend.common.protocol import Failure, Job, Log, Progress, ProtocolError, Result
from backend.common.session_protocol import JobCancelled, Ready, SessionEvent, Update

pytestmark = pytest.mark.backend

EVENTS: list[SessionEvent] = [
    Progress(0.25, "features", "reading windows", 12.5),
    Log("Careful.", "warning"),
    Result({"map": "/tmp/ö\udcff.tif"}, {"kappa": 0.5}),
    Failure("labels.too_few", "Too few.", "Draw more."),
    Ready(1, "0.2.0"),
    Update("first", {"map": "/tmp/1.tif"}, {"with_features": True, "outside": float("nan")}),
    JobCancelled(),
]


@pytest.mark.parametrize("number", [None, 0, 7, 2**53])
@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_is_restored_with_its_number(number: int | None, event: SessionEvent) -> None:
    line = session_protocol.encode_event(event, number)
    assert line.isascii()
    assert "\n" not in line
    assert ("id" in json.loads(line)) == (number is not None)
    found = session_protocol.decode_event(line)
    assert found[0] == number
    if isinstance(event, Update):
        assert found[1] == Update("first", event.outputs, event.figures | {"outside": None})
    else:
        assert found[1] == event


@pytest.mark.parametrize("event", EVENTS[:4], ids=lambda event: type(event).__name__)
def test_events_without_a_number_are_those_of_a_single_job(event: protocol.Event) -> None:
    assert session_protocol.encode_event(event) == protocol.encode_event(event)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "[]",
        '{"id": 1}',
        '{"id": 1, "event": "party"}',
        '{"id": "1", "event": "cancelled"}',
        '{"id": true, "event": "cancelled"}',
        '{"id": -1, "event": "cancelled"}',
        '{"id": 1, "event": "cancelled", "reason": "x"}',
        '{"event": "ready", "protocol": "1", "version": "0"}',
        '{"event": "ready"}',
        '{"id": 1, "event": "update", "stage": 3}',
        '{"id": 1, "event": "update", "stage": "first", "outputs": {"map": 3}}',
    ],
)
def test_invalid_events_are_refused(line: str) -> None:
    with pytest.raises(ProtocolError) as caught:
        session_protocol.decode_event(line)
    assert len(str(caught.value)) < 400


def test_a_request_is_a_job_with_a_number() -> None:
    job = Job("classify", {"image": "Ω\n.tif", "seed": 3})
    line = session_protocol.encode_request(7, job)
    assert "\n" not in line
    assert protocol.decode_job(line) == job
    assert session_protocol.request_number(json.loads(line)) == 7


@pytest.mark.parametrize(
    ("line", "number"),
    [
        (session_protocol.encode_cancel(7), 7),
        (' {"cancel":0} \r\n', 0),
        (protocol.CANCEL_LINE, None),
        ('{"cancel": "7"}', None),
        ('{"cancel": 7.0}', None),
        ('{"cancel": -7}', None),
        ('{"cancel": [7]}', None),
        ("7", None),
        ("", None),
    ],
)
def test_only_a_whole_number_cancels_a_job(line: str, number: int | None) -> None:
    assert session_protocol.cancelled_number(line) == number
    assert protocol.is_cancel(line) == (line == protocol.CANCEL_LINE)
