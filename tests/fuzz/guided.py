"""A small coverage-guided fuzzer: inputs that reach new lines are kept and damaged again."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType, ModuleType
from typing import Any

import numpy as np

from backend.core.errors import UserError

from .damage import damaged, damaged_text, pick

Target = Callable[[bytes], object]


@dataclass
class Found:
    """The result of a search."""

    tried: int = 0
    refused: int = 0
    kept: int = 0
    lines: set[tuple[str, int]] = field(default_factory=set)
    #: Inputs that gave neither a result nor a clear error, with the exception.
    faults: list[tuple[bytes, BaseException]] = field(default_factory=list)


def search(
    target: Target,
    seeds: Iterable[bytes],
    modules: Sequence[ModuleType],
    rng: np.random.Generator,
    tries: int,
    head: int | None = None,
    text: bool = False,
) -> Found:
    """Damage seeds a number of times, guided by the coverage of `modules`."""
    found = Found()
    files = {str(Path(module.__file__ or "").resolve()) for module in modules}
    corpus: list[bytes] = []
    for seed in seeds:
        _try(target, seed, files, found)
        corpus.append(seed)
    for _ in range(tries):
        parent = corpus[int(rng.integers(len(corpus)))]
        if text and rng.random() < 0.7:
            child = damaged_text(rng, parent.decode("utf-8", "replace"))
            content = child.encode("utf-8", "surrogatepass")
        elif len(corpus) > 1 and rng.random() < 0.1:
            other = pick(rng, corpus)
            at = int(rng.integers(min(len(parent), len(other)) or 1))
            content = parent[:at] + other[at:]
        else:
            content = damaged(rng, parent, head)
        if _try(target, content, files, found) and len(content) < 2**20:
            corpus.append(content)
            found.kept += 1
        if len(found.faults) >= 5:
            break
    return found


def _try(target: Target, content: bytes, files: set[str], found: Found) -> bool:
    """Whether an input reached a line for the first time."""
    reached: set[tuple[str, int]] = set()

    def local(frame: FrameType, event: str, _: Any) -> Any:
        if event == "line":
            reached.add((frame.f_code.co_filename, frame.f_lineno))
        return local

    def trace(frame: FrameType, event: str, _: Any) -> Any:
        return local if frame.f_code.co_filename in files else None

    found.tried += 1
    before = sys.gettrace()
    sys.settrace(trace)
    try:
        target(content)
    except UserError:
        found.refused += 1
    except Exception as error:
        found.faults.append((content, error))
    finally:
        sys.settrace(before)
    new = reached - found.lines
    found.lines |= new
    return bool(new)
