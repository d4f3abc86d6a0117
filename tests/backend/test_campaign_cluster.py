"""How many workers a machine gets, and what each may use of it."""

from __future__ import annotations

import contextlib
import os
import signal
from types import SimpleNamespace

import pytest
import torch
from backend_support import run
from batch_support import kill, wait_until
from distributed import KilledWorker, get_worker

from backend.campaign.cluster import (
    MAX_WORKER_DEATHS,
    MEMORY_PER_WORKER,
    ClusterOptions,
    open_cluster,
    plan_workers,
)
from backend.campaign.scene_task import Relay
from backend.compute.device import THREADS_VARIABLE, thread_count
from backend.compute.memory import MEGABYTE

pytestmark = pytest.mark.backend

PLENTY = 64 * MEMORY_PER_WORKER


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """A machine of sixteen cores with plenty of memory and no graphics card; change it at will."""
    about = SimpleNamespace(cores=16, memory=PLENTY, cards=0)
    named = "backend.campaign.cluster"
    monkeypatch.setattr(f"{named}.thread_count", lambda: about.cores)
    monkeypatch.setattr(
        f"{named}.memory_budget", lambda told: told * MEGABYTE if told else about.memory
    )
    monkeypatch.setattr(
        f"{named}.choose_device",
        lambda name: SimpleNamespace(type="cuda" if about.cards and name != "cpu" else "cpu"),
    )
    monkeypatch.setattr(torch.cuda, "device_count", lambda: about.cards)
    return about


def test_a_core_is_a_worker_where_memory_allows(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(), 100)[:2] == (16, 1)
    machine.memory = 4 * MEMORY_PER_WORKER
    count, threads, memory = plan_workers(ClusterOptions(), 100)
    assert (count, threads) == (4, 4)
    assert memory * MEGABYTE == MEMORY_PER_WORKER
    machine.memory = MEMORY_PER_WORKER // 4
    assert plan_workers(ClusterOptions(), 100) == (1, 16, 512)


def test_few_scenes_get_few_workers_with_more_threads(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(), 3)[:2] == (3, 5)


def test_a_graphics_card_is_a_worker(machine: SimpleNamespace) -> None:
    machine.cards = 4
    assert plan_workers(ClusterOptions(), 100)[:2] == (4, 4)
    assert plan_workers(ClusterOptions(device="cpu"), 100)[:2] == (16, 1)


def test_what_is_asked_for_is_done(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(workers=2, threads=3), 100)[:2] == (2, 3)
    assert plan_workers(ClusterOptions(workers=2, memory_mb=3000), 100) == (2, 8, 1500)


def test_a_process_keeps_to_the_threads_it_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "3")
    assert thread_count() == 3
    for nothing in ("", " "):
        monkeypatch.setenv(THREADS_VARIABLE, nothing)
        assert thread_count() >= 1


@pytest.mark.parametrize("nonsense", ["0", "many", "-1", "²", "٣", "1.5", "1_0", "9" * 5000])
def test_a_number_of_threads_that_is_none_is_told(
    monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, nonsense)
    failure = run("doctor").failure
    assert failure.code == "job.invalid"
    assert THREADS_VARIABLE in failure.message
    assert nonsense[:40] in failure.message


def test_a_worker_that_its_nanny_gave_up_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.campaign.cluster.SECONDS_TO_RESTART", 0.5)
    with contextlib.closing(open_cluster(ClusterOptions(workers=1), 1)) as cluster:
        (first,) = cluster.processes()
        (nanny,) = cluster._local.workers.values()
        nanny.close_gracefully()  # it will not start another one
        kill(first)

        def came_back() -> bool:
            cluster.restart_missing_workers()
            return bool(cluster.processes()) and cluster.processes() != [first]

        wait_until(came_back, 120, "another worker")
        wait_until(cluster.workers, 120, "it to be known")
        assert cluster.client.submit(sum, (1, 2)).result(timeout=120) == 3


def test_a_task_that_kills_its_worker_at_once_is_known_to_have_begun() -> None:
    def fatal() -> None:
        Relay(get_worker(), "campaign", "deadly").begin()
        os.kill(os.getpid(), signal.SIGKILL)

    heard: list[tuple[str, None]] = []
    with contextlib.closing(open_cluster(ClusterOptions(workers=1), 1)) as cluster:
        cluster.client.subscribe_topic("campaign", lambda event: heard.append(event[1]))
        with pytest.raises(KilledWorker):
            cluster.client.submit(fatal).result(timeout=120)
    assert [tuple(event) for event in heard] == [("deadly", None)] * (MAX_WORKER_DEATHS + 1)
