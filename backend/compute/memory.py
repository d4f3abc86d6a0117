"""How much memory a job may use, and how much of that is there for blocks of pixels."""

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
#: Of the memory that is free when a job starts, the rest of the machine keeps some.
SHARE_OF_FREE = 0.6
#: More than this speeds nothing up.
LARGEST_DEFAULT = 8192 * MEGABYTE
#: Where nothing can be found out, what any machine of today can spare.
UNKNOWN_FREE = 4096 * MEGABYTE
SMALLEST_BUDGET = 512
#: What the libraries, the labels and a network occupy before the first pixel is read.
OWN_NEED = 640 * MEGABYTE
SMALLEST_FOR_BLOCKS = 48 * MEGABYTE


def memory_budget(megabytes: int | None = None) -> int:
    """Bytes that the whole job may use: as told, or a share of what is free."""
    if megabytes is not None:
        if megabytes < SMALLEST_BUDGET:
            raise UserError(
                "memory.too_small",
                f"A memory limit of {megabytes} MB is too small; the libraries alone need more.",
                f"Allow at least {SMALLEST_BUDGET} MB, or leave the limit empty.",
            )
        return megabytes * MEGABYTE
    return min(int(free_memory() * SHARE_OF_FREE), LARGEST_DEFAULT)


def block_budget(budget: int) -> int:
    """Bytes of a job's budget that one block of pixels and its copies may take."""
    return max(SMALLEST_FOR_BLOCKS, (budget - OWN_NEED) // 2)


def free_memory() -> int:
    """Bytes that can be used now, containers' limits respected."""
    if sys.platform == "win32":
        return _windows_free() or UNKNOWN_FREE
    found = [amount for amount in (_linux_free(), _control_group_free()) if amount is not None]
    if found:
        return min(found)
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") // 2
    except (ValueError, OSError):
        return UNKNOWN_FREE


def free_memory_of(device: torch.device) -> int:
    """Bytes that can be used now where a device computes."""
    if device.type == "cuda":
        import torch

        # what PyTorch holds and does not use is as good as free
        held = torch.cuda.memory_reserved(device) - torch.cuda.memory_allocated(device)
        return torch.cuda.mem_get_info(device)[0] + held
    return free_memory()


def _linux_free() -> int | None:
    try:
        lines = Path("/proc/meminfo").read_text(encoding="ascii").splitlines()
    except OSError:
        return None
    for line in lines:
        if line.startswith("MemAvailable:"):
            return int(line.split()[1]) * 1024
    return None


def _control_group_free() -> int | None:
    """What a container's limit leaves, in both versions of control groups."""
    root = Path("/sys/fs/cgroup")
    for limit, used, details in (
        ("memory.max", "memory.current", "memory.stat"),
        ("memory/memory.limit_in_bytes", "memory/memory.usage_in_bytes", "memory/memory.stat"),
    ):
        try:
            most = (root / limit).read_text(encoding="ascii").strip()
            now = (root / used).read_text(encoding="ascii").strip()
            statistics = (root / details).read_text(encoding="ascii").splitlines()
        except OSError:
            continue
        if most.isdigit() and now.isdigit():
            # files that were read stay in memory only as long as nobody else needs it
            cached = sum(
                int(line.split()[1])
                for line in statistics
                if line.split()[0] in ("inactive_file", "active_file")
            )
            return max(0, int(most) - int(now) + cached)
    return None


def _windows_free() -> int | None:
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
    known = ctypes.windll.kernel32.GlobalMemoryStatusEx(ctypes.byref(status))  # type: ignore[attr-defined]
    return int(status.available) if known else None
