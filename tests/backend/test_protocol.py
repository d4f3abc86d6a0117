"""Jobs and events survive encoding and decoding, and other lines are refused."""

from __future__ import annotations

import json
import math

import pytest

from backend.common import protocol

pytestmark = pytest.mark.backend

EVENTS = [
    protocol.Progress(0.25, "features", "reading windows", 12.5),
    protocol.Progress(1, "mapping"),
    protocol.Log("A scene × with “letters”\nin two lines"),
    protocol.Log("Careful.", "warning"),
    protocol.Result({"map": "/tmp/C:\\ö\udcff.tif"}, {"kappa": 0.5, "classes": [{"code": 1}]}),
    protocol.Failure("labels.too_few", "Too few.", "Draw more."),
]


@pytest.mark.parametrize("event", EVENTS, ids=lambda event: type(event).__name__)
def test_an_event_is_restored_from_one_line_of_ascii(event: protocol.Event) -> None:
    line = protocol.encode_event(event)
    assert line.isascii()
    assert "\n" not in line
    assert protocol.decode_event(line) == event


@pytest.mark.parametrize(
    "settings", [{}, {"image": "Ω\n.tif", "seed": 3, "classes": [{"value": "1"}], "device": None}]
)
def test_a_job_is_restored_from_one_line(settings: dict) -> None:
    job = protocol.Job("classify", settings)
    line = protocol.encode_job(job)
    assert "\n" not in line
    assert protocol.decode_job(line) == job


def test_nan_and_infinity_become_null() -> None:
    figures = {
        "kappa": math.nan,
        "classes": [{"recall": math.inf, "pixels": 3}],
        "pair": (1.0, 2.0),
    }
    line = protocol.encode_event(protocol.Result({}, figures))

    def refuse(name: str) -> None:
        raise AssertionError(f"{name} is not JSON")

    read = json.loads(line, parse_constant=refuse)["figures"]
    assert read == {"kappa": None, "classes": [{"recall": None, "pixels": 3}], "pair": [1.0, 2.0]}


@pytest.mark.parametrize(
    "line",
    [
        "",
        "torch: using 2 threads",
        "3",
        "null",
        "[]",
        "{}",
        '{"event": "party"}',
        '{"event": ["log"], "message": "x"}',
        '{"event": "log"}',
        '{"event": "log", "message": "x", "colour": "red"}',
        '{"event": "log", "message": 3}',
        '{"event": "progress", "fraction": "half", "stage": "x"}',
        '{"event": "progress", "fraction": true, "stage": "x"}',
        '{"event": "progress", "fraction": 0.5, "stage": null}',
        '{"event": "result", "outputs": {"map": null}}',
        '{"event": "result", "outputs": []}',
        "[" * 100_000,
    ],
)
def test_invalid_events_are_refused(line: str) -> None:
    with pytest.raises(protocol.ProtocolError) as caught:
        protocol.decode_event(line)
    assert len(str(caught.value)) < 400


@pytest.mark.parametrize(
    "line",
    ["", "classify", "[]", "{}", '{"job": 3}', '{"job": "x", "settings": []}', "{" * 100_000],
)
def test_invalid_jobs_are_refused(line: str) -> None:
    with pytest.raises(protocol.ProtocolError):
        protocol.decode_job(line)


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (protocol.CANCEL_LINE, True),
        ('{"cancel":true}\r\n', True),
        ('{"cancel": false}', False),
        ('{"cancel": 1}', False),
        ('{"cancel": "true"}', False),
        ("cancel", False),
        ("[true]", False),
        ("", False),
    ],
)
def test_only_the_cancel_line_cancels(line: str, expected: bool) -> None:
    assert protocol.is_cancel(line) is expected
