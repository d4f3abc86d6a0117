"""Errors that a user can cause, and the cancellation of a job; any other exception is a bug."""

from __future__ import annotations

import re

#: Longer messages are shortened in the middle.
MAX_MESSAGE_LENGTH = 1000
#: Line ends, terminal control characters and marks that change the direction of writing.
_CONTROL_CHARACTERS = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+"
)


class UserError(Exception):
    """An error that the user can correct: a stable code, what is wrong, and what to do."""

    def __init__(self, code: str, message: str, hint: str):
        super().__init__(message)
        self.code = code
        self.message = shorten_message(message)
        self.hint = shorten_message(hint)


class InvalidJob(UserError):
    """A job with invalid settings, independent of its data."""

    def __init__(self, message: str, hint: str, code: str = "job.invalid"):
        super().__init__(code, message, hint)


class Cancelled(Exception):
    """The job was cancelled by the user or by the end of the parent process."""


def single_line(text: str) -> str:
    """The text as one line without control characters, which names in data may contain."""
    return _CONTROL_CHARACTERS.sub(" ", utf8_text(text))


def utf8_text(text: str) -> str:
    """The text with bytes that are not UTF-8 as escapes, so that it can be encoded as UTF-8."""
    try:
        content = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half of a surrogate pair, which does not stand for a byte
        content = text.encode("utf-8", "backslashreplace")
    return content.decode("utf-8", "backslashreplace")


def require_utf8(path: str) -> None:
    """Refuse a path that is not UTF-8, because libraries cannot open it."""
    if path != utf8_text(path):
        raise UserError(
            "path.not_utf8",
            f"The name {path} is not written in UTF-8.",
            "Rename the file or the folder; the program convmv renames many at once.",
        )


def shorten_message(text: str) -> str:
    """The text as one line of at most `MAX_MESSAGE_LENGTH` characters."""
    text = single_line(text)
    if len(text) <= MAX_MESSAGE_LENGTH:
        return text
    return f"{text[: MAX_MESSAGE_LENGTH // 2]} … {text[-MAX_MESSAGE_LENGTH // 2 :]}"


def first_line(error: BaseException) -> str:
    """The first line of the message of an error."""
    while isinstance(error, SystemError) and error.__cause__ is not None:
        error = error.__cause__  # the error that a library did not clear
    return (str(error).splitlines() or [type(error).__name__])[0]
