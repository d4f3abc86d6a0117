"""The current step of a job as a text, with the time that is left."""

from __future__ import annotations

import math
import time

from ..backend.common import protocol
from .translation import tr

TIME_LEFT_INTERVAL_SECONDS = 15.0


class ProgressText:
    """The text of a job's progress; it says when there is a new one."""

    def __init__(self) -> None:
        self._stage = self._activity = self._last_text = ""
        self._last_text_at = -math.inf

    def update(self, event: protocol.Progress) -> str | None:
        """The text after an event; None if it is not worth a new line of a log."""
        if event.message:
            self._activity = event.message
        elif event.stage != self._stage:
            self._activity = event.stage
        self._stage = event.stage
        text = tr(self._activity)
        text = text[:1].upper() + text[1:]
        # Processing logs every text as a line, so only new ones are sent.
        now = time.monotonic()
        waited = now - self._last_text_at >= TIME_LEFT_INTERVAL_SECONDS
        if text == self._last_text and (event.seconds_left is None or not waited):
            return None
        self._last_text, self._last_text_at = text, now
        remaining_time = time_left(event.seconds_left)
        return f"{text} ({remaining_time})" if remaining_time else text


def time_left(seconds: float | None) -> str:
    """The remaining time as a text, such as `about 3 min left`."""
    if seconds is None or seconds < 1:
        return ""
    if seconds < 55:
        return tr("about {} s left").format(math.ceil(seconds / 5) * 5)
    if seconds < 3600:
        return tr("about {} min left").format(round(seconds / 60))
    return tr("about {} h left").format(f"{seconds / 3600:.1f}")
