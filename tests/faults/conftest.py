"""Jobs shared by all fault tests, and the table of their outcomes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from cases import Cases
from faults_support import RUN_ALL, SEED_VARIABLE, ForkServer, Tally

#: The same each time; another one is for who looks for more.
_tally = Tally(int(os.environ.get(SEED_VARIABLE) or 1))


#: Of each test with its jobs, so many are run where nobody asks for all or for certain ones.
SHARE = 2


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if Path(__file__).parent in item.path.parents]
    for item in ours:
        item.add_marker(pytest.mark.faults)
        item.add_marker(
            pytest.mark.skipif(not Path("/proc").is_dir(), reason="looks into /proc, and forks")
        )
    asked = config.option.keyword or any("::" in argument for argument in config.args)
    if not RUN_ALL and not asked:
        left_out = _rest(ours)
        items[:] = [item for item in items if item not in left_out]
        config.hook.pytest_deselected(items=left_out)


def _rest(items: list[pytest.Item]) -> list[pytest.Item]:
    """What goes beyond the share, drawn anew for each seed."""
    by_test: dict[str, list[pytest.Item]] = {}
    for item in items:
        by_test.setdefault(item.nodeid.partition("[")[0], []).append(item)
    chance = _tally.chance("share")
    return [
        item for same in by_test.values() for item in chance.sample(same, max(0, len(same) - SHARE))
    ]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    if _tally.injected:
        terminalreporter.section(f"faults, {SEED_VARIABLE}={_tally.seed}")
        for line in _tally.lines():
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def tally() -> Tally:
    """Where faults are counted."""
    return _tally


@pytest.fixture(scope="session")
def fork_server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ForkServer]:
    """Where jobs come from."""
    fork_server = ForkServer(tmp_path_factory.mktemp("fork_server"))
    yield fork_server
    fork_server.close()


@pytest.fixture(scope="session")
def cases(fork_server: ForkServer, tmp_path_factory: pytest.TempPathFactory) -> Cases:
    """Every job on a tiny scene, measured when it is first asked for."""
    return Cases(fork_server, tmp_path_factory.mktemp("cases"))
