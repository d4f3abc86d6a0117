"""What a worker of a cluster is asked and told before it is given work: is it fit, and who is it.

Loaded in processes that somebody else may have started: it must not need more than the backend.
"""

from __future__ import annotations

import os
import platform
import socket
from dataclasses import dataclass
from importlib import metadata
from importlib.util import find_spec
from pathlib import Path

from ..common.version import VERSION
from ..compute.device import THREADS_VARIABLE
from ..files.identity import file_digest
from ..process.c_locale import use_c_locale

#: What computing a map needs; asked for by name, since importing takes seconds.
REQUIRED_PACKAGES = ("diffusers", "numpy", "rasterio", "safetensors", "scipy", "sklearn", "torch")
#: Other versions of these may give other numbers.
NUMERIC_PACKAGES = ("numpy", "rasterio", "scikit-learn", "scipy", "torch")


@dataclass(frozen=True)
class WorkerCheck:
    """What a worker finds where it runs."""

    host: str
    version: str
    packages: dict[str, str]
    missing: tuple[str, ...]
    folder_visible: bool
    can_write: bool
    digest: str  # of the model; empty where it cannot be read


def examine(lease: str, model: str) -> WorkerCheck:
    """Look around: `lease` is a file that the asking process has just made in the output folder."""
    missing = tuple(name for name in REQUIRED_PACKAGES if find_spec(name) is None)
    return WorkerCheck(
        host=socket.gethostname(),
        version=VERSION,
        packages={} if missing else numeric_packages(),
        missing=missing,
        folder_visible=os.path.isfile(lease),
        can_write=_can_write(Path(lease)),
        digest=file_digest(Path(model)),
    )


def numeric_packages() -> dict[str, str]:
    """The versions on which numbers depend."""
    versions = {name: metadata.version(name) for name in NUMERIC_PACKAGES}
    return {"python": platform.python_version(), **versions}


def limit_threads(threads: int) -> None:
    """Keep this process to so many threads, each numeric library to one: results repeat so."""
    use_c_locale()
    os.environ[THREADS_VARIABLE] = str(threads)
    import torch
    from threadpoolctl import threadpool_limits

    torch.set_num_threads(1)
    threadpool_limits(1)


def select_gpu(name: object) -> None:
    """Let the calling thread compute on a graphics card of its own where workers are numbered."""
    import torch

    count = torch.cuda.device_count() if torch.cuda.is_available() else 0
    if count > 1 and isinstance(name, int):
        torch.cuda.set_device(name % count)


def _can_write(lease: Path) -> bool:
    probe = lease.with_name(f"{lease.name}.{socket.gethostname()}.{os.getpid()}")
    try:
        probe.write_bytes(b"?")
        probe.unlink()
    except OSError:
        return False
    return True
