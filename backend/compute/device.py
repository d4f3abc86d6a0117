"""Which device computes, and how many threads a job takes."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import UserError
from .side_by_side import threads_of_item

if TYPE_CHECKING:
    import torch

#: A card where there is one; where that fails, the processor.
AUTO = "auto"
DEVICES = (AUTO, "cpu", "cuda", "mps")
#: How many threads a process may take, where several share a machine.
THREADS_VARIABLE = "GEODIFFNET_THREADS"


def choose_device(name: str) -> torch.device:
    """The device of that name; `auto` takes a GPU where there is one."""
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


def worker_count() -> int:
    """How many threads may work side by side: as told, or one for each core that may be used.

    What is computed beside other things takes its share of them.
    """
    if share := threads_of_item():
        return share
    told = os.environ.get(THREADS_VARIABLE, "")
    if told.isdigit() and int(told) > 0:
        return int(told)
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
