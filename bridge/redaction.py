"""Removes what is private from a text that will be published.

That is paths, addresses of networks and devices, passwords and tokens, and names of users.
"""

from __future__ import annotations

import getpass
import platform
import re
from collections.abc import Iterable
from pathlib import Path

from .redacted_addresses import redact_addresses
from .redacted_secrets import redact_secrets

#: Shorter names would be found in other words.
MIN_NAME_LENGTH = 3
#: Names of users and folders that say nothing about anybody.
COMMON_NAMES = ("root", "user", "admin", "administrator", "home", "qgis", "python", "localhost")
#: Stands for a name until paths are found, since it may be a part of one.
_NAME = "\0"
_PATH = re.compile(
    r"""
    (?:(?<![\w.%)])~?/(?=[\w.~-])|(?<!\w)[A-Za-z]:[\\/]|(?<![\w\\])\\\\(?=\w)|~[\\/])
    # up to the last separator in the line, since folders may have spaces
    (?:[^\n"'<>|“”*?]*[\\/])?
    (?:
        # the name of the file, with spaces where an ending follows
        [^\s\\/"'<>|“”:;,]*(?:[ ][^\s\\/"'<>|“”:;,]+){0,8}(?P<ending>\.[A-Za-z0-9]{1,8})\b
        |[^\s\\/"'<>|“”:;,)]*
    )
    """,
    re.VERBOSE,
)


def redact(text: str, names: Iterable[str] = ()) -> str:
    """The text without paths, addresses, secrets and the names of user and computer."""
    # Addresses may contain secrets, and secrets what looks like a path.
    text = redact_secrets(redact_addresses(text))
    # Names before paths: of a folder named by two words, the path might end after the first.
    for name in sorted({*names, *_own_names()}, key=len, reverse=True):
        if len(name) >= MIN_NAME_LENGTH and name.lower() not in COMMON_NAMES:
            text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", _NAME, text, flags=re.IGNORECASE)
    text = _PATH.sub(lambda found: f"<path>{found['ending'] or ''}", text)
    return text.replace(_NAME, "<name>")


def _own_names() -> set[str]:
    """The names of the user and of the computer."""
    names = {Path.home().name, platform.node(), platform.node().partition(".")[0]}
    try:
        names.add(getpass.getuser())
    except (OSError, KeyError, ImportError):  # no such user in the system's list
        return names
    return names
