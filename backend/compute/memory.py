"""The memory budget of a job and of its blocks of pixels."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psutil

from ..core.errors import UserError

if TYPE_CHECKING:
    import torch

MEGABYTE = 2**20
#: The share of the free memory that a job may use.
FREE_MEMORY_FRACTION = 0.6
#: A larger budget does not make jobs faster.
MAX_DEFAULT_BUDGET = 8192 * MEGABYTE
MIN_BUDGET_MEGABYTES = 512
#: Used by libraries, labels and a network before the first pixel is read.
LIBRARY_MEMORY = 640 * MEGABYTE
MIN_BLOCK_BUDGET = 48 * MEGABYTE
#: Heaps of a process, and the number of the option that limits them (M_ARENA_MAX in malloc.h).
MAX_HEAPS, _MAX_HEAPS_OPTION = 2, -8


def memory_budget(megabytes: int | None = None) -> int:
    """The memory budget of a job in bytes: as given, or a share of the free memory."""
    if megabytes is not None:
        if megabytes < MIN_BUDGET_MEGABYTES:
            raise UserError(
                "memory.too_small",
                f"A memory limit of {megabytes} MB is less than the libraries need.",
                f"Give at least {MIN_BUDGET_MEGABYTES} MB, or leave the limit empty.",
            )
        return megabytes * MEGABYTE
    return min(int(free_memory() * FREE_MEMORY_FRACTION), MAX_DEFAULT_BUDGET)


def block_budget(budget: int) -> int:
    """The bytes of the budget of a job for one block of pixels and its copies."""
    return max(MIN_BLOCK_BUDGET, (budget - LIBRARY_MEMORY) // 2)


def free_memory() -> int:
    """The available memory in bytes, within the limit of a container."""
    available = int(psutil.virtual_memory().available)
    limit = _control_group_free_memory()
    return available if limit is None else min(available, limit)


def limit_heaps() -> None:
    """Let all threads of this process allocate from few heaps, where its C library can.

    By default each short-lived thread of a job may have a heap of its own, whose free memory the
    others cannot use.
    """
    if sys.platform == "linux":
        set_option = getattr(ctypes.CDLL(None), "mallopt", None)  # of the GNU C library
        if set_option is not None:
            set_option(_MAX_HEAPS_OPTION, MAX_HEAPS)


def return_free_memory() -> None:
    """Give memory that this process has freed back to the system, where its C library can.

    Otherwise each of the many short-lived threads of a session leaves some behind.
    """
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # of the GNU C library
        if trim is not None:
            trim(0)


def device_free_memory(device: torch.device) -> int:
    """The available memory of a device in bytes."""
    if device.type == "cuda":
        import torch

        # memory that PyTorch reserves but does not use is available, too
        reusable = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + reusable
    return free_memory()


def _control_group_free_memory() -> int | None:
    """The memory left within the limit of a control group, version 1 or 2."""
    root = Path("/sys/fs/cgroup")
    for limit, used, details in (
        ("memory.max", "memory.current", "memory.stat"),
        ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes", "memory/memory.stat"),
    ):
        try:
            limit_text = (root / limit).read_text(encoding="ascii").strip()
            used_text = (root / used).read_text(encoding="ascii").strip()
            statistics = (root / details).read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        if limit_text.isdigit() and used_text.isdigit():
            # the page cache is freed when the memory is needed
            cached = sum(
                int(line.split()[1])
                for line in statistics
                if line.split()[0] in ("inactive_file", "active_file")
            )
            return max(0, int(limit_text) - int(used_text) + cached)
    return None
