"""What the corpus of hostile input consists of: kinds, how many of each, and how to make one.

A case is told by its kind, its number and the seed, and is the same wherever it is made.
"""

from __future__ import annotations

import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np


@dataclass(frozen=True)
class JobRequest:
    """A job on hostile input; `out` is where all of its outputs go."""

    job: str
    settings: dict[str, Any] = field(default_factory=dict)
    #: Instead of job and settings: what stands on the line, as it is.
    line: str | None = None
    #: Codes of errors that would be wrong: this must end in a result.
    must_work: bool = False
    #: This must end in an error: a result would mean that something was let through.
    must_fail: bool = False


@dataclass(frozen=True)
class Workspace:
    """Where a case is made: the good files, a folder for what is damaged, and one for outputs."""

    good: Path
    folder: Path
    out: Path

    @property
    def canary(self) -> Path:
        """A file that only code from the input would make."""
        return self.folder.parent / "canary"


Maker = Callable[[np.random.Generator, Workspace], JobRequest]


@dataclass(frozen=True)
class Kind:
    """Cases of one kind."""

    name: str
    count: int
    make: Maker


KINDS: dict[str, Kind] = {}


def kind(name: str, count: int) -> Callable[[Maker], Maker]:
    """Add a kind to the corpus."""

    def add(make: Maker) -> Maker:
        KINDS[name] = Kind(name, count, make)
        return make

    return add


def randomness(name: str, number: int, seed: int) -> np.random.Generator:
    """What a case is made with."""
    return np.random.default_rng([seed, zlib.crc32(name.encode()), number])


def load() -> dict[str, Kind]:
    """All kinds, their modules imported."""
    # each registers its kinds
    from . import (  # noqa: F401
        backbones,
        external_references,
        jobs,
        labels,
        models,
        products,
        rasters,
        readers,
    )

    return KINDS
