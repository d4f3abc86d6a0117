"""The faults that a worker of the fork server can inject, by name."""

from __future__ import annotations

import contextlib
import os
import resource
import signal
import sys
import time
import warnings

MEGABYTE = 2**20


def limit_memory(megabytes: int) -> None:
    """Let the process have only so much more memory than it has now."""
    with open("/proc/self/statm", encoding="ascii") as file:
        pages = int(file.read().split()[0])
    most = pages * resource.getpagesize() + megabytes * MEGABYTE
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def set_clock_back(seconds: float, after: float) -> None:
    """Set the clock back while the job runs; what only ever goes forward is left as it is."""
    true, start = time.time, time.monotonic()

    def wrong() -> float:
        return true() - (seconds if time.monotonic() - start > after else 0.0)

    time.time = wrong


def hang_in_stage(stage: str) -> None:
    """Hang for ever, deaf to every exception, when the job says that it is in a stage."""
    from backend.core.reporter import Reporter

    begin = Reporter.begin

    def hang(self: Reporter, name: str, message: str = "") -> None:
        begin(self, name, message)
        while name == stage:
            try:
                time.sleep(3600)
            except BaseException:  # noqa: S112 - what is stuck listens to nobody
                continue

    Reporter.begin = hang


def drop_privileges() -> None:
    """Lose root's rights, to which no folder is closed."""
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)


def limit_file_size(most: int) -> None:
    """Let writing fail where a file would grow over so many bytes."""
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))


def print_during_job() -> None:
    """Print while the job runs, as libraries do."""
    from backend.core.reporter import Reporter

    begin = Reporter.begin

    def print_and_begin(self: Reporter, name: str, message: str = "") -> None:
        for stream in (1, 2):
            with contextlib.suppress(OSError):
                os.write(stream, b"a library has something to say\n")
        warnings.warn("a library warns", stacklevel=2)
        begin(self, name, message)

    Reporter.begin = print_and_begin


def raise_unexpected(*stages: str) -> None:
    """Fail in a way that nobody foresaw, in the first of some stages."""
    from backend.core.reporter import Reporter

    begin = Reporter.begin

    def fail(self: Reporter, name: str, message: str = "") -> None:
        begin(self, name, message)
        if name in stages:
            raise ZeroDivisionError("nobody foresaw this")

    Reporter.begin = fail


def lose_gpu(uses: int) -> None:
    """Act as if there were a graphics card, which is lost after so many uses of any network.

    The card's memory is the processor's; what is raised is what PyTorch raises where CUDA fails.
    """
    import torch
    from torch.nn.modules import module as modules

    from backend.compute import device as devices

    true, on_gpu, left = devices.choose_device, [False], [uses]

    def choose(name: str) -> torch.device:
        on_gpu[0] = name in ("auto", "cuda")
        return true("cpu")

    def fail(*_: object) -> None:
        if not on_gpu[0]:
            return
        left[0] -= 1
        if left[0] < 0:
            raise torch.AcceleratorError(
                "CUDA error: unspecified launch failure\n"
                "CUDA kernel errors might be asynchronously reported at some other API call."
            )

    for module in list(sys.modules.values()):
        if getattr(module, "choose_device", None) is true:
            module.choose_device = choose
    modules.register_module_forward_pre_hook(fail)
