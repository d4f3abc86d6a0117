"""Removes passwords, tokens and accounts from a text, by their names and by usual forms."""

from __future__ import annotations

import re

PLACEHOLDER = "<secret>"
_NAMES = (
    r"(?:pass(?:word|phrase|wd)|pwd|token|secret|sig|signature|credentials?|auth|authorization|"
    r"(?:api|access|account|secret|private|shared|license|encryption)[ _-]?key(?:[_-]?id)?)"
)
_VALUE = r"""(?:\\*"[^"\n]*"?|\\*'[^'\n]*'?|(?:(?:Bearer|Basic|Digest|Token)\s+)?[^\s,;&"']+)"""
# Names of settings, variables and headers: SECRET_KEY=…, "token": "…", Proxy-Authorization: …
_SETTING = re.compile(
    rf"""(?<![\w.-])(?P<name>[\w.-]{{0,60}}?{_NAMES}[\\"']{{0,4}}\s{{0,5}}[=:]\s{{0,5}}){_VALUE}""",
    re.IGNORECASE,
)
_OPTION = re.compile(
    rf"(?<![\w-])(?P<name>--?[\w-]{{0,60}}?{_NAMES}\s{{1,5}})(?!-){_VALUE}", re.IGNORECASE
)
# Of connections to databases and services.
_ACCOUNT = re.compile(
    rf"(?<![\w.])(?P<name>(?:host(?:name|addr)?|server|user(?:name|id)?|uid|login|dbname)"
    rf"\s?=\s?){_VALUE}",
    re.IGNORECASE,
)
_COOKIE = re.compile(r"(?<![\w-])(?P<name>(?:set-)?cookie\s?[=:]\s?)\S.*", re.IGNORECASE)
# Tokens of known services, and of web standards.
_TOKEN = re.compile(
    r"(?<![\w-])(?P<name>)(?:eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?|gh[pousr]_\w{20,}"
    r"|github_pat_\w{20,}|glpat-[\w-]{15,}|hf_\w{20,}|sk-[\w-]{20,}|xox[a-z]-[\w-]{10,}"
    r"|(?:AKIA|ASIA)[A-Z0-9]{16})"
)
_BEARER = re.compile(r"(?P<name>\bBearer\s{1,5})[^\s,;\"']{6,}", re.IGNORECASE)
_PRIVATE_KEY = re.compile(
    r"(?P<name>)-----BEGIN [A-Z ]{0,40}PRIVATE KEY-----.*?(?:-----END [A-Z ]{0,40}-----|\Z)",
    re.DOTALL,
)
_PATTERNS = (_PRIVATE_KEY, _COOKIE, _SETTING, _OPTION, _ACCOUNT, _TOKEN, _BEARER)


def redact_secrets(text: str) -> str:
    """The text without secrets; their names stay."""
    for pattern in _PATTERNS:
        text = pattern.sub(lambda found: found["name"] + PLACEHOLDER, text)
    return text
