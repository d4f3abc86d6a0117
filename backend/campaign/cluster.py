"""Processes that share the work: Dask's, started on this machine or found on a cluster.

On this machine they talk to each other under certificates that are made for the occasion, so that
nobody else who is logged in can reach them, and they end with this process, however it ends.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import signal
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import dask
from distributed import Client, LocalCluster
from distributed.security import Security

from ..compute.device import choose_device, thread_count
from ..compute.memory import MEGABYTE, memory_budget
from ..core.errors import InvalidJob, UserError, first_line
from ..files.temporary_folders import make_temporary_folder

#: What a process with a model and one scene takes; fewer are started where memory is short.
MEMORY_PER_WORKER = 1536 * MEGABYTE
#: Of graphics cards, as `dask worker --resources GPU=1` offers them.
GPU_TAG = "GPU"
SECONDS_TO_CONNECT = 20
#: A task whose process dies more often than this is not tried again.
MAX_WORKER_DEATHS = 2
#: For processes that were killed; one that waits for a disk goes only when that answers.
SECONDS_TO_TERMINATE = 3.0
#: For a worker that died to be started anew by its own nanny, before it gets another one.
SECONDS_TO_RESTART = 30.0
LOOPBACK = "127.0.0.1"
#: Says more than anybody wants to know of processes that come and go.
_VERBOSE_LOGGERS = ("distributed", "tornado", "asyncio")


@dataclass(frozen=True)
class ClusterOptions:
    """Which processes are to work; without `scheduler`, ones on this machine."""

    scheduler: str | None = None
    workers: int | None = None
    threads: int | None = None  # of each worker
    memory_mb: int | None = None  # of all workers here, of each elsewhere
    device: str = "auto"
    authority: Path | None = None
    certificate: Path | None = None
    key: Path | None = None
    dashboard: str | None = None


@dataclass
class Cluster:
    """Processes that are ready to work; `close` must be called."""

    client: Client
    threads: int  # of each worker
    memory_mb: int | None  # of each worker; None leaves it to them
    device: str
    tags: dict[str, float] = field(default_factory=dict)
    serves_dashboard: bool = True
    _local: LocalCluster | None = None
    _temporary_folder: Path | None = None
    _missing_since: dict[Any, float] = field(default_factory=dict)  # names of workers → since when

    @property
    def is_local(self) -> bool:
        """Whether the processes are on this machine, and its own."""
        return self._local is not None

    @property
    def dashboard(self) -> str | None:
        """Where Dask tells what it is doing, if anywhere."""
        info = self.client.scheduler_info(n_workers=0)
        port = info["services"].get("dashboard")
        if not port or not self.serves_dashboard:
            return None
        host = info["address"].partition("://")[2].rpartition(":")[0]
        # without bokeh there are plain pages, but no drawings
        page = "status" if find_spec("bokeh") else "info/main/workers.html"
        return f"http://{host}:{port}/{page}"

    def workers(self) -> list[str]:
        """The addresses of the processes that may be given work now."""
        known = self.client.scheduler_info(n_workers=-1)["workers"]
        return [
            address
            for address, info in known.items()
            if all(info["resources"].get(tag, 0) >= minimum for tag, minimum in self.tags.items())
        ]

    def processes(self) -> list[int]:
        """The numbers of the worker processes that were started here."""
        if self._local is None:
            return []
        numbers = (nanny.pid for nanny in self._local.workers.values())
        return [number for number in numbers if number]

    def restart_missing_workers(self) -> None:
        """Start workers in place of those of this machine that nobody starts anew.

        A nanny whose worker is killed while it starts may give up, and Dask gives up a nanny that
        takes long.
        """
        if self._local is None:
            return
        if self._local._lock.locked():  # Dask is at it: the new ones are not among its workers yet
            self._missing_since.clear()
            return
        now, worker_names = time.monotonic(), list(self._local.worker_spec)
        for name in worker_names:
            nanny = self._local.workers.get(name)
            if nanny is not None and nanny.pid:
                self._missing_since.pop(name, None)
            elif now - self._missing_since.setdefault(name, now) > SECONDS_TO_RESTART:
                self._missing_since.clear()
                if self._local.workers.pop(name, None) is not None:
                    self._local.loop.add_callback(nanny.close)
                self._local.scale(len(worker_names))  # starts what it does not find
                return

    def close(self) -> None:
        """End the processes that were started here, or let go of those that were found."""
        self.kill()
        with contextlib.suppress(OSError, TimeoutError):
            self.client.close(timeout=2)
        if self._local is not None:
            with contextlib.suppress(OSError, TimeoutError):
                self._local.close(timeout=5)
        self._remove_temporary_folder()

    def kill(self) -> None:
        """End the processes that were started here at once; all they hold is on disk."""
        if self._local is None:
            return
        numbers = self.processes()
        for nanny in self._local.workers.values():
            nanny.close_gracefully()  # it must not start another one
        for number in numbers:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(number, signal.SIGTERM if os.name == "nt" else signal.SIGKILL)
        deadline = time.monotonic() + SECONDS_TO_TERMINATE
        while self.processes() and time.monotonic() < deadline:
            time.sleep(0.01)

    def _remove_temporary_folder(self) -> None:
        if self._temporary_folder is not None:
            shutil.rmtree(self._temporary_folder, ignore_errors=True)


def open_cluster(options: ClusterOptions, max_tasks: int) -> Cluster:
    """Start processes for at most so many tasks at a time, or connect to those of a scheduler."""
    for name in _VERBOSE_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return _connect(options) if options.scheduler else _start(options, max_tasks)


def plan_workers(options: ClusterOptions, max_tasks: int) -> tuple[int, int, int]:
    """How many processes to start here, and threads and megabytes for each.

    One a graphics card; on processors one a core, as far as memory and tasks go. Cores that are
    left over are shared out as threads.
    """
    budget, cores = memory_budget(options.memory_mb), thread_count()
    count = options.workers
    if count is None and choose_device(options.device).type == "cuda":
        import torch

        count = torch.cuda.device_count()
    elif count is None:
        count = min(cores, budget // MEMORY_PER_WORKER)
    count = max(1, min(count, max_tasks))
    threads = options.threads or max(1, cores // count)
    return count, threads, max(512, budget // count // MEGABYTE)


def _start(options: ClusterOptions, max_tasks: int) -> Cluster:
    count, threads, memory = plan_workers(options, max_tasks)
    kind = choose_device(options.device).type
    temporary_folder = make_temporary_folder("workers")
    tags = {GPU_TAG: 1.0} if kind == "cuda" else {}
    security = Security.temporary()
    settings = {
        "distributed.scheduler.worker-saturation": 1.0,
        "distributed.scheduler.work-stealing": False,
        "temporary-directory": str(temporary_folder),
        # anybody on this machine may look at web pages, so there are none unless asked for
        "distributed.worker.http.routes": [],
    }
    if options.dashboard is None:
        settings["distributed.scheduler.http.routes"] = []
    # on a busy machine a worker takes longer to come back than Dask would wait; it asks much later
    dask.config.set({"distributed.deploy.lost-worker-timeout": "5 minutes"})
    try:
        with dask.config.set(settings):
            local = LocalCluster(
                n_workers=count,
                threads_per_worker=1,
                processes=True,
                host=LOOPBACK,
                protocol="tls://",
                security=security,
                dashboard_address=_loopback(options.dashboard),
                memory_limit=0,  # memory is shared out by ourselves
                silence_logs=logging.CRITICAL,
                scheduler_kwargs={"allowed_failures": MAX_WORKER_DEATHS},
                resources=tags or None,
                local_directory=str(temporary_folder),
            )
            client = Client(local, security=security)
    except (OSError, RuntimeError, TimeoutError) as error:
        shutil.rmtree(temporary_folder, ignore_errors=True)
        raise UserError(
            "cluster.not_started",
            f"The processes that share the work could not be started ({first_line(error)}).",
            "Look into the log; if a dashboard was asked for, its address may be taken.",
        ) from error
    serves = options.dashboard is not None
    return Cluster(client, threads, memory, kind, tags, serves, local, temporary_folder)


def _connect(options: ClusterOptions) -> Cluster:
    address = str(options.scheduler)
    security = _security(options)
    settings = {"distributed.comm.timeouts.connect": f"{SECONDS_TO_CONNECT}s"}
    try:
        with dask.config.set(settings):
            client = Client(address, security=security, timeout=SECONDS_TO_CONNECT)
    except (OSError, ValueError, TimeoutError) as error:
        raise UserError(
            "cluster.unreachable",
            f"The scheduler {address} cannot be reached ({_root_cause(error)}).",
            "Check its address, that it runs, and, for tls, that its certificates and those given "
            "here come from the same authority.",
        ) from error
    tags = {GPU_TAG: 1.0} if options.device == "cuda" else {}
    return Cluster(client, options.threads or 1, options.memory_mb, options.device, tags)


def _security(options: ClusterOptions) -> Security:
    """The certificates for a scheduler; without any, whoever reaches it may run what they like."""
    address = str(options.scheduler)
    files = (options.authority, options.certificate, options.key)
    if not address.startswith(("tcp://", "tls://")):
        raise InvalidJob(
            f"The address of the scheduler is no address: {address}.",
            "It looks like tls://host:8786, or tcp://host:8786 in a network you trust.",
        )
    if address.startswith("tcp://"):
        if any(files):
            raise InvalidJob(
                "Certificates were given for a connection without any.",
                "Use an address that begins with tls://, or leave the certificates out.",
            )
        return Security()
    if not all(files):
        raise UserError(
            "cluster.missing_certificates",
            f"The scheduler {address} needs a certificate, its key and that of the authority.",
            "Give all three files.",
        )
    for file in files:
        if not os.path.isfile(str(file)):
            raise UserError(
                "cluster.missing_certificates",
                f"There is no certificate or key {file}.",
                "Give the files in PEM format that the cluster's operator made for you.",
            )
    return Security(
        tls_ca_file=str(options.authority),
        tls_client_cert=str(options.certificate),
        tls_client_key=str(options.key),
        require_encryption=True,
    )


def _root_cause(error: BaseException) -> str:
    """What lies at the bottom of an error."""
    while error.__cause__ is not None:
        error = error.__cause__
    return first_line(error)


def _loopback(address: str | None) -> str:
    """The dashboard's address, on this machine only unless a host is named."""
    if address is None:
        return f"{LOOPBACK}:0"
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        raise InvalidJob(
            f"The dashboard's address has no port: {address}.", "Give one such as :8787."
        )
    return f"{host or LOOPBACK}:{port}"


def run_on_workers(
    cluster: Cluster, function: Callable[..., Any], *arguments: object
) -> dict[str, Any]:
    """What every worker answers; an error where one could not even understand the question."""
    found = cluster.workers()
    answers = cluster.client.run(function, *arguments, workers=found, on_error="return")
    return {address: answers.get(address) for address in found}
