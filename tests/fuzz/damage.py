"""Ways to damage bytes, texts and JSON values."""

from __future__ import annotations

import json
import re
from typing import Any

import numpy as np

EXTREMES = (
    0,
    1,
    -1,
    2,
    127,
    128,
    255,
    256,
    32767,
    32768,
    65535,
    65536,
    2**31 - 1,
    2**31,
    2**32 - 1,
)
NUMBERS = (
    "0", "-1", "1", "2", "3", "65535", "65536", "2147483647", "2147483648", "4294967295",
    "9223372036854775807", "99999999999999999999999", "1e308", "1e999", "-1e999", "nan", "inf",
    "0x10", "1.5", "-0", "", " ", "٣", "1,5", "1e-320",
)  # fmt: skip
#: Texts that may be mistaken for code, numbers or formats.
TEXTS = (
    "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "\"><svg onload=alert(1)>",
    "' OR 1=1 --", "{{7*7}}", "{% raw %}", "${jndi:ldap://x}", "%s%s%n", "$(touch canary)",
    "`touch canary`", "../../etc/passwd", "a\nb", "a\r\nb\tc", "\u202eevil\u202c", "עברית",
    "العربية", "日本語", "e\u0301", "\U0001f333", "\u0000x",
    "\x1b[31mred", "\ufeffbom", "&lt;b&gt;", "&#x3c;b&#x3e;", "a" * 5000, "", " ", "nan", "None",
    "-0", "1e5", "\u2028line", "]]>", "<!--", "--><b>", "javascript:alert(1)", "\u200b",
    "\U0010ffff",
)  # fmt: skip


def pick(rng: np.random.Generator, options: Any) -> Any:
    """One of several values."""
    return options[int(rng.integers(len(options)))]


def damaged(rng: np.random.Generator, content: bytes, head: int | None = None) -> bytes:
    """Damaged bytes; mostly within the first `head` bytes, if that is given."""
    data = bytearray(content)
    for _ in range(int(pick(rng, (1, 1, 1, 2, 4)))):
        if not data:
            break
        far = len(data) if head is None or rng.random() < 0.2 else min(head, len(data))
        at = int(rng.integers(far))
        way = int(rng.integers(9))
        if way <= 1:
            data[at] ^= 1 << int(rng.integers(8))
        elif way == 2:
            data[at] = int(rng.integers(256))
        elif way == 3:
            size = pick(rng, (1, 2, 4, 8))
            value = pick(rng, EXTREMES) % 256**size
            data[at : at + size] = value.to_bytes(size, pick(rng, ("little", "big")))
        elif way == 4:
            length = int(rng.integers(1, 64))
            data[at : at + length] = bytes(min(length, len(data) - at))
        elif way == 5:
            length = int(rng.integers(1, 64))
            data[at : at + length] = rng.bytes(min(length, len(data) - at))
        elif way == 6:
            other = int(rng.integers(len(data)))
            length = int(rng.integers(1, 200))
            data[at : at + length] = data[other : other + length]
        elif way == 7:
            del data[at : at + int(rng.integers(1, 100))]
        elif rng.random() < 0.5:
            del data[int(rng.integers(len(data))) :]
        else:
            data[at:at] = rng.bytes(int(rng.integers(1, 100)))
    return bytes(data)


_WORD = re.compile(r"-?\d+(?:\.\d+)?|\w+|[^\w\s]")


def damaged_text(rng: np.random.Generator, text: str) -> str:
    """A text with some words and numbers changed, removed or repeated."""
    for _ in range(int(pick(rng, (1, 1, 1, 2, 4)))):
        found = list(_WORD.finditer(text))
        if not found:
            return text
        chosen = pick(rng, found)
        way = int(rng.integers(7))
        new = chosen[0]
        if way <= 1:
            new = pick(rng, NUMBERS)
        elif way == 2:
            new = pick(rng, TEXTS)
        elif way == 3:
            new = ""
        elif way == 4:
            new = new * int(pick(rng, (2, 3, 50, 5000)))
        elif way == 5:
            new = pick(rng, found)[0]
        else:
            text = text[: chosen.start()]
            continue
        text = text[: chosen.start()] + new + text[chosen.end() :]
    return text


def wrong_value(rng: np.random.Generator, value: Any) -> Any:
    """Another value in place of a JSON value."""
    options: list[Any] = [
        None, True, False, 0, -1, 2**31, 2**63, 2**70, 1e308, -1.5, "", "x", [], {}, [None],
        [[[]]], {"a": {"b": 1}}, pick(rng, TEXTS), pick(rng, NUMBERS),
    ]  # fmt: skip
    if isinstance(value, list):
        options += [value * 3, value[:-1], [*value, None]] * 3
    if isinstance(value, int) and not isinstance(value, bool):
        options += [value + 1, value - 1, -value, value * 1000, str(value), float(value)] * 3
    if isinstance(value, str):
        options += [value * 2, value[:-1], value.upper(), [value]] * 3
    return pick(rng, options)


def damaged_json(rng: np.random.Generator, value: Any) -> Any:
    """A JSON value with some parts changed, removed or added."""
    value = json.loads(json.dumps(value))
    for _ in range(int(rng.integers(1, 4))):
        places = list(_places(value))
        if not places:
            return wrong_value(rng, value)
        holder, key = pick(rng, places)
        if isinstance(holder, dict) and key not in holder:
            continue
        if isinstance(holder, list) and key >= len(holder):
            continue
        if rng.random() < 0.2:
            del holder[key]
        elif isinstance(holder, dict) and rng.random() < 0.15:
            holder[pick(rng, TEXTS)] = wrong_value(rng, None)
        else:
            holder[key] = wrong_value(rng, holder[key])
    return value


def _places(value: Any) -> Any:
    if isinstance(value, dict):
        for key, item in value.items():
            yield value, key
            yield from _places(item)
    elif isinstance(value, list):
        for key, item in enumerate(value):
            yield value, key
            yield from _places(item)
