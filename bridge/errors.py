"""What can go wrong on the way to the backend and back, as the user is to read it."""

from __future__ import annotations


class BridgeError(Exception):
    """Something the user can put right: a stable code, what is wrong, what to do about it."""

    def __init__(self, code: str, message: str, hint: str = ""):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint

    @property
    def text(self) -> str:
        """The sentence and its hint, a line each."""
        return f"{self.message}\n{self.hint}" if self.hint else self.message


class JobCancelled(Exception):
    """The user stopped the job; nothing was written."""
