"""Every hostile input gives a clear error or a right result, within limits, and leaves nothing.

A share of the corpus is tried, the same each time unless another seed is given; with
`GEODIFFNET_ALL_TESTS` all of it. A case is repeated by setting the variable that the table names to
the number that it tells.
"""

from __future__ import annotations

import pytest

from .conftest import ALL, add_verdicts
from .corpus import load
from .pool import Case, ProcessPool
from .regressions import REGRESSIONS

#: Of the corpus, what is tried each time.
SHARE = 20

KINDS = load()


def test_the_corpus_is_large() -> None:
    assert sum(kind.count for kind in KINDS.values()) >= 3000


@pytest.mark.parametrize("name", KINDS)
def test_hostile_input_is_survived(pool: ProcessPool, seed: int, name: str) -> None:
    kind = KINDS[name]
    count = kind.count if ALL else max(3, kind.count // SHARE)
    verdicts = pool.try_all(Case(name, number, seed) for number in range(count))
    add_verdicts(name, verdicts)
    findings = [entry for entry in verdicts if entry.verdict == "finding"]
    assert not findings, "\n\n".join(f"{entry.case}: {entry.why}" for entry in findings[:8])


def test_what_was_found_before_is_survived(pool: ProcessPool) -> None:
    verdicts = pool.try_all(Case(*entry) for entry in REGRESSIONS)
    add_verdicts("found before", verdicts)
    findings = [entry for entry in verdicts if entry.verdict == "finding"]
    assert not findings, "\n\n".join(f"{entry.case}: {entry.why}" for entry in findings)
