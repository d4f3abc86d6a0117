"""The errors a user can cause, and the request to stop; everything else is a bug."""

from __future__ import annotations


class UserError(Exception):
    """Something the user can put right: a stable code, what is wrong, what to do about it."""

    def __init__(self, code: str, message: str, hint: str):
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


class InvalidJob(UserError):
    """A job that was asked for wrongly, whatever its data are like."""

    def __init__(self, message: str, hint: str, code: str = "job.invalid"):
        super().__init__(code, message, hint)


class Cancelled(Exception):
    """The user, or the end of the parent process, asked the job to stop."""


def first_line(error: BaseException) -> str:
    """What an error says in one line; libraries like to say more."""
    return (str(error).splitlines() or [type(error).__name__])[0]
