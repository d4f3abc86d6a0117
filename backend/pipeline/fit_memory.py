"""Keeps fitted methods in memory, so that the same training data are not fitted twice in a process.

Only a session keeps any: its jobs often use training data that another one was just fitted to. A
fit is found by a digest of everything that it depends on.
"""

from __future__ import annotations

import hashlib
from collections import OrderedDict
from collections.abc import Iterable
from dataclasses import dataclass, fields, is_dataclass
from typing import Any

import numpy as np

from ..classifiers.applicability import Applicability
from ..classifiers.stacking import StackedClassifier
from ..classifiers.validation import Validation


@dataclass(frozen=True)
class Fit:
    """A fitted method, its cross-validation, and its area of applicability."""

    classifier: StackedClassifier
    validation: Validation
    #: None where no training pixel was validated, and until it is computed.
    applicability: Applicability | None = None
    is_complete: bool = False  # with its area of applicability


class FitMemory:
    """The fits that were used last."""

    def __init__(self, max_fits: int = 0):
        self._max_fits = max_fits
        self._fits: OrderedDict[str, Fit] = OrderedDict()

    @property
    def is_used(self) -> bool:
        """Whether fits are kept at all."""
        return self._max_fits > 0

    def keep(self, max_fits: int) -> None:
        """Keep up to a number of fits from now on."""
        self._max_fits = max_fits

    def clear(self) -> None:
        """Forget all fits."""
        self._fits.clear()

    def find(self, key: str) -> Fit | None:
        """The fit with a key."""
        if key in self._fits:
            self._fits.move_to_end(key)
        return self._fits.get(key)

    def add(self, key: str, fit: Fit) -> None:
        """Keep a fit, in place of the one that was not used for longest."""
        self._fits[key] = fit
        while len(self._fits) > self._max_fits:
            self._fits.popitem(last=False)


#: The fits of this process; none are kept unless a session asks for it.
fit_memory = FitMemory()


def fit_key(*parts: Any) -> str:
    """A digest of arrays, dataclasses, sequences and plain values, by their types and contents."""
    digest = hashlib.blake2b()
    for part in _flat(parts):
        digest.update(len(part).to_bytes(8, "little"))
        digest.update(part)
    return digest.hexdigest()


def _flat(value: Any) -> Iterable[bytes | memoryview]:
    if isinstance(value, np.ndarray):
        yield f"array {value.dtype.str} {value.shape}".encode()
        yield np.ascontiguousarray(value).data.cast("B") if value.size else b""
    elif is_dataclass(value) and not isinstance(value, type):
        yield f"object {type(value).__name__}".encode()
        for field in fields(value):
            yield from _flat((field.name, getattr(value, field.name)))
    elif isinstance(value, (tuple, list)):
        yield f"sequence {len(value)}".encode()
        for item in value:
            yield from _flat(item)
    elif isinstance(value, dict):
        yield from _flat(tuple(value.items()))
    else:
        yield f"{type(value).__name__} {value!r}".encode()
