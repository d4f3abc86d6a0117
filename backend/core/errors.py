"""The errors a user can cause, and the request to stop; everything else is a bug."""

from __future__ import annotations

import re

#: Longer than this nobody reads.
MAX_MESSAGE_LENGTH = 1000
#: Ends of lines, what moves a terminal's cursor, what turns the direction of reading.
_CONTROL_CHARACTERS = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]+"
)


class UserError(Exception):
    """Something the user can put right: a stable code, what is wrong, what to do about it."""

    def __init__(self, code: str, message: str, hint: str):
        super().__init__(message)
        self.code = code
        self.message = shorten_message(message)
        self.hint = shorten_message(hint)


class InvalidJob(UserError):
    """A job that was asked for wrongly, whatever its data are like."""

    def __init__(self, message: str, hint: str, code: str = "job.invalid"):
        super().__init__(code, message, hint)


class Cancelled(Exception):
    """The user, or the end of the parent process, asked the job to stop."""


def shown(text: str) -> str:
    """A text as one line that can be shown: names in it come from data, and may hold anything."""
    return _CONTROL_CHARACTERS.sub(" ", utf8_text(text))


def utf8_text(text: str) -> str:
    """A text that is written as UTF-8: bytes of a name that are none are shown by their numbers."""
    try:
        content = text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:  # half a character, which stands for no byte either
        content = text.encode("utf-8", "backslashreplace")
    return content.decode("utf-8", "backslashreplace")


def require_utf8(path: str) -> None:
    """Refuse a path that libraries cannot be given, since its bytes are no text."""
    if path != utf8_text(path):
        raise UserError(
            "path.not_utf8",
            f"The name {path} is not written in UTF-8.",
            "Rename the file or the folder; convmv does so for many.",
        )


def shorten_message(text: str) -> str:
    """The same, and not longer than anybody reads."""
    text = shown(text)
    if len(text) <= MAX_MESSAGE_LENGTH:
        return text
    return f"{text[: MAX_MESSAGE_LENGTH // 2]} … {text[-MAX_MESSAGE_LENGTH // 2 :]}"


def first_line(error: BaseException) -> str:
    """What an error says in one line; libraries like to say more."""
    while isinstance(error, SystemError) and error.__cause__ is not None:
        error = error.__cause__  # the interpreter only says that a library has left one behind
    return (str(error).splitlines() or [type(error).__name__])[0]
