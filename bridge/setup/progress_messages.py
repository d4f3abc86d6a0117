"""Progress messages at intervals, since Processing logs each of them as a line."""

from __future__ import annotations

import time

from qgis.core import QgsProcessingFeedback

TEXT_INTERVAL_SECONDS = 2.0


class StepProgress:
    """Reports the progress of one step, which has a share of the progress bar."""

    def __init__(self, feedback: QgsProcessingFeedback, share: tuple[float, float]):
        self._feedback = feedback
        self._first, self._last = share
        self._reported_at = 0.0
        self._text = ""

    def report(self, fraction: float, text: str) -> None:
        """Report the fraction that is done; a new text is shown if the interval has passed."""
        done = min(max(fraction, 0.0), 1.0)
        self._feedback.setProgress(self._first + (self._last - self._first) * done)
        now = time.monotonic()
        if text != self._text and (now - self._reported_at >= TEXT_INTERVAL_SECONDS or done == 1):
            self._reported_at, self._text = now, text
            self._feedback.setProgressText(text)
