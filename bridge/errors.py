"""The errors of the QGIS side, with texts for the user."""

from __future__ import annotations


class BridgeError(Exception):
    """An error that the user can correct: a stable code, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str = ""):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    @property
    def text(self) -> str:
        """The message and the hint, one line each."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class JobCancelled(Exception):
    """The user cancelled the job; nothing was written."""
