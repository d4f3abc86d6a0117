"""The number of workers of a machine, and their threads and memory."""

from __future__ import annotations

import contextlib
import os
import signal
from types import SimpleNamespace

import pytest
import torch
from backend_support import run, wait_until
from batch_support import kill
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
    """A machine of sixteen cores with plenty of memory and no GPU; tests change it."""
    hardware = SimpleNamespace(cores=16, memory=PLENTY, gpus=0)
    named = "backend.campaign.cluster"
    monkeypatch.setattr(f"{named}.thread_count", lambda: hardware.cores)
    monkeypatch.setattr(
        f"{named}.memory_budget",
        lambda megabytes: megabytes * MEGABYTE if megabytes else hardware.memory,
    )
    monkeypatch.setattr(
        f"{named}.choose_device",
        lambda name: SimpleNamespace(type="cuda" if hardware.gpus and name != "cpu" else "cpu"),
    )
    monkeypatch.setattr(torch.cuda, "device_count", lambda: hardware.gpus)
    return hardware


def test_one_worker_per_core_within_the_memory(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(), 100)[:2] == (16, 1)
    machine.memory = 4 * MEMORY_PER_WORKER
    count, threads, memory = plan_workers(ClusterOptions(), 100)
    assert (count, threads) == (4, 4)
    assert memory * MEGABYTE == MEMORY_PER_WORKER
    machine.memory = MEMORY_PER_WORKER // 4
    assert plan_workers(ClusterOptions(), 100) == (1, 16, 512)


def test_few_scenes_use_few_workers_with_more_threads(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(), 3)[:2] == (3, 5)


def test_one_worker_per_gpu(machine: SimpleNamespace) -> None:
    machine.gpus = 4
    assert plan_workers(ClusterOptions(), 100)[:2] == (4, 4)
    assert plan_workers(ClusterOptions(device="cpu"), 100)[:2] == (16, 1)


def test_requested_numbers_are_used(machine: SimpleNamespace) -> None:
    assert plan_workers(ClusterOptions(workers=2, threads=3), 100)[:2] == (2, 3)
    assert plan_workers(ClusterOptions(workers=2, memory_mb=3000), 100) == (2, 8, 1500)


def test_a_process_uses_the_given_number_of_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, "3")
    assert thread_count() == 3
    for nothing in ("", " "):
        monkeypatch.setenv(THREADS_VARIABLE, nothing)
        assert thread_count() >= 1


@pytest.mark.parametrize("nonsense", ["0", "many", "-1", "²", "٣", "1.5", "1_0", "9" * 5000])
def test_an_invalid_number_of_threads_is_reported(
    monkeypatch: pytest.MonkeyPatch, nonsense: str
) -> None:
    monkeypatch.setenv(THREADS_VARIABLE, nonsense)
    failure = run("doctor").failure
    assert failure.code == "job.invalid"
    assert THREADS_VARIABLE in failure.message
    assert nonsense[:40] in failure.message


def test_a_worker_given_up_by_its_nanny_is_replaced(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("backend.campaign.cluster.SECONDS_TO_RESTART", 0.5)
    with contextlib.closing(open_cluster(ClusterOptions(workers=1), 1)) as cluster:
        (first,) = cluster.processes()
        (nanny,) = cluster._local.workers.values()
        nanny.close_gracefully()  # it will not start another one
        kill(first)

        def came_back() -> bool:
            cluster.restart_missing_workers()
            return bool(cluster.processes()) and cluster.processes() != [first]

        wait_until(came_back, "another worker")
        wait_until(cluster.workers, "it to be known")
        assert cluster.client.submit(sum, (1, 2)).result(timeout=120) == 3


def test_a_task_that_kills_its_worker_at_once_is_reported_as_begun() -> None:
    def fatal() -> None:
        Relay(get_worker(), "campaign", "deadly").begin()
        os.kill(os.getpid(), signal.SIGKILL)

    events: list[tuple[str, None]] = []
    with contextlib.closing(open_cluster(ClusterOptions(workers=1), 1)) as cluster:
        cluster.client.subscribe_topic("campaign", lambda event: events.append(event[1]))
        with pytest.raises(KilledWorker):
            cluster.client.submit(fatal).result(timeout=120)
    assert [tuple(event) for event in events] == [("deadly", None)] * (MAX_WORKER_DEATHS + 1)
