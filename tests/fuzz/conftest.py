"""The good files, the processes that try cases, the seed, and the table in the end."""

from __future__ import annotations

import os

for _name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ.setdefault(_name, "1")

from collections import Counter  # noqa: E402
from collections.abc import Iterator  # noqa: E402
from pathlib import Path  # noqa: E402

import pytest  # noqa: E402

from .pool import ProcessPool, Verdict  # noqa: E402

SEED_VARIABLE = "GEODIFFNET_FUZZ_SEED"
ALL = "GEODIFFNET_ALL_TESTS" in os.environ
#: What a change did not touch must not fail by chance; another seed is for who looks for more.
SEED = int(os.environ.get(SEED_VARIABLE) or 1)

_table: dict[str, Counter[str]] = {}


@pytest.fixture(scope="session")
def seed() -> int:
    """What this run's cases are made with."""
    return SEED


@pytest.fixture(scope="session")
def pool(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ProcessPool]:
    """Processes that try cases."""
    from . import valid_inputs

    good = tmp_path_factory.mktemp("good")
    valid_inputs.write_all(good)
    pool = ProcessPool(good, tmp_path_factory.mktemp("pool"))
    yield pool
    pool.end()


def add_verdicts(name: str, verdicts: list[Verdict]) -> None:
    """Count verdicts for the table."""
    _table.setdefault(name, Counter()).update(entry.verdict for entry in verdicts)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker(pytest.mark.fuzz)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if not _table:
        return
    terminalreporter.section(f"hostile input, {SEED_VARIABLE}={SEED}")
    line = "{:<28} {:>7} {:>12} {:>13} {:>9}"
    write = terminalreporter.write_line
    write(line.format("kind", "tried", "clear error", "right result", "findings"))
    total: Counter[str] = Counter()
    for name, found in [*_table.items(), ("all", total)]:
        numbers = (found.total(), found["error"], found["result"], found["finding"])
        write(line.format(name, *numbers))
        total.update(found)
