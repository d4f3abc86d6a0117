"""Finds regular expressions in source text, and texts on which one takes more than linear time.

Texts are built from what a pattern itself may match: a beginning that leads into it, one of its
parts many times over, and an end at which it must give up. How long that takes is measured; only
what grows faster than the text counts, so that a slow machine finds nothing.
"""

from __future__ import annotations

import ast
import itertools
import re
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

FUNCTIONS = ("match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer")
#: Characters that stand for what many patterns allow.
_USUAL = "a1 .,/_-:\t\n\"'<({["
_ENDS = ("", "!", "\n!", "a")
#: So often a part is repeated: few times first, where each may double the time.
_COUNTS = (12, 16, 20, 24, 100, 600, 2000)
_SUSPICIOUS_SECONDS = 0.0008
#: No text of a few thousand characters takes this long in linear time.
_HOPELESS_SECONDS = 0.2
_TIMES_LONGER = 4
#: A text four times as long takes linear time four times, and square time sixteen times as long.
_LARGEST_GROWTH = 8.0


@dataclass(frozen=True)
class Use:
    """A pattern, where it is written, and what is done with it."""

    place: str
    pattern: str
    flags: int
    function: str


def uses_in(file: Path, root: Path) -> list[Use]:
    """All patterns of a source file.

    One that the call takes from elsewhere may be any text of the file that looks like one.
    """
    tree = ast.parse(file.read_text(encoding="utf-8"))
    texts = _texts(tree)
    found = []
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "re"):
            continue
        called = node.func.attr
        if called not in (*FUNCTIONS, "compile"):
            continue
        place = f"{file.relative_to(root)}:{node.lineno}"
        known = _text(node.args[0], texts)
        patterns = [known] if known is not None else _possible(tree)
        functions = [called] if called != "compile" else _applied(tree, node)
        flags = _flags(node)
        found += [Use(place, text, flags, name) for text in patterns for name in functions]
    return found


def super_linear(use: Use) -> str | None:
    """A text on which a pattern takes more than linear time, as `beginning, part, end`."""
    compiled = re.compile(use.pattern, use.flags)
    apply = _application(compiled, use.function)
    for start, part, end in _attacks(use.pattern, use.flags):
        for count in _COUNTS:
            text = start + part * count + end
            if _seconds(apply, text) < _SUSPICIOUS_SECONDS:
                continue
            if _grows(apply, start, part, end, count):
                return f"{start!r}, {part!r} × {count}, {end!r}"
    return None


def _grows(apply: Callable[[str], object], start: str, part: str, end: str, count: int) -> bool:
    """Whether time grows faster than the text; what takes long for few characters surely does."""
    before = min(_seconds(apply, start + part * count + end) for _ in range(3))
    if before > _HOPELESS_SECONDS:
        return True
    if count < 100:  # four more: hardly longer, or sixteen times as long
        longer = start + part * (count + 4) + end
        return min(_seconds(apply, longer) for _ in range(2)) > 4 * before
    longer = start + part * (count * _TIMES_LONGER) + end
    return min(_seconds(apply, longer) for _ in range(2)) > _LARGEST_GROWTH * before


def _seconds(apply: Callable[[str], object], text: str) -> float:
    started = time.thread_time()
    apply(text)
    return time.thread_time() - started


def _application(compiled: re.Pattern[str], function: str) -> Callable[[str], object]:
    if function in ("sub", "subn"):
        return lambda text: getattr(compiled, function)("", text)
    if function == "finditer":
        return lambda text: list(compiled.finditer(text))
    return getattr(compiled, function)  # type: ignore[no-any-return]


def _attacks(pattern: str, flags: int) -> Iterator[tuple[str, str, str]]:
    seen: set[tuple[str, str]] = set()
    parsed = re._parser.parse(pattern, flags)  # type: ignore[attr-defined]
    if not _repeats(parsed):
        return
    for parts in _ways_through(parsed):
        pieces = {
            "".join(parts[first:last])
            for first in range(len(parts))
            for last in range(first + 1, min(len(parts), first + 4) + 1)
        }
        pieces |= set("".join(parts)) | set(_USUAL)
        for length in range(len(parts) + 1):
            start = "".join(parts[:length])
            for piece in sorted(pieces - {""}):
                if (start, piece) not in seen:
                    seen.add((start, piece))
                    for end in _ENDS:
                        yield start, piece, end


def _repeats(parsed: object) -> bool:
    """Whether anything may match a text of any length; if not, time is linear."""
    if isinstance(parsed, tuple) and len(parsed) == 2 and str(parsed[0]).endswith("_REPEAT"):
        return parsed[1][1] > _COUNTS[-1] or _repeats(parsed[1][2])
    if isinstance(parsed, (str, int)) or parsed is None:
        return False
    return any(_repeats(part) for part in parsed)  # type: ignore[attr-defined]


