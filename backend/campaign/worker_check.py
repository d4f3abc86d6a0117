"""Checks the environment of a worker and configures it, before it gets any task.

Imported in worker processes that the user may have started; it needs only the backend itself.
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

#: Packages that mapping needs; they are looked up by name, because importing takes seconds.
REQUIRED_PACKAGES = ("diffusers", "numpy", "rasterio", "safetensors", "scipy", "sklearn", "torch")
#: Packages whose version may change results.
NUMERIC_PACKAGES = ("numpy", "rasterio", "scikit-learn", "scipy", "torch")


@dataclass(frozen=True)
class WorkerCheck:
    """The environment of a worker."""

    host: str
    version: str
    packages: dict[str, str]
    missing: tuple[str, ...]
    folder_visible: bool
    can_write: bool
    digest: str  # of the model; empty where it cannot be read


def examine(lease: str, model: str) -> WorkerCheck:
    """Check the environment; `lease` is a file in the output folder that exists by now."""
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
    """The versions of Python and of the packages that may change results."""
    versions = {name: metadata.version(name) for name in NUMERIC_PACKAGES}
    return {"python": platform.python_version(), **versions}


def limit_threads(threads: int) -> None:
    """Limit the threads of this process, and numeric libraries to one for reproducibility."""
    use_c_locale()
    os.environ[THREADS_VARIABLE] = str(threads)
    import torch
    from threadpoolctl import threadpool_limits

    torch.set_num_threads(1)
    threadpool_limits(1)


def select_gpu(name: object) -> None:
    """Select a GPU for the calling thread by the number of the worker, if it has one."""
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
