"""Dask workers: processes started on this machine, or those of a given scheduler.

Local processes communicate with temporary certificates, so that other users of this machine cannot
connect to them, and they end with this process.
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

#: The memory of a worker with a model and one scene; it limits the number of workers.
MEMORY_PER_WORKER = 1536 * MEGABYTE
#: The resource of workers with a GPU, as in `dask worker --resources GPU=1`.
GPU_TAG = "GPU"
SECONDS_TO_CONNECT = 20
#: A task whose worker dies more often than this is not tried again.
MAX_WORKER_DEATHS = 2
#: The wait for killed processes; one that waits for a disk ends later.
SECONDS_TO_TERMINATE = 3.0
#: The time that a nanny has to restart its worker before it is replaced.
SECONDS_TO_RESTART = 30.0
LOOPBACK = "127.0.0.1"
#: Loggers that report every start and end of a process.
_VERBOSE_LOGGERS = ("distributed", "tornado", "asyncio")


@dataclass(frozen=True)
class ClusterOptions:
    """The workers to use; without `scheduler`, processes on this machine."""

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
    """Workers that are ready; `close` must be called."""

    client: Client
    threads: int  # of each worker
    memory_mb: int | None  # of each worker; None for their own default
    device: str
    tags: dict[str, float] = field(default_factory=dict)
    serves_dashboard: bool = True
    _local: LocalCluster | None = None
    _temporary_folder: Path | None = None
    _missing_since: dict[Any, float] = field(default_factory=dict)  # by the names of workers

    @property
    def is_local(self) -> bool:
        """Whether the workers were started here."""
        return self._local is not None

    @property
    def dashboard(self) -> str | None:
        """The address of the Dask dashboard, if there is one."""
        info = self.client.scheduler_info(n_workers=0)
        port = info["services"].get("dashboard")
        if not port or not self.serves_dashboard:
            return None
        host = info["address"].partition("://")[2].rpartition(":")[0]
        # without bokeh there are only pages without charts
        page = "status" if find_spec("bokeh") else "info/main/workers.html"
        return f"http://{host}:{port}/{page}"

    def workers(self) -> list[str]:
        """The addresses of the workers that can be given tasks now."""
        known = self.client.scheduler_info(n_workers=-1)["workers"]
        return [
            address
            for address, info in known.items()
            if all(info["resources"].get(tag, 0) >= minimum for tag, minimum in self.tags.items())
        ]

    def processes(self) -> list[int]:
        """The process numbers of the workers that were started here."""
        if self._local is None:
            return []
        numbers = (nanny.pid for nanny in self._local.workers.values())
        return [number for number in numbers if number]

    def restart_missing_workers(self) -> None:
        """Replace local workers that were not restarted by their nanny.

        A nanny gives up when its worker is killed during the start, and Dask gives up a nanny that
        takes too long.
        """
        if self._local is None:
            return
        if self._local._lock.locked():  # Dask is starting workers that are not listed yet
            self._missing_since.clear()
            return
        now, worker_names = time.monotonic(), list(self._local.worker_spec)
        for name in worker_names:
            nanny = self._local.workers.get(name)
            if nanny is not None and nanny.pid:
                self._missing_since.pop(name, None)
            elif now - self._missing_since.setdefault(name, now) > SECONDS_TO_RESTART:
                self._missing_since.clear()
                self._local.workers.pop(name, None)
                if nanny is not None and self._local.loop is not None:
                    self._local.loop.add_callback(nanny.close)
                self._local.scale(len(worker_names))  # starts the missing workers
                return

    def close(self) -> None:
        """End local workers, or disconnect from those of a scheduler."""
        self.kill()
        with contextlib.suppress(OSError, TimeoutError):
            self.client.close(timeout=2)
        if self._local is not None:
            with contextlib.suppress(OSError, TimeoutError):
                self._local.close(timeout=5)
        self._remove_temporary_folder()

    def kill(self) -> None:
        """Kill local workers; complete results are already on disk."""
        if self._local is None:
            return
        numbers = self.processes()
        for nanny in self._local.workers.values():
            nanny.close_gracefully()  # it must not restart its worker
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
    """Start local workers for at most `max_tasks` tasks, or connect to a scheduler."""
    for name in _VERBOSE_LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    return _connect(options) if options.scheduler else _start(options, max_tasks)


def plan_workers(options: ClusterOptions, max_tasks: int) -> tuple[int, int, int]:
    """The number of local workers, and the threads and megabytes of each.

    One worker per GPU, or one per CPU core as far as memory and tasks allow. Remaining cores become
    threads of the workers.
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
        # other users of this machine could open the web pages, so there are none by default
        "distributed.worker.http.routes": [],
    }
    if options.dashboard is None:
        settings["distributed.scheduler.http.routes"] = []
    # on a busy machine a worker takes longer to restart than Dask waits by default
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
                memory_limit=0,  # the budget is set by the settings of the job
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
            f"The worker processes could not be started ({first_line(error)}).",
            "Check the log; if a dashboard was requested, its port may be in use.",
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
            "Check the address, that the scheduler is running, and, for tls, that its certificates "
            "and the given ones are from the same authority.",
        ) from error
    tags = {GPU_TAG: 1.0} if options.device == "cuda" else {}
    return Cluster(client, options.threads or 1, options.memory_mb, options.device, tags)


def _security(options: ClusterOptions) -> Security:
    """The certificates for a scheduler; a tcp connection has none."""
    address = str(options.scheduler)
    files = (options.authority, options.certificate, options.key)
    if not address.startswith(("tcp://", "tls://")):
        raise InvalidJob(
            f"The address of the scheduler is not valid: {address}.",
            "Give an address such as tls://host:8786, or tcp://host:8786 in a trusted network.",
        )
    if address.startswith("tcp://"):
        if any(files):
            raise InvalidJob(
                "Certificates were given for a connection without encryption.",
                "Use an address that begins with tls://, or omit the certificates.",
            )
        return Security()
    if not all(files):
        raise UserError(
            "cluster.missing_certificates",
            f"The scheduler {address} requires a certificate, its key and that of the authority.",
            "Give all three files.",
        )
    for file in files:
        if not os.path.isfile(str(file)):
            raise UserError(
                "cluster.missing_certificates",
                f"The certificate or key {file} does not exist.",
                "Give the PEM files that the operator of the cluster has issued.",
            )
    return Security(
        tls_ca_file=str(options.authority),
        tls_client_cert=str(options.certificate),
        tls_client_key=str(options.key),
        require_encryption=True,
    )


def _root_cause(error: BaseException) -> str:
    """The message of the innermost cause of an error."""
    while error.__cause__ is not None:
        error = error.__cause__
    return first_line(error)


def _loopback(address: str | None) -> str:
    """The address of the dashboard, on this machine only unless a host is given."""
    if address is None:
        return f"{LOOPBACK}:0"
    host, _, port = address.rpartition(":")
    if not port.isdigit():
        raise InvalidJob(
            f"The address of the dashboard has no port: {address}.",
            "Give an address such as :8787.",
        )
    return f"{host or LOOPBACK}:{port}"


def run_on_workers(
    cluster: Cluster, function: Callable[..., Any], *arguments: object
) -> dict[str, Any]:
    """The result of a function on every worker; an exception where it failed there."""
    addresses = cluster.workers()
    answers = cluster.client.run(function, *arguments, workers=addresses, on_error="return")
    return {address: answers.get(address) for address in addresses}