def _ways_through(parsed: Iterable[tuple[object, object]]) -> list[list[str]]:
    """Samples of what each element matches, in order; one list for each choice there is."""
    ways: list[list[str]] = [[]]
    for literal, group in itertools.groupby(parsed, lambda element: str(element[0]) == "LITERAL"):
        if literal:
            ways = _extended(ways, [["".join(chr(value) for _, value in group)]])  # type: ignore[arg-type]
            continue
        for operation, argument in group:
            ways = _extended(ways, _choices(str(operation), argument))
    return ways


def _extended(ways: list[list[str]], choices: list[list[str]]) -> list[list[str]]:
    """Each choice after the first way, and the first choice after the others."""
    first = [ways[0] + choice for choice in choices]
    return first + [way + choices[0] for way in ways[1:]]


def _choices(operation: str, argument: object) -> list[list[str]]:
    if operation in ("ANY", "NOT_LITERAL", "IN", "CATEGORY", "RANGE"):
        return [[_one_of(operation, argument)]]
    if operation in ("MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"):
        least, _, repeated = argument  # type: ignore[misc]
        return [way * max(1, min(least, 40)) for way in _ways_through(repeated)]
    if operation == "SUBPATTERN":
        return _ways_through(argument[-1])  # type: ignore[index]
    if operation == "ATOMIC_GROUP":
        return _ways_through(argument)  # type: ignore[arg-type]
    if operation == "BRANCH":
        return [way for branch in argument[1] for way in _ways_through(branch)]  # type: ignore[index]
    return [[]]  # places and looks around match nothing


def _one_of(operation: str, argument: object) -> str:
    """A character that an element matches, a usual one if possible."""
    node = [(operation, argument)]
    for candidate in _USUAL + "".join(map(chr, range(33, 127))):
        if _matches(node, candidate):
            return candidate
    return "a"


def _matches(node: list[tuple[str, object]], character: str) -> bool:
    operation, argument = node[0]
    if operation == "ANY":
        return character != "\n"
    if operation == "NOT_LITERAL":
        return ord(character) != argument
    if operation == "RANGE":
        return argument[0] <= ord(character) <= argument[1]  # type: ignore[index]
    if operation == "LITERAL":
        return ord(character) == argument
    if operation == "CATEGORY":
        kind = str(argument).removeprefix("CATEGORY_").lower()
        written = {"digit": r"\d", "space": r"\s", "word": r"\w"}
        plain = written[kind.removeprefix("not_")]
        return bool(re.match(plain, character)) != kind.startswith("not_")
    negated = any(str(part[0]) == "NEGATE" for part in argument)  # type: ignore[attr-defined]
    inside = any(
        _matches([(str(kind), value)], character)
        for kind, value in argument  # type: ignore[attr-defined]
        if str(kind) != "NEGATE"
    )
    return inside != negated


def _texts(tree: ast.Module) -> dict[str, str]:
    """Names at the top of a module that stand for texts."""
    texts: dict[str, str] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Name):
            text = _text(node.value, texts)
            if text is not None:
                texts[node.targets[0].id] = text
    return texts


def _text(node: ast.expr, texts: dict[str, str]) -> str | None:
    """A text as it is written; what is only known while running is any word."""
    if isinstance(node, ast.Constant):
        return node.value if isinstance(node.value, str) else None
    if isinstance(node, ast.Name):
        return texts.get(node.id)
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        both = _text(node.left, texts), _text(node.right, texts)
        return None if None in both else "".join(map(str, both))
    if isinstance(node, ast.JoinedStr):
        return "".join(
            str(part.value)
            if isinstance(part, ast.Constant)
            else _text(part.value, texts) or "word"  # type: ignore[attr-defined]
            for part in node.values
        )
    return None


def _possible(tree: ast.Module) -> list[str]:
    """What looks like a pattern and is not written in a call of its own."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args]
    written = {id(node.args[0]) for node in calls if ast.unparse(node.func).startswith("re.")}
    texts = {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and id(node) not in written
    }
    return sorted(text for text in texts if re.search(r"[|\\*+]", text) and _is_pattern(text))


def _is_pattern(text: str) -> bool:
    try:
        re.compile(text)
    except re.error:
        return False
    return True


def _applied(tree: ast.Module, compiled: ast.Call) -> list[str]:
    """The functions of a compiled pattern that are called in its module; else the freest one."""
    names = {
        target.id
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign) and node.value is compiled
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    found = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and node.attr in FUNCTIONS
        and isinstance(node.value, ast.Name)
        and node.value.id in names
    }
    return sorted(found) or ["search"]


def _flags(call: ast.Call) -> int:
    """The flags that are written anywhere in a call."""
    flags = 0
    for node in ast.walk(call):
        if (
            isinstance(node, ast.Attribute)
            and isinstance(node.value, ast.Name)
            and node.value.id == "re"
            and node.attr.isupper()
        ):
            flags |= getattr(re, node.attr)
    return flags
