"""The device and the number of threads of a job."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..common.choices import AUTO
from ..core.errors import InvalidJob, UserError
from .parallel import threads_per_item

if TYPE_CHECKING:
    import torch

#: The environment variable that limits the threads of a process.
THREADS_VARIABLE = "GEODIFFNET_THREADS"
MAX_THREADS = 9999


def choose_device(name: str) -> torch.device:
    """The device of this name; `auto` is the GPU if there is one."""
    import torch

    available = {
        "cpu": True,
        "cuda": torch.cuda.is_available(),
        "mps": torch.backends.mps.is_available(),
    }
    if name == AUTO:
        name = next(kind for kind in ("cuda", "mps", "cpu") if available[kind])
    if not available.get(name, False):
        raise UserError(
            "device.unavailable",
            f"The device {name} is not available on this machine.",
            "Choose auto or cpu; for cuda, check the NVIDIA driver and the installed torch build.",
        )
    return torch.device(name)


def _parse_thread_count(value: str) -> int:
    number = int(value) if value.isascii() and value.isdigit() and len(value) <= 4 else 0
    if number < 1:
        raise InvalidJob(
            f"The environment variable {THREADS_VARIABLE} has the invalid value {value[:40]}.",
            f"Give a whole number from 1 to {MAX_THREADS}, or remove the variable.",
        )
    return number


def thread_count() -> int:
    """The number of threads: that of the environment variable, else the available CPU cores.

    Within an item of `run_parallel`, the share of the threads of that item.
    """
    if share := threads_per_item():
        return share
    if value := os.environ.get(THREADS_VARIABLE, "").strip():
        return _parse_thread_count(value)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
