"""The memory budget of a job and of its blocks of pixels."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..core.errors import UserError

if TYPE_CHECKING:
    import torch

MEGABYTE = 2**20
#: The share of the free memory that a job may use.
FREE_MEMORY_FRACTION = 0.6
#: A larger budget does not make jobs faster.
MAX_DEFAULT_BUDGET = 8192 * MEGABYTE
#: Assumed where the free memory cannot be determined.
FALLBACK_FREE_MEMORY = 4096 * MEGABYTE
MIN_BUDGET_MEGABYTES = 512
#: Used by libraries, labels and a network before the first pixel is read.
LIBRARY_MEMORY = 640 * MEGABYTE
MIN_BLOCK_BUDGET = 48 * MEGABYTE


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
    """The available memory in bytes, within the limits of a container."""
    if sys.platform == "win32":
        return _windows_free_memory() or FALLBACK_FREE_MEMORY
    found = [
        amount
        for amount in (_linux_free_memory(), _control_group_free_memory())
        if amount is not None
    ]
    if found:
        return min(found)
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    except (ValueError, OSError):
        return FALLBACK_FREE_MEMORY


def device_free_memory(device: torch.device) -> int:
    """The available memory of a device in bytes."""
    if device.type == "cuda":
        import torch

        # memory that PyTorch reserves but does not use is available, too
        reusable = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + reusable
    return free_memory()


def _linux_free_memory() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


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


def _windows_free_memory() -> int | None:
    class Status(ctypes.Structure):
        _fields_ = (
            ("length", ctypes.c_ulong),
            ("load", ctypes.c_ulong),
            ("total", ctypes.c_ulonglong),
            ("available", ctypes.c_ulonglong),
            ("rest", ctypes.c_ulonglong * 5),
        )

    status = Status()
    status.length = ctypes.sizeof(Status)
    succeeded = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined]
    return int(status.available) if succeeded else None
